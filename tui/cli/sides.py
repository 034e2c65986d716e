"""A comparison on a terminal: two columns from one alignment, signs between them, the changed words lit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from tui.library.entries import Entry
from tui.model import Block, BlockKind, Comparison, Edit, Row, RowKind
from tui.views.inline import INKS, SIGNS, paragraph_number
from tui.views.lines import safe
from tui.views.wording import when

NARROWEST = 72
"""The fewest columns in which two columns can be read."""

_WIDEST = 184
_HATCH = "╱"
_KINDS = {BlockKind.HEADLINE: "bold", BlockKind.SUBHEAD: "bold", BlockKind.STANDFIRST: "italic"}
_WORDS = {
    RowKind.TYPOGRAPHY: "ink.glyph",
    RowKind.EDITED: "ink.edit-word",
    RowKind.LEFT: "ink.left-word",
    RowKind.RIGHT: "ink.right-word",
}


def columns(comparison: Comparison, entries: tuple[Entry, Entry], console: Console) -> Iterator[Text]:
    """The lines of both columns, as wide as the terminal: where each story comes from, then every row."""
    width = (min(console.width, _WIDEST) - 5) // 2
    heads = [Text(safe(_head(entry)), "ink.dim") for entry in entries]
    yield from _beside(console, width, (heads[0], heads[1]), Text("│", "ink.dim"))
    yield Text("─" * (2 * width + 5), "ink.gap")
    last = None
    for row in comparison.rows:
        kind = _kind(comparison, row)
        if last is not None and not last is kind is BlockKind.KEY_POINT:
            yield Text()
        last = kind
        yield from _row(comparison, row, console, width)


def _head(entry: Entry) -> str:
    return "  ".join(part for part in (when(entry.placed), entry.place, entry.agency or entry.outlet, entry.id) if part)


def _kind(comparison: Comparison, row: Row) -> BlockKind | None:
    if row.left is not None:
        return comparison.left.blocks[row.left].kind
    return None if row.right is None else comparison.right.blocks[row.right].kind


def _row(comparison: Comparison, row: Row, console: Console, width: int) -> Iterator[Text]:
    left = None if row.left is None else comparison.left.blocks[row.left]
    right = None if row.right is None else comparison.right.blocks[row.right]
    sign = Text(SIGNS[row.kind], f"ink.{INKS[row.kind]}")
    if row.kind is RowKind.MOVED and row.left is not None and row.right is not None:
        there, other = (comparison.right, row.right) if row.at_left else (comparison.left, row.left)
        place = paragraph_number(there, other)
        note = Text(f"(stands as paragraph {place})", "ink.moved")
        sign = Text(f"»{place}", "ink.moved")
        told = (_text(left, row.edits, True), note) if row.at_left else (note, _text(right, row.edits, False))
        yield from _beside(console, width, told, sign)
        return
    sides = (_text(left, row.edits, True), _text(right, row.edits, False))
    if row.kind in (RowKind.LEFT, RowKind.RIGHT):
        for side in sides:
            if side is not None:
                side.stylize(f"ink.{INKS[row.kind]}")
    yield from _beside(console, width, sides, sign)


def _text(block: Block | None, edits: tuple[Edit, ...], on_left: bool) -> Text | None:
    if block is None:
        return None
    text = Text(style=_KINDS.get(block.kind, ""))
    if block.kind is BlockKind.KEY_POINT:
        text.append("• ", "ink.dim")
    if not edits:
        return text.append(safe(block.text))
    for edit in edits:
        span = edit.left if on_left else edit.right
        said = safe(block.text[slice(*span)])
        text.append(said, _WORDS.get(edit.kind) if said.strip() else None)
    return text


def _beside(console: Console, width: int, sides: tuple[Text | None, Text | None], sign: Text) -> Iterator[Text]:
    """Two texts wrapped beside each other; a side that has nothing is hatched."""
    wrapped = [side.wrap(console, width) if side is not None else None for side in sides]
    gap = Text(_HATCH * width, "ink.gap")
    lines = [list(part) if part is not None else [] for part in wrapped]
    for nth, (left, right) in enumerate(zip_longest(*lines)):
        out = Text(no_wrap=True)
        for at, side in enumerate((left, right)):
            shown = gap.copy() if wrapped[at] is None else (side or Text())
            shown.rstrip()
            shown.truncate(width, pad=at == 0)
            out.append_text(shown)
            if at == 0:
                middle = sign.copy() if nth == 0 else Text()
                middle.truncate(5, pad=True)
                out.append_text(_centred(middle) if nth == 0 else middle)
        yield out


def _centred(sign: Text) -> Text:
    sign.rstrip()
    before = (5 - sign.cell_len) // 2
    sign.pad_left(before)
    sign.truncate(5, pad=True)
    return sign
