"""Dates for stories that do not give theirs: from their copies, then from reports of the same event.

A copy appears within days of the other; reports of one event lie within three days; a weekday that the first
paragraphs name lies on the story's day or up to two days before it (measured: in 86 of 100 dated stories).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tui.model import Basis, When
from tui.relate.finding.events import LONGEST_EVENT

COPY_DAYS = LONGEST_EVENT
EVENT_DAYS = 3
_AFTER_WEEKDAY = 2
_YEAR_FROM_COPY = 0.9
_DAY_FROM_COPY = 0.7
_YEAR_FROM_EVENT = 0.75
_DAYS_FROM_WEEKDAY = 0.65
_DAYS_FROM_EVENT = 0.5
# What the document itself says of its day. The rest gives way to copies and events.
_SAID = (Basis.HEADER, Basis.METADATA, Basis.DATELINE, Basis.STAMP, Basis.URL, Basis.FILE_NAME)
_ONE_DAY = dt.timedelta(days=1)

Bounds = tuple[dt.date | None, dt.date | None]


def says_its_day(when: When) -> bool:
    """Whether a document gives its own day; else copies and events may place it."""
    return when.day is not None and when.basis in _SAID


def settled(when: When) -> bool:
    """Whether reports of its event can tell nothing more of a story's day."""
    return says_its_day(when) or (when.day is not None and when.basis is Basis.COPY)


def bounds(when: When) -> Bounds:
    """The days between which a story lies as far as is known; an end may be open, both are where they contradict."""
    if when.day is not None and when.basis is not Basis.FILE_TIME:
        return when.day, when.day
    if when.among:
        return min(when.among), max(when.among)
    if when.earliest and when.latest and when.earliest > when.latest:
        return None, None
    return when.earliest, when.latest


def gap(left: When, right: When) -> int:
    """The fewest days that two stories may lie apart."""
    (first, last), (begin, end) = bounds(left), bounds(right)
    before = (begin - last).days if begin and last else 0
    after = (first - end).days if first and end else 0
    return max(before, after, 0)


def from_copies(when: When, copies: Iterable[When]) -> When:
    """The date of a story whose copies have these dates; its own where they do not tell or contradict it."""
    if says_its_day(when):
        return when
    dated = [copy for copy in copies if says_its_day(copy)]
    for told in sorted(dated, key=lambda copy: (_distance(when, copy), copy.day or dt.date.min)):
        if told.day is None or _distance(when, told) > COPY_DAYS:
            break
        if when.among:
            evidence = (
                f"{_own(when)}its copy is dated {written(told.day)}, so the year is {_nearest(when, told.day).year}"
            )
            return _on(when, _nearest(when, told.day), _YEAR_FROM_COPY, evidence)
        evidence = f"its copy is dated {written(told.day)}"
        return _within(when, (told.day, told.day), Basis.COPY, _DAY_FROM_COPY, evidence)
    return when


def from_event(when: When, weekdays: Sequence[tuple[int, str]], reports: Iterable[When]) -> When:
    """The date of a story whose event was reported on these dates, narrowed by the weekdays that it names.

    Reports whose own day is unknown tell nothing. A story that says its day, or contradicts the event, is left as is.
    """
    days = sorted(report.day for report in reports if settled(report) and report.day is not None)
    if settled(when) or not days:
        return when
    middle = days[len(days) // 2]
    told = f"one report of the event is dated {written(days[0])}"
    if len(days) > 1:
        span = written(days[0]) if days[0] == days[-1] else f"{written(days[0])} to {written(days[-1])}"
        told = f"{len(days)} reports of the event are dated {span}"
    if when.among:
        day = _nearest(when, middle)
        if abs((day - middle).days) > LONGEST_EVENT:
            return when
        return _on(when, day, _YEAR_FROM_EVENT, f"{_own(when)}{told}, so the year is {day.year}")
    reach = dt.timedelta(days=EVENT_DAYS)
    earliest, latest = days[-1] - reach, days[0] + reach
    if earliest > latest:
        earliest, latest = days[0], days[-1]
    first, last = bounds(when)
    earliest, latest = max(earliest, first or earliest), min(latest, last or latest)
    if earliest > latest:
        return when
    if (named := _after_weekday(earliest, latest, middle, weekdays)) is not None:
        start, end, name = named
        return _within(when, (start, end), Basis.EVENT, _DAYS_FROM_WEEKDAY, f"{told}; it says “{name}”")
    return _within(when, (earliest, latest), Basis.EVENT, _DAYS_FROM_EVENT, told)


def written(day: dt.date) -> str:
    """A day as evidence names it: 25 Oct 2024."""
    return f"{day.day} {day:%b} {day.year}"


def _after_weekday(
    earliest: dt.date, latest: dt.date, middle: dt.date, weekdays: Sequence[tuple[int, str]]
) -> tuple[dt.date, dt.date, str] | None:
    """The days from the weekday that is named first to two days after it, inside bounds, the nearest to the middle."""
    if not weekdays:
        return None
    weekday, name = weekdays[0]
    runs = []
    day = earliest - dt.timedelta(days=_AFTER_WEEKDAY)
    while day <= latest:
        if day.weekday() == weekday:
            start, end = max(day, earliest), min(day + dt.timedelta(days=_AFTER_WEEKDAY), latest)
            runs.append((start, end))
        day += _ONE_DAY
    if not runs:
        return None
    start, end = min(runs, key=lambda run: max((run[0] - middle).days, (middle - run[1]).days, 0))
    return start, end, name


def _distance(when: When, told: When) -> int:
    """The days between the day that is told and the nearest that a story may lie on."""
    if told.day is None:
        return COPY_DAYS + 1
    if when.among:
        return abs((_nearest(when, told.day) - told.day).days)
    first, last = bounds(when)
    return max(((first or told.day) - told.day).days, (told.day - (last or told.day)).days, 0)


def _nearest(when: When, day: dt.date) -> dt.date:
    return min(when.among, key=lambda one: (abs((one - day).days), one))


def _own(when: When) -> str:
    return f"{when.evidence}; " if when.evidence else ""


def _on(when: When, day: dt.date, confidence: float, evidence: str) -> When:
    """The same date with its year found: still the document's own word."""
    return replace(when, earliest=day, latest=day, day=day, among=(), confidence=confidence, evidence=evidence)


def _within(when: When, days: tuple[dt.date, dt.date], basis: Basis, confidence: float, evidence: str) -> When:
    """A date found elsewhere; the time of day and zone of the document stay."""
    earliest, latest = days
    day = earliest if earliest == latest else None
    return replace(
        when,
        earliest=earliest,
        latest=latest,
        day=day,
        basis=basis,
        confidence=confidence,
        evidence=evidence,
        among=(),
    )
