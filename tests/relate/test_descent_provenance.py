"""The provenance table: nothing of any copy is lost in it, and each cell says what was done with a paragraph."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from sides import story

from tui.model import Kept, Provenance, Story
from tui.relate.descent.provenance import provenance

NOUNS = "minister letter court army river budget strike vote border police school harbour council treaty"
WORDS = NOUNS.split()
PARTS = [
    f"The {a} of the {b} was told that {n} of its {c}s had gone to the {d} on the day before."
    for n, (a, b, c, d) in enumerate(zip(WORDS, WORDS[3:], WORDS[5:], WORDS[7:], strict=False))
]
ODD = ["No.", "“So,” she said – twice.", "…", "Rain."]


def bodies(*lines: list[str]) -> list[Story]:
    return [replace(story(*body), id=f"copy{n}") for n, body in enumerate(lines)]


def restored(table: Provenance, stories: list[Story], copy: int) -> list[str]:
    """The paragraphs of a copy as its cells give them, in its order, the parts of one put together by a space."""
    parts: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in table.rows:
        for block, start, end in row.cells[copy].pieces:
            parts[block].append((start, end))
    told = stories[copy].blocks
    return [" ".join(told[block].text[start:end] for start, end in sorted(parts[block])) for block in sorted(parts)]


lines = st.lists(st.sampled_from([*PARTS, *ODD, f"{PARTS[0]} {PARTS[1]}"]), min_size=1, max_size=7)


@given(lines, lines, lines)
@settings(max_examples=60)
def test_the_table_restores_the_paragraphs_of_every_copy(one: list[str], two: list[str], three: list[str]) -> None:
    stories = bodies(one, two, three)
    table = provenance(stories)
    assert table.stories == ("copy0", "copy1", "copy2")
    for copy, said in enumerate((one, two, three)):
        assert restored(table, stories, copy) == said


@given(lines)
@settings(max_examples=30)
def test_a_copy_of_the_same_paragraphs_keeps_them_all(body: list[str]) -> None:
    table = provenance(bodies(body, body))
    assert {cell.kind for row in table.rows for cell in row.cells} == {Kept.SAME}


def kinds(table: Provenance) -> list[str]:
    return [" ".join(cell.kind.value for cell in row.cells[1:]) for row in table.rows]


def test_kept_edited_cut_and_added_paragraphs_are_told_apart() -> None:
    new = "The mayor called for a ban on heavy lorries in the old town, and was cheered for it."
    changed = PARTS[2].replace("day before", "day after")
    table = provenance(bodies(PARTS[:5], [PARTS[0], changed, PARTS[3], new], [PARTS[0], new, PARTS[4]]))
    assert kinds(table) == ["same same", "cut cut", "edited cut", "same cut", "added added", "cut same"]
    assert [cell.number for cell in table.rows[4].cells] == [0, 4, 2]
    assert 0.8 < table.rows[2].cells[1].share < 1


def test_a_paragraph_in_another_place_has_moved() -> None:
    table = provenance(bodies(PARTS[:4], [*PARTS[1:4], PARTS[0]]))
    assert [row.cells[1].kind for row in table.rows] == [Kept.MOVED, Kept.SAME, Kept.SAME, Kept.SAME]
    assert table.rows[0].cells[1].number == 4


def test_paragraphs_that_a_copy_runs_together_are_both_kept() -> None:
    table = provenance(bodies(PARTS[:3], [f"{PARTS[0]} {PARTS[1]}", PARTS[2]]))
    assert [(row.cells[1].kind, row.cells[1].number) for row in table.rows] == [
        (Kept.SAME, 1),
        (Kept.SAME, 1),
        (Kept.SAME, 2),
    ]
