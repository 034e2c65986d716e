"""Writing into a library the names of its stories and the actors over all of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tui.actors.recognise import Names
from tui.library.building.step import SHIPPED, Finder, NameStory, StoryNamed
from tui.library.building.store import Store
from tui.library.building.store_order import NAMED, UNNAMED
from tui.library.file.filenames import kept, original
from tui.library.file.packing import unpack
from tui.library.file.records import dump_mentions, ordinal
from tui.model import Actor, Cast, Document, Mention, Quotation


def to_name(store: Store, finder: Finder = SHIPPED) -> Iterator[NameStory]:
    """The stories that wait for their names, in order of time; each is fetched when it is asked for."""
    waiting = store.connection.execute(f"SELECT s.number {UNNAMED} ORDER BY s.earliest, s.number", (finder.stamp,))
    numbers = [row[0] for row in waiting]
    for number in numbers:
        record, id, path, member, *document = store.connection.execute(
            "SELECT r.record, s.id, f.path, d.member, d.size, d.mtime_ns, d.digest, d.media_type, d.encoding"
            " FROM records r JOIN stories s ON s.number = r.number JOIN documents d ON d.number = s.document"
            " JOIN files f ON f.number = d.file WHERE r.number = ?",
            (number,),
        ).fetchone()
        yield NameStory(number, id, Document(original(path), original(member), *document), record, finder)


def store_names(store: Store, named: Sequence[StoryNamed]) -> None:
    """Keep what a worker found."""
    store.connection.executemany(
        "INSERT OR REPLACE INTO names VALUES (?, ?, ?)", [(n.number, n.names, n.finder) for n in named]
    )


def store_lost(store: Store, task: NameStory, reason: str) -> None:
    """A story whose names no worker could find goes without, and says so."""
    values = (task.number, b"", task.finder.stamp)
    store.connection.execute("INSERT OR REPLACE INTO names VALUES (?, ?, ?)", values)
    store.connection.execute(
        "INSERT INTO problems (file, path, member, line, reason) SELECT d.file, ?, d.member, 0, ? FROM stories s"
        " JOIN documents d ON d.number = s.document WHERE s.number = ?",
        (kept(task.document.path), f"no names were looked for: {reason}", task.number),
    )


def names_of(store: Store) -> dict[str, Names]:
    """The names of every named story, by its id, in order of time."""
    return {id: unpack(packed) for id, packed in store.connection.execute(f"SELECT s.id, n.names {NAMED}")}


def store_cast(store: Store, cast: Cast) -> list[int]:
    """Put this cast in the place of the old, at once; the numbers of the stories in which it differs."""
    numbers: dict[str, int] = dict(store.connection.execute("SELECT id, number FROM stories").fetchall())
    actors, differ = _actors(store, cast.actors)
    changed = {
        number
        for id, number in numbers.items()
        if _story(store, number, cast.mentions.get(id, ()), cast.quotations.get(id, ()), actors)
    }
    changed.update(numbers[id] for actor in cast.actors if actor.id in differ for id in actor.stories)
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


def _actors(store: Store, actors: Sequence[Actor]) -> tuple[dict[str, int], set[str]]:
    """Write the actors down, each under the number that its id had; the numbers by id, and the ids that differ."""
    columns = "id, name, kind, aliases, stories, mentions, months"
    month: dict[str, int | None] = dict(store.connection.execute("SELECT id, month FROM stories").fetchall())
    held: dict[str, tuple[Any, ...]] = {
        row[0]: row for row in store.connection.execute(f"SELECT {columns} FROM actors")
    }
    rows = {
        actor.id: (
            actor.id,
            actor.name,
            actor.kind.value,
            json.dumps([(alias.text, alias.count) for alias in actor.aliases], ensure_ascii=False),
            len(actor.stories),
            actor.mentions,
            json.dumps(sorted(Counter(month[id] for id in actor.stories if month[id] is not None).items())),
        )
        for actor in actors
    }
    differ = {id for id, row in rows.items() if held.get(id) != row}
    store.connection.executemany("DELETE FROM actors WHERE id = ?", [(id,) for id in held.keys() - rows.keys()])
    store.connection.executemany(
        f"INSERT INTO actors ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, aliases = excluded.aliases,"
        " stories = excluded.stories, mentions = excluded.mentions, months = excluded.months",
        [rows[id] for id in sorted(differ)],
    )
    return dict(store.connection.execute("SELECT id, number FROM actors").fetchall()), differ


def _story(
    store: Store,
    story: int,
    mentions: Sequence[Mention],
    quotations: Sequence[Quotation],
    actors: Mapping[str, int],
) -> bool:
    """Write down who is in one story and what they say; whether that differs from what stood there."""
    named = Counter(actors[mention.actor] for mention in mentions if mention.actor)
    said = Counter(actors[quotation.actor] for quotation in quotations if quotation.actor)
    present = [(actor, story, named[actor], said[actor]) for actor in sorted(named.keys() | said.keys())]
    quoted = [
        (story, place, q.block, q.start, q.end, q.text, q.speaker, q.speaker_as_written, q.cue, actors.get(q.actor))
        for place, q in enumerate(quotations)
    ]
    # The mentions name actors by their ids, which stay; presence and quotations by numbers, which come and go.
    tables: tuple[tuple[str, str, list[tuple[Any, ...]]], ...] = (
        ("mentions", "story", [(story, dump_mentions(tuple(mentions)))] if mentions else []),
        ("presence", "actor", present),
        ("quotations", "place", quoted),
    )
    differs = False
    for table, order, rows in tables:
        held = store.connection.execute(f"SELECT * FROM {table} WHERE story = ? ORDER BY {order}", (story,)).fetchall()
        if held != rows:
            differs = True
            store.connection.execute(f"DELETE FROM {table} WHERE story = ?", (story,))
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                store.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    return differs
