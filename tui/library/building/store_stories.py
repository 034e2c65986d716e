"""Writing stories into a library: the line of each, its record, its texts; and taking them out again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tui.library.asking.listing import numbers_json
from tui.library.building.step import NO_DOCUMENT, StoryRow
from tui.library.file.numbersets import IN_JSON
from tui.library.file.records import dump_when, load_story, ordinal
from tui.library.file.schema import DAY_BITS, NO_DAY, TEXT_COLUMNS
from tui.library.file.texts import searched
from tui.model import UNDATED, When

_COLUMNS = (
    *("number", "id", "key", "document", "part", "headline", "headline_derived", "place", "agency", "byline", "outlet"),
    *("url", "language", "words", "placed", "earliest", "latest", "day", "month", "first"),
)
_INSERT = f"INSERT INTO stories ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
_UPDATE = f"UPDATE stories SET {', '.join(f'{name} = ?' for name in _COLUMNS[2:-1])} WHERE number = ?"
_TEXTS = f"INSERT INTO texts (rowid, {', '.join(TEXT_COLUMNS)}) VALUES ({', '.join('?' * (len(TEXT_COLUMNS) + 1))})"
_HIGHEST = 2**62
_TIED = (
    *(("stories", "number"), ("matches", "left"), ("matches", "right"), ("groups", "story"), ("events", "story")),
    *(("roles", "story"), ("presence", "story"), ("mentions", "story"), ("quotations", "story")),
)


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


class Stories:
    """The stories of one library, for its one writer."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.create_function("searched_text", 2, _searched_text, deterministic=True)
        row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'stories'").fetchone()
        self._last = 0 if row is None else int(row[0])
        self._marks: dict[int, int] = {}  # the last one given for each day
        self._waiting: dict[int, tuple[object, ...]] = {}  # what the index is to hold, by shelfmark

    def put(self, document: int, stories: Iterable[StoryRow], held: Sequence[dict[str, list[int]]]) -> Stored:
        """Store stories of a document, each under a number that `held` has for its text, or under a new one.

        Numbers that are given to a story are taken out of `held`.
        """
        stored = Stored()
        new: list[tuple[int, StoryRow]] = []
        for story in stories:
            number = next((numbers[story.key].pop(0) for numbers in held if numbers.get(story.key)), None)
            if number is None:
                self._last += 1
                new.append((self._last, story))
            else:
                self._again(number, document, story)
                stored.changed.append(number)
        for number, story in new:
            self._connection.execute(_INSERT, (number, self._id(story.key), *_columns(document, story), number))
        self._contents(new)
        stored.added += [number for number, _ in new]
        return stored

    def remove(self, numbers: Iterable[int]) -> None:
        """Take stories out, with all that is known of them."""
        ordered = sorted(numbers)
        for number in ordered:
            self._drop_contents(number)
        for table, column in _TIED:
            self._connection.execute(f"DELETE FROM {table} WHERE {column} {IN_JSON}", (numbers_json(ordered),))

    def _id(self, key: str) -> str:
        """An id that no story has."""
        id, suffix = key, 1
        while self._connection.execute("SELECT 1 FROM stories WHERE id = ?", (id,)).fetchone():
            suffix += 1
            id = f"{key}-{suffix}"
        return id

    def _again(self, number: int, document: int, story: StoryRow) -> None:
        """Store a story that the library knows in its new place, and what it says where that has changed."""
        record = self._connection.execute("SELECT record FROM records WHERE number = ?", (number,)).fetchone()[0]
        if record == story.record:
            place = (document, story.part, number)
            self._connection.execute("UPDATE stories SET document = ?, part = ? WHERE number = ?", place)
            return
        self._connection.execute(_UPDATE, (*_columns(document, story), number))
        self._drop_contents(number)
        self._contents([(number, story)])

    def _contents(self, stories: Sequence[tuple[int, StoryRow]]) -> None:
        """Write what is in stories; the index gets their texts with those of the whole transaction."""
        write = self._connection.executemany
        write("INSERT INTO records VALUES (?, ?)", [(number, story.record) for number, story in stories])
        marks = [(number, self._mark(story.when)) for number, story in stories]
        write("INSERT INTO shelfmarks VALUES (?, ?)", marks)
        self._waiting.update((mark, story.texts) for (_, mark), (_, story) in zip(marks, stories, strict=True))

    def settle(self) -> None:
        """Give the index what it is to hold, at the end of a transaction.

        The lowest shelfmark comes first, or the index would be flushed for each of them.
        """
        waiting, self._waiting = self._waiting, {}
        self._connection.executemany(_TEXTS, ((mark, *waiting[mark]) for mark in sorted(waiting)))

    def _mark(self, when: When) -> int:
        """A new shelfmark for a story of this date; where a day is full, one behind all days."""
        day = first_day(when)
        if day not in self._marks:
            first, last = day << DAY_BITS, (day + 1 << DAY_BITS) - 1 if day < NO_DAY else _HIGHEST
            row = self._connection.execute("SELECT max(mark) FROM shelfmarks WHERE mark BETWEEN ? AND ?", (first, last))
            self._marks[day] = row.fetchone()[0] or first - 1
        self._marks[day] += 1
        if day < NO_DAY and self._marks[day] >> DAY_BITS > day:
            self._marks[day] -= 1
            return self._mark(UNDATED)
        return self._marks[day]

    def _drop_contents(self, number: int) -> None:
        row = self._connection.execute("SELECT mark FROM shelfmarks WHERE number = ?", (number,)).fetchone()
        if row is not None and self._waiting.pop(row[0], None) is None:
            self._connection.execute("DELETE FROM texts WHERE rowid = ?", row)  # before the record that it reads
        for table in ("shelfmarks", "records", "features", "names"):
            self._connection.execute(f"DELETE FROM {table} WHERE number = ?", (number,))


def first_day(when: When) -> int:
    """The first day of a date as the order of time has it; NO_DAY for none and for a vague one."""
    return NO_DAY if when.vague else ordinal(when.earliest) or ordinal(when.latest) or NO_DAY


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
    return _all_searched(record)[TEXT_COLUMNS.index(column)]


@lru_cache(maxsize=1)
def _all_searched(record: bytes) -> tuple[str, ...]:
    """The texts of a record: the index asks for one column after the other."""
    return searched(load_story(record, "", NO_DOCUMENT, 1))
