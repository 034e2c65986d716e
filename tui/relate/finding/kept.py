"""What relating keeps of stories from one time to the next, so that the next time it looks at what is new alone."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass

from tui.model import When
from tui.relate.finding.features import Features
from tui.relate.finding.nearness import Edges
from tui.relate.finding.order import Moment, in_order_of_time
from tui.relate.finding.placing import bounds
from tui.relate.finding.ragged import Ragged
from tui.relate.finding.segments import EVER, NEVER, Parts, Rows
from tui.relate.finding.tie import Tie

# The ties of a story, by the other story and, of the final ones, whether they are of copies (or of reports).
Shared = dict[int, Tie]
Ties = dict[tuple[int, bool], Tie]


@dataclass(slots=True)
class Known:
    """A story: what its document says; its date as its copies give it and as it stands; the first of its group."""

    id: str
    path: str
    part: int
    said: When
    copied: When
    placed: When
    first: int

    @property
    def key(self) -> str:
        """The id without its suffix, as the reader's verdicts name it."""
        return self.id.partition("-")[0]


class Kept:
    """All of it, by the numbers of stories, in memory; a library gives mappings that read when they are asked.

    `features` are read-only. `shared` has the pairs that are copies or parts by their words alone, `edges` those that
    are somewhat alike; `groups` and `events` have the stories of each story's, itself included, in order; `ties` what
    is told in the end. Each pair stands on both sides.
    """

    def __init__(self, features: Mapping[int, Features]) -> None:
        self.features = features
        self.known: MutableMapping[int, Known] = {}
        self.segments: dict[int, Rows] = {}
        self.furniture: set[int] = set()
        self.shared: MutableMapping[int, Shared] = {}
        self.edges: MutableMapping[int, Edges] = {}
        self.groups: MutableMapping[int, tuple[int, ...]] = {}
        self.events: MutableMapping[int, tuple[int, ...]] = {}
        self.ties: MutableMapping[int, Ties] = {}
        self._parts: dict[int, Parts] = {}

    def part(self, segment: int, name: str) -> Ragged:
        """One part of a segment."""
        return self._parts[segment][name]

    def add(self, rows: Rows, parts: Parts) -> int:
        """Keep a new segment; its number."""
        segment = max(self.segments, default=0) + 1
        self.segments[segment] = rows
        self._parts[segment] = parts
        return segment

    def touched(self, segment: int) -> None:
        """Hear that the rows of a segment are not what they were."""

    def drop(self, segment: int) -> None:
        """Forget a segment."""
        del self.segments[segment], self._parts[segment]

    def of_key(self, key: str) -> Sequence[int]:
        """The stories of a text."""
        return [number for number, story in self.known.items() if story.key == key]


def copied_moment(story: Known) -> tuple[Moment, str]:
    """The place of a story in the order of time as copies give it; of equals, by the id."""
    return in_order_of_time(story.copied, story.path, story.part), story.id


def placed_moment(story: Known) -> tuple[Moment, str]:
    """The place of a story in the order of time in the end."""
    return in_order_of_time(story.placed, story.path, story.part), story.id


def said_moment(story: Known) -> tuple[Moment, str]:
    """The place of a story in the order of time by what its document says."""
    return in_order_of_time(story.said, story.path, story.part), story.id


def span(when: When) -> tuple[int, int]:
    """The first and last day that a story may lie on, as ordinals; NEVER and EVER where an end is open."""
    first, last = bounds(when)
    return (first.toordinal() if first else NEVER), (last.toordinal() if last else EVER)
