"""The verdict on a comparison, in words a reader understands and with the numbers behind it."""

from __future__ import annotations

import pytest
from sides import story

from tui.model import Comparison, MatchKind, Story
from tui.relate.compare import compare
from tui.views.verdict import added, differing, verdict

FIRST = "The river rose by two metres in a night and flooded the old town's cellars, officials said."
SECOND = "Nobody was hurt, but forty families spent the night in a school on the hill above the harbour."


def of(left: Story, right: Story, kind: MatchKind | None = MatchKind.COPY) -> Comparison:
    return compare(left, right, kind)


def test_copies_that_agree_word_for_word() -> None:
    left = story(
        "# Flood",
        "# A wet night",
        "^ Cellars under water",
        "* Rain",
        "* Wind",
        "> So wet",
        FIRST,
        SECOND,
        "& Ann: Oh",
        agency="XNA",
    )
    comparison = of(left, story(FIRST.replace("'", "’"), SECOND), MatchKind.IDENTICAL)
    assert verdict(comparison) == "Same copy. All 35 words of the body agree; no fact differs."
    assert added(comparison) == (
        "Left adds 2 headlines, standfirst, 2 key points, pull quote, comment",
        "Left credits XNA, right nobody",
        "1 difference is of typography alone",
    )


def test_copies_with_a_fact_changed() -> None:
    comparison = of(story(FIRST, SECOND), story(FIRST.replace("two metres", "three metres"), SECOND))
    assert verdict(comparison) == "Same copy. 34 of 35 words of the body agree; 1 figure differs."


def test_a_copy_cut_short_gives_the_share_of_either_side() -> None:
    comparison = of(story(FIRST, SECOND), story(FIRST))
    assert verdict(comparison) == (
        "Same copy. 17 words of the body agree, 49% of left's 35 and 100% of right's 17; no fact differs."
    )
    assert added(comparison) == ("Left adds a paragraph", "Left alone tells 1 figure")


def test_a_part_says_how_much_of_it_stands_in_the_whole() -> None:
    comparison = of(story(FIRST, SECOND), story(FIRST), MatchKind.PART)
    assert verdict(comparison) == (
        "Right is part of left. 17 of its 17 words stand there, 49% of left's 35; no fact differs."
    )
    turned = of(story(FIRST), story(FIRST, SECOND), MatchKind.PART)
    assert verdict(turned) == (
        "Left is part of right. 17 of its 17 words stand there, 49% of right's 35; no fact differs."
    )


def test_moved_paragraphs_are_counted() -> None:
    third = "A second wave is expected at the weekend, when snow on the mountains melts in the sun."
    comparison = of(story(FIRST, SECOND, third), story(third, FIRST, SECOND), MatchKind.COPY)
    assert "; 1 paragraph moved; " in verdict(comparison)


def test_reports_of_one_event_say_what_they_share_and_where_they_differ() -> None:
    left = story("At least 34 people were killed when the ferry sank, police said. “A loud bang woke us,” Lund said.")
    right = story(
        "Lund, a survivor, said: “A loud bang woke us.” The ferry sank on Monday, killing at least 37 people."
    )
    comparison = of(left, right, MatchKind.EVENT)
    assert verdict(comparison) == "Same event, two reports. They share 1 quotation; 1 figure differs."
    assert added(comparison) == (
        "Figures differ: “At least 34 people” / “at least 37 people”",
        "Right alone tells 1 date",
    )


@pytest.mark.parametrize(
    ("kind", "opening"),
    [
        (MatchKind.RELATED, "Related stories, not the same event."),
        (None, "Different stories."),
    ],
)
def test_other_pairs_are_called_what_they_are(kind: MatchKind | None, opening: str) -> None:
    assert verdict(of(story(FIRST), story(SECOND), kind)) == f"{opening} They share no quotation and no figure."


def test_what_only_one_tells_is_no_difference() -> None:
    comparison = of(story(FIRST), story(FIRST.replace("officials", "officials in Lima")))
    assert not differing(comparison)
    assert "Right alone tells 1 name" in added(comparison)
