"""All that is told of one actor, gathered from the library: what his own page shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tui.library.entries import ActorCount, Entry
from tui.library.library import Library
from tui.model import Actor, BlockKind, Quotation
from tui.text.fold import fold
from tui.text.sentences import sentences

STORIES_READ = 60
"""How many stories are read for the sentences that the aliases rest on."""


@dataclass(frozen=True, slots=True)
class ActorTold:
    """An actor with his stories in order of time, who appears with him, and what he is quoted as saying.

    `sentences` holds for an alias the first story that has it and the sentence there. What several copies
    carry is told once, from the first of them: what he says, `said`, and what others are quoted as saying of him or to
    him, `heard` (to him: True).
    """

    actor: Actor
    stories: tuple[Entry, ...] = ()
    with_whom: tuple[ActorCount, ...] = ()
    said: tuple[tuple[Entry, Quotation], ...] = ()
    heard: tuple[tuple[Entry, Quotation, bool], ...] = ()
    sentences: Mapping[str, tuple[Entry, str]] = field(default_factory=dict)

    @property
    def folded(self) -> dict[int, int]:
        """For the first of each group of copies among the stories, how many of the group are among them."""
        first: dict[int, int] = {}
        copies: dict[int, int] = {}
        for entry in self.stories:
            shown = first.setdefault(entry.first, entry.number)
            copies[shown] = copies.get(shown, 0) + 1
        return copies


def told_of(library: Library, id: str, most: int = 200) -> ActorTold:
    """Gather what is told of an actor; at most `most` companions. Raises UnknownActor."""
    actor = library.actor(id)
    numbers = library.in_order(library.stories_of(id))
    entries = {entry.number: entry for entry in library.entries(numbers)}
    said = _once((entries[number], quotation, False) for number, quotation in library.said_by(id) if number in entries)
    heard = _once(
        (entries[number], quotation, to) for number, quotation, to in library.spoken_of(id) if number in entries
    )
    return ActorTold(
        actor,
        tuple(entries[number] for number in numbers),
        tuple(library.with_whom(id, most)),
        tuple((entry, quotation) for entry, quotation, _ in said),
        tuple(heard),
        _sentences(library, actor, [entries[number] for number in numbers[:STORIES_READ]]),
    )


def _once(quotations: Iterable[tuple[Entry, Quotation, bool]]) -> list[tuple[Entry, Quotation, bool]]:
    """Quotations in the order given, each once, from the first story that has it."""
    found: dict[str, tuple[Entry, Quotation, bool]] = {}
    for one in quotations:
        found.setdefault(fold(one[1].text), one)
    return list(found.values())


def _sentences(library: Library, actor: Actor, stories: list[Entry]) -> dict[str, tuple[Entry, str]]:
    """For each way an actor is written, the first sentence in which he is written so."""
    wanted = {alias.text for alias in actor.aliases}
    found: dict[str, tuple[Entry, str]] = {}
    for entry in stories:
        missing = [
            mention
            for mention in library.mentions(entry.number)
            if mention.actor == actor.id and mention.surface in wanted and mention.surface not in found
        ]
        if missing:
            blocks = library.story(entry.number).blocks
            # A headline says a name without saying what he did: running text comes first.
            missing.sort(key=lambda mention: blocks[mention.block].kind is not BlockKind.PARAGRAPH)
            for mention in missing:
                text = blocks[mention.block].text
                around = (text[start:end] for start, end in sentences(text) if start <= mention.start < end)
                found.setdefault(mention.surface, (entry, next(around, text)))
        if len(found) == len(wanted):
            break
    return found
