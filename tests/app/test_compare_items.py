"""The rows of a comparison: signs, marks, and that both columns say all that both stories say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sides import story

from tui.app.compare.facts import facts, row_of
from tui.app.compare.items import View, glyphs, rows
from tui.app.paint.columns import GUTTER, Columns, Lit
from tui.app.paint.glyphs import ASCII, UNICODE
from tui.app.paint.wrapping import Span, width_of
from tui.model import Comparison, Fact, FactKind, MatchKind
from tui.relate.compare import compare

LEFT = story(
    "# Minister denies knowing of the flood plan",
    "^ Two towns were cut off",
    "More than 60 towns were cut off on Friday, the minister's office said, as the river rose for the third day.",
    '"We did not know," said Minister Ada Thorn in the valley on Friday evening.',
    "The plan was written in 2019 by the ministry and has never been carried out by anyone in the valley at all.",
    "A third paragraph stands elsewhere in the other one: it is about the old bridge of Lindvik and its keeper.",
    name="left000000",
)
RIGHT = story(
    "# Minister denies knowing of the flood plan",
    "A third paragraph stands elsewhere in the other one: it is about the old bridge of Lindvik and its keeper.",
    "More than 46 towns were cut off on Friday, the minister’s office claimed, as the river rose for the third day.",
    "“We did not know,” said Minister Ada Thorn in the valley on Friday evening.",
    "The plan was written in 2019 by the ministry and has never been carried out by anyone in the valley at all.",
    "A new end stands here: tomorrow the king himself will come and visit all those who have lost their homes.",
    name="right00000",
)
BOTH = compare(LEFT, RIGHT, MatchKind.COPY)


def column_texts(columns: Columns, *, left: bool) -> str:
    """What one column says from top to bottom."""
    said = []
    for line in range(len(columns)):
        text = "".join(piece for piece, _inks in columns.pieces(line))
        said.append(text[: columns.column] if left else text[columns.column + GUTTER :])
    return " ".join(" ".join(said).split())


def marked(comparison: Comparison, **how: bool) -> dict[str, list[tuple[str, str]]]:
    """The marked runs of each pair of sides, by the pair's sign."""
    found: dict[str, list[tuple[str, str]]] = {}
    for item in rows(comparison, UNICODE, View.SIDES, **how).items:
        if item.left and item.right:
            pairs = zip(item.left.spans, item.right.spans, strict=False)
            found.setdefault(item.sign, []).extend(
                (item.left.text[a.start : a.end], item.right.text[b.start : b.end]) for a, b in pairs
            )
    return found


def test_the_signs_of_the_rows_are_those_of_the_look() -> None:
    signs = [item.sign for item in rows(BOTH, UNICODE, View.SIDES).items if item.row is not None]
    assert sorted(signs) == sorted(["=", "-", "»1", "~", "≈", "=", "»4", "+"])
    in_ascii = [item.sign for item in rows(BOTH, ASCII, View.SIDES).items if item.row is not None]
    assert ">>1" in in_ascii
    assert "'" in in_ascii


def test_only_the_words_that_differ_are_marked_and_of_typography_only_the_glyph() -> None:
    found = marked(BOTH)
    assert ("60", "46") in found["~"]
    assert ("said", "claimed") in found["~"]
    assert ("'", "’") in found["~"]
    assert found["≈"] == [('"', "“"), ('"', "”")]
    assert "=" not in found or not found["="]


def test_typography_left_out_counts_as_the_same() -> None:
    laid = rows(BOTH, UNICODE, View.SIDES, typography=False)
    assert not [item for item in laid.items if item.sign == "≈"]
    assert ("'", "’") not in marked(BOTH, typography=False)["~"]
    assert len(laid.differences) == len(rows(BOTH, UNICODE, View.SIDES).differences) - 3


@pytest.mark.parametrize("room", [72, 100, 160])
def test_both_columns_together_say_all_that_both_stories_say(room: int) -> None:
    columns = Columns(rows(BOTH, UNICODE, View.SIDES).items, room, UNICODE)
    for on_left, of in ((True, LEFT), (False, RIGHT)):
        said = column_texts(columns, left=on_left)
        for block in of.blocks:
            assert block.text in said


@pytest.mark.parametrize("room", [60, 72, 100, 160])
@pytest.mark.parametrize("view", list(View))
def test_no_line_is_wider_than_the_room(room: int, view: View) -> None:
    laid = rows(BOTH, UNICODE, view, narrow=room < 72)
    columns = Columns((*facts(BOTH, UNICODE, narrow=room < 72).items, *laid.items), room, UNICODE)
    assert all(width_of(columns.pieces(line)) <= room for line in range(len(columns)))


def test_what_stands_side_by_side_starts_level() -> None:
    columns = Columns(rows(BOTH, UNICODE, View.SIDES).items, 100, UNICODE)
    lines = ["".join(text for text, _inks in columns.pieces(line)) for line in range(len(columns))]
    level = next(line for line in lines if "We did not know" in line)
    assert level.count("We did not know") == 2


