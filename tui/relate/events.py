"""Events: stories that report the same thing in other words.

Average link on a sparse graph of likeness (missing edges count as none), the most alike merged first; a merge is
refused when the stories would span more than seven days. A story that may lie on several days takes part with all of
them.
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Two clusters are one event when their stories are so alike on average.
LEAST_LIKENESS = 0.24
LONGEST_EVENT = 7

Span = tuple[dt.date | None, dt.date | None]


@dataclass(slots=True)
class _Cluster:
    members: list[int]
    last_earliest: int
    first_latest: int
    links: dict[int, float]


def clusters(count: int, pairs: Iterable[tuple[int, int, float]], spans: Sequence[Span]) -> list[list[int]]:
    """The events of two stories and more among `count` stories.

    `pairs` are numbers of stories with their likeness; `spans` the earliest and latest day of each, None for open.
    """
    at = {
        number: _Cluster(
            [number], span[0].toordinal() if span[0] else 0, span[1].toordinal() if span[1] else 1 << 30, {}
        )
        for number, span in enumerate(spans[:count])
    }
    heap: list[tuple[float, int, int]] = []
    for left, right, likeness in pairs:
        at[left].links[right] = likeness
        at[right].links[left] = likeness
        if likeness >= LEAST_LIKENESS:
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
            if mean >= LEAST_LIKENESS:
                heapq.heappush(heap, (-mean, neighbour, new))
        new += 1
    return sorted(sorted(cluster.members) for cluster in at.values() if len(cluster.members) > 1)


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
