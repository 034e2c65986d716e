"""Why the program says so: sentences for a date, a match, an actor."""

from __future__ import annotations

import datetime as dt

import pytest

from tui.model import Actor, ActorKind, Alias, Basis, Match, MatchKind, Role, When
from tui.views.evidence import of_actor, of_date, of_match
from tui.views.order import among_its_day, order_words
from tui.views.wording import days, percent, rests_on, when

MAY_3 = dt.date(2024, 5, 3)
MAY_5 = dt.date(2024, 5, 5)


def test_a_date_of_the_document_says_where_it_stands() -> None:
    date = When(MAY_3, MAY_3, MAY_3, Basis.DATELINE, 0.95, "the dateline reads “OSLO, May 3”")
    assert of_date(date) == (
        "3 May 2024, from its dateline.",
        "The dateline reads “OSLO, May 3”.",
        "Confidence 95%.",
    )


def test_a_guess_looks_like_a_guess() -> None:
    date = When(MAY_3, MAY_5, None, Basis.EVENT, 0.6, "it names Friday")
    assert of_date(date)[0] == "Inferred: 3–5 May 2024, from another report of the event."
    assert when(date) == "≈ 3–5 May 2024"


def test_no_date_says_so() -> None:
    assert of_date(When()) == ("No date: nothing in the document gives one.",)
    assert when(When()) == "no date"


@pytest.mark.parametrize(
    ("date", "said"),
    [
        (When(dt.date(1918, 1, 1), None, None, Basis.TEXT, 0.1), "no date; 1918 at the earliest"),
        (
            When(dt.date(2019, 5, 3), MAY_3, None, Basis.TEXT),
            "no date; 3 May 2019 at the earliest; 3 May 2024 at the latest",
        ),
        (When(dt.date(1918, 1, 1), MAY_3, None, Basis.FILE_TIME, 0.1), "no date; 1918 at the earliest"),
        (When(None, MAY_3, None, Basis.FILE_TIME, 0.1), "no date"),
    ],
)
def test_years_are_no_date_and_what_is_known_is_told(date: When, said: str) -> None:
    assert when(date) == said
    assert of_date(date)[0] == f"{said[0].upper()}{said[1:]}."
    assert rests_on(date) == ""


def test_several_readings_are_all_told() -> None:
    date = When(MAY_3, MAY_5, None, Basis.STAMP, 0.5, "", (MAY_3, MAY_5))
    assert when(date) == "3 May 2024 or 5 May 2024"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (MAY_3, MAY_3, "3 May 2024"),
        (MAY_3, dt.date(2024, 6, 2), "3 May – 2 Jun 2024"),
        (dt.date(2023, 12, 30), MAY_3, "30 Dec 2023 – 3 May 2024"),
        (None, MAY_3, "until 3 May 2024"),
        (MAY_3, None, "since 3 May 2024"),
    ],
)
def test_a_span_of_days_is_said_short(first: dt.date | None, last: dt.date | None, said: str) -> None:
    assert days(first, last) == said


def test_nearly_all_is_not_all() -> None:
    assert [percent(share) for share in (0.0, 0.001, 0.5, 0.999, 1.0)] == ["0%", "1%", "50%", "99%", "100%"]


def test_a_match_gives_the_numbers_of_its_kind() -> None:
    copy = Match("a", "b", MatchKind.COPY, 0.97, 0.88, 412, 0.7, days_apart=1)
    assert of_match(copy) == (
        "The same copy: 97% of left's and 88% of right's words stand in the other; "
        "412 words in shared runs; 1 day apart."
    )
    event = Match("a", "b", MatchKind.EVENT, likeness=0.493, days_apart=None)
    assert (
        of_match(event)
        == "The same event: likeness 0.49 by words, names and figures; one of them without a certain day."
    )
    mine = Match("a", "b", MatchKind.COPY, 0.5, 0.5, by_reader=True)
    assert of_match(mine).endswith("by the reader's own verdict.")


def test_an_actor_says_how_written_and_what_called() -> None:
    actor = Actor(
        "aaaaaaaa",
        "Jane Roe",
        ActorKind.PERSON,
        (Alias("Jane Roe", 2), Alias("Roe", 5)),
        (Role("Minister", "x", MAY_3), Role("Minister", "y", MAY_5), Role("leader of the talks", "y", MAY_5)),
        ("x", "y"),
        7,
    )
    assert of_actor(actor) == (
        "Jane Roe, person: named 7 times in 2 stories.",
        "Also written “Roe” (5).",
        "Called Minister and leader of the talks.",
    )


def at(time: str = "", day: int = 4, basis: Basis = Basis.HEADER, zone: str = "") -> When:
    date = dt.date(2024, 5, day)
    clock = dt.time.fromisoformat(time) if time else None
    return When(date, date, date, basis, 0.9, "its header", time=clock, zone=zone)


def test_a_date_tells_the_time_of_day_where_it_is_known() -> None:
    assert of_date(at("14:30", zone="PKT"))[0] == "4 May 2024, 14:30 PKT, from its header."


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        (at(), at(), "Same day, order unknown"),
        (at("09:00"), at(), "Same day, order unknown"),
        (at("09:00"), at("11:00"), "Left came first by their times, 2 hours apart"),
        (at("11:00"), at("09:00", basis=Basis.STAMP), "Same day, order unknown"),
        (
            at("11:00", zone="+05:00"),
            at("09:00", basis=Basis.STAMP, zone="UTC"),
            "Left came first by their times, 3 hours",
        ),
        (at(day=6), at(day=4), "Right came first by their dates, 2 days apart"),
        (at(), When(), "Order unknown: right has no date of its own"),
        (When(), When(), "Order unknown: left and right have no date of their own"),
    ],
)
def test_of_two_reports_it_is_said_which_came_first_or_why_not(left: When, right: When, said: str) -> None:
    assert order_words(left, right).startswith(said)


def test_a_date_tells_how_many_reports_share_its_day_without_an_order() -> None:
    assert among_its_day(at(), [at(), at("12:00"), at(day=5), When()]) == (
        "Same day, order unknown: 2 copies and other reports may be earlier or later."
    )
    assert among_its_day(at("12:00"), [at("13:00")]) == ""
