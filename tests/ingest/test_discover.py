"""What is found under the given paths: everything readable once, in order, and a reason for the rest."""

from __future__ import annotations

import os
from pathlib import Path

from tui.ingest.discover import LOOKED_FOR, discover
from tui.library.paths import library_path
from tui.model import Found, Problem


def found(*roots: Path | str) -> list[str]:
    return [Path(item.path).name for item in discover([str(root) for root in roots]) if isinstance(item, Found)]


def problems(*roots: Path | str) -> list[Problem]:
    return [item for item in discover([str(root) for root in roots]) if isinstance(item, Problem)]


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Some words of a story.", encoding="utf-8")


def test_files_come_in_sorted_order_with_absolute_paths_and_sizes(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.txt", "sub/c.text", "no ending")
    items = list(discover([str(tmp_path)]))
    assert [Path(item.path).name for item in items] == ["a.txt", "b.txt", "no ending", "c.text"]
    assert all(
        isinstance(item, Found) and item.size == 22 and item.mtime_ns and Path(item.path).is_absolute()
        for item in items
    )


def test_hidden_files_and_pictures_are_passed_over_in_silence(tmp_path: Path) -> None:
    write(tmp_path, ".hidden.txt", ".git/x.txt", "photo.JPG", "style.css", "draft.txt~", "a.txt")
    assert found(tmp_path) == ["a.txt"]
    assert problems(tmp_path) == []


def test_libraries_that_lie_among_the_stories_are_passed_over_in_silence(tmp_path: Path) -> None:
    library = library_path([str(tmp_path)]).name
    write(tmp_path, "a.txt", *(f"cache/{library}{ending}" for ending in ("", "-wal", "-shm", ".lock", ".lock-journal")))
    assert found(tmp_path) == ["a.txt"]


def test_a_file_that_is_named_is_found_whatever_its_name(tmp_path: Path) -> None:
    write(tmp_path, ".hidden.txt")
    assert found(tmp_path / ".hidden.txt") == [".hidden.txt"]


def test_a_missing_path_is_one_problem_and_the_rest_is_found(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (problem,) = problems(tmp_path / "gone", tmp_path)
    assert problem.path.endswith("gone")
    assert problem.reason == "no such file"
    assert found(tmp_path / "gone", tmp_path) == ["a.txt"]


def test_an_empty_folder_gives_nothing_and_it_can_be_said_what_was_looked_for(tmp_path: Path) -> None:
    assert list(discover([str(tmp_path)])) == []
    assert ".txt" in LOOKED_FOR


def test_the_same_file_is_found_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    assert found(tmp_path, tmp_path / "a.txt", tmp_path) == ["a.txt"]


def test_a_link_that_leads_outside_is_not_followed_and_loops_end(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    write(outside, "secret.txt")
    write(inside, "a.txt", "sub/b.txt")
    (inside / "sub" / "up").symlink_to(inside)
    (inside / "out").symlink_to(outside)
    (inside / "broken.txt").symlink_to(inside / "nothing")
    assert found(inside) == ["a.txt", "b.txt"]
    assert sorted(Path(problem.path).name for problem in problems(inside)) == ["broken.txt", "out"]


def test_a_pipe_is_a_problem_and_hangs_nobody(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (problem,) = problems(tmp_path)
    assert "pipe" in problem.reason


def test_names_may_hold_line_feeds_and_bytes_that_are_no_text(tmp_path: Path) -> None:
    write(tmp_path, "two\nlines\x1b[31m.txt")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt")).write_bytes(b"words")
    assert len(found(tmp_path)) == 2
