"""Stories made by hand, block by block, for tests that set two of them side by side."""

from __future__ import annotations

from datetime import date

from tui.model import Basis, Block, BlockKind, Document, Story, When
from tui.text.words import words

SIGNS = {
    "#": BlockKind.HEADLINE,
    "^": BlockKind.STANDFIRST,
    "*": BlockKind.KEY_POINT,
    "##": BlockKind.SUBHEAD,
    "[": BlockKind.CAPTION,
    ">": BlockKind.PULL_QUOTE,
    "@": BlockKind.BYLINE,
    ":": BlockKind.DATELINE,
    "!": BlockKind.STAMP,
    "--": BlockKind.SIGN_OFF,
    "&": BlockKind.COMMENT,
    "~": BlockKind.FURNITURE,
}


def blocks(*lines: str) -> tuple[Block, ...]:
    """Blocks of lines such as "# A headline", "* a key point", "& Ann: a comment"; without a sign, a paragraph."""
    made = []
    for number, line in enumerate(lines, 1):
        sign, _, text = line.partition(" ")
        kind = SIGNS.get(sign)
        by = ""
        if kind is BlockKind.COMMENT:
            by, _, text = text.partition(": ")
        made.append(Block(kind or BlockKind.PARAGRAPH, text if kind else line, number, number, by))
    return tuple(made)


def story(*lines: str, name: str = "aaaaaaaaaa", day: date | None = None, **fields: str) -> Story:
    """A story of such lines."""
    made = blocks(*lines)
    headline = next((b.text for b in made if b.kind is BlockKind.HEADLINE), "")
    body = [b.text for b in made if b.kind is BlockKind.PARAGRAPH]
    when = When(day, day, day, Basis.HEADER, 1.0, "the file's own header") if day else When()
    return Story(
        id=name,
        document=Document(f"/news/{name}.txt", "", 1, 1, name, "text/plain", "utf-8"),
        part=1,
        blocks=made,
        headline=headline or (body[0][:60] if body else ""),
        headline_derived=not headline,
        when=when,
        words=sum(len(words(text)) for text in body),
        **fields,
    )
