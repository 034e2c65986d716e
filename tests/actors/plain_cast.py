"""Names of all stories brought together into actors, in memory: the corpus step for a few stories at once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from memory_tables import Memory

from tui.actors.recognise import Names
from tui.actors.telling.actors import present, recast
from tui.actors.telling.corpus import Corpus, Heed
from tui.actors.telling.edits import wishes
from tui.actors.telling.heard import heard_in, rows_of
from tui.model import Actor, ActorEdit, Cast, Mention, Quotation, Role


def cast(
    names: Mapping[str, Names],
    dates: Mapping[str, dt.date | None],
    edits: Sequence[ActorEdit] = (),
    heed: Heed = lambda _count: None,
) -> Cast:
    """Who is in the news: the actors of all stories, and each story's mentions and quotations resolved to them.

    `names` and `dates` are by story id; `edits` are the reader's word and win over the machine. `heed` is told how
    many stories have been gone through, corpus.PASSES times each. Raises ValueError for an edit that makes no sense.
    """
    wanted = wishes(edits)
    memory = Memory()
    ids = dict(enumerate(names, 1))
    memory.stories = {number: heard_in(rows_of(names[id])) for number, id in ids.items()}
    touched = Corpus(memory, wanted, heed).update(memory.stories)
    recast(memory, touched.nodes, wanted)
    return cast_of(memory, ids, dates)


def cast_of(memory: Memory, ids: Mapping[int, str], dates: Mapping[str, dt.date | None]) -> Cast:
    """The cast that stands in these tables; `ids` are the stories' by number."""
    mentions: dict[str, tuple[Mention, ...]] = {}
    quotations: dict[str, tuple[Quotation, ...]] = {}
    stories: dict[int, dict[str, int]] = defaultdict(dict)
    roles: dict[int, list[Role]] = defaultdict(list)
    for number, id in ids.items():
        scene = memory.scenes[number]
        actors = [memory.holder(node) for node in scene.nodes]
        here = present(scene, actors, memory.figures.__getitem__)
        found = []
        for block, start, end, surface, node, *_ in scene.named:
            if actors[node]:
                figure = memory.figures[actors[node]]
                found.append(Mention(block, start, end, surface, figure.kind, figure.id))
        mentions[id] = tuple(found)
        said = []
        for each, speaker in zip(scene.said, here.speakers, strict=True):
            name, actor = (memory.figures[speaker].name, memory.figures[speaker].id) if speaker else ("", "")
            said.append(Quotation(each.block, each.start, each.end, each.text, name, each.speaker, each.cue, actor))
        quotations[id] = tuple(said)
        for actor_number, count in here.mentions.items():
            stories[actor_number][id] = count
        for actor_number, role in here.roles:
            roles[actor_number].append(Role(role, id, dates.get(id)))
    cast_list = [
        Actor(
            figure.id,
            figure.name,
            figure.kind,
            figure.aliases,
            tuple(roles[number]),
            tuple(stories[number]),
            sum(stories[number].values()),
        )
        for number, figure in memory.figures.items()
    ]
    cast_list.sort(key=lambda actor: (-len(actor.stories), -actor.mentions, actor.name, actor.id))
    return Cast(tuple(cast_list), mentions, quotations)
