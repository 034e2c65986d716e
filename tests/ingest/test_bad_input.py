"""What cannot be read is one clear problem, and the rest still opens."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pages import BRIDGE, page, problems, stories

from tui.ingest.discover import discover
from tui.ingest.errors import ReadError
from tui.ingest.files import file_bytes
from tui.ingest.lines import lines
from tui.ingest.read import read
from tui.model import Document, Found

CASES = {
    "an empty file": (b"", "empty"),
    "white space alone": (b" \n\t\r\n ", "empty"),
    "binary data in a text file": (bytes(range(256)) * 64, "not text: binary data"),
    "a picture with a wrong name": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "not text: a PNG picture"),
    "one endless line": (b"word " * 200_000, "not a story: a line of 1 MB"),
    "control characters alone": (b"\n\x1b[2J\n", "no text in it"),
}


@pytest.mark.parametrize("case", CASES)
def test_one_clear_problem_and_no_story(tmp_path: Path, case: str) -> None:
    data, reason = CASES[case]
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    (problem,) = problems(path)
    assert (problem.path, problem.reason) == (str(path), reason)


def test_the_rest_still_opens(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01" * 500)
    (tmp_path / "good.txt").write_text(page(*BRIDGE), encoding="utf-8")
    readings = [reading for found in discover([str(tmp_path)]) if isinstance(found, Found) for reading in read(found)]
    assert [len(reading.stories) for reading in readings] == [0, 1]
    assert [len(reading.problems) for reading in readings] == [1, 0]


def test_a_missing_path_says_so(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path / "gone.txt")
    assert problem.reason == "no such file"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text("words", encoding="utf-8")
    path.chmod(0)
    (problem,) = problems(path)
    assert problem.reason == "no permission to read it"


def test_a_file_that_vanishes_after_it_was_found_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(page(*BRIDGE), encoding="utf-8")
    (found,) = discover([str(path)])
    path.unlink()
    assert isinstance(found, Found)
    (reading,) = read(found)
    assert [problem.reason for problem in reading.problems] == ["no such file"]
    with pytest.raises(ReadError, match="no such file"):
        lines(Document(str(path), "", 0, 0, "", "text/plain", "utf-8"))


def test_documents_of_other_kinds_are_named_and_not_taken_apart(tmp_path: Path) -> None:
    path = tmp_path / "figures.xlsx"
    path.write_text("words", encoding="utf-8")
    (problem,) = problems(path)
    assert problem.reason == "a table: save it as CSV: it is not read"


def test_no_more_than_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"x" * 3_000_000)
    with pytest.raises(ReadError, match="too large: 3 MB, and at most 2 MB are read"):
        file_bytes(str(path), 2 * 1024 * 1024)


def test_a_pipe_that_takes_a_files_place_hangs_nobody(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ReadError, match="not a regular file"):
        file_bytes(str(tmp_path / "pipe.txt"))


def test_windows_line_ends_and_no_final_newline_make_no_difference(tmp_path: Path) -> None:
    unix = stories(page(*BRIDGE), tmp_path, "unix.txt")[0]
    path = tmp_path / "windows.txt"
    path.write_bytes(page(*BRIDGE).strip().replace("\n", "\r\n").encode("cp1252"))
    (found,) = discover([str(path)])
    assert isinstance(found, Found)
    (reading,) = read(found)
    assert reading.document is not None
    assert reading.document.encoding == "cp1252"
    assert reading.stories[0].blocks == unix.blocks
    assert len(lines(reading.document)) == 2 * len(BRIDGE) - 1
