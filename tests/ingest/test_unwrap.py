"""Hard-wrapped lines become paragraphs again, and text that was never wrapped stays as it is."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.ingest.labelling.unwrap import unwrap, width

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
PARAGRAPHS = [
    "The council met on Monday to hear what engineers had found under the old bridge, and left without a decision.",
    "Nobody could say how long the repairs would take; the mayor spoke of two years, engineers of four at the least.",
    "Traffic will go by way of the northern road until then.",
]
WORD = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=11)
SENTENCE = st.lists(WORD, min_size=3, max_size=60).map(lambda words: " ".join(words).capitalize() + ".")


def texts(lines: list[str]) -> list[str]:
    return [run.text for run in unwrap(lines)]


@pytest.mark.parametrize("columns", [40, 60, 72, 76, 80])
def test_paragraphs_parted_by_blank_lines_come_back(columns: int) -> None:
    wrapped = [line for text in PARAGRAPHS for line in [*textwrap.wrap(text, columns), ""]]
    assert texts(wrapped) == PARAGRAPHS
    assert width(wrapped) <= columns


def test_paragraphs_that_abut_end_where_the_next_word_would_have_fitted() -> None:
    wrapped = [line for text in PARAGRAPHS for line in textwrap.wrap(text, 70)]
    assert texts(wrapped) == PARAGRAPHS


def test_a_run_knows_its_lines() -> None:
    wrapped = [*textwrap.wrap(PARAGRAPHS[0], 60), "", *textwrap.wrap(PARAGRAPHS[1], 60)]
    first, second = unwrap(wrapped)
    assert (first.first, first.last) == (1, 2)
    assert (second.first, second.last) == (4, len(wrapped))


def test_bullets_begin_anew_and_their_continuations_join() -> None:
    item = "  • Engineers found rust in every one of the forty cables that hold the deck"
    wrapped = [line for _ in range(3) for line in textwrap.wrap(item, 48, subsequent_indent="    ")]
    assert [text.count("•") for text in texts(wrapped)] == [1, 1, 1]


def test_a_dash_at_the_start_of_a_wrapped_line_is_no_bullet() -> None:
    lines = [
        "The repairs will go on until the winter after next",
        "– a date that nobody at the meeting wanted to hear",
        "again, as the mayor put it, before the next vote is",
        "taken in the spring.",
    ]
    assert len(texts(lines)) == 1


def test_words_broken_at_their_hyphens_are_whole_again() -> None:
    text = "A cross-border counter-terrorism talk on state-owned long-range radar " * 6
    assert texts(textwrap.wrap(text, 40)) == [text.strip()]


def test_a_hyphen_before_a_joining_word_keeps_its_space() -> None:
    lines = [
        "The council has asked all of the hill- and valley-",
        "side farmers, as well as those who run the many hill-",
        "and lakeside inns of the county, for their bills.",
    ]
    (whole,) = texts(lines)
    assert "valley-side farmers" in whole
    assert "hill- and lakeside" in whole


@pytest.mark.parametrize("columns", [60, 66, 90, 118, 130])
@pytest.mark.parametrize("paragraphs", [1, 2, 3])
def test_short_texts_whose_paragraphs_take_two_lines_come_back(columns: int, paragraphs: int) -> None:
    words = " ".join(PARAGRAPHS[:2]).lower().split()
    cut = len(textwrap.wrap(" ".join(words), columns)[0].split()) + 4
    text = " ".join(words[:cut]).rstrip(".,;") + "."
    wrapped = [
        "A bridge is closed",
        "",
        *[line for _ in range(paragraphs) for line in [*textwrap.wrap(text, columns), ""]],
    ]
    assert texts(wrapped) == ["A bridge is closed", *[text] * paragraphs]


def test_a_short_line_above_another_is_not_taken_for_a_wrapped_one() -> None:
    lines = ["Cracks close the old bridge over the Tarn, shops despair", "Local news", "", "no comment", "Share"]
    assert texts(lines) == [line for line in lines if line]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_documents_that_are_not_wrapped_stay_as_they_are(path: Path) -> None:
    lines = path.read_text("utf-8").split("\n")
    assert width(lines) == 0
    assert texts(lines) == [" ".join(line.split()) for line in lines if line.strip()]


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\n"), max_size=90), max_size=30))
def test_no_word_is_joined_lost_or_doubled(lines: list[str]) -> None:
    runs = unwrap(lines)
    assert "".join("".join(run.text.split()) for run in runs) == "".join("".join(line.split()) for line in lines)
    covered = [number for run in runs for number in range(run.first, run.last + 1)]
    assert [number for number, line in enumerate(lines, 1) if line.strip()] == [
        number for number in covered if lines[number - 1].strip()
    ]
    assert covered == sorted(set(covered))


@given(st.lists(SENTENCE, min_size=1, max_size=8), st.integers(50, 90))
def test_words_stay_in_their_order_at_any_width(paragraphs: list[str], columns: int) -> None:
    wrapped = [line for text in paragraphs for line in [*textwrap.wrap(text, columns), ""]]
    assert " ".join(texts(wrapped)).split() == " ".join(paragraphs).split()
