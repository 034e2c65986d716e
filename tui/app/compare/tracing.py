"""Following a sentence: the trace is made in a thread, and leads to the stories that carry it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app.compare.trace import Trace, Went

if TYPE_CHECKING:
    from tui.app.desk.orders import Orders


class Tracing:
    """The trace that lies over the panes."""

    def __init__(self, desk: Orders) -> None:
        self._desk = desk

    def begin(self, story: int, passages: Sequence[str], at: int) -> None:
        """Follow one of the passages of a story's paragraph; the others can be gone on to."""
        library, fetch = self._desk.library, self._desk.fetch

        def ask(sentence: str) -> None:
            from tui.library.asking.tracing import carriers  # noqa: PLC0415  aligns, which the screen does without

            fetch.ask("trace", lambda: carriers(library, sentence), lambda found: screen.show(sentence, found))

        def went(where: Went | None) -> None:
            fetch.give_up("trace")
            if where is None:
                return
            if where.compare:
                self._desk.comparing.compare(story, where.carrier.entry.number)
            else:
                carried = where.carrier.carried
                self._desk.reading.open(where.carrier.entry.number, at=(carried.block, carried.start, carried.end))

        screen = Trace(passages, at, story, ask)
        self._desk.app.push_screen(screen, went)
