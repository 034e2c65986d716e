"""Reading stories from the library: lines of the list, whole stories, the order of time, the summary, the problems."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from array import array
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tui import model
from tui.library.entries import Entry, Shelf, Summary, UnknownStory
from tui.library.file.filenames import original
from tui.library.file.records import load_story, load_when
from tui.model import When

if TYPE_CHECKING:
    from tui.model import Problem, Story

_ENTRY = """
SELECT s.number, s.id, s.key, s.headline, s.headline_derived, s.placed, s.outlet, s.agency, s.place, s.language,
    s.words, f.path, d.member, s.part, s.first, s.copies, s.event, s.reports
FROM stories s JOIN documents d ON d.number = s.document JOIN files f ON f.number = d.file
WHERE s.number IN (SELECT value FROM json_each(?))
"""
_STORY = """
SELECT r.record, s.id, s.part, f.path, d.member, d.size, d.mtime_ns, d.digest, d.media_type, d.encoding
FROM records r JOIN stories s ON s.number = r.number JOIN documents d ON d.number = s.document
    JOIN files f ON f.number = d.file
WHERE r.number = ?
"""


def numbers_json(numbers: Iterable[int]) -> str:
    """Numbers as one parameter, for `IN (SELECT value FROM json_each(?))`."""
    return json.dumps(list(numbers))


def generation(connection: sqlite3.Connection) -> int:
    """How often the library has changed."""
    return int(_meta(connection, "generation") or 0)


def order(connection: sqlite3.Connection) -> array[int]:
    """The numbers of all stories in order of time."""
    return _numbers(connection, "order")


def shelf(connection: sqlite3.Connection, order: array[int]) -> Shelf:
    """The list of all stories, given their order of time."""
    leads, runs, ties = (_meta(connection, name) for name in ("leads", "runs", "ties"))
    copies, reports = json.loads(ties)[3:] if isinstance(ties, str) else (1, 1)
    return Shelf(
        order,
        _numbers(connection, "days"),
        _numbers(connection, "firsts"),
        leads if isinstance(leads, bytes) else b"",
        tuple((month, lines, stories) for month, lines, stories in json.loads(runs)) if isinstance(runs, str) else (),
        copies or 1,
        reports or 1,
    )


def _numbers(connection: sqlite3.Connection, name: str) -> array[int]:
    blob = _meta(connection, name)
    numbers = array("i")
    if isinstance(blob, bytes):
        numbers.frombytes(blob)
    return numbers


def entries(
    connection: sqlite3.Connection,
    numbers: Iterable[int],
    is_read: Callable[[str], bool],
    is_starred: Callable[[str], bool],
) -> list[Entry]:
    """The lines of these stories, in the order asked for; a number that is no more is left out."""
    wanted = list(numbers)
    found: dict[int, Entry] = {}
    for row in connection.execute(_ENTRY, (numbers_json(wanted),)):
        number, id, key, headline, derived, placed, outlet, agency, place, language, words, path, member, *ties = row
        when, names = load_when(placed), (original(path), original(member))
        about = (outlet, agency, place, language, words)
        line = (number, id, key, headline, bool(derived), when, *about, *names, *ties, is_read(key), is_starred(key))
        found[number] = Entry(*line)
    return [found[number] for number in wanted if number in found]


def story(connection: sqlite3.Connection, number: int) -> Story:
    """The whole story. Raises UnknownStory."""
    row = connection.execute(_STORY, (number,)).fetchone()
    if row is None:
        raise UnknownStory(number)
    record, id, part, path, member, *document = row
    return load_story(record, id, model.Document(original(path), original(member), *document), part)


def placed(connection: sqlite3.Connection, number: int) -> When:
    """The date of a story after copies and events have spoken. Raises UnknownStory."""
    row = connection.execute("SELECT placed FROM stories WHERE number = ?", (number,)).fetchone()
    if row is None:
        raise UnknownStory(number)
    return load_when(row[0])


def number_of(connection: sqlite3.Connection, id: str) -> int:
    """The number of the story with this id, or with the only id that begins like this. Raises UnknownStory."""
    asked = id.strip().lower()
    row = connection.execute("SELECT number FROM stories WHERE id = ?", (asked,)).fetchone()
    if row is not None:
        return int(row[0])
    rows = connection.execute(
        "SELECT number, id FROM stories WHERE id >= ? AND id < ? ORDER BY id LIMIT 9", (asked, asked + "\U0010ffff")
    ).fetchall()
    if len(rows) != 1 or not asked:
        raise UnknownStory(id, tuple(row[1] for row in rows) if asked else ())
    return int(rows[0][0])


def ids_of(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, str]:
    """The ids of these stories, by number."""
    return dict(
        connection.execute(
            "SELECT number, id FROM stories WHERE number IN (SELECT value FROM json_each(?))", (numbers_json(numbers),)
        ).fetchall()
    )


def problems(connection: sqlite3.Connection) -> tuple[Problem, ...]:
    """What could not be read, in the order of paths."""
    rows = connection.execute("SELECT path, reason, member, line FROM problems ORDER BY path, member, line")
    return tuple(problem_of(row) for row in rows)


def problem_of(row: tuple[str, str, str, int]) -> Problem:
    """A problem from (path, reason, member, line) as the table has them."""
    path, reason, member, line = row
    return model.Problem(original(path), reason, original(member), line)


def summary(connection: sqlite3.Connection) -> Summary:
    """What is loaded, as the last change wrote it down."""
    text = _meta(connection, "summary")
    unfinished = bool(_meta(connection, "unfinished"))
    if not isinstance(text, str):
        return Summary(0, 0, 0, 0, 0, 0, None, None, (), fresh=False)
    stories, files, copies, groups, events, troubles, earliest, latest, months = json.loads(text)
    return Summary(
        stories,
        files,
        copies,
        groups,
        events,
        troubles,
        None if earliest is None else dt.date.fromordinal(earliest),
        None if latest is None else dt.date.fromordinal(latest),
        tuple((month // 12, month % 12 + 1, count) for month, count in months),
        fresh=not unfinished,
    )


def _meta(connection: sqlite3.Connection, name: str) -> str | int | bytes | None:
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    value: str | int | bytes | None = None if row is None else row[0]
    return value
