"""Folding takes off typography and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.fold import fold, fold_for_search


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“Khan’s detention ‘had no basis’,”", "\"Khan's detention 'had no basis',\""),
        ("the party – that won", "the party - that won"),
        ("and so on…", "and so on..."),
        ("``quoted''", '"quoted"'),
        ("« zitiert »", '" zitiert "'),
        ("soft\u00adhyphen and no\u00a0break", "softhyphen and no break"),
        ("ﬁnal ＦＵＬＬ", "final full"),
        ("two  spaces\n a line", "two spaces a line"),
    ],
)
def test_typography_folds_away(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(
    ("left", "right"), [("resume", "résumé"), ("its", "it's"), ("10", "11"), ("re-sent", "resent")]
)
def test_words_stay_apart(left: str, right: str) -> None:
    assert fold(left) != fold(right)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("Erdoğan’ın", "erdogan'in"),
        ("São Tomé", "sao tome"),
        ("שָׁלוֹם", "שלום"),
        ("مُحَمَّد", "محمد"),
    ],
)
def test_a_search_needs_no_accents(written: str, typed: str) -> None:
    assert fold_for_search(written) == typed


def test_a_search_sees_each_unspaced_character_as_a_word() -> None:
    assert fold_for_search("北京2024").split() == ["北", "京", "2024"]


def test_vowel_signs_are_no_accents() -> None:
    assert fold_for_search("की") == "की"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folding_for_search_twice_changes_nothing(text: str) -> None:
    assert fold_for_search(fold_for_search(text)) == fold_for_search(text)
