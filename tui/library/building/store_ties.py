"""Writing into a library what stories are to one another, and the dates that this gives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tui.library.building.store import Store, date_columns
from tui.library.file.filenames import original
from tui.library.file.packing import unpack
from tui.library.file.records import load_when
from tui.model import Relations
from tui.relate.relate import Item


def items(store: Store) -> list[Item]:
    """All stories as relating needs them."""
    rows = store.connection.execute(
        "SELECT s.id, f.path, s.part, x.said, s.outlet, x.features FROM stories s"
        " JOIN features x ON x.number = s.number JOIN documents d ON d.number = s.document"
        " JOIN files f ON f.number = d.file ORDER BY f.path, d.member, s.part"
    )
    return [
        Item(id, original(path), part, load_when(said), outlet, unpack(features))
        for id, path, part, said, outlet, features in rows
    ]


def store_relations(store: Store, relations: Relations) -> list[int]:
    """Put these relations in the place of the old; the numbers of the stories whose line or ties changed."""
    connection = store.connection
    numbers: dict[str, int] = dict(connection.execute("SELECT id, number FROM stories").fetchall())
    before = _tied(store)
    connection.execute("DELETE FROM matches")
    connection.executemany(
        "INSERT INTO matches VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                numbers[match.left],
                numbers[match.right],
                match.kind.value,
                match.shared_left,
                match.shared_right,
                match.shared_words,
                match.jaccard,
                match.likeness,
                match.days_apart,
                int(match.by_reader),
            )
            for match in relations.matches
        ],
    )
    first, copies = _together(store, "groups", [group.stories for group in relations.groups], numbers)
    event, reports = _together(store, "events", [event.stories for event in relations.events], numbers)
    rows: list[tuple[Any, ...]] = []
    columns = "number, placed, first, copies, event, reports"
    for number, id, *held in connection.execute(
        f"SELECT number, id, {columns.partition(', ')[2]} FROM stories"
    ).fetchall():
        when = relations.placed[id]
        dates = date_columns(when)
        ties = (first.get(number, number), copies.get(number, 1), event.get(number, 0), reports.get(number, 1))
        if [dates[0], *ties] != held:
            rows.append((*dates, *ties, number))
    connection.executemany(
        "UPDATE stories SET placed = ?, earliest = ?, latest = ?, day = ?, month = ?, first = ?, copies = ?,"
        " event = ?, reports = ? WHERE number = ?",
        rows,
    )
    after = _tied(store)
    changed = {row[-1] for row in rows}
    for left, right, _ in before ^ after:
        changed |= {left, right}
    return sorted(changed)


def _together(
    store: Store, table: str, sets: Sequence[Sequence[str]], numbers: Mapping[str, int]
) -> tuple[dict[int, int], dict[int, int]]:
    """Write groups or events down; the first of each story's, and how many they are."""
    first: dict[int, int] = {}
    count: dict[int, int] = {}
    rows: list[tuple[int, int, int]] = []
    for ids in sets:
        inside = [numbers[id] for id in ids]
        for place, number in enumerate(inside):
            rows.append((number, inside[0], place))
            first[number] = inside[0]
            count[number] = len(inside)
    store.connection.execute(f"DELETE FROM {table}")
    store.connection.executemany(f"INSERT INTO {table} (story, first, place) VALUES (?, ?, ?)", rows)
    return first, count


def _tied(store: Store) -> set[tuple[int, int, str]]:
    return set(store.connection.execute("SELECT left, right, kind FROM matches").fetchall())
