"""Writing stories into a library: files, documents, stories, their texts, the order of time, the summary."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tui.library.asking.listing import generation, numbers_json, problem_of
from tui.library.building.step import FileRead, StoryRow
from tui.library.file.connections import connect
from tui.library.file.filenames import kept, original
from tui.library.file.records import dump_when, load_story, ordinal
from tui.library.file.schema import TEXT_COLUMNS, transaction
from tui.library.file.texts import searched
from tui.model import Document, Found, Problem, When

_NO_DOCUMENT = Document("", "", 0, 0, "", "", "")
_STORY_COLUMNS = (
    "id, key, document, part, headline, headline_derived, place, agency, byline, outlet, url, language, words, placed,"
    " earliest, latest, day, month, first"
)
_UNFINISHED = -1  # the size of a file of which not all parts have come: of no file on a disk
_TEXTS = f"({', '.join(TEXT_COLUMNS)}, rowid)"


@dataclass(frozen=True, slots=True)
class Known:
    """A file as the library holds it."""

    number: int
    size: int
    mtime_ns: int
    digest: str


@dataclass(slots=True)
class Stored:
    """The numbers of the stories that one writing added, changed and removed."""

    added: list[int] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.gone)

    def __iadd__(self, other: Stored) -> Stored:
        self.added += other.added
        self.changed += other.changed
        self.gone += other.gone
        return self


@dataclass(slots=True)
class _Opened:
    """A file of which parts have come: its number, what stood in it before, and its documents by now."""

    number: int
    own: dict[str, list[int]]
    before: list[int]
    documents: dict[Document, int] = field(default_factory=dict)
    parts: int = 0


class Store:
    """The one writer of a library file. Not thread-safe; the caller holds the build lock."""

    def __init__(self, path: Path) -> None:
        self.connection = connect(path, readonly=False)
        self.connection.create_function("searched_text", 2, _searched_text, deterministic=True)
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

    def known(self) -> dict[str, Known]:
        """The files that the library has looked at, by path."""
        rows = self.connection.execute("SELECT path, number, size, mtime_ns, digest FROM files")
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
        self._remove(stored.gone)
        return stored

    def store(self, read: FileRead) -> Stored:
        """Put a file, or a part of it, in the place of what the library held of it.

        What the file no longer holds goes with its last part; until then it is not known by its size, so that a build
        that ends here reads it again.
        """
        path = read.found.path
        opened = self._open(read) if read.part == 1 else self._opened[path]
        opened.parts = read.part
        stored = Stored()
        for document, stories in read.documents:
            if document not in opened.documents:
                opened.documents[document] = self._document(opened.number, document)
            for story in stories:
                self._story(opened.documents[document], story, opened.own, stored)
        self.connection.executemany(
            "INSERT INTO problems (file, path, member, line, reason) VALUES (?, ?, ?, ?, ?)",
            [(opened.number, *_problem(problem)) for problem in read.problems],
        )
        if read.more:
            self._opened[path] = opened
            return stored
        self._opened.pop(path, None)
        if read.part > 1:
            self._file(read, opened.number)
        stored.gone += [number for numbers in opened.own.values() for number in numbers]
        self._remove(stored.gone)
        self.connection.execute(
            "DELETE FROM documents WHERE number IN (SELECT value FROM json_each(?))", (numbers_json(opened.before),)
        )
        return stored

    def parts(self, path: str) -> int:
        """How many parts have come of a file whose last one has not."""
        return self._opened[path].parts if path in self._opened else 0

    def _open(self, read: FileRead) -> _Opened:
        """Begin to store a file: what the library held of it stays until its last part has come."""
        path = kept(read.found.path)
        row = self.connection.execute("SELECT number FROM files WHERE path = ?", (path,)).fetchone()
        own: dict[str, list[int]] = {}
        before: list[int] = []
        if row:
            stories = self.connection.execute(
                "SELECT s.key, s.number FROM stories s JOIN documents d ON d.number = s.document WHERE d.file = ?"
                " ORDER BY s.number",
                row,
            )
            for key, number in stories:
                own.setdefault(key, []).append(number)
            before = [found[0] for found in self.connection.execute("SELECT number FROM documents WHERE file = ?", row)]
            self.connection.execute("DELETE FROM problems WHERE file = ?", row)
        return _Opened(self._file(read, row[0] if row else None), own, before)

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

    # ------------------------------------------------------------------------------------------ one story

    def _story(self, document: int, story: StoryRow, own: dict[str, list[int]], stored: Stored) -> None:
        """Store a story under the number that it had in this file, or in one that is gone, or under a new one."""
        for held in (own, self._orphans):
            numbers = held.get(story.key)
            if numbers:
                number = numbers.pop(0)
                self._again(number, document, story)
                stored.changed.append(number)
                return
        id, suffix = story.key, 1
        while self.connection.execute("SELECT 1 FROM stories WHERE id = ?", (id,)).fetchone():
            suffix += 1
            id = f"{story.key}-{suffix}"
        values = (id, *_columns(document, story), 0)
        cursor = self.connection.execute(
            f"INSERT INTO stories ({_STORY_COLUMNS}) VALUES ({', '.join('?' * len(values))})", values
        )
        number = int(cursor.lastrowid or 0)
        self.connection.execute("UPDATE stories SET first = number WHERE number = ?", (number,))
        self._contents(number, story)
        stored.added.append(number)

    def _again(self, number: int, document: int, story: StoryRow) -> None:
        """Store a story that the library knows in its new place, and what it says where that has changed."""
        record = self.connection.execute("SELECT record FROM records WHERE number = ?", (number,)).fetchone()[0]
        if record == story.record:
            self.connection.execute(
                "UPDATE stories SET document = ?, part = ? WHERE number = ?", (document, story.part, number)
            )
            return
        columns = [name.strip() for name in _STORY_COLUMNS.split(",")][1:-1]
        self.connection.execute(
            f"UPDATE stories SET {', '.join(f'{name} = ?' for name in columns)} WHERE number = ?",
            (*_columns(document, story), number),
        )
        self._drop_contents(number)
        self._contents(number, story)

    def _contents(self, number: int, story: StoryRow) -> None:
        self.connection.execute("INSERT INTO records VALUES (?, ?)", (number, story.record))
        self.connection.execute(
            "INSERT INTO features VALUES (?, ?, ?)", (number, dump_when(story.when), story.features)
        )
        marks = ", ".join("?" * (len(TEXT_COLUMNS) + 1))
        self.connection.execute(f"INSERT INTO texts {_TEXTS} VALUES ({marks})", (*story.texts, number))

    def _drop_contents(self, number: int) -> None:
        self.connection.execute("DELETE FROM texts WHERE rowid = ?", (number,))  # before the record that it reads
        for table in ("records", "features", "names"):
            self.connection.execute(f"DELETE FROM {table} WHERE number = ?", (number,))

    def _remove(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            self._drop_contents(number)
        inside = "IN (SELECT value FROM json_each(?))"
        given = (numbers_json(numbers),)
        for table, column in (
            ("stories", "number"),
            ("matches", "left"),
            ("matches", "right"),
            ("groups", "story"),
            ("events", "story"),
            ("roles", "story"),
            ("presence", "story"),
            ("mentions", "story"),
            ("quotations", "story"),
        ):
            self.connection.execute(f"DELETE FROM {table} WHERE {column} {inside}", given)

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

    def _file(self, read: FileRead, number: int | None) -> int:
        found = read.found
        values = (_UNFINISHED if read.more else found.size, found.mtime_ns, read.digest, kept(found.path))
        if number is not None:
            self.connection.execute("UPDATE files SET size = ?, mtime_ns = ?, digest = ? WHERE path = ?", values)
            return number
        cursor = self.connection.execute("INSERT INTO files (size, mtime_ns, digest, path) VALUES (?, ?, ?, ?)", values)
        return int(cursor.lastrowid or 0)

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


def date_columns(when: When) -> tuple[str, int | None, int | None, int | None, int | None]:
    """A date as the columns placed, earliest, latest, day, month; a vague date has no month."""
    day = None if when.vague else when.day or when.earliest
    month = None if day is None else day.year * 12 + day.month - 1
    return dump_when(when), ordinal(when.earliest), ordinal(when.latest), ordinal(when.day), month


def _columns(document: int, story: StoryRow) -> tuple[object, ...]:
    """The columns of a story from `key` to `month`; its date is what it says itself until relations are known."""
    return (
        story.key,
        document,
        story.part,
        story.headline,
        int(story.headline_derived),
        story.place,
        story.agency,
        story.byline,
        story.outlet,
        story.url,
        story.language,
        story.words,
        *date_columns(story.when),
    )


def _searched_text(record: bytes, column: str) -> str:
    return searched(load_story(record, "", _NO_DOCUMENT))[TEXT_COLUMNS.index(column)]