def test_a_missing_side_is_hatched_all_along() -> None:
    laid = rows(BOTH, UNICODE, View.SIDES)
    at = next(number for number, item in enumerate(laid.items) if item.sign == "+")
    columns = Columns(laid.items, 90, UNICODE)
    hatched = [line for line in range(len(columns)) if columns.lines[line].item == at]
    assert len(hatched) > 1
    assert all(columns.pieces(line)[0][0] == "╱" * columns.column for line in hatched)


def test_one_text_holds_what_was_dropped_struck_and_what_came_marked() -> None:
    laid = rows(BOTH, UNICODE, View.INLINE)
    edited = next(item.left for item in laid.items if item.left and "claimed" in item.left.text)
    assert edited.text.startswith("More than 60 46 towns")
    inks = {edited.text[a:b]: inks for a, b, inks in edited.spans}
    assert "strike" in inks["said"]
    assert "underline" in inks["claimed"]


def test_only_differences_leave_out_what_agrees_and_say_how_much() -> None:
    said = [item.left.text for item in rows(BOTH, UNICODE, View.CHANGES).items if item.left]
    assert "· 1 piece agrees ·" in said
    assert not any("has never been carried out" in text for text in said)


def test_a_lit_difference_lights_its_sign_and_its_words() -> None:
    laid = rows(BOTH, UNICODE, View.SIDES)
    one = next(one for one in laid.differences if one.left and one.right)
    assert one.left is not None
    columns = Columns(laid.items, 100, UNICODE)
    line = columns.line_of(one.item, one.left[0])
    lit = [text for text, inks in columns.pieces(line, Lit(one.item, Span(*one.left, "hit"))) if "hit" in inks.split()]
    assert lit == ["60", "~"]


@pytest.mark.parametrize(
    ("left", "right", "runs"),
    [
        ("Pakistan's", "Pakistan’s", ((8, 9), (8, 9))),
        ('"', "“", ((0, 1), (0, 1))),
        ("a...b", "a…b", ((1, 4), (1, 2))),
        ("ab", "a b", ((1, 1), (1, 2))),
    ],
)
def test_of_typography_the_glyphs_alone(left: str, right: str, runs: tuple[tuple[int, int], tuple[int, int]]) -> None:
    assert glyphs(left, right) == runs


SHARED = Fact(FactKind.QUOTATION, "We did not know", "We did not know", 1, True)
UNLIKE = Fact(FactKind.FIGURE, "More than 60", "46", 2)
ALONE = Fact(FactKind.NAME, "", "Red Shield", None)


def test_two_reports_tell_what_they_share_where_they_differ_and_what_one_tells_alone() -> None:
    event = replace(BOTH, kind=MatchKind.EVENT, facts=(SHARED, UNLIKE, ALONE))
    told = facts(event, UNICODE, narrow=False)
    said = [(item.sign, item.left and item.left.text, item.right and item.right.text) for item in told.items]
    assert said == [
        ("", "Both tell", None),
        ("=", "“We did not know”", "“We did not know”"),
        ("", None, None),
        ("", "They differ", None),
        ("~", "More than 60", "46"),
        ("", None, None),
        ("", "Only one tells", None),
        ("+", "", "Red Shield"),
        ("", None, None),
    ]
    assert [told.items[one.item].sign for one in told.differences] == ["~"]


def test_a_copy_tells_only_the_facts_that_differ() -> None:
    copy = replace(BOTH, facts=(SHARED, UNLIKE))
    said = [item.left.text for item in facts(copy, UNICODE, narrow=False).items if item.left]
    assert said == ["They differ", "More than 60"]


def test_a_fact_is_found_in_the_row_that_has_its_words() -> None:
    said = Fact(FactKind.QUOTATION, "", "the king himself", None)
    row = row_of(BOTH, said)
    assert row is not None
    assert BOTH.rows[row].left is None
    assert row_of(BOTH, UNLIKE) == 2
    assert row_of(BOTH, ALONE) is None


def test_where_it_is_narrow_a_fact_stands_in_one_line() -> None:
    event = replace(BOTH, kind=MatchKind.EVENT, facts=(UNLIKE,))
    assert [
        item.left.text for item in facts(event, UNICODE, narrow=True).items if item.role == "fact" and item.left
    ] == ["More than 60 ~ 46"]


def test_where_it_is_narrow_what_both_tell_in_other_words_is_no_edit() -> None:
    both = replace(UNLIKE, right="over 60 lawmakers", same=True)
    event = replace(BOTH, kind=MatchKind.EVENT, facts=(both,))
    told = [item.left.text for item in facts(event, UNICODE, narrow=True).items if item.role == "fact" and item.left]
    assert told == ["More than 60 = over 60 lawmakers"]
