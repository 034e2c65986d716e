"""What is searched of many stories at once: compact arrays of some hundred stories each, swept one after the other.

A segment is written once. Its stories may die (they are gone, or stand in a later segment anew); small segments are
taken into new ones. What changes with the relations (where a story lies in time, whether it stands for its copies) is
kept beside, in `Rows`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tui.relate.finding.features import Features
from tui.relate.finding.furniture import own_shingles
from tui.relate.finding.likeness import heaviest, vectors
from tui.relate.finding.ragged import Numbers, Ragged, joined, once, ragged
from tui.relate.finding.sketch import bands, sampled

# Stories in a segment, and the fewest living that it keeps to itself.
FULL, SMALL = 1024, 512
# Paragraphs of fewer words hold no run that would count.
LEAST_PARAGRAPH = 8
PARTS = ("paragraphs", "bands", "shingles", "heavy", "terms")
NEVER, EVER = -(1 << 30), 1 << 30

Parts = Mapping[str, Ragged]


@dataclass(slots=True, eq=False)
class Rows:
    """The stories of a segment: their numbers (0 for one that died), their days as far as known (ordinals; NEVER and
    EVER where an end is open), and whether they stand for themselves and their copies."""

    numbers: Numbers
    first: npt.NDArray[np.int32]
    last: npt.NDArray[np.int32]
    leads: npt.NDArray[np.bool_]

    @property
    def alive(self) -> Numbers:
        """The places of the living."""
        return np.flatnonzero(self.numbers)


def rows_of(numbers: Sequence[int]) -> Rows:
    """Rows for these stories, of which nothing else is known."""
    count = len(numbers)
    return Rows(
        np.array(numbers, dtype=np.int64),
        np.full(count, NEVER, dtype=np.int32),
        np.full(count, EVER, dtype=np.int32),
        np.zeros(count, dtype=np.bool_),
    )


def parts_of(stories: Sequence[Features], furniture: frozenset[int] | set[int]) -> Parts:
    """What is searched of these stories, furniture left out of their sketches and shingles."""
    sets = [own_shingles(story, furniture) for story in stories]
    terms = vectors(stories)
    return {
        "paragraphs": ragged([paragraphs_of(story) for story in stories], np.uint64),
        "bands": ragged([bands(one) for one in sets], np.uint32),
        "shingles": ragged([sampled(one) for one in sets], np.uint32),
        "heavy": heaviest(terms),
        "terms": terms,
    }


def paragraphs_of(story: Features) -> npt.NDArray[np.uint64]:
    """The hashes of the paragraphs of a story that are long enough to count, rising, each once."""
    held = once(story.paragraphs[story.paragraph_lengths >= LEAST_PARAGRAPH])
    counted: npt.NDArray[np.uint64] = held[held != 0]
    return counted


def joined_parts(many: Sequence[Parts]) -> Parts:
    """The stories of some segments as one."""
    return {name: joined([one[name] for one in many]) for name in PARTS}


def taken(parts: Parts, rows: Numbers) -> Parts:
    """Some stories of a segment."""
    return {name: parts[name].take(rows) for name in PARTS}
