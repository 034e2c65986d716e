"""Reading actors from the library: who is in which stories, how often, with whom, and what they say."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui import model
from tui.library.asking.listing import numbers_json
from tui.library.entries import ActorCount, Month, UnknownActor
from tui.library.file.packing import unpack
from tui.library.file.records import day_of

if TYPE_CHECKING:
    from tui.model import Actor, Mention, Quotation, Role

_INSIDE = "IN (SELECT value FROM json_each(?))"
_QUOTATION = """
SELECT q.story, q.block, q.start, q."end", q.text, coalesce(a.name, ''), q.speaker_as_written, q.cue, coalesce(a.id, '')
FROM quotations q LEFT JOIN actors a ON a.number = q.actor
"""


def counts(
    connection: sqlite3.Connection, numbers: Iterable[int] | None, limit: int | None, held: dict[int, Actor]
) -> list[ActorCount]:
    """Actors with their counts inside these stories (None: in all), zero left out, by stories, then mentions.

    `limit` keeps the first so many: a screen that shows hundreds need not wait for a hundred thousand. `held` are
    actors read before from the same state of the library; those read now are added to it.
    """
    top = -1 if limit is None else limit
    months: dict[int, tuple[Month, ...]]
    if numbers is None:
        rows = connection.execute(
            "SELECT number, stories, mentions, months FROM actors WHERE stories > 0"
            " ORDER BY stories DESC, mentions DESC, name, number LIMIT ?",
            (top,),
        ).fetchall()
        months = {row[0]: tuple((m // 12, m % 12 + 1, count) for m, count in json.loads(row[3])) for row in rows}
    else:
        inside = numbers_json(numbers)
        rows = connection.execute(
            "SELECT a.number, c.stories, c.mentions FROM"
            " (SELECT actor, count(*) AS stories, sum(mentions) AS mentions FROM presence"
            f" WHERE story {_INSIDE} AND mentions > 0 GROUP BY actor) c JOIN actors a ON a.number = c.actor"
            " ORDER BY c.stories DESC, c.mentions DESC, a.name, a.number LIMIT ?",
            (inside, top),
        ).fetchall()
        months = _months(connection, [row[0] for row in rows], inside)
    held.update(actors(connection, [row[0] for row in rows if row[0] not in held]))
    return [ActorCount(held[row[0]], row[1], row[2], months.get(row[0], ())) for row in rows]


def actors(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Actor]:
    """The whole actors of these numbers."""
    wanted = numbers_json(numbers)
    stories: dict[int, list[str]] = {}
    for actor, id in connection.execute(
        f"SELECT p.actor, s.id FROM presence p JOIN stories s ON s.number = p.story WHERE p.actor {_INSIDE}"
        " AND p.mentions > 0 ORDER BY p.actor, s.earliest IS NULL, s.earliest, s.latest, s.number",
        (wanted,),
    ):
        stories.setdefault(actor, []).append(id)
    roles: dict[int, list[Role]] = {}
    for actor, role, id, day in connection.execute(
        "SELECT r.actor, r.role, s.id, coalesce(s.day, s.earliest) FROM roles r JOIN stories s ON s.number = r.story"
        f" WHERE r.actor {_INSIDE} ORDER BY r.actor, s.earliest IS NULL, s.earliest, s.latest, s.number, r.place",
        (wanted,),
    ):
        roles.setdefault(actor, []).append(model.Role(role, id, day_of(day)))
    found: dict[int, Actor] = {}
    for number, id, name, kind, aliases, mentions in connection.execute(
        f"SELECT number, id, name, kind, aliases, mentions FROM actors WHERE number {_INSIDE}", (wanted,)
    ):
        found[number] = model.Actor(
            id=id,
            name=name,
            kind=model.ActorKind(kind),
            aliases=tuple(model.Alias(text, count) for text, count in json.loads(aliases)),
            roles=tuple(roles.get(number, ())),
            stories=tuple(stories.get(number, ())),
            mentions=mentions,
        )
    return found


def brief(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Actor]:
    """The actors of these numbers without their stories, and with the last of their roles alone."""
    found: dict[int, Actor] = {}
    for number, id, name, kind, aliases, mentions, role in connection.execute(
        f"SELECT number, id, name, kind, aliases, mentions, role FROM actors WHERE number {_INSIDE}",
        (numbers_json(numbers),),
    ):
        forms = tuple(model.Alias(text, count) for text, count in json.loads(aliases))
        roles = (model.Role(role, "", None),) if role else ()
        found[number] = model.Actor(id, name, model.ActorKind(kind), forms, roles, (), mentions)
    return found


def names(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    """The names of the actors with these ids, by id; an id that is no actor's is left out."""
    return dict(
        connection.execute(f"SELECT id, name FROM actors WHERE id {_INSIDE}", (json.dumps(list(ids)),)).fetchall()
    )


