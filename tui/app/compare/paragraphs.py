"""The provenance table as items: a line a paragraph, a column a copy, what each copy did with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.app.compare.items import Difference, Laid
from tui.app.compare.top import Compared
from tui.app.paint.cells import fit, pad, width
from tui.app.paint.columns import SPACE, Item
from tui.app.paint.flow import Passage
from tui.app.paint.glyphs import Signs
from tui.app.paint.phrases import when
from tui.app.paint.wrapping import Span
from tui.model import Cell, Kept, Provenance
from tui.views.descent import source_name
from tui.views.wording import percent

_INKS = {
    Kept.SAME: "dim",
    Kept.TYPOGRAPHY: "dim",
    Kept.EDITED: "edit bold",
    Kept.MOVED: "moved italic",
    Kept.ADDED: "right bold",
    Kept.CUT: "left bold",
    Kept.ABSENT: "",
}
_SHARES_FROM = 96
"""The least room in which an edited paragraph says how much of it is left."""
_TEXT = 24
"""The least room that the paragraphs themselves have beside the table."""
_KEPT = (Kept.SAME, Kept.TYPOGRAPHY)


def paragraphs(shown: Compared, signs: Signs, room: int) -> Laid:
    """The table of all copies that there is room for, those compared among them; each line leads to its row."""
    table = shown.table
    assert table is not None
    cell = 9 if room >= _SHARES_FROM else 5
    columns = _columns(table, shown, max(2, (room - _TEXT) // cell))
    items = list(_legend(table, shown, columns, signs, room))
    marks = "".join(pad(str(nth + 1), cell) for nth in columns)
    items.append(Item(Passage(marks, "bright bold", measure=0), wide=True, role="heading"))
    rows = _rows_of(shown)
    found = []
    for line in table.rows:
        cells = [line.cells[nth] for nth in columns]
        if any(one.kind not in _KEPT for one in cells):
            found.append(Difference(len(items), None, None))
        text, spans = _set(cells, signs, cell, share=room >= _SHARES_FROM)
        text += fit(line.text, room - width(text))
        row = next(
            (rows[at, piece[0]] for at, piece in _pieces(table, shown, line.cells) if (at, piece[0]) in rows), None
        )
        items.append(Item(Passage(text, spans=tuple(spans), measure=0), wide=True, role="paragraph", row=row))
    items += [SPACE, Item(Passage(_key(signs), "dim", measure=0), wide=True, role="said")]
    return Laid(tuple(items), tuple(found))


def _columns(table: Provenance, shown: Compared, most: int) -> list[int]:
    """The numbers of the copies that are shown, in their order: those compared, and as many others as go in."""
    pair = [table.stories.index(id) for id in (shown.left.id, shown.right.id) if id in table.stories]
    others = [nth for nth in range(len(table.stories)) if nth not in pair]
    return sorted([*pair, *others[: max(0, most - len(pair))]])


def _legend(table: Provenance, shown: Compared, columns: Sequence[int], signs: Signs, room: int) -> Iterator[Item]:
    """The copies by the numbers of their columns."""
    for nth in columns:
        entry = shown.copies[table.stories[nth]]
        side = "left" if entry.id == shown.left.id else "right" if entry.id == shown.right.id else ""
        said = "  ".join(part for part in (when(entry.placed, signs), source_name(entry), entry.headline) if part)
        lead = f"{nth + 1:>2} "
        text = fit(said, room - len(lead))
        yield Item(
            Passage(text, f"{side} bold" if side else "", lead=lead, lead_inks="bright bold", measure=0),
            wide=True,
            role="said",
        )
    left_out = len(table.stories) - len(columns)
    if left_out:
        yield Item(Passage(f"and {left_out} more, for which there is no room", "dim"), wide=True, role="said")
    yield SPACE


def _set(cells: Sequence[Cell], signs: Signs, wide: int, *, share: bool) -> tuple[str, list[Span]]:
    text = ""
    spans = []
    for cell in cells:
        told = _told(cell, signs, share=share)
        spans.append(Span(len(text), len(text) + len(told), _INKS[cell.kind]))
        text += pad(told, wide)
    return text, spans


def _told(cell: Cell, signs: Signs, *, share: bool) -> str:
    sign = {
        Kept.SAME: signs.same,
        Kept.TYPOGRAPHY: signs.typography,
        Kept.EDITED: signs.edited,
        Kept.MOVED: signs.moved,
        Kept.ADDED: signs.right,
        Kept.CUT: signs.left,
        Kept.ABSENT: "",
    }[cell.kind]
    left = f" {percent(cell.share)}" if share and cell.share < 1.0 and cell.number else ""
    return f"{sign}{cell.number or ''}{left}"


def _pieces(table: Provenance, shown: Compared, cells: Sequence[Cell]) -> Iterator[tuple[int, tuple[int, int, int]]]:
    """The pieces of a paragraph on the left (0) and on the right (1) of the comparison."""
    for side, id in enumerate((shown.left.id, shown.right.id)):
        if id in table.stories:
            for piece in cells[table.stories.index(id)].pieces:
                yield side, piece


def _rows_of(shown: Compared) -> dict[tuple[int, int], int]:
    """The number of the comparison's first row of each block, by side and block."""
    found: dict[tuple[int, int], int] = {}
    for number, row in enumerate(shown.comparison.rows):
        if row.left is not None and row.at_left:
            found.setdefault((0, row.left), number)
        if row.right is not None:
            found.setdefault((1, row.right), number)
    return found


def _key(signs: Signs) -> str:
    return (
        f"{signs.same} kept  {signs.typography} but for typography  {signs.edited} edited  {signs.moved} moved  "
        f"{signs.right} added  {signs.left} cut; the number is the copy's own paragraph"
    )
