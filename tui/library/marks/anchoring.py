"""Where highlighted passages stand now: a document that was read anew may have other blocks than before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.library.marks.markstore import Highlight

if TYPE_CHECKING:
    from tui.model import Story

NOWHERE = -1
"""The block of a passage that the story has no more."""


def anchored(story: Story, highlights: Iterable[Highlight]) -> tuple[Highlight, ...]:
    """The highlights with the blocks and offsets that their passages have in this story, in the order of its text."""
    found = [_anchored(story, highlight) for highlight in highlights]
    return tuple(sorted(found, key=lambda one: (one.block, one.start, one.end)))


def _anchored(story: Story, highlight: Highlight) -> Highlight:
    blocks = story.blocks
    held = blocks[highlight.block].text if 0 <= highlight.block < len(blocks) else ""
    if held[highlight.start : highlight.end] == highlight.text and held:
        return highlight
    nearest = sorted(range(len(blocks)), key=lambda at: abs(at - highlight.block))
    for at in nearest:
        start = blocks[at].text.find(highlight.text)
        if start >= 0:
            return replace(highlight, block=at, start=start, end=start + len(highlight.text))
    return replace(highlight, block=NOWHERE, start=0, end=0)