def leads(connection: sqlite3.Connection) -> dict[str, str] | None:
    """Which ids lead to others; None while no actors have been told apart yet."""
    if connection.execute("SELECT 1 FROM meta WHERE name = 'edits'").fetchone() is None:
        return None
    return dict(connection.execute("SELECT id, leads_to FROM redirects").fetchall())


def number_of(connection: sqlite3.Connection, id: str) -> int:
    """The number of the actor with this id, or with the only id that begins like this. Raises UnknownActor."""
    asked = id.strip().lower()
    rows = connection.execute(
        "SELECT number, id FROM actors WHERE id >= ? AND id < ? ORDER BY id LIMIT 9", (asked, asked + "\U0010ffff")
    ).fetchall()
    if not rows:
        rows = connection.execute(
            "WITH RECURSIVE led (id) AS (VALUES (?) UNION SELECT r.leads_to FROM redirects r JOIN led USING (id))"
            " SELECT a.number, a.id FROM led JOIN actors a USING (id)",
            (asked,),
        ).fetchall()
    if not asked or not rows or (len(rows) > 1 and rows[0][1] != asked):
        raise UnknownActor(id, tuple(row[1] for row in rows) if asked else ())
    return int(rows[0][0])


def stories_of(connection: sqlite3.Connection, actor: int) -> frozenset[int]:
    """The numbers of the stories that name this actor."""
    rows = connection.execute("SELECT story FROM presence WHERE actor = ? AND mentions > 0", (actor,))
    return frozenset(row[0] for row in rows)


def mentions(connection: sqlite3.Connection, story: int) -> tuple[Mention, ...]:
    """The names in a story, in its order."""
    row = connection.execute("SELECT mentions FROM mentions WHERE story = ?", (story,)).fetchone()
    if row is None:
        return ()
    nodes, named, *_ = unpack(row[0])
    actors = {
        (kind, key): (id, model.ActorKind(of_kind))
        for kind, key, id, of_kind in connection.execute(
            "SELECT n.kind, n.key, a.id, a.kind FROM nodes n JOIN actors a ON a.number = n.actor"
            f" WHERE n.key {_INSIDE}",
            (json.dumps([key for _, key in nodes], ensure_ascii=False),),
        )
    }
    found = []
    for block, start, end, surface, node, *_ in named:
        if (held := actors.get(tuple(nodes[node]))) is not None:
            found.append(model.Mention(block, start, end, surface, held[1], held[0]))
    return tuple(found)


def quotations(connection: sqlite3.Connection, story: int) -> tuple[Quotation, ...]:
    """The quotations of a story, in its order."""
    return tuple(
        model.Quotation(*row[1:])
        for row in connection.execute(f"{_QUOTATION} WHERE q.story = ? ORDER BY q.place", (story,))
    )


def said_by(connection: sqlite3.Connection, actor: int) -> list[tuple[int, Quotation]]:
    """What an actor is quoted as saying, with the number of the story, in no order of time yet."""
    rows = connection.execute(f"{_QUOTATION} WHERE q.actor = ? ORDER BY q.story, q.place", (actor,))
    return [(row[0], model.Quotation(*row[1:])) for row in rows]


def spoken_of(connection: sqlite3.Connection, actor: int) -> list[tuple[int, Quotation, bool]]:
    """What others are quoted as saying of an actor, or to him (True), with the number of the story; in no order."""
    rows = connection.execute(
        _QUOTATION.replace("\nFROM", ", t.addressed\nFROM")
        + " JOIN spoken_of t ON t.story = q.story AND t.place = q.place WHERE t.actor = ? ORDER BY q.story, q.place",
        (actor,),
    )
    return [(row[0], model.Quotation(*row[1:-1]), bool(row[-1])) for row in rows]


def _months(connection: sqlite3.Connection, actors: list[int], inside: str) -> dict[int, tuple[Month, ...]]:
    """The stories of these actors by month, inside the stories of that JSON array.

    Story by story, each with its actors: to go actor by actor asks for every pair of the two.
    """
    found: dict[int, list[Month]] = {}
    for actor, month, count in connection.execute(
        "SELECT p.actor, s.month, count(*) FROM json_each(?) j CROSS JOIN stories s ON s.number = j.value"
        f" CROSS JOIN presence p ON p.story = s.number WHERE +p.actor {_INSIDE} AND p.mentions > 0"
        " AND s.month IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2",
        (inside, numbers_json(actors)),
    ):
        found.setdefault(actor, []).append((month // 12, month % 12 + 1, count))
    return {actor: tuple(months) for actor, months in found.items()}
