"""The top line: what is loaded, and when it is from, as a small histogram of months."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app.paint.cells import fit, width
from tui.app.paint.glyphs import signs
from tui.app.paint.lines import OneLine, Piece
from tui.app.paint.phrases import MONTHS, count
from tui.library.entries import Month, Summary

NAME = "Wireside"
BARS = (30, 18, 10)  # how many at most, with all the room there is and with less
FEWEST_BARS = 4


class TopLine(OneLine):
    """One line: the name, where the stories are from, the counts, the months."""

    def __init__(self, source: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.source = source
        self.summary: Summary | None = None
        self.month: int | None = None
        """The month to point at, as year * 12 + month - 1."""

    def show(self, summary: Summary) -> None:
        """Show these counts."""
        if summary != self.summary:
            self.summary = summary
            self.refresh()

    def point_at(self, month: int | None) -> None:
        """Brighten the bar of this month (year * 12 + month - 1)."""
        if month != self.month:
            self.month = month
            self.refresh()

    def content(self) -> list[Piece]:
        room = self.room - 1
        name: list[Piece] = [(NAME, "bold bright"), ("  ", "")]
        if self.summary is None:
            return [*name, (fit(self.source, room - width(NAME) - 2), "dim")]
        least = width(NAME) + 2 + min(width(self.source), 12)
        for parts, bars in (*((parts, bars) for bars in BARS for parts in (4, 3)), (4, 0), (3, 0), (2, 0), (1, 0)):
            counts = counted(self.summary, parts)
            right = histogram(self.summary.months, bars, self.month) if bars else []
            needed = sum(width(text) for text, _ in right) + (3 if right else 0) + width(counts) + 3
            if least + needed <= room:
                break
        source = fit(self.source, room - needed - width(NAME) - 2)
        space = room - needed - width(NAME) - 2 - width(source) + 3
        return [*name, (source, "dim"), (" " * max(space, 1), ""), (counts, ""), ("   " if right else "", ""), *right]


def counted(summary: Summary, parts: int) -> str:
    """The counts of what is loaded, the first `parts` of them."""
    said = [
        count(summary.stories, "story", "stories"),
        count(summary.copies, "copy", "copies"),
        count(summary.events, "event"),
        count(summary.files, "file"),
    ][: parts if summary.stories else 1]
    return "  ".join([said[0], *said[3:], *said[1:3]])


def histogram(months: Sequence[Month], most: int, at: int | None = None) -> list[Piece]:
    """The months as bars between the first and the last one; `at` is the month to brighten."""
    if not months:
        return []
    first = months[0][0] * 12 + months[0][1] - 1
    last = months[-1][0] * 12 + months[-1][1] - 1
    label = f"{MONTHS[first % 12]} {first // 12}"
    if first == last:
        return [(label, "dim")]
    span = last - first + 1
    cells = min(max(span, FEWEST_BARS), most)
    bars = [0] * cells
    for year, month, stories in months:
        bars[(year * 12 + month - 1 - first) * cells // span] += stories
    here = None if at is None or not first <= at <= last else (at - first) * cells // span
    pieces: list[Piece] = [(label + " ", "dim")]
    drawn = "".join(bar(stories, max(bars)) for stories in bars)
    at = cells if here is None else here
    pieces += [(drawn[:at], "link"), (drawn[at : at + 1], "bright"), (drawn[at + 1 :], "link")]
    pieces.append((f" {MONTHS[last % 12]} {last // 12}", "dim"))
    return pieces


def bar(stories: int, most: int) -> str:
    """A bar of this height against the highest one: a blank for none, never a blank for some."""
    steps = signs().bars
    return " " if not stories else steps[min((stories * len(steps) - 1) // most, len(steps) - 1)]
