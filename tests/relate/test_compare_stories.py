"""A comparison's numbers: words of the body that agree, typography, and what either side adds."""

from __future__ import annotations

from sides import story

from tui.model import BlockKind, MatchKind
from tui.relate.compare import compare

FIRST = "The river rose by two metres in a night and flooded the old town's cellars, officials said."
SECOND = "Nobody was hurt, but forty families spent the night in a school on the hill above the harbour."


def test_words_that_differ_in_typography_alone_agree() -> None:
    comparison = compare(story(FIRST, SECOND), story(FIRST.replace("'", "’"), SECOND), MatchKind.IDENTICAL)
    assert comparison.words_same == comparison.words_left == comparison.words_right == 35
    assert comparison.typography == 1
    assert not comparison.facts


def test_words_that_moved_agree_once() -> None:
    third = "A second wave is expected at the weekend, when snow on the mountains melts in the sun."
    comparison = compare(story(FIRST, SECOND, third), story(third, FIRST, SECOND), MatchKind.COPY)
    assert comparison.words_same == comparison.words_left


def test_changed_words_do_not_agree() -> None:
    comparison = compare(story(FIRST), story(FIRST.replace("two metres", "three metres")), MatchKind.COPY)
    assert comparison.words_left - comparison.words_same == 1


def test_what_a_side_adds_is_counted_by_its_kind() -> None:
    left = story(
        "# Flood in the old town", "^ Cellars under water", "* One", "* Two", FIRST, "& Ann: Awful", "& Bo: So sad"
    )
    right = story(FIRST, "~ Share", "& Ann: Awful")
    comparison = compare(left, right, MatchKind.COPY)
    assert dict(comparison.added_left) == {
        BlockKind.HEADLINE: 1,
        BlockKind.STANDFIRST: 1,
        BlockKind.KEY_POINT: 2,
        BlockKind.COMMENT: 1,
    }
    assert not comparison.added_right


def test_paragraph_breaks_make_no_difference_to_the_words() -> None:
    comparison = compare(story(FIRST, SECOND), story(f"{FIRST} {SECOND}"), MatchKind.IDENTICAL)
    assert comparison.words_same == comparison.words_left == comparison.words_right
    assert comparison.typography == 0


def test_an_empty_story_can_be_compared() -> None:
    comparison = compare(story(), story(FIRST), None)
    assert (comparison.words_left, comparison.words_same) == (0, 0)
    assert [row.right for row in comparison.rows] == [0]
