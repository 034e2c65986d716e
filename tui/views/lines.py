"""Lines of a plain view: runs of text with the ink they would have on a coloured terminal."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from tui.text.clean import printable

Ink = str
"""What a run is: "" or dim, bright, accent, left, right, edit, moved, error, head, glyph; no colour is named here."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text in one ink."""

    text: str
    ink: Ink = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line; where it is wrapped to a width, further lines hang under column `hang`.

    A line that is `whole` is never wrapped: what does not fit a terminal is cut there. `measure` is the widest it
    should run on a terminal, 0 for all there is.
    """

    runs: tuple[Run, ...] = ()
    hang: int = 0
    whole: bool = False
    measure: int = 0

    @property
    def text(self) -> str:
        """The line without inks, as it stands in a pipe."""
        return "".join(run.text for run in self.runs).rstrip()


EMPTY = Line()
MEASURE = 76
"""The widest running text: what an eye finds its way back from."""


def line(*parts: str | Run, hang: int = 0, whole: bool = False, measure: int = 0) -> Line:
    """A line of runs and plain strings; nothing in it can control a terminal or break the line."""
    runs = (part if isinstance(part, Run) else Run(part) for part in parts)
    return Line(tuple(Run(safe(run.text), run.ink) for run in runs if run.text), hang, whole, measure)


def safe(text: str) -> str:
    """Text as one line that cannot control a terminal."""
    shown = printable(text)
    return shown if shown.isprintable() else " ".join(shown.replace("\n", " ").replace("\t", " ").split(" "))


def cells(text: str) -> int:
    """The columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) or c in "\u200c\u200d" else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def padded(text: str, width: int, *, right: bool = False) -> str:
    """The text filled up with blanks to a number of columns."""
    gap = " " * max(0, width - cells(text))
    return gap + text if right else text + gap
