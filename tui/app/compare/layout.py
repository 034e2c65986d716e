"""A comparison laid out for one width and one view; pure, so that a long one can be laid out beside the screen."""

from __future__ import annotations

from dataclasses import dataclass

from tui.app.compare.facts import facts
from tui.app.compare.items import SIGN, Difference, View, rows
from tui.app.compare.paragraphs import paragraphs
from tui.app.compare.top import Compared, top
from tui.app.paint.columns import Columns
from tui.app.paint.flow import MEASURE
from tui.app.paint.glyphs import signs

SIDES_FROM = 72
"""The least room, in cells, in which two columns are shown; with less both sides stand in one text."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be laid out, and how."""

    shown: Compared
    view: View
    typography: bool
    room: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns, the differences in them in the order of reading, and the line that has the heads of the columns."""

    columns: Columns
    differences: tuple[Difference, ...]
    heads: int


NOTHING = Layout(Columns((), 1, signs()), (), -1)


def lay_out(wanted: Wanted) -> Layout:
    """Lay a comparison out."""
    shown, room = wanted.shown, wanted.room
    narrow = room < SIDES_FROM
    by_paragraphs = wanted.view is View.PARAGRAPHS and shown.table is not None
    view = View.INLINE if narrow and wanted.view is View.SIDES else wanted.view
    inline = narrow or view is View.INLINE
    if inline and not by_paragraphs:
        room = min(room, MEASURE + SIGN)
    above = top(shown, _unusual(wanted), inline=inline)
    if by_paragraphs:
        laid = paragraphs(shown, signs(), room)
        columns = Columns((*above, *laid.items), room, signs())
        differences = laid.after(len(above))
    else:
        told = facts(shown.comparison, signs(), narrow=narrow)
        laid = rows(shown.comparison, signs(), view, typography=wanted.typography, narrow=narrow)
        columns = Columns((*above, *told.items, *laid.items), room, signs())
        differences = (*told.after(len(above)), *laid.after(len(above) + len(told.items)))
    heads = next((number for number, item in enumerate(above) if item.role == "heads"), 0)
    return Layout(columns, differences, columns.line_of(heads))


def _unusual(wanted: Wanted) -> list[str]:
    """What is not shown as it is at first, with the keys that change it."""
    said = [f"{wanted.view} (v)"] if wanted.view is not View.SIDES else []
    return said if wanted.typography else [*said, "typography left out (t)"]
