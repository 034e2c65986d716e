"""Who is in which stories as arrays, so that a pane can count the actors of any filter while a key is held down.

The library keeps them in chunks of stories by number, each a BLOB of 32-bit numbers: stories, actors, mentions.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence

import numpy as np
import numpy.typing as npt

from tui.library.asking import people
from tui.library.asking.fieldsets import actors_beginning
from tui.library.entries import ActorCount
from tui.model import Actor

_LEVEL = 4  # no more than so many times the actors wanted, however many are named as often
_EPOCH = 719163  # the ordinal of the first day of 1970

Ints = npt.NDArray[np.int64]


class Crowd:
    """Every (story, actor, mentions) of one state of a library."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        parts = [np.frombuffer(row[0], np.int32) for row in connection.execute("SELECT entries FROM crowd")]
        thirds = [part.reshape(3, -1) for part in parts] or [np.empty((3, 0), np.int32)]
        self._stories, self._actors, self._mentions = np.concatenate(thirds, axis=1)
        order, days = (_held(connection, name) for name in ("order", "days"))
        size = int(max(order.max(initial=0), self._stories.max(initial=0))) + 1
        self._size = size
        month = np.full(size, -1, np.int32)
        dated = days > 0
        months = (days[dated] - _EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
        month[order[dated]] = months + 1970 * 12
        self._months = month[self._stories]
        self._known: dict[int, Actor] = {}

    def told(
        self, connection: sqlite3.Connection, numbers: Iterable[int] | None, limit: int, called: str
    ) -> tuple[list[ActorCount], int]:
        """The actors most named inside these stories (None: in all), told in brief, and how many there are.

        Where words are given, only those are meant that are `called` like this.
        """
        inside = None if numbers is None else tuple(numbers)
        among = actors_beginning(connection, called) if called else None
        rows, total = self.count(inside, limit, among)
        self._known.update(people.brief(connection, [row[0] for row in rows if row[0] not in self._known]))
        rows = [row for row in rows if row[0] in self._known]
        rows.sort(key=lambda row: (-row[1], -row[2], self._known[row[0]].name, row[0]))
        del rows[limit:]
        months = self.months([row[0] for row in rows], inside)
        return [
            ActorCount(
                self._known[actor],
                stories,
                mentions,
                tuple((month // 12, month % 12 + 1, count) for month, count in months.get(actor, ())),
            )
            for actor, stories, mentions in rows
        ], total

    def count(
        self, stories: Iterable[int] | None, limit: int, among: Collection[int] | None = None
    ) -> tuple[list[tuple[int, int, int]], int]:
        """The actors most named inside these stories (None: in all): (actor, stories, mentions); and how many are.

        Those named as often as the last of them come too, so that their names can tell which belong to so many.
        `among`: of these actors alone.
        """
        inside = self._inside(stories)
        actors, mentions = self._actors[inside], self._mentions[inside]
        counts = np.bincount(actors)
        sums = np.bincount(actors, mentions).astype(np.int64)
        found = np.flatnonzero(counts)
        if among is not None:
            found = found[np.isin(found, np.fromiter(among, np.int64))]
        if len(found) > limit:
            least = np.partition(counts[found], len(found) - limit)[len(found) - limit]
            best = found[counts[found] >= least]
        else:
            best = found
        best = best[np.lexsort((best, -sums[best], -counts[best]))]
        if len(best) > limit:
            last = best[limit - 1]
            level = (counts[best] == counts[last]) & (sums[best] == sums[last])
            best = best[: min(int(np.flatnonzero(level)[-1]) + 1, limit * _LEVEL)]
        return list(zip(best.tolist(), counts[best].tolist(), sums[best].tolist(), strict=True)), len(found)

    def months(self, actors: Sequence[int], stories: Iterable[int] | None) -> dict[int, list[tuple[int, int]]]:
        """(month, stories) of each of these actors inside these stories, in order; without those of no month."""
        wanted = np.asarray(actors, np.int64)
        place = np.full(int(self._actors.max(initial=0)) + 2, -1, np.int32)
        place[wanted] = np.arange(len(wanted))
        inside = self._inside(stories)
        rows, months = place[self._actors[inside]], self._months[inside]
        kept = np.flatnonzero((rows >= 0) & (months >= 0))
        rows, months = rows[kept], months[kept]
        found: dict[int, list[tuple[int, int]]] = {}
        if len(months):
            first, span = int(months.min()), int(months.max() - months.min()) + 1
            cells = np.bincount(rows * span + (months - first))
            for cell in np.flatnonzero(cells).tolist():
                found.setdefault(actors[cell // span], []).append((first + cell % span, int(cells[cell])))
        return found

    def _inside(self, stories: Iterable[int] | None) -> npt.NDArray[np.bool_] | slice:
        if stories is None:
            return slice(None)
        numbers = np.fromiter(stories, np.int64)
        mask = np.zeros(self._size, np.bool_)
        mask[numbers[numbers < len(mask)]] = True
        inside: npt.NDArray[np.bool_] = mask[self._stories]
        return inside


def _held(connection: sqlite3.Connection, name: str) -> Ints:
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return np.frombuffer(row[0] if row else b"", np.int32).astype(np.int64)
