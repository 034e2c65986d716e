"""A comparison laid out for one width and one view; pure, made so many rows at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tui.app.compare.facts import facts
from tui.app.compare.items import SIGN, Making, View
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


class Layout:
    """The columns, the differences in them in the order of reading, and the line that has the heads of the columns.

    The rows are laid out so many at a time: of a long comparison the first are read while the others come.
    """

    def __init__(self, wanted: Wanted) -> None:
        shown, room = wanted.shown, wanted.room
        narrow = room < SIDES_FROM
        view = View.INLINE if narrow and wanted.view is View.SIDES else wanted.view
        inline = narrow or view is View.INLINE
        by_paragraphs = wanted.view is View.PARAGRAPHS and shown.table is not None
        if inline and not by_paragraphs:
            room = min(room, MEASURE + SIGN)
        above = top(shown, _unusual(wanted), inline=inline)
        self.columns = Columns(above, room, signs())
        heads = next((number for number, item in enumerate(above) if item.role == "heads"), 0)
        self.heads = self.columns.line_of(heads)
        self._making: Making | None = None
        self._taken = self._told = 0
        if by_paragraphs:
            laid = paragraphs(shown, signs(), room)
            self.columns.add(laid.items)
            self.differences = list(laid.after(len(above)))
            return
        told = facts(shown.comparison, signs(), narrow=narrow)
        self.columns.add(told.items)
        self.differences = list(told.after(len(above)))
        self._before = len(above) + len(told.items)
        self._making = Making(shown.comparison, signs(), view, typography=wanted.typography, narrow=narrow)

    @property
    def done(self) -> bool:
        """Whether all of it is laid out."""
        return self._making is None or self._making.done

    def go_on(self, rows: int) -> None:
        """Lay out as many rows more."""
        making = self._making
        if making is None:
            return
        making.go_on(rows)
        self.columns.add(making.items[self._taken :])
        self.differences += [replace(one, item=one.item + self._before) for one in making.differences[self._told :]]
        self._taken, self._told = len(making.items), len(making.differences)

    def has(self, row: int | None) -> bool:
        """Whether this row of the comparison is laid out already, or will never be."""
        return self.done or row is None or (self._making is not None and row < self._making.made)


def _unusual(wanted: Wanted) -> list[str]:
    """What is not shown as it is at first, with the keys that change it."""
    said = [f"{wanted.view} (v)"] if wanted.view is not View.SIDES else []
    return said if wanted.typography else [*said, "typography left out (t)"]
