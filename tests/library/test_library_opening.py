"""Opening a library: none there, a damaged one, an older one, two at once, and one that nobody may see."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from tui.library.entries import LibraryError
from tui.library.file import schema
from tui.library.file.lock import Lock
from tui.library.file.opening import held, make_ready
from tui.library.library import Library, open_library
from tui.library.marks.marks import Marks
from tui.library.paths import library_path


def test_a_library_is_made_where_there_is_none_and_serves_again(tmp_path: Path) -> None:
    roots = [str(tmp_path)]
    with closing(open_library(roots)) as first:
        assert first.rebuilt == ""
        assert first.summary().stories == 0
        assert not first.summary().fresh
        made = first.path.stat().st_ino
    with closing(open_library(roots)) as second:
        assert second.rebuilt == ""
        assert second.path.stat().st_ino == made


def test_one_library_serves_one_set_of_paths_in_any_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = str(tmp_path / "one"), str(tmp_path / "other")
    monkeypatch.chdir(tmp_path)
    assert library_path([one, other]) == library_path([other, one]) == library_path(["one", "other/", one])
    assert library_path([one]) != library_path([one, other])


def broken(path: Path, how: str) -> None:
    data = path.read_bytes()
    spoilt = {
        "noise": os.urandom(len(data)),
        "cut short": data[: len(data) // 2],
        "text": b"this is no library\n" * 200,
        "noise inside": data[:4096] + os.urandom(len(data) - 4096),
    }
    path.write_bytes(spoilt[how])


@pytest.mark.parametrize("how", ["noise", "cut short", "text", "noise inside"])
def test_a_damaged_library_is_made_anew_with_one_line_saying_so(tmp_path: Path, how: str) -> None:
    path = tmp_path / "library"
    make_ready(path)
    broken(path, how)
    reason = make_ready(path)
    assert reason.startswith("the library was damaged")
    assert "\n" not in reason
    with closing(sqlite3.connect(path)) as connection:
        assert schema.unusable(connection) is None
    assert make_ready(path) == ""


def test_an_empty_file_becomes_a_library_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "library"
    path.touch()
    assert make_ready(path) == ""
    with closing(sqlite3.connect(path)) as connection:
        assert schema.unusable(connection) is None


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("PRAGMA user_version = 9999", "made for another version"),
        ("PRAGMA application_id = 7", "was not a library"),
        ("UPDATE meta SET value = '1/0.0.0/0' WHERE name = 'stamp'", "another version of Wireside"),
    ],
)
def test_a_library_of_another_time_is_made_anew_with_one_line_saying_so(tmp_path: Path, change: str, says: str) -> None:
    path = tmp_path / "library"
    make_ready(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(change)
        connection.commit()
    assert says in make_ready(path)
    assert make_ready(path) == ""


def test_a_library_that_is_thrown_away_is_not_pulled_from_under_a_build(tmp_path: Path) -> None:
    path = tmp_path / "library"
    make_ready(path)
    lock = Lock(path.with_name("library.lock"))
    assert lock.take()
    with pytest.raises(LibraryError, match="another Wireside is building"), held(path, patience=0.2):
        pass
    lock.release()
    with held(path, patience=0.2):
        assert not lock.take()


def test_a_place_where_nothing_can_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    with pytest.raises(LibraryError, match=str(tmp_path / "file")):
        open_library([str(tmp_path)])


def test_without_a_cache_the_library_is_private_and_goes_when_it_is_closed(tmp_path: Path) -> None:
    library = open_library([str(tmp_path)], cache=False, marks=False)
    folder = library.path.parent
    assert stat.S_IMODE(library.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    library.close()
    assert not folder.exists()
    library.close()


def test_what_a_killed_program_left_behind_is_swept_and_what_lives_stays(tmp_path: Path) -> None:
    code = (
        "import os; from tui.library.library import open_library;"
        " library = open_library(['.'], cache=False, marks=False); print(library.path, flush=True); os._exit(1)"
    )
    living = open_library([str(tmp_path)], cache=False, marks=False)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    left = Path(done.stdout.strip())
    assert left.exists()
    with closing(open_library([str(tmp_path)], cache=False, marks=False)):
        assert not left.parent.exists()
        assert living.path.exists()
    living.close()


def test_two_libraries_on_one_file_read_while_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "library"
    make_ready(path)
    with closing(Library(path, (), Marks(None))) as one, closing(Library(path, (), Marks(None))) as other:
        with closing(sqlite3.connect(path, isolation_level=None)) as writer:
            writer.execute("BEGIN IMMEDIATE")
            writer.execute("INSERT INTO problems (path, member, line, reason) VALUES ('/a', '', 0, 'torn')")
            assert one.problems() == ()
            writer.execute("COMMIT")
        assert [problem.path for problem in one.problems()] == ["/a"]
        assert other.problems() == one.problems()


def test_every_thread_may_ask_and_a_closed_library_says_so(tmp_path: Path) -> None:
    library = open_library([str(tmp_path)], cache=False, marks=False)
    answers: list[int] = []
    threads = [threading.Thread(target=lambda: answers.append(library.summary().stories)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [0] * 8
    library.close()
    with pytest.raises(LibraryError, match="closed"):
        library.summary()
