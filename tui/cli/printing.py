"""Printing: plain lines into a pipe, coloured and wrapped ones on a terminal, JSON where it is asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tui.cli.inks import inks
from tui.views.json import as_json
from tui.views.lines import Line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


class Printer:
    """Prints on standard output."""

    def __init__(self) -> None:
        reconfigure = getattr(sys.stdout, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
        # FORCE_COLOR is how a pager that shows colours is fed: `FORCE_COLOR=1 wireside compare A B | less -R`.
        self.terminal = sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))
        self._console: Console | None = None

    @property
    def width(self) -> int:
        """The columns of the terminal; 0 in a pipe, where nothing is wrapped."""
        return self.console().width if self.terminal else 0

    def json(self, form: Any) -> None:
        """Print one JSON object."""
        sys.stdout.write(as_json(form) + "\n")

    def lines(self, lines: Iterable[Line]) -> None:
        """Print lines of a plain view."""
        if not self.terminal:
            for line in lines:
                sys.stdout.write(line.text + "\n")
            return
        console = self.console()
        for line in lines:
            for text in self._wrapped(line):
                console.print(text, soft_wrap=True)

    def texts(self, texts: Iterable[Text]) -> None:
        """Print lines that are laid out already."""
        console = self.console()
        for text in texts:
            console.print(text, soft_wrap=True)

    def console(self) -> Console:
        """The coloured terminal."""
        if self._console is None:
            from rich.console import Console  # noqa: PLC0415  a pipe does without colours
            from rich.theme import Theme  # noqa: PLC0415

            console = Console(highlight=False, markup=False, emoji=False)
            chosen = inks(os.environ, few=console.color_system in (None, "standard", "windows"))
            console.push_theme(Theme({f"ink.{name}": style for name, style in chosen.items()}, inherit=False))
            self._console = console
        return self._console

    def _wrapped(self, line: Line) -> Iterable[Text]:
        from rich.text import Text  # noqa: PLC0415

        text = Text(end="", no_wrap=True)
        for run in line.runs:
            text.append(run.text, f"ink.{run.ink}" if run.ink else None)
        text.rstrip()
        width = min(self.width, line.measure) if line.measure else self.width
        if line.whole or text.cell_len <= width:
            text.truncate(self.width, overflow="ellipsis")
            return [text]
        return hung(self.console(), text, width, line.hang)


def hung(console: Console, text: Text, width: int, hang: int) -> list[Text]:
    """A text wrapped to a width, its further lines hanging under column `hang`."""
    lead, rest = text[:hang], text[hang:]
    rest.no_wrap = False
    wrapped = rest.wrap(console, max(8, width - hang))
    for part in wrapped:
        part.rstrip()
        part.end = "\n"
    return [lead + wrapped[0], *(_indented(part, hang) for part in wrapped[1:])] if wrapped else [lead]


def _indented(text: Text, columns: int) -> Text:
    text.pad_left(columns)
    return text
