"""What a plan finds: all of it, or its first page; the passage of a story that it hits; the word that was meant."""

from __future__ import annotations

import sqlite3

from tui.library.asking import hints, suggest
from tui.library.asking.carry import Carried
from tui.library.entries import Hits
from tui.model import BlockKind, Story
from tui.search import marking
from tui.search.plan import Plan
from tui.search.terms import terms

_AROUND = (BlockKind.HEADLINE, BlockKind.COMMENT, BlockKind.FURNITURE)


def search(carried: Carried, plan: Plan) -> Hits:
    """The stories that a plan means, in order of time, with the words to mark and hints in words."""
    words = marking.words_to_mark(plan)
    if plan.root is None:
        return Hits(tuple(carried.timeline.numbers.tolist()), words, plan.hints)
    found = tuple(carried.timeline.those(carried.stories(plan.root)))
    return Hits(found, words, plan.hints if found else plan.hints + hints.why_nothing(carried, plan))


def first_page(carried: Carried, plan: Plan, most: int) -> tuple[int, ...]:
    """The first `most` stories that a plan means, in order of time, without looking for all the others."""
    if plan.root is None:
        return tuple(carried.timeline.numbers[:most].tolist())
    return tuple(carried.first(plan.root, most))


def snippet(story: Story, plan: Plan, width: int = 160) -> str:
    """The passage of a story around what the plan looks for, empty where it hits no text.

    The body comes before the headline, and before what stands around the story.
    """
    words = marking.words_to_mark(plan)
    found = marking.snippet([block.text for block in story.blocks if block.kind not in _AROUND], words, width)
    return found.text or marking.snippet([block.text for block in story.of(*_AROUND)], words, width).text


def did_you_mean(connection: sqlite3.Connection, word: str) -> str | None:
    """The nearest word that stands in the stories, None where the word does itself or none is near."""
    for term in terms(word):
        if not suggest.known(connection, term):
            return suggest.nearest_word(connection, term) or None
    return None
