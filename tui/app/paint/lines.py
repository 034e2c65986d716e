"""The base of every pane: a scrolling column of lines that are made only when they are painted.

A step of the cursor repaints two lines, whatever the number of lines. A pane says how many lines it has
(`set_length`), what stands on one (`paint`), and on which the cursor may rest (`rests`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.app.keys.table import bindings
from tui.app.paint.cells import flat
from tui.app.paint.glyphs import signs

Piece = tuple[str, str]
"""Text, and the inks it is set in: names out of INKS, a space between them."""

FIRST_INKS = ("cursor", "bar", "dim", "bright", "accent", "link", "moved", "error", "rule", "bold", "italic")
"""What the first screen is set in; each of them is styled anew for every widget, so that these are few."""
MORE_INKS = (
    *("left", "right", "edit", "hatch", "underline", "strike"),
    *("left-wash", "right-wash", "edit-wash", "hits", "hit"),
)
"""The rest, grounds among them: `hits` are the searched words, `hit` is the one that the cursor stands on."""


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """A column of lines with a cursor. The first cell of each line belongs to the cursor bar."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"lines--{ink}" for ink in FIRST_INKS}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("lines")]
    MARGIN = 2
    """How many lines stay in sight above and below the cursor."""

    cursor: var[int] = var(0, init=False)
    """The line the cursor is on; 0 when there are none."""

    @dataclass
    class Moved(Message, namespace="lines"):
        """The cursor has come to rest on another line."""

        lines: LineView
        line: int

        def can_replace(self, message: Message) -> bool:
            """Of several steps still in the queue only the last one counts."""
            return isinstance(message, LineView.Moved) and message.lines is self.lines

    @dataclass
    class Chosen(Message, namespace="lines"):
        """A line was chosen with the mouse: a double click, or a click on the line of the cursor."""

        lines: LineView
        line: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._length = 0
        self._styles_of: dict[tuple[str, bool], Style] = {}
        self._just_focused = False
        self._room = 0

    # ------------------------------------------------------------------------------------------ for panes to write

    def paint(self, line: int) -> Sequence[Piece]:
        """What stands on this line, at most `room` cells wide."""
        raise NotImplementedError

    def rests(self, line: int) -> bool:
        """Whether the cursor may rest on this line."""
        return 0 <= line < self._length

    def room_changed(self) -> None:
        """The pane became wider or narrower: wrap again. The default paints again."""
        self.refresh()

    # ------------------------------------------------------------------------------------------------ for panes to use

    @property
    def length(self) -> int:
        """How many lines there are."""
        return self._length

    @property
    def room(self) -> int:
        """How many cells of a line a pane may fill: all but the cursor bar and the gutter of the scrollbar."""
        return max(self.scrollable_content_region.width - 1, 0)

    @property
    def top(self) -> int:
        """The first line in sight."""
        return self.scroll_offset.y

    def set_length(self, length: int, *, cursor: int | None = None, row: int | None = None) -> None:
        """Give the pane another number of lines; the cursor goes to `cursor`, `row` rows below the top edge."""
        self._length = length
        self.virtual_size = Size(0, length)
        target = self._resting(max(min(self.cursor if cursor is None else cursor, length - 1), 0), 1)
        self.set_reactive(LineView.cursor, target)
        self.refresh()
        if row is not None:
            self.scroll_to(y=max(target - row, 0), animate=False, force=True)
        self.show_cursor()

    def move_to(self, line: int, direction: int = 1) -> None:
        """Put the cursor on this line, or on the nearest line in this direction on which it may rest."""
        if self._length:
            self.cursor = self._resting(max(min(line, self._length - 1), 0), direction)
            self.show_cursor()

    def show_cursor(self) -> None:
        """Scroll no more than needed to have the cursor in sight, with a margin; headings above it come along."""
        height = self.scrollable_content_region.height
        if height <= 0 or not self._length:
            return
        margin = min(self.MARGIN, (height - 1) // 2)
        above = self.cursor - margin
        while above > 0 and self.cursor - above < height - 1 - margin and not self.rests(above):
            above -= 1
        if above < self.top:
            self.scroll_to(y=max(above, 0), animate=False, force=True)
        elif self.cursor + margin > self.top + height - 1:
            bottom = min(self.cursor + margin, self._length - 1)
            self.scroll_to(y=bottom - height + 1, animate=False, force=True)

    def ink(self, inks: str = "", *, on_cursor: bool = False) -> Style:
        """The style for these inks, on the ground of the pane or of the cursor's line."""
        key = (inks, on_cursor)
        style = self._styles_of.get(key)
        if style is None:
            style = self.rich_style
            if on_cursor:
                style += self.get_component_rich_style("lines--cursor", partial=True)
            for name in inks.split():
                style += self.get_component_rich_style(f"lines--{name}", partial=True)
            self._styles_of[key] = style
        return style

    # ------------------------------------------------------------------------------------------------------- the works

    def render_line(self, y: int) -> Strip:
        line = y + self.top
        whole = self.scrollable_content_region.width
        if line >= self._length:
            return Strip.blank(whole, self.ink())
        here = line == self.cursor and self.rests(line)
        bar = signs().cursor if here else " "
        segments = [Segment(bar, self.ink("bar" if here else "", on_cursor=here))]
        segments += [Segment(flat(text), self.ink(inks, on_cursor=here)) for text, inks in self.paint(line)]
        return Strip(segments).adjust_cell_length(whole, self.ink(on_cursor=here))

    def watch_cursor(self, old: int, new: int) -> None:
        self._just_focused = False
        self.refresh_line(old)
        self.refresh_line(new)
        self.post_message(self.Moved(self, new))

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles_of.clear()

    def on_resize(self) -> None:
        if self.room != self._room:
            self._room = self.room
            self.room_changed()
        self.show_cursor()

    def on_hide(self) -> None:
        # What is shown while the pane is out of sight finds no room: it is laid out when the pane comes back.
        self._room = 0

    def on_focus(self) -> None:
        self._just_focused = True
        self._styles_of.clear()
        self.refresh_line(self.cursor)

    def on_blur(self) -> None:
        self._styles_of.clear()
        self.refresh_line(self.cursor)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        just_focused, self._just_focused = self._just_focused, False
        if offset is None or offset.y + self.top >= self._length:
            return
        line = offset.y + self.top
        if not self.rests(line):
            return
        event.stop()
        if line != self.cursor:
            self.move_to(line)
        elif event.chain > 1 or not just_focused:
            self.post_message(self.Chosen(self, line))

    def _resting(self, line: int, direction: int) -> int:
        """The nearest line to rest on from here in this direction, else in the other one, else this line."""
        for step in (direction, -direction):
            at = line
            while 0 <= at < self._length:
                if self.rests(at):
                    return at
                at += step
        return line

    def _page(self) -> int:
        return max(self.scrollable_content_region.height - 1, 1)

    def action_down(self) -> None:
        self.move_to(self.cursor + 1, 1)

    def action_up(self) -> None:
        if self.cursor and self._resting(self.cursor - 1, -1) >= self.cursor:
            self.scroll_to(y=0, animate=False, force=True)
        else:
            self.move_to(self.cursor - 1, -1)

    def action_first(self) -> None:
        self.move_to(0, 1)
        self.scroll_to(y=0, animate=False, force=True)

    def action_last(self) -> None:
        self.move_to(self._length - 1, -1)

    def action_half_down(self) -> None:
        self.move_to(self.cursor + self._page() // 2, 1)

    def action_half_up(self) -> None:
        self.move_to(self.cursor - self._page() // 2, -1)

    def action_page_down(self) -> None:
        self.move_to(self.cursor + self._page(), 1)

    def action_page_up(self) -> None:
        self.move_to(self.cursor - self._page(), -1)


class Lines(LineView):
    """The base of the panes, with all inks."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"lines--{ink}" for ink in MORE_INKS}


class OneLine(LineView, can_focus=False, inherit_bindings=False):
    """A single line without a cursor: the top and the bottom of the screen."""

    def on_mount(self) -> None:
        self.set_length(1)

    def content(self) -> Sequence[Piece]:
        """What stands on it, at most `room` cells wide."""
        raise NotImplementedError

    def paint(self, line: int) -> Sequence[Piece]:
        return self.content() if line == 0 else ()

    def rests(self, line: int) -> bool:
        return line < 0
