"""Stories glued on under one another: where the next one of a document begins."""

from __future__ import annotations

from enum import Enum, auto

from tui.ingest.labelling.body import prose
from tui.ingest.labelling.bylines import byline, name_line
from tui.ingest.labelling.captions import credit
from tui.ingest.labelling.comments import comments_start
from tui.ingest.labelling.content import content_words
from tui.ingest.labelling.furniture import Furniture
from tui.ingest.labelling.passages import Passage

_LEAST_BEFORE = 70
_LEAST_AFTER = 70
_NEEDED = 4.0
_TOLD = 0.5  # a headline half of whose words stand in the text below it
_UNTOLD = 1.5  # one of whose words none does
_HARDLY_TOLD = 0.25
_GOES_ON = 0.2  # the share of words that a story which goes on has used before
_BOX = 4
_SHORT = 3
_OPENING = 14
_LEAST_OPENING = 0.8
_AHEAD = 60
_NEAR = 7
_KICKERS = 6
_LONGEST_PAGE = 1500
_TRANSPARENT = (Furniture.MARK, Furniture.ADVERTISEMENT, Furniture.MEDIA)
_CLOSING = (
    Furniture.SHARE,
    Furniture.RELATED,
    Furniture.ELSEWHERE,
    Furniture.TAGS,
    Furniture.COMMENTS,
    Furniture.LEGAL,
    Furniture.ABOUT,
)


def split(passages: list[Passage]) -> list[list[Passage]]:
    """The stories of a document, each a run of its passages. A document of one story comes back whole."""
    page = _Page(passages)
    parts: list[list[Passage]] = []
    start, last = 0, -1
    for i in page.headlines:
        if i > last and page.evidence(start, i) >= _NEEDED:
            last = max(range(i, min(len(passages), i + _NEAR)), key=lambda j: page.evidence(start, j))
            begin = page.begin(start, last)
            parts.append(passages[start:begin])
            start = begin
    parts.append(passages[start:])
    return parts


class _Cue(Enum):
    """What a line near a headline tells of it."""

    STAMP = auto()
    BYLINE = auto()
    NAME = auto()
    CREDIT = auto()


