"""Where the opening of a story ends and its body begins, and what the lines of the opening are."""

from __future__ import annotations

from collections.abc import Sequence

from tui.ingest.labelling.body import prose, words_of
from tui.ingest.labelling.bylines import name_line
from tui.ingest.labelling.content import content_words
from tui.ingest.labelling.furniture import Furniture
from tui.ingest.labelling.passages import Passage
from tui.model import BlockKind

_LONGEST_OPENING = 16
_LEAST_PARAGRAPH = 30
_SHARED = 0.2
_LOOKED_AT = 40
_OPENING_SENTENCES = 3
_OPENING_WORDS = 120
_OPENING_KINDS = (BlockKind.STAMP, BlockKind.BYLINE, BlockKind.DATELINE)
_OTHER_STORIES = (Furniture.RELATED, Furniture.ELSEWHERE)
_OPENING_FURNITURE = (Furniture.KEY_POINTS, Furniture.READING_TIME)


def sentences_above(passages: Sequence[Passage], start: int) -> int:
    """The start of the body, with short sentences and a dateline's line that stand directly above it."""
    while start > 0:
        above = passages[start - 1]
        plain = above.kind is None and above.furniture is None and not above.heading and above.gap <= 1
        if not (plain and above.ends and 3 <= above.words < 8):
            break
        if above.text[-1] in "!?" or not above.text[0].isupper():
            break
        start -= 1
    return start


def paragraphs_above(passages: Sequence[Passage], start: int) -> int:
    """The start of the body, with long paragraphs above it that speak of the same and stand below who and when."""
    said: set[str] | None = None
    for i in range(start - 1, max(-1, start - _LONGEST_OPENING), -1):
        passage = passages[i]
        if passage.kind in _OPENING_KINDS or passage.heading == 1:
            break
        if not prose(passage) or passage.bullet or passage.words < _LEAST_PARAGRAPH:
            continue
        if not any(above.kind in _OPENING_KINDS for above in passages[max(0, i - _LONGEST_OPENING) : i]):
            break
        if said is None:
            said = words_of(passages, range(start, min(len(passages), start + _LOOKED_AT)))
        words = content_words(passage.text)
        if len(words & said) < len(words) * _SHARED:
            break
        start = i
    return start


def clean(passages: Sequence[Passage], start: int) -> bool:
    """Whether a story is a text and no page: no line of furniture, and below its start nobody says who and when."""
    return all(
        passage.furniture in (None, Furniture.MARK) and (i < start or (passage.kind is None and not passage.heading))
        for i, passage in enumerate(passages)
    )


def below_dateline(passages: Sequence[Passage], start: int) -> int:
    """The start of a body that begins with the line below a dateline's own, however short that is."""
    for i in range(start - 1, max(-1, start - _LONGEST_OPENING), -1):
        if passages[i].kind is BlockKind.DATELINE:
            return i + 1
        if passages[i].kind is not None or passages[i].furniture is not None:
            break
    return start


def label_opening(passages: Sequence[Passage], head: int, start: int) -> None:
    """What stands between the headline and the body: key points, bylines, captions, standfirsts."""
    i = head + 1
    while i < start:
        passage = passages[i]
        if passage.kind is None and passage.furniture is None:
            if passage.bullet and passage.words >= 5:
                passage.kind = BlockKind.KEY_POINT
            elif passage.words >= 6 and _before_picture(passages, i):
                passage.kind = BlockKind.CAPTION
            elif prose(passage) or (passage.words >= 8 and not passage.heading):
                passage.kind = BlockKind.STANDFIRST
            elif name_line(passage.text, passage.words) and _beside_date(passages, i):
                passage.kind = BlockKind.BYLINE
        i += 1


def _before_picture(passages: Sequence[Passage], i: int) -> bool:
    return i + 1 < len(passages) and passages[i + 1].kind is BlockKind.CAPTION


def _beside_date(passages: Sequence[Passage], i: int) -> bool:
    near = passages[max(0, i - 2) : i + 3]
    return any(passage.kind in (BlockKind.STAMP, BlockKind.DATELINE) for passage in near)


def opening_end(passages: Sequence[Passage], start: int, end: int) -> int:
    """Where the body begins once the opening above it is left out.

    An opening is at most three short passages of prose, besides bullets, that a byline, a stamp, a dateline's own line,
    key points or a repeated headline parts from the body.
    """
    begin, sentences, words = start, 0, 0
    seen: set[str] = set()
    above = {passage.plain for passage in passages[:start] if 4 <= passage.words <= 30}
    for i in range(start, min(end, start + _LONGEST_OPENING)):
        passage = passages[i]
        if passage.furniture in _OTHER_STORIES and words >= _LEAST_PARAGRAPH:
            break  # the who and when that follow are another story's
        if (
            (passage.plain in above and not prose(passage))
            or passage.furniture in _OPENING_FURNITURE
            or passage.kind in _OPENING_KINDS
            or (passage.heading == 1 and i > start)
        ):
            begin, sentences, words = i + 1, 0, 0
        elif prose(passage) and not passage.bullet and passage.plain not in seen:
            seen.add(passage.plain)
            sentences, words = sentences + 1, words + passage.words
            if sentences > _OPENING_SENTENCES or words > _OPENING_WORDS:
                break
    rest = sum(passage.words for passage in passages[begin : end + 1] if prose(passage))
    skipped = sum(passage.words for passage in passages[start:begin] if prose(passage))
    while begin < end and not prose(passages[begin]) and not passages[begin].kind:
        if passages[begin].ends and passages[begin].words > 2 and passages[begin].furniture is None:
            break
        begin += 1
    if sentences == 0 and begin > start and passages[begin - 1].kind is BlockKind.DATELINE:
        return begin if rest >= skipped else start
    return begin if rest >= 3 * skipped and rest >= 60 else start
