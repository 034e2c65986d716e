"""How near stories are to one another as reports: the graph of likeness that events are clustered in.

Likeness is scaled by where two stories stand (after L. Zelnik-Manor, P. Perona, "Self-tuning spectral clustering",
2004): amid many reports much alike, two of a neighbouring event are alike too, and must be more so to be one.

Two clusters are merged only if some edge between them is as strong as their mean must be. So what is not joined by
strong edges is clustered apart, and a change is felt no further than they reach. A story that may lie on any day has
strong edges to stories of all years, and would join what has nothing to do with each other: it is bound by no edge that
is weaker than its strongest to a story of which the day is known.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from tui.relate.finding.events import LEAST_SCALED, LONGEST_EVENT, average_link
from tui.relate.finding.ragged import Numbers, among, once

# The days over which likeness fades: of stories as much alike, those further apart are less often of one event.
_FADING = 8.0
# What remains of it where one of the two may lie on any day.
_UNPLACED = 0.92
# The neighbours that tell how crowded it is about a story, the least that is taken for crowded, and how much it counts.
_NEIGHBOURS = 8
_UNCROWDED = 0.22
_SCALING = 0.5
# No edge of less likeness is strong, wherever it stands; a little less, for rounding.
_LEAST_SCALE = _UNCROWDED**_SCALING
_ROUNDING = 1e-6
LEAST_STRONG = LEAST_SCALED * _LEAST_SCALE**2 - _ROUNDING
# Of more stories that change, it is not asked one by one about whom it is felt.
_MANY = 2048

Floats = npt.NDArray[np.float64]
# Of one story: the numbers of those that are somewhat like it, rising, and their likeness.
Edges = tuple[Numbers, npt.NDArray[np.float32]]
NO_EDGES: Edges = (np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32))
# The first and last day that each of some stories may lie on, as ordinals.
Days = Callable[[Numbers], tuple[Numbers, Numbers]]


class Graph:
    """The likeness of stories as far as it is asked for, faded by days and scaled by crowding."""

    def __init__(self, edges: Mapping[int, Edges], days: Days) -> None:
        self._edges = edges
        self._days = days
        self._faded: dict[int, tuple[Numbers, Floats]] = {}
        self._scale: dict[int, float] = {}
        self._wide: dict[int, bool] = {}
        self._least: dict[int, float] = {}

    def events(self, seeds: Iterable[int], key: Callable[[int], Any]) -> tuple[set[int], list[list[int]]]:
        """The stories that binding edges join to some, these included, and their clusters of two and more.

        `key` puts the stories in an order that does not hang on their numbers.
        """
        reached, components = self._components(seeds)
        found = [cluster for one in components for cluster in self._clustered(sorted(one, key=key))]
        return reached, found

    def felt(self, changed: set[int], lost: Mapping[int, Mapping[int, float]]) -> set[int]:
        """The stories whose binding edges may not be what they were, these that have other edges or days included.

        `lost` has the likeness that others had to them before, at its highest. Where a changed story is not among the
        nearest of another, neither before nor now, that one's scale stays; and so it does where it is never crowded.
        """
        near = set(lost).union(*(self._edges.get(story, NO_EDGES)[0].tolist() for story in changed)) - changed
        if len(changed) > _MANY:
            return self._about_wide(around(self._edges, changed | near))
        found = set(changed)
        known = np.array(sorted(changed), dtype=np.int64)
        self._prepare(sorted(near))
        for story in near:
            others, faded = self._faded[story]
            theirs, _ = among(known, others)
            now, before = faded[theirs], np.array(list(lost.get(story, {}).values()))
            rest = -np.sort(-faded[~theirs])[:_NEIGHBOURS]
            highest = max(float(before.max(initial=0.0)), float(now.max(initial=0.0)))
            least = float(rest[-1]) if len(rest) == _NEIGHBOURS else 0.0
            if highest <= least or not (_crowded(rest, now) or _crowded(rest, before)):
                if highest >= LEAST_SCALED * _LEAST_SCALE * self._scale[story] - _ROUNDING:
                    found.add(story)
                continue
            scale = max(_UNCROWDED, float(rest.sum()) / _NEIGHBOURS) ** _SCALING
            found.add(story)
            found.update(others[faded >= LEAST_SCALED * _LEAST_SCALE * scale - _ROUNDING].tolist())
        return self._about_wide(found)

    def _about_wide(self, stories: set[int]) -> set[int]:
        """These stories, and all that an edge of one of them may bind that may lie on any day."""
        held = sorted(story for story in stories if len(self._edges.get(story, NO_EDGES)[0]))
        self._prepare(held)
        found = set(stories)
        for story in held:
            if self._wide[story]:
                others, faded = self._faded[story]
                found.update(others[faded >= LEAST_STRONG].tolist())
        return found

    def _components(self, seeds: Iterable[int]) -> tuple[set[int], list[set[int]]]:
        """What binding edges join: all stories reached, and those joined to any other, component by component."""
        part: dict[int, set[int]] = {}
        reached: set[int] = set()
        frontier = set(seeds)
        while frontier:
            reached |= frontier
            left, right = self._binding(sorted(frontier))
            frontier = set(right) - reached
            for one, other in zip(left, right, strict=True):
                mine, theirs = part.get(one) or {one}, part.get(other) or {other}
                if mine is theirs:
                    continue
                if len(mine) < len(theirs):
                    mine, theirs = theirs, mine
                mine |= theirs
                for story in (*theirs, one, other):
                    part[story] = mine
        return reached, list({id(component): component for component in part.values()}.values())

    def _binding(self, stories: Sequence[int]) -> tuple[list[int], list[int]]:
        """The binding edges of some stories."""
        left, right, scaled = self._strong(stories)
        self._bound(once(np.concatenate((left, right))).tolist())
        binds = (scaled >= _of(self._least, left)) & (scaled >= _of(self._least, right))
        return left[binds].tolist(), right[binds].tolist()

    def _bound(self, stories: Sequence[int]) -> None:
        """Tell how strong an edge of each of these must be to bind it."""
        new = [story for story in stories if story not in self._least]
        self._least.update(dict.fromkeys(new, 0.0))
        for story, other, scaled in zip(*self._strong([story for story in new if self._wide[story]]), strict=True):
            if not self._wide[int(other)]:
                self._least[int(story)] = max(self._least[int(story)], float(scaled))

    def _strong(self, stories: Sequence[int]) -> tuple[Numbers, Numbers, Floats]:
        """The strong edges of some stories, and their likeness as scaled."""
        self._prepare(stories)
        left, right, faded = self._flat(stories)
        may = faded >= LEAST_STRONG
        left, right, faded = left[may], right[may], faded[may]
        self._prepare(once(right).tolist())
        scaled = self._scaled(left, right, faded)
        strong = scaled >= LEAST_SCALED
        return left[strong], right[strong], scaled[strong]

    def _prepare(self, stories: Sequence[int]) -> None:
        """Fade the edges of these stories, and tell how crowded it is about them."""
        new = [story for story in stories if story not in self._scale]
        if not new:
            return
        held = [self._edges.get(story, NO_EDGES) for story in new]
        sizes = [len(others) for others, _ in held]
        story = np.repeat(np.arange(len(new)), sizes)
        others = np.concatenate([others for others, _ in held])
        likeness = np.concatenate([likeness for _, likeness in held]).astype(np.float64)
        first, last = self._days(np.array(new, dtype=np.int64))
        unique, at = np.unique(others, return_inverse=True)
        their_first, their_last = self._days(unique)
        apart = np.maximum(first[story] - their_last[at], their_first[at] - last[story]).clip(0)
        unplaced = np.maximum((last - first)[story], (their_last - their_first)[at]) > LONGEST_EVENT
        near = np.flatnonzero(apart <= LONGEST_EVENT)
        faded = likeness / (1 + (apart / _FADING) ** 2) * np.where(unplaced, _UNPLACED, 1.0)
        story, others, faded = story[near], others[near], faded[near]
        scale = np.maximum(_UNCROWDED, _crowding(len(new), story, faded)) ** _SCALING
        ends = np.searchsorted(story, np.arange(len(new)), side="right").tolist()
        self._wide.update(zip(new, (last - first > LONGEST_EVENT).tolist(), strict=True))
        begin = 0
        for number, end, own in zip(new, ends, scale.tolist(), strict=True):
            self._faded[number] = (others[begin:end], faded[begin:end])
            self._scale[number] = own
            begin = end

    def _flat(self, stories: Sequence[int]) -> tuple[Numbers, Numbers, Floats]:
        """The edges of some stories, prepared, in three columns."""
        held = [self._faded[story] for story in stories]
        left = np.repeat(np.array(stories, dtype=np.int64), [len(others) for others, _ in held])
        others = [np.zeros(0, dtype=np.int64), *(others for others, _ in held)]
        return left, np.concatenate(others), np.concatenate([np.zeros(0), *(faded for _, faded in held)])

    def _scaled(self, left: Numbers, right: Numbers, faded: Floats) -> Floats:
        scaled: Floats = faded / (_of(self._scale, left) * _of(self._scale, right))
        return scaled

    def _clustered(self, stories: Sequence[int]) -> list[list[int]]:
        """The clusters of a component."""
        numbers = np.array(stories, dtype=np.int64)
        rising = np.argsort(numbers)
        left, right, faded = self._flat(stories)
        inside, _ = among(numbers[rising], right)
        left, right, faded = left[inside], right[inside], faded[inside]
        places = [rising[numbers[rising].searchsorted(side)] for side in (left, right)]
        once = places[0] < places[1]
        pairs = zip(*(side[once].tolist() for side in places), strict=True)
        scaled = self._scaled(left[once], right[once], faded[once]).tolist()
        first, last = self._days(numbers)
        spans = list(zip(first.tolist(), last.tolist(), strict=True))
        return [[stories[place] for place in one] for one in average_link(spans, dict(zip(pairs, scaled, strict=True)))]


def _of(values: Mapping[int, float], numbers: Numbers) -> Floats:
    return np.array([values[number] for number in numbers.tolist()], dtype=np.float64)


def _crowding(count: int, story: Numbers, likeness: Floats) -> Floats:
    """The mean likeness of each of `count` stories to those most like it; none counts as 0."""
    order = np.lexsort((-likeness, story))
    story, alike = story[order], likeness[order]
    rank = np.arange(len(story)) - np.searchsorted(story, story)
    top = rank < _NEIGHBOURS
    crowding: Floats = np.bincount(story[top], alike[top], count) / _NEIGHBOURS
    return crowding


def _crowded(rest: Floats, more: Floats) -> bool:
    """Whether the nearest of these are so near that it may count."""
    nearest = np.sort(np.concatenate((rest, more)))[-_NEIGHBOURS:]
    return float(nearest.sum()) / _NEIGHBOURS > _UNCROWDED - _ROUNDING


def around(edges: Mapping[int, Edges], stories: Collection[int]) -> set[int]:
    """The stories about which it may be more or less crowded when these change, and those that it may join or part."""
    near = set(stories)
    for story in stories:
        near.update(edges.get(story, NO_EDGES)[0].tolist())
    reached = set(near)
    for story in near:
        others, likeness = edges.get(story, NO_EDGES)
        reached.update(others[likeness >= LEAST_STRONG].tolist())
    return reached
