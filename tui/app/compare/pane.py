"""Two stories side by side, painted from one alignment."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from tui.app.compare.facts import row_of
from tui.app.compare.items import Difference, View, views
from tui.app.compare.layout import Layout, Wanted
from tui.app.compare.sentences import passages_of
from tui.app.compare.top import Compared, cited, head
from tui.app.keys.table import bindings
from tui.app.paint.cells import flat, pad, width
from tui.app.paint.columns import DARK, Columns, Item, Lit
from tui.app.paint.glyphs import signs
from tui.app.paint.lines import Lines, Piece
from tui.app.paint.phrases import count
from tui.app.paint.reading_pane import PAD, ReadingPane, next_of
from tui.app.paint.wrapping import Span
from tui.library.entries import Entry
from tui.model import Comparison, Fact, Provenance

LONG = 200
"""Rows of a comparison from which it is laid out by and by, while the screen goes on."""

AT_ONCE, PAUSE = 24, 0.004
"""The rows of a long comparison that are laid out at once, and the seconds between."""

Anchor = tuple[Item, int, bool, int]
"""Where the cursor was: the item, the offset in its text, whether that is the left one, and the row on the screen."""

WORDS_FROM = 52
"""The least width of a column, in cells, whose head says in words how many differences there are."""


class Compare(ReadingPane):
    """Shows a comparison and goes through its differences; the verdict and other pairs it asks for by messages."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            "compare",
            "everywhere.next_point",
            "everywhere.previous_point",
            "everywhere.view",
            "everywhere.evidence",
            "everywhere.copy",
        )
    ]

    @dataclass
    class VerdictGiven(Message):
        """The reader says that the two are the same copy, or that they are not."""

        same: bool

    @dataclass
    class OtherCopy(Message):
        """The next (1) or the previous (-1) copy is wanted on the right."""

        step: int

    class Swapped(Message):
        """The sides are to be changed."""

    class Evidence(Message):
        """What the match of these two rests on is wanted."""

    @dataclass
    class Copied(Message):
        """Both sides of a row, with their sources, are to go to the clipboard."""

        text: str

    class ParagraphsWanted(Message):
        """The paragraphs by all copies are wanted; `show_paragraphs` takes them."""

    @dataclass
    class Traced(Message):
        """The stories that carry one of these passages are wanted: sentences and quotations, the first one meant."""

        story: int
        passages: tuple[str, ...]
        at: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.view = View.SIDES
        self.typography = True
        self._shown: Compared | None = None
        self._layout: Layout | None = None
        self._at: int | None = None
        self._lit = DARK
        self._sought: int | None = None
        """The row of the comparison to go to when it is laid out anew."""

    # ---------------------------------------------------------------------------------------------------- being given

    def show(
        self,
        comparison: Comparison,
        left: Entry,
        right: Entry,
        place: tuple[int, int] = (1, 1),
        word: bool | None = None,
        *,
        descent: Sequence[str] = (),
    ) -> None:
        """Show two stories from the top; the same two again keep their place.

        `place` says which of how many copies the right one is, `word` whether the reader called them the same copy,
        `descent` in sentences which is a version of which and who cut whom.
        """
        before, self._shown = self._shown, Compared(comparison, left, right, place, word, tuple(descent))
        same = before is not None and (before.left.id, before.right.id) == (left.id, right.id)
        if before is not None and (before.left.id, before.right.id) == (right.id, left.id):
            self._sought = self._mirrored(before.comparison, comparison)
        if self.view not in views(comparison):
            self.view = View.SIDES
        if self.view is View.PARAGRAPHS:
            self.post_message(self.ParagraphsWanted())
        self._lay_out(self._anchor() if same else None)

    def show_paragraphs(self, table: Provenance, copies: Mapping[str, Entry]) -> None:
        """Show the paragraphs by these copies, as asked for by `ParagraphsWanted`."""
        if self._shown is not None:
            self._shown = replace(self._shown, table=table, copies=copies)
            if self.view is View.PARAGRAPHS:
                self._lay_out(self._anchor())

    @property
    def differences(self) -> int:
        """How many differences there are to go through."""
        return len(self._differences)

    @property
    def _columns(self) -> Columns:
        return self._layout.columns if self._layout is not None else Columns((), 1, signs())

    @property
    def _differences(self) -> Sequence[Difference]:
        return self._layout.differences if self._layout is not None else ()

    @property
    def _heads(self) -> int:
        return self._layout.heads if self._layout is not None else -1

    @property
    def row(self) -> int | None:
        """The number of the comparison's row that the cursor is on, None above the rows."""
        if self.cursor >= len(self._columns):
            return None
        return self._columns.items[self._columns.lines[self.cursor].item].row

    # ------------------------------------------------------------------------------------------------------ laying out

    def room_changed(self) -> None:
        self._lay_out(self._anchor())

    def _lay_out(self, anchor: Anchor | None) -> None:
        """Lay everything out anew at this width; the cursor stays at the anchor's row of the comparison."""
        room = self.room - 2 * PAD
        if self._shown is None or room <= 0:
            return
        layout = Layout(Wanted(self._shown, self.view, self.typography, room))
        if len(self._shown.comparison.rows) < LONG:
            layout.go_on(LONG)
            self._place(layout, anchor)
        else:
            self.run_worker(self._lay_out_by_and_by(layout, anchor), group="layout", exclusive=True)

    async def _lay_out_by_and_by(self, layout: Layout, anchor: Anchor | None) -> None:
        """Lay a long comparison out a little at a time; it is shown as soon as the cursor's row is there."""
        row = self._sought if self._sought is not None else anchor[0].row if anchor is not None else None
        placed = False
        while not layout.done:
            layout.go_on(AT_ONCE)
            if placed:
                self.set_length(len(self._columns))
            elif layout.has(row):
                self._place(layout, anchor)
                placed = True
            await asyncio.sleep(PAUSE)
        if not placed:
            self._place(layout, anchor)

    def _place(self, layout: Layout, anchor: Anchor | None) -> None:
        self._layout = layout
        self._light(None)
        line, screen_row = 0, 0
        if self._sought is not None:
            item, self._sought = self._item_of(self._sought), None
            line, screen_row = (0 if item is None else self._columns.line_of(item)), self.MARGIN
        elif anchor is not None:
            was, offset, on_left, screen_row = anchor
            item = self._fact_item(was)
            if item is None:
                item = self._item_of(was.row, was.role)
            line = self._columns.line_of(item, offset, on_left=on_left) if item is not None else self.cursor
        self.set_length(len(self._columns), cursor=line, row=screen_row)

    def _anchor(self) -> Anchor | None:
        if self.cursor >= len(self._columns):
            return None
        item = self._columns.items[self._columns.lines[self.cursor].item]
        offset, on_left = self._columns.offset_of(self.cursor)
        return item, offset, on_left, max(self.cursor - self.top, 0)

    def _item_of(self, row: int | None, role: str = "") -> int | None:
        """The number of the item that shows a row of the comparison, of several the one with this role."""
        found = [at for at, item in enumerate(self._columns.items) if item.row == row and item.role != "gap"]
        if row is None or not found:
            return None
        return next((at for at in found if self._columns.items[at].role == role), found[-1] if not role else found[0])

    def _mirrored(self, before: Comparison, after: Comparison) -> int | None:
        """The row of the swapped comparison that stands against what the cursor is on; None above the rows."""
        if self.row is None or self._columns.items[self._columns.lines[self.cursor].item].role == "fact":
            return None
        was = before.rows[self.row]
        return next((at for at, row in enumerate(after.rows) if (row.right, row.left) == (was.left, was.right)), None)

    def _fact_item(self, was: Item) -> int | None:
        """The number of the item that shows the same fact: several facts may stand in one row."""
        fact = was.left.target if was.left is not None else None
        if not isinstance(fact, Fact):
            return None
        items = enumerate(self._columns.items)
        return next((at for at, item in items if item.left is not None and item.left.target == fact), None)

    # -------------------------------------------------------------------------------------------------------- painting

    def paint(self, line: int) -> Sequence[Piece]:
        if line == self._heads:
            return self._heading()
        return [(" " * PAD, ""), *self._columns.pieces(line, self._lit)]

    def render_line(self, y: int) -> Strip:
        # The heads of the columns stay in sight: once they are scrolled away, they lie over the first line.
        if y or self.top <= self._heads or self._shown is None:
            return super().render_line(y)
        segments = [Segment(" ", self.ink())]
        segments += [Segment(flat(text), self.ink(inks)) for text, inks in self._heading()]
        return Strip(segments).adjust_cell_length(self.scrollable_content_region.width, self.ink())

    def rests(self, line: int) -> bool:
        if not 0 <= line < len(self._columns) or line == self._heads:
            return False
        return self._columns.items[self._columns.lines[line].item].role not in ("gap", "heading")

    def _heading(self) -> list[Piece]:
        """The heads of both columns, and where among the differences one is."""
        assert self._shown is not None
        column = self._columns.column
        left, right = head(self._shown.left), head(self._shown.right)
        of = len(self._differences)
        here = f"{self._at + 1} of {of} ][" if self._at is not None else f"{of} ][" if of else "no difference"
        if self._at is None and of and column >= WORDS_FROM:
            here = f"{count(of, 'difference')} ]["
        free = max(column - width(here) - 1, 0)
        return [
            (" " * PAD, ""),
            (pad(left, column), "left bold"),
            self._columns.gutter(),
            (pad(right, free), "right bold"),
            (" " * (column - free - width(here)), ""),
            (here, "dim"),
        ]

    # ------------------------------------------------------------------------------------------------------------ keys

    def action_next_point(self, step: int = 1) -> None:
        of = len(self._differences)
        if not of:
            self.notify("There is no difference to go to.")
            return
        if self._at is not None:
            at = (self._at + step) % of
        else:
            line = self._columns.lines[self.cursor]
            starts = [(one.item, 0) for one in self._differences]
            at = next_of(starts, (line.item, 0), step)
        difference = self._differences[at]
        on_left = difference.left is not None or difference.right is None
        offset = (difference.left or difference.right or (0, 0))[0]
        self.move_to(self._columns.line_of(difference.item, offset, on_left=on_left))
        self._light(at)

    def action_previous_point(self) -> None:
        self.action_next_point(-1)

    def watch_cursor(self, old: int, new: int) -> None:
        if self._lit is not DARK and self._columns.lines[new].item != self._lit.item:
            self._light(None)
        super().watch_cursor(old, new)

    def _light(self, at: int | None) -> None:
        """Mark this difference as the one that the cursor was sent to."""
        self._at = at
        if at is None:
            self._lit = DARK
        else:
            one = self._differences[at]
            left, right = (Span(*run, "hit") if run else None for run in (one.left, one.right))
            self._lit = Lit(one.item, left, right)
        self.refresh()

    def action_view(self) -> None:
        if self._shown is None:
            return
        offered = views(self._shown.comparison)
        self.view = offered[(offered.index(self.view) + 1) % len(offered)]
        if self.view is View.PARAGRAPHS and self._shown.table is None:
            self.post_message(self.ParagraphsWanted())
            return
        self._lay_out(self._anchor())

    def action_typography(self) -> None:
        self.typography = not self.typography
        self._lay_out(self._anchor())

    def action_activate(self) -> None:
        """From a fact, go to the row that it stands in; from a paragraph of the table, to both sides of it."""
        if self._shown is None or self.cursor >= len(self._columns):
            return
        here = self._columns.items[self._columns.lines[self.cursor].item]
        if here.role == "paragraph" and here.row is not None:
            self.view, self._sought = View.SIDES, here.row
            self._lay_out(None)
            return
        passage = here.left
        if passage is None or not isinstance(passage.target, Fact):
            return
        item = self._item_of(row_of(self._shown.comparison, passage.target))
        if item is not None:
            self.move_to(self._columns.line_of(item))

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        event.stop()
        self.action_activate()

    def action_next_copy(self) -> None:
        self.post_message(self.OtherCopy(1))

    def action_previous_copy(self) -> None:
        self.post_message(self.OtherCopy(-1))

    def action_swap(self) -> None:
        self.post_message(self.Swapped())

    def action_same(self) -> None:
        self.post_message(self.VerdictGiven(True))

    def action_not_same(self) -> None:
        self.post_message(self.VerdictGiven(False))

    def action_evidence(self) -> None:
        self.post_message(self.Evidence())

    def action_trace(self) -> None:
        """Ask for the stories that carry the sentence, or the quotation, that the cursor is on."""
        if self._shown is None or self.cursor >= len(self._columns):
            return
        here = self._columns.items[self._columns.lines[self.cursor].item]
        offset, on_left = self._columns.offset_of(self.cursor)
        found = passages_of(self._shown, here, offset, on_left=on_left)
        if found is None:
            self.notify("There is no sentence of a story here.")
        else:
            self.post_message(self.Traced(*found))

    def action_copy(self) -> None:
        if self._shown is None or self.cursor >= len(self._columns):
            return
        item = self._columns.items[self._columns.lines[self.cursor].item]
        if item.row is None:
            text = " ".join(side.text for side in (item.left, item.right) if side is not None)
            if text:
                self.post_message(self.Copied(text))
            return
        self.post_message(self.Copied(cited(self._shown, self._shown.comparison.rows[item.row])))
