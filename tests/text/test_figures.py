"""Figures that a text states, and numbers that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.figures import figures


@pytest.mark.parametrize(
    ("text", "value", "unit", "written"),
    [
        ("More than 60 lawmakers wrote", 60, "", "More than 60"),
        ("Sixty lawmakers wrote", 60, "", "Sixty"),
        ("with 59 other members", 59, "", "59"),
        ("cost $1.2 million in all", 1_200_000, "USD", "$1.2 million"),
        ("paid £5m for it", 5_000_000, "GBP", "£5m"),
        ("worth Rs 500 crore", 5_000_000_000, "INR", "Rs 500 crore"),
        ("up 12.5 per cent on", 12.5, "%", "12.5 per cent"),
        ("fell 50%", 50, "%", "50%"),
        ("fell 3,5 %", 3.5, "%", "3,5 %"),
        ("two hundred and five people", 205, "", "two hundred and five"),
        ("twenty-one days", 21, "day", "twenty-one days"),
        ("at least 2000 people", 2000, "", "at least 2000"),
        ("some 1,500 dead", 1500, "", "some 1,500"),
        ("12,34,567 voters", 1_234_567, "", "12,34,567"),
        ("a 3-year-old boy", 3, "year", "3-year"),
        ("周日有34人丧生", 34, "", "34"),
        ("约5万人撤离", 50_000, "", "5万"),
        ("a two-week course", 2, "week", "two-week"),
        ("three thousand four hundred and five", 3405, "", "three thousand four hundred and five"),
    ],
)
def test_a_figure(text: str, value: float, unit: str, written: str) -> None:
    found = figures(text)[0]
    assert (found.value, found.unit, found.text) == (value, unit, written)
    assert text[found.start : found.end] == written


@pytest.mark.parametrize(
    "text",
    [
        "on 25 October 2024 he",
        "October 25, 2024",
        "in June 2024",
        "since 1999",
        "at 10:30 am on 24-25 May",
        "2024-10-25",
        "the 1st and the third",
        "Article 370 and H. Res. 901",
        "an F-16 jet",
        "COVID-19",
        "H1N1",
        "one man",
        "2031年3月4日",
    ],
)
def test_no_figure(text: str) -> None:
    assert figures(text) == []


@given(st.text(alphabet=st.characters(codec="utf-8")) | st.text(alphabet="0123456789., $%-:/ abmillion"))
def test_figures_stand_in_order_and_apart(text: str) -> None:
    at = 0
    for figure in figures(text):
        assert at <= figure.start < figure.end
        assert text[figure.start : figure.end] == figure.text
        at = figure.end


def test_and_joins_two_figures_only_behind_a_hundred_or_a_thousand() -> None:
    found = figures("between four and six boys, and one hundred and six girls")
    assert [figure.value for figure in found] == [4, 6, 106]
