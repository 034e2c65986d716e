"""The corpus step: names of all stories brought together into actors.

The rule for states: a state and its government, where news call it by the state's name, are one actor, a place, under
the state's usual name. Its capital is another place, even where it stands for the government.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from tui.actors import across, within
from tui.actors.across import Node
from tui.actors.actors import Gathering
from tui.actors.candidates import NONE, Candidate, candidates
from tui.actors.edits import wishes
from tui.actors.recognise import Names
from tui.actors.rescan import known, rescan
from tui.actors.vote import vote
from tui.model import ActorEdit, Cast

T = TypeVar("T")

PASSES = 4
"""How often each story is gone through."""


def _unheard() -> None:
    """Nobody asks how far it is."""


def cast(
    names: Mapping[str, Names],
    dates: Mapping[str, dt.date | None],
    edits: Sequence[ActorEdit] = (),
    passed: Callable[[], None] = _unheard,
) -> Cast:
    """Who is in the news: the actors of all stories, and each story's mentions and quotations resolved to them.

    `names` and `dates` are by story id; `edits` are the reader's word and win over the machine. `passed` is called
    PASSES times for each story, and what it raises ends the work. Raises ValueError for an edit that makes no sense.
    """
    wanted = wishes(edits)
    found = _decided(names, passed)
    nodes = {
        story: [(c.kind, key) for c, key in zip(own, within.fullest(names[story], own, wanted.parted), strict=True)]
        for story, own in _heard(found.items(), passed)
    }
    stories: Counter[Node] = Counter()
    for each in nodes.values():
        stories.update(set(each))
    merges = across.merge(stories, [pair for each in names.values() for pair in each.short_forms], wanted)
    gathering = Gathering(merges, wanted)
    for story, own in _heard(found.items(), passed):
        gathering.add(story, names[story], own, nodes[story], dates.get(story))
    return gathering.cast()


def _heard(things: Iterable[tuple[str, T]], passed: Callable[[], None]) -> Iterator[tuple[str, T]]:
    for thing in things:
        yield thing
        passed()


def _decided(names: Mapping[str, Names], passed: Callable[[], None]) -> dict[str, list[Candidate]]:
    """Each story's names, their kinds decided by the vote, the second look taken."""
    found = {story: list(candidates(each)) for story, each in _heard(names.items(), passed)}
    tally = vote(found)
    bearers = within.surnames(found.values())
    mostly = frozenset(name for name in bearers if name in tally.whole and tally.settled(name) == within.PERSON)
    for story, own in found.items():
        within.override(names[story], own, bearers, mostly)
    everywhere = known(found, names, tally)
    for story, own in _heard(found.items(), passed):
        after = rescan(names[story], own, everywhere)
        within.override(names[story], after)
        found[story] = [candidate for candidate in after if candidate.kind != NONE]
    return found
