"""Following a folder: what comes, changes and goes is in the library without a look at all the rest."""

from __future__ import annotations

import queue
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from shelf import FAIR, STORIES, Shelf

from tui.library.building.watching import follow
from tui.library.building.work import Orders
from tui.library.changes import Change, Done, Failed, Pass, Stage
from tui.library.file.opening import make_ready
from tui.library.word import Word

pytest.importorskip("watchfiles")


class Followed:
    """A shelf that is followed; `until` waits for what is told."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.stopped = threading.Event()
        self.looks = 0
        self._told: queue.Queue[Change] = queue.Queue()

    def tell(self, change: Change) -> None:
        self.looks += isinstance(change, Stage) and change.name is Pass.LOOKING and not change.done
        self._told.put(change)

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until the library is up to date and this is so."""
        while True:
            change = self._told.get(timeout=120)
            assert not isinstance(change, Failed), change
            if isinstance(change, Done) and true():
                return


@contextmanager
def followed(shelf: Shelf) -> Iterator[Followed]:
    make_ready(shelf.path)
    hands = Followed(shelf)
    orders = Orders(hands.tell, hands.stopped.is_set, Word(), 1)
    thread = threading.Thread(target=follow, args=(shelf.path, [str(shelf.folder)], orders))
    thread.start()
    try:
        hands.until(lambda: True)
        yield hands
    finally:
        hands.stopped.set()
        thread.join()


def test_what_comes_changes_and_goes_is_followed_without_looking_at_the_rest(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    with followed(shelf) as hands:
        shelf.write("fair.txt", FAIR)
        hands.until(lambda: shelf.names() == ["flood.txt", "fair.txt", "bridge.txt", "strike.txt"])
        shelf.write("bridge.txt", STORIES["bridge.txt"].replace("six hours", "seven long hours"))
        hands.until(lambda: "seven long hours" in paragraphs(shelf))
        (shelf.folder / "flood.txt").unlink()
        hands.until(lambda: shelf.names() == ["fair.txt", "bridge.txt", "strike.txt"])
        (shelf.folder / ".hidden.txt").write_text(STORIES["flood.txt"], "utf-8")
        (shelf.folder / "picture.png").write_bytes(b"none")
        shelf.write("later.txt", FAIR.replace("2022", "2023"))
        hands.until(lambda: shelf.names()[-1] == "later.txt")
        assert hands.looks == 1
        assert len(shelf.names()) == 4


def test_a_folder_that_is_moved_in_or_taken_away_counts_with_all_that_is_in_it(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, {"flood.txt": STORIES["flood.txt"]})
    other = tmp_path / "other"
    other.mkdir()
    (other / "fair.txt").write_text(FAIR, "utf-8")
    with followed(shelf) as hands:
        shutil.move(other, shelf.folder / "other")
        hands.until(lambda: shelf.names() == ["flood.txt", "fair.txt"])
        shutil.rmtree(shelf.folder / "other")
        hands.until(lambda: shelf.names() == ["flood.txt"])


def test_a_folder_that_the_system_does_not_follow_is_said_to_be_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_paths: str, **_how: object) -> None:
        raise OSError("OS file watch limit reached. (os error 28)")

    monkeypatch.setattr("watchfiles.watch", refused)
    shelf = Shelf(tmp_path)
    make_ready(shelf.path)
    follow(shelf.path, [str(shelf.folder)], Orders(shelf.changes.append, lambda: False, Word(), 1))
    *_, done, failed = shelf.changes
    assert isinstance(done, Done)
    assert failed == Failed("the folder cannot be followed: OS file watch limit reached. (os error 28)")


@pytest.mark.slow
def test_ten_thousand_files_that_change_at_once_are_all_followed(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, {"flood.txt": STORIES["flood.txt"]})
    with followed(shelf) as hands:
        for number in range(10_000):
            shelf.write(
                f"{number // 500}/{number}.txt", f"Report {number}\n\nIt rained on day {number} of the count.\n"
            )
        hands.until(lambda: count(shelf) == 10_001)


def paragraphs(shelf: Shelf) -> str:
    with shelf.open() as library:
        return "\n".join(text for number in library.order() for text in library.story(number).paragraphs)


def count(shelf: Shelf) -> Any:
    with shelf.open() as library:
        return library.summary().stories
