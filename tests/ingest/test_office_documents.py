"""Documents of word processors and printed pages are read as their text is; broken and hostile ones are one problem."""

from __future__ import annotations

import datetime as dt
import io
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from textwrap import wrap

import pytest
from documents import docx, odt, packed, pdf, rtf
from hypothesis import given
from hypothesis import strategies as st
from pages import BRIDGE, problems
from test_records_json_and_tables import opened

from tui.ingest.lines import lines
from tui.ingest.office import rtf as rich_text
from tui.model import Story

LETTER = ["The bridge over the Tarn is shut", "By Lena Quill", "4 March 2025", *BRIDGE]
MAKE: dict[str, Callable[[list[str]], bytes]] = {"a.docx": docx, "a.odt": odt, "a.rtf": rtf, "a.doc": rtf, "none": docx}
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def one(folder: Path, name: str, data: bytes) -> Story:
    (folder / name).write_bytes(data)
    (story,), said = opened(folder / name)
    assert said == []
    return story


def problem(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    (only,) = problems(folder / name)
    assert only.path == str(folder / name)
    return only.reason


@pytest.mark.parametrize("name", MAKE)
def test_a_document_is_read_as_its_text_is(tmp_path: Path, name: str) -> None:
    story = one(tmp_path, name, MAKE[name](LETTER))
    assert (story.headline, story.byline, story.when.day) == (LETTER[0], "Lena Quill", dt.date(2025, 3, 4))
    assert list(story.paragraphs) == BRIDGE
    first = next(block for block in story.blocks if block.text == BRIDGE[0])
    assert lines(story.document)[first.first - 1] == BRIDGE[0]


def test_what_word_does_not_show_is_not_read(tmp_path: Path) -> None:
    shown = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in BRIDGE)
    xml = (
        f'<w:document xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>'
        "<w:p><w:del><w:r><w:delText>struck out</w:delText></w:r></w:del><w:r><w:instrText>LINK x</w:instrText></w:r>"
        "<w:r><w:t>The bridge</w:t><w:tab/><w:t>is shut</w:t></w:r>"
        "<mc:AlternateContent><mc:Choice/><mc:Fallback><w:r><w:t>twice</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"
        f"{shown}</w:body></w:document>"
    )
    story = one(tmp_path, "a.docx", packed("word/document.xml", xml))
    assert lines(story.document)[0] == "The bridge\tis shut"
    assert list(story.paragraphs) == BRIDGE


def test_rich_text_knows_its_signs_fonts_and_hidden_groups() -> None:
    text = (
        rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 T;}{\f1\fcharset238 T CE;}{\f2\fcharset204 T Cyr;}}"
        rb"{\colortbl;\red0;}{\*\generator Made up;}{\info{\title Not shown}}{\header Running head\par}"
        rb"\pard caf\'e9 \'93so\'94 {\f1 \'9elu\'9dou\'e8k\'fd} {\f2 \'cc\'e8\'f0}\par"
        rb"{\field{\*\fldinst HYPERLINK "
        rb'"https://x.example"}{\fldrslt a link}}\tab\u8364?5 \u-10179?\u-8704?\line next\par'
        rb"{\v hidden}{\pict\wmetafile8 0102030405}{\*\unknown gone}a\~b\emdash c {\uc2\u1084\'ec\'ec}\par}"
    )
    assert [line for line in rich_text.lines(text) if line] == [
        "café “so” žluťoučký Мир",
        "a link\t€5 😀",
        "next",
        "a\xa0b—c м",
    ]


@given(st.binary(max_size=300))
def test_whatever_follows_the_head_of_a_rich_text_is_read_to_its_end(data: bytes) -> None:
    for line in rich_text.lines(b"{\\rtf1 " + data):
        line.encode("utf-8")


