"""The same copy: pairs of stories whose bodies are the same words, but for edits, and the groups they fold into."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

import numpy as np

from tui.model import MatchKind, When
from tui.relate.finding.features import LEAST_WORDS, SHINGLE, Features, Keys, Terms
from tui.relate.finding.furniture import begin_differently, far_apart, own_shingles, strangers
from tui.relate.finding.parts import RUN, may_be_part, part_of
from tui.relate.finding.tie import Tie

# Agreement with exhaustive word alignment of real reprints is flat between .27 and .44.
LEAST_JACCARD = 0.37
# Stories that share so much are the same, whenever and under whatever beginning they were printed.
_ALL_OVER = 0.7
_BUT_A_LINE = 0.8
_LEAST_TOLD = 4
_SAME_TOLD = 0.5
# The sets of shingles that are kept at hand.
_AT_HAND = 4096


class Overlap:
    """What stories share in shingles, furniture left out."""

    def __init__(
        self, features: Mapping[int, Features], said: Callable[[int], When], furniture: Collection[int]
    ) -> None:
        self._features = features
        self._said = said
        self._furniture = furniture
        self._sets: dict[int, Keys] = {}

    def tie(self, one: int, other: int) -> Tie | None:
        """What two stories are to each other by their words: identical, copies, a whole and its part, or nothing.

        Of two that are equally long the first is taken for the whole.
        """
        return self._identical(one, other) or self._verified(one, other)

    def measured(self, left: int, right: int, kind: MatchKind) -> Tie:
        """The tie of two stories of a kind, with the share of each side's words that stand in shared runs."""
        one, other = self._features[left], self._features[right]
        mine, theirs = self._set(left), self._set(right)
        common = _common(mine, theirs)
        enough = len(common) > RUN - SHINGLE
        in_left, in_right = (self._words(one, common), self._words(other, common)) if enough else (0, 0)
        union = len(mine) + len(theirs) - len(common)
        return Tie(
            left=left,
            right=right,
            kind=kind,
            shared_left=in_left / max(1, one.length),
            shared_right=in_right / max(1, other.length),
            shared_words=min(in_left, in_right),
            jaccard=len(common) / union if union else 0.0,
        )

    def _set(self, number: int) -> Keys:
        """The shingles of a story, once and rising."""
        if (known := self._sets.get(number)) is not None:
            return known
        if len(self._sets) >= _AT_HAND:
            self._sets.clear()
        made = self._sets[number] = own_shingles(self._features[number], self._furniture)
        return made

    def _words(self, story: Features, common: Keys) -> int:
        """How many words of a story stand in runs that are among the shared ones."""
        at = np.minimum(common.searchsorted(story.shingles), len(common) - 1)
        hit = common[at] == story.shingles
        begin = hit[: len(hit) - RUN + SHINGLE]
        for step in range(1, RUN - SHINGLE + 1):
            begin = begin & hit[step : len(begin) + step]
        run = np.flatnonzero(begin)
        if not len(run):
            return 0
        covered = np.zeros(story.length, dtype=np.bool_)
        for step in range(RUN):
            covered[run + step] = True
        return int(np.count_nonzero(covered))

    def _identical(self, left: int, right: int) -> Tie | None:
        """The tie of two stories whose bodies are the same words, and long enough to tell; None for others."""
        one, other = self._features[left], self._features[right]
        if one.digest != other.digest or one.length < LEAST_WORDS:
            return None
        return Tie(left, right, MatchKind.IDENTICAL, 1.0, 1.0, one.length, 1.0)

    def _verified(self, left: int, right: int) -> Tie | None:
        sizes = len(self._set(left)), len(self._set(right))
        if sizes[0] < sizes[1]:
            left, right, sizes = right, left, sizes[::-1]
        shared = len(_common(self._set(left), self._set(right)))
        whole, piece = self._features[left], self._features[right]
        jaccard = shared / max(1, sum(sizes) - shared)
        if jaccard >= LEAST_JACCARD and sizes[1] + SHINGLE > LEAST_WORDS:
            if not _same_told(whole, piece, jaccard):
                return None
            if jaccard >= _ALL_OVER or not strangers(whole, self._said(left), piece, self._said(right)):
                return self.measured(left, right, MatchKind.COPY)
        if not may_be_part(shared, piece.length):
            return None
        tie = self.measured(left, right, MatchKind.PART)
        if not part_of(tie.shared_words, piece.length):
            return None
        apart = far_apart(self._said(left), self._said(right)) and begin_differently(whole, piece)
        return None if apart and tie.shared_right < _ALL_OVER else tie


def _common(one: Keys, other: Keys) -> Keys:
    """What two rising sets share."""
    if len(one) > len(other):
        one, other = other, one
    if not len(one):
        return one
    shared: Keys = one[other[np.minimum(other.searchsorted(one), len(other) - 1)] == one]
    return shared


def _same_told(one: Features, other: Features, jaccard: float) -> bool:
    """Whether two stories of the same words tell the same: most of the figures and names of the one with fewer.

    A template that is filled in anew, as for markets or the weather, keeps its words and changes these. Where there
    are two or three, one shared is enough; and where all but a line is shared, as in versions of a report, none is.
    """
    least = _LEAST_TOLD if jaccard >= _BUT_A_LINE else 2
    return _agree(one.figures, other.figures, least) and _agree(one.names, other.names, least)


def _agree(left: Terms, right: Terms, least: int) -> bool:
    fewer = min(len(left.keys), len(right.keys))
    if fewer < least:
        return True
    common = len(_common(left.keys, right.keys))
    return common > 0 if fewer < _LEAST_TOLD else common >= _SAME_TOLD * fewer


def folded(
    stories: Iterable[int],
    alike: Mapping[int, Collection[int]],
    bound: Mapping[int, Collection[int]],
    apart: Mapping[int, Collection[int]],
) -> list[tuple[int, ...]]:
    """The groups of some stories, given in the order of time: each is a copy of the first, or the reader says so.

    `alike` are the copies of each, `bound` and `apart` those that the reader calls the same and different. His word
    binds: stories he calls the same stay together, stories he calls different never share a group.
    """
    order = {story: place for place, story in enumerate(stories)}
    groups = []
    taken: set[int] = set()
    for first in order:
        if first in taken:
            continue
        group = [first]
        waiting = sorted(alike.get(first, ()), key=order.__getitem__)
        waiting += sorted(bound.get(first, ()), key=order.__getitem__)
        for story in waiting:
            if story in taken or story in group or any(story in apart.get(member, ()) for member in group):
                continue
            group.append(story)
            waiting.extend(sorted(bound.get(story, ()), key=order.__getitem__))
        if len(group) > 1:
            taken.update(group)
            groups.append((first, *sorted(group[1:], key=order.__getitem__)))
    return groups
