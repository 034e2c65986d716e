"""Dates that stories lend one another: years from copies, days from events and weekdays."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_news import body, item

from tui.model import UNDATED, Basis, When
from tui.relate.finding.item import Item
from tui.relate.finding.order import in_order_of_time
from tui.relate.finding.placing import from_copies, from_event, gap, says_its_day
from tui.relate.relate import relate

WEDNESDAY = (2, "on Wednesday")
FRIDAY_25 = dt.date(2024, 10, 25)


def said(day: dt.date, basis: Basis = Basis.HEADER) -> When:
    return When(day, day, day, basis, 0.95, "as printed")


def yearless(month: int, monthday: int) -> When:
    days = tuple(dt.date(year, month, monthday) for year in (2024, 2025, 2026))
    evidence = f"the dateline gives {monthday}.{month}. without a year"
    return When(days[0], days[-1], None, Basis.DATELINE, 0.6, evidence, among=days)


def test_the_year_of_a_dateline_comes_from_the_copy() -> None:
    when = from_copies(yearless(1, 24), [said(dt.date(2026, 1, 25))])
    assert when.day == dt.date(2026, 1, 24)
    assert when.basis is Basis.DATELINE
    assert when.among == ()
    assert "copy" in when.evidence
    assert "25 Jan 2026" in when.evidence
    assert when.evidence.startswith("the dateline")


def test_without_a_copy_the_year_stays_open() -> None:
    assert from_copies(yearless(1, 24), []) == yearless(1, 24)
    relations = relate([item(*body(1), name="a")])
    assert relations.placed["a"].day is not None
    open_year = Item("b", "/news/b", 1, yearless(1, 24), "", item(*body(2), name="b").features)
    assert relate([open_year]).placed["b"] == yearless(1, 24)


def test_a_copy_of_another_season_does_not_give_the_year() -> None:
    assert from_copies(yearless(1, 24), [said(dt.date(2026, 6, 1))]) == yearless(1, 24)


def test_a_story_without_a_date_takes_that_of_its_copy_and_says_so() -> None:
    when = from_copies(UNDATED, [UNDATED, said(FRIDAY_25)])
    assert (when.day, when.basis) == (FRIDAY_25, Basis.COPY)
    assert when.evidence == "its copy is dated 25 Oct 2024"
    assert 0 < when.confidence < 0.95
    assert when.inferred


def test_what_a_document_says_is_never_overruled() -> None:
    mine = said(dt.date(2020, 1, 1), Basis.STAMP)
    assert from_copies(mine, [said(FRIDAY_25)]) == mine
    assert from_event(mine, [WEDNESDAY], [said(FRIDAY_25)]) == mine


def test_a_named_weekday_is_that_day_to_two_days_after_it() -> None:
    when = from_event(UNDATED, [WEDNESDAY], [said(FRIDAY_25)])
    assert (when.earliest, when.latest, when.day) == (dt.date(2024, 10, 23), FRIDAY_25, None)
    assert when.basis is Basis.EVENT
    assert when.evidence == "one report of the event is dated 25 Oct 2024; it says “on Wednesday”"


def test_without_a_weekday_reports_of_one_event_lie_within_three_days() -> None:
    when = from_event(UNDATED, [], [said(FRIDAY_25), said(FRIDAY_25 + dt.timedelta(days=1))])
    assert (when.earliest, when.latest) == (dt.date(2024, 10, 23), dt.date(2024, 10, 28))
    assert when.evidence == "2 reports of the event are dated 25 Oct 2024 to 26 Oct 2024"
    assert when.confidence < from_event(UNDATED, [WEDNESDAY], [said(FRIDAY_25)]).confidence


def test_what_the_document_allows_bounds_the_days() -> None:
    not_after = When(None, dt.date(2024, 10, 24), None, Basis.FILE_TIME, 0.1, "the file's own time")
    when = from_event(not_after, [WEDNESDAY], [said(FRIDAY_25)])
    assert (when.earliest, when.latest) == (dt.date(2024, 10, 23), dt.date(2024, 10, 24))


def test_a_contradiction_leaves_the_story_as_it_was() -> None:
    before = When(None, dt.date(2020, 1, 1), None, Basis.TEXT, 0.3, "its text")
    assert from_event(before, [WEDNESDAY], [said(FRIDAY_25)]) == before
    assert from_copies(before, [said(FRIDAY_25)]) == before
    assert from_event(yearless(5, 1), [], [said(FRIDAY_25)]) == yearless(5, 1)


def test_reports_whose_day_is_a_guess_lend_none() -> None:
    guess = When(FRIDAY_25, FRIDAY_25, FRIDAY_25, Basis.TEXT, 0.4, "its text")
    assert from_event(UNDATED, [], [UNDATED, guess]) == UNDATED


def test_the_fewest_days_between_two_intervals() -> None:
    october = When(dt.date(2024, 10, 1), dt.date(2024, 10, 31), None, Basis.TEXT, 0.3)
    assert gap(october, said(dt.date(2024, 11, 4))) == 4
    assert gap(said(dt.date(2024, 11, 4)), october) == 4
    assert gap(october, said(FRIDAY_25)) == 0
    assert gap(UNDATED, said(FRIDAY_25)) == 0


def test_stories_stand_in_order_of_time_and_the_undated_come_last() -> None:
    interval = When(dt.date(2024, 10, 23), FRIDAY_25, None, Basis.EVENT, 0.6)
    early = When(FRIDAY_25, FRIDAY_25, FRIDAY_25, Basis.HEADER, 0.9, time=dt.time(8, 0))
    late = When(FRIDAY_25, FRIDAY_25, FRIDAY_25, Basis.HEADER, 0.9, time=dt.time(18, 0))
    rows = [(UNDATED, "/a"), (said(FRIDAY_25), "/b"), (late, "/c"), (early, "/d"), (interval, "/e"), (interval, "/d")]
    ordered = sorted(rows, key=lambda row: in_order_of_time(*row))
    assert [path for _, path in ordered] == ["/d", "/e", "/d", "/c", "/b", "/a"]


def test_a_story_that_may_lie_anywhere_in_a_year_stands_with_the_undated() -> None:
    vague = When(dt.date(2024, 1, 1), dt.date(2024, 12, 31), None, Basis.FILE_TIME, 0.1)
    season = When(dt.date(2024, 9, 1), dt.date(2024, 11, 30), None, Basis.EVENT, 0.4)
    rows = [(vague, "/a"), (said(FRIDAY_25), "/b"), (season, "/c")]
    assert [path for _, path in sorted(rows, key=lambda row: in_order_of_time(*row))] == ["/c", "/b", "/a"]


days = st.dates(dt.date(2020, 1, 1), dt.date(2026, 12, 31))


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Dates of every make, contradictory ones too."""
    ends = [draw(st.none() | days), draw(st.none() | days)]
    among = tuple(draw(st.lists(days, max_size=3)))
    return When(*ends, draw(st.none() | days), draw(st.sampled_from(list(Basis))), 0.5, "as written", among)


@given(whens(), st.lists(whens(), max_size=4), st.lists(st.tuples(st.integers(0, 6), st.text()), max_size=2))
def test_no_contradiction_breaks_the_placing(when: When, others: list[When], weekdays: list[tuple[int, str]]) -> None:
    for placed in (from_copies(when, others), from_event(when, weekdays, others)):
        if placed != when:
            assert placed.earliest is not None
            assert placed.latest is not None
            assert placed.earliest <= placed.latest
            assert placed.evidence
        elif says_its_day(when):
            assert placed is when
    assert gap(when, when) >= 0


@settings(max_examples=25)
@given(st.lists(whens(), max_size=5))
def test_relating_stories_of_any_dates_places_every_one(dates: list[When]) -> None:
    made = item(*body(1, 36), name="x").features
    items = [Item(f"s{number}", f"/news/{number}", 1, when, "", made) for number, when in enumerate(dates)]
    assert set(relate(items).placed) == {item.id for item in items}
