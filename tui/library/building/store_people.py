"""Writing into a library the names of its stories and the actors over all of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager

from tui.actors.finding.candidates import KINDS, fold_key
from tui.actors.telling.actors import Figure, Present, present, recast
from tui.actors.telling.corpus import Corpus, Heed
from tui.actors.telling.edits import wishes
from tui.actors.telling.tally import Node, Scene
from tui.library.building.cast_draft import Draft
from tui.library.building.cast_tables import CastTables
from tui.library.building.step import SHIPPED, Finder, NameStory, StoryNamed
from tui.library.building.store import Store
from tui.library.building.store_crowd import write_crowd
from tui.library.building.store_order import UNNAMED
from tui.library.file.filenames import kept, original
from tui.library.file.numbersets import IN_JSON
from tui.model import ActorEdit, Document


class Waiting:
    """The stories that wait for their names, in order of time. Each is given out once, and fetched when it is."""

    def __init__(self, store: Store, finder: Finder = SHIPPED) -> None:
        query = f"SELECT s.number {UNNAMED} ORDER BY s.earliest, s.number"
        self._numbers = dict.fromkeys((row[0] for row in store.connection.execute(query, (finder.stamp,))), True)
        self._store, self._finder = store, finder

    def __len__(self) -> int:
        """How many there were at first."""
        return len(self._numbers)

    def __iter__(self) -> Iterator[NameStory]:
        for number, waits in self._numbers.items():
            if waits:
                yield self._task(number)

    def among(self, numbers: Iterable[int]) -> list[NameStory]:
        """Those of these stories that still wait."""
        return [self._task(number) for number in numbers if self._numbers.get(number)]

    def _task(self, number: int) -> NameStory:
        self._numbers[number] = False
        record, id, path, member, *document = self._store.connection.execute(
            "SELECT r.record, s.id, f.path, d.member, d.size, d.mtime_ns, d.digest, d.media_type, d.encoding"
            " FROM records r JOIN stories s ON s.number = r.number JOIN documents d ON d.number = s.document"
            " JOIN files f ON f.number = d.file WHERE r.number = ?",
            (number,),
        ).fetchone()
        return NameStory(number, id, Document(original(path), original(member), *document), record, self._finder)


def uncounted(store: Store, numbers: Sequence[int]) -> list[int] | None:
    """Those of these stories whose names were found and are not counted yet; None where any waits for its names."""
    rows = store.connection.execute(
        "SELECT s.number, n.number, n.counted, n.names <> x'' FROM stories s LEFT JOIN names n ON n.number = s.number"
        f" WHERE s.number {IN_JSON}",
        (json.dumps(list(numbers)),),
    ).fetchall()
    if any(named is None for _, named, _, _ in rows):
        return None
    return [number for number, _, counted, any_names in rows if any_names and not counted]


def store_names(store: Store, named: Sequence[StoryNamed]) -> None:
    """Keep what a worker found."""
    store.connection.executemany(
        "INSERT OR REPLACE INTO names (number, names, finder) VALUES (?, ?, ?)",
        [(n.number, n.names, n.finder) for n in named],
    )


def store_lost(store: Store, task: NameStory, reason: str) -> None:
    """A story whose names no worker could find goes without, and says so."""
    values = (task.number, b"", task.finder.stamp)
    store.connection.execute("INSERT OR REPLACE INTO names (number, names, finder) VALUES (?, ?, ?)", values)
    store.connection.execute(
        "INSERT INTO problems (file, path, member, line, reason) SELECT d.file, ?, d.member, 0, ? FROM stories s"
        " JOIN documents d ON d.number = s.document WHERE s.number = ?",
        (kept(task.document.path), f"no names were looked for: {reason}", task.number),
    )


def cast(
    store: Store,
    stories: tuple[Sequence[int], Sequence[int], Sequence[int]],
    edits: tuple[Sequence[ActorEdit], Sequence[ActorEdit]],
    heed: Heed,
    ids: Iterable[tuple[str, str]] = (),
) -> list[int]:
    """Take stories with new names in, others out, and tell anew who is who where that changes anything.

    It is called inside a writing. `stories` are those heard, gone, and of another date than before; `edits` the
    reader's word before and now. `ids` lead to others by what an earlier library says. Gives the numbers of the
    stories in which something is different.
    """
    heard, gone, redated = stories
    connection = store.connection
    tables = CastTables(connection, ids=ids)
    wanted = wishes(edits[1])
    asked = _names_in(edits) if list(edits[0]) != list(edits[1]) else set()
    again = {story for _, story, _ in tables.asking(_parted_in(edits) if asked else ())}
    touched = Corpus(tables, wanted, heed).update(heard, gone, sorted(again - set(gone)))
    nodes = touched.nodes | {node for node in _nodes_of(asked) if tables.node(node) is not None}
    made = recast(tables, nodes, wanted)
    tables.flush()
    moved = {story for _, story, _ in tables.asking({key for _, key in made.moved})}
    rewritten = touched.stories | moved | _quoting(connection, made.spoken)
    writer = _Writer(connection, tables, fresh=False)
    for number in sorted(rewritten):
        writer.story(number)
        heed(1)
    connection.executemany("UPDATE names SET counted = 1 WHERE number = ?", ((number,) for number in heard))
    _set_months(connection)
    write_crowd(connection, writer.told | set(gone))
    _count(connection, made.changed | writer.actors | _in_stories(connection, redated))
    return sorted(writer.changed | _of_actors(connection, made.renamed))


def cast_anew(
    store: Store,
    draft: Draft,
    edits: Sequence[ActorEdit],
    heed: Heed,
    writing: Callable[[], AbstractContextManager[None]],
    *,
    ids: Iterable[tuple[str, str]] = (),
) -> list[int]:
    """Tell all stories of a draft apart from the start; else as `cast`. It does its own writing, the last by `writing`.

    Gives the numbers of all the stories.
    """
    connection = store.connection
    tables = CastTables(connection, draft=draft, ids=ids)
    wanted = wishes(edits)
    touched = Corpus(tables, wanted, heed).begin(draft.stories)
    tables.flush_stories()
    with writing():
        draft.make_room()
        recast(tables, touched.nodes, wanted)
        tables.flush()
        writer = _Writer(connection, tables, fresh=True)
        for number in draft.stories:
            writer.story(number)
            heed(1)
        _set_months(connection)
        write_crowd(connection, None)
        _count(connection, None)
        draft.finish()
    return draft.stories


def _set_months(connection: sqlite3.Connection) -> None:
    month = "(SELECT month FROM stories WHERE number = story)"
    connection.execute(f"UPDATE tallies SET month = {month} WHERE month IS NOT {month}")


def _nodes_of(keys: Iterable[str]) -> Iterator[Node]:
    return ((kind, key) for key in keys for kind in range(len(KINDS)))


def _names_in(edits: Iterable[Sequence[ActorEdit]]) -> set[str]:
    """The keys of all names that the reader's word speaks of."""
    return {fold_key(name) for each in edits for edit in each for name in edit.names}


