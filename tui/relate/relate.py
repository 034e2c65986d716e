"""What stories are to one another: copies, parts, events and placed dates, in a fixed order without a loop.

Copies, then dates from them; events, then dates from them; events once more. What has been related is kept, and when
stories come, change or go, only what hangs on them is looked at again; the outcome is what relating all of them at once
would give.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from tui.model import Event, Group, Match, MatchKind, Relations, Verdict
from tui.relate.finding import reporting, tying
from tui.relate.finding.copies import Overlap
from tui.relate.finding.indexing import Indexed, Step, index
from tui.relate.finding.item import Item
from tui.relate.finding.kept import Kept, Known, placed_moment
from tui.relate.finding.nearness import NO_EDGES
from tui.relate.finding.telling import Telling
from tui.relate.finding.tie import Tie

__all__ = ["Happened", "Item", "Related", "known", "relate", "relate_changes", "relations"]

# How far relating is when each of its steps ends, by what they take.
_STEPS = {"index": 0.25, "compare": 0.5, "link": 0.85, "tell": 1.0}


@dataclass(frozen=True, slots=True)
class Happened:
    """The stories that have come, or have changed, and those that are gone; all verdicts of the reader, and the keys
    of stories of which he says something else than before; stories of groups that are known to have lost some."""

    come: Collection[int]
    gone: Collection[int] = ()
    verdicts: Sequence[Verdict] = ()
    spoken: Collection[str] = ()
    shaken: Collection[int] = ()


@dataclass(slots=True)
class Related:
    """What a change did: the stories whose date, group, event or ties were looked at, and whose edges, pairs of
    equal words or ties are not what they were."""

    stories: set[int] = field(default_factory=set)
    edges: set[int] = field(default_factory=set)
    shared: set[int] = field(default_factory=set)
    ties: set[int] = field(default_factory=set)


def relate(items: Sequence[Item], verdicts: Sequence[Verdict] = ()) -> Relations:
    """The relations of some stories. The reader's verdicts win over what is measured.

    `matches` are the verified pairs, ids in the order of time but for parts (the whole stands left); `placed` has
    every id. The result is the same in whatever order the items come.
    """
    kept = Kept({number: item.features for number, item in enumerate(items, 1)})
    for number, item in enumerate(items, 1):
        kept.known[number] = known(number, item)
    relate_changes(kept, Happened(list(kept.known), verdicts=verdicts))
    return relations(kept)


def known(number: int, item: Item) -> Known:
    """A story that has come, or has changed, for `Kept.known`."""
    return Known(item.id, item.path, item.part, item.when, item.when, item.when, number)


def _anything(_: float) -> None:
    """Nobody hears."""


def relate_changes(kept: Kept, happened: Happened, step: Step = _anything) -> Related:
    """Bring what is kept up to date with what happened.

    Stories that came stand in `kept.known` as they are now, those that are gone stand there no more. `step` hears how
    much is done (0 to 1), often; it may raise to end the work, and then nothing that is kept holds any more.
    """
    come, gone = set(happened.come), set(happened.gone)
    made = index(kept, come, gone, _part(step, "", "index"))
    overlap = Overlap(kept.features, lambda number: kept.known[number].said, kept.furniture)
    shared = tying.compare(kept, overlap, made, gone, _part(step, "index", "compare"))
    word = tying.Word(kept, happened.verdicts)
    copies = tying.Copies(kept, overlap, word)
    touched = shared | come | {*happened.shaken} | {number for key in happened.spoken for number in word.numbers(key)}
    for number in come | gone:
        touched.update(kept.groups.pop(number, ()))
    touched -= gone
    for number in come & touched:
        touched.update(copies.of(number))
    moved = tying.place(kept, copies, touched)
    folded = tying.fold(kept, copies, touched | moved)
    result = _report(kept, made, gone, folded | moved, _part(step, "compare", "link"))
    told = Telling(kept, copies, overlap, made.new)
    tie_again = (result.ties | touched | folded | made.new) - gone
    _tell(kept, told, tie_again, gone, result)
    result.shared = shared | come | gone | made.new
    result.stories |= folded | come | touched
    step(1.0)
    return result


def _part(step: Step, begin: str, end: str) -> Step:
    """The steps of one part of the work, as steps of the whole."""
    first = _STEPS.get(begin, 0.0)
    return lambda done: step(first + (_STEPS[end] - first) * done)


def _report(kept: Kept, made: Indexed, gone: set[int], folded: set[int], step: Step) -> Related:
    """Events and the dates that they give, of all that may have changed. The ties of `ties` must be told anew."""
    again = reporting.stand(kept, folded | made.come) | made.come
    touched = again | gone
    lost = reporting.cut(kept, touched)
    edges = touched | lost.keys() | reporting.link(kept, again, step)
    lead = {kept.known[number].first for number in folded}
    likeness = reporting.graph(kept, placed=False)
    felt = again if made.everything else likeness.felt(touched, lost)
    events = reporting.cluster(kept, likeness, _leading(kept, felt | lead, gone))
    moved = reporting.date(kept, events)
    likeness = reporting.graph(kept, placed=True)
    if made.everything:
        spans = {placed: reporting.days(kept, placed=placed) for placed in (False, True)}
        shifted = {n for n in events if reporting.span_of(spans[False], n) != reporting.span_of(spans[True], n)}
        felt = likeness.felt(shifted, reporting.facing(kept, shifted, {}))
        events.update(reporting.cluster(kept, likeness, _leading(kept, felt, gone)))
    else:
        shifted = {number for number in moved if kept.known[number].first == number}
        felt = likeness.felt(touched | shifted, reporting.facing(kept, shifted - touched, lost))
        lead.update(kept.known[number].first for number in moved)
        events = reporting.cluster(kept, likeness, _leading(kept, felt | lead, gone))
    for number in gone:
        kept.events.pop(number, None)
    regrouped = reporting.gather(kept, events)
    changed = (edges | moved | regrouped | folded) - gone
    leading = {kept.known[number].first for number in changed} | changed
    ties = leading | {other for n in leading for other in kept.edges.get(n, NO_EDGES)[0].tolist()}
    return Related(stories=changed, edges=edges, ties=ties)


def _leading(kept: Kept, numbers: Collection[int], gone: Collection[int]) -> set[int]:
    return {number for number in numbers if number not in gone and kept.known[number].first == number}


def _tell(kept: Kept, telling: Telling, stories: set[int], gone: set[int], result: Related) -> None:
    """Put the ties of these stories in the place of those that they had."""
    told = telling.tell(stories)
    result.ties = set(gone)
    for number in stories | gone:
        was, now = kept.ties.get(number, {}), told.get(number, {})
        if was == now:
            continue
        result.ties.add(number)
        for other, copy in was.keys() - now.keys():
            if other not in stories and other not in gone:
                kept.ties[other] = {key: tie for key, tie in kept.ties[other].items() if key != (number, copy)}
                result.ties.add(other)
        for (other, copy), tie in now.items():
            if other not in stories and was.get((other, copy)) != tie:
                kept.ties[other] = {**kept.ties.get(other, {}), (number, copy): tie}
                result.ties.add(other)
        if now:
            kept.ties[number] = now
        else:
            kept.ties.pop(number, None)


def relations(kept: Kept) -> Relations:
    """All that is kept, by ids."""

    def moment(number: int) -> object:
        return placed_moment(kept.known[number])

    def ids(numbers: Sequence[int]) -> tuple[str, ...]:
        return tuple(kept.known[number].id for number in numbers)

    pairs = {tie for ties in kept.ties.values() for tie in ties.values()}
    groups = sorted({*kept.groups.values()}, key=lambda group: moment(group[0]))  # type: ignore[arg-type, return-value]
    events = sorted({*kept.events.values()}, key=lambda event: moment(event[0]))  # type: ignore[arg-type, return-value]
    return Relations(
        matches=tuple(sorted((_match(kept, tie) for tie in pairs), key=_rank)),
        groups=tuple(Group(ids(group)) for group in groups),
        events=tuple(Event(ids(event)) for event in events),
        placed={story.id: story.placed for story in kept.known.values()},
    )


def _match(kept: Kept, tie: Tie) -> Match:
    return Match(
        left=kept.known[tie.left].id,
        right=kept.known[tie.right].id,
        kind=tie.kind,
        shared_left=tie.shared_left,
        shared_right=tie.shared_right,
        shared_words=tie.shared_words,
        jaccard=tie.jaccard,
        likeness=tie.likeness,
        days_apart=tie.days_apart,
        by_reader=tie.by_reader,
    )


def _rank(match: Match) -> tuple[int, float, str, str]:
    likeness = match.jaccard if match.kind not in (MatchKind.EVENT, MatchKind.RELATED) else match.likeness
    return (list(MatchKind).index(match.kind), -likeness, match.left, match.right)
