"""All stories in order of time, and sets of stories as masks over that order: one flag a story, combined in C."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tui.library.file.schema import DAY_BITS

Mask: TypeAlias = NDArray[np.bool_]
"""A set of stories: a flag for each, in order of time."""
Numbers: TypeAlias = NDArray[np.int64]

_MARKS = "SELECT group_concat(number), group_concat(mark) FROM shelfmarks"
_WIDE = "SELECT number FROM stories WHERE earliest IS NOT latest"
_DAYS = "SELECT group_concat(number), group_concat(earliest) FROM stories WHERE earliest = latest"


def numbers_in(
    connection: sqlite3.Connection, query: str, parameters: Sequence[object] | Mapping[str, object] = ()
) -> Numbers:
    """What a query with one column called `number` gives, in its order.

    It comes as one text, read in C: a row each would take five times as long, and let no other thread run meanwhile.
    """
    return _read(connection.execute(f"SELECT group_concat(number) FROM ({query})", parameters).fetchone()[0])


class Timeline:
    """The order of time of one state of a library. Masks that it gives may be changed by whoever asked for them."""

    def __init__(self, order: array[int]) -> None:
        self.numbers: Numbers = np.array(order, dtype=np.int64)
        self._place = np.full(int(self.numbers.max(initial=0)) + 2, len(self.numbers), dtype=np.int64)
        self._place[self.numbers] = np.arange(len(self.numbers))
        self._days: Days | None = None
        self._shelfmarks: Shelfmarks | None = None

    def days(self, connection: sqlite3.Connection) -> Days:
        """The days of the stories, read when they are first asked for; of a connection that sees the same state."""
        if self._days is None:
            self._days = Days(connection, self)
        return self._days

    def shelfmarks(self, connection: sqlite3.Connection) -> Shelfmarks:
        """The shelfmarks of the stories, read when they are first asked for; else as `days`."""
        if self._shelfmarks is None:
            self._shelfmarks = Shelfmarks(connection, self)
        return self._shelfmarks

    def __len__(self) -> int:
        return len(self.numbers)

    def everything(self) -> Mask:
        """All stories."""
        return np.ones(len(self.numbers), dtype=np.bool_)

    def nothing(self) -> Mask:
        """No story."""
        return np.zeros(len(self.numbers), dtype=np.bool_)

    def places(self, numbers: Iterable[int] | Numbers) -> Numbers:
        """The places of these stories in order of time, in the order given; what is no story is left out."""
        wanted = numbers if isinstance(numbers, np.ndarray) else np.fromiter(numbers, dtype=np.int64)
        inside = wanted[(wanted >= 0) & (wanted < len(self._place))]
        places = self._place[inside]
        return places[places < len(self.numbers)]

    def mask(self, numbers: Iterable[int] | Numbers) -> Mask:
        """These stories as a set."""
        return self.at(self.places(numbers))

    def at(self, places: Numbers) -> Mask:
        """The stories at these places as a set."""
        found = self.nothing()
        found[places] = True
        return found

    def those(self, mask: Mask, most: int | None = None) -> list[int]:
        """The numbers of these stories in order of time, the first `most` of them."""
        found: list[int] = self.numbers[np.flatnonzero(mask)[:most]].tolist()
        return found


class Shelfmarks:
    """The numbers by which the text index knows the stories: in order of the days that the documents say.

    `moved` are the places of the stories that stand elsewhere in the order of time, as copies and events have spoken.
    """

    def __init__(self, connection: sqlite3.Connection, timeline: Timeline) -> None:
        numbers, marks = map(_read, connection.execute(_MARKS).fetchone())
        held = np.full(int(numbers.max(initial=0)) + 1, -1, dtype=np.int64)
        held[numbers] = marks
        self.marks: Numbers = held[timeline.numbers]
        self._by_mark = np.argsort(self.marks)
        self._sorted = self.marks[self._by_mark]
        row = connection.execute("SELECT value FROM meta WHERE name = 'days'").fetchone()
        days = np.frombuffer(row[0] if row else b"", dtype=np.intc)
        self.has_moved: Mask = self.marks >> DAY_BITS != days
        self.moved: Numbers = np.flatnonzero(self.has_moved)

    def span(self, among: Mask | None) -> tuple[int, int]:
        """The lowest and the highest shelfmark of these stories; of all for None."""
        marks = self.marks if among is None else self.marks[among]
        return (int(marks.min()), int(marks.max())) if len(marks) else (0, -1)

    def places(self, marks: Numbers) -> Numbers:
        """The places of these stories in order of time, in the order given; what is no story is left out."""
        if not len(self._sorted):
            return marks[:0]
        found = np.minimum(np.searchsorted(self._sorted, marks), len(self._sorted) - 1)
        places: Numbers = self._by_mark[found[self._sorted[found] == marks]]
        return places


class Days:
    """The days of the stories that are of one day; `wide` are the numbers of those that may be of several."""

    def __init__(self, connection: sqlite3.Connection, timeline: Timeline) -> None:
        numbers, days = map(_read, connection.execute(_DAYS).fetchone())
        self._timeline, self._numbers, self._days = timeline, numbers, days
        self.wide: list[int] = numbers_in(connection, _WIDE).tolist()

    def between(self, first: int, last: int) -> Mask:
        """Those of a day between these two (proleptic ordinals), both included."""
        return self._timeline.mask(self._numbers[(self._days >= first) & (self._days <= last)])


def _read(text: str | None) -> Numbers:
    return np.fromstring(text, dtype=np.int64, sep=",") if text else np.zeros(0, dtype=np.int64)
