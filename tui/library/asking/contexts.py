"""The hits of a search with what stands around them, story by story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.library.file.texts import column_of
from tui.search.context import Place, in_context

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.model import Story

_SEARCHED = ("headline", "standfirst", "body")


class Hit(NamedTuple):
    """One hit: the number of its story, the block it stands in, and its place there."""

    story: int
    block: int
    place: Place


def contexts(library: Library, numbers: Iterable[int], words: Sequence[str], width: int = 60) -> Iterator[Hit]:
    """Every hit of these words in these stories, in their order; a story without one in its text has none.

    Comments and furniture are looked through only in stories that have the words nowhere else.
    """
    for number in numbers:
        story = library.story(number)
        found = list(_hits(story, number, words, width, around=False))
        yield from found or _hits(story, number, words, width, around=True)


def count_hits(library: Library, numbers: Iterable[int], words: Sequence[str]) -> dict[int, int]:
    """How many hits each of these stories has."""
    return {number: sum(1 for _ in contexts(library, [number], words, 0)) for number in numbers}


def _hits(story: Story, number: int, words: Sequence[str], width: int, *, around: bool) -> Iterator[Hit]:
    for at, block in enumerate(story.blocks):
        if (column_of(block.kind) in _SEARCHED) is not around:
            for place in in_context(block.text, words, width):
                yield Hit(number, at, place)
