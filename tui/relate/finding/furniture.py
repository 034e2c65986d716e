"""Standing furniture: the paragraph that an outlet prints under every story makes no two of them alike.

A paragraph is furniture when it stands in three stories or more that are strangers to one another: far apart in time,
or beginning with other things, and not the same all over. A paragraph of a report that was reprinted three times, or a
statement that all reports of an event quote, is none.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from tui.model import When
from tui.relate.finding.events import LONGEST_EVENT
from tui.relate.finding.features import SHINGLE, Features, Keys
from tui.relate.finding.likeness import cosine
from tui.relate.finding.placing import gap

LEAST_STORIES = 3
# Of more stories that have a paragraph, so many are looked at: those whose digests come first.
MOST_LOOKED_AT = 24
# Two stories whose paragraphs are shared to this part of the shorter one are the same all over.
_ALL_OVER = 0.8
# Of stories that have nothing to do with each other, nineteen in twenty begin less alike than this (cosine).
_BEGIN_ALIKE = 0.05

Told = tuple[Features, When]


def is_furniture(having: Sequence[Told]) -> bool:
    """Whether a paragraph that these stories have is furniture: most of them are strangers to the next one."""
    if len(having) < LEAST_STORIES:
        return False
    unlike = 0
    for (one, when), (other, then) in pairwise(having):
        unlike += strangers(one, when, other, then) and _shared(one, other) < _ALL_OVER * min(one.length, other.length)
    return 2 * unlike > len(having) - 1


def own_shingles(story: Features, furniture: Collection[int]) -> Keys:
    """The shingles of a story, each once, rising, without those that touch furniture."""
    shingles: Keys = np.sort(
        story.shingles[own(story, furniture)] if any(touches(story, furniture)) else story.shingles
    )
    new: npt.NDArray[np.bool_] = shingles[1:] != shingles[:-1]
    if new.all():
        return shingles
    rising: Keys = shingles[np.concatenate(([True], new))]
    return rising


def own(story: Features, furniture: Collection[int]) -> npt.NDArray[np.bool_]:
    """Which shingles of a story, in the order of its body, lie outside furniture."""
    count = len(story.shingles)
    bad = touches(story, furniture)
    if not any(bad):
        return np.ones(count, dtype=np.bool_)
    words = np.repeat(np.array(bad), story.paragraph_lengths)
    outside: npt.NDArray[np.bool_] = ~(words[:count] | words[SHINGLE - 1 : SHINGLE - 1 + count])
    return outside


def touches(story: Features, furniture: Collection[int]) -> list[bool]:
    """Which paragraphs of a story are furniture; an empty list where there is none."""
    return [paragraph in furniture for paragraph in story.paragraphs.tolist()] if furniture else []


def far_apart(when: When, then: When) -> bool:
    """Whether two stories lie further apart in time than an event lasts, by what their documents say."""
    return gap(when, then) > LONGEST_EVENT


def strangers(one: Features, when: When, other: Features, then: When) -> bool:
    """Whether two stories lie far apart in time or begin with other things, so that what they share tells nothing."""
    return far_apart(when, then) or begin_differently(one, other)


def begin_differently(one: Features, other: Features) -> bool:
    """Whether two stories begin with other things."""
    return cosine(one.lead, other.lead) < _BEGIN_ALIKE


def _shared(one: Features, other: Features) -> int:
    """The words of the paragraphs that two stories share."""
    lengths = [dict(zip(s.paragraphs.tolist(), s.paragraph_lengths.tolist(), strict=True)) for s in (one, other)]
    common = lengths[0].keys() & lengths[1].keys()
    return sum(min(lengths[0][paragraph], lengths[1][paragraph]) for paragraph in common)
