"""The same copy: pairs of stories whose bodies are the same words, but for edits, and the groups they fold into."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from tui.model import Group, Match, MatchKind, Verdict
from tui.relate.finding.features import LEAST_WORDS, SHINGLE, Features, Keys, Terms
from tui.relate.finding.furniture import begin_differently, far_apart, own, own_shingles, standing, strangers
from tui.relate.finding.item import Item
from tui.relate.finding.order import in_order_of_time
from tui.relate.finding.parts import RUN, may_be_part, part_of
from tui.relate.finding.sketch import bands, sharing_a_band, sharing_shingles

# Agreement with exhaustive word alignment of real reprints is flat between .27 and .44.
LEAST_JACCARD = 0.37
# Stories that share so much are the same, whenever and under whatever beginning they were printed.
_ALL_OVER = 0.7
_BUT_A_LINE = 0.8
_LEAST_TOLD = 4
_SAME_TOLD = 0.5
# Up to so many stories every shingle is looked at; of more, a sample.
FEW = 2000
_SAMPLED = 4
_LEAST_SHARED = 3
# What more stories than this have in common is left to sketches. A story is compared with so many copies of it, the
# earliest first, and no more: a thousand prints of one report are a thousand pairs times this, not half a million.
MANY = 64


class Overlap:
    """What stories share in shingles, furniture left out: `sets` are the shingles of each, once and rising."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.furniture = standing(items)
        self.sets: list[Keys] = [own_shingles(item.features, self.furniture) for item in items]

    def candidates(self) -> list[tuple[int, int]]:
        """The pairs of numbers that may share enough to be copies or parts, those of the earliest stories first."""
        one_in = 1 if len(self.items) <= FEW else _SAMPLED
        moments = [in_order_of_time(item.when, item.path, item.part) for item in self.items]
        order = sorted(range(len(moments)), key=moments.__getitem__)
        by_shingles = sharing_shingles([self.sets[number] for number in order], _LEAST_SHARED, MANY, one_in)
        by_bands = sharing_a_band([self._bands(number) for number in order])
        ranks = np.unique(np.concatenate((by_shingles, by_bands)), axis=0)
        left, right = np.sort(np.array(order, dtype=np.int64)[ranks], axis=1).T.tolist()
        return list(zip(left, right, strict=True))

    def _bands(self, number: int) -> Keys:
        """The sketch of a story, made anew where furniture is taken out of it."""
        story = self.items[number].features
        return story.bands if own(story, self.furniture).all() else bands(self.sets[number])

    def shared(self, left: int, right: int) -> int:
        """How many shingles two stories share."""
        return len(np.intersect1d(self.sets[left], self.sets[right], assume_unique=True))

    def match(self, left: int, right: int, kind: MatchKind) -> Match:
        """The match of two stories, with the share of each side's words that stand in shared runs."""
        one, other = self.items[left], self.items[right]
        common = np.intersect1d(self.sets[left], self.sets[right], assume_unique=True)
        enough = len(common) > RUN - SHINGLE
        in_left, in_right = (self._words(one, common), self._words(other, common)) if enough else (0, 0)
        union = len(self.sets[left]) + len(self.sets[right]) - len(common)
        return Match(
            left=one.id,
            right=other.id,
            kind=kind,
            shared_left=in_left / max(1, one.features.length),
            shared_right=in_right / max(1, other.features.length),
            shared_words=min(in_left, in_right),
            jaccard=len(common) / union if union else 0.0,
        )

    def _words(self, item: Item, common: Keys) -> int:
        """How many words of a story stand in runs that are among the shared ones."""
        story = item.features
        hit = np.isin(story.shingles, common) & own(story, self.furniture)
        begin = hit[: len(hit) - RUN + SHINGLE]
        for step in range(1, RUN - SHINGLE + 1):
            begin = begin & hit[step : len(begin) + step]
        run = np.flatnonzero(begin)
        covered = np.zeros(story.length, dtype=np.bool_)
        for step in range(RUN):
            covered[run + step] = True
        return int(covered.sum())


