"""Writing the list in order of time: arrays side by side, brought up to date where something came, changed or went."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import compress
from typing import TYPE_CHECKING, Final

from tui.library.file.filenames import original
from tui.library.file.numbersets import IN_JSON

if TYPE_CHECKING:
    import sqlite3

Key = tuple[int, int, str, str, int, str, int]
_LAST: Final = 3652060  # a day after every other
_NO_TIME: Final = "~"  # after every time of day as it is written
_KEYS = (
    "SELECT s.number, s.placed, s.earliest, s.latest, s.month IS NULL,"
    " iif(s.month IS NULL, 0, coalesce(s.day, s.earliest)), s.first, f.path, s.part, d.member FROM stories s"
    " JOIN documents d ON d.number = s.document JOIN files f ON f.number = d.file"
)
_AT_ONCE = 500  # stories that are looked up in one question


class Order:
    """The stories of one library in order of time, as `meta` keeps them.

    The order is that of `in_order_of_time`: what has no date or a vague one comes last. Only the dates of stories that
    came or changed are looked at, and of those few that they are compared with.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._numbers, self._days, self._firsts = (self._held(name) for name in ("order", "days", "firsts"))
        self._keys: dict[int, Key] = {}
        self._paths: dict[str, str] = {}

    def update(self, touched: Iterable[int], gone: Iterable[int], set_meta: Callable[[str, str | bytes], None]) -> None:
        """Put these stories where they stand now, take out those that are gone, and write the arrays down."""
        came = set(touched)
        out = came.union(gone)
        for number in out:
            self._keys.pop(number, None)
        self._take_out(out)
        self._put_in(self._looked_up(sorted(came)))
        for name, numbers in (("order", self._numbers), ("days", self._days), ("firsts", self._firsts)):
            set_meta(name, numbers.tobytes())
        leads, runs = laid_out(self._numbers, self._days, self._firsts)
        set_meta("leads", leads)
        set_meta("runs", json.dumps(runs))

    def renew(self, set_meta: Callable[[str, str | bytes], None]) -> None:
        """Put all stories in their order, whatever was written down before."""
        self._numbers, self._days, self._firsts = array("i"), array("i"), array("i")
        numbers = [row[0] for row in self._connection.execute("SELECT number FROM stories")]
        self.update(numbers, (), set_meta)

    def _take_out(self, out: set[int]) -> None:
        if out and not out.isdisjoint(self._numbers):
            stays = [number not in out for number in self._numbers]
            self._days = array("i", compress(self._days, stays))
            self._firsts = array("i", compress(self._firsts, stays))
            self._numbers = array("i", compress(self._numbers, stays))

    def _put_in(self, rows: Mapping[int, tuple[int, int]]) -> None:
        """Put stories in, given by their number with their day and the first of their copies."""
        before = (self._numbers, self._days, self._firsts)
        numbers, days, firsts = after = (array("i"), array("i"), array("i"))
        at = 0
        for number in sorted(rows, key=self._keys.__getitem__):
            place = bisect_left(before[0], self._keys[number], at, key=self._key)
            for whole, grown in zip(before, after, strict=True):
                grown.extend(whole[at:place])
            numbers.append(number)
            days.append(rows[number][0])
            firsts.append(rows[number][1])
            at = place
        for whole, grown in zip(before, after, strict=True):
            grown.extend(whole[at:])
        self._numbers, self._days, self._firsts = after

    def _key(self, number: int) -> Key:
        if number not in self._keys:
            self._looked_up([number])
        return self._keys[number]

    def _looked_up(self, numbers: Sequence[int]) -> dict[int, tuple[int, int]]:
        """The day and the first copy of these stories; what they are sorted by is remembered."""
        found: dict[int, tuple[int, int]] = {}
        for start in range(0, len(numbers), _AT_ONCE):
            some = json.dumps(list(numbers[start : start + _AT_ONCE]))
            for row in self._connection.execute(f"{_KEYS} WHERE s.number {IN_JSON}", (some,)):
                number, placed, earliest, latest, vague, day, first, path, part, member = row
                path = self._paths.setdefault(path, original(path))
                last = _LAST if latest is None else latest
                begins = _LAST if vague else last if earliest is None else earliest
                time = (json.loads(placed)[7] if placed else None) or _NO_TIME
                self._keys[number] = (begins, last, time, path, part, member, number)
                found[number] = (day, first)
        return found

    def _held(self, name: str) -> array[int]:
        held = array("i")
        row = self._connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        if row is not None:
            held.frombytes(row[0])
        return held


def laid_out(numbers: array[int], days: array[int], firsts: array[int]) -> tuple[bytes, list[list[int]]]:
    """Which stories stand for their copies, a byte each; and [month, such stories, stories] run by run.

    Months are counted as year * 12 + month - 1; 0 is no date. The first of a group is its first story in this order,
    where the one it is named by is gone.
    """
    if not numbers:
        return b"", []
    import numpy as np  # noqa: PLC0415  a build that finds nothing new does without

    own = np.frombuffer(numbers, np.intc)
    group = np.frombuffer(firsts, np.intc)
    leads = own == group
    held = np.zeros(int(max(own.max(), group.max())) + 1, np.bool_)
    held[own[leads]] = True
    orphans = np.flatnonzero(~held[group])
    if orphans.size:
        leads[orphans[np.unique(group[orphans], return_index=True)[1]]] = True
    sizes = np.bincount(group)[group[leads]]
    since_1970 = np.frombuffer(days, np.intc)[leads].astype(np.int64) - 719163  # the ordinal of 1 January 1970
    months = since_1970.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 1970 * 12
    months[np.frombuffer(days, np.intc)[leads] == 0] = 0
    starts = np.flatnonzero(np.diff(months, prepend=-1))
    lines = np.diff(starts, append=len(months))
    stories = np.add.reduceat(sizes, starts)
    runs = np.stack((months[starts], lines, stories), axis=1).tolist()
    return leads.astype(np.uint8).tobytes(), runs
