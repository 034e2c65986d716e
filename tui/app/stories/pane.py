"""The list of stories: what stands on a line of it, and the keys that work in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from tui.app.keys.table import bindings
from tui.app.paint.lines import LineView, Piece
from tui.app.stories import row as story_row
from tui.app.stories.rows import NOTHING, Heading, Listing, months_of
from tui.library.entries import Entry

EntriesOf = Callable[[Sequence[int]], Iterable[Entry]]
KEPT_ENTRIES = 4096
Place = tuple[int, int]
"""A story, and the row of the screen that it stands in."""


class StoryList(LineView):
    """Stories under months; the first of copies stands for all of them until they are unfolded."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            "stories",
            "everywhere.next_hit",
            "everywhere.previous_hit",
            "everywhere.next_point",
            "everywhere.previous_point",
        )
    ]

    @dataclass
    class Opened(Message):
        """The reader wants to read this story."""

        number: int

    class Refolded(Message):
        """Other copies are to be shown, or another order: the list wants to be laid out again."""

    @dataclass
    class SortAsked(Message):
        """The reader wants the next sort, or the same one reversed."""

        reverse: bool

    @dataclass
    class ReadToggled(Message):
        """These stories are to be marked as read, or as unread."""

        numbers: tuple[int, ...]
        read: bool

    @dataclass
    class StarToggled(Message):
        """These stories are to get a star, or to lose it."""

        numbers: tuple[int, ...]
        star: bool

    class ContextsAsked(Message):
        """The reader wants to see the hits with what stands around them."""

    class DateAsked(Message):
        """The reader wants to go to a date."""

    class SaveAsked(Message):
        """The reader wants to save the search."""

    class SavedAsked(Message):
        """The reader wants to open a saved search."""

    @dataclass
    class Said(Message):
        """A line for the reader."""

        text: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.listing = NOTHING
        self.unfolded: frozenset[int] = frozenset()
        self.all_unfolded = False
        self.marked: dict[int, None] = {}
        self.range_from: int | None = None
        self.notice: tuple[str, ...] = ()
        self._laid_out = False
        self._said: list[str] = []
        self._entries: dict[int, Entry] = {}
        self._entries_of: EntriesOf = lambda _numbers: ()
        self._moved = False
        self._left: tuple[tuple[int, ...], int] | None = None

    # ------------------------------------------------------------------------------------------------- what is shown

    def show(
        self,
        listing: Listing,
        entries_of: EntriesOf,
        *,
        changed: Iterable[int] | None = None,
        from_top: bool = False,
    ) -> None:
        """Show this list; the cursor stays on its story and on its row of the screen where the story is still there.

        With `from_top` it goes to the first story. `entries_of` gives the entries of a screenful of numbers, at once.
        `changed` names the stories whose entries are no longer true; all of them when it is None.
        """
        before, story, row = self.listing, self.story, self.cursor - self.top
        self.listing = listing
        self._entries_of = entries_of
        if changed is None:
            self._entries.clear()
        else:
            for number in changed:
                self._entries.pop(number, None)
        self.marked = {number: None for number in self.marked if number in listing.line_of}
        self.notice = ()
        around: Iterable[int] = before.around(self.cursor) if self._moved else ()
        if self._left is not None:
            around, row = self._left
        self._left = None
        if from_top:
            around = ()
        cursor = next((listing.line_of[n] for n in around if n in listing.line_of), None)
        self.set_length(len(listing.lines), cursor=cursor or 0, row=row if cursor else 0)
        if self.story != story:
            self.post_message(self.Moved(self, self.cursor))

    def say(self, notice: Sequence[str]) -> None:
        """Show these lines in place of stories: why there are none."""
        if self.story is not None:
            self._left = ((self.story,), self.cursor - self.top)
        self.listing = NOTHING
        self.notice = tuple(notice)
        self.room_changed()

    @property
    def place(self) -> Place | None:
        """Where the cursor is; None where there is no story."""
        return None if self.story is None else (self.story, self.cursor - self.top)

    def return_to(self, place: Place, *, later: bool) -> None:
        """Go back to a place: now, or `later`, when the next list comes."""
        story, row = place
        if later:
            self._left = ((story,), row)
        elif story in self.listing.line_of:
            self._moved = True
            self.set_length(self.length, cursor=self.listing.line_of[story], row=row)

    def room_changed(self) -> None:
        if self.notice:
            from tui.app.paint.wrapping import wrap  # noqa: PLC0415  a list with stories does without

            room = max(self.room - 3, 1)
            self._said = [line[cut.start : cut.end] for line in self.notice for cut in wrap(line, room)]
            self.set_length(len(self._said) + 1)
        elif not self._laid_out:
            self._laid_out = True  # what the first layout paints is right already
            return
        self.refresh()

    def forget(self) -> None:
        """What the reader said of stories changed: paint them again."""
        self._entries.clear()
        self.refresh()

    @property
    def month(self) -> int | None:
        """The month of the cursor's story, as year * 12 + month - 1; None without a date."""
        ordinal = self.listing.days[self.cursor] if self.cursor < len(self.listing.days) else 0
        return months_of(ordinal) or None

    @property
    def story(self) -> int | None:
        """The number of the story under the cursor."""
        return self.listing.story_at(self.cursor)

    @property
    def entry(self) -> Entry | None:
        """The entry of the story under the cursor."""
        return None if self.story is None else self._entry(self.story, self.cursor)

    @property
    def near(self) -> list[int]:
        """The stories around the cursor: its own, those in sight, and those a page further on."""
        below = self.listing.lines[self.top : self.top + 2 * max(self.size.height, 1)]
        return list(dict.fromkeys(number for number in (self.story, *below) if number is not None and number >= 0))

    def go_to(self, number: int) -> bool:
        """Put the cursor on this story, or on the story it is folded under; False when it is not in the list."""
        line = self.listing.line_of.get(number)
        if line is not None:
            self.move_to(line)
        return line is not None

    def step(self, step: int) -> int | None:
        """Go to the next story of the list, or to the one before; its number, None at the end."""
        line = self.cursor + step
        while 0 <= line < self.length:
            number = self.listing.story_at(line)
            if number is not None:
                self.move_to(line)
                return number
            line += step
        return None

    def go_to_day(self, day: dt.date) -> None:
        """Go to the first story of this day, else of the next day that has one, else to the last story."""
        days, ordinal = self.listing.days, day.toordinal()
        if ordinal not in days:
            known = set(days) - {0}
            if not known:
                return
            ordinal = min((later for later in known if later > ordinal), default=max(known))
        # A heading has the day of the story below it; of the days before the one asked for the last story is meant.
        line = days.index(ordinal) if ordinal >= day.toordinal() else len(days) - 1 - days[::-1].index(ordinal)
        self.move_to(line)

    def watch_cursor(self, old: int, new: int) -> None:
        self._moved = True
        super().watch_cursor(old, new)

    # ------------------------------------------------------------------------------------------------------ the lines

    def rests(self, line: int) -> bool:
        return self.listing.story_at(line) is not None

    def paint(self, line: int) -> list[Piece]:
        if self.notice:
            return [("  " + self._said[line - 1], "bright" if line == 1 else "dim")] if line else []
        number = self.listing.story_at(line)
        if number is None:
            head = self.listing.head_at(line)
            return story_row.heading(head, self.room) if isinstance(head, Heading) else story_row.gap(head, self.room)
        entry = self._entry(number, line)
        return (
            [] if entry is None else story_row.story(entry, self.listing, line, self.room, marked=number in self.marked)
        )

    def _entry(self, number: int, line: int | None = None) -> Entry | None:
        """The entry of a story, None when it is gone; the stories in sight around its line are fetched with it."""
        if number not in self._entries:
            if len(self._entries) > KEPT_ENTRIES:
                self._entries.clear()
            line = self.listing.line_of.get(number, self.top) if line is None else line
            height = max(self.size.height, 1)
            around = self.listing.lines[max(line - height, 0) : line + height]
            wanted = [other for other in around if other >= 0 and other not in self._entries]
            self._entries.update((entry.number, entry) for entry in self._entries_of([*wanted, number]))
        return self._entries.get(number)

    def _unread(self, number: int) -> bool:
        entry = self._entry(number)
        return entry is not None and not entry.read

    def _unstarred(self, number: int) -> bool:
        entry = self._entry(number)
        return entry is not None and not entry.star

    def _targets(self) -> tuple[int, ...]:
        """The marked stories, else the story under the cursor with the copies folded under it."""
        if self.marked:
            return tuple(self.marked)
        return () if self.story is None else (self.story,)

    # ------------------------------------------------------------------------------------------------------- the keys

    def on_lines_chosen(self, message: LineView.Chosen) -> None:
        message.stop()
        self.action_open()

    def action_open(self) -> None:
        if self.story is not None:
            self.post_message(self.Opened(self.story))

    def action_mark(self) -> None:
        if self.story is None:
            return
        if self.story in self.marked:
            del self.marked[self.story]
        else:
            self.marked[self.story] = None
        self.refresh_line(self.cursor)
        self.action_down()

    def action_range(self) -> None:
        if self.range_from is None:
            self.range_from = self.cursor
            self.post_message(self.Said("Go to the other end of the range and press V again."))
            return
        low, high = sorted((self.range_from, self.cursor))
        self.range_from = None
        for line in range(low, high + 1):
            number = self.listing.story_at(line)
            if number is not None:
                self.marked[number] = None
        self.refresh()

    def clear_marked(self) -> bool:
        """Take all marks for comparing away; whether there were any."""
        had = bool(self.marked) or self.range_from is not None
        self.marked, self.range_from = {}, None
        self.refresh()
        return had

    def action_fold(self) -> None:
        entry = self.entry
        if entry is None or entry.copies < 2:
            self.post_message(self.Said("This story has no copies."))
            return
        self.unfolded ^= {entry.first}
        self.post_message(self.Refolded())

    def action_fold_all(self) -> None:
        self.all_unfolded = not self.all_unfolded
        self.unfolded = frozenset()
        self.post_message(self.Refolded())

    def action_sort(self) -> None:
        self.post_message(self.SortAsked(reverse=False))

    def action_reverse(self) -> None:
        self.post_message(self.SortAsked(reverse=True))

    def action_read(self) -> None:
        numbers = self._targets()
        if numbers:
            self.post_message(self.ReadToggled(numbers, any(self._unread(number) for number in numbers)))

    def action_star(self) -> None:
        numbers = self._targets()
        if numbers:
            self.post_message(self.StarToggled(numbers, any(self._unstarred(number) for number in numbers)))

    def action_contexts(self) -> None:
        self.post_message(self.ContextsAsked())

    def action_date(self) -> None:
        self.post_message(self.DateAsked())

    def action_save(self) -> None:
        self.post_message(self.SaveAsked())

    def action_saved(self) -> None:
        self.post_message(self.SavedAsked())

    def action_next_day(self) -> None:
        self._go_where(1, lambda line: self.listing.days[line] != self.listing.days[self.cursor])

    def action_previous_day(self) -> None:
        days = self.listing.days
        day: int | None = None
        first: int | None = None
        for line in range(self.cursor - 1, -1, -1):
            if self.listing.story_at(line) is None:
                continue
            if day is None and days[line] != days[self.cursor]:
                day = days[line]
            elif day is not None and days[line] != day:
                break
            first = line
        if first is not None:
            self.move_to(first)

    def action_next_point(self) -> None:
        self._go_where(1, lambda line: self._unread(self.listing.lines[line]))

    def action_previous_point(self) -> None:
        self._go_where(-1, lambda line: self._unread(self.listing.lines[line]))

    def action_next_hit(self) -> None:
        self.step(1)

    def action_previous_hit(self) -> None:
        self.step(-1)

    def _go_where(self, step: int, wanted: Callable[[int], bool]) -> None:
        line = self.cursor + step
        while 0 <= line < self.length:
            if self.listing.story_at(line) is not None and wanted(line):
                self.move_to(line)
                return
            line += step