def copy_pairs(overlap: Overlap) -> list[Match]:
    """The pairs that are identical, copies or parts of each other, each once, verified exactly."""
    found: list[Match] = []
    copies = [0] * len(overlap.items)
    for left, right in overlap.candidates():
        if min(copies[left], copies[right]) >= MANY:
            continue
        match = _identical(overlap, left, right) or _verified(overlap, left, right)
        if match is not None:
            found.append(match)
            copies[left] += match.kind is not MatchKind.PART
            copies[right] += match.kind is not MatchKind.PART
    return found


def _identical(overlap: Overlap, left: int, right: int) -> Match | None:
    """The match of two stories whose bodies are the same words, and long enough to tell; None for others."""
    one, other = overlap.items[left], overlap.items[right]
    if one.features.digest != other.features.digest or one.features.length < LEAST_WORDS:
        return None
    return Match(one.id, other.id, MatchKind.IDENTICAL, 1.0, 1.0, one.features.length, 1.0)


def _verified(overlap: Overlap, left: int, right: int) -> Match | None:
    """What two stories are to each other by the shingles they share: copies, a whole and its part, or nothing."""
    shared = overlap.shared(left, right)
    if len(overlap.sets[left]) < len(overlap.sets[right]):
        left, right = right, left
    whole, piece = overlap.items[left], overlap.items[right]
    sizes = len(overlap.sets[left]), len(overlap.sets[right])
    jaccard = shared / max(1, sum(sizes) - shared)
    apart = strangers(whole, piece)
    if jaccard >= LEAST_JACCARD and sizes[1] + SHINGLE > LEAST_WORDS:
        if not _same_told(whole.features, piece.features, jaccard):
            return None
        if jaccard >= _ALL_OVER or not apart:
            return overlap.match(left, right, MatchKind.COPY)
    if not may_be_part(shared, piece.features.length):
        return None
    match = overlap.match(left, right, MatchKind.PART)
    if far_apart(whole, piece) and begin_differently(whole, piece) and match.shared_right < _ALL_OVER:
        return None
    return match if part_of(match.shared_words, piece.features.length) else None


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
    common = len(np.intersect1d(left.keys, right.keys, assume_unique=True))
    return common > 0 if fewer < _LEAST_TOLD else common >= _SAME_TOLD * fewer


def folded(
    items: Sequence[Item], matches: Iterable[Match], order: Callable[[str], object], verdicts: Sequence[Verdict] = ()
) -> list[Group]:
    """The groups of copies: each story of a group is identical to or a copy of its first, or the reader says so.

    `order` gives the place of an id in the order of time. The reader's word binds: stories he calls the same stay
    together, stories he calls different never share a group.
    """
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for match in matches:
        if match.kind in (MatchKind.IDENTICAL, MatchKind.COPY):
            alike[match.left].add(match.right)
            alike[match.right].add(match.left)
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for item in items:
        by_key[item.key].append(item.id)
    bound: defaultdict[str, set[str]] = defaultdict(set)
    apart: defaultdict[str, set[str]] = defaultdict(set)
    for verdict in verdicts:
        kept = bound if verdict.same else apart
        for left in by_key[verdict.left]:
            for right in by_key[verdict.right]:
                kept[left].add(right)
                kept[right].add(left)
    groups = []
    taken: set[str] = set()
    involved = {one for one in (*alike, *bound) if alike[one] or bound[one]}
    for first in sorted(involved, key=order):  # type: ignore[arg-type]
        if first in taken:
            continue
        group = [first]
        waiting = [*sorted(alike[first], key=order), *bound[first]]  # type: ignore[arg-type]
        while waiting:
            story = waiting.pop(0)
            if story in taken or story in group or any(story in apart[member] for member in group):
                continue
            group.append(story)
            waiting.extend(bound[story])
        if len(group) > 1:
            taken.update(group)
            groups.append(Group((first, *sorted(group[1:], key=order))))  # type: ignore[arg-type]
    return groups
