"""Following a sentence: its own story always carries it, others as they tell it, and nobody who does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sides import story

from tui.model import BlockKind, Carriage, RowKind
from tui.relate.descent.trace import Sought

SAID = "At least 12 people were taken to hospital and 40 others were treated on the quay, officials said."
STORY = story(
    "# Tanker runs aground",
    "The harbour was closed on Tuesday after a tanker ran aground near the old shipyard.",
    f"It was a bad day. {SAID} Nobody was missing.",
    "“We heard a loud bang and then the whole quay shook,” said a man who runs a kiosk there.",
)


def carriage(sentence: str) -> tuple[str, float] | None:
    found = Sought(sentence).carried_by(STORY)
    return None if found is None else (found.how.value, round(found.share, 2))


@given(
    st.lists(st.sampled_from([*SAID.split(), "–", "“so”", "U.S.", "it’s", "…"]), min_size=1, max_size=14).map(" ".join),
    st.lists(st.sampled_from(["Rain.", "Nobody was hurt in it.", SAID]), max_size=3),
)
@settings(max_examples=80)
def test_a_sentence_is_always_found_in_its_own_story(sentence: str, around: list[str]) -> None:
    own = story(*around, f"Before it. {sentence} And after.")
    found = Sought(sentence).carried_by(own)
    if not any(c.isalnum() for c in sentence):
        assert found is None
        return
    assert found is not None
    assert found.how is Carriage.EXACT
    assert found.share == 1


def test_the_words_count_and_not_how_they_are_set() -> None:
    assert carriage("we heard a loud bang — and then the WHOLE quay shook") == ("word for word", 1.0)


def test_where_only_the_figures_differ_it_is_said() -> None:
    told = Sought(SAID.replace("12", "15").replace("40", "more than 50")).carried_by(STORY)
    assert told is not None
    assert told.how is Carriage.FIGURES
    text = STORY.blocks[told.block].text
    assert text[told.start : told.end].startswith("At least 12 people")
    assert text[told.start : told.end].rstrip(".").endswith("officials said")


def test_an_edited_sentence_is_laid_against_the_passage() -> None:
    asked = "At least 12 people were rushed to hospital and 40 others were treated on the quay, the police said."
    told = Sought(asked).carried_by(STORY)
    assert told is not None
    assert told.how is Carriage.EDITED
    passage = STORY.blocks[told.block].text[told.start : told.end]
    assert "".join(asked[slice(*edit.left)] for edit in told.edits) == asked
    assert "".join(passage[slice(*edit.right)] for edit in told.edits) == passage
    assert ("rushed", "taken") in {
        (asked[slice(*e.left)], passage[slice(*e.right)]) for e in told.edits if e.kind is RowKind.EDITED
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "At least two people said that the others were at the hospital on Monday and were well.",
        "The harbour of another town was opened by the king in the spring of 1987.",
        "The tanker was sold.",
        "…",
        "",
    ],
)
def test_what_it_does_not_say_it_does_not_carry(sentence: str) -> None:
    assert carriage(sentence) is None


def test_comments_of_readers_carry_nothing_and_the_body_comes_before_the_caption() -> None:
    other = story(f"[ {SAID}", SAID, f"& Ann: {SAID}")
    found = Sought(SAID).carried_by(other)
    assert found is not None
    assert other.blocks[found.block].kind is BlockKind.PARAGRAPH
    assert Sought(SAID).carried_by(story("Rain.", f"& Ann: {SAID}")) is None
