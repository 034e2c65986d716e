"""Where the body of a story lies among the passages of its page.

Every passage has a worth: prose is worth its words, furniture and short lines cost. The body is the stretch whose
worth is the greatest (the maximum subarray of Kadane's algorithm, as in body text extraction since Finn, Kushmerick
and Smyth 2001), where a gap can cost only so much: long stories stand around lists of links.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import takewhile

from tui.ingest.labelling.content import content_words
from tui.ingest.labelling.furniture import Furniture
from tui.ingest.labelling.passages import LEAST_PROSE, Passage
from tui.model import BlockKind

_GAP_COSTS_AT_MOST = 5.0
_SAYS_SO = 5.0
_FURTHEST_TAIL = 24
_LEAST_TAIL = 16
_CLOSE_BY = 4
_CLOSE = (Furniture.ELSEWHERE, Furniture.COMMENTS, Furniture.LEGAL, Furniture.ABOUT, Furniture.FORM, Furniture.TAGS)
_LEAST_WORDS = 6
_FOREIGN = 0.03
_MUCH_LONGER = 4
_COSTS = {
    Furniture.MARK: 0.1,
    Furniture.ADVERTISEMENT: 0.1,
    Furniture.MEDIA: 0.4,
    Furniture.SHARE: 0.5,
    Furniture.FOLLOW: 0.6,
    Furniture.READING_TIME: 0.5,
    Furniture.KEY_POINTS: 0.3,
    Furniture.RELATED: 1.5,
    Furniture.ELSEWHERE: 3.0,
    Furniture.COMMENTS: 2.0,
    Furniture.FORM: 1.5,
    Furniture.LEGAL: 2.5,
    Furniture.ABOUT: 1.5,
}


def prose(passage: Passage) -> bool:
    """Whether a passage reads as running text and is labelled as nothing else."""
    return passage.reads and (passage.kind is None or passage.kind is BlockKind.PARAGRAPH)


def worths(passages: Sequence[Passage]) -> list[float]:
    """The worth of each passage for a body: positive for prose, lone sentences between short lines counting little."""
    read = [prose(passage) for passage in passages]
    found = []
    for i, passage in enumerate(passages):
        if read[i]:
            worth = min(passage.words, 70) / 10
            if passage.words < 110 and not _beside_prose(passages, read, i):
                if passage.words < 40:
                    worth *= 0.3
                elif any(near.kind is BlockKind.STAMP for near in passages[max(0, i - 2) : i + 3]):
                    worth *= 0.5
            found.append(worth)
        else:
            found.append(-cost(passage))
    return found


def body_span(passages: Sequence[Passage]) -> tuple[int, int] | None:
    """The first and last passage of the body (both inside), None where nothing reads as one."""
    best: tuple[float, int, int] | None = None
    total, start, gap = 0.0, 0, 0.0
    for i, worth in enumerate(worths(passages)):
        if worth <= 0:
            # Within one gap no more is taken off than the limit, but for what says that other stories follow.
            limit = _GAP_COSTS_AT_MOST if worth > -_SAYS_SO else math.inf
            taken = min(-worth, max(0.0, limit - gap))
            gap += -worth
            total -= taken
            continue
        gap = 0.0
        if total <= 0:
            total, start = 0.0, i
        total += worth
        if best is None or total > best[0]:
            best = (total, start, i)
    return (best[1], best[2]) if best else None


def body_end(passages: Sequence[Passage], start: int, end: int) -> int:
    """The last passage of the body when long paragraphs below it that speak of the same are drawn in."""
    spoken: set[str] | None = None
    last = end
    for i in range(end + 1, min(len(passages), end + 1 + _FURTHEST_TAIL)):
        passage = passages[i]
        if passage.furniture in _CLOSE or passage.kind is BlockKind.COMMENT:
            break
        if not prose(passage) or passage.bullet or passage.words < _LEAST_TAIL or _teaser(passages, i):
            continue
        if passage.words > 3 * len(passage.text.split()):
            break  # pairs of characters are shared by texts that have nothing in common
        if spoken is None:
            spoken = set().union(*(content_words(p.text) for p in passages[start : end + 1] if prose(p)))
        words = content_words(passage.text)
        related = any(p.furniture is Furniture.RELATED for p in passages[last + 1 : i])
        needed = 0.4 if related else 0.2 if i - last <= _CLOSE_BY else 0.3
        if related and (i - last > _CLOSE_BY + 2 or passage.words < 2 * _LEAST_TAIL):
            break
        if len(words & spoken) >= len(words) * needed:
            last = i
    while last + 1 < len(passages) and _short_sentence(passages[last + 1]):
        last += 1
    return _with_list(passages, last)


def _short_sentence(passage: Passage) -> bool:
    """Whether a line is a sentence too short for prose, as may close a story: "He gave no reason."."""
    plain = passage.furniture is None and passage.kind is None and not passage.bullet and not passage.heading
    return plain and passage.ends and 3 <= passage.words < LEAST_PROSE and passage.text[-1] in ".”" and passage.gap <= 1


def _teaser(passages: Sequence[Passage], i: int) -> bool:
    """Whether a paragraph stands under a dated headline of its own."""
    above = passages[i - 1]
    return above.heading > 0 and any(sign.isdigit() for sign in above.text[-5:])


def _with_list(passages: Sequence[Passage], last: int) -> int:
    """The last passage of a list that a sentence with a colon, just below the last paragraph, announces."""
    for i in range(last, min(len(passages), last + 4)):
        if passages[i].colon and passages[i].words >= 5 and passages[i].furniture is None:
            items = list(takewhile(_may_be_listed, passages[i + 1 :]))
            while items and items[-1].kind is BlockKind.CAPTION:
                items.pop()
            return i + len(items)
    return last


def _may_be_listed(passage: Passage) -> bool:
    return passage.kind in (None, BlockKind.CAPTION) and passage.furniture in (None, Furniture.MARK)


def trim(passages: Sequence[Passage], start: int, end: int) -> tuple[int, int]:
    """The span of a body without the outer groups of prose that speak of something else.

    A group ends where anything but marks, advertisements and captions lies between two paragraphs. A group at either
    end goes where hardly a word of it stands in the rest, and the rest is much longer.
    """
    found = groups(passages, start, end)
    words = [sum(passages[i].words for i in group) for group in found]
    texts: list[str] = []
    first, last = 0, len(found) - 1
    while first < last:
        for outer in (first, last):
            if words[outer] * _MUCH_LONGER > sum(words[first : last + 1]) - words[outer]:
                continue
            if not texts:
                texts = ["\n".join([passages[i].low for i in group]) for group in found]
            rest = texts[first + 1 : last + 1] if outer == first else texts[first:last]
            if _foreign(words_of(passages, found[outer]), "\n".join(rest)):
                first, last = (first + 1, last) if outer == first else (first, last - 1)
                break
        else:
            break
    return found[first][0], found[last][-1]


def _foreign(words: set[str], rest: str) -> bool:
    """Whether hardly one of a group's words stands in the rest."""
    if len(words) < _LEAST_WORDS:
        return False
    needed = len(words) * _FOREIGN
    shared = 0
    for word in words:
        shared += word in rest
        if shared >= needed:
            return False
    return True


