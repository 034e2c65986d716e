"""Telling all actors apart is ended on the way and goes on from there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from shelf import FAIR, STORIES, Shelf

from tui.actors.telling.corpus import Corpus
from tui.library.building import cast_tables
from tui.library.changes import Done
from tui.library.word import Word
from tui.model import ActorEdit

TABLES = ("keys", "tallies", "asked", "node_groups", "longs", "mentions", "crowd")


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute(query).fetchall(), key=repr)


def holds(shelf: Shelf) -> dict[str, list[tuple[object, ...]]]:
    """All that the library says of actors."""
    found = {table: rows(shelf.path, f"SELECT * FROM {table}") for table in TABLES}
    found["names"] = rows(shelf.path, "SELECT counted FROM names")
    for table in ("presence", "roles", "quotations", "spoken_of"):
        named = f"SELECT a.id, a.name, a.stories, a.months, t.* FROM {table} t LEFT JOIN actors a ON a.number = t.actor"
        found[table] = [tuple(row) for row in rows(shelf.path, named)]
    return found


def gone_through(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The stories that are gone through from now on, as they are."""
    found: list[int] = []
    told = Corpus._told
    monkeypatch.setattr(Corpus, "_told", lambda self, story: (found.append(story), told(self, story))[1])
    return found


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """A pile that is being told apart: two of its three stories are done, and nobody is known yet."""
    monkeypatch.setattr(cast_tables, "_AT_ONCE", 1)
    folder = tmp_path / "ended"
    folder.mkdir()
    ended = Shelf(folder)
    ended.build(stop=lambda: ended.path.exists() and len(rows(ended.path, "SELECT story FROM tallies")) == 2)
    assert isinstance(ended.changes[-1], Done)
    assert ended.changes[-1].stopped
    assert rows(ended.path, "SELECT story FROM tallies") == [(1,), (2,)]
    assert not rows(ended.path, "SELECT * FROM actors")
    return ended


def undisturbed(folder: Path, **more: str) -> Shelf:
    shelf = Shelf(folder, STORIES)
    shelf.build()
    for name, text in more.items():
        shelf.write(f"{name}.txt", text)
        shelf.build()
    return shelf


def test_stories_that_were_done_are_not_gone_through_again(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = gone_through(monkeypatch)
    shelf.build()
    assert again == [3]
    assert holds(shelf) == holds(undisturbed(tmp_path))


def test_a_story_that_comes_meanwhile_is_taken_in_afterwards(shelf: Shelf, tmp_path: Path) -> None:
    shelf.write("fair.txt", FAIR)
    shelf.build()
    assert holds(shelf) == holds(undisturbed(tmp_path, fair=FAIR))


def test_another_word_of_the_readers_begins_it_anew(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    again = gone_through(monkeypatch)
    shelf.build(Word(edits=(ActorEdit("hide", ("Helen Marsh",)),)))
    assert again == [1, 2, 3]
    assert ("Helen Marsh",) not in rows(shelf.path, "SELECT name FROM actors")
    assert ("Ines Okoro",) in rows(shelf.path, "SELECT name FROM actors")


def test_a_story_that_goes_meanwhile_is_not_counted(shelf: Shelf) -> None:
    (shelf.folder / "flood.txt").unlink()
    shelf.build()
    names = rows(shelf.path, "SELECT name FROM actors WHERE stories > 0")
    assert ("Helen Marsh",) not in names
    assert ("Ines Okoro",) in names
