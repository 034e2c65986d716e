"""A file with many stories is stored in parts: nothing is lost where the parts end early, and numbers stay."""

from __future__ import annotations

import json
import random
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from shelf import Shelf

from tui.ingest.discover import discover
from tui.library.building import step
from tui.library.building.step import FileRead, ReadFile, read_file
from tui.library.building.store import Store
from tui.library.file.opening import make_ready
from tui.model import Found, Story


def records(count: int) -> str:
    """So many stories of words that only they have."""
    words = random.Random(3)
    texts = [" ".join("".join(words.choices("abdegiklmnoprstu", k=9)) for _ in range(9)) + "." for _ in range(count)]
    return "".join(json.dumps({"title": f"Meeting {i}", "text": text}) + "\n" for i, text in enumerate(texts))


def parts(shelf: Shelf) -> list[FileRead]:
    (found,) = discover([str(shelf.folder / "many.jsonl")])
    assert isinstance(found, Found)
    return [part for part in read_file(ReadFile(found)) if isinstance(part, FileRead)]


def shelf_of(root: Path, count: int) -> Shelf:
    shelf = Shelf(root, {})
    shelf.write("many.jsonl", records(count))
    return shelf


def numbers(store: Store) -> dict[str, int]:
    return dict(
        store.connection.execute("SELECT headline, s.number FROM stories s JOIN documents d ON d.number = s.document")
    )


def test_a_long_file_comes_in_parts_and_all_its_stories_are_there(tmp_path: Path) -> None:
    shelf = shelf_of(tmp_path, 215)
    assert [(sum(len(rows) for _, rows in part.documents), part.more) for part in parts(shelf)] == [
        (10, True),
        (200, True),
        (5, False),
    ]
    shelf.build()
    assert shelf.done.summary.stories == 215
    assert shelf.done.summary.files == 1
    with shelf.open() as library:
        assert len({library.story(number).document for number in library.order()}) == 1


def test_the_first_stories_are_handed_over_before_the_next_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = shelf_of(tmp_path, 215)
    (found,) = discover([str(shelf.folder / "many.jsonl")])
    assert isinstance(found, Found)
    read = []

    def row(story: Story) -> Any:
        read.append(story.headline)
        return row_of(story)

    row_of = step._row
    monkeypatch.setattr(step, "_row", row)
    first = next(iter(read_file(ReadFile(found))))
    assert isinstance(first, FileRead)
    assert len(read) == 10


def test_a_build_that_ends_between_two_parts_reads_the_file_again_and_keeps_the_numbers(tmp_path: Path) -> None:
    shelf = shelf_of(tmp_path, 210)
    make_ready(shelf.path)
    with closing(Store(shelf.path)) as store:
        for part in parts(shelf):
            with store.writing():
                store.store(part)
        before = numbers(store)
        shelf.write("many.jsonl", records(205))
        first, last = parts(shelf)
        with store.writing():
            store.store(first)
        assert numbers(store) == before
    with closing(Store(shelf.path)) as store:  # another build
        held = store.known()[first.found.path]
        assert (held.size, held.mtime_ns) != (first.found.size, first.found.mtime_ns)
        assert not held.digest
        for part in (first, last):
            with store.writing():
                gone = store.store(part).gone
        assert len(gone) == 5
        assert numbers(store) == {headline: before[headline] for headline in list(before)[:205]}
        assert store.known()[first.found.path].digest == last.digest != ""


def test_a_file_that_is_lost_after_a_part_keeps_the_part(tmp_path: Path) -> None:
    shelf = shelf_of(tmp_path, 210)
    make_ready(shelf.path)
    first = parts(shelf)[0]
    with closing(Store(shelf.path)) as store, store.writing():
        store.store(first)
        assert store.parts(first.found.path) == 1
        store.store(FileRead(first.found, "", (), (), store.parts(first.found.path) + 1))
        assert store.parts(first.found.path) == 0
        assert store.known()[first.found.path].size == first.found.size
        assert len(numbers(store)) == 10
