"""What a build tells while it works. Immutable and picklable: they cross from the builder's process to the screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tui.library.entries import Summary


class Pass(StrEnum):
    """What a build is at."""

    WAITING = "waiting"  # another Wireside is building the same library
    LOOKING = "looking"  # at the folder
    READING = "reading"  # documents
    MEASURING = "measuring"  # what stories are compared by
    RELATING = "relating"  # copies, events, dates
    NAMING = "naming"  # names and quotations, story by story
    CASTING = "casting"  # actors over all stories


@dataclass(frozen=True, slots=True)
class Added:
    """Stories that are new in the library and stand in its order."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """Stories whose date, copies, event, actors or file are not what they were."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gone:
    """Stories that stand in the library no more."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """How far a build is: files or stories done of total (0: not known), per second, and seconds left if known.

    `stories` counts those that came of the files so far; then the rate is theirs.
    """

    name: Pass
    done: int = 0
    total: int = 0
    rate: float = 0.0
    left: float | None = None
    stories: int = 0


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The library was thrown away and is made anew; one line saying why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The build could not go on; one line saying why. What was stored before stands."""

    reason: str


@dataclass(frozen=True, slots=True)
class Done:
    """The build came to its end, or stopped where it was told to."""

    summary: Summary
    stopped: bool = False


Change = Added | Changed | Gone | Stage | Rebuilt | Failed | Done
