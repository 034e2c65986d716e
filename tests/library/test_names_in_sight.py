"""Who is in the stories that the reader looks at is told before the others are gone through."""

from __future__ import annotations

import queue
import sqlite3
from contextlib import closing
from pathlib import Path

from shelf import Shelf

from tui.library.building.build import build
from tui.library.building.builder import Builder
from tui.library.changes import Change, Changed, Done, Failed, Pass, Stage
from tui.library.file.opening import make_ready
from tui.library.library import open_library


def counted(path: Path) -> dict[str, list[int]]:
    """The stories that a library has found names in, and those of which it tells who is in them."""
    with closing(sqlite3.connect(path)) as connection:
        tables = {"named": "SELECT number FROM names ORDER BY 1", "told": "SELECT DISTINCT story FROM presence"}
        return {name: [row[0] for row in connection.execute(query)] for name, query in tables.items()}


def watched(shelf: Shelf, looks_at: list[int]) -> dict[Pass, dict[str, list[int]]]:
    """Build, and what stood in the library when each pass began."""
    found: dict[Pass, dict[str, list[int]]] = {}

    def tell(change: Change) -> None:
        if isinstance(change, Stage):
            found.setdefault(change.name, counted(shelf.path))

    make_ready(shelf.path)
    build(shelf.path, [str(shelf.folder)], tell, workers=1, first=lambda: looks_at)
    return found


def actors(shelf: Shelf) -> set[tuple[str, int, int, str]]:
    with closing(sqlite3.connect(shelf.path)) as connection:
        return set(connection.execute("SELECT name, stories, mentions, months FROM actors").fetchall())


def test_the_story_on_the_screen_has_its_names_while_all_others_wait(tmp_path: Path) -> None:
    shelf, other = Shelf(tmp_path), tmp_path / "other"
    other.mkdir()
    began = watched(shelf, [3])
    assert began[Pass.RELATING] == {"named": [3], "told": [3]}
    at_once = Shelf(other)
    assert watched(at_once, [])[Pass.RELATING] == {"named": [], "told": []}
    assert counted(shelf.path) == counted(at_once.path)
    assert actors(shelf) == actors(at_once)


def test_a_story_that_is_looked_at_and_gone_meanwhile_hinders_nothing(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    assert watched(shelf, [2, 4711])[Pass.RELATING] == {"named": [2], "told": [2]}


def test_what_is_in_sight_when_a_pile_grows_waits_for_its_copies_first(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    watched(shelf, [])
    shelf.write("more.txt", "Ferry sinks off Tarnford\n\nTARNFORD, May 9, 2023 - Greta Marsh saw the ferry sink.\n")
    began = watched(shelf, [4])
    assert began[Pass.RELATING]["named"] == [1, 2, 3]
    assert counted(shelf.path)["told"] == [1, 2, 3, 4]


def test_the_process_that_builds_hears_what_the_reader_looks_at(seeds: Path) -> None:
    coming: queue.Queue[Change] = queue.Queue()
    with closing(open_library([str(seeds)], cache=False, marks=False)) as library:
        builder = Builder(library)
        builder.look_first([5])
        builder.start(coming.put)
        before: list[Change] = []
        while not (isinstance(change := coming.get(timeout=60), Stage) and change.name is Pass.RELATING):
            before.append(change)
        assert Changed((5,)) in before
        while not isinstance(change := coming.get(timeout=60), Done):
            assert not isinstance(change, Failed)
        builder.stop()
        builder.look_first([1])  # nobody is there to hear it
        assert not builder.running
