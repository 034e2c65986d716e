"""The first page of what the text index finds, in order of time, without collecting all that it finds.

The index gives stories in order of their shelfmarks, which is the order of the days that the documents say: the first
page is at hand at once. Only the stories of its last day, and those whose date was set right since, are looked at
beside it.
"""

from __future__ import annotations

import json
import re
import sqlite3
from typing import NamedTuple

import numpy as np

from tui.library.asking.timeline import Mask, Numbers, Shelfmarks, numbers_in
from tui.library.file.numbersets import IN_JSON
from tui.library.file.schema import DAY_BITS

_MATCH = "SELECT rowid AS number FROM texts WHERE texts MATCH ?"
_FROM = f"{_MATCH} AND rowid > ? AND rowid <= ? LIMIT ?"
_AMONG = f"{_MATCH} AND rowid {IN_JSON}"
_WIDER = 6  # times as many stories in the next helping, where a helping does not fill the page
_MOST_MOVED = 200  # stories that are looked at one by one; where more have moved, all hits are collected
_INDEXED = 3  # letters of a beginning that the index has lists of; longer ones it puts together at every look
_BEGINNING = re.compile(r'(\S+)" \*')


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
        if len(moved) <= _MOST_MOVED and self._is_indexed():
            among = json.dumps(self.shelfmarks.marks[moved].tolist())
            marks = numbers_in(self.connection, _AMONG, (self.expression, among))
        else:
            marks = numbers_in(self.connection, _MATCH, (self.expression,))
        return np.union1d(settled, self._places(marks))

    def _places(self, marks: Numbers) -> Numbers:
        places = self.shelfmarks.places(marks)
        return places if self.among is None else places[self.among[places]]

    def _is_indexed(self) -> bool:
        """Whether the index can look at one story at once: it has a list for each word and each beginning."""
        return all(len(match[1]) <= _INDEXED for match in _BEGINNING.finditer(self.expression))