class _Page:
    """The passages of a document with what is asked of them again and again."""

    def __init__(self, passages: list[Passage]) -> None:
        self.passages = passages
        self.read = [prose(passage) for passage in passages]
        wide = sum(passage.gap >= 2 for passage in passages[1:])
        # A wide gap tells the more, the rarer it is in its document.
        self.gap_tells = 3.0 if wide <= 2 else 2.0 if wide <= 4 else 0.8
        self.words = [0]
        for passage, read in zip(passages, self.read, strict=True):
            self.words.append(self.words[-1] + (passage.words if read else 0))
        self.headlines = [i for i, passage in enumerate(passages) if self._may_be_headline(passage, self.read[i])]
        self._may_begin_at = frozenset(self.headlines)
        self._commented: dict[int, int | None] = {}
        self._cues: dict[int, _Cue | None] = {}
        # The content words of a story so far: where it begins, up to where they are gathered, and they.
        self._used: tuple[int, int, set[str]] = (0, 0, set())

    def evidence(self, start: int, i: int) -> float:
        """How strongly a new story seems to begin with this line: what openings show, less what subheads show."""
        if not self._may_begin(start, i):
            return 0.0
        begin = self.begin(start, i)
        here = self.passages[i]
        score = self.gap_tells if self.passages[begin].gap >= 2 else 0.0
        if here.heading == 1:
            score += 1.5
        opening = self._opening(begin, i)
        closed = any(self.passages[j].furniture in _CLOSING for j in range(max(start, begin - 4), begin))
        if opening < _LEAST_OPENING and not closed:
            return 0.0
        if self._in_box(start, begin):
            score -= 2.0
        above = self.passages[max(start, begin - _OPENING) : begin]
        if self.passages[begin].gap < 2 and any(passage.furniture is Furniture.ELSEWHERE for passage in above):
            score -= 2.0
        score += opening + closed
        if score < _NEEDED - 1.0:
            return 0.0
        body = self._body_follows(start, i)
        if body is None:
            return 0.0
        after = self._after(i)
        likeness = self._likeness(start, i, after)
        own = content_words(here.text)
        told = len(own & after) / len(own) if own else 0.0
        if told < _HARDLY_TOLD and likeness > _GOES_ON:
            return 0.0  # another story's headline, within one that goes on below it
        score += _TOLD * min(told, 0.5) * 2 if told else -_UNTOLD if len(own) >= 3 else 0.0
        return score + body + (1.0 if likeness < 0.16 else -1.5 if likeness > 0.3 else 0.0)

    def _in_box(self, start: int, begin: int) -> bool:
        """Whether a heading over other stories stands above, but for a short line or two."""
        for j in range(begin - 1, max(start, begin - _BOX), -1):
            if self.passages[j].furniture is Furniture.RELATED:
                return True
            if self.read[j] or self.passages[j].words > _SHORT:
                return False
        return False

    def begin(self, start: int, i: int) -> int:
        """The first passage of the new story: with short lines above its headline where a wide gap parts them."""
        for j in range(i, max(start, i - _KICKERS), -1):
            if self.passages[j].gap >= 2:
                return j
            if self.passages[j - 1].words > 8 or self.read[j - 1]:
                break
        return i

    def _may_begin(self, start: int, i: int) -> bool:
        if i not in self._may_begin_at or self.words[i] - self.words[start] < _LEAST_BEFORE:
            return False
        if self.words[min(len(self.passages), i + _AHEAD)] - self.words[i + 1] < _LEAST_AFTER:
            return False
        return not credit(self.passages[i].text, self.passages[i].words)

    @staticmethod
    def _may_be_headline(passage: Passage, read: bool) -> bool:
        if passage.furniture is not None or not 3 <= passage.words <= 28 or passage.bullet or passage.colon:
            return False
        return not read or passage.heading > 0 or passage.text[-1:] in "?!"

    def _commented_from(self, start: int) -> int | None:
        if start not in self._commented:
            found = comments_start(self.passages[start : start + _LONGEST_PAGE])
            self._commented[start] = None if found is None else start + found
        return self._commented[start]

    def _body_follows(self, start: int, i: int) -> float | None:
        """What the paragraphs in a row that follow tell (a teaser has none): 0 for three, less for two, else None."""
        until = min(len(self.passages), i + _AHEAD)
        commented = self._commented_from(start)
        if commented is not None and i <= commented:
            until = min(until, commented)
        words = row = 0
        two = False
        for j in range(i + 1, until):
            passage = self.passages[j]
            if self.read[j]:
                row += 1
                words += passage.words
                if words >= _LEAST_AFTER and (row >= 3 or (row == 2 and words >= 110)):
                    return -2.0 if commented is not None and i > commented else 0.0
                two = two or (row == 2 and words >= _LEAST_AFTER)
            elif passage.furniture not in _TRANSPARENT and not (passage.ends and passage.words >= 3):
                words = row = 0
        return -1.0 if two and (commented is None or i <= commented) else None

    def _likeness(self, start: int, i: int, after: set[str]) -> float:
        """The share of the content words of the next 200 words that the story so far has used too."""
        begun, until, before = self._used
        if begun != start or until > i:
            until, before = start, set()
        before.update(*(content_words(self.passages[j].text) for j in range(until, i) if self.read[j]))
        self._used = start, i, before
        return len(after & before) / max(1, len(after))

    def _after(self, i: int) -> set[str]:
        """The content words of the next 200 words of prose."""
        after: set[str] = set()
        words = 0
        for j in range(i + 1, len(self.passages)):
            if self.read[j]:
                after |= content_words(self.passages[j].text)
                words += self.passages[j].words
                if words > 200:
                    break
        return after

    def _opening(self, begin: int, i: int) -> float:
        """What stands about a headline: who and when, how long to read, where to share, the headline once more."""
        passages, read = self.passages, self.read
        cues: set[_Cue | None] = set()
        repeated = timed = shared = 0
        here = passages[i]
        plain = here.plain
        until = min(len(passages), i + 1 + _OPENING)
        for j in range(begin, until):
            passage = passages[j]
            if j == i:
                continue
            if read[j] and j + 1 < len(passages) and passage.words > 25 and (j + 1 >= until or read[j + 1]):
                break
            if passage.plain == plain or (here.words >= 5 and passage.words <= 24 and passage.plain.endswith(plain)):
                repeated = 1
            elif passage.furniture is None:
                if not read[j]:
                    cues.add(self._cue(j))
            elif passage.furniture is Furniture.READING_TIME:
                timed = 1
            elif passage.furniture in (Furniture.SHARE, Furniture.FOLLOW):
                shared += 1
        stamped, named, credited = _Cue.STAMP in cues, _Cue.BYLINE in cues, _Cue.CREDIT in cues
        if credited and not stamped and not named:
            repeated = 0  # a picture's text for the blind, and its caption
        named_only = _Cue.NAME in cues and not named
        return (
            2.0 * repeated
            + 1.5 * stamped
            + 1.5 * named
            + 0.5 * named_only
            + timed
            + min(shared, 3) * 0.4
            + 0.5 * credited
        )

    def _cue(self, i: int) -> _Cue | None:
        if i not in self._cues:
            text, words = self.passages[i].text, self.passages[i].words
            if self.passages[i].stamp is not None:
                self._cues[i] = _Cue.STAMP
            elif byline(text, words):
                self._cues[i] = _Cue.BYLINE
            elif name_line(text, words) and self._beside_stamp(i):
                self._cues[i] = _Cue.NAME
            else:
                self._cues[i] = _Cue.CREDIT if credit(text, words) else None
        return self._cues[i]

    def _beside_stamp(self, i: int) -> bool:
        near = self.passages[max(0, i - 1) : i] + self.passages[i + 1 : i + 2]
        return any(passage.words <= 8 and passage.stamp is not None for passage in near)
