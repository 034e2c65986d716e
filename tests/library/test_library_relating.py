"""A library that grew, changed and shrank says of its stories what a new one says."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from shelf import STORIES, Shelf, builds

from tui.library.changes import Pass, Stage
from tui.library.word import Word
from tui.model import Verdict

STANDING = (
    "Sign up for the letter that our editors write every morning and read before anybody else what the day will bring"
    " to the towns along the river, from the harbour to the hills.\n"
)
LATER = {
    "flood-again.txt": STORIES["flood.txt"].replace("Nobody was hurt.", "Nobody was hurt, and two cows were saved."),
    "flood-copy.txt": STORIES["flood.txt"].replace("River bursts its banks at Aldmoor", "Aldmoor under water"),
    "bridge-short.txt": STORIES["bridge.txt"].split("\n\nOpponents")[0] + "\n",
}


def told(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What a library says, by the ids of stories: their dates and groups, and their ties."""
    with closing(sqlite3.connect(path)) as library:
        lines = library.execute(
            "SELECT s.id, s.placed, a.id, s.copies, b.id, s.reports FROM stories s JOIN stories a ON a.number = s.first"
            " LEFT JOIN stories b ON b.number = s.event ORDER BY s.id"
        ).fetchall()
        ties = library.execute(
            "SELECT a.id, b.id, kind, shared_left, shared_right, shared_words, jaccard, likeness, days_apart, by_reader"
            " FROM matches m JOIN stories a ON a.number = m.left JOIN stories b ON b.number = m.right ORDER BY 1, 2, 3"
        ).fetchall()
        groups = library.execute(
            "SELECT a.id, b.id, g.place FROM groups g JOIN stories a ON a.number = g.first"
            " JOIN stories b ON b.number = g.story ORDER BY 1, 3"
        ).fetchall()
        furniture = library.execute("SELECT paragraph FROM furniture ORDER BY 1").fetchall()
    return {"lines": lines, "ties": ties, "groups": groups, "furniture": furniture}


@pytest.fixture(scope="module")
def build() -> Iterator[Callable[[Path, Sequence[str]], None]]:
    with builds() as build:
        yield build


@pytest.mark.parametrize("seed", range(3))
def test_what_came_one_by_one_is_related_as_if_it_had_come_at_once(
    tmp_path: Path, seed: int, build: Callable[[Path, Sequence[str]], None]
) -> None:
    dice = random.Random(seed)
    pile = {**STORIES, **LATER}
    texts = {name: text + dice.choice(("", f"\n{STANDING}")) for name, text in pile.items()}
    folder = tmp_path / "pile"
    folder.mkdir()
    growing, at_once = tmp_path / "growing.library", tmp_path / "at-once.library"
    build(growing, [str(folder)])
    for name in dice.sample(sorted(texts), len(texts)):
        path = folder / name
        path.write_text(texts[name], "utf-8")
        if dice.random() < 0.3:
            path.write_text(STORIES["strike.txt"], "utf-8")
            build(growing, [str(folder)])
            path.write_text(texts[name] + "\n", "utf-8")
        if dice.random() < 0.3:
            path.rename(folder / f"moved-{name}")
        build(growing, [str(folder)])
    dice.choice(sorted(folder.iterdir())).unlink()
    for path in (growing, at_once):
        build(path, [str(folder)])
    assert told(growing) == told(at_once)
    assert told(growing)["ties"]


def test_a_second_look_relates_nothing_and_a_new_story_is_all_that_is_related(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.build()
    shelf.build()
    assert Pass.RELATING.value not in shelf.passes
    shelf.write("copy.txt", LATER["flood-copy.txt"])
    shelf.build()
    related = [told for told in shelf.told(Stage) if isinstance(told, Stage) and told.name is Pass.RELATING]
    assert {stage.total for stage in related} == {1}


def test_the_readers_verdict_is_taken_back_without_a_trace(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, {**STORIES, **LATER})
    shelf.build()
    before = told(shelf.path)
    with shelf.open() as library:
        entries = {Path(entry.path).name: entry for entry in library.entries(library.order())}
    flood, copy, strike = (entries[name].key for name in ("flood.txt", "flood-copy.txt", "strike.txt"))
    shelf.relate_again(Word((Verdict(flood, copy, same=False), Verdict(copy, strike, same=True))))
    assert told(shelf.path) != before
    shelf.relate_again(Word())
    assert told(shelf.path) == before
