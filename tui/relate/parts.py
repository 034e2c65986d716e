"""Parts: a large piece of one story stands in another. A link between stories; nothing is folded by it."""

from __future__ import annotations

# Agreement with exhaustive word alignment is flat between .25 and .39 of the shorter story.
LEAST_CONTAINED = 0.30
LEAST_SHARED = 40


def part_of(shared: int, left: int, right: int) -> bool:
    """Whether so many shared shingles, of so many on either side, are a large piece of the shorter story."""
    return shared >= LEAST_SHARED and shared >= LEAST_CONTAINED * min(left, right)
