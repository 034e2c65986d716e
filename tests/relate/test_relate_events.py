"""Which stories report the same event, which only a neighbouring one."""

from __future__ import annotations

import datetime as dt

import numpy as np
from made_up_news import DAY, body, item

from tui.model import MatchKind
from tui.relate.finding.item import Item
from tui.relate.finding.kept import EVER, NEVER
from tui.relate.finding.likeness import Reports, alike
from tui.relate.finding.nearness import Edges, Graph
from tui.relate.finding.segments import parts_of
from tui.relate.relate import relate

BRIDGE = (
    "# Bridge over the Orlva collapses, at least 12 dead",
    "At least 12 people died when the Tessin bridge over the river Orlva collapsed under a goods train on Monday.",
    "Rescue workers pulled 31 survivors from the water below Varnsted, the regional governor, Henrike Aalbers, said. "
    "Divers were still looking for 4 missing railway workers as night fell over the valley.",
    "The bridge, built in 1931, had been closed for repairs twice in the past year. Inspectors had warned of rust in "
    "its southern pier, according to a report seen by the local paper.",
)
BRIDGE_AGAIN = (
    "# Goods train falls into river as bridge gives way near Varnsted",
    "A goods train plunged into the Orlva on Monday when the ageing Tessin bridge gave way beneath it, killing at "
    "least 12 people.",
    "Governor Henrike Aalbers told reporters that 31 people had been rescued and that four railway workers were "
    "unaccounted for.",
    "Rust had been found last year in the southern pier of the bridge, which dates from 1931, inspectors wrote.",
)
INQUIRY = (
    "# Inquiry into bridge collapse opens in Varnsted",
    "Hearings on the collapse of the Tessin bridge over the Orlva began on Thursday, with lawyers for the families of "
    "the dead demanding to know why trains were still allowed across.",
    "Judge Piet Lommerse will hear the governor, Henrike Aalbers, and the inspectors who found rust in the pier.",
    "The railway company has denied negligence. A verdict is expected in the spring.",
)
ELECTION = (
    "# Turnout high as Maredonia votes",
    "Voters queued around the block in the capital of Maredonia as polls opened for the first presidential ballot in "
    "nine years, with 5 candidates running.",
    "President Oluwe Marrakand cast his vote early and promised to accept the result. His rival, the former banker "
    "Cecily Thandeka, called on her supporters to stay calm.",
)


def pairs(items: list[Item], kind: MatchKind) -> list[set[str]]:
    return [{match.left, match.right} for match in relate(items).matches if match.kind is kind]


def days(number: int) -> dt.date:
    return DAY + dt.timedelta(days=number)


def test_two_reports_in_other_words_are_one_event() -> None:
    items = [item(*BRIDGE, name="a"), item(*BRIDGE_AGAIN, name="b", day=days(1)), item(*ELECTION, name="c")]
    assert pairs(items, MatchKind.EVENT) == [{"a", "b"}]
    (match,) = (m for m in relate(items).matches if m.kind is MatchKind.EVENT)
    assert match.likeness > 0.2
    assert match.days_apart == 1
    assert [event.stories for event in relate(items).events] == [("a", "b")]


def test_a_later_event_of_the_same_people_is_related_and_not_the_same() -> None:
    items = [
        item(*BRIDGE, name="a"),
        item(*BRIDGE_AGAIN, name="b"),
        item(*INQUIRY, name="c", day=days(40)),
        item(*ELECTION, name="d", day=days(40)),
    ]
    assert pairs(items, MatchKind.EVENT) == [{"a", "b"}]
    assert all("c" in pair and "d" not in pair for pair in pairs(items, MatchKind.RELATED))
    assert pairs(items, MatchKind.RELATED)


def test_what_happened_long_after_is_not_even_related() -> None:
    items = [item(*BRIDGE, name="a"), item(*INQUIRY, name="b", day=days(900))]
    assert relate(items).matches == ()


def test_an_undated_report_joins_its_event_and_gets_its_days() -> None:
    items = [item(*BRIDGE, name="a", day=days(0)), item(*BRIDGE_AGAIN, name="b", day=None)]
    relations = relate(items)
    assert [event.stories for event in relations.events] == [("a", "b")]
    placed = relations.placed["b"]
    assert (placed.earliest, placed.latest) == (days(0), days(2))
    assert "on Monday" in placed.evidence


