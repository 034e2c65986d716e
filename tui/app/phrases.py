"""Dates and counts in the short words of the panes."""

from __future__ import annotations

import datetime as dt

from tui.app.glyphs import Signs
from tui.model import Basis, When

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

RESTS_ON = {
    Basis.HEADER: "from its header",
    Basis.METADATA: "from its metadata",
    Basis.DATELINE: "from its dateline",
    Basis.STAMP: "from its stamp",
    Basis.URL: "from its address",
    Basis.FILE_NAME: "from the file's name",
    Basis.COPY: "from a copy of it",
    Basis.EVENT: "from another report of the event",
    Basis.TEXT: "from its text",
    Basis.FILE_TIME: "from the file's time",
}


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 copy`, `3 copies`, `no copies`, `1,204 words`."""
    noun = one if number == 1 else many or f"{one}s"
    return f"{number or 'no'} {noun}" if number < 1000 else f"{number:,} {noun}"


def day(date: dt.date) -> str:
    """A day: `24 Jan 2026`."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def days(first: dt.date | None, last: dt.date | None, signs: Signs) -> str:
    """A span of days, said as short as it can be: `23–25 Oct 2024`, `30 Sep – 2 Oct 2024`, `before 3 May 2020`."""
    if first is None or last is None:
        if first is not None:
            return f"since {day(first)}"
        return f"until {day(last)}" if last is not None else "no date"
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{signs.dash}{day(last)}"
    start = day(first) if first.year != last.year else f"{first.day} {MONTHS[first.month - 1]}"
    return f"{start} {signs.dash} {day(last)}"


def when(placed: When, signs: Signs) -> str:
    """A date as the reader shows it: `24 Jan 2026, 14:30 PKT`, `≈ 23–25 Oct 2024`, `24 Jan 2025 or 24 Jan 2026`."""
    if placed.basis is Basis.NONE and placed.earliest is None and placed.latest is None:
        return "no date"
    if placed.among:
        said = " or ".join(day(one) for one in placed.among)
    elif placed.day is not None and not placed.inferred:
        said = day(placed.day)
    else:
        said = days(placed.earliest, placed.latest, signs)
    if placed.time is not None:
        said += f", {placed.time:%H:%M}" + (f" {placed.zone}" if placed.zone else "")
    return f"{signs.inferred} {said}" if placed.inferred else said
