"""A cast that is made anew, kept while it grows: one that is ended on the way goes on from there the next time.

The stories that take part are marked. First what they all say of each name is written, then, some at a time, what each
is counted for and who is in it. Only then, in one writing, do the actors take the place of those before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from tui.actors.telling.ledger import Row
from tui.library.building.store import Store
from tui.library.file.schema import transaction
from tui.model import ActorEdit

KEYS = "key, person, organisation, place, none, mentions, bearers, accepted, short, spelt"
PUT_KEY = f"INSERT OR REPLACE INTO keys ({KEYS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_TAKES_PART = 2  # in place of 1 for a story that is counted, and 0 for one that is not
_LAST = ("asked", "nodes", "node_groups", "longs", "actors", "roles", "presence", "quotations", "spoken_of")


def is_under_way(store: Store) -> bool:
    """Whether a cast was begun anew and not finished, so that the tables do not go together."""
    return bool(store.meta("draft"))


def said(edits: Iterable[ActorEdit]) -> str:
    """The reader's word on actors as JSON."""
    return json.dumps([(edit.op, edit.names, edit.kind) for edit in edits])


class Draft:
    """The cast that is under way, or a new one where names or the reader's word have changed since.

    `stories` take part in it; `summed` is whether their sums stand, `done` are those that need not be gone through.
    """

    def __init__(self, store: Store, edits: Sequence[ActorEdit]) -> None:
        self._store = store
        self._edits = said(edits)
        self.summed = False
        held = store.meta("draft")
        count, edits_then, summed = json.loads(held) if isinstance(held, str) and held else (0, "", False)
        self.stories = self._marked() if count else []
        if count and (len(self.stories), self._edits) == (count, edits_then):
            self.summed = summed
        else:
            self._begin()
        self.done = {row[0] for row in store.connection.execute("SELECT story FROM tallies")}

    def sums(self) -> dict[str, Row]:
        """What the stories say of each key, as it was written."""
        return {key: row for key, *row in self._store.connection.execute(f"SELECT {KEYS} FROM keys")}

    def keep_sums(self, rows: Mapping[str, Row]) -> None:
        """Write down what the stories say of each key."""
        with transaction(self._store.connection):
            self._store.connection.executemany(PUT_KEY, ((key, *rows[key]) for key in sorted(rows) if any(rows[key])))
            self._note(summed=True)

    def keep_stories(
        self,
        tallies: Sequence[tuple[int, bytes]],
        scenes: Sequence[tuple[int, bytes]],
        asked: Sequence[tuple[int, int, int]],
    ) -> None:
        """Write down what some stories are counted for, who is in them, and which keys they asked about."""
        connection = self._store.connection
        with transaction(connection):
            connection.executemany("INSERT INTO tallies (story, tally) VALUES (?, ?)", tallies)
            connection.executemany("INSERT OR REPLACE INTO mentions VALUES (?, ?)", scenes)
            connection.executemany("INSERT INTO asking VALUES (?, ?, ?)", asked)

    def make_room(self) -> None:
        """Inside the last writing: empty the tables of the actors, and put what the stories asked about in order."""
        connection = self._store.connection
        for table in _LAST:
            connection.execute(f"DELETE FROM {table}")
        connection.execute("DELETE FROM mentions WHERE story NOT IN (SELECT story FROM tallies)")
        connection.execute(
            "INSERT INTO asked SELECT hash, story, max(own) FROM asking GROUP BY hash, story ORDER BY hash, story"
        )
        connection.execute("DELETE FROM asking")

    def finish(self) -> None:
        """Inside the last writing: the cast stands."""
        self._store.connection.execute(f"UPDATE names SET counted = 1 WHERE counted = {_TAKES_PART}")
        self._store.set_meta("draft", "")

    def _begin(self) -> None:
        connection = self._store.connection
        with transaction(connection):
            connection.execute(f"UPDATE names SET counted = {_TAKES_PART} WHERE names <> x''")
            for table in ("keys", "tallies", "asking"):
                connection.execute(f"DELETE FROM {table}")
            self.stories = self._marked()
            self._note(summed=False)

    def _marked(self) -> list[int]:
        rows = self._store.connection.execute(f"SELECT number FROM names WHERE counted = {_TAKES_PART} ORDER BY number")
        return [row[0] for row in rows]

    def _note(self, *, summed: bool) -> None:
        self._store.set_meta("draft", json.dumps([len(self.stories), self._edits, summed]))
