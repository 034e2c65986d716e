"""Writing into a library the names of its stories and the actors over all of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tui.actors.recognise import Names
from tui.library.packing import unpack
from tui.library.records import dump_mentions, ordinal
from tui.library.step import NameStory, StoryNamed
from tui.library.store import Store
from tui.library.store_order import NAMED, UNNAMED
from tui.model import Actor, Cast, Document, Quotation


def to_name(store: Store) -> Iterator[NameStory]:
    """The stories that wait for their names, in order of time; each is fetched when it is asked for."""
    numbers = [row[0] for row in store.connection.execute(f"SELECT s.number {UNNAMED} ORDER BY s.earliest, s.number")]
    for number in numbers:
        record, id, *document = store.connection.execute(
            "SELECT r.record, s.id, f.path, d.member, d.size, d.mtime_ns, d.digest, d.media_type, d.encoding"
            " FROM records r JOIN stories s ON s.number = r.number JOIN documents d ON d.number = s.document"
            " JOIN files f ON f.number = d.file WHERE r.number = ?",
            (number,),
        ).fetchone()
        yield NameStory(number, id, Document(*document), record)


def store_names(store: Store, named: Sequence[StoryNamed]) -> None:
    """Keep what a worker found."""
    store.connection.executemany("INSERT OR REPLACE INTO names VALUES (?, ?)", [(n.number, n.names) for n in named])


def store_lost(store: Store, task: NameStory, reason: str) -> None:
    """A story whose names no worker could find goes without, and says so."""
    store.connection.execute("INSERT OR REPLACE INTO names VALUES (?, ?)", (task.number, b""))
    store.connection.execute(
        "INSERT INTO problems (file, path, member, line, reason) SELECT d.file, ?, d.member, 0, ? FROM stories s"
        " JOIN documents d ON d.number = s.document WHERE s.number = ?",
        (task.document.path, f"no names were looked for: {reason}", task.number),
    )


def names_of(store: Store) -> dict[str, Names]:
    """The names of every named story, by its id, in order of time."""
    return {id: unpack(packed) for id, packed in store.connection.execute(f"SELECT s.id, n.names {NAMED}")}


def store_cast(store: Store, cast: Cast) -> list[int]:
    """Put this cast in the place of the old, at once; the numbers of the stories in which it differs."""
    numbers: dict[str, int] = dict(store.connection.execute("SELECT id, number FROM stories").fetchall())
    actors = _actors(store, cast.actors)
    presence: Counter[tuple[int, int]] = Counter()
    said: Counter[tuple[int, int]] = Counter()
    for story, mentions in cast.mentions.items():
        presence.update((actors[m.actor], numbers[story]) for m in mentions if m.actor)
    for story, quotations in cast.quotations.items():
        said.update((actors[q.actor], numbers[story]) for q in quotations if q.actor)
    before = set(store.connection.execute("SELECT actor, story, mentions, said FROM presence").fetchall())
    after = {(*pair, presence[pair], said[pair]) for pair in presence.keys() | said.keys()}
    store.connection.executemany(
        "DELETE FROM presence WHERE actor = ? AND story = ?", [row[:2] for row in before - after]
    )
    store.connection.executemany("INSERT INTO presence VALUES (?, ?, ?, ?)", sorted(after - before))
    changed = {row[1] for row in before ^ after}
    changed |= _mentions(store, {numbers[id]: dump_mentions(found) for id, found in cast.mentions.items()})
    changed |= _quotations(store, {numbers[id]: found for id, found in cast.quotations.items()}, actors)
    store.connection.execute("DELETE FROM roles")
    store.connection.executemany(
        "INSERT INTO roles VALUES (?, ?, ?, ?, ?)",
        [
            (actors[actor.id], place, role.role, numbers[role.story], ordinal(role.date))
            for actor in cast.actors
            for place, role in enumerate(actor.roles)
        ],
    )
    return sorted(changed)


def _actors(store: Store, actors: Sequence[Actor]) -> dict[str, int]:
    """Write the actors down, each under the number that its id had; the numbers by id."""
    held: dict[str, int] = dict(store.connection.execute("SELECT id, number FROM actors").fetchall())
    store.connection.executemany(
        "DELETE FROM actors WHERE id = ?", [(id,) for id in held.keys() - {a.id for a in actors}]
    )
    store.connection.executemany(
        "INSERT INTO actors (id, name, kind, aliases, stories, mentions) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, aliases = excluded.aliases,"
        " stories = excluded.stories, mentions = excluded.mentions",
        [
            (
                actor.id,
                actor.name,
                actor.kind.value,
                json.dumps([(alias.text, alias.count) for alias in actor.aliases], ensure_ascii=False),
                len(actor.stories),
                actor.mentions,
            )
            for actor in actors
        ],
    )
    return dict(store.connection.execute("SELECT id, number FROM actors").fetchall())


def _mentions(store: Store, wanted: Mapping[int, str]) -> set[int]:
    """Write the mentions of the stories down where they differ; the numbers of these stories."""
    held: dict[int, str] = dict(store.connection.execute("SELECT story, mentions FROM mentions").fetchall())
    gone = held.keys() - wanted.keys()
    changed = {story for story, mentions in wanted.items() if held.get(story) != mentions}
    store.connection.executemany("DELETE FROM mentions WHERE story = ?", [(story,) for story in gone])
    store.connection.executemany(
        "INSERT OR REPLACE INTO mentions VALUES (?, ?)", [(story, wanted[story]) for story in sorted(changed)]
    )
    return changed | gone


def _quotations(store: Store, wanted: Mapping[int, Sequence[Quotation]], actors: Mapping[str, int]) -> set[int]:
    """Write the quotations down where they differ; the numbers of these stories."""
    rows: set[tuple[Any, ...]] = {
        (story, place, q.block, q.start, q.end, q.text, q.speaker, q.speaker_as_written, q.cue, actors.get(q.actor))
        for story, quotations in wanted.items()
        for place, q in enumerate(quotations)
    }
    held: set[tuple[Any, ...]] = set(store.connection.execute("SELECT * FROM quotations").fetchall())
    store.connection.executemany(
        "DELETE FROM quotations WHERE story = ? AND place = ?", [row[:2] for row in held - rows]
    )
    store.connection.executemany("INSERT INTO quotations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows - held)
    return {row[0] for row in held ^ rows}
