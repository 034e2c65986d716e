"""Keys are taken one after the other, those that act before any pane sees them too."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tui.app.keys.keystrokes import InTurn


class Counting(InTurn):
    """Counts a key that has the first say, beside a line to write in."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+t", "count", "count", priority=True)]

    def __init__(self) -> None:
        super().__init__()
        self.written: list[str] = []

    def compose(self) -> ComposeResult:
        yield Input()

    def action_count(self) -> None:
        self.written.append(self.query_one(Input).value)


async def test_a_key_with_the_first_say_acts_in_its_turn() -> None:
    app = Counting()
    async with app.run_test():
        for key, character in (("ctrl+t", None), ("a", "a"), ("ctrl+t", None), ("b", "b"), ("ctrl+t", None)):
            app.post_message(events.Key(key, character))
        async with asyncio.timeout(5):
            while len(app.written) < 3:
                await asyncio.sleep(0)
        assert app.written == ["", "a", "ab"]
