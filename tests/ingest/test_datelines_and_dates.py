"""Where and when a story was written: datelines, headers, stamps, and what is left open."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from pages import BRIDGE, page, stories, story, texts

from tui.ingest.labelling.dateline import run_in, title_case
from tui.model import Basis, BlockKind

HEAD = "Cracks close the old bridge over the Tarn"


@pytest.mark.parametrize(
    ("dateline", "place", "agency"),
    [
        ("LA CROSSE, Wis. (AP) — ", "La Crosse", "AP"),
        ("WASHINGTON (Reuters) - ", "Washington", "Reuters"),
        ("DUBLIN — ", "Dublin", ""),
        ("BEIRUT/THE HAGUE, March 7 (Reuters) - ", "Beirut", "Reuters"),
        ("PUTRAJAYA, Nov 22 — ", "Putrajaya", ""),
        ("Paris, 5 March 2025 (AFP) – ", "Paris", "AFP"),
        ("London/Teheran - ", "London", ""),
        ("Hamburg (dpa/lno) – ", "Hamburg", "dpa"),
        ("(CNN) — ", "", "CNN"),
        ("QARVENA: ", "Qarvena", ""),
        ("STOCKTON-ON-TEES, England (AP) -- ", "Stockton-on-Tees", "AP"),
    ],
)
def test_a_dateline_gives_place_and_agency_and_the_paragraph_begins_behind_it(
    tmp_path: Path, dateline: str, place: str, agency: str
) -> None:
    found = story(page(HEAD, dateline + BRIDGE[0], *BRIDGE[1:]), tmp_path)
    assert (found.place, found.agency) == (place, agency)
    assert found.paragraphs == tuple(BRIDGE)
    assert texts(found, BlockKind.DATELINE) == [dateline.strip()]


@pytest.mark.parametrize("dateline", ["PARIS, 3 mars (AFP) – ", "ROMA, 3 mar (ANSA) - ", "PARIS, March 3 (AFP) – "])
def test_a_day_without_a_year_is_bounded_by_what_the_text_and_the_file_know(tmp_path: Path, dateline: str) -> None:
    text = f"{dateline}{BRIDGE[0]} It was built in 2024."
    found = story(page(HEAD, text, *BRIDGE[1:]), tmp_path)
    assert found.when.among == (dt.date(2024, 3, 3), dt.date(2025, 3, 3))


@pytest.mark.parametrize(
    "opening",
    [
        "READ MORE: ",
        "RELATED: ",
        "UPDATE: ",
        "Imran Khan – who ",
        "The mayor: ",
        "Analysis – ",
        "State-owned ",
        "In May 2025, ",
    ],
)
def test_what_only_looks_like_a_dateline_stays_in_its_paragraph(tmp_path: Path, opening: str) -> None:
    first = opening + BRIDGE[0]
    found = story(page(HEAD, first, *BRIDGE[1:]), tmp_path)
    assert (found.place, found.agency) == ("", "")
    assert found.paragraphs[0] == first


def test_a_dateline_may_have_a_line_of_its_own(tmp_path: Path) -> None:
    found = story(page(HEAD, "Qarvena, March 4, 2025", *BRIDGE), tmp_path)
    assert found.place == "Qarvena"
    assert (found.when.day, found.when.basis) == (dt.date(2025, 3, 4), Basis.DATELINE)
    assert found.paragraphs == tuple(BRIDGE)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("LONDON 2025-03-04", "London"),
        ("QARVENA 2025-03-04", "Qarvena"),
        ("Qarvena 4 March 2025", "Qarvena"),
        ("BRUSSELS, Belgium 4 March 2025", "Brussels"),
        ("Port Velmora, Tarnia 2025-03-04", "Port Velmora"),
        ("NEW YORK, March 4, 2025", "New York"),
    ],
)
def test_a_place_and_a_day_on_a_line_of_their_own_are_a_dateline(tmp_path: Path, line: str, place: str) -> None:
    found = story(page(HEAD, line, *BRIDGE), tmp_path)
    assert texts(found, BlockKind.DATELINE) == [line]
    assert found.place == place
    assert (found.when.day, found.when.basis) == (dt.date(2025, 3, 4), Basis.DATELINE)
    assert (found.headline, found.paragraphs) == (HEAD, tuple(BRIDGE))


def test_a_dateline_stands_below_the_author_and_above_words_that_are_no_sentence(tmp_path: Path) -> None:
    scores = "Results of the valley's cup matches that were played on Sunday afternoon:"
    found = story(page(HEAD, "Jon Aske", "QARVENA 2025-03-04", scores, *BRIDGE), tmp_path)
    assert (found.place, found.byline) == ("Qarvena", "Jon Aske")
    assert found.paragraphs == (scores, *BRIDGE)


def test_an_author_with_a_day_is_no_place(tmp_path: Path) -> None:
    assert story(page(HEAD, "Jon Aske 4 March 2025", *BRIDGE), tmp_path).place == ""


@pytest.mark.parametrize(
    "headline", ["BRIDGE SHUT AS ENGINEERS FIND CRACKS.", "CYCLING - VALLEY RACE SCORES.", "Bridge shut, baker angry."]
)
def test_a_headline_above_a_dateline_may_end_in_a_full_stop(tmp_path: Path, headline: str) -> None:
    found = story(page(headline, "QARVENA 2025-03-04", *BRIDGE), tmp_path)
    assert (found.headline, found.headline_derived) == (headline, False)
    assert found.paragraphs == tuple(BRIDGE)


def test_what_stands_below_the_last_long_paragraph_of_a_clean_text_is_text(tmp_path: Path) -> None:
    tail = ("She named no day.", "Teams: Aske, Rudd, Orvik, Quill, Tamm, Berg, Holt, Lind, Voss, Ek, Dahl")
    found = story(page(HEAD, "QARVENA 2025-03-04", *BRIDGE, *tail), tmp_path)
    assert found.paragraphs == (*BRIDGE, *tail)


def test_a_sentence_that_names_days_is_no_stamp(tmp_path: Path) -> None:
    days = "The hearings are on July 19 and September 27."
    assert story(page(HEAD, *BRIDGE[:2], days, *BRIDGE[2:]), tmp_path).paragraphs[2] == days


def test_a_header_wins_over_everything_and_the_dateline_behind_it_is_read(tmp_path: Path) -> None:
    found = story(" date 2025-02-03 Qarvena: " + page(*BRIDGE, "Updated 4 March 2025"), tmp_path)
    assert (found.when.day, found.when.basis) == (dt.date(2025, 2, 3), Basis.HEADER)
    assert found.place == "Qarvena"
    assert found.paragraphs == tuple(BRIDGE)
    assert texts(found, BlockKind.STAMP)[0] == "date 2025-02-03"


def test_a_dateline_without_a_year_takes_it_from_the_stamp(tmp_path: Path) -> None:
    found = story(page(HEAD, "Updated 6 March 2024", "DUBLIN, March 4 (Reuters) - " + BRIDGE[0], *BRIDGE[1:]), tmp_path)
    assert (found.when.day, found.when.basis) == (dt.date(2024, 3, 4), Basis.DATELINE)


def test_a_dateline_without_a_year_leaves_the_years_open_that_the_text_and_the_file_allow(tmp_path: Path) -> None:
    text = page(
        HEAD,
        "DUBLIN, March 4 (Reuters) - " + BRIDGE[0],
        *BRIDGE[1:],
        "The bridge was last mended in 2023, when the mayor was a girl.",
    )
    found = story(text, tmp_path)
    assert found.when.day is None
    assert found.when.among == tuple(dt.date(year, 3, 4) for year in (2023, 2024, 2025))
    assert "2023" in found.when.evidence
    weekday = story(text.replace("the council said", "the council said on Tuesday"), tmp_path)
    assert weekday.when.day == dt.date(2025, 3, 4)
    assert "Tuesday" in weekday.when.evidence


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Published: 4 March 2025 14:30 GMT", (2025, 3, 4)),
        ("Stand: 04.03.2025, 14:30 Uhr", (2025, 3, 4)),
        ("Publié le 4 mars 2025 à 14h30", (2025, 3, 4)),
        ("Tuesday, March 4, 2025 | 2:30 p.m. EST", (2025, 3, 4)),
        ("Jon Aske / THE COUNTY DESK / Mar 4, 2025, 14:30 IST", (2025, 3, 4)),
        ("2025-03-04", (2025, 3, 4)),
    ],
)
def test_stamps_of_many_pages(tmp_path: Path, stamp: str, day: tuple[int, int, int]) -> None:
    found = story(page(HEAD, stamp, *BRIDGE), tmp_path)
    assert (found.when.day, found.when.basis) == (dt.date(*day), Basis.STAMP)
    assert stamp in texts(found, BlockKind.STAMP)


def test_a_published_stamp_counts_before_an_updated_one(tmp_path: Path) -> None:
    found = story(page(HEAD, "Updated 9 March 2025", "Published 4 March 2025", *BRIDGE), tmp_path)
    assert found.when.day == dt.date(2025, 3, 4)


def test_a_stamp_that_can_be_read_both_ways_is_settled_by_another_or_left_open(tmp_path: Path) -> None:
    left = story(page(HEAD, "Published 3/4/2025", *BRIDGE), tmp_path)
    assert left.when.day is None
    assert left.when.among == (dt.date(2025, 3, 4), dt.date(2025, 4, 3))
    settled = story(page(HEAD, "Published 3/4/2025", "Updated 5 March 2025", *BRIDGE), tmp_path)
    assert settled.when.day == dt.date(2025, 3, 4)


def test_neither_captions_nor_the_body_nor_comments_date_a_story(tmp_path: Path) -> None:
    caption = "The mayor at the bridge on May 12, 2023. (AFP/File)"
    body = "On 7 January 2024 the council had voted to mend the bridge within a year, but nothing was done about it."
    comments = (
        "Reader Comments\n\nP\nPaul B\n3 February 2025\nIt was about time that somebody had a look at this bridge."
    )
    found = story(page(HEAD, caption, *BRIDGE, body, comments), tmp_path)
    assert found.when.day is None
    assert found.when.basis is Basis.FILE_TIME
    assert (found.when.earliest, found.when.latest) == (dt.date(2024, 1, 1), dt.date(2025, 7, 1))


def test_the_name_of_the_file_dates_a_story_that_says_nothing(tmp_path: Path) -> None:
    (found,) = stories(page(HEAD, *BRIDGE), tmp_path, "2025-03-04-bridge.txt")
    assert (found.when.day, found.when.basis) == (dt.date(2025, 3, 4), Basis.FILE_NAME)


def test_a_date_in_the_future_of_the_file_is_doubted(tmp_path: Path) -> None:
    sure = story(page(HEAD, "Published 4 March 2025", *BRIDGE), tmp_path).when
    doubted = story(page(HEAD, "Published 4 March 2031", *BRIDGE), tmp_path).when
    assert doubted.confidence < sure.confidence
    assert "doubtful" in doubted.evidence


def test_places_are_written_as_names() -> None:
    assert title_case("RIO DE JANEIRO") == "Rio de Janeiro"
    assert title_case("Den Haag") == "Den Haag"
    assert title_case("UAE") == "UAE"


def test_an_unproven_name_in_front_of_a_colon_needs_the_text_to_use_it_as_a_place() -> None:
    text = "Velmora: " + BRIDGE[0]
    assert run_in(text, True, lambda place: False) is None
    line = run_in(text, True, lambda place: place == "Velmora")
    assert line is not None
    assert line.place == "Velmora"


def test_a_day_may_run_on_into_the_author_above_and_a_counter_below_it(tmp_path: Path) -> None:
    found = story(page(HEAD, "by Lena QuillMarch 4, 20250174", *BRIDGE), tmp_path)
    assert (found.when.day, found.when.basis) == (dt.date(2025, 3, 4), Basis.STAMP)
