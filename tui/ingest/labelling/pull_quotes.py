"""Pull quotes: what a page sets apart in large letters among the paragraphs, one of which says it once more."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.ingest.labelling.passages import Passage
from tui.model import BlockKind

_OPENS_QUOTE = re.compile(r"[\"“„«‘'”]")
_PLAIN_WORDS = re.compile(r"[^\W_]+")
_MAY_BE_PULLED = (None, BlockKind.PARAGRAPH, BlockKind.SUBHEAD, BlockKind.FURNITURE)
_FEWEST, _MOST = 5, 60  # words
# Each quotation is sought in the whole body; where there are more of them, it is a talk and has no pull quotes.
_MOST_QUOTED = 400


def opens_quote(text: str) -> bool:
    """Whether a text begins with a quotation mark."""
    return _OPENS_QUOTE.match(text) is not None


def label_pull_quotes(passages: Sequence[Passage], start: int, end: int) -> None:
    """Short passages whose words stand in a longer paragraph of the body, from `start` to `end`, once more."""
    quoted = [
        i
        for i in range(min(len(passages), end + 1))
        if _FEWEST <= passages[i].words <= _MOST
        and passages[i].furniture is None
        and passages[i].kind in _MAY_BE_PULLED
        and opens_quote(passages[i].text)
    ]
    if not quoted or len(quoted) > _MOST_QUOTED:
        return
    texts = {j: passages[j].low for j in range(start, end + 1) if passages[j].kind is BlockKind.PARAGRAPH}
    whole = "\n".join(texts.values())
    for i in quoted:
        passage = passages[i]
        words = _PLAIN_WORDS.findall(passage.low)
        opening = words[: max(_FEWEST, len(words) // 2)]
        longest = max(opening, key=len, default="")
        if whole.count(longest) <= texts.get(i, "").count(longest):
            continue  # no other passage has it
        holding = [j for j, text in texts.items() if longest in text and j != i and passages[j].words > passage.words]
        if any(_says(texts[j], opening) for j in holding):
            passage.kind = BlockKind.PULL_QUOTE
            texts.pop(i, None)


def _says(text: str, words: Sequence[str]) -> bool:
    """Whether a text holds words in a row, whatever stands between them."""
    return all(map(text.__contains__, words)) and " ".join(words) in " ".join(_PLAIN_WORDS.findall(text))
