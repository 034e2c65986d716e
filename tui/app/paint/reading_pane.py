"""A pane that is read rather than picked from: pages turn as in a book, the cursor keeps its row on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app.paint.lines import Lines

PAD = 1
"""Cells between the cursor bar and the text, and between the text and the right edge."""


class ReadingPane(Lines):
    """The base of the reader, the comparison and an actor's page."""

    MARGIN = 5

    def turn(self, lines: int) -> None:
        """Turn the text by so many lines; at either end of it the cursor goes on alone."""
        height = self.scrollable_content_region.height
        last_top = max(self.length - height, 0)
        turned = max(min(self.top + lines, last_top), 0) - self.top
        if not turned:
            self.move_to(self.cursor + lines, 1 if lines > 0 else -1)
            return
        top = self.top + turned
        self.scroll_to(y=top, animate=False, force=True)
        # Not by `move_to`: the margin that it keeps above and below the cursor would turn part of the page back.
        row = max(min(self.cursor + turned, top + height - 1), top)
        self.cursor = self._resting(row, 1 if lines > 0 else -1)

    def action_half_down(self) -> None:
        self.turn(self._page() // 2)

    def action_half_up(self) -> None:
        self.turn(-(self._page() // 2))

    def action_page_down(self) -> None:
        self.turn(self._page())

    def action_page_up(self) -> None:
        self.turn(-self._page())

    def action_page_on(self) -> None:
        self.turn(self._page())


def next_of(places: Sequence[tuple[int, int]], here: tuple[int, int], step: int) -> int:
    """Of places in order, the number of the next (1) from here or the one before (-1); beyond the last comes the first.

    A place that begins right here is the next one.
    """
    ahead = next((number for number, place in enumerate(places) if place >= here), len(places))
    return (ahead if step > 0 else ahead - 1) % len(places)
