"""A pane of running text: passages that are wrapped to its width, with a cursor that goes from line to line."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app.paint.flow import Flow, Passage
from tui.app.paint.glyphs import signs
from tui.app.paint.lines import Piece
from tui.app.paint.reading_pane import PAD, ReadingPane
from tui.app.paint.wrapping import Span


class FlowPane(ReadingPane):
    """The base of the reader and of an actor's page."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._passages: tuple[Passage, ...] = ()
        self._flow = Flow((), 1)
        self.lit: tuple[int, Span] | None = None
        """The number of a passage, and what is laid over its own marks there: the hit that the cursor was sent to."""

    # ------------------------------------------------------------------------------------------------ for panes to use

    def set_passages(self, passages: Sequence[Passage], *, keep: bool = False) -> None:
        """Show these passages from the top; with `keep`, stay at the passage of the cursor and at its screen row."""
        at, was = (self._anchor(), self.passage) if keep else (None, None)
        self._passages = tuple(passages)
        if at is not None and was is not None:
            at = (_again(was, at[0], self._passages), *at[1:])
        self._lay_out(at)

    @property
    def passage(self) -> Passage | None:
        """The passage that the cursor is on."""
        return self._flow.passage_at(self.cursor) if self.cursor < len(self._flow) else None

    def go_to(self, passage: int, offset: int = 0) -> None:
        """Put the cursor on the line where this offset of a passage stands."""
        self.move_to(self._flow.line_of(passage, offset))

    # ------------------------------------------------------------------------------------------------------- the works

    def paint(self, line: int) -> Sequence[Piece]:
        number = self._flow.lines[line].passage
        passage = self._flow.passages[number]
        if passage.role == "rule":
            return [(" " * PAD, ""), (signs().rule * self._flow.width_of(passage), "rule")]
        over = (self.lit[1],) if self.lit is not None and self.lit[0] == number else ()
        return [(" " * PAD, ""), *self._flow.pieces(line, over)]

    def rests(self, line: int) -> bool:
        return 0 <= line < len(self._flow) and self._flow.passage_at(line).role not in ("gap", "rule")

    def room_changed(self) -> None:
        self._lay_out(self._anchor())

    def _anchor(self) -> tuple[int, int, int] | None:
        if self.cursor >= len(self._flow):
            return None
        line = self._flow.lines[self.cursor]
        return line.passage, line.cut.start, max(self.cursor - self.top, 0)

    def _lay_out(self, anchor: tuple[int, int, int] | None) -> None:
        room = self.room - 2 * PAD
        if room <= 0:
            return
        self._flow = Flow(self._passages, room)
        if anchor is None or not self._passages:
            self.set_length(len(self._flow), cursor=0, row=0)
            return
        passage, offset, row = anchor
        line = self._flow.line_of(min(passage, len(self._passages) - 1), offset)
        self.set_length(len(self._flow), cursor=line, row=row)


def _again(was: Passage, at: int, passages: Sequence[Passage]) -> int:
    """The number of the passage that says the same as this one, which was number `at`: the nearest; else `at`."""
    same = [
        number
        for number, passage in enumerate(passages)
        if (passage.block, passage.role, passage.text) == (was.block, was.role, was.text)
    ]
    return min(same, key=lambda number: abs(number - at), default=at)
