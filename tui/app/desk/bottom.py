"""The bottom line: how many of how many, the filter, what is running; and the keys of the pane that has them."""

from __future__ import annotations

from collections.abc import Mapping

from textual.timer import Timer

from tui.app.keys.table import HINTS, taught
from tui.app.paint.cells import fit, width
from tui.app.paint.glyphs import signs
from tui.app.paint.lines import OneLine, Piece

SAID_FOR = 6.0  # seconds


class BottomLine(OneLine):
    """One line: state on the left, keys on the right, as many as there is room for."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.where = "stories"
        self.keymap: Mapping[str, str] = {}
        self.counts = ""
        self.filter = ""
        self.running = ""
        self.problems = 0
        self.said: tuple[str, str] | None = None
        self._until: Timer | None = None

    def teach(self, where: str, keymap: Mapping[str, str]) -> None:
        """Show the keys of this pane."""
        if (where, keymap) != (self.where, self.keymap):
            self.where, self.keymap = where, keymap
            self.refresh()

    def show(self, *, counts: str, filter: str, problems: int) -> None:
        """Show how many of how many, what they are narrowed by, and how many files could not be read."""
        if (counts, filter, problems) != (self.counts, self.filter, self.problems):
            if self._until is not None and filter != self.filter:
                self.hush()
            self.counts, self.filter, self.problems = counts, filter, problems
            self.refresh()

    def run(self, running: str) -> None:
        """Show what is running; nothing for ""."""
        if running != self.running:
            self.running = running
            self.refresh()

    def say(self, text: str, *, error: bool = False, stays: bool = False) -> None:
        """Say one line in place of the state, for a few seconds, or until `hush` when it stays."""
        if self._until is not None:
            self._until.stop()
        self.said = (text, "error" if error else "bright")
        self._until = None if stays else self.set_timer(SAID_FOR, self.hush)
        self.refresh()

    def hush(self) -> None:
        """Take away what was said."""
        if self.said is not None:
            self.said = None
            self.refresh()

    def content(self) -> list[Piece]:
        room = self.room - 1
        left = self._left()
        needed = sum(width(text) for text, _ in left)
        if needed > room:
            text = "".join(text for text, _ in left)
            left = [(fit(text, room), left[0][1])]
            needed = min(needed, room)
        hints = self._hints(room - needed - 3)
        space = room - needed - sum(width(text) for text, _ in hints)
        return [*left, (" " * space, ""), *hints]

    def _left(self) -> list[Piece]:
        if self.said is not None:
            return [self.said]
        dot = f" {signs().dot} "
        parts: list[Piece] = [(self.counts, "")] if self.counts else []
        if self.filter:
            parts.append((fit(self.filter, max(self.room // 3, 12)), "dim" if self.filter == "no filter" else "bright"))
        if self.running:
            parts.append((self.running, "dim"))
        if self.problems:
            parts.append(("1 problem (P)" if self.problems == 1 else f"{self.problems:,} problems (P)", "error"))
        pieces: list[Piece] = []
        for part in parts:
            pieces += [(dot, "dim"), part] if pieces else [part]
        return pieces

    def _hints(self, room: int) -> list[Piece]:
        shown: list[list[Piece]] = []
        for ids, word in HINTS.get(self.where, ()):
            names = [taught(id, self.keymap) for id in ids.split()]
            keys = ("/" if max(map(len, names)) > 1 else "").join(names)
            hint: list[Piece] = [("  " if shown else "", ""), (keys, "bold"), (f" {word}", "dim")]
            room -= sum(width(text) for text, _ in hint)
            if room < 0:
                break
            shown.append(hint)
        return [piece for hint in shown for piece in hint]
