"""Reading from the library what stories are to one another."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from tui import model
from tui.library.file.records import match_of

if TYPE_CHECKING:
    from tui.model import Event, Group, Match

_MATCH = """
SELECT a.id, b.id, m.kind, m.shared_left, m.shared_right, m.shared_words, m.jaccard, m.likeness, m.days_apart,
    m.by_reader
FROM matches m JOIN stories a ON a.number = m.left JOIN stories b ON b.number = m.right
"""


def copies(connection: sqlite3.Connection, number: int) -> tuple[int, ...]:
    """The stories of this one's group in order of time, itself included; itself alone where it has no copies."""
    return _together(connection, "groups", number)


def reports(connection: sqlite3.Connection, number: int) -> tuple[int, ...]:
    """The stories of this one's event in order of time, copies and itself included; itself alone without one."""
    return _together(connection, "events", number)


def matches(connection: sqlite3.Connection, number: int | None) -> tuple[Match, ...]:
    """The verified pairs of one story, or all of them, the closest kind first."""
    if number is None:
        rows = connection.execute(_MATCH)
    else:
        rows = connection.execute(f"{_MATCH} WHERE m.left = ?1 UNION ALL {_MATCH} WHERE m.right = ?1", (number,))
    found = [match_of(row) for row in rows]
    found.sort(key=lambda match: (_closeness(match), -match.likeness, match.left, match.right))
    return tuple(found)


def match(connection: sqlite3.Connection, one: int, other: int) -> Match | None:
    """The closest that two stories are to each other, whichever of them the match has on its left."""
    rows = connection.execute(
        f"{_MATCH} WHERE (m.left = ?1 AND m.right = ?2) OR (m.left = ?2 AND m.right = ?1)", (one, other)
    )
    return min(map(match_of, rows), key=_closeness, default=None)


def groups(connection: sqlite3.Connection) -> tuple[Group, ...]:
    """All groups of two and more, by the ids of their first."""
    return tuple(model.Group(ids) for ids in _all(connection, "groups"))


def events(connection: sqlite3.Connection) -> tuple[Event, ...]:
    """All events of two stories and more, by the ids of their first."""
    return tuple(model.Event(ids) for ids in _all(connection, "events"))


def _closeness(match: Match) -> int:
    """The place of its kind in the order of kinds, the closest first."""
    return list(model.MatchKind).index(match.kind)


def _together(connection: sqlite3.Connection, table: str, number: int) -> tuple[int, ...]:
    rows = connection.execute(
        f"SELECT story FROM {table} WHERE first = (SELECT first FROM {table} WHERE story = ?) ORDER BY place", (number,)
    )
    return tuple(row[0] for row in rows) or (number,)


def _all(connection: sqlite3.Connection, table: str) -> list[tuple[str, ...]]:
    """The ids of each; their order does not hang on the order in which the stories were read."""
    found: dict[int, list[str]] = {}
    rows = connection.execute(
        f"SELECT t.first, s.id FROM {table} t JOIN stories s ON s.number = t.story ORDER BY t.first, t.place"
    )
    for first, id in rows:
        found.setdefault(first, []).append(id)
    return sorted(map(tuple, found.values()))
