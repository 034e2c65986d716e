"""Writing a library: its files, their documents and what could not be read; and how far a long file has come."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library.asking.listing import generation, numbers_json, problem_of
from tui.library.building.step import FileCut, FileRead, StoryRow
from tui.library.building.store_shelf import Order
from tui.library.building.store_stories import Stored, Stories, date_columns
from tui.library.file.connections import connect
from tui.library.file.filenames import kept, original
from tui.library.file.schema import transaction
from tui.model import Document, Found, Problem

__all__ = ["Known", "Store", "Stored", "date_columns"]

if TYPE_CHECKING:
    from tui.ingest.records.pieces import Piece

_UNFINISHED = -1  # the size of a file of which not all parts have come: of no file on a disk
_PRAGMAS = (
    "cache_size = -65536",  # KiB: the pages that indexes grow in
    "wal_autocheckpoint = 8192",  # pages, so that a page which many writings change is copied over once
)


@dataclass(frozen=True, slots=True)
class Known:
    """A file as the library holds it."""

    number: int
    size: int
    mtime_ns: int
    digest: str


@dataclass(slots=True)
class _Opened:
    """A file of which parts have come: its number, what stood in it before, its documents by now.

    `pieces` are those of a file that was cut that have still to come, by where they begin.
    """

    number: int
    own: dict[str, list[int]]
    before: list[int]
    documents: dict[Document, int] = field(default_factory=dict)
    parts: int = 0
    pieces: set[int] = field(default_factory=set)


class Store:
    """The one writer of a library file. Not thread-safe; the caller holds the build lock."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = connect(path, readonly=False)
        for pragma in _PRAGMAS:
            self.connection.execute(f"PRAGMA {pragma}")
        self.order = Order(self.connection)
        self.stories = Stories(self.connection)
        self._orphans: dict[str, list[int]] = {}
        self._opened: dict[str, _Opened] = {}

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, after which the library has changed."""
        with transaction(self.connection):
            yield
            self.stories.settle()
            self.set_meta("generation", generation(self.connection) + 1)

    # ------------------------------------------------------------------------------------------ meta

    def meta(self, name: str) -> str | int | None:
        """A value of the table of that name, None where it has not been set."""
        row = self.connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        value: str | int | None = None if row is None else row[0]
        return value

    def set_meta(self, name: str, value: str | int | bytes) -> None:
        """Set a value of that table."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def count_change(self, name: str, changed: bool = True) -> None:
        """Count a change in a value of that table, if there was one."""
        if changed:
            self.set_meta(name, int(self.meta(name) or 0) + 1)

    # ------------------------------------------------------------------------------------------ files

    def known(self, paths: Sequence[str] | None = None) -> dict[str, Known]:
        """The files that the library has looked at, by path; of these paths and what lies below them, where given."""
        columns = "SELECT path, number, size, mtime_ns, digest FROM files"
        if paths is None:
            rows = self.connection.execute(columns).fetchall()
        else:
            rows = []
            for path in map(kept, paths):
                below = (path, f"{path}{os.sep}", f"{path}{chr(ord(os.sep) + 1)}")
                rows += self.connection.execute(f"{columns} WHERE path = ? OR path > ? AND path < ?", below).fetchall()
        return {original(path): Known(*row) for path, *row in rows}

    def orphan(self, paths: Iterable[str]) -> None:
        """Let new stories of the same text take over the numbers of what stands in these files, which are gone."""
        rows = self.connection.execute(
            "SELECT s.key, s.number FROM stories s JOIN documents d ON d.number = s.document"
            " JOIN files f ON f.number = d.file WHERE f.path IN (SELECT value FROM json_each(?)) ORDER BY s.number",
            (json.dumps([kept(path) for path in paths]),),
        )
        for key, number in rows:
            self._orphans.setdefault(key, []).append(number)

    def touch(self, found: Found) -> None:
        """A file has another size or time on disk, and the same bytes."""
        self.connection.execute(
            "UPDATE files SET size = ?, mtime_ns = ? WHERE path = ?", (found.size, found.mtime_ns, kept(found.path))
        )

    def forget(self, paths: Iterable[str]) -> Stored:
        """Remove files that are gone, with what stands in them and has not been found elsewhere."""
        stored = Stored()
        for path in paths:
            row = self.connection.execute("SELECT number FROM files WHERE path = ?", (kept(path),)).fetchone()
            if row is not None:
                stored.gone += self._empty(row[0])
                self.connection.execute("DELETE FROM files WHERE number = ?", row)
        self._orphans.clear()
        self.stories.remove(stored.gone)
        return stored

    def store(self, read: FileRead) -> Stored:
        """Put a file, or a part of it, in the place of what the library held of it.

        What the file no longer holds goes with its last part; until then it is not known by its size, so that a build
        that ends here reads it again.
        """
        path = read.found.path
        opened = self._open(read.found, read.digest, more=read.more) if read.part == 1 else self._opened[path]
        opened.parts = read.part
        stored = Stored()
        for document, stories in read.documents:
            if document not in opened.documents:
                opened.documents[document] = self._document(opened.number, document)
            stored += self.stories.put(opened.documents[document], stories, (opened.own, self._orphans))
        self._problems(opened.number, read.problems)
        if read.more:
            self._opened[path] = opened
            return stored
        self._opened.pop(path, None)
        if read.part > 1:
            self._file(read.found, read.digest, opened.number)
        stored.gone += self._what_was(opened)
        return stored

    def begin(self, file: FileCut) -> tuple[list[Piece], Stored]:
        """Begin to store a file in pieces; those that are to be read.

        Pieces that an earlier build stored of the same bytes are not among them. Where none is left, the file is done.
        """
        document = file.cut.document
        row = self.connection.execute(
            "SELECT d.number FROM documents d JOIN files f ON f.number = d.file WHERE f.path = ? AND d.digest = ?"
            " AND EXISTS (SELECT 1 FROM pieces p WHERE p.document = d.number)",
            (kept(file.found.path), document.digest),
        ).fetchone()
        opened = self._open(file.found, "", more=True, going_on=row[0] if row else None)
        number = row[0] if row else self._document(opened.number, document)
        opened.documents[document] = number
        done = {found[0] for found in self.connection.execute("SELECT start FROM pieces WHERE document = ?", (number,))}
        if not done:  # what says that the document is one that comes in pieces
            self.connection.execute("INSERT INTO pieces VALUES (?, -1)", (number,))
        left = [piece for piece in file.cut.pieces if piece.start not in done]
        opened.pieces = {piece.start for piece in left}
        self._opened[file.found.path] = opened
        return left, Stored() if left else self._last_piece(file.found, document)

    def store_piece(
        self, found: Found, document: Document, start: int, stories: Iterable[StoryRow], problems: Iterable[Problem]
    ) -> Stored:
        """Store what came of the piece that begins there; with the last one goes what the file no longer holds."""
        opened = self._opened[found.path]
        number = opened.documents[document]
        stored = self.stories.put(number, stories, (opened.own, self._orphans))
        self._problems(opened.number, problems)
        self.connection.execute("INSERT INTO pieces VALUES (?, ?)", (number, start))
        opened.pieces.discard(start)
        if not opened.pieces:
            stored += self._last_piece(found, document)
        return stored

    def _last_piece(self, found: Found, document: Document) -> Stored:
        """All pieces have come: count their stories, which came with their lines, as parts of the file."""
        opened = self._opened.pop(found.path)
        number = opened.documents[document]
        stories, last = self.connection.execute(
            "SELECT count(*), max(part) FROM stories WHERE document = ?", (number,)
        ).fetchone()
        if stories and stories != last:
            self.connection.execute(
                "UPDATE stories SET part = counted.part FROM (SELECT number, row_number() OVER (ORDER BY part) AS part"
                " FROM stories WHERE document = ?1) AS counted WHERE counted.number = stories.number"
                " AND counted.part <> stories.part",
                (number,),
            )
        problem = self.connection.execute("SELECT 1 FROM problems WHERE file = ?", (opened.number,)).fetchone()
        if not stories and problem is None:
            self._problems(opened.number, [Problem(found.path, "no story in it")])
        self.connection.execute("DELETE FROM pieces WHERE document = ?", (number,))
        self._file(found, document.digest, opened.number)
        return Stored(gone=self._what_was(opened))

    def _what_was(self, opened: _Opened) -> list[int]:
        """Take away what a file held before and holds no more: the numbers of those stories."""
        gone = [number for numbers in opened.own.values() for number in numbers]
        self.stories.remove(gone)
        for number in opened.before:
            self.connection.execute("DELETE FROM pieces WHERE document = ?", (number,))
        self.connection.execute(
            "DELETE FROM documents WHERE number IN (SELECT value FROM json_each(?))", (numbers_json(opened.before),)
        )
        return gone

    def waits_for(self, path: str) -> bool:
        """Whether pieces of this file have still to come."""
        return path in self._opened

    def parts(self, path: str) -> int:
        """How many parts have come of a file whose last one has not."""
        return self._opened[path].parts if path in self._opened else 0

    def _open(self, found: Found, digest: str, *, more: bool, going_on: int | None = None) -> _Opened:
        """Begin to store a file: what the library held of it stays until its last part has come.

        `going_on` is the document that an earlier build has begun with.
        """
        path = kept(found.path)
        row = self.connection.execute("SELECT number FROM files WHERE path = ?", (path,)).fetchone()
        own: dict[str, list[int]] = {}
        before: list[int] = []
        if row:
            stories = self.connection.execute(
                "SELECT s.key, s.number FROM stories s JOIN documents d ON d.number = s.document"
                " WHERE d.file = ? AND d.number IS NOT ? ORDER BY s.number",
                (row[0], going_on),
            )
            for key, number in stories:
                own.setdefault(key, []).append(number)
            documents = self.connection.execute("SELECT number FROM documents WHERE file = ?", row)
            before = [number for (number,) in documents if number != going_on]
            if going_on is None:
                self.connection.execute("DELETE FROM problems WHERE file = ?", row)
        return _Opened(self._file(found, digest, row[0] if row else None, more=more), own, before)

    def problems_of_looking(self) -> list[Problem]:
        """What the last look at the folder could not read."""
        rows = self.connection.execute(
            "SELECT path, reason, member, line FROM problems WHERE file IS NULL ORDER BY number"
        )
        return [problem_of(row) for row in rows]

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """What the look at the folder itself could not read, in the place of what it could not read before."""
        self.connection.execute("DELETE FROM problems WHERE file IS NULL")
        self.connection.executemany(
            "INSERT INTO problems (path, member, line, reason) VALUES (?, ?, ?, ?)",
            [_problem(problem) for problem in problems],
        )

    # ------------------------------------------------------------------------------------------ files and documents

    def _empty(self, file: int) -> list[int]:
        """Take the documents and problems of a file away; the numbers of the stories that still stood in it."""
        numbers = self.connection.execute(
            "SELECT s.number FROM stories s JOIN documents d ON d.number = s.document WHERE d.file = ?"
            " ORDER BY s.number",
            (file,),
        ).fetchall()
        self.connection.execute("DELETE FROM documents WHERE file = ?", (file,))
        self.connection.execute("DELETE FROM problems WHERE file = ?", (file,))
        return [row[0] for row in numbers]

    def _file(self, found: Found, digest: str, number: int | None, *, more: bool = False) -> int:
        values = (_UNFINISHED if more else found.size, found.mtime_ns, digest, kept(found.path))
        if number is not None:
            self.connection.execute("UPDATE files SET size = ?, mtime_ns = ?, digest = ? WHERE path = ?", values)
            return number
        cursor = self.connection.execute("INSERT INTO files (size, mtime_ns, digest, path) VALUES (?, ?, ?, ?)", values)
        return int(cursor.lastrowid or 0)

    def _problems(self, file: int, problems: Iterable[Problem]) -> None:
        self.connection.executemany(
            "INSERT INTO problems (file, path, member, line, reason) VALUES (?, ?, ?, ?, ?)",
            [(file, *_problem(problem)) for problem in problems],
        )

    def _document(self, file: int, document: Document) -> int:
        cursor = self.connection.execute(
            "INSERT INTO documents (file, member, size, mtime_ns, digest, media_type, encoding)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                file,
                kept(document.member),
                document.size,
                document.mtime_ns,
                document.digest,
                document.media_type,
                document.encoding,
            ),
        )
        return int(cursor.lastrowid or 0)


def _problem(problem: Problem) -> tuple[str, str, int, str]:
    return kept(problem.path), kept(problem.member), problem.line, kept(problem.reason)
