"""Fields answered by sets of stories, outside the text index: no merge and no mark re-indexes anything."""

from __future__ import annotations

import json
import sqlite3
import threading
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

from tui.library.asking.timeline import Mask, Timeline, numbers_in
from tui.library.file.numbersets import IN_JSON
from tui.library.marks.marks import Marks
from tui.model import Basis
from tui.search.plan import Count, Dates, Is, Names, Node, Phrase, Span, Word
from tui.search.terms import terms

# The column of `stories` behind a field whose values are plain texts.
COLUMN_OF: Final = {"source": "outlet", "place": "place", "agency": "agency", "lang": "language"}
ACTOR_FIELDS: Final = frozenset({"actor", "with", "says"})

_NOT_OF_ITS_OWN = (Basis.COPY, Basis.EVENT, Basis.TEXT, Basis.FILE_TIME, Basis.NONE)
# Copies of one another are one report of their event: alone, they are none that others report, too.
_COUNT_OF: Final = {"copies": "copies", "event": "CASE WHEN reports > copies THEN reports ELSE 1 END"}
_MOST = 10**12
_FIRST_DAY, _LAST_DAY = 1, 3652059
# Of the stories that are not of one day: within the days asked for lies, wholly or in part, what is known to about a
# year; of a story that is known to be of some year between 1980 and today, only a span that holds them all says
# anything. A date with a few possible days is of those days only, not of what lies between them.
_BETWEEN = """
SELECT number FROM stories
WHERE number IN (SELECT value FROM json_each(:wide))
    AND ifnull(earliest, :least) <= :last AND ifnull(latest, :most) >= :first
    AND CASE WHEN day IS NOT NULL OR placed = '' THEN 1
        WHEN json_array_length(placed, '$[6]') > 0
            THEN EXISTS (SELECT 1 FROM json_each(placed, '$[6]') WHERE value BETWEEN :first AND :last)
        ELSE ifnull(latest - earliest <= 366, 0)
            OR (ifnull(earliest, :least) >= :first AND ifnull(latest, :most) <= :last) END
"""


