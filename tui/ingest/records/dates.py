"""Dates in fields: ISO 8601, mail dates, seconds since 1970, and all that is written in figures and names of months."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable

from dateutil import parser

from tui.model import Basis, When
from tui.text.calendar import dates

_ISO = re.compile(
    r"((?:1[6-9]|20)\d\d)(-?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])"
    r"(?:[T\s]*([01]\d|2[0-3]):?([0-5]\d)(?::?[0-5]\d(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?(?!\d)"
)
_MONTH = re.compile(r"((?:1[6-9]|20)\d\d)(?:[-/.](0[1-9]|1[0-2]))?")
_EPOCH = re.compile(r"-?(\d{9,10}|\d{12,13})(?:\.\d+)?")
_BOTH_WAYS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](?:\d{4}|\d{2})(?!\d)")
_TRUSTED, _DOUBTED = 0.95, 0.5
_LONGEST = 80
_DAY = dt.timedelta(days=1)
_UNSAID = (dt.datetime(2000, 1, 1, tzinfo=dt.UTC), dt.datetime(2004, 2, 2, tzinfo=dt.UTC))


def month_first(values: Iterable[str]) -> bool | None:
    """Whether dates in figures are written month first, by those that cannot be read both ways; None: nobody knows."""
    first = second = 0
    for value in values:
        match = _BOTH_WAYS.match(value)
        if match:
            first += int(match[1]) > 12
            second += int(match[2]) > 12
    return None if bool(first) == bool(second) else bool(second)


def fielded(name: str, value: str, mtime_ns: int, american: bool | None) -> When | None:
    """The date that a field says; None where its value is none. `american`: figures are written month first."""
    value = value.strip()
    if not value or len(value) > _LONGEST:
        return None
    found = _iso(value) or _epoch(value) or _interval(value) or _written(value, american)
    if found is None:
        return None
    evidence = f"the field “{name}”: {value}"
    confidence = _TRUSTED if found.day else _DOUBTED
    if found.earliest and found.earliest > _file_day(mtime_ns):
        confidence, evidence = confidence / 2, f"{evidence}; doubtful, as the file is older than that"
    return When(
        found.earliest,
        found.latest,
        found.day,
        Basis.METADATA,
        confidence,
        evidence,
        found.among,
        found.time,
        found.zone,
    )


def _file_day(mtime_ns: int) -> dt.date:
    try:
        return dt.datetime.fromtimestamp(mtime_ns / 1e9, dt.UTC).date() + _DAY
    except (OverflowError, OSError, ValueError):
        return dt.date.max


def _on(day: dt.date, time: dt.time | None = None, zone: str = "") -> When:
    return When(day, day, day, time=time, zone=zone)


def _iso(value: str) -> When | None:
    match = _ISO.match(value)
    if match is None:
        return None
    try:
        day = dt.date(int(match[1]), int(match[3]), int(match[4]))
    except ValueError:
        return None
    if match[5] is None or (match[5] + match[6] == "0000" and not match[7]):
        return _on(day)
    return _on(day, dt.time(int(match[5]), int(match[6])), match[7] or "")


def _epoch(value: str) -> When | None:
    match = _EPOCH.fullmatch(value)
    if match is None:
        return None
    seconds = float(value) / (1000 if len(match[1]) > 10 else 1)
    try:
        moment = dt.datetime.fromtimestamp(seconds, dt.UTC)
    except (OverflowError, OSError, ValueError):
        return None
    return _on(moment.date(), moment.time().replace(second=0, microsecond=0), "UTC")


def _interval(value: str) -> When | None:
    match = _MONTH.fullmatch(value)
    if match is None:
        return None
    year, month = int(match[1]), int(match[2] or 0)
    last = calendar.monthrange(year, month or 12)[1]
    return When(dt.date(year, month or 1, 1), dt.date(year, month or 12, last))


def _written(value: str, american: bool | None) -> When | None:
    """A date as people and mail programs write it."""
    for found in dates(value, month_first=american)[:1]:
        if found.day:
            return _on(found.day, *_clock(value))
        if found.among:
            return When(found.among[0], found.among[-1], among=found.among)
    here, there = (_parsed(value, unsaid, american) for unsaid in _UNSAID)
    if here is None or there is None or here.date() != there.date():
        return None  # it leaves out the day, the month or the year
    return _on(here.date(), *_clock(value))


def _clock(value: str) -> tuple[dt.time | None, str]:
    """The time of day in a value, and its zone as written."""
    moment = _parsed(value, _UNSAID[0], None) if ":" in value else None
    if moment is None:
        return None, ""
    zone = re.search(r"(?:[A-Z]{2,5}|[+-]\d\d:?\d\d|Z)\s*$", value)
    return moment.time().replace(second=0, microsecond=0, tzinfo=None), zone[0].strip() if zone else ""


def _parsed(value: str, default: dt.datetime, american: bool | None) -> dt.datetime | None:
    try:
        moment = parser.parse(value, default=default, dayfirst=american is False, ignoretz=True)
    except (ValueError, OverflowError):
        return None
    return moment if isinstance(moment, dt.datetime) else None
