"""A lock between programs that its holder's death releases, on any system: an exclusive transaction of SQLite."""

from __future__ import annotations

import sqlite3
from pathlib import Path


class Lock:
    """Held by one program at a time. `path` is a file of its own, made when it is not there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def take(self) -> bool:
        """Take the lock without waiting; False when another holds it. Raises sqlite3.Error where there is no file."""
        connection = sqlite3.connect(self._path, isolation_level=None, timeout=0, check_same_thread=False)
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            connection.close()
            if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                return False
            raise
        self._connection = connection
        return True

    def release(self) -> None:
        """Give the lock back; nothing happens when it is not held."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
