"""Words and marks of a text, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.words import tokens, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Tehreek-e-Insaf’s men", ["the", "tehreek-e-insaf's", "men"]),
        ("the U.S. and the US", ["the", "us", "and", "the", "us"]),
        ("won – or lost — it", ["won", "or", "lost", "it"]),
        ("1,234.5 per cent of $300", ["1,234.5", "per", "cent", "of", "300"]),
        ("24–25 October 2024.", ["24", "25", "october", "2024"]),
        ("北京 2024", ["北", "京", "2024"]),
        ("जय हिन्द", ["जय", "हिन्द"]),
        ("“...” — !", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_marks_are_tokens_and_typography_gives_equal_keys() -> None:
    curly, straight = tokens("“Yes,” he said – once…"), tokens('"Yes," he said -- once...')
    assert [token.key for token in curly] == [token.key for token in straight]
    assert [token.key for token in curly] == ['"', "yes", ",", '"', "he", "said", "-", "once", "..."]


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_nothing_but_white_space_lies_between_tokens(text: str) -> None:
    at = 0
    for token in tokens(text):
        assert not text[at : token.start].strip()
        assert token.start < token.end
        at = token.end
    assert not text[at:].strip()


@given(st.lists(st.sampled_from(["one", "two-three", "U.S.", "1,000", "it’s", "–", ",", "“", "”", ".", "…"])))
def test_words_are_the_tokens_that_are_no_marks(parts: list[str]) -> None:
    text = " ".join(parts)
    assert words(text) == [token.key for token in tokens(text) if any(c.isalnum() for c in token.key)]
