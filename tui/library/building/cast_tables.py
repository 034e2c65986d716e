"""The tables of the corpus step in a library: rows are read when they are asked for, and what changed is written back.

A library that is cast for the first time, or mostly anew, is filled without a look at the tables: the sums stay in
memory until they are whole, and long lists are sorted before they are written.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from tui.actors.telling.across import Bearing
from tui.actors.telling.actors import Figure
from tui.actors.telling.heard import Heard, heard_in
from tui.actors.telling.ledger import Ledger, made_of
from tui.actors.telling.speakers import Person
from tui.actors.telling.tally import Node, Scene, Tally, scene_in, tally_in
from tui.library.building.cast_draft import KEYS, PUT_KEY, Draft
from tui.library.file.packing import pack, unpack
from tui.model import ActorKind, Alias

_INSIDE = "IN (SELECT value FROM json_each(?))"
_AT_ONCE = 400  # stories whose rows are written together


class CastTables:
    """The corpus step's tables on a connection that is inside a writing; of a `draft`, before the last one of it.

    `ids` are those of an earlier library that lead to others; what this one says of an id goes before.
    """

    def __init__(
        self, connection: sqlite3.Connection, *, draft: Draft | None = None, ids: Iterable[tuple[str, str]] = ()
    ) -> None:
        fresh = draft is not None
        self.ledger = Ledger(follow=not fresh)
        self._connection = connection
        self._draft = draft
        self._fresh = fresh
        self._seen: set[str] = set()
        self._nodes: dict[Node, Bearing] = {}
        self._looked: set[Node] = set()
        self._touched: set[Node] = set()
        self._groups: dict[str, dict[Node, None]] = {}
        self._out: set[tuple[str, Node]] = set()
        self._longs: dict[str, dict[str, int]] = {}
        self._figures: dict[int, Figure | None] = {}
        self._members: dict[int, dict[Node, None]] = {}
        self._put: dict[int, Figure] = {}
        self._ids: dict[str, int] = {}
        self._redirects: dict[str, str] = {
            **dict(ids),
            **dict(connection.execute("SELECT id, leads_to FROM redirects").fetchall()),
        }
        self._last: int = connection.execute("SELECT coalesce(max(number), 0) FROM actors").fetchone()[0]
        self._asked: list[tuple[int, int, int]] = []
        self._told: list[tuple[int, bytes]] = []
        self._scenes: list[tuple[int, bytes]] = []
        self._inherited: dict[Node, str] = {}
        if draft is not None:
            rows = connection.execute("SELECT n.kind, n.key, a.id FROM nodes n JOIN actors a ON a.number = n.actor")
            self._inherited = {(kind, key): id for kind, key, id in rows}
            if draft.summed:
                self.ledger.rows.update(draft.sums())

    # ------------------------------------------------------------------------------------------------------ stories

    def load(self, keys: Iterable[str]) -> None:
        if self._fresh:
            return
        wanted = set(keys)
        wanted.update(list(made_of(wanted)))
        wanted -= self._seen
        if not wanted:
            return
        self._seen |= wanted
        query = f"SELECT {KEYS} FROM keys WHERE key {_INSIDE}"
        for key, *row in self._connection.execute(query, (_json(list(wanted)),)):
            self.ledger.rows[key] = row

    def heard(self, story: int) -> Heard:
        packed = self._connection.execute("SELECT names FROM names WHERE number = ?", (story,)).fetchone()[0]
        return heard_in(unpack(packed))

    def tally(self, story: int) -> Tally | None:
        return None if self._fresh else self._kept(story)

    @property
    def summed(self) -> bool:
        return self._draft is not None and self._draft.summed

    def keep_sums(self) -> None:
        if self._draft is not None:
            self._draft.keep_sums(self.ledger.rows)

    def done(self, story: int) -> Tally | None:
        return self._kept(story) if self._draft is not None and story in self._draft.done else None

    def _kept(self, story: int) -> Tally | None:
        row = self._connection.execute("SELECT tally FROM tallies WHERE story = ?", (story,)).fetchone()
        return None if row is None else tally_in(unpack(row[0]))

    def keep(self, story: int, tally: Tally | None, scene: Scene | None, asked: Mapping[str, int]) -> None:
        if tally is None or scene is None:
            for table in ("tallies", "mentions", "presence", "roles", "quotations", "spoken_of"):
                self._connection.execute(f"DELETE FROM {table} WHERE story = ?", (story,))
            return
        self._told.append((story, pack(tally.rows(), squeeze=True)))
        self._scenes.append((story, pack(scene.rows(), squeeze=True)))
        self._asked += [(_hash(key), story, own) for key, own in asked.items()]
        if len(self._told) >= _AT_ONCE:
            self.flush_stories()

    def asking(self, keys: Iterable[str]) -> Iterator[tuple[str, int, int]]:
        by_hash = {_hash(key): key for key in keys}
        if self._fresh or not by_hash:
            return
        self.flush_stories()
        query = f"SELECT hash, story, own FROM asked WHERE hash {_INSIDE} AND +story IN (SELECT story FROM tallies)"
        for hash, story, own in self._connection.execute(query, (_json(list(by_hash)),)).fetchall():
            yield by_hash[hash], story, own

    def scene(self, story: int) -> Scene:
        """Who is in a story."""
        self.flush_stories()
        packed = self._connection.execute("SELECT mentions FROM mentions WHERE story = ?", (story,)).fetchone()[0]
        return scene_in(unpack(packed))

    # -------------------------------------------------------------------------------------------------------- nodes

    def node(self, node: Node) -> Bearing | None:
        held = self._bearing(node)
        return held if held is not None and held.stories else None

    def change(self, node: Node) -> Bearing:
        self._touched.add(node)
        held = self._bearing(node)
        if held is None:
            held = self._nodes[node] = Bearing()
        return held

    def group(self, name: str) -> Iterable[Node]:
        held = self._groups.get(name)
        if held is None:
            held = self._groups[name] = {}
            if not self._fresh:
                query = "SELECT kind, key, n.stories, n.mentions, n.forms, n.actor FROM node_groups JOIN nodes n"
                query += " USING (kind, key) WHERE name = ?"
                for kind, key, *row in self._connection.execute(query, (name,)):
                    held[kind, key] = None
                    if (kind, key) not in self._nodes:
                        self._nodes[kind, key] = _bearing_in(row)
        return [node for node in held if self.node(node) is not None]

    def list_in(self, node: Node, groups: Iterable[str], out: Iterable[str] = ()) -> None:
        for name in groups:
            if not self._fresh:
                self.group(name)
            self._groups.setdefault(name, {})[node] = None
            self._out.discard((name, node))
        for name in out:
            self.group(name)
            self._groups[name].pop(node, None)
            self._out.add((name, node))

    def stands_for(self, short: str) -> Mapping[str, int]:
        held = self._longs.get(short)
        if held is None:
            if self._fresh:
                return {}
            rows = self._connection.execute("SELECT long, stories FROM longs WHERE short = ?", (short,))
            held = self._longs[short] = dict(rows)
        return held

    def count_short(self, short: str, long: str, sign: int) -> None:
        self.stands_for(short)
        longs = self._longs.setdefault(short, {})
        longs[long] = longs.get(long, 0) + sign
        if not longs[long]:
            del longs[long]

    def _bearing(self, node: Node) -> Bearing | None:
        held = self._nodes.get(node)
        if held is None and not self._fresh and node not in self._looked:
            self._looked.add(node)
            row = self._connection.execute(
                "SELECT stories, mentions, forms, actor FROM nodes WHERE key = ? AND kind = ?", (node[1], node[0])
            ).fetchone()
            if row is not None:
                held = self._nodes[node] = _bearing_in(row)
        return held

    # ------------------------------------------------------------------------------------------------------- actors

    def holder(self, node: Node) -> int:
        held = self._bearing(node)
        return 0 if held is None else held.actor

    def place(self, node: Node, actor: int) -> None:
        bearing = self.change(node)
        if bearing.actor:
            self._of_actor(bearing.actor).pop(node, None)
        bearing.actor = actor
        if actor:
            self._of_actor(actor)[node] = None

    def nodes_of(self, actor: int) -> Iterable[Node]:
        return list(self._of_actor(actor))

    def _of_actor(self, actor: int) -> dict[Node, None]:
        held = self._members.get(actor)
        if held is None:
            held = self._members[actor] = {}
            if not self._fresh:
                rows = self._connection.execute("SELECT kind, key FROM nodes WHERE actor = ?", (actor,))
                held.update(((kind, key), None) for kind, key in rows)
        return held

    def figure(self, actor: int) -> Figure | None:
        if actor not in self._figures:
            self._figures[actor] = None if self._fresh else self._read_figure(actor)
        return self._figures[actor]

    def _read_figure(self, actor: int) -> Figure | None:
        row = self._connection.execute(
            "SELECT id, name, kind, aliases, person FROM actors WHERE number = ?", (actor,)
        ).fetchone()
        if row is None:
            return None
        id, name, kind, aliases, person = row
        told = json.loads(person)
        forms = tuple(Alias(text, count) for text, count in json.loads(aliases))
        return Figure(actor, id, name, ActorKind(kind), forms, Person(told[0], frozenset(told[1:])))

    def new_number(self) -> int:
        self._last += 1
        return self._last

    def put(self, figure: Figure) -> None:
        self._figures[figure.number] = self._put[figure.number] = figure
        self._ids[figure.id] = figure.number
        self._redirects.pop(figure.id, None)

    def drop(self, actor: int) -> None:
        figure = self.figure(actor)
        self._figures[actor] = None
        self._put.pop(actor, None)
        if figure is not None:
            self._ids[figure.id] = 0
        self._connection.execute("DELETE FROM actors WHERE number = ?", (actor,))

    def has_id(self, id: str) -> bool:
        if id not in self._ids and not self._fresh:
            row = self._connection.execute("SELECT number FROM actors WHERE id = ?", (id,)).fetchone()
            self._ids[id] = row[0] if row else 0
        return bool(self._ids.get(id, 0))

    def seen_as(self, node: Node) -> str:
        return self._inherited.get(node, "")

    def known_as(self, id: str) -> str:
        return self._redirects.get(id, "")

    def redirect(self, id: str, to: str) -> None:
        self._redirects[id] = to

    # ------------------------------------------------------------------------------------------------------ writing

    def flush(self) -> None:
        """Write back what has changed, all but what stories say of actors."""
        self.flush_stories()
        rows = self.ledger.rows
        self._connection.executemany(PUT_KEY, ((key, *rows[key]) for key in sorted(self.ledger.was) if any(rows[key])))
        self._flush_nodes()
        self._flush_actors()

    def _flush_nodes(self) -> None:
        connection = self._connection
        written = []
        gone = []
        for node in sorted(self._touched, key=lambda node: (node[1], node[0])):
            held = self._nodes[node]
            if held.stories:
                forms = _json([held.written, held.titled, held.words])
                written.append((*node, held.stories, held.mentions, forms, held.actor))
            else:
                gone.append(node)
        connection.executemany("INSERT OR REPLACE INTO nodes VALUES (?, ?, ?, ?, ?, ?)", written)
        connection.executemany("DELETE FROM nodes WHERE kind = ? AND key = ?", gone)
        listed = sorted(
            (name, *node) for name, nodes in self._groups.items() for node in nodes if node in self._touched
        )
        connection.executemany("INSERT OR IGNORE INTO node_groups VALUES (?, ?, ?)", listed)
        out = [(name, *node) for name, node in self._out]
        left = set(gone)
        out += [(name, *node) for name, nodes in self._groups.items() for node in nodes if node in left]
        connection.executemany("DELETE FROM node_groups WHERE name = ? AND kind = ? AND key = ?", out)
        connection.executemany("DELETE FROM longs WHERE short = ?", [(short,) for short in self._longs])
        longs = sorted((short, long, count) for short, held in self._longs.items() for long, count in held.items())
        connection.executemany("INSERT INTO longs VALUES (?, ?, ?)", longs)

    def _flush_actors(self) -> None:
        self._connection.executemany(
            "INSERT INTO actors (number, id, name, kind, aliases, person) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (number) DO UPDATE SET id = excluded.id, name = excluded.name, kind = excluded.kind,"
            " aliases = excluded.aliases, person = excluded.person",
            [
                (
                    number,
                    figure.id,
                    figure.name,
                    figure.kind.value,
                    _json([(alias.text, alias.count) for alias in figure.aliases]),
                    _json([figure.person.pronoun, *sorted(figure.person.roles)]),
                )
                for number, figure in sorted(self._put.items())
            ],
        )
        self._connection.execute("DELETE FROM redirects")
        self._connection.executemany("INSERT INTO redirects VALUES (?, ?)", sorted(self._redirects.items()))

    def flush_stories(self) -> None:
        """Write down what is still held of single stories."""
        if not self._told:
            return
        connection = self._connection
        if self._draft is not None:
            self._draft.keep_stories(self._told, self._scenes, self._asked)
        else:
            connection.executemany("INSERT OR REPLACE INTO tallies (story, tally) VALUES (?, ?)", self._told)
            connection.executemany("INSERT OR REPLACE INTO mentions VALUES (?, ?)", self._scenes)
            connection.executemany("INSERT OR REPLACE INTO asked VALUES (?, ?, ?)", self._asked)
        self._told, self._scenes, self._asked = [], [], []


def _bearing_in(row: Sequence[Any]) -> Bearing:
    stories, mentions, forms, actor = row
    written, titled, words = json.loads(forms)
    return Bearing(stories, mentions, written, titled, words, actor)


def _hash(key: str) -> int:
    """64 bits of a key: stories are found by it that have asked about the key, seldom one more."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