def _parted_in(edits: Iterable[Sequence[ActorEdit]]) -> set[str]:
    """The keys of the names that the reader tells apart."""
    return {fold_key(name) for each in edits for edit in each if edit.op == "split" for name in edit.names}


def _quoting(connection: sqlite3.Connection, actors: Iterable[int]) -> set[int]:
    """The stories with quotations in which these actors are named."""
    rows = connection.execute(
        f"SELECT DISTINCT p.story FROM presence p JOIN quotations q ON q.story = p.story WHERE p.actor {IN_JSON}",
        (json.dumps(sorted(actors)),),
    )
    return {row[0] for row in rows}


def _in_stories(connection: sqlite3.Connection, stories: Iterable[int]) -> set[int]:
    """The actors of these stories."""
    query = f"SELECT DISTINCT actor FROM presence WHERE story {IN_JSON}"
    return {row[0] for row in connection.execute(query, (json.dumps(sorted(stories)),))}


def _of_actors(connection: sqlite3.Connection, actors: Iterable[int]) -> set[int]:
    """The stories of these actors."""
    query = f"SELECT DISTINCT story FROM presence WHERE actor {IN_JSON}"
    return {row[0] for row in connection.execute(query, (json.dumps(sorted(actors)),))}


def _count(connection: sqlite3.Connection, actors: set[int] | None) -> None:
    """Count the stories, mentions and months of these actors, or of all."""
    inside = "" if actors is None else f" AND actor {IN_JSON}"
    given = () if actors is None else (json.dumps(sorted(actors)),)
    counts: dict[int, list[list[int | None]]] = {}
    totals: dict[int, tuple[int, int]] = {}
    for actor, month, stories, mentions in connection.execute(
        "SELECT p.actor, s.month, count(*), sum(p.mentions) FROM presence p JOIN stories s ON s.number = p.story"
        f" WHERE p.mentions > 0{inside} GROUP BY 1, 2 ORDER BY 1, 2",
        given,
    ):
        before = totals.get(actor, (0, 0))
        totals[actor] = before[0] + stories, before[1] + mentions
        if month is not None:
            counts.setdefault(actor, []).append([month, stories])
    wanted = totals if actors is None else dict.fromkeys(actors)
    connection.executemany(
        "UPDATE actors SET stories = ?, mentions = ?, months = ? WHERE number = ?",
        [(*totals.get(actor, (0, 0)), json.dumps(counts.get(actor, [])), actor) for actor in wanted],
    )
    roles = dict(
        connection.execute(
            "SELECT actor, role FROM (SELECT r.actor, r.role,"
            " max(printf('%08d %012d %06d', coalesce(s.earliest, 0), s.number, r.place)) FROM roles r"
            f" JOIN stories s ON s.number = r.story WHERE 1{inside} GROUP BY r.actor)",
            given,
        ).fetchall()
    )
    connection.executemany(
        "UPDATE actors SET role = ? WHERE number = ?", [(roles.get(actor, ""), actor) for actor in wanted]
    )


