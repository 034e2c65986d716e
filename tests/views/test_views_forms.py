"""Stories as tables, references and pages: what is written is what a reader of the form reads again."""

from __future__ import annotations

import csv
import io
import json
import resource
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sides import story

from tui.views.forms.bibtex import bibtex, escaped
from tui.views.forms.csl import csl
from tui.views.forms.html import stories_html
from tui.views.forms.kept import Kept
from tui.views.forms.names import ENDINGS, form_named
from tui.views.forms.reference import Name, names, reference
from tui.views.forms.ris import ris
from tui.views.forms.table import COLUMNS, stories_csv, tags_csv
from tui.views.forms.writing import FORMS, refused, write_out

DAY = date(2024, 5, 3)


def kept(headline: str = "Floods & rain", tags: tuple[str, ...] = (), note: str = "") -> Kept:
    made = story(f"# {headline}", "The river rose.", day=DAY, outlet="The Ledger", byline="By Ann Lee and Jan van Dam")
    return Kept(made, made.when, tags=tags, note=note)


@given(st.text(min_size=1), st.text())
def test_a_table_reads_back_as_one_row_a_story(headline: str, note: str) -> None:
    rows = list(csv.reader(io.StringIO("".join(stories_csv([kept(headline, note=note)])), newline="")))
    assert rows[0] == list(COLUMNS)
    assert [len(row) for row in rows] == [len(COLUMNS)] * 2
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in rows[1])


def test_the_table_of_tags_has_a_line_for_each_tag() -> None:
    rows = list(csv.reader(io.StringIO("".join(tags_csv([kept(tags=("check", "rain"))])))))
    assert [row[:2] for row in rows[1:]] == [["aaaaaaaaaa", "check"], ["aaaaaaaaaa", "rain"]]


@given(st.text())
def test_references_hold_nothing_that_breaks_their_lines(headline: str) -> None:
    one = reference(kept(headline, note=headline))
    lines = ris(one).split("\r\n")
    assert lines[0] == "TY  - NEWS"
    assert lines[-3:] == ["ER  - ", "", ""]
    assert all(line[2:6] == "  - " for line in lines[:-2])
    assert json.loads(json.dumps(csl(one)))["type"] == "article-newspaper"
    text = bibtex(one).replace(r"\{", "").replace(r"\}", "")
    assert text.count("{") == text.count("}")


def test_a_reference_names_authors_outlet_and_day() -> None:
    one = reference(kept())
    assert one.authors == (Name("Lee", "Ann"), Name("van Dam", "Jan"))
    assert "AU  - van Dam, Jan\r\n" in ris(one)
    assert "DA  - 2024/05/03\r\n" in ris(one)
    assert "author = {Lee, Ann and van Dam, Jan}" in bibtex(one)
    assert r"title = {{Floods \& rain}}" in bibtex(one)
    assert csl(one)["issued"] == {"date-parts": [[2024, 5, 3]]}
    assert names("Our correspondent") == (Name("Our correspondent"),)


@given(st.text())
def test_nothing_of_a_document_is_markup_on_the_page(headline: str) -> None:
    hostile = f"<script>alert(1)</script>{headline}"
    page = "".join(stories_html([kept(hostile), kept("Other")], hostile))
    assert "<script" not in page
    assert page.count("<article") == 2


def test_the_ending_of_a_file_says_its_form() -> None:
    assert set(FORMS) == set(ENDINGS)
    assert {form_named(f"/a/b{ending}") for ending in ENDINGS.values()} == set(ENDINGS)
    assert form_named("a.tags.csv") == "tags"
    assert form_named("a.doc") == ""


def test_a_file_is_written_whole_or_not_at_all_and_never_where_is_read(tmp_path: Path) -> None:
    (tmp_path / "read").mkdir()
    assert "never written to" in refused(tmp_path / "read" / "a.csv", [str(tmp_path / "read")])
    path = tmp_path / "a.csv"
    assert refused(path, [str(tmp_path / "read")]) == ""

    def broken() -> object:
        yield "a"
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        write_out(path, broken())  # type: ignore[arg-type]
    assert not path.exists()
    write_out(path, ["a", "b"])
    assert path.read_text() == "ab"
    assert "already" in refused(path, [])


def test_what_no_longer_fits_on_the_disk_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        with pytest.raises(OSError, match="too large"):
            write_out(path, ["so little that it is written when the file is closed"])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not path.exists()


def test_no_link_leads_a_file_into_what_is_read(tmp_path: Path) -> None:
    read, alias, elsewhere = tmp_path / "read", tmp_path / "alias", tmp_path / "elsewhere"
    read.mkdir()
    elsewhere.mkdir()
    alias.symlink_to(read)
    (elsewhere / "a.md").symlink_to(read / "a.md")
    for root in (str(read), str(alias)):
        for path in (read / "a.md", alias / "a.md", elsewhere / "a.md", elsewhere / ".." / "read" / "a.md"):
            assert "never written to" in refused(path, [root])
        assert refused(elsewhere / "b.md", [root]) == ""


def test_beside_a_file_that_is_read_another_can_be_written(tmp_path: Path) -> None:
    root = tmp_path / "dump.txt"
    assert "never written to" in refused(root, [str(root)])
    root.write_text("News.")
    assert refused(root, [str(root)])
    assert refused(tmp_path / "a.md", [str(root)]) == ""


def test_a_place_where_no_file_can_be_is_refused_in_words(tmp_path: Path) -> None:
    circle, nowhere = tmp_path / "circle.md", tmp_path / "nowhere.md"
    circle.symlink_to(circle)
    nowhere.symlink_to(tmp_path / "missing.md")
    assert "already" in refused(circle, [])
    assert "already" in refused(nowhere, [])
    assert "too long" in refused(tmp_path / f"{'a' * 300}.md", [])


TITLES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1)


@given(TITLES)
def test_a_reference_manager_reads_back_what_was_written_as_ris(headline: str) -> None:
    rispy = pytest.importorskip("rispy")
    one = reference(kept(headline, tags=("check", "rain")))
    [read] = rispy.loads(ris(one))
    assert read["type_of_reference"] == "NEWS"
    assert read.get("title", read.get("primary_title", "")).strip() == one.title.strip()
    assert read["authors"] == ["Lee, Ann", "van Dam, Jan"]
    assert (read["secondary_title"], read["year"], read["date"]) == ("The Ledger", "2024", "2024/05/03")
    assert read["keywords"] == ["check", "rain"]


@given(TITLES)
def test_bibtex_reads_back_what_was_written(headline: str) -> None:
    bibtexparser = pytest.importorskip("bibtexparser")
    one = reference(kept(headline, tags=("check",)))
    [read] = bibtexparser.parse_string(bibtex(one)).entries
    fields = {field.key: field.value for field in read.fields}
    assert read.entry_type == "article"
    assert fields["author"] == "Lee, Ann and van Dam, Jan"
    assert (fields["journal"], fields["year"], fields["date"]) == ("The Ledger", "2024", "2024-05-03")
    assert fields["title"].removeprefix("{").removesuffix("}").split() == escaped(one.title).split()
