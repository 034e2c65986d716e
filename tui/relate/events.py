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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Two clusters are one event when their stories are so alike on average, as scaled.
LEAST_SCALED = 0.42
LONGEST_EVENT = 7
# The days over which likeness fades: of stories as much alike, those further apart are less often of one event.
_FADING = 8.0
# The neighbours that tell how crowded it is about a story, the least that is taken for crowded, and how much it counts.
_NEIGHBOURS = 6
_UNCROWDED = 0.2
_SCALING = 0.35

_OPEN = 1 << 30

Span = tuple[dt.date | None, dt.date | None]
Alike = tuple[int, int, float]


@dataclass(slots=True)
class _Cluster:
    members: list[int]
    last_earliest: int
    first_latest: int
    links: dict[int, float]


def clusters(count: int, pairs: Iterable[Alike], spans: Sequence[Span]) -> list[list[int]]:
    """The events of two stories and more among `count` stories.

    `pairs` are numbers of stories with their likeness; `spans` the earliest and latest day of each, None for open.
    """
    days = [(first.toordinal() if first else 0, last.toordinal() if last else _OPEN) for first, last in spans]
    at = {number: _Cluster([number], first, last, {}) for number, (first, last) in enumerate(days)}
    heap: list[tuple[float, int, int]] = []
    for left, right, likeness in _scaled(count, pairs, days):
        at[left].links[right] = likeness
        at[right].links[left] = likeness
        if likeness >= LEAST_SCALED:
            heap.append((-likeness, min(left, right), max(left, right)))
    heapq.heapify(heap)
    new = count
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


def _scaled(count: int, pairs: Iterable[Alike], days: Sequence[tuple[int, int]]) -> list[Alike]:
    """The pairs near enough in time to be of one event, their likeness faded by days and scaled by crowding."""
    near = []
    about: list[list[float]] = [[] for _ in range(count)]
    for left, right, likeness in pairs:
        apart = max(days[left][0] - days[right][1], days[right][0] - days[left][1], 0)
        if apart <= LONGEST_EVENT:
            faded = likeness / (1 + (apart / _FADING) ** 2)
            near.append((left, right, faded))
            about[left].append(faded)
            about[right].append(faded)
    crowding = [
        max(_UNCROWDED, sum(heapq.nlargest(_NEIGHBOURS, likenesses)) / _NEIGHBOURS) ** _SCALING for likenesses in about
    ]
    return [(left, right, faded / (crowding[left] * crowding[right])) for left, right, faded in near]


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
