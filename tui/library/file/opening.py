"""Making a library file ready to be read: made where there is none, thrown away when damaged or of another version."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tui.library.entries import LibraryError
from tui.library.file.connections import connect, damaged
from tui.library.file.lock import Lock
from tui.library.file.schema import create, unusable

_PATIENCE = 10.0  # seconds to wait for whoever builds before giving up on throwing a library away
_POLL = 0.1


def make_ready(path: Path) -> str:
    """See to it that `path` is a library of this version; the reason if one had to be thrown away, else "".

    Raises LibraryError where no library can stand there.
    """
    if not path.exists():
        _make(path)
        return ""
    reason = fault(path)
    if reason is None:
        return ""
    with held(path):
        reason = fault(path)  # another program may have been quicker
        if reason:
            throw_away(path)
        if reason is not None:
            _make(path)
    return reason or ""


def fault(path: Path) -> str | None:
    """Why the file cannot serve as a library, None when it can; "" when it is an empty file."""
    try:
        with closing(connect(path, readonly=False)) as connection:
            reason = unusable(connection)
            if reason is None:
                connection.execute("SELECT length(value) FROM meta").fetchall()
                connection.execute("SELECT max(number) FROM records").fetchone()
                connection.execute("SELECT max(id) FROM texts_data").fetchone()
    except sqlite3.Error as error:
        if damaged(error):
            return f"the library was damaged ({error})"
        raise LibraryError(f"cannot read the library {path}: {error}") from error
    return reason


def throw_away(path: Path) -> None:
    """Remove a library file and what SQLite keeps beside it. Raises LibraryError."""
    for name in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        try:
            name.unlink(missing_ok=True)
        except OSError as error:
            raise LibraryError(f"cannot remove the library {name}: {error.strerror}") from error


@contextmanager
def held(path: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold the lock that a library is built and thrown away under. Raises LibraryError where it stays taken."""
    lock = Lock(path.with_name(path.name + ".lock"))
    until = time.monotonic() + patience
    while not lock.take():
        if time.monotonic() > until:
            raise LibraryError(f"another Wireside is building the library {path}")
        time.sleep(_POLL)
    try:
        yield
    finally:
        lock.release()


def _make(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise LibraryError(f"cannot make the library {path}: {error.strerror}") from error
    with closing(connect(path, readonly=False)) as connection:
        try:
            create(connection)
        except sqlite3.OperationalError as error:
            raise LibraryError(f"cannot make the library {path}: {error}") from error
