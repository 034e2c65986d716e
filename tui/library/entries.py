"""What the library hands to a screen or a printer: lines of the list, counts, hits. Light: no I/O, no SQLite."""

from __future__ import annotations

import datetime as dt
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.model import Actor, When


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list.

    `number` is the story's number inside this library, `first` the number of the first of its copies (its own when
    alone), `copies` the stories of its group (1 when alone), `event` the number of the first story of its event (0
    when alone), `reports` the stories of its event, copies included (1 when alone).
    """

    number: int
    id: str
    key: str
    headline: str
    headline_derived: bool
    placed: When
    outlet: str
    agency: str
    place: str
    language: str
    words: int
    path: str
    member: str
    part: int
    first: int
    copies: int
    event: int
    reports: int
    read: bool
    star: bool


Month = tuple[int, int, int]  # year, month, count


@dataclass(frozen=True, slots=True)
class Summary:
    """What is loaded.

    `copies` counts the stories folded under a first one, `events` those that more than copies of one story report,
    `files` those that hold a story. `months` counts stories by the month of their best or
    earliest day, in order, months without a story left out. `fresh` tells whether the last build came to its end.
    """

    stories: int
    files: int
    copies: int
    groups: int
    events: int
    problems: int
    earliest: dt.date | None
    latest: dt.date | None
    months: tuple[Month, ...]
    fresh: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a list must know of every story, in order of time: 13 bytes a story, whatever its headline is.

    `numbers` are the stories, `days` their proleptic ordinals (0 without a date, or with a vague one), `firsts` name
    the group of each by its first story; `leads` has 1 for the stories that stand for their copies, 0 for the others.
    `runs` are the months one after the other: month (year * 12 + month - 1, 0 for no date), leads, stories with the
    copies folded under those leads. `copies` and `reports` are the most that a story has of them.
    """

    numbers: array[int]
    days: array[int]
    firsts: array[int]
    leads: bytes
    runs: tuple[tuple[int, int, int], ...]
    copies: int = 1
    reports: int = 1


@dataclass(frozen=True, slots=True)
class ActorCount:
    """An actor with his counts inside a filter: stories, mentions, and stories by month (in order)."""

    actor: Actor
    stories: int
    mentions: int
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found: story numbers in order of time, the folded words to mark in them, and hints in words."""

    numbers: tuple[int, ...]
    words: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


class UnknownStory(LookupError):
    """No story has this id or number, or several have an id that begins like this; `name` is what was asked for."""

    def __init__(self, name: str | int, candidates: tuple[str, ...] = ()) -> None:
        self.name = str(name)
        self.candidates = candidates
        if candidates:
            super().__init__(f"several stories have an id that begins with {name!r}: {', '.join(candidates)}")
        else:
            super().__init__(f"no story has the id {name!r}")


class UnknownActor(LookupError):
    """No actor has this id, or several have an id that begins like this."""

    def __init__(self, name: str, candidates: tuple[str, ...] = ()) -> None:
        self.name = name
        self.candidates = candidates
        if candidates:
            super().__init__(f"several actors have an id that begins with {name!r}: {', '.join(candidates)}")
        else:
            super().__init__(f"no actor has the id {name!r}")


class Interrupted(Exception):
    """The question was given up because a newer one took its place."""


class LibraryDamaged(Exception):
    """The library file cannot be read any more; the next build makes it anew. The reader's marks are not in it."""


class LibraryError(Exception):
    """The library cannot be opened or written where it should stand; says where and why."""
