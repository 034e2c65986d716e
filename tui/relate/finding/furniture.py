"""Standing furniture: the paragraph that an outlet prints under every story makes no two of them alike.

A paragraph is furniture when it stands in three stories or more that are strangers to one another: far apart in time,
or beginning with other things, and not the same all over. A paragraph of a report that was reprinted three times, or a
statement that all reports of an event quote, is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from tui.relate.finding.events import LONGEST_EVENT
from tui.relate.finding.features import SHINGLE, Features, Keys
from tui.relate.finding.item import Item
from tui.relate.finding.likeness import cosine
from tui.relate.finding.placing import gap

_LEAST_STORIES = 3
# Shorter ones hold no run that would count.
_LEAST_WORDS = 8
_MOST_LOOKED_AT = 12
# Two stories whose paragraphs are shared to this part of the shorter one are the same all over.
_ALL_OVER = 0.8
# Of stories that have nothing to do with each other, nineteen in twenty begin less alike than this (cosine).
_BEGIN_ALIKE = 0.05


def standing(items: Sequence[Item]) -> frozenset[int]:
    """The hashes of the paragraphs that are furniture in these stories."""
    stories = [item.features for item in items]
    held = [np.unique(story.paragraphs[story.paragraph_lengths >= _LEAST_WORDS]) for story in stories]
    numbers = np.repeat(np.arange(len(held)), [len(one) for one in held])
    every = np.concatenate(held) if held else np.zeros(0, dtype=np.uint64)
    order = np.argsort(every, kind="stable")
    every, numbers = every[order], numbers[order]
    hashes, first, counts = np.unique(every, return_index=True, return_counts=True)
    furniture = set()
    shares: dict[tuple[int, int], int] = {}
    lengths: dict[int, dict[int, int]] = {}
    for at in np.flatnonzero((counts >= _LEAST_STORIES) & (hashes != 0)).tolist():
        having = numbers[first[at] : first[at] + counts[at]].tolist()
        step = max(1, len(having) // _MOST_LOOKED_AT)
        paragraph = int(hashes[at])
        unlike = looked = 0
        for left, right in pairwise(having[::step]):
            for story in (left, right):
                if story not in lengths:
                    lengths[story] = _lengths(stories[story])
            if (left, right) not in shares:
                common = lengths[left].keys() & lengths[right].keys()
                shares[left, right] = sum(min(lengths[left][one], lengths[right][one]) for one in common)
            shorter = min(stories[left].length, stories[right].length)
            looked += 1
            unlike += shares[left, right] < _ALL_OVER * shorter and strangers(items[left], items[right])
        if 2 * unlike > looked:
            furniture.add(paragraph)
    return frozenset(furniture)


def own_shingles(story: Features, furniture: frozenset[int]) -> Keys:
    """The shingles of a story, each once, rising, without those that touch furniture."""
    shingles: Keys = np.sort(story.shingles[own(story, furniture)])
    new: npt.NDArray[np.bool_] = np.concatenate((shingles[:1] == shingles[:1], shingles[1:] != shingles[:-1]))
    rising: Keys = shingles[new]
    return rising


def own(story: Features, furniture: frozenset[int]) -> npt.NDArray[np.bool_]:
    """Which shingles of a story, in the order of its body, lie outside furniture."""
    count = len(story.shingles)
    if furniture.isdisjoint(story.paragraphs.tolist()):
        return np.ones(count, dtype=np.bool_)
    bad = np.array([paragraph in furniture for paragraph in story.paragraphs.tolist()])
    words = np.repeat(bad, story.paragraph_lengths)
    outside: npt.NDArray[np.bool_] = ~(words[:count] | words[SHINGLE - 1 : SHINGLE - 1 + count])
    return outside


def far_apart(left: Item, right: Item) -> bool:
    """Whether two stories lie further apart in time than an event lasts, by what their documents say."""
    return gap(left.when, right.when) > LONGEST_EVENT


def strangers(left: Item, right: Item) -> bool:
    """Whether two stories lie far apart in time or begin with other things, so that what they share tells nothing."""
    return far_apart(left, right) or begin_differently(left, right)


def begin_differently(left: Item, right: Item) -> bool:
    """Whether two stories begin with other things."""
    return cosine(left.features.lead, right.features.lead) < _BEGIN_ALIKE


def _lengths(story: Features) -> dict[int, int]:
    """The words of each paragraph of a story, by the paragraph's hash."""
    return dict(zip(story.paragraphs.tolist(), story.paragraph_lengths.tolist(), strict=True))
