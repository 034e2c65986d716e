"""Stories glued on under one another: where the next one of a document begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.ingest.body import prose
from tui.ingest.bylines import byline
from tui.ingest.captions import credit
from tui.ingest.comments import comments_start
from tui.ingest.furniture import Furniture
from tui.ingest.passages import Passage
from tui.ingest.stamps import stamp

_LEAST_BEFORE = 70
_LEAST_AFTER = 70
_NEEDED = 4.0
_OPENING = 14
_AHEAD = 45
_CONTENT = re.compile(r"[^\W\d_]{5,}")
_TRANSPARENT = (Furniture.MARK, Furniture.ADVERTISEMENT, Furniture.MEDIA)
_CLOSING = (Furniture.SHARE, Furniture.RELATED, Furniture.TAGS, Furniture.COMMENTS, Furniture.LEGAL, Furniture.ABOUT)


def split(passages: list[Passage]) -> list[list[Passage]]:
    """The stories of a document, each a run of its passages. A document of one story comes back whole."""
    read = [prose(passage) for passage in passages]
    parts: list[list[Passage]] = []
    start, i = 0, 0
    commented = _commented_from(passages, 0)
    while i < len(passages):
        needed = _NEEDED + (2.0 if commented is not None and i > commented else 0.0)
        if _may_begin(passages, read, start, i) and _evidence(passages, read, start, i) >= needed:
            begin = _with_kicker(passages, start, i)
            parts.append(passages[start:begin])
            start = begin
            commented = _commented_from(passages, start)
            i += 1
        i += 1
    parts.append(passages[start:])
    return parts


def _commented_from(passages: Sequence[Passage], start: int) -> int | None:
    found = comments_start(passages[start:])
    return None if found is None else start + found


def _may_begin(passages: Sequence[Passage], read: Sequence[bool], start: int, i: int) -> bool:
    passage = passages[i]
    if passage.furniture is not None or passage.ends and not passage.heading and passage.text[-1:] in ".,;:":
        return False
    if passage.bullet or passage.colon or not 3 <= passage.words <= 28:
        return False
    return sum(passages[j].words for j in range(start, i) if read[j]) >= _LEAST_BEFORE


def _evidence(passages: Sequence[Passage], read: Sequence[bool], start: int, i: int) -> float:
    """How strongly a new story seems to begin with this line: the sum of what openings show and subheads do not."""
    if not _body_follows(passages, read, i):
        return 0.0
    here = passages[i]
    score = 0.0
    if max(passages[j].gap for j in range(max(start + 1, i - 2), i + 1)) >= 2:
        score += 1.5
    if here.heading == 1:
        score += 1.5
    if any(passages[j].furniture in _CLOSING for j in range(max(start, i - 5), i)):
        score += 1.0
    score += _opening(passages, read, i)
    likeness = _likeness(passages, read, start, i)
    if likeness < 0.16:
        score += 1.0
    elif likeness > 0.3:
        score -= 1.5
    return score


def _opening(passages: Sequence[Passage], read: Sequence[bool], i: int) -> float:
    stamped = named = timed = shared = repeated = credited = 0
    until = min(len(passages), i + 1 + _OPENING)
    for j in range(i + 1, until):
        passage = passages[j]
        if read[j] and j + 1 < len(passages) and passage.words > 25 and (j + 1 >= until or read[j + 1]):
            break
        if passage.plain == passages[i].plain:
            repeated = 1
        elif passage.furniture is Furniture.READING_TIME:
            timed = 1
        elif passage.furniture in (Furniture.SHARE, Furniture.FOLLOW):
            shared += 1
        elif passage.furniture is None and not read[j]:
            if stamp(passage.text, passage.words) is not None:
                stamped = 1
            elif byline(passage.text, passage.words):
                named = 1
            elif credit(passage.text, passage.words):
                credited = 1
    return 2.0 * repeated + 1.5 * stamped + 1.5 * named + timed + min(shared, 3) * 0.4 + 0.5 * credited


def _body_follows(passages: Sequence[Passage], read: Sequence[bool], i: int) -> bool:
    """Whether paragraphs in a row follow, as they never do under a teaser: three of prose, or many words in two."""
    words = row = 0
    for j in range(i + 1, min(len(passages), i + _AHEAD)):
        passage = passages[j]
        if read[j]:
            row += 1
            words += passage.words
            if words >= _LEAST_AFTER and (row >= 3 or (row == 2 and words >= 110)):
                return True
        elif passage.furniture not in _TRANSPARENT and not (passage.ends and passage.words >= 3):
            words = row = 0
    return False


def _likeness(passages: Sequence[Passage], read: Sequence[bool], start: int, i: int) -> float:
    """The share of the content words of the next 200 words that the story so far has used too."""
    before = {word for j in range(start, i) if read[j] for word in _CONTENT.findall(passages[j].text.lower())}
    after: set[str] = set()
    words = 0
    for j in range(i + 1, len(passages)):
        if read[j]:
            after.update(_CONTENT.findall(passages[j].text.lower()))
            words += passages[j].words
            if words > 200:
                break
    return len(after & before) / max(1, len(after))


def _with_kicker(passages: Sequence[Passage], start: int, i: int) -> int:
    """The first passage of the new story: short lines above its headline belong to it where a wide gap parts them."""
    for j in range(i, max(start, i - 3), -1):
        if passages[j].gap >= 2:
            return j
        if passages[j - 1].words > 6:
            break
    return i
