"""Exports of news databases: every story of the file, with the fields that the database gives it, in every format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from html import escape
from itertools import pairwise
from pathlib import Path

import pytest
from documents import docx, odt, pdf, rtf
from exports import BODIES, EXPORTS, FACTIVA_CODES, HEADLINES, NEWSBANK, NEXIS_NEW, NEXIS_OLD, PROQUEST
from hypothesis import given
from hypothesis import strategies as st
from pages import BRIDGE, page, stories, texts
from test_records_json_and_tables import opened

from tui.ingest.databases.pieces import Tells
from tui.ingest.databases.stories import exported
from tui.ingest.lines import lines
from tui.model import Basis, BlockKind, Story

DAYS = (dt.date(2020, 3, 4), dt.date(2020, 5, 2))


def as_text(text: str) -> bytes:
    return text.encode()


def as_page(text: str) -> bytes:
    rows = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line.strip())
    return f"<html><body><div>{rows}</div></body></html>".encode()


def as_cells(text: str) -> bytes:
    """Fields under codes in the cells of a table."""
    rows = (line.split("\t") for line in text.split("\n") if line.strip())
    cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    return f"<html><body><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table></body></html>".encode()


def as_docx(text: str) -> bytes:
    return docx(text.split("\n"))


def as_odt(text: str) -> bytes:
    return odt(text.split("\n"))


def as_rtf(text: str) -> bytes:
    return rtf(text.split("\n"))


FORMATS: dict[str, Callable[[str], bytes]] = {
    "export.txt": as_text,
    "export.html": as_page,
    "export.docx": as_docx,
    "export.odt": as_odt,
    "export.rtf": as_rtf,
    "export.doc": as_rtf,
}


def made(name: str, layout: str) -> bytes:
    """An export of this layout, in the format of a file of this name."""
    if (name, layout) == ("export.html", "Factiva, by codes"):
        return as_cells(FACTIVA_CODES)
    return FORMATS[name](EXPORTS[layout])


def read(folder: Path, name: str, data: bytes) -> list[Story]:
    (folder / name).write_bytes(data)
    found, said = opened(folder / name)
    assert said == []
    return found


@pytest.mark.parametrize("layout", EXPORTS)
@pytest.mark.parametrize("name", FORMATS)
def test_every_story_comes_with_its_fields(tmp_path: Path, layout: str, name: str) -> None:
    found = read(tmp_path, name, made(name, layout))
    assert [story.headline for story in found] == list(HEADLINES)
    assert not any(story.headline_derived for story in found)
    assert [list(story.paragraphs) for story in found] == [list(body) for body in BODIES]
    assert [story.when.day for story in found] == list(DAYS)
    assert {story.when.basis for story in found} == {Basis.METADATA}
    assert [story.outlet for story in found] == ["The Tarn Courier (Orvik)", "The Valley Gazette"]
    assert [story.byline for story in found] == ["Quill, Lena" if layout == "ProQuest" else "Lena Quill", ""]
    assert [story.part for story in found] == [1, 2]
    assert {story.language for story in found} == {"en"}


@pytest.mark.parametrize("layout", EXPORTS)
def test_a_story_has_the_same_id_in_every_format(tmp_path: Path, layout: str) -> None:
    ids = {tuple(story.id for story in read(tmp_path, name, made(name, layout))) for name in FORMATS}
    assert len(ids) == 1


@pytest.mark.parametrize("layout", EXPORTS)
def test_nothing_of_an_export_is_dropped(tmp_path: Path, layout: str) -> None:
    found = read(tmp_path, "export.txt", EXPORTS[layout].encode())
    held = {number for story in found for block in story.blocks for number in range(block.first, block.last + 1)}
    text = lines(found[0].document)
    assert [line for number, line in enumerate(text, 1) if line.strip() and number not in held] == []
    first, second = ({block.first for block in story.blocks} for story in found)
    assert max(first) < min(second)


def test_printed_pages_give_the_stories_without_their_running_heads(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    text = [line[at : at + 100] for line in NEXIS_NEW.split("\n") for at in range(0, max(1, len(line)), 100)]
    pages = [[f"Page {nth + 1} of 3", *text[nth * 25 : nth * 25 + 25]] for nth in range(3)]
    found = read(tmp_path, "export.pdf", pdf(pages))
    assert [story.headline for story in found] == list(HEADLINES)
    assert [story.when.day for story in found] == list(DAYS)
    assert not any("Page 2 of 3" in line for line in lines(found[0].document))


def test_particulars_stand_beside_the_body(tmp_path: Path) -> None:
    first, second = read(tmp_path, "export.txt", NEXIS_OLD.encode())
    said = [block.text for block in first.of(BlockKind.FURNITURE)]
    assert {"SECTION: NEWS; Pg. 3", "LENGTH: 355 words", "Final Edition", "PUBLICATION-TYPE: Newspaper"} <= set(said)
    assert first.place == "Orvik"
    assert [block.text for block in first.of(BlockKind.STANDFIRST)] == ["Traffic goes by the northern road."]
    assert first.words == sum(len(text.split()) for text in BODIES[0])
    assert second.when.evidence == "the field “date”: May 2, 2020 Saturday"


def test_the_time_of_day_is_kept(tmp_path: Path) -> None:
    _, second = read(tmp_path, "export.txt", NEXIS_NEW.encode())
    assert (second.when.time, second.when.zone) == (dt.time(10, 15), "GMT")


def test_the_day_of_loading_never_passes_for_the_day_of_publication(tmp_path: Path) -> None:
    text = NEXIS_NEW.replace("March 4, 2020 Wednesday\n", "").replace("May 2, 2020 Saturday 10:15 AM GMT\n", "")
    first, second = read(tmp_path, "export.txt", text.encode())
    assert [story.when.day for story in (first, second)] == [dt.date(2020, 3, 6), dt.date(2020, 5, 3)]
    assert all(story.when.confidence <= 0.4 for story in (first, second))
    assert all("the database took it in" in story.when.evidence for story in (first, second))


def test_a_year_alone_stays_an_interval(tmp_path: Path) -> None:
    text = PROQUEST.replace("Publication date: Mar 4, 2020", "").replace("04 Mar 2020: 3.", "")
    first, _ = read(tmp_path, "export.txt", text.encode())
    assert (first.when.earliest, first.when.latest, first.when.day) == (
        dt.date(2020, 1, 1),
        dt.date(2020, 12, 31),
        None,
    )


GERMAN = """\
Alte Brücke über die Tarn gesperrt
Tarner Bote
4. März 2020 Mittwoch
Copyright 2020 Tarner Bote GmbH Alle Rechte vorbehalten
Section: LOKALES; S. 3
Length: 210 words
Byline: Von Lena Quill
Body

