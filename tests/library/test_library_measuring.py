"""What stories are compared by: taken after all can be listed and searched, and never at the cost of the list."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from shelf import STORIES, Shelf

from tui.library.building.build import passes_after_reading
from tui.library.building.reading import read_new
from tui.library.building.store import Store
from tui.library.building.work import Orders, Work
from tui.library.building.workers import Workers
from tui.library.changes import Pass, Stage
from tui.library.file.opening import make_ready
from tui.library.word import Word
from tui.search.query import parse

COPIED = {**STORIES, "again.txt": STORIES["flood.txt"]}


def test_all_can_be_searched_before_anything_is_compared(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, COPIED)
    shelf.build(stop=lambda: any(isinstance(told, Stage) and told.name is Pass.MEASURING for told in shelf.changes))
    assert shelf.done.stopped
    with shelf.open() as library:
        assert library.summary().stories == 4
        assert library.summary().copies == 0
        assert len(library.search(parse("soldiers")).numbers) == 2
    shelf.build()
    with shelf.open() as library:
        assert library.summary().copies == 1


def test_what_was_measured_is_not_measured_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, COPIED)
    shelf.build()
    shelf.write("new.txt", "Ferry to the islands\n\nPORT SELBY, May 3, 2023 - A ferry will go to the islands again.\n")
    shelf.build()
    measured = [told for told in shelf.told(Stage) if isinstance(told, Stage) and told.name is Pass.MEASURING]
    assert {told.total for told in measured} == {1}


def test_a_story_that_cannot_be_measured_is_told_as_a_problem_and_costs_no_other(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, COPIED)
    make_ready(shelf.path)
    orders = Orders(lambda _change: None, lambda: False, Word(), 1)
    with Workers(1, module="faint_worker") as pool, closing(Store(shelf.path)) as store:
        read_new(Work(store, pool, orders), [str(shelf.folder)])
        passes_after_reading(Work(store, pool, orders))
    with shelf.open() as library:
        assert library.summary().stories == 4
        assert library.summary().copies == 1
        (problem,) = library.problems()
        assert problem.path.endswith("bridge.txt")
        assert problem.reason.startswith("it was not compared with others: ")
    shelf.build()
    assert Pass.MEASURING.value not in shelf.passes
