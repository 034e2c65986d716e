"""Who is in the stories shown: people, organisations and places, and the filter that is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from tui.app.actors.line import Scale, actor_line
from tui.app.actors.rows import ActorRow, KindHeading, Names, actor_rows
from tui.app.keys.table import bindings
from tui.app.paint.cells import flat
from tui.app.paint.glyphs import signs
from tui.app.paint.lines import Lines, Piece
from tui.library.entries import ActorCount
from tui.model import Actor, ActorKind


class Actors(Lines):
    """The actors of the stories shown, with counts; what the reader does to them is told by messages."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("actors", "everywhere.evidence")]

    @dataclass
    class FilterChanged(Message):
        """Only stories with these and without those are to be shown; `any_of`: one of the required is enough."""

        required: tuple[Actor, ...]
        excluded: tuple[Actor, ...]
        any_of: bool

    @dataclass
    class Opened(Message):
        """The page of an actor is wanted."""

        actor: str

    @dataclass
    class Merge(Message):
        """These are one actor, called as the first of them."""

        actors: tuple[str, ...]

    @dataclass
    class Unmerge(Message):
        """The last merge of this actor is to be taken apart."""

        actor: str

    @dataclass
    class Hide(Message):
        """This is no actor."""

        actor: str

    @dataclass
    class Retype(Message):
        """This actor is of another kind."""

        actor: str
        kind: ActorKind

    @dataclass
    class Evidence(Message):
        """What an actor rests on is wanted."""

        actor: str

    class Typed(Message):
        """What was typed may be the name of one who is not listed."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.required: tuple[Actor, ...] = ()
        self.excluded: tuple[Actor, ...] = ()
        self.any_of = False
        self.typed: str | None = None
        """What was typed to find a name; None when nothing is being typed."""
        self._counts: tuple[ActorCount, ...] = ()
        self._left_out = 0
        self._scale = Scale()
        self._known = Names()
        self._best = ""
        """The actor that is called most like what is typed."""
        self._rows: list[ActorRow | None] = []
        self._marked: dict[str, Actor] = {}
        self._before = ""

    # ---------------------------------------------------------------------------------------------------- being given

    def show(self, counts: Sequence[ActorCount], total: int, actors: int = 0) -> None:
        """Show these actors of `total` stories; the cursor stays on its actor, and where that is on the screen.

        `actors` is how many there are, where these are only the ones in most stories.
        """
        self._counts = tuple(counts)
        self._left_out = max(0, actors - len(self._counts))
        self._scale = Scale.of(counts, total)
        there = {count.actor.id for count in counts}
        self._marked = {id: actor for id, actor in self._marked.items() if id in there}
        self._take_in()

    def set_filter(self, required: Sequence[Actor], excluded: Sequence[Actor], *, any_of: bool = False) -> None:
        """Show this filter: it was made or cleared elsewhere."""
        self.required, self.excluded, self.any_of = tuple(required), tuple(excluded), any_of
        self._take_in()

    @property
    def actor(self) -> Actor | None:
        """The actor under the cursor."""
        row = self._rows[self.cursor] if self.cursor < len(self._rows) else None
        return row.actor if isinstance(row, ActorCount) else None

    # ------------------------------------------------------------------------------------------------------ laying out

    def _take_in(self) -> None:
        """Take in who there is now: the counts or the filter have changed."""
        self._known = Names(self._counts, (*self.required, *self.excluded))
        self._list()

    def _list(self, at: str = "") -> None:
        """Lay the lines out anew; the cursor goes to the actor `at`, or stays on its own."""
        here = at or (self.actor.id if self.actor else "")
        found = self._known.find(self.typed or "")
        rows = actor_rows(found)
        self._best = found[0].actor.id if found else ""
        if self.typed:
            here = self._best
        row = self.cursor - self.top
        self._rows = [None, *rows] if self._note() else [*rows]
        lines = (line for line, row in enumerate(self._rows) if isinstance(row, ActorCount) and row.actor.id == here)
        line = next(lines, None)
        if line is None:
            self.set_length(len(self._rows), cursor=min(self.cursor, len(self._rows) - 1))
        else:
            self.set_length(len(self._rows), cursor=line, row=line if self.typed else max(row, 0))

    def _note(self) -> list[Piece]:
        """The line on top: what is being typed, or the names that are marked; it stays in sight."""
        if self.typed is not None:
            hint = "Enter goes to it" if self.typed else "type a part of a name"
            hint = hint if self._best else "no such name"
            typed: list[Piece] = [(" /", "accent bold"), (self.typed, "bright"), (signs().cursor, "accent")]
            return [*typed, (f" {hint}", "dim" if self._best else "error")]
        if self._marked:
            many = len(self._marked)
            return [(f" {signs().marked} {many} marked", "accent"), (", m makes them one", "dim")]
        if self._left_out and not self.any_of:
            return [(f" {self._left_out:,} more: / to find", "dim")]
        if self.any_of and len(self.required) > 1:
            return [(" any of the required is enough (&)", "dim")]
        return []

    # -------------------------------------------------------------------------------------------------------- painting

    def paint(self, line: int) -> Sequence[Piece]:
        row = self._rows[line]
        if row is None:
            return self._note()
        if isinstance(row, KindHeading):
            return actor_line(row, ("", ""), "", self._scale, self.room)
        sign, inks = self._sign(row.actor)
        return actor_line(row, (sign, f"{inks} bold"), inks, self._scale, self.room)

    def _sign(self, actor: Actor) -> tuple[str, str]:
        if actor.id in self._marked:
            return signs().marked, "bright"
        if any(one.id == actor.id for one in self.required):
            return signs().required, "bright"
        return (signs().excluded, "dim strike") if any(one.id == actor.id for one in self.excluded) else (" ", "")

    def render_line(self, y: int) -> Strip:
        # The note stays in sight: it lies over the first line when it is scrolled away.
        if y or not self.top or not (note := self._note()):
            return super().render_line(y)
        segments = [Segment(" ", self.ink()), *(Segment(flat(text), self.ink(inks)) for text, inks in note)]
        return Strip(segments).adjust_cell_length(self.scrollable_content_region.width, self.ink())

    def rests(self, line: int) -> bool:
        return 0 <= line < len(self._rows) and isinstance(self._rows[line], ActorCount)

    # ---------------------------------------------------------------------------------------------------- find a name

    def action_narrow(self) -> None:
        """Begin to type a part of a name."""
        self._before = self.actor.id if self.actor else ""
        self._type("")

    def _type(self, typed: str | None, at: str = "") -> None:
        self.typed = typed
        self._list(at)
        if typed and self._left_out:
            self.post_message(self.Typed())

    def on_key(self, event: events.Key) -> None:
        if self.typed is None:
            return
        match event.key:
            case "enter" | "tab":
                self._type(None, self.actor.id if self.actor else self._before)
            case "escape":
                self._type(None, self._before)
            case "backspace" | "ctrl+h":
                self._type(self.typed[:-1] if self.typed else None, "" if self.typed else self._before)
            case "ctrl+u":
                self._type("")
            case _ if event.is_printable and event.character is not None:
                self._type(self.typed + event.character)
            case _:
                return
        event.stop()
        event.prevent_default()

    def on_blur(self) -> None:
        if self.typed is not None:
            self._type(None)

    # ------------------------------------------------------------------------------------------------------ the filter

    def action_require(self) -> None:
        if self.actor is not None:
            self._turn(self.actor, require=True)

    def action_exclude(self) -> None:
        if self.actor is not None:
            self._turn(self.actor, require=False)

    def _turn(self, actor: Actor, *, require: bool) -> None:
        was = any(one.id == actor.id for one in (self.required if require else self.excluded))
        self.required = tuple(one for one in self.required if one.id != actor.id)
        self.excluded = tuple(one for one in self.excluded if one.id != actor.id)
        if not was and require:
            self.required += (actor,)
        elif not was:
            self.excluded += (actor,)
        self._tell()

    def action_any_of(self) -> None:
        self.any_of = not self.any_of
        self._tell()

    def _tell(self) -> None:
        self._take_in()
        self.post_message(self.FilterChanged(self.required, self.excluded, self.any_of))

    # ------------------------------------------------------------------------------------------------------- by hand

    def action_open(self) -> None:
        if self.actor is not None:
            self.post_message(self.Opened(self.actor.id))

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        event.stop()
        self.action_open()

    def action_mark(self) -> None:
        actor = self.actor
        if actor is None:
            return
        if self._marked.pop(actor.id, None) is None:
            self._marked[actor.id] = actor
        self._list()
        self.action_down()

    def action_merge(self) -> None:
        if len(self._marked) < 2:
            self.notify("Mark two names or more (V), then make them one.")
            return
        here = self.actor
        first = here.id if here is not None and here.id in self._marked else next(iter(self._marked))
        self.post_message(self.Merge((first, *(id for id in self._marked if id != first))))
        self._marked = {}
        self._list()

    def action_unmerge(self) -> None:
        if self.actor is not None:
            self.post_message(self.Unmerge(self.actor.id))

    def action_hide(self) -> None:
        if self.actor is not None:
            self.post_message(self.Hide(self.actor.id))

    def action_kind(self) -> None:
        if self.actor is not None:
            kinds = tuple(ActorKind)
            kind = kinds[(kinds.index(self.actor.kind) + 1) % len(kinds)]
            self.post_message(self.Retype(self.actor.id, kind))

    def action_evidence(self) -> None:
        if self.actor is not None:
            self.post_message(self.Evidence(self.actor.id))
