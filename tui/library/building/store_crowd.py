"""Writing who is in which stories as arrays, in chunks of stories by number: only what has changed is written anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import numpy as np

_CHUNK = 1024  # stories, by number, whose entries stand in one BLOB


def write_crowd(connection: sqlite3.Connection, stories: Iterable[int] | None) -> None:
    """Write the chunks anew in which these stories stand, or all."""
    if stories is None:
        connection.execute("DELETE FROM crowd")
        (last,) = connection.execute("SELECT coalesce(max(story), 0) FROM presence").fetchone()
        chunks = list(range(last // _CHUNK + 1))
    else:
        chunks = sorted({story // _CHUNK for story in stories})
    for chunk in chunks:
        rows = connection.execute(
            "SELECT story, actor, mentions FROM presence WHERE story >= ? AND story < ? AND mentions > 0"
            " ORDER BY story, actor",
            (chunk * _CHUNK, (chunk + 1) * _CHUNK),
        ).fetchall()
        if rows:
            entries = np.array(rows, np.int32).T.tobytes()
            connection.execute("INSERT OR REPLACE INTO crowd VALUES (?, ?)", (chunk, entries))
        else:
            connection.execute("DELETE FROM crowd WHERE chunk = ?", (chunk,))
