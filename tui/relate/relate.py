"""What stories are to one another: copies, parts, events and placed dates, in a fixed order without a loop.

Copies, then dates from them; events, then dates from them; events once more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from tui.model import Event, Group, Match, MatchKind, Relations, Verdict, When
from tui.relate.finding.copies import Overlap, copy_pairs, folded
from tui.relate.finding.events import clusters
from tui.relate.finding.item import Item
from tui.relate.finding.likeness import WINDOW, Alike, alike
from tui.relate.finding.order import Moment, in_order_of_time
from tui.relate.finding.placing import bounds, from_copies, from_event, gap

__all__ = ["Item", "relate"]

_MOST_RELATED = 5
# Of an event that never ends, each story is paired with so many others, the most alike.
_MOST_PAIRED = 64
_SAME_COPY = (MatchKind.IDENTICAL, MatchKind.COPY)

# What is as much alike as this, and not of one event, is a neighbouring event.
_LEAST_RELATED = 0.24


def relate(items: Sequence[Item], verdicts: Sequence[Verdict] = ()) -> Relations:
    """The relations of some stories. The reader's verdicts win over what is measured.

    `matches` are the verified pairs, ids in the order of time but for parts (the whole stands left); `placed` has
    every id. The result is the same in whatever order the items come.
    """
    items = sorted(items, key=lambda item: (item.path, item.part, item.id))
    overlap = Overlap(items)
    copies = _as_the_reader_says(items, overlap, copy_pairs(overlap), verdicts)
    placed = _placed_by_copies(items, copies)
    groups = folded(items, copies, _moments(items, placed), verdicts)
    firsts = _firsts(items, groups)
    pairs = _alike(firsts, placed)
    events = _events(firsts, groups, pairs, placed)
    placed = _placed_by_events(items, events, placed)
    groups = folded(items, copies, _moments(items, placed), verdicts)
    if (again := _firsts(items, groups)) != firsts:
        firsts = again
        pairs = _alike(firsts, placed)
    events = _events(firsts, groups, pairs, placed)
    moment = _moments(items, placed)
    matches = [*copies, *_event_pairs(firsts, pairs, events, overlap, placed)]
    return Relations(
        matches=tuple(sorted((_finished(match, moment, placed) for match in matches), key=_rank)),
        groups=tuple(sorted(groups, key=lambda group: moment(group.first))),
        events=tuple(sorted((Event(tuple(sorted(event, key=moment))) for event in events), key=lambda e: moment(e.id))),
        placed=placed,
    )


def _as_the_reader_says(
    items: Sequence[Item], overlap: Overlap, found: Iterable[Match], verdicts: Sequence[Verdict]
) -> list[Match]:
    """The pairs found, without those that the reader calls different, with those that he calls the same."""
    word = {frozenset((verdict.left, verdict.right)): verdict.same for verdict in verdicts}
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        numbers[item.key].append(number)
    key = {item.id: item.key for item in items}
    kept = {}
    for match in found:
        said = word.get(frozenset((key[match.left], key[match.right])))
        if said is not False:
            kept[frozenset((match.left, match.right))] = match
    for verdict in verdicts:
        if not verdict.same:
            continue
        for left in numbers[verdict.left]:
            for right in numbers[verdict.right]:
                if left == right:
                    continue
                pair = frozenset((items[left].id, items[right].id))
                match = kept.get(pair) or overlap.match(left, right, MatchKind.COPY)
                kind = match.kind if match.kind in _SAME_COPY else MatchKind.COPY
                kept[pair] = replace(match, kind=kind, by_reader=True)
    return list(kept.values())


def _placed_by_copies(items: Sequence[Item], copies: Iterable[Match]) -> dict[str, When]:
    said = {item.id: item.when for item in items}
    told: defaultdict[str, list[When]] = defaultdict(list)
    for match in copies:
        if match.kind in _SAME_COPY:
            told[match.left].append(said[match.right])
            told[match.right].append(said[match.left])
    return {id: from_copies(when, told[id]) for id, when in said.items()}


def _placed_by_events(
    items: Sequence[Item], events: Iterable[Sequence[str]], placed: Mapping[str, When]
) -> dict[str, When]:
    weekdays = {item.id: item.features.weekdays for item in items}
    found = dict(placed)
    for event in events:
        for id in event:
            found[id] = from_event(placed[id], weekdays[id], [placed[other] for other in event if other != id])
    return found


def _moments(items: Sequence[Item], placed: Mapping[str, When]) -> Callable[[str], Moment]:
    moments = {item.id: in_order_of_time(placed[item.id], item.path, item.part) for item in items}
    return moments.__getitem__


def _firsts(items: Sequence[Item], groups: Iterable[Group]) -> list[Item]:
    """The stories that stand for themselves and for their copies."""
    behind = {id for group in groups for id in group.stories[1:]}
    return [item for item in items if item.id not in behind]


def _alike(firsts: Sequence[Item], placed: Mapping[str, When]) -> Alike:
    return alike([item.features for item in firsts], [bounds(placed[item.id]) for item in firsts])


def _events(
    firsts: Sequence[Item], groups: Iterable[Group], pairs: Alike, placed: Mapping[str, When]
) -> list[list[str]]:
    """The ids of the stories of each event, copies included: copies alone are an event of their own."""
    copies = {group.first: list(group.stories) for group in groups}
    found = clusters(pairs, [bounds(placed[item.id]) for item in firsts])
    alone = set(range(len(firsts))).difference(*found)
    found += [[number] for number in sorted(alone) if firsts[number].id in copies]
    return [[id for number in event for id in copies.get(firsts[number].id, [firsts[number].id])] for event in found]


def _event_pairs(
    firsts: Sequence[Item],
    pairs: Alike,
    events: Iterable[Sequence[str]],
    overlap: Overlap,
    placed: Mapping[str, When],
) -> list[Match]:
    """Pairs of one event, and related ones: a few for each story, the most alike. The first speaks for its copies."""
    event_of = {id: number for number, event in enumerate(events) for id in event}
    number_of = {item.id: number for number, item in enumerate(overlap.items)}
    event = np.array([event_of.get(item.id, -1) for item in firsts], dtype=np.int64)
    one_event = (event[pairs.left] == event[pairs.right]) & (event[pairs.left] >= 0)
    told = np.flatnonzero(one_event | (pairs.likeness >= _LEAST_RELATED))
    told = told[np.lexsort((pairs.right[told], pairs.left[told], -pairs.likeness[told]))]
    found = []
    related: defaultdict[str, int] = defaultdict(int)
    paired: defaultdict[str, int] = defaultdict(int)
    for at in told.tolist():
        one, other = firsts[int(pairs.left[at])].id, firsts[int(pairs.right[at])].id
        likeness = float(pairs.likeness[at])
        if one_event[at]:
            if min(paired[one], paired[other]) >= _MOST_PAIRED:
                continue
            paired[one] += 1
            paired[other] += 1
            match = overlap.match(number_of[one], number_of[other], MatchKind.EVENT)
            found.append(replace(match, likeness=likeness))
        elif max(related[one], related[other]) < _MOST_RELATED and gap(placed[one], placed[other]) <= WINDOW:
            related[one] += 1
            related[other] += 1
            found.append(Match(one, other, MatchKind.RELATED, likeness=likeness))
    return found


def _finished(match: Match, moment: Callable[[str], Moment], placed: Mapping[str, When]) -> Match:
    """A match with its days apart by the placed dates, the earlier story left unless the left one is the whole."""
    one, other = placed[match.left].day, placed[match.right].day
    match = replace(match, days_apart=abs((one - other).days) if one and other else None)
    if match.kind is MatchKind.PART or moment(match.left) <= moment(match.right):
        return match
    return replace(
        match,
        left=match.right,
        right=match.left,
        shared_left=match.shared_right,
        shared_right=match.shared_left,
    )


def _rank(match: Match) -> tuple[int, float, str, str]:
    likeness = match.jaccard if match.kind not in (MatchKind.EVENT, MatchKind.RELATED) else match.likeness
    return (list(MatchKind).index(match.kind), -likeness, match.left, match.right)
