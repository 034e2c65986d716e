"""Dates and weekdays as news in many languages writes them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.calendar import MONTH_NAMES, dates, weekdays_named


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Updated 25 October 2024", (2024, 10, 25)),
        ("Oct. 5, 2024", (2024, 10, 5)),
        ("October 5th, 2024 at 8:30 p.m.", (2024, 10, 5)),
        ("2024-11-16T08:00:00Z", (2024, 11, 16)),
        ("Donnerstag, 05. Juni 2025, 15:44 Uhr", (2025, 6, 5)),
        ("le 1er août 2023", (2023, 8, 1)),
        ("12 de enero de 2024", (2024, 1, 12)),
        ("31 de março de 2024", (2024, 3, 31)),
        ("4 Febbraio 2025", (2025, 2, 4)),
        ("3 maart 2025", (2025, 3, 3)),
        ("20 Nisan 2026", (2026, 4, 20)),
        ("24 kwietnia 2023", (2023, 4, 24)),
        ("14 мая 2025", (2025, 5, 14)),
        ("2025年1月14日", (2025, 1, 14)),
        ("27.04.25", (2025, 4, 27)),
        ("11.15.2019", (2019, 11, 15)),
        ("27-Apr-2025", (2025, 4, 27)),
    ],
)
def test_a_written_date_is_one_day(text: str, day: tuple[int, int, int]) -> None:
    (found,) = dates(text)
    assert found.day == dt.date(*day)
    assert text[found.start : found.end].strip()


def test_day_and_month_that_can_be_read_both_ways_stay_open() -> None:
    (found,) = dates("3/4/2024")
    assert found.day is None
    assert found.among == (dt.date(2024, 3, 4), dt.date(2024, 4, 3))
    assert dates("3/4/2024", month_first=True)[0].day == dt.date(2024, 3, 4)
    assert dates("3/4/2024", month_first=False)[0].day == dt.date(2024, 4, 3)


def test_a_day_without_a_year_is_one_of_the_years_asked_for() -> None:
    (found,) = dates("LONDON, Jan 24", years=(2025, 2026))
    assert found.day is None
    assert found.among == (dt.date(2025, 1, 24), dt.date(2026, 1, 24))


def test_a_month_with_its_year_is_an_interval() -> None:
    (found,) = dates("in February 2024")
    assert (found.earliest, found.latest, found.day) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29), None)


@pytest.mark.parametrize("text", ["may 5 people come", "12.50 Mark", "$12.03.2020", "100 4 seats", "24/7"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert dates(text) == []


def test_a_day_that_the_calendar_has_not_is_never_a_day() -> None:
    assert [found.day for found in dates("31 June 2024, 2023-02-29")] == [None]


def test_weekdays_are_found_in_many_languages_and_feasts_are_not() -> None:
    text = "on Wednesday, am Dienstag, le vendredi, Perşembe; but Black Friday and Easter Sunday are no days of it"
    assert [weekday for _, _, weekday in weekdays_named(text)] == [2, 1, 4, 3]
    start, end, _ = weekdays_named(text)[0]
    assert text[start:end] == "Wednesday"


@given(
    st.dates(dt.date(1950, 1, 1), dt.date(2069, 12, 31)),
    st.sampled_from(["{m} {d}, {y}", "{d} {m} {y}", "{y}-{n:02}-{d:02}"]),
)
def test_every_day_is_read_back(day: dt.date, form: str) -> None:
    text = "Published " + form.format(m=MONTH_NAMES[day.month - 1], d=day.day, y=day.year, n=day.month) + " by us"
    assert [found.day for found in dates(text)] == [day]


@given(st.text(alphabet="0123456789./-: JanMay年月日,stpm"))
def test_no_text_makes_it_raise(text: str) -> None:
    assert all(0 <= found.start < found.end <= len(text) for found in dates(text))
