"""A story of unknown day is like reports of all years: it is tied to the nearest, and ties nothing else together."""

from __future__ import annotations

import numpy as np

from tui.relate.finding.nearness import Edges, Graph
from tui.relate.finding.segments import EVER, NEVER

DAYS = {1: 1000, 2: 1001, 3: 5000, 4: 5001}


def graph(alike: dict[tuple[int, int], float]) -> Graph:
    """Stories 1 to 4 on the days above; those of other numbers may lie on any day."""
    held: dict[int, dict[int, float]] = {}
    for (one, other), likeness in alike.items():
        held.setdefault(one, {})[other] = held.setdefault(other, {})[one] = likeness
    edges: dict[int, Edges] = {
        number: (np.array(sorted(near)), np.array([near[other] for other in sorted(near)], dtype=np.float32))
        for number, near in held.items()
    }
    return Graph(
        edges,
        lambda numbers: (
            np.array([DAYS.get(number, NEVER) for number in numbers.tolist()]),
            np.array([DAYS.get(number, EVER) for number in numbers.tolist()]),
        ),
    )


def test_a_story_of_unknown_day_ties_no_two_times_together() -> None:
    alike = {(1, 2): 0.8, (3, 4): 0.8, (9, 1): 0.7, (9, 2): 0.7, (9, 3): 0.6, (9, 4): 0.6}
    reached, found = graph(alike).events([9], lambda number: number)
    assert reached == {9, 1, 2}
    assert found == [[1, 2, 9]]
    assert graph(alike).events([4], lambda number: number) == ({3, 4}, [[3, 4]])


def test_stories_of_unknown_day_make_an_event_of_their_own() -> None:
    reached, found = graph({(7, 8): 0.7, (8, 9): 0.7, (7, 9): 0.7, (9, 3): 0.1}).events([7], lambda number: number)
    assert reached == {7, 8, 9}
    assert found == [[7, 8, 9]]


def test_a_nearer_report_that_comes_frees_those_that_were_tied() -> None:
    before = {(1, 2): 0.8, (9, 3): 0.5}
    now = graph({**before, (9, 1): 0.7, (9, 2): 0.6})
    assert now.felt({1}, {2: {1: 0.8}}) >= {1, 2, 3, 9}