Ingenieure haben die alte Brücke über die Tarn gesperrt, nachdem sie Risse in zwei Pfeilern gefunden hatten.

Die Bürgermeisterin sagte, der Verkehr werde über die Nordstraße geleitet, bis die Reparaturen abgeschlossen sind.

Load-Date: March 6, 2020

End of Document
"""


def test_a_story_in_another_language_is_one_too(tmp_path: Path) -> None:
    (story,) = read(tmp_path, "export.txt", GERMAN.encode())
    assert (story.headline, story.outlet, story.byline) == (
        "Alte Brücke über die Tarn gesperrt",
        "Tarner Bote",
        "Lena Quill",
    )
    assert (story.when.day, story.language, len(story.paragraphs)) == (dt.date(2020, 3, 4), "de", 2)


def test_a_headline_that_was_broken_into_lines_is_one(tmp_path: Path) -> None:
    long = (
        "Old bridge over the Tarn is closed after engineers find cracks in two of its\npillars; nobody knows how long"
    )
    text = NEXIS_OLD.replace(HEADLINES[0], long).replace(
        "northern road.\n\n", "northern road until the repairs are\ndone.\n\n"
    )
    first, _ = read(tmp_path, "export.txt", text.encode())
    assert first.headline == long.replace("\n", " ")
    assert [list(first.paragraphs), first.place] == [list(BODIES[0]), "Orvik"]
    assert texts(first, BlockKind.STANDFIRST) == ["Traffic goes by the northern road until the repairs are done."]


OLDEST = f"""\
                               1 of 1 DOCUMENT

                      Copyright 1999 Tarn Courier Limited
                                The Tarn Courier

                 March 4, 1999, Thursday, Late Edition - Final

