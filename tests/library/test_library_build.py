"""Building: what a second look at the folder does, and what stays as it was."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import sys
from pathlib import Path

import pytest

from tui.library.changes import Added, Done, Gone, Pass, Stage
from tui.library.word import Word
from tui.model import MatchKind, Verdict

sys.path.insert(0, str(Path(__file__).parent))

from shelf import FAIR, STORIES, Shelf


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shelf that has been built once; tests work on copies of it."""
    root = tmp_path_factory.mktemp("built")
    Shelf(root).build()
    return root


@pytest.fixture
def shelf(built: Path, tmp_path: Path) -> Shelf:
    """The built shelf, its folder and its library, at a place of its own."""
    copied = Shelf(tmp_path, {})
    for path in (built / "pile").iterdir():
        target = copied.folder / path.name
        target.write_bytes(path.read_bytes())
        os.utime(target, ns=(path.stat().st_mtime_ns, path.stat().st_mtime_ns))
    with sqlite3.connect(built / "shelf.library") as there, sqlite3.connect(copied.path) as here:
        there.backup(here)
        here.execute("UPDATE files SET path = ? || substr(path, ?)", (str(copied.folder), len(str(built / "pile")) + 1))
        here.commit()
    there.close()
    here.close()
    return copied


def test_the_stories_stand_in_order_of_time_with_all_that_is_known_of_them(shelf: Shelf) -> None:
    assert shelf.names() == ["flood.txt", "bridge.txt", "strike.txt"]
    with shelf.open() as library:
        assert library.summary().fresh
        assert (library.summary().stories, library.summary().files) == (3, 3)
        assert library.summary().months == ((2021, 3, 1), (2022, 5, 1), (2022, 6, 1))
        entry = library.entries(library.order())[0]
        assert (entry.headline, entry.place) == ("River bursts its banks at Aldmoor", "Aldmoor")
        story = library.story(entry.number)
        assert story.paragraphs[1].startswith("Helen Marsh, who leads the council")
        assert story.document.path == str(shelf.folder / "flood.txt")
        assert "Helen Marsh" in {count.actor.name for count in library.actors([entry.number])}


def test_a_story_without_a_date_stands_last_and_in_no_month(shelf: Shelf) -> None:
    shelf.write(
        "memory.txt", "Old miners remember\n\nIn 1918 the pit at Aldmoor was flooded, and it was closed for good.\n"
    )
    shelf.build()
    with shelf.open() as library:
        summary = library.summary()
        assert shelf.names()[-1] == "memory.txt"
        assert library.entries(library.order())[-1].placed.vague
        assert summary.months == ((2021, 3, 1), (2022, 5, 1), (2022, 6, 1))
        assert summary.earliest == dt.date(2021, 3, 3)
        assert summary.latest == dt.date(2022, 6, 30)


def test_a_second_look_at_an_unchanged_folder_does_nothing(shelf: Shelf) -> None:
    before = shelf.path.read_bytes()
    shelf.build()
    assert shelf.passes == ["looking"]
    assert [type(change) for change in shelf.changes[1:]] == [Done]
    assert shelf.path.read_bytes() == before
    assert not shelf.path.with_name(shelf.path.name + "-wal").exists()


def test_a_new_file_is_read_and_no_other(shelf: Shelf) -> None:
    with shelf.open() as library:
        before = set(library.order())
    shelf.write("fair.txt", FAIR)
    shelf.build()
    assert shelf.names() == ["flood.txt", "fair.txt", "bridge.txt", "strike.txt"]
    with shelf.open() as library:
        (number,) = set(library.order()) - before
    assert shelf.told(Added) == [Added((number,))]
    assert not shelf.told(Gone)


