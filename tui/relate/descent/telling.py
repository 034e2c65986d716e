"""One telling of a text: the story with its own date, its words in shingles, and whether it comes before another."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tui.model import BlockKind, Story, When
from tui.relate.descent.notes import new_notes, notes, touched
from tui.text.words import words

_SHINGLE = 5
_NEXT_DAY, _LATER_DAY, _BY_TIME, _BY_NOTE, _BY_STAMP, _BY_FILE = 0.85, 0.95, 0.85, 0.85, 0.8, 0.4
_OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+-])(\d{1,2}):?(\d{2})?|(Z|UTC|GMT)", re.IGNORECASE)
_FILES_APART = 60  # seconds between the times of two files that were not merely unpacked together


class Telling:
    """A story among those that tell the same text."""

    def __init__(self, story: Story) -> None:
        self.story = story

    @property
    def id(self) -> str:
        return self.story.id

    @cached_property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """The runs of five words of its body."""
        said: list[str] = []
        for block in self.story.of(BlockKind.STANDFIRST, BlockKind.PARAGRAPH):
            said += words(block.text)
        size = min(_SHINGLE, len(said))
        return frozenset(tuple(said[at : at + size]) for at in range(len(said) - size + 1 if size else 0))

    def shared_with(self, other: Telling) -> float:
        """The share of its runs of words that stand in the other, 0..1."""
        return len(self.shingles & other.shingles) / len(self.shingles) if self.shingles else 0.0


@dataclass(frozen=True, slots=True)
class Before:
    """That one telling comes before another: how sure that is, 0..1, and what says so."""

    confidence: float
    evidence: str


def before(one: Telling, other: Telling, *, one_outlet: bool = False) -> Before | None:
    """Why `one` comes before `other`, by what the two say of themselves; None where nothing tells.

    Days first, then times of day, then notes of corrections and stamps of updates; between versions of `one_outlet`
    last the times of the files, as they are saved in the order in which they are seen.
    """
    dated = _by_day(one.story.when, other.story.when) or _by_time(one.story.when, other.story.when)
    if dated is not None:
        return dated if dated.confidence else None
    notes, back = new_notes(one.story, other.story), new_notes(other.story, one.story)
    if notes and not back:
        return Before(_BY_NOTE, "by its own note that it was changed")
    if back and not notes:
        return None
    if one_outlet:
        touch = _stamped(touched(one.story)), _stamped(touched(other.story))
        if touch[0] < touch[1]:
            return Before(_BY_STAMP, "by its stamp of an update")
        if touch[0] > touch[1]:
            return None
        gap = (other.story.document.mtime_ns - one.story.document.mtime_ns) / 1e9
        if gap >= _FILES_APART and one.story.document != other.story.document:
            return Before(_BY_FILE, "by the times of the files alone")
    return None


def dated_before(one: When, other: When) -> Before | None:
    """Why a story of one date comes before a story of another, by their days and times; None where these tell not."""
    found = _by_day(one, other) or _by_time(one, other)
    return found if found is not None and found.confidence else None


def same_day(one: When, other: When) -> bool:
    """Whether two documents name the same day for themselves."""
    return one.day is not None and one.day == other.day and not (one.inferred or other.inferred)


def in_order(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings as far as their order is known: by day, time, notes, stamps and files, then by path."""
    return sorted(tellings, key=_moment)


def _moment(telling: Telling) -> tuple[object, ...]:
    story, when = telling.story, telling.story.when
    day = when.earliest or dt.date.max
    touch = _stamped(touched(story))
    return (
        day,
        when.time is None,
        when.time or dt.time(),
        len(notes(story)),
        touch,
        story.document.mtime_ns // int(_FILES_APART * 1e9),
        story.document.path,
        story.part,
    )


def _stamped(touch: tuple[dt.date | None, dt.time | None]) -> tuple[dt.date, dt.time]:
    return touch[0] or dt.date.min, touch[1] or dt.time()


def _by_day(one: When, other: When) -> Before | None:
    """By the days that the documents name; of no confidence where they speak against it, None where they are silent."""
    if one.inferred or other.inferred or one.latest is None or other.earliest is None:
        if one.inferred or other.inferred or one.earliest is None or other.latest is None:
            return None
        return Before(0.0, "") if other.latest < one.earliest else None
    days = (other.earliest - one.latest).days
    if days > 0:
        if days == 1 and one.basis is not other.basis:  # a dateline is the day before the paper
            return None
        sure = (_NEXT_DAY if days == 1 else _LATER_DAY) * min(one.confidence, other.confidence)
        return Before(sure, f"by their dates, {_days(days)} apart")
    if one.earliest is not None and other.latest is not None and other.latest < one.earliest:
        apart = (one.earliest - other.latest).days
        return None if apart == 1 and one.basis is not other.basis else Before(0.0, "")
    return None


def _by_time(one: When, other: When) -> Before | None:
    if one.day is None or one.day != other.day or one.time is None or other.time is None:
        return None
    if one.basis is not other.basis and not (one.zone and other.zone):  # clocks of two kinds that name no zone
        return None
    zones = _offset(one.zone), _offset(other.zone)
    if one.zone != other.zone and None in zones:
        return None
    east = (zones[0] or 0, zones[1] or 0) if one.zone != other.zone else (0, 0)
    minutes = _minutes(other.time) - east[1] - _minutes(one.time) + east[0]
    if minutes == 0:
        return None
    return Before(_BY_TIME, f"by their times, {_span(minutes)} apart") if minutes > 0 else Before(0.0, "")


def _offset(zone: str) -> int | None:
    """Minutes east of Greenwich, None where the zone does not say."""
    found = _OFFSET.fullmatch(zone.strip())
    if found is None:
        return None
    if found[4]:
        return 0
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    return -minutes if found[1] == "-" else minutes


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute


def _span(minutes: int) -> str:
    if minutes < 60:
        return f"{minutes} minute{'s' if minutes > 1 else ''}"
    hours = round(minutes / 60)
    return f"{hours} hour{'s' if hours > 1 else ''}"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
