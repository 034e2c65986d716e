"""Colours that can be read, signs with twins, panes that fill the width, text cut to cells."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tui.app.desk.arrangement import Place, arrange
from tui.app.desk.top import bar, histogram
from tui.app.paint.cells import fit, flat, pad, pad_left, width
from tui.app.paint.glyphs import ASCII, UNICODE, choose
from tui.app.paint.theme import DARK, chosen, defaults
from tui.app.stories.going import day_asked
from tui.views.colours import DARK_COLOURS, LIGHT_COLOURS


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 counts it, from 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in Color.parse(colour).normalized
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


INKS = ("ink", "dim", "bright", "accent", "link", "left", "right", "edit", "moved", "error")


@pytest.mark.parametrize("colours", [DARK_COLOURS, LIGHT_COLOURS], ids=["dark", "light"])
@pytest.mark.parametrize("ground", ["ground", "panel", "cursor"])
@pytest.mark.parametrize("ink", INKS)
def test_every_ink_can_be_read_on_every_ground(colours: dict[str, str], ground: str, ink: str) -> None:
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("colours", [DARK_COLOURS, LIGHT_COLOURS], ids=["dark", "light"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [("left-ink", "left-wash"), ("right-ink", "right-wash"), ("edit-ink", "edit-wash"), ("ground", "accent")],
)
def test_every_wash_can_be_read(colours: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_other_themes_have_all_our_colours(name: str) -> None:
    assert set(defaults(BUILTIN_THEMES[name])) == set(DARK.variables) & set(DARK_COLOURS)


def test_the_theme_can_be_chosen() -> None:
    assert chosen({}) == "wireside-dark"
    assert chosen({"WIRESIDE_THEME": "light"}) == "wireside-light"
    assert chosen({"WIRESIDE_THEME": "nord"}) == "nord"


def test_ascii_signs_are_ascii_and_as_wide() -> None:
    for sign, twin in zip(UNICODE, ASCII, strict=True):
        assert twin.isascii()
        if sign not in (UNICODE.moved, UNICODE.ellipsis):
            assert len(twin) == width(sign)


def test_the_terminal_decides_on_the_signs() -> None:
    assert choose({}, "utf-8") is UNICODE
    assert choose({}, "ascii") is ASCII
    assert choose({"WIRESIDE_ASCII": "1"}, "utf-8") is ASCII


@given(
    st.integers(60, 400),
    st.sampled_from(Place),
    st.booleans(),
    st.dictionaries(st.sampled_from(Place), st.integers(-90, 90)),
)
def test_the_panes_fill_the_width(columns: int, place: Place, zoomed: bool, nudges: dict[Place, int]) -> None:
    right = place if place is Place.PAGE else Place.READER
    panes = arrange(columns, place, right, zoomed=zoomed, nudges=nudges)
    assert sum(panes.values()) == columns
    assert place in panes
    assert min(panes.values()) >= min(20, columns)


def test_three_panes_two_panes_one_pane() -> None:
    assert list(arrange(160, Place.STORIES)) == [Place.ACTORS, Place.STORIES, Place.READER]
    assert list(arrange(100, Place.STORIES)) == [Place.STORIES, Place.READER]
    assert list(arrange(100, Place.ACTORS)) == [Place.ACTORS, Place.STORIES]
    assert list(arrange(60, Place.READER)) == [Place.READER]
    assert list(arrange(160, Place.COMPARE)) == [Place.COMPARE]


@given(st.text(), st.integers(0, 30))
def test_text_is_cut_and_filled_to_cells(text: str, room: int) -> None:
    text = flat(text)
    assert width(fit(text, room)) <= room
    assert width(pad(text, room)) == room
    assert width(pad_left(text, room)) >= room
    if width(text) <= room:
        assert fit(text, room) == text


def test_nothing_that_moves_the_cursor_stays_in_a_line() -> None:
    assert flat("a\tb\nc\x1bd") == "a b c d"


def test_bars_show_something_for_some_and_nothing_for_none() -> None:
    assert bar(0, 9) == " "
    assert bar(1, 10_000) == "▁"
    assert bar(9, 9) == "█"


def test_the_histogram_runs_from_the_first_month_to_the_last() -> None:
    pieces = histogram([(2024, 10, 2), (2024, 11, 1), (2026, 1, 3)], 30)
    text = "".join(text for text, _ in pieces)
    assert text == "Oct 2024 ▆▃             █ Jan 2026"
    assert histogram([], 30) == []
    crowded = histogram([(1990 + n, 1, 1) for n in range(30)], 30)
    assert crowded[1:-1] == [("█" * 30, "link"), ("", "bright"), ("", "link")]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2024-10-25", dt.date(2024, 10, 25)),
        ("2024-10", dt.date(2024, 10, 1)),
        ("2024", dt.date(2024, 1, 1)),
        ("25 Oct 2024", dt.date(2024, 10, 25)),
        ("October 2024", dt.date(2024, 10, 1)),
        ("25/10/2024", dt.date(2024, 10, 25)),
        ("yesterday", None),
        ("2024-13", None),
        ("", None),
    ],
)
def test_dates_as_they_are_typed(typed: str, day: dt.date | None) -> None:
    assert day_asked(typed) == day