class _Writer:
    """Writes down who is in a story; `changed` are stories in which that differs, `told` those in which
    others are named, or not as often, `actors` whom that concerns."""

    def __init__(self, connection: sqlite3.Connection, tables: CastTables, *, fresh: bool) -> None:
        self._connection = connection
        self._tables = tables
        self._fresh = fresh
        self.changed: set[int] = set()
        self.told: set[int] = set()
        self.actors: set[int] = set()

    def story(self, number: int) -> None:
        """Write one story down."""
        scene = self._tables.scene(number)
        here = present(scene, [self._tables.holder(node) for node in scene.nodes], self._figure)
        for table, order, rows in self._rows(number, scene, here):
            if not self._fresh:
                held = self._connection.execute(
                    f"SELECT * FROM {table} WHERE story = ? ORDER BY {order}", (number,)
                ).fetchall()
                if held == rows:
                    continue
                self._connection.execute(f"DELETE FROM {table} WHERE story = ?", (number,))
                self.changed.add(number)
                if table == "presence":
                    self.told.add(number)
                    self.actors.update(row[0] for row in (*held, *rows))
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        if self._fresh:
            self.changed.add(number)

    def _figure(self, actor: int) -> Figure:
        figure = self._tables.figure(actor)
        assert figure is not None
        return figure

    def _rows(self, story: int, scene: Scene, here: Present) -> Iterator[tuple[str, str, list[tuple[object, ...]]]]:
        quoted: list[tuple[object, ...]] = []
        for place, (said, speaker) in enumerate(zip(scene.said, here.speakers, strict=True)):
            span = (said.block, said.start, said.end)
            # Whoever is no actor can be asked for as he is written.
            nobody = "" if speaker else said.speaker
            quoted.append((story, place, *span, said.text, nobody, said.speaker, said.cue, speaker or None))
        actors = sorted(here.mentions.keys() | here.said.keys())
        yield "quotations", "place", quoted
        yield (
            "presence",
            "actor",
            [(actor, story, here.mentions.get(actor, 0), here.said.get(actor, 0)) for actor in actors],
        )
        roles = [(actor, story, place, role) for place, (actor, role) in enumerate(here.roles)]
        yield "roles", "actor, place", sorted(roles, key=lambda row: (row[0], row[2]))
        yield (
            "spoken_of",
            "actor, place",
            [(actor, story, place, int(to)) for (actor, place), to in sorted(here.spoken_of.items())],
        )