def test_a_file_that_goes_takes_its_stories_with_it(shelf: Shelf) -> None:
    with shelf.open() as library:
        number = library.order()[1]
        actors = {count.actor.id for count in library.actors([number])}
    (shelf.folder / "bridge.txt").unlink()
    shelf.build()
    assert shelf.names() == ["flood.txt", "strike.txt"]
    assert shelf.told(Gone) == [Gone((number,))]
    with shelf.open() as library:
        assert actors.isdisjoint(count.actor.id for count in library.actors())
    with sqlite3.connect(shelf.path) as raw:
        assert not raw.execute("SELECT rowid FROM texts WHERE texts MATCH 'ferry'").fetchall()
    raw.close()


def test_a_changed_file_gives_new_stories_in_the_place_of_the_old(shelf: Shelf) -> None:
    shelf.write("bridge.txt", STORIES["bridge.txt"].replace("six hours", "seven long hours"))
    shelf.build()
    assert shelf.names() == ["flood.txt", "bridge.txt", "strike.txt"]
    with shelf.open() as library:
        assert "seven long hours" in library.story(library.order()[1]).paragraphs[0]
    with sqlite3.connect(shelf.path) as raw:
        assert raw.execute("SELECT count(*) FROM texts WHERE texts MATCH '\"six hours\"'").fetchone() == (0,)
        assert raw.execute("SELECT count(*) FROM texts WHERE texts MATCH '\"long hours\"'").fetchone() == (1,)
    raw.close()


def test_a_touched_file_is_not_taken_apart_again(shelf: Shelf) -> None:
    with shelf.open() as library:
        before = list(library.order())
    os.utime(shelf.folder / "flood.txt", ns=(1, 1))
    shelf.build()
    assert "relating" not in shelf.passes
    with shelf.open() as library:
        assert list(library.order()) == before
    shelf.build()
    assert shelf.passes == ["looking"]


def test_a_file_that_was_moved_keeps_its_story_and_its_number(shelf: Shelf) -> None:
    with shelf.open() as library:
        before = {entry.id: entry.number for entry in library.entries(library.order())}
    (shelf.folder / "kept").mkdir()
    (shelf.folder / "flood.txt").rename(shelf.folder / "kept" / "river.txt")
    shelf.build()
    with shelf.open() as library:
        assert {entry.id: entry.number for entry in library.entries(library.order())} == before
        assert library.entries(library.order())[0].path == str(shelf.folder / "kept" / "river.txt")
    assert not shelf.told(Gone)
    assert not shelf.told(Added)


def test_equal_stories_have_ids_in_the_order_of_their_paths_whenever_they_came(shelf: Shelf) -> None:
    with shelf.open() as library:
        key = library.entries(library.order())[0].id
    for name in ("zulu.txt", "alpha.txt"):
        shelf.write(name, STORIES["flood.txt"])
        shelf.build()
    with shelf.open() as library:
        ids = {Path(entry.path).name: entry.id for entry in library.entries(library.order()) if entry.key == key}
        assert ids == {"alpha.txt": key, "flood.txt": f"{key}-2", "zulu.txt": f"{key}-3"}
        first = library.number(key)
        assert [library.entry(number).id for number in library.copies(first)] == [key, f"{key}-2", f"{key}-3"]
        assert {match.kind for match in library.matches(first)} == {MatchKind.IDENTICAL}
        assert library.summary().copies == 2
    with sqlite3.connect(shelf.path) as raw:  # as a build leaves it that was killed before it came to the ids
        raw.execute("UPDATE stories SET id = id || '0' WHERE key = ?", (key,))
        raw.execute("UPDATE meta SET value = 1 WHERE name = 'unfinished'")
    raw.close()
    shelf.build()
    with shelf.open() as library:
        assert {entry.id for entry in library.entries(library.copies(first))} == {key, f"{key}-2", f"{key}-3"}
        assert library.summary().fresh


