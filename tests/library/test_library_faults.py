"""What may go wrong around a library: a full disk, a torn file, a clock set back, two programs at once."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from shelf import FAIR, STORIES, Shelf

from tui.library.building import store
from tui.library.building.build import build
from tui.library.changes import Change, Done, Failed
from tui.library.file.opening import make_ready


def full_at(pages: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no library grow beyond so many pages, as on a full disk."""
    connect = store.connect

    def limited(path: Path, **how: Any) -> sqlite3.Connection:
        connection = connect(path, **how)
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    monkeypatch.setattr(store, "connect", limited)


def test_a_full_disk_is_said_and_what_stands_can_still_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(tmp_path)
    shelf.build()
    with monkeypatch.context() as patch:
        full_at(1, patch)  # no page more than there are
        for number in range(30):
            shelf.write(f"fair{number}.txt", FAIR.replace("spring", f"spring{number} " + os.urandom(900).hex()))
        shelf.build()
        assert isinstance(shelf.changes[-1], Failed)
        assert "disk is full" in shelf.changes[-1].reason
        assert {"flood.txt", "bridge.txt", "strike.txt"} <= set(shelf.names())
    shelf.build()
    assert shelf.done.summary.stories == 33


def test_a_library_that_was_cut_short_is_made_anew_and_says_so(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.build()
    with shelf.path.open("r+b") as file:
        file.truncate(shelf.path.stat().st_size // 2)
    said = make_ready(shelf.path)
    shelf.build()
    assert said.startswith("the library was damaged") or "damaged" in str(shelf.changes)
    assert shelf.names() == ["flood.txt", "bridge.txt", "strike.txt"]
    with shelf.open() as library:
        assert len(library.entries(library.order())) == library.summary().stories == 3


def test_a_file_that_changed_while_the_clock_was_set_back_is_read_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.build()
    shelf.write("bridge.txt", STORIES["bridge.txt"].replace("six hours", "ten hours"))  # of the same size
    os.utime(shelf.folder / "bridge.txt", (86_400, 86_400))
    shelf.build()
    with shelf.open() as library:
        assert "ten hours" in library.story(library.order()[1]).paragraphs[0]


def test_two_that_build_at_once_take_turns_and_nothing_is_there_twice(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    make_ready(shelf.path)
    told: list[list[Change]] = [[], []]

    def run(changes: list[Change]) -> None:
        build(shelf.path, [str(shelf.folder)], changes.append, workers=1)

    threads = [threading.Thread(target=run, args=(changes,)) for changes in told]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(isinstance(changes[-1], Done) for changes in told)
    assert shelf.names() == ["flood.txt", "bridge.txt", "strike.txt"]


def test_a_folder_that_goes_while_the_list_is_open_leaves_it_readable(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.build()
    with shelf.open() as library:
        number = library.order()[0]
        for path in shelf.folder.iterdir():
            path.unlink()
        shelf.folder.rmdir()
        assert library.story(number).headline == "River bursts its banks at Aldmoor"
        shelf.build()
        assert len(library.order()) == len(library.shelf().numbers) == 0
        assert library.summary().stories == 0
