"""What stories are to one another: matches, groups of copies, events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from tui.model.dates import When


class MatchKind(StrEnum):
    """What two stories are to each other, the closest first."""

    IDENTICAL = "identical"
    COPY = "copy"
    PART = "part"
    EVENT = "event"
    RELATED = "related"


SAME_TEXT = (MatchKind.IDENTICAL, MatchKind.COPY, MatchKind.PART)
"""The kinds of pairs that are made of the same text."""


Side = TypeVar("Side", str, int)
"""What a story is spoken of by: its id, or its number."""


@dataclass(frozen=True, slots=True)
class Pair(Generic[Side]):
    """Two stories and what they are to each other, with the numbers it rests on.

    `shared_left` and `shared_right` are the share of each side's words that stand in the other, in shared runs
    (0..1). `jaccard` compares their sets of 5-word shingles. `likeness` is the event likeness (words, names, figures
    and dates; 0..1). `days_apart` is None where a date is missing. For a part, `left` is the whole and `right` the
    story that it contains a large piece of.
    """

    left: Side
    right: Side
    kind: MatchKind
    shared_left: float = 0.0
    shared_right: float = 0.0
    shared_words: int = 0
    jaccard: float = 0.0
    likeness: float = 0.0
    days_apart: int | None = None
    by_reader: bool = False


class Match(Pair[str]):
    """Two stories by their ids, and what they are to each other."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Copies folded under the first of them: `stories[0]` in order of time. Each is a copy of the first, no chains."""

    stories: tuple[str, ...]

    @property
    def first(self) -> str:
        return self.stories[0]


@dataclass(frozen=True, slots=True)
class Event:
    """The stories of one event in order of time, copies included. Its id is the id of its first story."""

    stories: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.stories[0]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The reader's word on a pair: `same` copies or not. It wins over the machine's. Keys are `Story.key`s."""

    left: str
    right: str
    same: bool


@dataclass(frozen=True, slots=True)
class Relations:
    """All that stories are to one another: verified pairs, groups of two and more, events of two and more, dates."""

    matches: tuple[Match, ...]
    groups: tuple[Group, ...]
    events: tuple[Event, ...]
    placed: Mapping[str, When]