def test_what_cannot_be_read_is_named_with_its_reason_and_not_tried_again(shelf: Shelf) -> None:
    (shelf.folder / "noise.txt").write_bytes(bytes(range(256)) * 40)
    shelf.build()
    assert shelf.done.summary.stories == 3
    assert shelf.done.summary.problems == 1
    with shelf.open() as library:
        (problem,) = library.problems()
    assert problem.path == str(shelf.folder / "noise.txt")
    assert "not text" in problem.reason
    shelf.build()
    assert shelf.passes == ["looking"]
    (shelf.folder / "noise.txt").unlink()
    shelf.build()
    assert shelf.done.summary.problems == 0


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are text there")
def test_a_file_whose_name_is_no_text_is_read_like_any_other(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, {})
    name = os.fsdecode(b"caf\xe9 \x1b[31m.txt")
    shelf.write(name, FAIR)
    (shelf.folder / os.fsdecode(b"\xff.txt")).write_bytes(bytes(range(256)) * 40)
    shelf.build()
    with shelf.open() as library:
        (entry,) = library.entries(library.order())
        assert entry.path == library.story(entry.number).document.path == str(shelf.folder / name)
        assert [os.fsencode(Path(problem.path).name) for problem in library.problems()] == [b"\xff.txt"]
    shelf.build()
    assert shelf.passes == ["looking"]


def test_a_build_that_was_stopped_goes_on_where_it_was(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    steps = iter([*[False] * 4, True])
    shelf.build(stop=lambda: next(steps, True))
    assert shelf.done.stopped
    assert not shelf.done.summary.fresh
    shelf.build()
    assert not shelf.done.stopped
    assert shelf.done.summary.fresh
    assert shelf.names() == ["flood.txt", "bridge.txt", "strike.txt"]


def test_the_readers_verdict_wins_at_once_and_no_document_is_read_for_it(shelf: Shelf) -> None:
    with shelf.open() as library:
        flood, bridge, _ = library.entries(library.order())
    shelf.relate_again(Word((Verdict(flood.key, bridge.key, same=True),)))
    assert {"reading", "naming"}.isdisjoint(shelf.passes)
    assert shelf.changed >= {flood.number, bridge.number}
    with shelf.open() as library:
        assert library.copies(bridge.number) == (flood.number, bridge.number)
        match = library.match(bridge.number, flood.number)
        assert match is not None
        assert match.by_reader
    shelf.relate_again(Word((Verdict("elsewhere1", "elsewhere2", same=True),)))
    with shelf.open() as library:
        assert library.copies(bridge.number) == (bridge.number,)
        assert library.summary().fresh
    shelf.relate_again(Word())
    assert shelf.passes == []


def test_a_folder_that_is_gone_says_so_and_leaves_an_empty_list(shelf: Shelf) -> None:
    for path in shelf.folder.iterdir():
        path.unlink()
    shelf.folder.rmdir()
    shelf.build()
    assert shelf.names() == []
    with shelf.open() as library:
        assert [problem.reason for problem in library.problems()] == ["no such file"]


def test_a_library_that_was_overwritten_while_it_stood_is_made_anew(shelf: Shelf) -> None:
    size = shelf.path.stat().st_size
    with shelf.path.open("r+b") as file:
        file.seek(4096 * 2)
        file.write(os.urandom(size - 4096 * 3))
    shelf.write("fair.txt", FAIR)
    shelf.build()
    assert shelf.names() == ["flood.txt", "fair.txt", "bridge.txt", "strike.txt"]


def test_telling_actors_apart_says_how_far_it_is_and_may_be_stopped_on_the_way(shelf: Shelf) -> None:
    shelf.write("fair.txt", FAIR)
    shelf.build(stop=lambda: any(isinstance(told, Stage) and told.name is Pass.CASTING for told in shelf.changes))
    [done] = shelf.told(Done)
    assert isinstance(done, Done)
    assert done.stopped
    shelf.build()
    casting = [told for told in shelf.told(Stage) if isinstance(told, Stage) and told.name is Pass.CASTING]
    assert (casting[0].done, casting[-1].done, casting[-1].total) == (0, 1, 1)
