"""Short questions: one line to write, or yes and no."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.app.paint.cells import fit
from tui.app.paint.lines import OneLine, Piece

Check = Callable[[str], str]
"""Says what is wrong with an answer; "" when it is right."""


class Saying(OneLine):
    """One line of a prompt."""

    def __init__(self, text: str, ink: str = "") -> None:
        super().__init__()
        self.text, self.ink_name = text, ink

    def say(self, text: str, ink: str) -> None:
        """Say something else."""
        self.text, self.ink_name = text, ink
        self.refresh()

    def content(self) -> list[Piece]:
        return [(fit(self.text, self.room), self.ink_name)]


class Ask(ModalScreen[str | None]):
    """Asks for one line. Gives back what was written, None when the reader left; wrong answers are not taken."""

    CSS_PATH = "prompts.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "leave", show=False)]

    def __init__(self, question: str, *, value: str = "", hint: str = "", check: Check | None = None) -> None:
        super().__init__()
        self._question = question
        self._value = value
        self._hint = hint
        self._check = check

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Saying(self._question, "bold bright")
            yield Input(self._value, compact=True, select_on_focus=False)
            yield Saying(self._hint or "Enter takes it, Esc leaves.", "dim")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        wrong = self._check(message.value) if self._check else ""
        if wrong:
            self.query(Saying).last(Saying).say(wrong, "error")
        else:
            self.dismiss(message.value)

    def action_leave(self) -> None:
        self.dismiss(None)


class Confirm(ModalScreen[bool]):
    """Asks yes or no, with a line or more of what it is about."""

    CSS_PATH = "prompts.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "answer(True)", "yes", show=False),
        Binding("n,escape,q", "answer(False)", "no", show=False),
    ]

    def __init__(self, question: str, about: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._question = question
        self._about = about

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Saying(self._question, "bold bright")
            for line in self._about:
                yield Saying(line)
            yield Saying("y or Enter: yes    n or Esc: no", "dim")

    def action_answer(self, answer: bool) -> None:
        self.dismiss(answer)
