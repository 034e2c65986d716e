"""Passages: pieces of text that are wrapped as one, laid out under each other into lines at any width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.app.paint.cells import flat, width
from tui.app.paint.wrapping import Cut, Piece, Span, pieces, wrap

MEASURE = 72
"""The longest line of running text, in cells: what an eye finds its way back from."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that is wrapped as one, under the passage before it.

    `lead` stands before its first line and hangs (a bullet, a line number). `block` numbers the story's block that it
    shows, None for what the program says itself; `role` names what it is for the keys (a fold, the line of origin)
    and `target` what it leads to. `spans` are set in further inks. `measure` is its longest line in cells, 0 for all
    the room there is.
    """

    text: str
    inks: str = ""
    lead: str = ""
    lead_inks: str = ""
    block: int | None = None
    spans: tuple[Span, ...] = ()
    measure: int = MEASURE
    role: str = ""
    target: object = None


GAP = Passage("", role="gap")


@dataclass(frozen=True, slots=True)
class FlowLine:
    """One line of the layout: which passage, which run of its text, and whether it is the passage's first."""

    passage: int
    cut: Cut
    first: bool


class Flow:
    """Passages laid out at a width. Lines are cut at once, painted one by one when they are seen."""

    def __init__(self, passages: Sequence[Passage], room: int) -> None:
        self.passages = tuple(passages)
        self.width = max(1, room)
        self.lines: list[FlowLine] = []
        self._starts: list[int] = []
        for number, passage in enumerate(self.passages):
            self._starts.append(len(self.lines))
            for nth, cut in enumerate(wrap(flat(passage.text), self.width_of(passage))):
                self.lines.append(FlowLine(number, cut, nth == 0))

    def width_of(self, passage: Passage) -> int:
        """The cells that a passage's text has beside its lead."""
        room = self.width - width(passage.lead)
        return max(1, min(room, passage.measure) if passage.measure else room)

    def __len__(self) -> int:
        return len(self.lines)

    def passage_at(self, line: int) -> Passage:
        """The passage that a line belongs to."""
        return self.passages[self.lines[line].passage]

    def line_of(self, passage: int, offset: int = 0) -> int:
        """The line on which an offset of a passage's text stands."""
        line = self._starts[passage]
        while line + 1 < len(self.lines) and self.lines[line + 1].passage == passage:
            if self.lines[line + 1].cut.start > offset:
                break
            line += 1
        return line

    def offset_at(self, line: int, column: int) -> int:
        """The offset into the passage's text of what is painted at a column of a line, or the nearest to it."""
        passage = self.passage_at(line)
        cut = self.lines[line].cut
        column -= width(passage.lead)
        text = passage.text
        for at in range(cut.start, cut.end):
            column -= width(text[at])
            if column < 0:
                return at
        return cut.end

    def pieces(self, line: int, extra: Sequence[Span] = ()) -> list[Piece]:
        """The runs of a line; `extra` spans (the current hit) are laid over the passage's own."""
        at = self.lines[line]
        passage = self.passages[at.passage]
        painted = pieces(flat(passage.text), at.cut, (*passage.spans, *extra), passage.inks)
        if not passage.lead:
            return painted
        lead = passage.lead if at.first else " " * width(passage.lead)
        return [(lead, passage.lead_inks), *painted]
