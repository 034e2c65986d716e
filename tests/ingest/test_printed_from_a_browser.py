"""Pages that were printed from a browser: what it prints along them tells of the page, and is no part of its story."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from textwrap import wrap

import pytest
from documents import pdf
from pages import BRIDGE, stories, story, texts

from tui.ingest.discover import discover
from tui.ingest.read import read
from tui.model import BlockKind, Found

TITLE = "The old bridge over the Tarn is shut"
ADDRESS = "https://www.tarn-courier.example/news/bridge-shut"
CHROME = ([f"6/19/24, 8:41 AM     {TITLE} - The Tarn Courier"], [f"{ADDRESS}      %d/2"])
FIREFOX = ([f"{TITLE} | The Tarn Courier     {ADDRESS}"], ["%d of 2     6/19/2024, 8:41 AM"])


def _page(form: tuple[list[str], list[str]], number: int, lines: list[str]) -> list[str]:
    head, (foot,) = form
    return [*head, "", *lines, "", foot % number]


@pytest.mark.parametrize("form", [CHROME, FIREFOX], ids=["chrome", "firefox"])
def test_the_lines_along_a_printed_page_name_its_outlet_and_address_and_date_nothing(
    tmp_path: Path, form: tuple[list[str], list[str]]
) -> None:
    first, second = (_page(form, 1, [TITLE, "", *_apart(BRIDGE[:2])]), _page(form, 2, _apart(BRIDGE[2:])))
    found = story("\n".join([*first, *second]), tmp_path)
    assert (found.headline, found.outlet, found.url) == (TITLE, "The Tarn Courier", ADDRESS)
    assert list(found.paragraphs) == BRIDGE
    assert found.when.day is None
    assert found.when.latest == dt.date(2024, 6, 20)
    assert found.when.evidence == "no date in the document; not after 2024-06-19, the day it was printed"
    assert not texts(found, BlockKind.STAMP)


def test_a_stamp_of_the_page_itself_dates_it(tmp_path: Path) -> None:
    lines = _page(CHROME, 1, [TITLE, "", "Published June 18, 2024", "", *_apart(BRIDGE)])
    assert story("\n".join(lines), tmp_path).when.day == dt.date(2024, 6, 18)


def test_a_moment_above_a_text_that_no_address_follows_is_its_stamp(tmp_path: Path) -> None:
    (found,) = stories("\n".join([TITLE, "", "6/19/24, 8:41 AM", "", *_apart(BRIDGE)]), tmp_path)
    assert found.when.day == dt.date(2024, 6, 19)


def test_a_sentence_goes_on_over_the_pages_of_a_printed_file(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    body = [line for text in BRIDGE for line in (*wrap(text, 60), "")]
    path = tmp_path / "a.pdf"
    path.write_bytes(
        pdf([[*_page(CHROME, 1, [TITLE, "", *body[:5]])[:-2], CHROME[1][0] % 1], _page(CHROME, 2, body[5:])])
    )
    (entry,) = (each for each in discover([str(path)]) if isinstance(each, Found))
    (found,) = (each for reading in read(entry) for each in reading.stories)
    assert (found.headline, found.outlet, found.url) == (TITLE, "The Tarn Courier", ADDRESS)
    assert list(found.paragraphs) == BRIDGE
    assert found.when.latest == dt.date(2024, 6, 20)


def _apart(paragraphs: list[str]) -> list[str]:
    return [line for text in paragraphs for line in (text, "")]
