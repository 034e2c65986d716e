"""Counts, days and shares in words, the same wherever the program speaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.model import Basis

if TYPE_CHECKING:
    from tui.model import BlockKind, FactKind, When

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

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


def rests_on(placed: When) -> str:
    """What a date rests on: `from its dateline`; nothing for what is too vague to be called a date."""
    return "" if placed.vague and not placed.among else RESTS_ON.get(placed.basis, "")


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 copy`, `3 copies`, `no copies`, `1,204 words`."""
    noun = one if number == 1 else many or f"{one}s"
    return f"{number:,} {noun}" if number else f"no {noun}"


def listed(parts: Sequence[str]) -> str:
    """Words as a list: `a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def blocks(kind: BlockKind, number: int) -> str:
    """Blocks of a kind as a count: `2 headlines`, `4 key points`; one of them by its name alone: `pull quote`."""
    return kind.value if number == 1 else count(number, kind.value)


def facts(kind: FactKind, number: int) -> str:
    """Facts of a kind as a count: `2 figures`."""
    return count(number, kind.value)


def percent(share: float) -> str:
    """A share of 0 to 1: `97%`; never rounded up to all or down to nothing."""
    return f"{min(99, max(1, round(share * 100))) if 0.0 < share < 1.0 else round(share * 100)}%"


def day(date: dt.date) -> str:
    """A day: `24 Jan 2026`."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def days(first: dt.date | None, last: dt.date | None) -> str:
    """A span of days as short as it can be said: `23–25 Oct 2024`, `30 Sep – 2 Oct 2024`, `until 3 May 2020`."""
    if first is None or last is None:
        if first is not None:
            return f"since {day(first)}"
        return f"until {day(last)}" if last is not None else "no date"
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    start = day(first) if first.year != last.year else f"{first.day} {_MONTHS[first.month - 1]}"
    return f"{start} – {day(last)}"


def bounds(placed: When) -> list[str]:
    """What is known of a vague date: `1918 at the earliest`, `3 May 2020 at the latest`; nothing from a file's time."""
    said = []
    if placed.earliest is not None:
        first = placed.earliest
        said.append(f"{first.year if (first.month, first.day) == (1, 1) else day(first)} at the earliest")
    if placed.latest is not None and placed.basis is not Basis.FILE_TIME:
        last = placed.latest
        said.append(f"{last.year if (last.month, last.day) == (12, 31) else day(last)} at the latest")
    return said


def when(placed: When) -> str:
    """A date as it is shown: `24 Jan 2026, 14:30 PKT`, `≈ 23–25 Oct 2024`, `24 Jan 2025 or 24 Jan 2026`.

    Where too little is known to call it a date, what is known: `no date; 1918 at the earliest`.
    """
    if placed.vague and not placed.among:
        return "; ".join(["no date", *bounds(placed)])
    if placed.among:
        said = " or ".join(day(one) for one in placed.among)
    elif placed.day is not None and not placed.inferred:
        said = day(placed.day)
    else:
        said = days(placed.earliest, placed.latest)
    said = clocked(said, placed)
    return f"≈ {said}" if placed.inferred else said


def clocked(said: str, placed: When) -> str:
    """A day with the time of day behind it, where it is known: `24 Jan 2026, 14:30 PKT`."""
    if placed.time is None:
        return said
    return f"{said}, {placed.time:%H:%M}" + (f" {placed.zone}" if placed.zone else "")
