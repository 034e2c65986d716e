"""Events: stories that report the same thing in other words.

Average link on a sparse graph of likeness (missing edges count as none), the most alike merged first; a merge is
refused when the stories would span more than seven days. A story that may lie on several days takes part with all of
them.

Likeness is scaled by where two stories stand (after L. Zelnik-Manor, P. Perona, "Self-tuning spectral clustering",
2004): amid many reports much alike, two of a neighbouring event are alike too, and must be more so to be one.
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tui.relate.finding.likeness import Alike

# Two clusters are one event when their stories are so alike on average, as scaled.
LEAST_SCALED = 0.55
LONGEST_EVENT = 7
# The days over which likeness fades: of stories as much alike, those further apart are less often of one event.
_FADING = 8.0
# What remains of it where one of the two may lie on any day.
_UNPLACED = 0.92
# The neighbours that tell how crowded it is about a story, the least that is taken for crowded, and how much it counts.
_NEIGHBOURS = 8
_UNCROWDED = 0.22
_SCALING = 0.5

_OPEN = 1 << 30

Span = tuple[dt.date | None, dt.date | None]


@dataclass(slots=True)
class _Cluster:
    members: list[int]
    last_earliest: int
    first_latest: int
    links: dict[int, float]


def clusters(pairs: Alike, spans: Sequence[Span]) -> list[list[int]]:
    """The events of two stories and more, as numbers of stories.

    `pairs` are those somewhat alike; `spans` the earliest and latest day of each story, None for open.
    """
    first = np.array([first.toordinal() if first else 0 for first, _ in spans], dtype=np.int64)
    last = np.array([last.toordinal() if last else _OPEN for _, last in spans], dtype=np.int64)
    at = {number: _Cluster([number], int(first[number]), int(last[number]), {}) for number in range(len(spans))}
    heap: list[tuple[float, int, int]] = []
    for left, right, likeness in zip(*(column.tolist() for column in _scaled(pairs, first, last)), strict=True):
        at[left].links[right] = likeness
        at[right].links[left] = likeness
        if likeness >= LEAST_SCALED:
            heap.append((-likeness, left, right))
    heapq.heapify(heap)
    new = len(spans)
    while heap:
        _, left, right = heapq.heappop(heap)
        if left not in at or right not in at:
            continue
        one, other = at[left], at[right]
        merged = _merged(one, other, (left, right))
        if merged.last_earliest - merged.first_latest > LONGEST_EVENT:
            continue
        del at[left], at[right]
        at[new] = merged
        for neighbour, total in merged.links.items():
            links = at[neighbour].links
            links.pop(left, None)
            links.pop(right, None)
            links[new] = total
            mean = total / (len(merged.members) * len(at[neighbour].members))
            if mean >= LEAST_SCALED:
                heapq.heappush(heap, (-mean, neighbour, new))
        new += 1
    return sorted(sorted(cluster.members) for cluster in at.values() if len(cluster.members) > 1)


def _scaled(
    pairs: Alike, first: npt.NDArray[np.int64], last: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """The pairs near enough in time to be of one event, their likeness faded by days and scaled by crowding."""
    apart = np.maximum(first[pairs.left] - last[pairs.right], first[pairs.right] - last[pairs.left]).clip(0)
    near = np.flatnonzero(apart <= LONGEST_EVENT)
    left, right = pairs.left[near], pairs.right[near]
    unplaced = np.maximum((last - first)[left], (last - first)[right]) > LONGEST_EVENT
    faded = pairs.likeness[near] / (1 + (apart[near] / _FADING) ** 2) * np.where(unplaced, _UNPLACED, 1.0)
    scale = np.maximum(_UNCROWDED, _crowding(len(first), left, right, faded)) ** _SCALING
    return left, right, faded / (scale[left] * scale[right])


def _crowding(
    count: int, left: npt.NDArray[np.int64], right: npt.NDArray[np.int64], likeness: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """The mean likeness of each of `count` stories to those most like it; none counts as 0."""
    story, alike = np.concatenate((left, right)), np.concatenate((likeness, likeness))
    order = np.lexsort((-alike, story))
    story, alike = story[order], alike[order]
    rank = np.arange(len(story)) - np.searchsorted(story, story)
    top = rank < _NEIGHBOURS
    return np.bincount(story[top], alike[top], count) / _NEIGHBOURS


def _merged(one: _Cluster, other: _Cluster, numbers: tuple[int, int]) -> _Cluster:
    """Two clusters of these numbers as one; links are sums of likeness over all pairs of members."""
    links = dict(one.links)
    for neighbour, total in other.links.items():
        links[neighbour] = links.get(neighbour, 0.0) + total
    for number in numbers:
        links.pop(number, None)
    return _Cluster(
        one.members + other.members,
        max(one.last_earliest, other.last_earliest),
        min(one.first_latest, other.first_latest),
        links,
    )
