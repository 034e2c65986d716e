"""Connections that read a library file: one a thread, read-only, and a way to interrupt what runs on them."""

from __future__ import annotations

import sqlite3
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.library.entries import Interrupted, LibraryDamaged, LibraryError

BUSY = 10.0  # seconds to wait for another program's write lock


def connect(path: Path, *, readonly: bool) -> sqlite3.Connection:
    """A connection in autocommit mode to an existing file. It may be closed from another thread than its own.

    Raises LibraryError where the file cannot be opened, sqlite3.DatabaseError where it is damaged.
    """
    address = f"{path.absolute().as_uri()}?mode={'ro' if readonly else 'rw'}"
    try:
        connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=BUSY, check_same_thread=False)
    except sqlite3.OperationalError as error:
        raise LibraryError(f"cannot open the library {path}: {error}") from error
    if not readonly:
        # A cache may lose its last seconds in a power cut, never its order: WAL keeps it whole.
        connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def damaged(error: Exception) -> bool:
    """Whether this says that the file is no sound library any more: SQLite does, or a record's checksum."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
        return code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    return isinstance(error, zlib.error | LibraryDamaged)


class Connections:
    """The reading connections of one library file, each made when its thread first asks."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()
        self._lock = threading.Lock()
        self._all: list[sqlite3.Connection] = []
        self._running: dict[sqlite3.Connection, str] = {}
        self._interrupted: set[sqlite3.Connection] = set()
        self._epoch = 0
        self._closed = False

    @contextmanager
    def reading(self, what: str = "") -> Iterator[sqlite3.Connection]:
        """This thread's connection, inside one snapshot of the library; `what` is the name to interrupt it by.

        Raises Interrupted, LibraryDamaged (the file is not what it was), LibraryError (it cannot be read).
        """
        connection = self._of_this_thread()
        if connection.in_transaction:  # a question that asks another one stays in its snapshot
            yield connection
            return
        with self._lock:
            self._running[connection] = what
        try:
            connection.execute("BEGIN")
            yield connection
        except sqlite3.OperationalError as error:
            if self._was_interrupted(connection):
                raise Interrupted(what) from error
            raise LibraryError(f"cannot read the library {self._path}: {error}") from error
        except (sqlite3.DatabaseError, zlib.error) as error:
            if not damaged(error):
                raise
            raise LibraryDamaged(f"the library {self._path} is damaged: {error}") from error
        finally:
            with self._lock:
                self._running.pop(connection, None)
                self._interrupted.discard(connection)
            if connection.in_transaction:
                connection.execute("ROLLBACK")

    def interrupt(self, what: str | None = None) -> None:
        """Interrupt what runs under this name in any thread; everything that runs, without a name."""
        with self._lock:
            for connection, name in self._running.items():
                if what is None or name == what:
                    self._interrupted.add(connection)
                    connection.interrupt()

    def renew(self) -> None:
        """Let every thread open the file again: another file has taken its place."""
        with self._lock:
            self._epoch += 1

    def close(self) -> None:
        """Close every connection; a question that runs is interrupted first."""
        self.interrupt()
        with self._lock:
            self._closed = True
            self._epoch += 1
            for connection in self._all:
                connection.close()
            self._all.clear()

    def _of_this_thread(self) -> sqlite3.Connection:
        held: tuple[int, sqlite3.Connection] | None = getattr(self._local, "held", None)
        if held is not None and held[0] == self._epoch:
            return held[1]
        with self._lock:
            if self._closed:
                raise LibraryError(f"the library {self._path} is closed")
            if held is not None and held[1] in self._all:
                self._all.remove(held[1])
                held[1].close()
            connection = connect(self._path, readonly=True)
            self._all.append(connection)
            self._local.held = (self._epoch, connection)
        return connection

    def _was_interrupted(self, connection: sqlite3.Connection) -> bool:
        with self._lock:
            return connection in self._interrupted
