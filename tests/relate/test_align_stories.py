"""Two stories side by side: nothing is lost, copies lie straight, what moved is known, breaks do not matter."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from sides import SIGNS, story

from tui.model import BlockKind, Row, RowKind, Story
from tui.relate.comparing.align import align

NOUNS = ["minister", "letter", "court", "army", "river", "budget", "strike", "vote", "border", "police", "school"]
VERBS = ["said", "denied", "blamed", "opened", "closed", "crossed", "raised", "cut", "promised", "refused"]
PIECES = [*NOUNS, "60", "not", "“so”", "–", "The", "it's", "it’s"]


def sentence(seed: int) -> str:
    pick = random.Random(seed)
    said = [pick.choice(NOUNS + VERBS) + pick.choice(["", "s", "ed"]) for _ in range(pick.randint(6, 16))]
    return f"The {' '.join(said)} {seed}."


def paragraph(seed: int) -> str:
    return " ".join(sentence(seed * 10 + n) for n in range(3))


lines = st.builds(
    lambda sign, text: f"{sign} {text}".strip(),
    st.sampled_from(["", "", "", *SIGNS]),
    st.lists(st.sampled_from([*NOUNS, "60", "not", "“so”", "–", "The", "it's", "it’s"]), min_size=1, max_size=8).map(
        " ".join
    ),
)
stories = st.lists(lines, max_size=12).map(lambda made: story(*made))


def put_together(rows: tuple[Row, ...], side: Story, on_left: bool) -> dict[int, str]:
    """The text of each block as its rows give it, the parts of a cut one joined by a space."""
    parts: dict[int, list[str]] = {}
    for row in rows:
        number = row.left if on_left else row.right
        if number is None or (row.kind is RowKind.MOVED and row.at_left != on_left):
            continue
        text = side.blocks[number].text
        spans = [e.left if on_left else e.right for e in row.edits]
        said = "".join(text[slice(*span)] for span in spans) if row.edits else text
        if row.kind in (RowKind.LEFT, RowKind.RIGHT):
            assert not row.edits
        parts.setdefault(number, []).append(said)
    return {number: " ".join(said) for number, said in parts.items()}


def of(side: Story) -> dict[int, str]:
    left_out = (BlockKind.COMMENT, BlockKind.FURNITURE)
    return {n: block.text for n, block in enumerate(side.blocks) if block.kind not in left_out}


@given(stories, stories)
@settings(max_examples=60)
def test_rows_put_together_are_both_stories_in_their_order(left: Story, right: Story) -> None:
    rows = align(left, right)
    assert put_together(rows, left, True) == of(left)
    assert put_together(rows, right, False) == of(right)
    for on_left in (True, False):
        order = [
            row.left if on_left else row.right
            for row in rows
            if row.kind is not RowKind.MOVED or row.at_left is on_left
        ]
        told = [number for number in order if number is not None]
        assert told == sorted(told)


def mirrored(row: Row) -> tuple[object, ...]:
    turn = {RowKind.LEFT: RowKind.RIGHT, RowKind.RIGHT: RowKind.LEFT}
    edits = tuple((turn.get(e.kind, e.kind), e.right, e.left) for e in row.edits)
    at_left = not row.at_left if row.kind is RowKind.MOVED else True
    return turn.get(row.kind, row.kind), row.right, row.left, edits, at_left


def plain(row: Row) -> tuple[object, ...]:
    return row.kind, row.left, row.right, tuple((e.kind, e.left, e.right) for e in row.edits), row.at_left


@given(stories, stories)
@settings(max_examples=60)
def test_swapping_the_sides_mirrors_the_rows(left: Story, right: Story) -> None:
    there = sorted(map(repr, map(mirrored, align(left, right))))
    back = sorted(map(repr, map(plain, align(right, left))))
    assert there == back


@given(stories)
@settings(max_examples=40)
def test_a_story_against_itself_has_no_difference(side: Story) -> None:
    rows = align(side, side)
    assert {row.kind for row in rows} <= {RowKind.SAME}
    assert [row.left for row in rows] == [row.right for row in rows]


def kinds(left: Story, right: Story) -> list[str]:
    return [row.kind.value for row in align(left, right)]


def test_an_edited_copy_lies_straight_and_shows_what_was_added_and_cut() -> None:
    body = [paragraph(n) for n in range(6)]
    cut = [body[0], body[2].replace("The", "A"), paragraph(77), *body[3:]]
    assert kinds(story(*body), story(*cut)) == ["same", "left", "edited", "right", "same", "same", "same"]


def test_a_paragraph_that_moved_is_named_at_both_of_its_places() -> None:
    body = [paragraph(n) for n in range(6)]
    moved = [*body[2:5], body[0], body[1], body[5]]
    rows = align(story(*body), story(*moved))
    gone = [(row.left, row.right, row.at_left) for row in rows if row.kind is RowKind.MOVED]
    assert gone == [(0, 3, True), (1, 4, True), (0, 3, False), (1, 4, False)]
    assert {row.kind for row in rows} == {RowKind.SAME, RowKind.MOVED}


def test_a_new_headline_stands_against_the_old_one() -> None:
    left = story("# Flood closes two schools", paragraph(1))
    right = story("# Pupils sent home as river rises", paragraph(1))
    assert kinds(left, right) == ["edited", "same"]


def test_comments_and_furniture_are_in_no_row() -> None:
    left = story(paragraph(1), "~ Share this", "& Ann: How sad")
    assert kinds(left, story(paragraph(1))) == ["same"]


def test_a_first_paragraph_that_the_other_side_labels_a_standfirst_is_still_the_same_words() -> None:
    left = story(f"^ {paragraph(1)}", paragraph(2))
    assert kinds(left, story(paragraph(1), paragraph(2))) == ["same", "same"]


def test_paragraphs_run_together_on_one_side_still_agree_word_for_word() -> None:
    body = [paragraph(n) for n in range(5)]
    joined = story(body[0], f"{body[1]} {body[2]} {body[3]}", body[4])
    rows = align(story(*body), joined)
    assert [(row.kind.value, row.left, row.right) for row in rows] == [
        ("same", 0, 0),
        ("same", 1, 1),
        ("same", 2, 1),
        ("same", 3, 1),
        ("same", 4, 2),
    ]


def test_a_paragraph_cut_down_to_its_first_sentence_stands_against_the_whole() -> None:
    whole = paragraph(1)
    short = whole[: whole.index(".") + 1]
    assert kinds(story(whole, paragraph(2)), story(short, paragraph(2))) == ["edited", "same"]


def test_stories_of_other_things_share_no_row() -> None:
    left = story(*(paragraph(n) for n in range(4)))
    right = story("Rain fell on the hills all night, and by dawn two bridges had gone.", "Nobody was hurt.")
    assert {"same", "edited", "moved"}.isdisjoint(kinds(left, right))


def test_a_thousand_paragraphs_can_be_laid_side_by_side() -> None:
    pick = random.Random(5)
    body = [paragraph(n) for n in range(1000)]
    other = [text if pick.random() < 0.2 else text.replace("minister", "premier").replace("The", "A") for text in body]
    rows = align(story(*body), story(*other))
    assert [(row.left, row.right) for row in rows] == [(n, n) for n in range(1000)]
