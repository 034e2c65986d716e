"""The first page of what the text index finds, in order of time, without collecting all that it finds.

The index gives stories in order of their shelfmarks, which is the order of the days that the documents say: the first
page is at hand at once. Only the stories of its last day, and those whose date was set right since, are looked at
beside it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from tui.library.asking.timeline import Mask, Numbers, Shelfmarks, numbers_in
from tui.library.file.schema import DAY_BITS

_MATCH = "SELECT rowid AS number FROM texts WHERE texts MATCH ?"
_FROM = f"{_MATCH} AND rowid > ? AND rowid <= ? LIMIT ?"
_BETWEEN = f"{_MATCH} AND rowid >= ? AND rowid <= ?"
_WIDER = 6  # times as many stories in the next helping, where a helping does not fill the page
_BANDS = 4  # looks at most for stories that have moved: each begins the search anew, which costs more than it reads


class Sought(NamedTuple):
    """What is looked for: an expression of the index, among these stories (None: all)."""

    connection: sqlite3.Connection
    expression: str
    shelfmarks: Shelfmarks
    among: Mask | None = None

    def first(self, most: int) -> Numbers:
        """The places of the first `most` stories found, in order of time."""
        found = np.zeros(0, dtype=np.int64)
        lowest, highest = self.shelfmarks.span(self.among)
        helping, last = most + 16, lowest - 1
        while True:
            marks = numbers_in(self.connection, _FROM, (self.expression, last, highest, helping))
            found = np.concatenate([found, self._places(marks)])
            if len(marks) < helping:
                return np.sort(found)[:most]
            last = int(marks[-1])
            # The day that the helping ends in may go on behind it.
            settled = found[self.shelfmarks.marks[found] >> DAY_BITS < last >> DAY_BITS]
            settled = settled[~self.shelfmarks.has_moved[settled]]
            if len(settled) >= most:
                return self._with_moved(np.sort(settled)[:most])[:most]
            helping *= _WIDER

    def _with_moved(self, settled: Numbers) -> Numbers:
        """These places, which are in order, and those of stories found that have moved in front of the last of them."""
        moved = self.shelfmarks.moved[self.shelfmarks.moved < settled[-1]]
        moved = moved if self.among is None else moved[self.among[moved]]
        if not len(moved):
            return settled
        marks = np.sort(self.shelfmarks.marks[moved])
        for first, last in _bands(marks):
            found = numbers_in(self.connection, _BETWEEN, (self.expression, first, last))
            settled = np.union1d(settled, self._places(found[np.isin(found, marks)]))
        return settled

    def _places(self, marks: Numbers) -> Numbers:
        places = self.shelfmarks.places(marks)
        return places if self.among is None else places[self.among[places]]


def _bands(marks: Numbers) -> Iterator[tuple[int, int]]:
    """The first and last shelfmark of a few bands that hold these, which are in order; the widest gaps lie between."""
    gaps = np.argsort(np.diff(marks))[1 - _BANDS :]
    for band in np.split(marks, np.sort(gaps) + 1):
        yield int(band[0]), int(band[-1])
