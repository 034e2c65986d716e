"""What the shipped tables hold, and how they are learnt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.actors import acronyms, learn_case, lists, train, wordcase
from tui.actors.finding import weights


def test_words_are_counted_as_they_stand_inside_sentences() -> None:
    small, capital = learn_case.count(
        ["The mayor met Marsh. Marsh met the mayor, and a co-mayor.\n\nAnother Mayor Met Marsh"]
    )
    assert small["mayor"] == 2
    assert small["met"] == 2
    assert capital["marsh"] == 1
    assert not small["co"]


def test_rare_words_are_left_out_and_shares_make_the_levels() -> None:
    small, capital = learn_case.count(["we saw a bell and Bell " * 10 + "and once a whale"])
    always, _, often, _ = learn_case.rows(small, capital)
    assert "saw" in always.split()
    assert "bell" in often.split()
    assert "whale" not in always.split()


def test_the_shipped_record_knows_ordinary_words_from_names() -> None:
    assert all(wordcase.ordinary(word) for word in ("Among", "referring", "Sharing", "release", "Follow"))
    assert not any(wordcase.ordinary(word) for word in ("Qorvan", "Zarhistan", "Friedrich"))


@given(st.lists(st.tuples(*[st.integers(-500, 500)] * 4), min_size=1, max_size=60))
def test_packed_weights_add_up(rows: list[tuple[int, int, int, int]]) -> None:
    total = sum(weights.pack(list(row)) for row in rows)
    assert weights.unpack(total) == tuple(sum(column) for column in zip(*rows, strict=True))


@pytest.mark.parametrize(
    ("short", "words", "gaps", "first"),
    [
        ("BLA", ("Balochistan", "Liberation", "Army"), ("", ""), 0),
        ("VJA", ("Varkana", "Junbish-e-Adl"), ("",), 0),
        ("U.N.", ("United", "Nations"), ("",), 0),
        ("ECP", ("Mr", "Election", "Commission", "Pakistan"), ("", "", "of"), 1),
        ("XYZ", ("Election", "Commission"), ("",), -1),
    ],
)
def test_short_forms_are_matched_by_their_letters(
    short: str, words: tuple[str, ...], gaps: tuple[str, ...], first: int
) -> None:
    assert acronyms.is_acronym(short)
    assert acronyms.expansion(short, words, gaps) == first


def test_labelled_paragraphs_give_examples_of_spans_and_gaps() -> None:
    text = "On Friday the minister Greta Marsh met people from Oslo Bank and spoke for a long time there."
    entities = [
        (text.index("Greta"), text.index("Greta") + 11, "PERSON"),
        (text.index("Oslo"), text.index("Oslo") + 9, "ORG"),
    ]
    spans, strangers, gaps = train.examples([(text, entities)])
    assert list(spans.classes) == [weights.CLASSES.index("person"), weights.CLASSES.index("organisation")]
    assert list(gaps.classes) == [1, 1]
    assert not any(feature.startswith("=") for feature in strangers.numbers)


def test_the_lists_agree_with_each_other() -> None:
    assert lists.state_names()["US"] == "United States"
    assert {state.capital for state in lists.states() if state.capital} <= lists.cities()
    assert set(lists.given_names().values()) == {"he", "she", "either"}
