"""Any pile of saved news at the command line: a folder of every kind, what in it is bad, and standard input."""

from __future__ import annotations

import gzip
import io
import json
import os
import zipfile
from pathlib import Path

import pytest
from running import Done, command

STORY = (
    "Engineers have closed the old bridge over the Tarn after they found cracks in two pillars, the council said. "
    "Nobody could say how long that would take, and shopkeepers spoke of ruin."
)
TABLE = f'kop,artikel_text,verschenen,krant\nBrug dicht,"{STORY}",2025-03-04,De Koerier\n'


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


def listed(done: Done) -> list[tuple[str, str | None]]:
    return [(form["headline"], form["date"]) for form in map(json.loads, done.stdout.splitlines())]


def test_columns_are_named_on_the_command_line(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.csv").write_text(TABLE, encoding="utf-8")
    unnamed = command("list", folder)
    assert unnamed.returncode == 2
    assert "which holds the text can be said: --field body=COLUMN" in unnamed.stderr
    words = (
        "--field",
        "body=artikel_text",
        "--field",
        "headline=kop",
        "--field=date=verschenen",
        "--field",
        "source=krant",
    )
    done = command("list", folder, *words, "--json")
    assert listed(done) == [("Brug dicht", "2025-03-04")]
    assert (json.loads(done.stdout)["outlet"], json.loads(done.stdout)["paragraphs"]) == ("De Koerier", [STORY])
    other = command("list", folder, "--field", "body=artikel_text", "--json")
    assert listed(other)[0][0].startswith("Engineers have closed")


def test_a_name_that_no_field_has_is_wrong_use(tmp_path: Path) -> None:
    done = command("list", tmp_path, "--field", "boddy=x")
    assert done.returncode == 2
    assert done.stderr.startswith("wireside: no field is called 'boddy'; there are headline, standfirst, body, date")


def zipped(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCX = zipped(
    "word/document.xml",
    f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>{STORY}</w:t></w:r></w:p></w:body></w:document>'.encode(),
)
INPUTS = {
    "an archive": zipped("a.txt", STORY.encode()),
    "a table": f'title,date,text\nThe bridge,2025-03-04,"{STORY}"\n'.encode(),
    "a document of Word": DOCX,
    "JSON by the line": json.dumps({"title": "The bridge", "text": STORY}).encode() + b"\n",
}


@pytest.mark.parametrize("kind", ["an archive", "a table", "a document of Word"])
def test_standard_input_may_be_of_any_kind(kind: str) -> None:
    done = command("list", "-", "--json", stdin=INPUTS[kind])
    assert (done.returncode, done.stderr) == (0, "")
    (form,) = map(json.loads, done.stdout.splitlines())
    assert (form["paragraphs"], form["path"]) == ([STORY], "-")


def test_every_bad_file_is_one_line_and_costs_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "good.txt").write_text(STORY, encoding="utf-8")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 64)
    (folder / "cut.zip").write_bytes(INPUTS["an archive"][:60])
    (folder / "zeros.gz").write_bytes(gzip.compress(bytes(30_000_000)))
    (folder / "deep.html").write_bytes(b"<html><body>" + b"<div>" * 60_000 + b"words")
    (folder / "bomb.xml").write_bytes(b'<!DOCTYPE r [<!ENTITY a "b">]><rss><item>&a;</item></rss>')
    (folder / "lines.jsonl").write_bytes(INPUTS["JSON by the line"] + b"{bad\n" + INPUTS["JSON by the line"])
    (folder / "endless.txt").write_bytes(b"x" * 10_000_000)
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "outside.txt").symlink_to("/etc/hostname")
    os.mkfifo(folder / "pipe.txt")
    (folder / "two\nlines\x1b[31m.txt").write_bytes(b"\x00\x01" * 500)
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe.txt")).write_bytes(b"\x00\x01" * 500)
    for name in ("a.docx", "a.rtf", "a.warc", "a.eml", "a.pdf", "a.parquet", "a.zst"):
        (folder / name).write_bytes(b"no such thing")
    done = command("list", folder, "--problems")
    rows = done.stdout.splitlines()
    assert len(rows) == len(list(folder.iterdir())) - 1
    assert not any(sign in done.stdout for sign in "\x1b\x00\x07")
    assert all(row.startswith(str(folder)) and ": " in row for row in rows)
    assert sum("lines.jsonl, line 2: not JSON" in row for row in rows) == 1
    stories = command("list", folder, "--json")
    assert stories.returncode == 0
    assert sorted({json.loads(row)["headline"] for row in stories.stdout.splitlines()})[1] == "The bridge"
    assert len(stories.stdout.splitlines()) == 3
