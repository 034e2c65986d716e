"""The rows of a comparison as items: signs, marks on the changed words, and the differences to go through."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from tui.app.paint.columns import BLANK, SPACE, Item
from tui.app.paint.flow import Passage
from tui.app.paint.glyphs import Signs
from tui.app.paint.phrases import count
from tui.app.paint.wrapping import Span
from tui.model import SAME_TEXT, Block, BlockKind, Comparison, Edit, Row, RowKind, Story
from tui.views.inline import paragraph_number


class View(StrEnum):
    """The ways of showing a comparison, in the order that the view key goes through them."""

    SIDES = "side by side"
    INLINE = "in one text"
    CHANGES = "only differences"
    PARAGRAPHS = "paragraphs by copies"


def views(comparison: Comparison) -> tuple[View, ...]:
    """The views of a comparison: two reports have each their own paragraphs, which no table holds against another."""
    return tuple(View) if comparison.kind in SAME_TEXT else (View.SIDES, View.INLINE, View.CHANGES)


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference to go to: its item, and the run of each side's text that differs, None where it has none."""

    item: int
    left: tuple[int, int] | None
    right: tuple[int, int] | None


_INKS = {
    BlockKind.HEADLINE: "bright bold",
    BlockKind.SUBHEAD: "bold",
    BlockKind.STANDFIRST: "italic",
    BlockKind.CAPTION: "italic dim",
    BlockKind.PULL_QUOTE: "italic dim",
    BlockKind.BYLINE: "dim",
    BlockKind.DATELINE: "dim",
    BlockKind.STAMP: "dim",
    BlockKind.SIGN_OFF: "dim",
}
_ROW_INKS = {
    RowKind.SAME: "dim",
    RowKind.TYPOGRAPHY: "dim",
    RowKind.EDITED: "edit bold",
    RowKind.LEFT: "left bold",
    RowKind.RIGHT: "right bold",
    RowKind.MOVED: "moved italic",
}
_EDIT_INKS = {
    RowKind.TYPOGRAPHY: "edit underline",
    RowKind.EDITED: "edit-wash bold underline",
    RowKind.LEFT: "left-wash bold",
    RowKind.RIGHT: "right-wash bold",
}
_STRUCK = "left-wash strike"
SIGN = 4
"""Cells in front of a text that both sides share: a sign of at most three, and a blank."""


def row_sign(row: Row, signs: Signs) -> str:
    """The sign of a row, without the number of a moved one."""
    return {
        RowKind.SAME: signs.same,
        RowKind.TYPOGRAPHY: signs.typography,
        RowKind.EDITED: signs.edited,
        RowKind.LEFT: signs.left,
        RowKind.RIGHT: signs.right,
        RowKind.MOVED: signs.moved,
    }[row.kind]


@dataclass(frozen=True, slots=True)
class Laid:
    """Items, and the differences in them in the order of reading."""

    items: tuple[Item, ...]
    differences: tuple[Difference, ...]

    def after(self, items: int) -> tuple[Difference, ...]:
        """The differences as they are numbered when so many items stand before these."""
        return tuple(replace(one, item=one.item + items) for one in self.differences)


def rows(comparison: Comparison, signs: Signs, view: View, *, typography: bool = True, narrow: bool = False) -> Laid:
    """The rows of a comparison in one of the views; without `typography`, what differs in that alone counts as same.

    Where it is `narrow`, both sides stand in one text in every view.
    """
    making = Making(comparison, signs, view, typography=typography, narrow=narrow)
    making.go_on(len(comparison.rows))
    return Laid(tuple(making.items), tuple(making.differences))


class Making:
    """The rows of a comparison as items, made so many at a time; `items` and `differences` have those made so far."""

    def __init__(
        self, comparison: Comparison, signs: Signs, view: View, *, typography: bool = True, narrow: bool = False
    ) -> None:
        self._rows = comparison.rows
        self._changes = view is View.CHANGES
        self._maker = _Maker(comparison, signs, inline=narrow or view is View.INLINE, typography=typography)
        self._agreeing = 0
        self.made = 0
        self.items = self._maker.items
        self.differences = self._maker.differences

    @property
    def done(self) -> bool:
        """Whether all rows are made."""
        return self.made >= len(self._rows)

    def go_on(self, most: int) -> None:
        """Make as many rows more."""
        maker = self._maker
        until = min(self.made + most, len(self._rows))
        for number in range(self.made, until):
            row = self._rows[number]
            if self._changes and not maker.differs(row):
                self._agreeing += 1
                continue
            self._skip()
            maker.add(number, row)
        self.made = until
        if self.done:
            self._skip()

    def _skip(self) -> None:
        self._maker.skip(self._agreeing)
        self._agreeing = 0