class FieldSets:
    """The stories that fields mean, in one snapshot of a library."""

    def __init__(self, connection: sqlite3.Connection, marks: Marks, timeline: Timeline) -> None:
        self._connection = connection
        self.marks = marks
        self._timeline = timeline
        self.unknown: list[tuple[str, str]] = []  # (field, value) where nothing has such a value

    def stories(self, node: Node) -> Mask:
        """The stories that a field means."""
        match node:
            case Names(field, values):
                return self._any(self._named(field, value) for value in values)
            case Dates(spans):
                return self._any(self._between(span) for span in spans)
            case Count(field, low, high):
                query = f"SELECT number FROM stories WHERE {_COUNT_OF[field]} BETWEEN ? AND ?"
                return self._numbers(query, (low or 0, _MOST if high is None else high))
            case Is(states):
                return self._any(self._in_state(state) for state in states)
        raise TypeError(f"not a field: {node}")

    def _any(self, sets: Iterable[Mask]) -> Mask:
        found = self._timeline.nothing()
        for one in sets:
            found |= one
        return found

    def _named(self, field: str, value: Word | Phrase) -> Mask:
        if field == "tag":
            return self._of_keys(self._tagged(value))
        if field == "note":
            return self._of_keys(self._with_note(value))
        if field in ACTOR_FIELDS:
            return self._of_actors(field, value)
        if field in COLUMN_OF:
            return self._of_column(field, value)
        return self._beside(field, value)

    def _between(self, span: Span) -> Mask:
        first = span.earliest.toordinal() if span.earliest else _FIRST_DAY
        last = span.latest.toordinal() if span.latest else _LAST_DAY
        days = self._timeline.days(self._connection)
        found = days.between(first, last)
        if days.wide:
            bounds = {"first": first, "last": last, "least": _FIRST_DAY, "most": _LAST_DAY}
            found |= self._numbers(_BETWEEN, {**bounds, "wide": json.dumps(days.wide)})
        return found

    def _in_state(self, state: str) -> Mask:
        match state:
            case "read":
                return self._of_keys(self.marks.read_keys())
            case "unread":
                return ~self._of_keys(self.marks.read_keys())
            case "star":
                return self._of_keys(self.marks.starred())
            case "noted":
                return self._of_keys(self.marks.noted())
            case "highlighted":
                return self._of_keys(self.marks.highlighted())
            case "tagged":
                return self._of_keys(chain.from_iterable(map(self.marks.tagged, self.marks.tag_counts())))
            case "copy":
                return self._numbers("SELECT number FROM stories WHERE first != number")
            case "derived":
                return self._numbers("SELECT number FROM stories WHERE headline_derived")
        named = ", ".join(f"'{basis.value}'" for basis in _NOT_OF_ITS_OWN)
        inferred = f"CASE placed WHEN '' THEN 1 ELSE json_extract(placed, '$[3]') IN ({named}) END"
        return self._numbers(f"SELECT number FROM stories WHERE {inferred}")

    def _tagged(self, value: Word | Phrase) -> Iterable[str]:
        passages = [(key, own.tag) for key, own in self.marks.all_highlights() if own.tag]
        tags = self._those("tag", value, list(dict.fromkeys([*self.marks.tag_counts(), *(tag for _, tag in passages)])))
        yield from chain.from_iterable(map(self.marks.tagged, tags))
        yield from (key for key, tag in passages if tag in tags)

    def _with_note(self, value: Word | Phrase) -> Iterable[str]:
        meant = Meant(value)
        return [key for key, text in self.marks.notes() if meant.is_in(_line(text))]

    def _of_column(self, field: str, value: Word | Phrase) -> Mask:
        column = COLUMN_OF[field]
        texts = [row[0] for row in self._connection.execute(f"SELECT DISTINCT {column} FROM stories")]
        meant = self._those(field, value, [text for text in texts if text])
        return self._numbers_in(f"SELECT number FROM stories WHERE {column} {IN_JSON}", meant)

    def _those(self, field: str, value: Word | Phrase, texts: Sequence[str]) -> list[str]:
        """The texts that a value means: those that are it, else those that hold its words side by side."""
        meant = Meant(value)
        folded = [(text, _line(text)) for text in texts]
        found = [text for text, line in folded if meant.is_it(line)] or [
            text for text, line in folded if meant.is_in(line)
        ]
        if not found:
            self.unknown.append((field, value.text))
        return found

    def _of_actors(self, field: str, value: Word | Phrase) -> Mask:
        actors = self.actors_called(value)
        column = "said" if field == "says" else "mentions"
        found = self._numbers_in(
            f"SELECT DISTINCT story AS number FROM presence WHERE {column} > 0 AND actor {IN_JSON}", actors
        )
        if field == "says" and not found.any():
            found = self._said_by_a_nobody(value)
        if not actors and not found.any():
            self.unknown.append((field, value.text))
        return found

    def actors_called(self, value: Word | Phrase) -> list[int]:
        """The numbers of the actors that a value means: by id, else by name, else by an alias, else by words of one."""
        row = self._connection.execute("SELECT number FROM actors WHERE id = ?", (_for_sqlite(value.text),)).fetchone()
        if row:
            return [row[0]]
        meant = Meant(value)
        return _actor_names(self._connection).meant(meant) if meant.any_of_them else []

    def _said_by_a_nobody(self, value: Word | Phrase) -> Mask:
        """Stories with a quotation whose speaker is written so but is no actor ("a police spokesman")."""
        meant = Meant(value)
        rows = self._connection.execute("SELECT story, speaker FROM quotations WHERE actor IS NULL AND speaker != ''")
        return self._timeline.mask(story for story, speaker in rows if meant.is_in(_line(speaker)))

    def _beside(self, field: str, value: Word | Phrase) -> Mask:
        """The stories of the event, or the group of copies, of a story with this id."""
        table = "groups" if field == "copies" else "events"
        begun = _for_sqlite(value.text)
        own = self._numbers("SELECT number FROM stories WHERE id >= ? AND id < ?", (begun, f"{begun}\U0010ffff"))
        if not own.any():
            self.unknown.append((field, value.text))
        firsts = f"SELECT first FROM {table} WHERE story {IN_JSON}"
        return own | self._numbers_in(
            f"SELECT story AS number FROM {table} WHERE first IN ({firsts})", self._timeline.those(own)
        )

    def _of_keys(self, keys: Iterable[str]) -> Mask:
        return self._numbers_in(f"SELECT number FROM stories WHERE key {IN_JSON}", keys)

    def _numbers(self, query: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> Mask:
        return self._timeline.mask(numbers_in(self._connection, query, parameters))

    def _numbers_in(self, query: str, values: Iterable[object]) -> Mask:
        return self._numbers(query, (json.dumps(list(values)),))


def actors_beginning(connection: sqlite3.Connection, typed: str) -> list[int]:
    """The numbers of the actors in one of whose names words stand side by side as typed; the last may go on."""
    return _actor_names(connection).meant(Meant(Word(typed, prefix=True)))


class Meant:
    """What a value of a field means: words side by side; the last may go on where it is a prefix."""

    def __init__(self, value: Word | Phrase) -> None:
        self._words = " ".join(terms(value.text))
        self._prefix = value.prefix

    @property
    def exact(self) -> str:
        """The line (see `_line`) that is the value and nothing else, "" where none can be."""
        return "" if self._prefix or not self._words else f" {self._words} "

    @property
    def inside(self) -> str:
        """What stands in a line that holds the words of the value side by side; "" where any line will do."""
        return "" if not self._words else f" {self._words}" if self._prefix else f" {self._words} "

    @property
    def any_of_them(self) -> bool:
        """Whether it can mean anything: it has words, or is a bare star."""
        return bool(self._words) or self._prefix

    def is_it(self, line: str) -> bool:
        """Whether a line (one folded text, see `_line`) is the value and nothing else."""
        return not self._prefix and bool(self._words) and line == f" {self._words} "

    def is_in(self, lines: str) -> bool:
        """Whether the words of the value stand side by side in it; any text will do for a bare star."""
        if not self._words:
            return self._prefix and bool(lines.strip())
        return (f" {self._words}" if self._prefix else f" {self._words} ") in lines


def _for_sqlite(text: str) -> str:
    """An id as it was typed; a lone surrogate, which no id has, would be refused."""
    return text.lower().encode("utf-8", "replace").decode("utf-8")


def _line(text: str) -> str:
    return f" {' '.join(terms(text))} "


# What tells one cast from another: the basis it was made on, and, as a library can be made anew, some of its numbers.
_CAST: Final = """
SELECT (SELECT value FROM meta WHERE name = 'cast'), (SELECT count(*) FROM actors),
    (SELECT group_concat(number) FROM (SELECT number FROM actors ORDER BY id LIMIT 9))
"""
_lock = threading.Lock()
_kept: dict[str, tuple[str, ActorNames]] = {}


class ActorNames:
    """The folded names and aliases of all actors, looked through as one text."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._called: dict[str, list[int]] = {}
        self._numbers: list[int] = []
        self._starts: list[int] = []
        parts: list[str] = []
        size = 0
        for number, name, aliases in connection.execute("SELECT number, name, aliases FROM actors"):
            own = _line(name)
            self._called.setdefault(own, []).append(number)
            names = "\n".join(dict.fromkeys([own, *(_line(text) for text, _ in json.loads(aliases))]))
            self._numbers.append(number)
            self._starts.append(size)
            parts.append(names)
            size += len(names) + 1
        self._text = "\n".join(parts)

    def meant(self, value: Meant) -> list[int]:
        """The actors that a value means: called so, else with such an alias, else with its words in one of them."""
        if value.exact and (called := self._called.get(value.exact)):
            return called
        return (self._with(f"{value.exact}\n", whole=True) if value.exact else []) or self._with(value.inside)

    def _with(self, sought: str, *, whole: bool = False) -> list[int]:
        """The actors in one of whose lines this stands; `whole`, as the line itself."""
        found: dict[int, None] = {}
        if not sought:
            return self._numbers
        text = f"{self._text}\n" if whole else self._text
        at = text.find(sought)
        while at >= 0:
            if not whole or at == 0 or text[at - 1] == "\n":
                found[self._numbers[bisect_right(self._starts, at) - 1]] = None
            at = text.find(sought, at + 1)
        return list(found)


def _actor_names(connection: sqlite3.Connection) -> ActorNames:
    """The names of all actors, kept until the cast changes."""
    path = connection.execute("PRAGMA database_list").fetchone()[2]
    cast = str(connection.execute(_CAST).fetchone())
    with _lock:
        kept = _kept.get(path)
    if kept is None or kept[0] != cast:
        kept = cast, ActorNames(connection)
        with _lock:
            _kept[path] = kept
    return kept[1]
