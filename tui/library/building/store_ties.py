"""Writing into a library what stories are to one another, and the dates that this gives them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tui.library.building.store import Store, date_columns
from tui.library.building.store_kept import KeptInLibrary
from tui.library.file.numbersets import IN_JSON, numbers
from tui.relate.relate import Related

_AT_ONCE = 1000
# Stories of groups that have lost some of theirs.
_SHAKEN = (
    "SELECT story AS number FROM groups WHERE first IN"
    " (SELECT first FROM groups GROUP BY first HAVING count(*) <= max(place) OR sum(story = first) = 0)"
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """The stories that have come, or changed, or gone since the library was related; and whose groups were torn."""

    come: list[int]
    gone: list[int]
    shaken: set[int]

    def __bool__(self) -> bool:
        return bool(self.come or self.gone)


def waiting(store: Store) -> Waiting:
    """What is to be related. A story whose file was only read again, and whose text is the same, is not."""
    connection = store.connection
    come = numbers(
        connection,
        "SELECT u.number AS number FROM unrelated u JOIN stories s ON s.number = u.number"
        " JOIN documents d ON d.number = s.document LEFT JOIN standing y ON y.number = s.number"
        " WHERE u.other_text OR y.number IS NULL OR (y.id, y.file, y.part) <> (s.id, d.file, s.part)",
    )
    gone = numbers(connection, "SELECT number FROM unrelated WHERE number NOT IN (SELECT number FROM stories)")
    return Waiting(sorted(come), sorted(gone), numbers(connection, _SHAKEN) if gone else set())


def settled(store: Store, numbers: Iterable[int] | None = None) -> None:
    """These stories wait no more; without any given, none does."""
    if numbers is None:
        store.connection.execute("DELETE FROM unrelated")
    else:
        store.connection.executemany("DELETE FROM unrelated WHERE number = ?", [(number,) for number in numbers])


def store_related(store: Store, kept: KeptInLibrary, related: Related, gone: Iterable[int]) -> list[int]:
    """Write down what a change did; the numbers of the stories whose line or ties are not what they were."""
    away = set(gone)
    stories = related.stories - away
    for number in related.stories - away:
        stories.update(kept.groups.get(number, ()), kept.events.get(number, ()))
    kept.write(related.edges, related.shared, stories, away)
    _together(store, kept, stories | away)
    changed = _lines(store, kept, stories)
    _matches(store, kept, related.ties)
    return sorted((changed | related.ties) - away)


def _together(store: Store, kept: KeptInLibrary, stories: set[int]) -> None:
    """Write the groups and events of these stories anew; those with any of them hold no others."""
    for table, held in (("groups", kept.groups), ("events", kept.events)):
        store.connection.executemany(f"DELETE FROM {table} WHERE story = ?", [(number,) for number in stories])
        sets = {held[number] for number in stories if held.get(number)}
        store.connection.executemany(
            f"INSERT OR REPLACE INTO {table} (story, first, place) VALUES (?, ?, ?)",
            [(number, one[0], place) for one in sets for place, number in enumerate(one)],
        )


def _lines(store: Store, kept: KeptInLibrary, stories: set[int]) -> set[int]:
    """Write the dates of these stories, and the first of their copies and reports; those that have others now."""
    rows = []
    for number, *held in _held(store, sorted(stories)):
        dates = date_columns(kept.known[number].placed)
        group, event = kept.groups.get(number, (number,)), kept.events.get(number, ())
        ties = [group[0], len(group), event[0] if event else 0, len(event) or 1]
        if [dates[0], *ties] != held:
            rows.append((*dates, *ties, number))
    store.connection.executemany(
        "UPDATE stories SET placed = ?, earliest = ?, latest = ?, day = ?, month = ?, first = ?, copies = ?,"
        " event = ?, reports = ? WHERE number = ?",
        rows,
    )
    return {row[-1] for row in rows}


def _held(store: Store, stories: list[int]) -> Iterator[tuple[Any, ...]]:
    for begin in range(0, len(stories), _AT_ONCE):
        some = json.dumps(stories[begin : begin + _AT_ONCE])
        columns = "number, placed, first, copies, event, reports"
        yield from store.connection.execute(f"SELECT {columns} FROM stories WHERE number {IN_JSON}", (some,)).fetchall()


def _matches(store: Store, kept: KeptInLibrary, stories: set[int]) -> None:
    """Put the ties of these stories in the place of those they had."""
    connection = store.connection
    for column in ("left", "right"):
        connection.executemany(f"DELETE FROM matches WHERE {column} = ?", [(number,) for number in stories])
    ties = {tie for number in stories for tie in kept.ties.get(number, {}).values()}
    connection.executemany(
        "INSERT INTO matches VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                tie.left,
                tie.right,
                tie.kind.value,
                tie.shared_left,
                tie.shared_right,
                tie.shared_words,
                tie.jaccard,
                tie.likeness,
                tie.days_apart,
                int(tie.by_reader),
            )
            for tie in ties
        ],
    )
