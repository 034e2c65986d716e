"""Picking one thing out of many: type to narrow, arrows to go, Enter takes it, Esc leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.app.paint.cells import fit, pad, width
from tui.app.paint.lines import LineView, OneLine, Piece
from tui.app.paint.wrapping import Cut, wrap


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to pick: what it is called, what stands in front of it and behind it, and where it belongs.

    `value` is what is given back; "" makes the line one that is only read. `also` is found by typing, but not shown.
    """

    value: str
    label: str
    lead: str = ""
    note: str = ""
    group: str = ""
    also: str = ""

    def fits(self, words: Sequence[str]) -> bool:
        """Whether all of these words stand in it somewhere."""
        text = f"{self.lead} {self.label} {self.note} {self.group} {self.also}".casefold()
        return all(word in text for word in words)


class Row(NamedTuple):
    """A line of the list: the title of a group, or a choice, or what of its label goes on from the line above."""

    text: str
    choice: Choice | None = None
    goes_on: bool = False
    last: bool = True


class Title(OneLine):
    """The first line of a picker: what is picked, and how many there are."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.count = ""

    def content(self) -> list[Piece]:
        title = fit(self.title, self.room - width(self.count) - 1)
        space = self.room - width(title + self.count) - 1
        return [(title, "bold bright"), (" " * space, ""), (self.count, "dim")]


class Choices(LineView, can_focus=False):
    """The choices that fit what was typed, under their groups."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.lead = 0
        self._choices: tuple[Choice, ...] = ()

    def show(self, choices: Sequence[Choice], lead: int) -> None:
        """Show these choices; `lead` is the width of the column in front."""
        self._choices, self.lead = tuple(choices), lead
        self._lay_out(0)

    def room_changed(self) -> None:
        at = self.choice
        self._lay_out(self._choices.index(at) if at in self._choices else 0)

    def _lay_out(self, chosen: int) -> None:
        """Set the choices under one another, a long one on as many lines as it takes."""
        self.rows = []
        group, cursor = "", 0
        for at, choice in enumerate(self._choices):
            if choice.group != group:
                group = choice.group
                self.rows.append(Row(group))
            if at == chosen:
                cursor = len(self.rows)
            first, *rest = wrap(choice.label, self._label_room) if self.room else [Cut(0, len(choice.label))]
            self.rows.append(Row(choice.label[first.start : first.end], choice, last=not rest))
            for nth, cut in enumerate(rest, 1):
                text = choice.label[cut.start : cut.end]
                self.rows.append(Row(text, choice, goes_on=True, last=nth == len(rest)))
        self.set_length(len(self.rows), cursor=cursor, row=0 if not chosen else None)
        self.refresh()

    @property
    def choice(self) -> Choice | None:
        """The choice under the cursor."""
        return self.rows[self.cursor].choice if self.cursor < len(self.rows) else None

    @property
    def _label_room(self) -> int:
        return max(self.room - (self.lead + 2 if self.lead else 0), 1)

    def rests(self, line: int) -> bool:
        return 0 <= line < len(self.rows) and self.rows[line].choice is not None and not self.rows[line].goes_on

    def paint(self, line: int) -> list[Piece]:
        text, row, goes_on, last = self.rows[line]
        if row is None:
            return [(fit(text, self.room), "dim bold")]
        lead = [(pad("" if goes_on else row.lead, self.lead) + "  ", "link")] if self.lead else []
        room = self._label_room
        label = fit(text, room)
        if not last:
            return [*lead, (label, "" if row.value else "dim")]
        note = fit(f"  {row.note}" if row.note else "", room - width(label))
        return [*lead, (label, "" if row.value else "dim"), (note, "dim")]


class Pick(ModalScreen[str | None]):
    """A list to pick from. Gives back the value of the choice, None when the reader left."""

    CSS_PATH = "pick.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "leave", "leave", show=False),
        Binding("enter", "take", "take", show=False),
        Binding("down,ctrl+n", "step(1)", "down", show=False),
        Binding("up,ctrl+p", "step(-1)", "up", show=False),
        Binding("pagedown", "page(1)", "page down", show=False),
        Binding("pageup", "page(-1)", "page up", show=False),
        Binding("f8", "forget", "forget", show=False),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        prompt: str = "Type to narrow",
        aligned: bool = True,
        forget: Callable[[Choice], None] | None = None,
    ) -> None:
        """`forget` is called with the choice that the reader takes off the list with F8."""
        super().__init__()
        self._forget = forget
        self.choices = tuple(choices)
        self._title = title
        self._prompt = prompt
        self._lead = max((width(choice.lead) for choice in self.choices), default=0) if aligned else 0
        self._lead = min(self._lead, 22)

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Title(self._title)
            yield Input(placeholder=self._prompt, compact=True)
            yield Choices()

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        self._narrow("")

    def on_input_changed(self, message: Input.Changed) -> None:
        message.stop()
        self._narrow(message.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self.action_take()

    def on_lines_chosen(self, message: LineView.Chosen) -> None:
        message.stop()
        self.action_take()

    def _narrow(self, typed: str) -> None:
        words = typed.casefold().split()
        found = [choice for choice in self.choices if choice.fits(words)]
        found.sort(key=lambda choice: self._rank(choice, words))
        self.query_one(Choices).show(found, self._lead)
        title = self.query_one(Title)
        title.count = f"{len(found):,} of {len(self.choices):,}"
        title.refresh()

    def _rank(self, choice: Choice, words: Sequence[str]) -> int:
        """Groups stay together while nothing is typed; then what is called like it comes before what only says it."""
        if not words:
            return 0
        label = choice.label.casefold()
        return 0 if label.startswith(words[0]) else 1 if all(word in label for word in words) else 2

    def action_take(self) -> None:
        choice = self.query_one(Choices).choice
        if choice is not None and choice.value:
            self.dismiss(choice.value)

    def action_forget(self) -> None:
        choice = self.query_one(Choices).choice
        if self._forget is None or choice is None:
            return
        self._forget(choice)
        self.choices = tuple(other for other in self.choices if other is not choice)
        if self.choices:
            self._narrow(self.query_one(Input).value)
        else:
            self.dismiss(None)

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_step(self, step: int) -> None:
        choices = self.query_one(Choices)
        choices.move_to(choices.cursor + step, step)

    def action_page(self, step: int) -> None:
        choices = self.query_one(Choices)
        choices.move_to(choices.cursor + step * max(choices.size.height - 1, 1), step)
