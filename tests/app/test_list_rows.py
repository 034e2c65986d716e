"""The lines of the story list: months, gaps, folded copies, filters, orders."""

from __future__ import annotations

import datetime as dt
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_pages import entry

from tui.app.stories import row
from tui.app.stories.rows import Gap, Heading, Sort, arranged, day_of, lay
from tui.library.building.store_shelf import laid_out
from tui.library.entries import Shelf
from tui.model import Basis, When


def dated(number: int, day: dt.date | None, first: int = 0, copies: int = 1, **more: object):
    placed = When(day, day, day, Basis.HEADER, 1.0) if day else When()
    return entry(number, placed=placed, first=first or number, copies=copies, **more)


OCTOBER, NOVEMBER, JANUARY = dt.date(2024, 10, 25), dt.date(2024, 11, 16), dt.date(2026, 1, 24)
SIX = [
    dated(1, OCTOBER),
    dated(2, OCTOBER),
    dated(3, NOVEMBER),
    dated(4, JANUARY, copies=3),
    dated(5, JANUARY, first=4, copies=3),
    dated(6, dt.date(2026, 1, 25), first=4, copies=3),
    dated(7, None),
]


def shelf_of(entries) -> Shelf:
    """The shelf that a library would have of these entries, which stand in order of time."""
    days = array("i", [day.toordinal() if (day := day_of(entry)) else 0 for entry in entries])
    numbers, firsts = (array("i", [getattr(entry, name) for entry in entries]) for name in ("number", "first"))
    leads, runs = laid_out(numbers, days, firsts)
    most = (max((getattr(entry, name) for entry in entries), default=1) for name in ("copies", "reports"))
    return Shelf(numbers, days, firsts, leads, tuple(map(tuple, runs)), *most)


def told(listing) -> list[object]:
    return [number if number >= 0 else listing.head_at(line) for line, number in enumerate(listing.lines)]


def test_stories_stand_under_months_and_empty_months_are_one_line() -> None:
    assert told(lay(shelf_of(SIX))) == [
        Heading("October 2024", 2),
        1,
        2,
        Heading("November 2024", 1),
        3,
        Gap(13),
        Heading("January 2026", 3),
        4,
        Heading("No date", 1),
        7,
    ]


def test_copies_are_folded_under_the_first_until_they_are_unfolded() -> None:
    folded = lay(shelf_of(SIX))
    assert folded.line_of[6] == folded.line_of[4]
    assert folded.stories == 7
    unfolded = lay(shelf_of(SIX), unfolded={4})
    assert [number for number in unfolded.lines if number >= 0] == [1, 2, 3, 4, 5, 6, 7]
    assert unfolded.indented == {5, 6}
    assert told(lay(shelf_of(SIX), all_unfolded=True)) == told(unfolded)


def test_a_filter_that_leaves_out_the_first_copy_shows_the_next() -> None:
    listing = lay(shelf_of(SIX), keep={5, 6})
    assert told(listing) == [Heading("January 2026", 2), 5]


def test_the_other_way_round() -> None:
    listing = lay(shelf_of(SIX), reverse=True)
    assert told(listing)[:5] == [Heading("No date", 1), 7, Heading("January 2026", 3), 4, Gap(13)]


def test_sorted_by_outlet_each_has_its_heading() -> None:
    entries = [dated(1, OCTOBER, outlet="The Post"), dated(2, NOVEMBER, outlet="Courier"), dated(3, JANUARY)]
    listing = lay(shelf_of(entries), order=arranged(entries, Sort.OUTLET), sort=Sort.OUTLET)
    assert told(listing) == [Heading("Courier", 1), 2, Heading("The Post", 1), 1, Heading("No outlet", 1), 3]


def test_sorted_by_length_there_are_no_headings() -> None:
    entries = [dated(1, OCTOBER, words=10), dated(2, NOVEMBER, words=30)]
    assert told(lay(shelf_of(entries), order=arranged(entries, Sort.WORDS), sort=Sort.WORDS)) == [2, 1]


def test_a_cursor_whose_story_goes_moves_on_to_the_next() -> None:
    listing = lay(shelf_of(SIX))
    assert list(listing.around(listing.line_of[3])) == [3, 4, 7, 2, 1]


HEADER = Basis.HEADER


@pytest.mark.parametrize(
    ("placed", "said"),
    [
        (When(dt.date(2020, 1, 1), dt.date(2020, 12, 31), basis=HEADER), "≈–"),
        (When(dt.date(2020, 1, 1), basis=HEADER), "≈–"),
        (When(latest=dt.date(2020, 1, 1), basis=Basis.FILE_TIME), "≈–"),
        (When(), "–"),
        (When(dt.date(2024, 9, 1), dt.date(2024, 10, 31), basis=HEADER), "≈1 Sep 24"),
        (When(OCTOBER, OCTOBER, OCTOBER, HEADER), "25 Oct 24"),
    ],
)
def test_a_row_gives_the_day_under_which_the_story_stands(placed: When, said: str) -> None:
    story = entry(placed=placed)
    assert row.dated(story, alone=True)[0] == said
    assert (day_of(story) is None) == placed.vague


numbers = st.lists(st.integers(1, 40), unique=True, max_size=30)


@given(numbers, st.sets(st.integers(1, 40)), st.booleans(), st.booleans(), st.data())
def test_every_story_that_passes_is_found_on_a_line(stories, keep, unfold, reverse, data) -> None:
    entries = []
    for number in sorted(stories):
        first = data.draw(st.sampled_from([number, *(e.number for e in entries if e.first == e.number)]))
        day = dt.date(2024, 1, 1) + dt.timedelta(days=number * 9)
        entries.append(dated(number, day, first=first))
    listing = lay(shelf_of(entries), keep=keep, all_unfolded=unfold, reverse=reverse)
    assert set(listing.line_of) == set(stories) & keep
    assert all(listing.story_at(line) is not None for line in listing.line_of.values())
    assert len(listing.days) == len(listing.lines)
    assert listing.stories == len(set(stories) & keep)
    under = sum(head.stories for head in listing.heads if isinstance(head, Heading))
    assert under == listing.stories