def test_printed_pages_are_read_in_order_and_their_words_put_together(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    head = ["The bridge over the Tarn is shut", "", "By Lena Quill", "", "4 March 2025", ""]
    body = [line for text in BRIDGE for line in (*wrap(text, 60), "")]
    body[:2] = [
        "Engineers have closed the old bridge over the Tarn after th-",
        "ey found cracks in two pillars, the council said.",
    ]
    story = one(tmp_path, "a.pdf", pdf([[*head, *body[:7]], [*body[7:]]]))
    assert (story.headline, story.byline, story.when.day) == (head[0], "Lena Quill", dt.date(2025, 3, 4))
    assert list(story.paragraphs) == BRIDGE


def test_what_runs_along_all_pages_is_left_out(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    pages = [["The Tarn Courier", "", text, "", f"Page {number} of 4"] for number, text in enumerate(BRIDGE, 1)]
    story = one(tmp_path, "a.pdf", pdf(pages))
    assert list(story.paragraphs) == BRIDGE
    assert not {"The Tarn Courier", "Page 1 of 4"} & set(lines(story.document))


def deep(depth: int) -> str:
    return f'<w:document xmlns:w="{_W}">' + "<w:p>" * depth


BROKEN = {
    "cut.docx": (docx(LETTER)[:200], "a damaged or cut document: it cannot be unpacked"),
    "text.docx": (b"words", "a damaged or cut document: it cannot be unpacked"),
    "empty.docx": (b"", "empty"),
    "sheet.docx": (packed("xl/workbook.xml", "<x/>"), "a zip archive, but no document of a word processor"),
    "broken.docx": (packed("word/document.xml", "<document>"), "a damaged document: no element found"),
    "bomb.docx": (
        packed("word/document.xml", '<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'),
        "XML with a document type of its own (entities may be bombs); it is not read",
    ),
    "deep.docx": (packed("word/document.xml", deep(60_000)), "a document nested more than 400 deep"),
    "sealed.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "it can only be opened with a password"),
    "wordless.odt": (odt(["", " "]), "no text in it"),
    "text.rtf": (b"words", "not rich text: it does not begin as such a document does"),
    "deep.rtf": (b"{\\rtf1" + b"{" * 60_000, "a document nested more than 2000 deep"),
    "wordless.rtf": (rb"{\rtf1{\info{\title x}}}", "no text in it"),
    "old.doc": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "a document of an old Word: save it as .docx or .rtf",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_document_is_one_problem(tmp_path: Path, name: str) -> None:
    data, reason = BROKEN[name]
    assert problem(tmp_path, name, data).startswith(reason)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("cut.pdf", pdf([LETTER])[:300], "a damaged or cut PDF file"),
        ("text.pdf", b"words", "a damaged or cut PDF file"),
        ("empty.pdf", b"", "empty"),
        ("pictures.pdf", pdf([[], []]), "no text in it: a PDF file of pictures of pages perhaps"),
    ],
)
def test_a_broken_pdf_file_is_one_problem(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    pytest.importorskip("pypdfium2")
    assert problem(tmp_path, name, data).startswith(reason)


def test_a_document_that_unpacks_without_end_is_refused_with_little_memory(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as file:
        for _ in range(60):
            file.write(bytes(1_000_000))
    (tmp_path / "bomb.docx").write_bytes(out.getvalue())
    tracemalloc.start()
    (only,) = problems(tmp_path / "bomb.docx")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert only.reason.startswith("too large: its text unpacks to more than")
    assert most < 60_000_000


@pytest.mark.parametrize(
    ("name", "library", "name_of_extra"),
    [("a.pdf", "pypdfium2", "pdf"), ("a.parquet", "pyarrow", "parquet"), ("a.txt.zst", "zstandard", "zstd")],
)
def test_a_missing_library_is_named_with_the_way_to_get_it(
    tmp_path: Path, name: str, library: str, name_of_extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    assert f"pip install 'wireside[{name_of_extra}]'" in problem(tmp_path, name, b"(\xb5/\xfd bytes")
