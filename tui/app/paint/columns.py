"""Two columns laid out from one list of items, so that they cannot drift: what stands side by side starts level."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.app.paint.cells import flat, pad, width
from tui.app.paint.flow import MEASURE, Passage
from tui.app.paint.glyphs import Signs
from tui.app.paint.wrapping import Cut, Piece, Span, filled, joined, pieces, wrap

GUTTER = 5
"""Cells between the columns: a sign of at most three cells in the middle, a blank on either side."""


@dataclass(frozen=True, slots=True)
class Item:
    """What is laid out as one: a passage over the whole width (`wide`), or two sides with a sign between them.

    A side that is None is missing: hatched beside a side that is there. `role` names what it is for the keys, `row`
    the comparison's row it shows.
    """

    left: Passage | None = None
    right: Passage | None = None
    wide: bool = False
    sign: str = ""
    sign_inks: str = ""
    role: str = ""
    row: int | None = None


BLANK = Item(role="gap")
"""An empty line between two pairs: the rule between the columns goes on through it."""
SPACE = Item(wide=True, role="gap")
"""An empty line."""


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """One line of the layout: the item, and the how-manieth of its lines it is."""

    item: int
    nth: int


@dataclass(frozen=True, slots=True)
class Lit:
    """What the cursor was sent to: an item, whose sign is lit, and the runs of its sides that are lit with it."""

    item: int
    left: Span | None = None
    right: Span | None = None


DARK = Lit(-1)


class Columns:
    """Items laid out at a width. Lines are cut at once and painted when they are seen."""

    def __init__(self, items: Sequence[Item], room: int, signs: Signs) -> None:
        self.items: list[Item] = []
        self.room = max(1, room)
        self.signs = signs
        self.column = max(1, min((self.room - GUTTER) // 2, MEASURE))
        self.lines: list[ColumnLine] = []
        self._cuts: list[tuple[list[Cut], list[Cut]]] = []
        self._starts: list[int] = []
        self.add(items)

    def add(self, items: Iterable[Item]) -> None:
        """Lay out more items below."""
        for number, item in enumerate(items, len(self.items)):
            cuts = self._cut(item.left, item.wide), self._cut(item.right, False)
            self.items.append(item)
            self._starts.append(len(self.lines))
            self._cuts.append(cuts)
            self.lines += [ColumnLine(number, nth) for nth in range(max(len(cuts[0]), len(cuts[1]), 1))]

    def __len__(self) -> int:
        return len(self.lines)

    def line_of(self, item: int, offset: int = 0, *, on_left: bool = True) -> int:
        """The line on which an offset of the text of an item's side stands."""
        nth = 0
        for at, cut in enumerate(self._cuts[item][0 if on_left else 1]):
            if cut.start <= offset:
                nth = at
        return self._starts[item] + nth

    def offset_of(self, line: int) -> tuple[int, bool]:
        """Where a line starts in the text of its item's left side, or of the right one (False) where left has ended."""
        at = self.lines[line]
        left, right = self._cuts[at.item]
        for cuts, on_left in ((left, True), (right, False)):
            if at.nth < len(cuts):
                return cuts[at.nth].start, on_left
        return 0, True

    def pieces(self, line: int, lit: Lit = DARK) -> list[Piece]:
        """The runs of a line: both sides and the gutter, or the passage that takes the whole width."""
        at = self.lines[line]
        item = self.items[at.item]
        left, right = self._cuts[at.item]
        is_lit = lit.item == at.item
        lit_left = (lit.left,) if is_lit and lit.left else ()
        lit_right = (lit.right,) if is_lit and lit.right else ()
        if item.wide:
            return self._side(item.left, left, at.nth, lit_left, lit_lead=is_lit) if item.left else []
        if item.left is None and item.right is None:
            return [(" " * self.column, ""), *self._gutter(item, at.nth, is_lit)]
        return [
            *self._column(item.left, left, at.nth, lit_left),
            *self._gutter(item, at.nth, is_lit),
            *self._column(item.right, right, at.nth, lit_right),
        ]

    def gutter(self) -> Piece:
        """The gutter of a line without a sign."""
        return f"  {self.signs.upright}  ", "rule"

    def _cut(self, passage: Passage | None, wide: bool) -> list[Cut]:
        if passage is None:
            return []
        room = (self.room if wide else self.column) - width(passage.lead)
        return wrap(flat(passage.text), max(1, min(room, passage.measure) if passage.measure else room))

    def _column(self, side: Passage | None, cuts: list[Cut], nth: int, lit: Sequence[Span]) -> list[Piece]:
        if side is None:
            return [(pad(self.signs.hatch * self.column, self.column), "hatch")]
        return filled(self._side(side, cuts, nth, lit), self.column)

    @staticmethod
    def _side(side: Passage, cuts: list[Cut], nth: int, lit: Sequence[Span], *, lit_lead: bool = False) -> list[Piece]:
        if nth >= len(cuts):
            return []
        painted = pieces(flat(side.text), cuts[nth], (*side.spans, *lit), side.inks)
        if not side.lead:
            return painted
        if nth:
            return [(" " * width(side.lead), ""), *painted]
        if not lit_lead:
            return [(side.lead, side.lead_inks), *painted]
        sign = side.lead.strip(" ")
        before = len(side.lead) - len(side.lead.lstrip(" "))
        after = len(side.lead) - before - len(sign)
        return [(" " * before, ""), (sign, joined(side.lead_inks, "hit")), (" " * after, ""), *painted]

    def _gutter(self, item: Item, nth: int, is_lit: bool) -> list[Piece]:
        if nth or not item.sign:
            return [self.gutter()]
        before = 1 if width(item.sign) > 2 else 2
        after = max(GUTTER - before - width(item.sign), 0)
        return [(" " * before, ""), (item.sign, joined(item.sign_inks, "hit" if is_lit else "")), (" " * after, "")]
