"""A cast made by hand, written into a library: for what asks about actors, not for what finds them."""

from __future__ import annotations

import json
from collections import Counter

from tui.library.building.store import Store
from tui.model import Cast


def store_cast(store: Store, cast: Cast) -> None:
    """Write down the actors, who is in which story, and the quotations."""
    connection = store.connection
    numbers: dict[str, int] = dict(connection.execute("SELECT id, number FROM stories").fetchall())
    actors = {actor.id: number for number, actor in enumerate(cast.actors, 1)}
    for actor in cast.actors:
        aliases = json.dumps([(alias.text, alias.count) for alias in actor.aliases])
        connection.execute(
            "INSERT INTO actors (number, id, name, kind, aliases, stories, mentions) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (actors[actor.id], actor.id, actor.name, actor.kind, aliases, len(actor.stories), actor.mentions),
        )
    for id in cast.mentions.keys() | cast.quotations.keys():
        named = Counter(mention.actor for mention in cast.mentions.get(id, ()))
        said = Counter(each.actor for each in cast.quotations.get(id, ()) if each.actor)
        for actor_id in sorted(named.keys() | said.keys()):
            row = (actors[actor_id], numbers[id], named[actor_id], said[actor_id])
            connection.execute("INSERT INTO presence VALUES (?, ?, ?, ?)", row)
        for place, each in enumerate(cast.quotations.get(id, ())):
            nobody = "" if each.actor else each.speaker
            where = (numbers[id], place, each.block, each.start, each.end, each.text)
            row_of = (*where, nobody, each.speaker_as_written, each.cue, actors.get(each.actor))
            connection.execute("INSERT INTO quotations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row_of)
