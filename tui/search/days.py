"""Spans of days as a query writes them: 2024, 2024-10, 2024-10-24, two of them with `..`, or one behind > >= < <=."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from tui.search.plan import QueryError, Span

_DAY = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")
_SIGN = re.compile(r"(>=|<=|>|<|=)?(.*)", re.DOTALL)
_HOW = "Write date:2024, date:2024-10, date:2024-10-24, date:2024-10..2024-12 or date:>=2025."


def span(text: str, position: int) -> Span:
    """Read one span of days; raises QueryError with `position` as the place of the text in the query."""
    first, dots, last = text.partition("..")
    if dots:
        if not first and not last:
            raise QueryError(position, "No day stands on either side of “..”.", _HOW)
        earliest = _days(first, position)[0] if first else None
        latest = _days(last, position + len(first) + 2)[1] if last else None
        if earliest and latest and earliest > latest:
            raise QueryError(position, f"“{text}” ends before it begins.", f"Write date:{last}..{first}.")
        return Span(earliest, latest)
    match = _SIGN.fullmatch(text)
    sign, day = (match[1] or "=", match[2]) if match else ("=", text)
    earliest, latest = _days(day, position + len(text) - len(day))
    match sign:
        case ">=":
            return Span(earliest, None)
        case "<=":
            return Span(None, latest)
        case ">":
            return Span(_step(latest, 1, position), None)
        case "<":
            return Span(None, _step(earliest, -1, position))
    return Span(earliest, latest)


def so_far(text: str) -> Span | None:
    """What a span that is still being typed says already, None when nothing yet."""
    first, dots, last = text.partition("..")
    try:
        if not dots:
            sign = _SIGN.fullmatch(first)
            day = _whole(sign[2]) if sign else ""
            return span((sign[1] or "" if sign else "") + day, 0) if day else None
        return span(f"{first}..{_whole(last)}", 0)
    except QueryError:
        return None


def _whole(day: str) -> str:
    """The parts of a day that cannot go on: a month of one figure may still become another month."""
    parts = re.split(r"[-/]", day)
    while parts and len(parts[-1]) < (4 if len(parts) == 1 else 2):
        parts.pop()
    return "-".join(parts)


def _days(text: str, position: int) -> tuple[dt.date, dt.date]:
    match = _DAY.fullmatch(text)
    if not match:
        raise QueryError(position, f"“{text}” is not a date." if text else "A date is missing.", _HOW)
    year, month, day = int(match[1]), match[2], match[3]
    if not year:
        raise QueryError(position, "There is no year 0.", _HOW)
    if month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if not 1 <= int(month) <= 12:
        raise QueryError(position, f"There is no month {month}.", _HOW)
    length = calendar.monthrange(year, int(month))[1]
    if day is None:
        return dt.date(year, int(month), 1), dt.date(year, int(month), length)
    if not 1 <= int(day) <= length:
        raise QueryError(position, f"{calendar.month_name[int(month)]} {year} has {length} days, not {day}.")
    return (found := dt.date(year, int(month), int(day))), found


def _step(day: dt.date, days: int, position: int) -> dt.date:
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        raise QueryError(position, "The calendar ends there.", _HOW) from None