def groups(passages: Sequence[Passage], start: int, end: int) -> list[list[int]]:
    """The paragraphs of a span, parted by all but marks, advertisements, captions and short sentences."""
    found: list[list[int]] = []
    apart = True
    for i in range(start, end + 1):
        passage = passages[i]
        if prose(passage):
            if apart:
                found.append([])
            found[-1].append(i)
            apart = False
        elif passage.furniture in (Furniture.MARK, Furniture.ADVERTISEMENT) or passage.kind is BlockKind.CAPTION:
            continue
        elif not (passage.ends and passage.words >= 3 and passage.furniture is None):
            apart = True
    return found or [[start, end]]


def words_of(passages: Sequence[Passage], group: Sequence[int]) -> set[str]:
    """The content words of a group of paragraphs."""
    return set().union(*(content_words(passages[i].text) for i in group))


def cost(passage: Passage) -> float:
    """What a passage that is no prose takes off the worth of a body around it."""
    if passage.furniture is not None:
        return _COSTS.get(passage.furniture, 0.8)
    if passage.kind is BlockKind.STAMP:
        return 1.2
    if passage.kind in (BlockKind.CAPTION, BlockKind.BYLINE):
        return 0.3
    if passage.kind is BlockKind.COMMENT:
        return 9.0
    if passage.kind is not None:
        return 0.3
    if passage.heading:
        return 0.5
    if passage.ends and passage.words >= 3:
        return 0.0
    if passage.bullet:
        return 0.9
    return 0.6 if passage.words > 2 else 0.8


def _beside_prose(passages: Sequence[Passage], read: Sequence[bool], i: int) -> bool:
    """Whether the nearest passage on either side that is no mark, advertisement or caption is prose too."""
    for step in (-1, 1):
        j = i + step
        while 0 <= j < len(passages) and (
            passages[j].furniture in (Furniture.MARK, Furniture.ADVERTISEMENT) or passages[j].kind is BlockKind.CAPTION
        ):
            j += step
        if 0 <= j < len(passages) and (
            read[j] or (passages[j].ends and passages[j].words >= 4 and passages[j].kind is None)
        ):
            return True
    return False