SECTION: Section A; Page 3; Column 1; Home Desk

LENGTH: 355 words

HEADLINE: {HEADLINES[0]}

BYLINE:  By LENA QUILL

DATELINE: ORVIK, March 3

BODY:
   {BODIES[0][0]}

   {BODIES[0][1]}

LOAD-DATE: March 4, 1999
"""


def test_the_oldest_layout_labels_headline_and_body(tmp_path: Path) -> None:
    (story,) = read(tmp_path, "export.txt", OLDEST.encode())
    assert (story.headline, story.byline, story.place) == (HEADLINES[0], "LENA QUILL", "Orvik")
    assert (story.outlet, story.when.day) == ("The Tarn Courier", dt.date(1999, 3, 4))
    assert list(story.paragraphs) == list(BODIES[0][:2])


def test_heads_and_feet_of_pages_do_not_part_a_body(tmp_path: Path) -> None:
    text = NEXIS_NEW.replace(BODIES[0][1], f"Page 1 of 3\n{HEADLINES[0]}\n{BODIES[0][1]}")
    first, _ = read(tmp_path, "export.txt", text.encode())
    assert list(first.paragraphs) == list(BODIES[0])
    assert "Page 1 of 3" in texts(first, BlockKind.FURNITURE)


def test_words_of_an_export_do_not_make_one(tmp_path: Path) -> None:
    spoken = [*BRIDGE, "Document 3 of 40 was lost, said the clerk, and the record number of the other nobody knew."]
    (story,) = stories(page("The bridge is shut", *spoken), tmp_path)
    assert story.paragraphs[-1] == spoken[-1]
    assert story.when.day is None


def test_a_large_export_comes_in_parts_of_one_document(tmp_path: Path) -> None:
    found = read(tmp_path, "export.txt", (NEWSBANK * 80).encode())
    assert [story.part for story in found] == list(range(1, 161))
    assert len({story.document for story in found}) == 1


_KNOWN = sorted({line for text in EXPORTS.values() for line in text.split("\n")})
_TORN = st.tuples(
    st.sampled_from(sorted(EXPORTS.values())),
    st.lists(st.tuples(st.floats(0, 1), st.sampled_from(["", *_KNOWN])), max_size=8),
).map(lambda drawn: torn(*drawn))
_MIXED = st.lists(st.one_of(st.sampled_from(_KNOWN), st.text(max_size=40)), max_size=60)


def torn(text: str, strokes: list[tuple[float, str]]) -> list[str]:
    """The lines of an export, some of them gone and others come between."""
    found = text.split("\n")
    for place, line in strokes:
        at = int(place * (len(found) - 1))
        found[at : at + 1] = [line, found[at]] if line else []
    return found


@given(st.one_of(_TORN, _MIXED))
def test_however_an_export_is_torn_no_line_is_lost_or_told_twice(text: list[str]) -> None:
    clean = [line.replace("\n", " ") for line in text]
    found = exported(clean)
    for pieces in found:
        bodies = [piece for piece in pieces if piece.tells is Tells.BODY]
        assert [piece.first for piece in pieces] == sorted(piece.first for piece in pieces)
        assert all(len(piece.text.split("\n")) == piece.last - piece.first + 1 for piece in bodies)
        assert all(above.last < piece.first for above, piece in pairwise(bodies))
    if found:
        held = {number for pieces in found for piece in pieces for number in range(piece.first, piece.last + 1)}
        assert held >= {number for number, line in enumerate(clean, 1) if line.strip()}
