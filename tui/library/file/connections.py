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
_POLL = 0.05


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
        self._ended = threading.Condition()
        self._all: list[sqlite3.Connection] = []
        self._running: dict[sqlite3.Connection, str] = {}
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
        with self._ended:
            if self._closed:
                raise self._is_closed()
            self._running[connection] = what
        try:
            connection.execute("BEGIN")
            yield connection
        except (sqlite3.Error, zlib.error) as error:
            raise self._meaning(error, what) from error
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            with self._ended:
                del self._running[connection]
                self._ended.notify_all()

    def interrupt(self, what: str | None = None) -> None:
        """Interrupt what runs under this name in any thread; everything that runs, without a name."""
        with self._ended:
            for connection, name in self._running.items():
                if what is None or name == what:
                    connection.interrupt()

    def renew(self) -> None:
        """Let every thread open the file again: another file has taken its place."""
        with self._ended:
            self._epoch += 1

    def close(self) -> None:
        """Close every connection; questions that run are interrupted and waited for."""
        with self._ended:
            self._closed = True
            while self._running:
                for connection in self._running:
                    connection.interrupt()
                self._ended.wait(_POLL)
            for connection in self._all:
                connection.close()
            self._all.clear()

    def _of_this_thread(self) -> sqlite3.Connection:
        held: tuple[int, sqlite3.Connection] | None = getattr(self._local, "held", None)
        if held is not None and held[0] == self._epoch and not self._closed:
            return held[1]
        with self._ended:
            if self._closed:
                raise self._is_closed()
            if held is not None and held[1] in self._all:
                self._all.remove(held[1])
                held[1].close()
            connection = connect(self._path, readonly=True)
            self._all.append(connection)
            self._local.held = (self._epoch, connection)
        return connection

    def _meaning(self, error: sqlite3.Error | zlib.error, what: str) -> Exception:
        """What an error of SQLite's means to whoever asked."""
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            return Interrupted(what)
        if damaged(error):
            return LibraryDamaged(f"the library {self._path} is damaged: {error}")
        if isinstance(error, sqlite3.OperationalError):
            return LibraryError(f"cannot read the library {self._path}: {error}")
        return error

    def _is_closed(self) -> LibraryError:
        return LibraryError(f"the library {self._path} is closed")
