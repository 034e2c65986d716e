"""Readers' comments are kept, with who wrote them, and never in the body."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import BRIDGE, page, story, texts

from tui.model import BlockKind

HEAD = "Cracks close the old bridge over the Tarn"
LONGER = (
    "The council will meet again in April to vote on the money for the repairs, and on a second ferry for the summer, "
    "which the shopkeepers of both banks have asked for since the first cracks were found in the autumn."
)
SAID = [
    "It was about time that somebody had a look at this bridge.",
    "The northern road is far too narrow for all of us, and everybody in the council knows it.",
    "I for one will take the ferry.",
]
NAMES = ["Paul B", "Mia K", "Ole R"]
HOURS = [10, 11, 12]


def says(form: str, below: str) -> str:
    entries = zip(NAMES, HOURS, SAID, strict=True)
    return "\n\n".join(f"{form.format(name=name, hour=hour)}\n\n{said}\n\n{below}" for name, hour, said in entries)


LAYOUTS = {
    "avatars": f"Reader Comments\n\nP\nPaul B\n{SAID[0]}\nM\nMia K\n{SAID[1]}\nO\nOle R\n{SAID[2]}\n\nLeave a Comment",
    "says": "3 thoughts on “Cracks close it”\n\n" + says("{name} says:\n\n4 March 2025 at {hour}:12", "Reply"),
    "german": "3 Kommentare\n\n" + says("{name} schreibt:\n4. März 2025 um {hour}:12 Uhr", "Antworten"),
    "no heading": says("{name} | 4 March 2025 - {hour}:12", "Reply"),
    "no heading, hours ago": says("{name} vor {hour} Stunden", "Antworten"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_comments_keep_their_authors_in_many_layouts(tmp_path: Path, layout: str) -> None:
    found = story(page(HEAD, *BRIDGE, LONGER, LAYOUTS[layout]), tmp_path)
    assert [(block.by, block.text) for block in found.of(BlockKind.COMMENT)] == list(
        zip(["Paul B", "Mia K", "Ole R"], SAID, strict=True)
    )
    assert found.paragraphs == (*BRIDGE, LONGER)


def test_the_lines_that_name_the_author_belong_to_the_comment(tmp_path: Path) -> None:
    found = story(page(HEAD, *BRIDGE, LAYOUTS["avatars"]), tmp_path)
    assert [block.last - block.first for block in found.of(BlockKind.COMMENT)] == [2, 2, 2]
    assert "P" not in texts(found, BlockKind.FURNITURE)


def test_a_link_to_the_comments_above_the_body_begins_none(tmp_path: Path) -> None:
    found = story(page(HEAD, "12 Comments", BRIDGE[0], *BRIDGE[1:]), tmp_path)
    assert found.paragraphs == tuple(BRIDGE)
    assert found.of(BlockKind.COMMENT) == ()


def test_the_sections_and_months_of_teasers_are_no_authors(tmp_path: Path) -> None:
    cards = [
        piece
        for section, head, lead in zip(["Trade", "Politics", "Sport"], NAMES, [*SAID[:2], SAID[1]], strict=True)
        for piece in (f"{section} | March 2025", f"{head} wins", lead)
    ]
    assert story(page(HEAD, *BRIDGE, LONGER, *cards), tmp_path).of(BlockKind.COMMENT) == ()