def test_copies_of_a_report_stand_in_its_event() -> None:
    copy = (*BRIDGE, *body(5, 24))
    items = [item(*BRIDGE, name="a"), item(*copy, name="b"), item(*BRIDGE_AGAIN, name="c")]
    relations = relate(items)
    assert [group.stories for group in relations.groups] == [("a", "b")]
    assert [event.stories for event in relations.events] == [("a", "b", "c")]
    assert pairs(items, MatchKind.EVENT) == [{"a", "c"}]


def test_stories_of_nearly_no_words_are_no_event() -> None:
    assert relate([item("# Live", "Watch live.", name="a"), item("# Live", "Watch live.", name="b")]).events == ()


def found(pairs: list[tuple[int, int, float]], *day: int | None) -> list[list[int]]:
    """The clusters of these pairs, each story on a day (None: any day)."""
    edges: dict[int, Edges] = {}
    for story in range(len(day)):
        near = sorted((a + b - story, alike) for a, b, alike in pairs if story in (a, b))
        edges[story] = (np.array([n for n, _ in near], dtype=np.int64), np.array([a for _, a in near], np.float32))
    first = np.array([NEVER if one is None else one for one in day])
    last = np.array([EVER if one is None else one for one in day])
    _, clusters = Graph(edges, lambda numbers: (first[numbers], last[numbers])).events(range(len(day)), int)
    return clusters


def test_the_most_alike_are_merged_first_and_an_event_spans_no_more_than_seven_days() -> None:
    edges = [(0, 1, 0.5), (1, 2, 0.6)]
    assert found(edges, 0, 5, 10) == [[1, 2]]
    assert found(edges, 0, 7, 15) == [[0, 1]]


def test_an_undated_story_takes_part_and_ties_no_distant_days() -> None:
    edges = [(0, 1, 0.6), (1, 2, 0.5)]
    assert found(edges, 0, None, 22) == [[0, 1]]
    assert found(edges, 0, None, 6) in ([[0, 1, 2]], [[0, 1]])


def test_one_bridge_between_two_events_does_not_make_them_one() -> None:
    inside = [(a, b, 0.6) for group in (range(4), range(4, 8)) for a in group for b in group if a < b]
    assert found([*inside, (3, 4, 0.55)], *[0] * 8) == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_amid_many_stories_much_alike_two_must_be_more_so() -> None:
    alone = [(0, 1, 0.2)]
    assert found(alone, 0, 0) == [[0, 1]]
    crowded = [(a, b, 0.6) for a in range(9) for b in range(a + 1, 9)]
    crowded += [(a, b, 0.6) for a in range(9, 18) for b in range(a + 1, 18)]
    neighbouring = [(a, b, 0.2) for a in range(9) for b in range(9, 18)]
    assert found([*crowded, *neighbouring], *[0] * 18) == [list(range(9)), list(range(9, 18))]


def test_likeness_is_found_between_all_that_may_lie_near() -> None:
    bodies = [BRIDGE, BRIDGE_AGAIN, INQUIRY, ELECTION]
    items = [
        item(*lines, name=f"s{n}", day=day)
        for n, (lines, day) in enumerate(zip(bodies, (days(0), None, days(9), None), strict=True))
    ]
    spans = [
        (NEVER, EVER) if day is None else (day.toordinal(), day.toordinal()) for day in (days(0), None, days(9), None)
    ]
    parts = parts_of([one.features for one in items], set())
    first, last = (np.array(column, dtype=np.int32) for column in zip(*spans, strict=True))
    reports = Reports(np.arange(4), first, last, parts["heavy"], parts["terms"])
    told = [
        (int(one), int(other))
        for pairs in alike(reports, reports)
        for one, other in zip(pairs.left, pairs.right, strict=True)
    ]
    seen = {(min(pair), max(pair)) for pair in told}
    assert {(0, 1), (0, 2), (1, 2)} <= seen
    assert len(seen) == len(told)
