"""Long files of records by the line: read in pieces, they come out as they would whole, whatever happens between."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from shelf import Shelf

from tui.ingest.discover import discover
from tui.ingest.read import read
from tui.ingest.records import pieces
from tui.library.building.pieces import Pieces
from tui.library.building.step import FileCut, PieceRead, ReadFile, ReadPiece, perform, read_file
from tui.library.building.store import Store
from tui.library.building.store_order import update_order
from tui.library.building.workers import Lost
from tui.library.file.opening import make_ready
from tui.model import Found

COUNT = 12


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """A file of twelve records, one line that is no JSON and a blank one, cut into pieces of about two lines."""
    monkeypatch.setattr(pieces, "LONG", 1)
    monkeypatch.setattr("tui.library.building.step.LONG", 1)
    monkeypatch.setattr(pieces, "_FIRST", 300)
    monkeypatch.setattr(pieces, "_PIECE", 300)
    lines = [
        json.dumps({"title": f"Meeting {n}", "text": f"Number {n} was told. " * 6, "date": f"2021-03-{n + 1:02}"})
        for n in range(COUNT)
    ]
    lines[5:5] = ["no JSON", ""]
    made = Shelf(tmp_path, {"many.jsonl": "\n".join(lines) + "\n"})
    make_ready(made.path)
    return made


def cut(shelf: Shelf) -> FileCut:
    (found,) = discover([str(shelf.folder)])
    assert isinstance(found, Found)
    (task,) = read_file(ReadFile(found))
    assert isinstance(task, FileCut)
    return task


def told(task: ReadPiece) -> PieceRead:
    (result,) = perform(task)
    assert isinstance(result, PieceRead)
    return result


def held(shelf: Shelf) -> list[tuple[str, int]]:
    with shelf.open() as library:
        return [(entry.headline, entry.part) for entry in library.entries(library.order())]


WHOLE = [(f"Meeting {n}", n + 1) for n in range(COUNT)]


def test_pieces_hold_every_line_once(shelf: Shelf) -> None:
    file = cut(shelf)
    data = (shelf.folder / "many.jsonl").read_bytes()
    assert len(file.cut.pieces) > 4
    assert b"".join(data[piece.start : piece.end] for piece in file.cut.pieces) == data
    for piece in file.cut.pieces:
        assert piece.line == data.count(b"\n", 0, piece.start) + 1


def test_what_pieces_tell_is_what_the_whole_file_tells(shelf: Shelf) -> None:
    file = cut(shelf)
    whole = [(story.id, story.headline, story.when) for part in read(file.found) for story in part.stories]
    parts = [pieces.read_piece(file.cut.document, file.cut.american, file.found, piece) for piece in file.cut.pieces]
    assert [(story.id, story.headline, story.when) for part in parts for story in part.stories] == whole
    assert [(problem.line, problem.reason) for part in parts for problem in part.problems] == [
        (problem.line, problem.reason) for part in read(file.found) for problem in part.problems
    ]


def test_a_build_that_was_killed_between_pieces_reads_only_what_is_left(shelf: Shelf) -> None:
    with closing(Store(shelf.path)) as store:
        coming = Pieces(store)
        with store.writing():
            tasks, _ = coming.begin(cut(shelf))
        for task in reversed(tasks[2:]):
            with store.writing():
                update_order(store, coming.came(told(task))[1])
    with closing(Store(shelf.path)) as store:
        coming = Pieces(store)
        with store.writing():
            left, _ = coming.begin(cut(shelf))
        assert left == tasks[:2]
        for task in left:
            with store.writing():
                update_order(store, coming.came(told(task))[1])
        assert coming.ended == 1
        (known,) = store.known().values()
        assert known.size == (shelf.folder / "many.jsonl").stat().st_size
        assert not store.connection.execute("SELECT * FROM pieces").fetchall()
    assert held(shelf) == WHOLE


def test_a_line_that_no_worker_survives_is_named_and_costs_itself_alone(shelf: Shelf) -> None:
    with closing(Store(shelf.path)) as store:
        coming = Pieces(store)
        with store.writing():
            tasks, _ = coming.begin(cut(shelf))
            while tasks:
                task = tasks.pop()
                data = (shelf.folder / "many.jsonl").read_bytes()[task.piece.start : task.piece.end]
                deadly = b"Meeting 7" in data
                more, stored = coming.came(Lost(task, "it died") if deadly else told(task))
                tasks += more
                update_order(store, stored)
    assert [headline for headline, _ in held(shelf)] == [f"Meeting {n}" for n in range(COUNT) if n != 7]
    with shelf.open() as library:
        assert [problem.line for problem in library.problems() if problem.reason == "it died"] == [10]


def test_a_long_file_that_grows_keeps_the_numbers_of_what_it_held(shelf: Shelf) -> None:
    shelf.build()
    with shelf.open() as library:
        before = {entry.headline: entry.number for entry in library.entries(library.order())}
    assert len(before) == COUNT
    with (shelf.folder / "many.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps({"title": "Meeting late", "text": "It was told late. " * 6, "date": "2021-04-01"}) + "\n")
    with closing(Store(shelf.path)) as store:
        coming = Pieces(store)
        with store.writing():
            tasks, _ = coming.begin(cut(shelf))
            for task in tasks:
                update_order(store, coming.came(told(task))[1])
    assert held(shelf) == [*WHOLE, ("Meeting late", COUNT + 1)]
    with shelf.open() as library:
        now = {entry.headline: entry.number for entry in library.entries(library.order())}
    assert {headline: now[headline] for headline in before} == before