def part(story: Story, block: int, edits: tuple[Edit, ...], on_left: bool) -> tuple[int, int]:
    """The run of a block's text that a row shows: what its edits cover, all of it where it has none."""
    if not edits:
        return 0, len(story.blocks[block].text)
    sides = [edit.left if on_left else edit.right for edit in edits]
    return sides[0][0], sides[-1][1]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The run without the blanks at its ends."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def glyphs(left: str, right: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """Of two runs that differ in typography, the glyphs that do: without the ends that agree."""
    shorter = min(len(left), len(right))
    head = 0
    while head < shorter and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < shorter - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    return (head, len(left) - tail), (head, len(right) - tail)


_Sign = tuple[str, str]
"""A sign and the inks it is set in."""


class _Maker:
    """Makes the items of one comparison's rows."""

    def __init__(self, comparison: Comparison, signs: Signs, *, inline: bool, typography: bool) -> None:
        self.left, self.right = comparison.left, comparison.right
        self.same_text = comparison.kind in SAME_TEXT
        self.signs = signs
        self.inline = inline
        self.typography = typography
        self.items: list[Item] = []
        self.differences: list[Difference] = []

    def differs(self, row: Row) -> bool:
        return row.kind is not RowKind.SAME and (self.typography or row.kind is not RowKind.TYPOGRAPHY)

    def skip(self, agreeing: int) -> None:
        """One line for the rows that are left out because they agree."""
        if agreeing:
            said = f"{self.signs.dot} {count(agreeing, 'piece agrees', 'pieces agree')} {self.signs.dot}"
            self.items += [Item(Passage(said, "dim"), wide=True, role="skipped"), SPACE if self.inline else BLANK]

    def add(self, number: int, row: Row) -> None:
        kind = row.kind if self.differs(row) else RowKind.SAME
        sign = row_sign(row, self.signs) if kind is row.kind else self.signs.same, _ROW_INKS[kind]
        if row.kind is RowKind.MOVED:
            self._moved(number, row, sign)
        elif row.left is None or row.right is None:
            self._alone(number, row, sign)
        elif self.inline:
            self._merged(number, row, sign)
        else:
            self._paired(number, row, sign)
        self.items.append(SPACE if self.inline else BLANK)

    def _paired(self, number: int, row: Row, sign: _Sign) -> None:
        assert row.left is not None
        assert row.right is not None
        left, right = self.left.blocks[row.left], self.right.blocks[row.right]
        from_left, to_left = part(self.left, row.left, row.edits, True)
        from_right, to_right = part(self.right, row.right, row.edits, False)
        item = len(self.items)
        spans_left, spans_right = [], []
        for edit in self._shown(row):
            run_left, run_right = self._runs(edit, left.text, right.text)
            run_left = (run_left[0] - from_left, run_left[1] - from_left)
            run_right = (run_right[0] - from_right, run_right[1] - from_right)
            spans_left.append(Span(*run_left, _EDIT_INKS[edit.kind]))
            spans_right.append(Span(*run_right, _EDIT_INKS[edit.kind]))
            self.differences.append(Difference(item, run_left, run_right))
        self.items.append(
            Item(
                self._cell(left, left.text[from_left:to_left], spans_left),
                self._cell(right, right.text[from_right:to_right], spans_right),
                sign=sign[0],
                sign_inks=sign[1],
                row=number,
            )
        )

    def _merged(self, number: int, row: Row, sign: _Sign) -> None:
        """Both sides in one text: what only the left has struck out, what only the right has behind it."""
        assert row.left is not None
        assert row.right is not None
        left, right = self.left.blocks[row.left], self.right.blocks[row.right]
        text = ""
        spans: list[Span] = []
        item = len(self.items)
        shown = set(self._shown(row))
        for edit in row.edits:
            old, new = left.text[slice(*edit.left)], right.text[slice(*edit.right)]
            start = len(text)
            if edit.kind in (RowKind.EDITED, RowKind.LEFT):
                text += old
                spans.append(Span(*trimmed(text, start, len(text)), _STRUCK))
                if edit.kind is RowKind.EDITED and not text.endswith(" "):
                    text += " "
            if edit.kind is not RowKind.LEFT:
                begin = len(text)
                text += new
                if edit.kind in (RowKind.EDITED, RowKind.RIGHT):
                    spans.append(Span(*trimmed(text, begin, len(text)), f"{_EDIT_INKS[RowKind.RIGHT]} underline"))
                elif edit.kind is RowKind.TYPOGRAPHY and self.typography:
                    first, last = glyphs(old, new)[1]
                    spans.append(Span(begin + first, begin + last, _EDIT_INKS[edit.kind]))
            if edit in shown:
                self.differences.append(Difference(item, trimmed(text, start, len(text)), None))
        if not row.edits:
            text = right.text
        self._wide(number, right, text, spans, sign)

    def _alone(self, number: int, row: Row, sign: _Sign) -> None:
        # Of two reports nearly every paragraph stands alone: those are read, not gone through one by one.
        if self.same_text:
            self.differences.append(Difference(len(self.items), None, None))
        on_left = row.left is not None
        block = self.left.blocks[row.left] if row.left is not None else self.right.blocks[row.right or 0]
        run = Span(0, len(block.text), "left" if on_left else "right")
        if self.inline:
            self._wide(number, block, block.text, [run], sign)
            return
        cell = self._cell(block, block.text, [run])
        left, right = (cell, None) if on_left else (None, cell)
        self.items.append(Item(left, right, sign=sign[0], sign_inks=sign[1], row=number))

    def _moved(self, number: int, row: Row, sign: _Sign) -> None:
        assert row.left is not None
        assert row.right is not None
        item = len(self.items)
        story, at = (self.left, row.left) if row.at_left else (self.right, row.right)
        other, there = (self.right, row.right) if row.at_left else (self.left, row.left)
        block = story.blocks[at]
        start, end = part(story, at, row.edits, row.at_left)
        spans = [Span(0, end - start, "moved italic")]
        for edit in self._shown(row):
            run = self._runs(edit, self.left.blocks[row.left].text, self.right.blocks[row.right].text)[not row.at_left]
            spans.append(Span(run[0] - start, run[1] - start, _EDIT_INKS[edit.kind]))
        nth = paragraph_number(other, there)
        sign = f"{sign[0]}{nth}", sign[1]
        # A block that moved is one difference, told at its place on the left.
        if row.at_left:
            self.differences.append(Difference(item, None, None))
        side = "right" if row.at_left else "left"
        if self.inline:
            self._wide(number, block, block.text[start:end], spans, sign)
            self.items.append(
                Item(Passage(f"(on the {side} it is paragraph {nth})", "dim italic", lead=" " * SIGN), wide=True)
            )
            return
        cell = self._cell(block, block.text[start:end], spans)
        note = Passage(f"(stands as paragraph {nth})", "dim italic")
        in_left, in_right = (cell, note) if row.at_left else (note, cell)
        self.items.append(Item(in_left, in_right, sign=sign[0], sign_inks=sign[1], row=number))

    def _shown(self, row: Row) -> list[Edit]:
        hidden = (RowKind.SAME,) if self.typography else (RowKind.SAME, RowKind.TYPOGRAPHY)
        return [edit for edit in row.edits if edit.kind not in hidden]

    @staticmethod
    def _runs(edit: Edit, left: str, right: str) -> tuple[tuple[int, int], tuple[int, int]]:
        """The runs of both texts that an edit marks: without the blanks around, of typography only the glyphs."""
        if edit.kind is not RowKind.TYPOGRAPHY:
            return trimmed(left, *edit.left), trimmed(right, *edit.right)
        in_left, in_right = glyphs(left[slice(*edit.left)], right[slice(*edit.right)])
        return (
            (edit.left[0] + in_left[0], edit.left[0] + in_left[1]),
            (edit.right[0] + in_right[0], edit.right[0] + in_right[1]),
        )

    def _cell(self, block: Block, text: str, spans: list[Span]) -> Passage:
        lead = f"{self.signs.point} " if block.kind is BlockKind.KEY_POINT else ""
        return Passage(text, _INKS.get(block.kind, ""), lead=lead, lead_inks="dim", spans=tuple(spans))

    def _wide(self, number: int, block: Block, text: str, spans: list[Span], sign: _Sign) -> None:
        passage = Passage(
            text, _INKS.get(block.kind, ""), lead=f"{sign[0]:>{SIGN - 1}} ", lead_inks=sign[1], spans=tuple(spans)
        )
        self.items.append(Item(passage, wide=True, row=number))
