"""Which stories are somewhat alike, which of them report one event, and the dates that this gives."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np

from tui.relate.finding.indexing import Step
from tui.relate.finding.kept import Kept, placed_moment, span
from tui.relate.finding.likeness import NONE_ALIKE, Reports, alike
from tui.relate.finding.nearness import NO_EDGES, Days, Edges, Graph
from tui.relate.finding.placing import from_event, settled
from tui.relate.finding.ragged import Numbers, among, joined

# The likeness that stories had to others, by the others.
Lost = dict[int, dict[int, float]]
# So many stories are compared with all others at once; of fewer, the others are gone through segment by segment.
_MANY = 2048


def stand(kept: Kept, numbers: Collection[int]) -> set[int]:
    """Write down where these stories lie in time and which of them lead; those that must be compared anew."""
    sought = np.array(sorted(numbers), dtype=np.int64)
    again = set()
    for segment, rows in kept.segments.items():
        for place in np.flatnonzero(among(sought, rows.numbers)[0]).tolist():
            number = int(rows.numbers[place])
            first, last = span(kept.known[number].copied)
            leads = kept.known[number].first == number
            if (rows.first[place], rows.last[place], rows.leads[place]) != (first, last, leads):
                rows.first[place], rows.last[place], rows.leads[place] = first, last, leads
                kept.touched(segment)
                again.add(number)
    return again


def cut(kept: Kept, numbers: Collection[int]) -> Lost:
    """Forget the edges of these stories; what the stories on both sides have lost."""
    lost: Lost = {}
    for number in numbers:
        for other, likeness in _edges(kept, number):
            lost.setdefault(other, {})[number] = likeness
        kept.edges.pop(number, None)
    for other, gone in lost.items():
        others, likenesses = kept.edges.get(other, NO_EDGES)
        stays = ~np.isin(others, list(gone))
        if not stays.all():
            kept.edges[other] = (others[stays], likenesses[stays])
    return lost


def facing(kept: Kept, numbers: Collection[int], lost: Lost) -> Lost:
    """What is lost, together with what these stories are to others now, as if that were lost too."""
    held = {other: dict(likeness) for other, likeness in lost.items()}
    for number in numbers:
        for other, likeness in _edges(kept, number):
            mine = held.setdefault(other, {})
            mine[number] = max(likeness, mine.get(number, 0.0))
    return held


def _edges(kept: Kept, number: int) -> Iterable[tuple[int, float]]:
    others, likeness = kept.edges.get(number, NO_EDGES)
    return zip(others.tolist(), likeness.tolist(), strict=True)


def link(kept: Kept, numbers: Collection[int], step: Step) -> set[int]:
    """Find what is somewhat like these stories, which have no edges yet; the stories that have new edges."""
    leading = np.array(sorted(n for n in numbers if kept.known[n].first == n), dtype=np.int64)
    if not len(leading):
        return set()
    many = len(leading) > _MANY
    blocks = _reports(kept, None)
    stories = _all([_of(block, leading) for block in _reports(kept, leading)])
    others: Iterable[Reports] = [_all(list(blocks))] if many else blocks
    found = [NONE_ALIKE]
    for block in others:
        for done, pairs in enumerate(alike(stories, block), 1):
            found.append(pairs)
            step(1 - 1 / (1 + done / 32) if not many else min(1.0, done * 512 / len(leading)))
    left, right, likeness = (
        np.concatenate([getattr(pairs, name) for pairs in found]) for name in ("left", "right", "likeness")
    )
    one, other = np.concatenate((left, right)), np.concatenate((right, left))
    order = np.lexsort((other, one))
    one, other, both = one[order], other[order], np.concatenate((likeness, likeness))[order]
    having, begins, counts = np.unique(one, return_index=True, return_counts=True)
    for number, begin, end in zip(having.tolist(), begins.tolist(), (begins + counts).tolist(), strict=True):
        held = kept.edges.get(number, NO_EDGES)
        new = (other[begin:end], both[begin:end])
        kept.edges[number] = _merged(held, new) if len(held[0]) else new
    return set(having.tolist())


def _merged(one: Edges, other: Edges) -> Edges:
    numbers, likeness = np.concatenate((one[0], other[0])), np.concatenate((one[1], other[1]))
    order = np.argsort(numbers)
    return numbers[order], likeness[order]


def _reports(kept: Kept, wanted: Numbers | None) -> Iterable[Reports]:
    """The stories that lead, segment by segment; of those segments alone that have one of the wanted."""
    for segment, rows in kept.segments.items():
        places = np.flatnonzero(rows.leads & (rows.numbers > 0))
        if wanted is not None and not among(wanted, rows.numbers[places])[0].any():
            continue
        yield Reports(
            rows.numbers[places],
            rows.first[places],
            rows.last[places],
            kept.part(segment, "heavy").take(places),
            kept.part(segment, "terms").take(places),
        )


def _of(block: Reports, numbers: Numbers) -> Reports:
    return block.take(np.flatnonzero(among(numbers, block.numbers)[0]))


def _all(blocks: Sequence[Reports]) -> Reports:
    return Reports(
        np.concatenate([block.numbers for block in blocks]),
        np.concatenate([block.first for block in blocks]),
        np.concatenate([block.last for block in blocks]),
        joined([block.heavy for block in blocks]),
        joined([block.terms for block in blocks]),
    )


def days(kept: Kept, *, placed: bool) -> Days:
    """The days of stories as their copies give them; or as they are placed."""
    known: dict[int, tuple[int, int]] = {}

    def spans(numbers: Numbers) -> tuple[Numbers, Numbers]:
        sought = numbers.tolist()
        for number in sought:
            if number not in known:
                known[number] = span(kept.known[number].placed if placed else kept.known[number].copied)
        first, last = zip(*(known[number] for number in sought), strict=True) if sought else ((), ())
        return np.array(first, dtype=np.int64), np.array(last, dtype=np.int64)

    return spans


def graph(kept: Kept, *, placed: bool) -> Graph:
    """The likeness of stories on the days as their copies give them; or as they are placed."""
    return Graph(kept.edges, days(kept, placed=placed))


def cluster(kept: Kept, likeness: Graph, seeds: Collection[int]) -> dict[int, tuple[int, ...]]:
    """The events of these leading stories and of all whose events may hang on theirs: the leading stories of each."""
    reached, found = likeness.events(seeds, lambda number: kept.known[number].id)
    events: dict[int, tuple[int, ...]] = {number: (number,) for number in reached}
    for event in found:
        events.update(dict.fromkeys(event, tuple(event)))
    return events


def with_copies(kept: Kept, event: Iterable[int]) -> tuple[int, ...]:
    """The stories of an event with the copies that they lead."""
    return tuple(number for lead in event for number in kept.groups.get(lead, (lead,)))


def date(kept: Kept, events: Mapping[int, tuple[int, ...]]) -> set[int]:
    """Give the stories of these events, copies included, their dates; those whose date is another one now."""
    changed = set()
    for event in set(events.values()):
        stories = with_copies(kept, event)
        for number in stories:
            story = kept.known[number]
            placed = story.copied
            if len(stories) > 1 and not settled(placed):
                others = [kept.known[other].copied for other in stories if other != number]
                placed = from_event(placed, kept.features[number].weekdays, others)
            if placed != story.placed:
                story.placed = placed
                changed.add(number)
    return changed


def gather(kept: Kept, events: Mapping[int, tuple[int, ...]]) -> set[int]:
    """Write down these events, and their groups, in the order of time; the stories that stand in others than before."""
    changed = set()
    for event in set(events.values()):
        stories = with_copies(kept, event)
        ordered = tuple(sorted(stories, key=lambda number: placed_moment(kept.known[number])))
        for number in stories:
            if kept.events.get(number, (number,)) != ordered:
                changed.add(number)
            if len(ordered) > 1:
                kept.events[number] = ordered
            else:
                kept.events.pop(number, None)
        for lead in event:
            if (group := kept.groups.get(lead)) is not None:
                behind = sorted(group[1:], key=lambda number: placed_moment(kept.known[number]))
                kept.groups.update(dict.fromkeys(group, (lead, *behind)))
    return changed


def span_of(spans: Days, number: int) -> tuple[int, int]:
    """The days of one story."""
    first, last = spans(np.array([number], dtype=np.int64))
    return int(first[0]), int(last[0])
