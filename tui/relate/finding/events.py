"""Events: stories that report the same thing in other words.

Average link on a sparse graph of likeness (missing edges count as none), the most alike merged first; a merge is
refused when the stories would span more than seven days. A story that may lie on several days takes part with all of
them. One that is left alone joins the event that has three stories as much like it.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# Two clusters are one event when their stories are so alike on average, as scaled.
LEAST_SCALED = 0.55
LONGEST_EVENT = 7
# A story that is left alone joins an event by so many stories of it, those most like it.
_NEAREST = 3

_Pair = tuple[int, int]


@dataclass(slots=True)
class _Cluster:
    members: list[int]
    last_earliest: int
    first_latest: int
    links: dict[int, float]


def average_link(spans: Sequence[tuple[int, int]], likeness: Mapping[_Pair, float]) -> list[list[int]]:
    """The clusters of two and more of so many things by the likeness of pairs of them (0 where none is given).

    `spans` are the first and last day of each. Of what is equally alike the lower numbers are merged first.
    """
    at = {place: _Cluster([place], first, last, {}) for place, (first, last) in enumerate(spans)}
    heap = [(-alike, one, other) for (one, other), alike in likeness.items() if alike >= LEAST_SCALED]
    for (one, other), alike in likeness.items():
        at[one].links[other] = at[other].links[one] = alike
    heapq.heapify(heap)
    new = len(spans)
    while heap:
        _, left, right = heapq.heappop(heap)
        if left not in at or right not in at:
            continue
        merged = _merged(at[left], at[right], (left, right))
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
    found = [cluster for cluster in at.values() if len(cluster.members) > 1]
    if found:
        _take_in(found, spans, likeness)
    return sorted(sorted(cluster.members) for cluster in found)


def _take_in(found: Sequence[_Cluster], spans: Sequence[tuple[int, int]], likeness: Mapping[_Pair, float]) -> None:
    """Let things that are alone join the cluster whose nearest members are as much like them as its own must be.

    The mean over all members of an event that is told at length in many ways leaves out reports that tell one side.
    """
    cluster_of = {member: place for place, cluster in enumerate(found) for member in cluster.members}
    near: dict[tuple[int, int], list[float]] = {}
    for pair, alike in likeness.items():
        for one, other in (pair, pair[::-1]):
            if one not in cluster_of and other in cluster_of:
                near.setdefault((one, cluster_of[other]), []).append(alike)
    joining = []
    for (thing, place), alikes in near.items():
        mean = sum(sorted(alikes, reverse=True)[:_NEAREST]) / min(_NEAREST, len(found[place].members))
        if mean >= LEAST_SCALED:
            joining.append((-mean, thing, place))
    joined = set()
    for _, thing, place in sorted(joining):
        cluster = found[place]
        last_earliest = max(cluster.last_earliest, spans[thing][0])
        first_latest = min(cluster.first_latest, spans[thing][1])
        if thing not in joined and last_earliest - first_latest <= LONGEST_EVENT:
            joined.add(thing)
            cluster.members.append(thing)
            cluster.last_earliest, cluster.first_latest = last_earliest, first_latest


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
