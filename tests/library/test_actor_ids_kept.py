"""An actor keeps his id when his library is thrown away, whatever he has come to be called since he was first seen."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tui.library.asking import people
from tui.library.building.build import build
from tui.library.entries import UnknownActor
from tui.library.file.opening import throw_away
from tui.library.library import open_library

FIRST = "PAHL BACK IN OSLO\n\nPaul Hensley met Otto Pahl in Oslo on Monday. Paul Hensley was right, and Pahl left.\n"
LATER = (
    "HENSLEY WRITES AGAIN\n\nSenator Paul T. Hensley wrote on Tuesday. Paul T. Hensley is new to Oslo.\n\n"
    "Paul T. Hensley left on Friday, and Paul T. Hensley did not say why.\n"
)


def hensley(roots: list[str], *, marks: bool = True) -> tuple[str, str]:
    """The name and the id of the one actor of this surname, after a build and a closing of the library."""
    with closing(open_library(roots, marks=marks)) as library:
        build(library.path, library.roots, lambda _: None, word=library.word())
        library.renew()
        [found] = [count.actor for count in library.actors() if "Hensley" in count.actor.name]
        return found.name, found.id


def thrown_away(roots: list[str]) -> None:
    with closing(open_library(roots)) as library:
        path = library.path
    throw_away(path)


def test_an_actor_better_known_by_another_name_keeps_his_id_in_a_library_made_anew(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    roots = [str(pile)]
    (pile / "one.txt").write_text(FIRST, "utf-8")
    first = hensley(roots)
    (pile / "two.txt").write_text(LATER, "utf-8")
    renamed = hensley(roots)
    assert (first[0], renamed) == ("Paul Hensley", ("Paul T. Hensley", first[1]))
    thrown_away(roots)
    assert hensley(roots) == renamed
    thrown_away(roots)
    assert hensley(roots) == renamed
    # Without the marks nobody knows that he was ever called otherwise.
    thrown_away(roots)
    assert hensley(roots, marks=False) != renamed


def test_what_is_kept_of_one_folder_says_nothing_of_another(tmp_path: Path) -> None:
    pile, other = tmp_path / "pile", tmp_path / "other"
    for folder, text in ((pile, FIRST), (other, LATER)):
        folder.mkdir()
        (folder / "one.txt").write_text(text, "utf-8")
    _, first = hensley([str(pile)])
    (pile / "two.txt").write_text(LATER, "utf-8")
    assert hensley([str(pile)]) == ("Paul T. Hensley", first)
    name, id = hensley([str(other)])
    assert name == "Paul T. Hensley"
    assert id != first


def test_a_library_that_is_closed_before_it_is_filled_keeps_what_was_known(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    roots = [str(pile)]
    (pile / "one.txt").write_text(FIRST, "utf-8")
    hensley(roots)
    (pile / "two.txt").write_text(LATER, "utf-8")
    renamed = hensley(roots)
    thrown_away(roots)
    with closing(open_library(roots)) as library:
        assert library.summary().stories == 0
    assert hensley(roots) == renamed


def test_an_id_that_was_led_on_twice_still_finds_its_actor() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE actors (number INTEGER PRIMARY KEY, id TEXT)")
        connection.execute("CREATE TABLE redirects (id TEXT PRIMARY KEY, leads_to TEXT)")
        connection.execute("INSERT INTO actors VALUES (7, 'now')")
        connection.executemany(
            "INSERT INTO redirects VALUES (?, ?)",
            [("first", "then"), ("then", "now"), ("round", "about"), ("about", "round")],
        )
        assert [people.number_of(connection, id) for id in ("now", "then", "first")] == [7, 7, 7]
        with pytest.raises(UnknownActor):
            people.number_of(connection, "round")
