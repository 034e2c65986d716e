"""Stories made of a few lines, and what the actors floor says of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from plain_cast import cast

from tui.actors.recognise import names
from tui.model import Actor, ActorEdit, Block, BlockKind, Cast, Document, Quotation, Story

_DOCUMENT = Document("/pile/one.txt", "", 0, 0, "", "text/plain", "utf-8")


def story(*blocks: str | tuple[BlockKind, str], id: str = "one") -> Story:
    """A story of paragraphs; other blocks are given with their kind."""
    made = [
        Block(BlockKind.PARAGRAPH, block, number, number)
        if isinstance(block, str)
        else Block(block[0], block[1], number, number)
        for number, block in enumerate(blocks, 1)
    ]
    return Story(id, _DOCUMENT, 1, tuple(made), "", True)


def told(*stories: Story, edits: Sequence[ActorEdit] = (), date: dt.date | None = None) -> Cast:
    """The cast of these stories."""
    return cast({each.id: names(each) for each in stories}, {each.id: date for each in stories}, edits)


def by_name(found: Cast) -> dict[str, Actor]:
    """The actors by name."""
    return {actor.name: actor for actor in found.actors}


def kinds(*blocks: str | tuple[BlockKind, str]) -> dict[str, str]:
    """The names that one story gives, with their kinds."""
    return {actor.name: str(actor.kind) for actor in told(story(*blocks)).actors}


def aliases(actor: Actor) -> set[str]:
    """All ways an actor is written."""
    return {alias.text for alias in actor.aliases}


def surfaces(*blocks: str | tuple[BlockKind, str]) -> list[str]:
    """The mentions of one story as written, in their order."""
    return [mention.surface for mention in told(story(*blocks)).mentions["one"]]


def said(*paragraphs: str) -> list[Quotation]:
    """The quotations of one story."""
    return list(told(story(*paragraphs)).quotations["one"])
