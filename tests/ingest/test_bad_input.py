"""What cannot be read is one clear problem, and the rest still opens."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from pages import BRIDGE, page, problems, stories

from tui.ingest.discover import discover
from tui.ingest.errors import ReadError
from tui.ingest.files import file_bytes
from tui.ingest.lines import lines
from tui.ingest.read import read
from tui.model import Document, Found, Problem

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
    assert problem.reason == "a table (save it as CSV): it is not read"


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


LONG = 10_000_000
ENDLESS = {
    "a.txt": b"x" * LONG,
    "a.md": b"word " * (LONG // 5),
    "a": b"x" * LONG,
    "a.html": b"<html><body><p>" + b"x" * LONG,
    "a.rtf": rb"{\rtf1 " + b"x" * LONG + b"}",
}
ENDLESS_FIELDS = {
    "a.csv": b"title,text\nA," + b"x" * 1_000_000,
    "a.jsonl": b'{"title": "A", "text": "' + b"x" * 1_000_000 + b'"}',
    "a.json": b'[{"title": "' + b"x" * 1_000_000 + b'"}]',
    "a.xml": b"<rss><channel><item><title>A</title><description>"
    + b"x" * 1_000_000
    + b"</description></item></channel></rss>",
    "a.eml": b"From: a@b.example\nSubject: A\n\n" + b"x" * 1_000_000,
}


@pytest.mark.parametrize("name", ENDLESS)
def test_ten_megabytes_without_a_line_break_are_one_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(ENDLESS[name])
    (problem,) = problems(tmp_path / name)
    assert problem.reason.startswith("not a story")
    assert "10 MB" in problem.reason


@pytest.mark.parametrize("name", ENDLESS_FIELDS)
def test_a_field_without_a_line_break_is_one_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(ENDLESS_FIELDS[name])
    (problem,) = problems(tmp_path / name)
    assert problem.reason.startswith("not a story")


def test_an_endless_record_costs_only_itself(tmp_path: Path) -> None:
    good = json.dumps({"title": "The bridge", "text": BRIDGE[0]}).encode()
    (tmp_path / "a.jsonl").write_bytes(b"\n".join((good, ENDLESS_FIELDS["a.jsonl"], good, b"{bad", good)))
    (found,) = discover([str(tmp_path / "a.jsonl")])
    assert isinstance(found, Found)
    readings = list(read(found))
    assert [block.first for reading in readings for story in reading.stories for block in story.blocks[:1]] == [1, 3, 5]
    said = [(problem.line, problem.reason) for reading in readings for problem in reading.problems]
    assert said == [
        (2, "not a story: a line of 1 MB"),
        (4, "not JSON: expecting property name enclosed in double quotes, column 2"),
    ]


def test_a_file_that_may_not_be_read_says_so_whoever_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "closed.docx"
    path.write_bytes(b"PK")

    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refused)
    (problem,) = problems(path)
    assert problem.reason == "no permission to read it"


@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero"])
def test_a_device_is_not_read(device: str) -> None:
    (problem,) = problems(Path(device))
    assert "device" in problem.reason
    with pytest.raises(ReadError, match="not a regular file"):
        file_bytes(device)


def test_links_that_loop_or_lead_nowhere_or_outside_cost_only_themselves(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "good.txt").write_text(page(*BRIDGE), encoding="utf-8")
    (inside / "loop.txt").symlink_to("loop.txt")
    (inside / "nowhere.txt").symlink_to("gone.txt")
    (inside / "outside.txt").symlink_to("/etc/hostname")
    (inside / "again").symlink_to(inside)
    found = list(discover([str(inside)]))
    assert [Path(item.path).name for item in found if isinstance(item, Found)] == ["good.txt"]
    said = {Path(item.path).name: item.reason for item in found if isinstance(item, Problem)}
    assert set(said) == {"loop.txt", "nowhere.txt", "outside.txt"}
    assert "symbolic links" in said["loop.txt"]


def test_bytes_of_controls_are_no_text_in_any_width(tmp_path: Path) -> None:
    for data in (b"\x00\x01" * 500, b"\x01\x00" * 500, b"\x02\x03" * 500):
        (tmp_path / "a.txt").write_bytes(data)
        (problem,) = problems(tmp_path / "a.txt")
        assert problem.reason == "not text: binary data"
