"""Views as Markdown: the text of a document stays text, whatever signs it holds."""

from __future__ import annotations

import datetime as dt

from sides import story

from tui.model import MatchKind, When
from tui.relate.compare import compare
from tui.views.export import comparison_markdown, story_markdown

DAY = dt.date(2024, 5, 3)


def test_a_story_is_its_headline_its_source_and_its_body() -> None:
    made = story(
        "# Floods",
        "* Rain",
        "* Wind",
        ": OSLO -",
        "The river rose.",
        "## Night",
        "> So wet",
        "~ Share",
        "& Ann: Oh",
        day=DAY,
    )
    assert story_markdown(made, made.when) == (
        "# Floods\n\n*3 May 2024, from its header · 3 words · id aaaaaaaaaa*\n\n- Rain\n\n- Wind\n\n"
        "OSLO - The river rose.\n\n## Night\n\n> So wet\n"
    )


def test_signs_of_markdown_and_html_stay_text() -> None:
    made = story("# A *bold* <script> [claim](x)", "1. not a list", "- nor this", "# nor a heading")
    said = story_markdown(made, When())
    assert r"# A \*bold\* \<script\> \[claim\](x)" in said
    assert "\n1\\. not a list\n" in said
    assert "\n\\- nor this\n" in said


def test_a_comparison_marks_what_either_side_has() -> None:
    comparison = compare(
        story("It cost $5 in all, they said."), story("It cost $6 in all, they said.", "More."), MatchKind.COPY
    )
    said = comparison_markdown(comparison)
    assert "\n\n## They differ\n\n- figure: $5 / $6\n\n" in said
    assert "It cost ~~$5~~ **$6** in all, they said." in said
    assert said.endswith("\n\n**More.**\n")
