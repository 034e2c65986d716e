"""The table behind the marks: what is marked, how, and with what. One connection, for threads and programs alike."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.library.entries import LibraryError
from tui.library.file.schema import transaction

_SHAPE = 1
_PATIENCE = 10.0  # seconds to wait for another program that writes
_TABLES = """
CREATE TABLE IF NOT EXISTS marks (
    kind TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL, value TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (kind, subject, detail)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS marks_by_detail ON marks (kind, detail);
CREATE TABLE IF NOT EXISTS places (
    roots TEXT PRIMARY KEY, key TEXT NOT NULL, scroll INTEGER NOT NULL, at INTEGER NOT NULL
) WITHOUT ROWID;
"""
_ONE = "SELECT value FROM marks WHERE kind = ? AND subject = ? AND detail = ?"


class MarksError(LibraryError):
    """The marks cannot be read or written; says where and why. They are never thrown away."""


@dataclass(frozen=True, slots=True)
class Row:
    """A mark: its kind, the key of the story (of the first of a pair), and the tag, the id or the other key."""

    kind: str
    subject: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A mark before and after; None where it is not there."""

    row: Row
    before: str | None
    after: str | None

    @property
    def reversed(self) -> Change:
        return Change(self.row, self.after, self.before)


class MarkStore:
    """The marks on disk, or in memory without a path. Raises MarksError from every method."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._lock = threading.RLock()
        with self._named():
            if path:
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            self._connection = sqlite3.connect(
                path or ":memory:", isolation_level=None, timeout=_PATIENCE, check_same_thread=False
            )
            shape: int = self._connection.execute("PRAGMA user_version").fetchone()[0]
            if shape > _SHAPE:
                raise MarksError(
                    f"the marks in {path} are of a newer version of Wireside; --no-marks reads without them"
                )
            if shape < _SHAPE:
                self._connection.execute("PRAGMA journal_mode = WAL")
                self._connection.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version = {_SHAPE}; COMMIT")

    def subjects(self, kind: str, detail: str | None = None) -> Iterable[str]:
        """The keys that have a mark of this kind, and this detail."""
        if detail is None:
            rows = self._rows("SELECT DISTINCT subject FROM marks WHERE kind = ?", kind)
        else:
            rows = self._rows("SELECT subject FROM marks WHERE kind = ? AND detail = ?", kind, detail)
        return [subject for (subject,) in rows]

    def details(self, kind: str, subject: str) -> list[tuple[str, str]]:
        """(detail, value) of the marks of this kind on one story, in the order of the details."""
        query = "SELECT detail, value FROM marks WHERE kind = ? AND subject = ? ORDER BY detail"
        return [(detail, value) for detail, value in self._rows(query, kind, subject)]

    def all_of(self, kind: str) -> list[tuple[str, str, str]]:
        """(subject, detail, value) of all marks of this kind, in the order in which they were last changed."""
        query = "SELECT subject, detail, value FROM marks WHERE kind = ? ORDER BY at, subject, detail"
        return [(subject, detail, value) for subject, detail, value in self._rows(query, kind)]

    def detail_counts(self, kind: str) -> dict[str, int]:
        """How many stories have each detail of this kind."""
        return dict(self._rows("SELECT detail, count(*) FROM marks WHERE kind = ? GROUP BY 1 ORDER BY 1", kind))

    def wanted(self, marks: Iterable[tuple[Row, str | None]]) -> list[Change]:
        """The changes that make these marks so (None: not there), without those that are so already."""
        with self._named():
            changes = (Change(row, self._value(row), after) for row, after in marks)
            return [change for change in changes if change.before != change.after]

    def carry_out(self, changes: Iterable[Change]) -> bool:
        """Make these changes, all at once, but none of a mark that is no longer as `before` says: False then."""
        whole = True
        with self.writing():
            for change in changes:
                row = change.row
                if self._value(row) != change.before:
                    whole = False
                elif change.after is None:
                    self._connection.execute(
                        "DELETE FROM marks WHERE kind = ? AND subject = ? AND detail = ?",
                        (row.kind, row.subject, row.detail),
                    )
                else:
                    self._connection.execute(
                        "INSERT OR REPLACE INTO marks VALUES (?, ?, ?, ?, ?)",
                        (row.kind, row.subject, row.detail, change.after, int(time.time())),
                    )
        return whole

    def place(self, roots: str) -> tuple[str, int] | None:
        """(key, scroll) kept for these roots."""
        rows = self._rows("SELECT key, scroll FROM places WHERE roots = ?", roots)
        return (rows[0][0], rows[0][1]) if rows else None

    def keep_place(self, roots: str, key: str, scroll: int) -> None:
        """Keep a place for these roots."""
        with self.writing():
            row = (roots, key, scroll, int(time.time()))
            self._connection.execute("INSERT OR REPLACE INTO places VALUES (?, ?, ?, ?)", row)

    def version(self) -> int:
        """A number that changes when another program has written."""
        return int(self._rows("PRAGMA data_version")[0][0])

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All or nothing, and no other program writes meanwhile, neither here nor in the files beside."""
        with self._named():
            if self._connection.in_transaction:
                yield
                return
            with transaction(self._connection):
                yield

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def _value(self, row: Row) -> str | None:
        found = self._connection.execute(_ONE, (row.kind, row.subject, row.detail)).fetchone()
        return None if found is None else str(found[0])

    def _rows(self, query: str, *parameters: object) -> list[tuple[Any, ...]]:
        with self._named():
            return self._connection.execute(query, parameters).fetchall()

    @contextmanager
    def _named(self) -> Iterator[None]:
        """One thread at a time, and errors with the name of the file."""
        with self._lock:
            try:
                yield
            except sqlite3.OperationalError as error:
                raise MarksError(f"cannot use the marks in {self._path}: {error}") from error
            except sqlite3.DatabaseError as error:
                raise MarksError(
                    f"the marks in {self._path} are damaged ({error}); --no-marks reads without them"
                ) from error
            except OSError as error:
                raise MarksError(f"cannot open the marks in {self._path}: {error.strerror}") from error


def roots_key(roots: Sequence[str]) -> str:
    """What is kept for a choice of files and folders is kept under this, in whatever order they are given."""
    return "\n".join(sorted(os.path.realpath(root) for root in roots))


@dataclass(frozen=True, slots=True)
class Highlight:
    """A passage that the reader marked: block number, offsets into its text, the text, and a note and a tag on it.

    `id` is empty until it is kept.
    """

    block: int
    start: int
    end: int
    text: str
    note: str = ""
    tag: str = ""
    id: str = ""


def dump_highlight(highlight: Highlight) -> str:
    """A highlight as a line of JSON, without its id."""
    row = (highlight.block, highlight.start, highlight.end, highlight.text, highlight.note, highlight.tag)
    return json.dumps(row, ensure_ascii=False)


def load_highlight(id: str, value: str) -> Highlight:
    """The highlight that `dump_highlight` wrote."""
    block, start, end, text, note, tag = json.loads(value)
    return Highlight(block, start, end, text, note, tag, id)
