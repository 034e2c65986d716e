"""The query line: searches as you type, keeps what is kept in a history, completes fields and values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from tui.app.keys.table import bindings
from tui.app.paint.lines import OneLine, Piece


class Sign(OneLine):
    """The sign in front of the query."""

    def content(self) -> list[Piece]:
        return [("/", "bright bold")]


class QueryBar(Horizontal):
    """The query line with its sign in front; in sight only while something is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QueryLine(id="query")

    def compose(self) -> ComposeResult:
        yield Sign()
        yield self.line


class QueryLine(Input):
    """One line of the query language. Each change is a message; Enter keeps it, Esc gives it up."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("query")]

    @dataclass
    class Typed(Message):
        """The query reads like this now."""

        query: str

    @dataclass
    class Kept(Message):
        """The reader wants to keep this query."""

        query: str

    @dataclass
    class GivenUp(Message):
        """The list is to be as it was before the query line was opened."""

    @dataclass
    class CompletionAsked(Message):
        """The reader wants the word under the cursor completed."""

        query: str
        cursor: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, select_on_focus=False)
        self.history: Sequence[str] = ()
        self._back = 0
        self._begun = ""

    def open_with(self, query: str, history: Sequence[str]) -> None:
        """Begin with this query; `history` holds older ones, the newest first."""
        self.history = history
        self._back = 0
        self._begun = query
        with self.prevent(Input.Changed):
            self.value = query
        self.cursor_position = len(query)

    def put(self, query: str, cursor: int) -> None:
        """Put a completed query in."""
        self.value = query
        self.cursor_position = cursor

    def mark_error(self, position: int | None) -> None:
        """Show that the query is wrong, with the cursor where it is; None when it is right again."""
        self.set_class(position is not None, "-wrong")
        if position is not None:
            self.cursor_position = min(position, len(self.value))

    def on_input_changed(self, message: Input.Changed) -> None:
        message.stop()
        self.mark_error(None)
        self.post_message(self.Typed(message.value))

    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self.action_accept()

    def on_blur(self) -> None:
        if self.parent is not None and self.parent.display:
            self.post_message(self.Kept(self.value))

    def action_accept(self) -> None:
        self.post_message(self.Kept(self.value))

    def action_give_up(self) -> None:
        self.post_message(self.GivenUp())

    def action_complete(self) -> None:
        self.post_message(self.CompletionAsked(self.value, self.cursor_position))

    def action_older(self) -> None:
        self._go_back(1)

    def action_newer(self) -> None:
        self._go_back(-1)

    def _go_back(self, step: int) -> None:
        back = max(0, min(self._back + step, len(self.history)))
        if back != self._back:
            if self._back == 0:
                self._begun = self.value
            self._back = back
            self.value = self.history[back - 1] if back else self._begun
            self.cursor_position = len(self.value)
