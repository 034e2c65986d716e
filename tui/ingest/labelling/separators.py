"""Separators between the stories of one file: counters, front matter, rules and wide gaps that come again and again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tui.ingest.labelling.body import prose
from tui.ingest.labelling.bylines import byline
from tui.ingest.labelling.content import content_words
from tui.ingest.labelling.dateline import header, own_line
from tui.ingest.labelling.front_matter import beginnings
from tui.ingest.labelling.furniture import Furniture
from tui.ingest.labelling.passages import Passage

_UNITS = (
    r"documents?|docs?|articles?|stor(?:y|ies)|items?|records?|results?|dokumente?n?|artikel|documentos?|artículos?"
    r"|artigos?|document[oi]|articol[oi]|belge"
)
_COUNTER = re.compile(
    rf"\W*(?:(?:{_UNITS})\s*(?:no\.?\s*|#\s*)?(?P<n>\d{{1,5}})(?:\s*(?:of|/|von|de|sur|di|van)\s*(?P<all>\d{{1,5}}))?"
    rf"|(?P<n2>\d{{1,5}})\s*(?:of|/|von|de|sur|di|van)\s*(?P<all2>\d{{1,5}})\s+(?:{_UNITS}))\W*$",
    re.IGNORECASE,
)
_UNIT_BEGINS = frozenset(("doc", "art", "sto", "ite", "rec", "res", "dok", "bel"))
_LONGEST_COUNTER = 6
_RULE = re.compile(r"[_=*#~+–—━─•· .-]{3,}$")
_LEAST_WORDS = 40
_LEAST_COUNTED = 12
_FAR = 0.2
_FURNISHED = 0.1
_LEAST_BY_GAPS = 4  # few wide gaps tell little
_OPENING = 6
_LONGEST_HEADLINE = 28


def separated(passages: Sequence[Passage]) -> list[int] | None:
    """The first passages of the stories of a file whose separators leave no doubt; None where there are none such."""
    return _counted(passages) or _with_front_matter(passages) or _ruled(passages)


def _counted(passages: Sequence[Passage]) -> list[int] | None:
    """Stories under "Document 3 of 40": the numbers follow one another, and text stands between them."""
    starts, numbers = [], []
    for i, passage in enumerate(passages):
        if passage.words > _LONGEST_COUNTER or not (passage.plain[:3] in _UNIT_BEGINS or passage.text[0].isdigit()):
            continue
        match = _COUNTER.match(passage.text)
        if match:
            starts.append(i)
            numbers.append(int(match["n"] or match["n2"]))
    counters = list(starts)
    if len(starts) < 2 or any(below != above + 1 for above, below in pairwise(numbers)):
        return None
    parts = _parts(passages, starts)
    if _words(parts[-1]) < _LEAST_COUNTED <= _words(passages[: starts[0]]):
        starts = [0, *(i + 1 for i in starts[:-1])]  # each counter closes its story
        parts = _parts(passages, starts)
    elif _words(passages[: starts[0]]) >= _LEAST_COUNTED:
        starts = [0, *starts]
    if min(map(_words, parts)) < _LEAST_COUNTED:
        return None
    for i in counters:
        passages[i].furniture = Furniture.MARK  # and never a headline
    return [0, *starts[1:]]


def _with_front_matter(passages: Sequence[Passage]) -> list[int] | None:
    starts = beginnings(passages)
    if len(starts) < 2:
        return None
    starts = [i - 1 if i and _RULE.match(passages[i - 1].text) else i for i in starts]
    if any(_words(part) < _LEAST_COUNTED for part in _parts(passages, starts)):
        return None
    return [0, *starts] if _words(passages[: starts[0]]) >= _LEAST_COUNTED else [0, *starts[1:]]


def _ruled(passages: Sequence[Passage]) -> list[int] | None:
    """Stories between rules of one form, or between wide gaps: each opens as one does, and differs from the last."""
    furnished = sum(passage.furniture not in (None, Furniture.MARK) for passage in passages)
    if furnished > len(passages) * _FURNISHED:
        return None  # a page: rules and gaps part its pieces
    rules: dict[str, list[int]] = {}
    for i, passage in enumerate(passages):
        if passage.furniture is Furniture.MARK and 0 < i < len(passages) - 1 and _RULE.match(passage.text):
            rules.setdefault(passage.text, []).append(i + 1)
        elif i and passage.gap >= 2:
            rules.setdefault("", []).append(i)
    for rule, starts in sorted(rules.items(), key=lambda entry: len(entry[1]), reverse=True):
        parts = _parts(passages, [0, *starts])
        if not rule and len(parts) < _LEAST_BY_GAPS:
            continue
        if all(map(_a_story, parts)) and all(_apart(above, below) for above, below in pairwise(parts)):
            return [0, *starts]
    return None


def _parts(passages: Sequence[Passage], starts: Sequence[int]) -> list[Sequence[Passage]]:
    return [passages[start:end] for start, end in pairwise([*starts, len(passages)])]


def _words(part: Sequence[Passage]) -> int:
    return sum(passage.words for passage in part)


def _a_story(part: Sequence[Passage]) -> bool:
    """Whether passages open as a story does, and have a body."""
    first = next((passage for passage in part if not _RULE.match(passage.text)), None)
    if first is None or sum(passage.words for passage in part if prose(passage)) < _LEAST_WORDS:
        return False
    if header(first.text) or own_line(first.text, first.words):
        return True
    return first.furniture is None and not prose(first) and 2 <= first.words <= _LONGEST_HEADLINE and not first.bullet


def _apart(above: Sequence[Passage], below: Sequence[Passage]) -> bool:
    """Whether the lower part is a story of its own: dated or signed above its body, or of hardly a word in common."""
    for passage in below[:_OPENING]:
        if prose(passage) and passage.words > 25:
            break
        if passage.stamp or byline(passage.text, passage.words) or header(passage.text):
            return True
        if own_line(passage.text, passage.words):
            return True
    said, new = (
        set().union(*(content_words(passage.text) for passage in part if prose(passage))) for part in (above, below)
    )
    return len(new & said) < len(new) * _FAR
