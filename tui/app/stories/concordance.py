"""The hits of a search one under another, each with what stands before and after it: a keyword in its contexts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from operator import attrgetter
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.app.asking.pick import Title
from tui.app.paint.cells import fit, flat, pad, pad_left, width
from tui.app.paint.glyphs import signs
from tui.app.paint.lines import LineView, Piece
from tui.app.paint.phrases import count
from tui.app.stories.row import DATE, dated
from tui.app.stories.rows import source_of
from tui.library.asking.contexts import Hit
from tui.library.entries import Entry

BESIDE = 160  # characters on either side of a hit: as many as the widest screen has room for
AHEAD = 60  # lines below the cursor that are looked for before they are in sight
SORTED_BY = 80  # characters beside a hit that its place in the order hangs on
SOURCE = 14
DATE_FROM, SOURCE_FROM = 56, 90  # cells of room from which there is a date, and an outlet


class Order(StrEnum):
    """What the hits stand in the order of."""

    STORIES = "as their stories stand"
    AFTER = "by what follows"
    BEFORE = "by what goes before"


class Context(NamedTuple):
    """A hit, and what it is sorted by: the words after it, and those before it from the last one on."""

    hit: Hit
    after: str
    before: str


class Told(NamedTuple):
    """Hits of some stories, the entries of these, and how many stories have been looked through so far."""

    hits: Sequence[Context]
    entries: Mapping[int, Entry]
    looked: int


class ContextLines(LineView):
    """A line a hit: the day and the outlet of its story, and the hit between what stands on either side."""

    def __init__(self) -> None:
        super().__init__()
        self.hits: list[Hit] = []
        self.entries: dict[int, Entry] = {}

    def show(self, hits: Sequence[Hit], *, at: Hit | None) -> None:
        """Show these hits with the cursor on one of them."""
        row = self.cursor - self.top
        self.hits = list(hits)
        cursor = self.hits.index(at) if at in self.hits else 0
        self.set_length(len(self.hits), cursor=cursor, row=row if at is not None else None)
        self.refresh()

    @property
    def hit(self) -> Hit | None:
        """The hit under the cursor."""
        return self.hits[self.cursor] if self.cursor < len(self.hits) else None

    def paint(self, line: int) -> list[Piece]:
        hit = self.hits[line]
        entry = self.entries[hit.story]
        room, pieces = self.room, list[Piece]()
        above = self.hits[line - 1].story if line else 0
        ink = "" if hit.story != above else "dim"
        if room >= DATE_FROM:
            date, date_ink = dated(entry, alone=True)
            pieces.append((f"{pad_left(date, DATE)} ", f"{ink} {date_ink}".strip()))
        if room >= SOURCE_FROM:
            pieces.append((f"{pad(source_of(entry), SOURCE)} ", "dim"))
        room -= sum(width(text) for text, _ in pieces)
        found = fit(flat(hit.place.hit), max(room // 2, 1))
        left = max((room - width(found)) * 9 // 20, 0)
        before = _tail(flat(hit.place.before), left)
        after = fit(flat(hit.place.after), room - left - width(found))
        return [*pieces, (before, ""), (found, "accent bold"), (after, "")]


class Concordance(ModalScreen[Hit | None]):
    """Shows the hits; more stories are looked through as the reader goes on. Gives back the hit that he goes to."""

    CSS_PATH = "concordance.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,v,f9,h,left", "leave", "leave", show=False),
        Binding("enter,l,right", "open", "open", show=False),
        Binding("s", "order", "order", show=False),
    ]

    def __init__(self, words: str, stories: int, more: Callable[[int], None], here: int | None) -> None:
        """`stories` are to be looked through; `more` has `add` called with the hits of those after the first so many.

        The cursor begins at the story `here`, where it is among the first.
        """
        super().__init__()
        self._words, self._stories, self._here = words, stories, here
        self._more = more
        self._found: list[Context] = []
        self._entries: dict[int, Entry] = {}
        self._looked = 0
        self._order = Order.STORIES
        self._asked = False

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Title(self._words)
            yield ContextLines()

    def on_mount(self) -> None:
        self.query_one(ContextLines).focus()
        self._head()
        self._look_on()

    def add(self, told: Told) -> None:
        """Show the hits of further stories below those that are there."""
        if not self.is_attached:
            return
        self._asked = False
        self._found += told.hits
        self._entries |= told.entries
        self._looked = told.looked
        lines = self.query_one(ContextLines)
        lines.entries = self._entries
        at = lines.hit or next((found.hit for found in self._found if found.hit.story == self._here), None)
        lines.show(self._ordered(), at=at)
        self._head()
        self._look_on()

    def _look_on(self) -> None:
        """Have the next stories looked through, if the cursor is near the end or all are wanted."""
        lines = self.query_one(ContextLines)
        near = self._order is not Order.STORIES or lines.cursor + AHEAD >= len(self._found)
        if self._looked < self._stories and near and not self._asked:
            self._asked = True
            self._more(self._looked)

    def _ordered(self) -> list[Hit]:
        found: Sequence[Context] = self._found
        if self._order is Order.AFTER:
            found = sorted(found, key=attrgetter("after"))
        elif self._order is Order.BEFORE:
            found = sorted(found, key=attrgetter("before"))
        return [context.hit for context in found]

    def _head(self) -> None:
        title = self.query_one(Title)
        dot = f" {signs().dot} "
        known = count(len(self._found), "hit")
        of = count(self._stories, "story", "stories")
        told = [known, f"in {of}" if self._looked >= self._stories else f"in {self._looked:,} of {of}"]
        if self._order is not Order.STORIES:
            told.append(self._order.value)
        said = " ".join(told[:2])
        room = title.room - min(width(self._words), title.room // 4) - 2
        longest = [[said, *told[2:], "s order", "v headlines"], [said, *told[2:]], [said]]
        title.count = next((text for text in map(dot.join, longest) if width(text) <= room), known)
        title.refresh()

    def on_resize(self) -> None:
        self.call_after_refresh(self._head)

    def on_lines_moved(self, event: LineView.Moved) -> None:
        event.stop()
        self._look_on()

    def on_lines_chosen(self, event: LineView.Chosen) -> None:
        event.stop()
        self.action_open()

    def action_order(self) -> None:
        orders = list(Order)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        lines = self.query_one(ContextLines)
        lines.show(self._ordered(), at=lines.hit)
        self._head()
        self._look_on()

    def action_open(self) -> None:
        hit = self.query_one(ContextLines).hit
        if hit is not None:
            self.dismiss(hit)

    def action_leave(self) -> None:
        self.dismiss(None)


def _tail(text: str, room: int) -> str:
    """The end of a text in exactly `room` cells."""
    if width(text) <= room:
        return pad_left(text, room)
    mark = signs().ellipsis
    while text and width(mark + text) > room:
        text = text[max((width(mark + text) - room) // 2, 1) :]
    return pad_left(mark + text if room > len(mark) else "", room)


def context_of(hit: Hit) -> Context:
    """A hit with what it is sorted by."""
    after, before = _words_of(hit.place.after[:SORTED_BY]), _words_of(hit.place.before[-SORTED_BY:])
    return Context(hit, " ".join(after), " ".join(before[::-1]))


def _words_of(text: str) -> list[str]:
    return [word.strip(".,;:!?\"'“”‘’()[]").casefold() for word in text.split()]
