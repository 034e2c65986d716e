"""Parts: a large piece of one story stands in another. A link between stories; nothing is folded by it."""

from __future__ import annotations

# Shorter runs of equal words come about by chance and by names and titles.
RUN = 8
# Agreement with exhaustive word alignment of real reprints, whose own cut-off this is.
LEAST_CONTAINED = 0.30
LEAST_WORDS = 40
# The words that one shared shingle can add to runs of eight, at most.
_WORDS_A_SHINGLE = 2


def part_of(words: int, shorter: int) -> bool:
    """Whether so many words in shared runs are a large piece of a story of `shorter` words."""
    return words >= LEAST_WORDS and words >= LEAST_CONTAINED * shorter


def may_be_part(shingles: int, shorter: int) -> bool:
    """Whether so many shared shingles may hold enough shared runs; cheap, and never wrong to say no."""
    return part_of(_WORDS_A_SHINGLE * shingles, shorter)
