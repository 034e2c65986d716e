"""A comparison as plain text: every change marked, nothing lost, nothing that controls a terminal."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from sides import story

from tui.model import MatchKind, RowKind
from tui.relate.compare import compare
from tui.views.inline import comparison_page, inline_row
from tui.views.lines import cells, line, padded

OLD = "The army claimed that 12 people died in the town's market on Monday, when nobody expected a raid."
NEW = "The army said that 15 people died in the town’s market on Monday, when nobody had expected a raid."


def test_changes_are_marked_where_they_stand() -> None:
    comparison = compare(story("# Raid", OLD), story("# Raid", NEW), MatchKind.COPY)
    texts = [row.text for row in comparison_page(comparison)]
    assert texts[0].startswith("Same copy. ")
    assert "  figure      12 people ~ 15 people" in texts
    assert texts[-2] == "  =  Raid"
    assert texts[-1] == (
        "  ~  The army [-claimed-]{+said+} that [-12-]{+15+} people died in the town{~'|’~}s market on Monday, "
        "when nobody {+had+} expected a raid."
    )


def test_one_side_and_moved_blocks_carry_their_signs() -> None:
    third = "A second raid is feared at the weekend, when the roads are dry again and the moon is new."
    left, right = story("# Raid", OLD, third), story(third, OLD)
    texts = [row.text for row in comparison_page(compare(left, right, MatchKind.COPY))]
    assert "  -  [-Raid-]" in texts
    moved = [text for text in texts if "»" in text]
    assert len(moved) == 2
    assert all("moved: stands on the" in text for text in moved)


words = st.lists(st.sampled_from(["army", "12", "15", "said", "claimed", "not", "it's", "it’s"]), max_size=9).map(
    " ".join
)


@given(words, words)
@settings(max_examples=40)
def test_taking_either_side_of_the_marks_gives_that_side_back(left: str, right: str) -> None:
    comparison = compare(story(f"A raid. {left}"), story(f"A raid. {right}"), MatchKind.COPY)
    for row in comparison.rows:
        if row.kind not in (RowKind.SAME, RowKind.TYPOGRAPHY, RowKind.EDITED):
            continue
        text = inline_row(comparison, row).text[5:]
        one = re.sub(r"\[-(.*?)-\]", r"\1", re.sub(r"\{\+.*?\+\}", "", re.sub(r"\{~(.*?)\|.*?~\}", r"\1", text)))
        other = re.sub(r"\{\+(.*?)\+\}", r"\1", re.sub(r"\[-.*?-\]", "", re.sub(r"\{~.*?\|(.*?)~\}", r"\1", text)))
        assert one.split() == comparison.left.blocks[0].text.split()
        assert other.split() == comparison.right.blocks[0].text.split()


def test_nothing_in_a_line_can_control_a_terminal_or_break_it() -> None:
    assert line("a\x1b[31mb\nc\u202ed\x07").text == "ab cd"


def test_columns_are_counted_as_a_terminal_counts_them() -> None:
    assert cells("中文") == 4
    assert cells("e\u0301") == 1
    assert padded("中", 4) == "中  "
    assert padded("ab", 4, right=True) == "  ab"
