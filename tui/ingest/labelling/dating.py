"""The date of a story as its document says it, with what it rests on.

In the order of trust: an explicit header, the dateline, a stamp, the address, the file's name; the time of the file
only bounds it from above. Captions, comments and the body never date a story; the body bounds the years.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.ingest.labelling.stamps import Stamp
from tui.model import Basis, When
from tui.text.calendar import WEEKDAY_NAMES, DateFound, day_of, weekdays_named

_YEAR = re.compile(r"((?:19|20)\d\d)(?<![\d.,$€£-]\d\d\d\d)(?![\d,.]?\d|%)")
_AHEAD = re.compile(
    r"\b(?:by|until|till|for|next|before|beyond|through|bis|vor|ab|until|hasta|para|jusqu'en|d'ici|entro)\s+(?:the\s+)?$",
    re.I,
)
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_IN_URL = re.compile(
    r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?:/|$|-)|(?<!\d)((?:19|20)\d\d)-(0\d|1[0-2])-([0-2]\d|3[01])(?!\d)"
)
_DAY = dt.timedelta(days=1)
_STAMP_NEAR = dt.timedelta(days=7)
_EARLIEST_YEAR = 1600


@dataclass(frozen=True, slots=True)
class Clues:
    """All that may date a story: each with the words that say it.

    `printed` is the day on which a browser printed the page.
    """

    header: tuple[DateFound, str] | None
    dateline: tuple[DateFound, str] | None
    stamps: Sequence[tuple[Stamp, str]]
    url: str
    path: str
    mtime_ns: int
    body: str
    printed: dt.date | None = None


def when(clues: Clues) -> When:
    """The date of a story, by the best clue there is."""
    latest, known_by = _file_day(clues.mtime_ns), "the file's own time"
    if clues.printed and (latest is None or clues.printed + _DAY < latest):
        latest, known_by = clues.printed + _DAY, "the day it was printed"
    if clues.header and clues.header[0].day:
        day = clues.header[0].day
        return _day(day, Basis.HEADER, 0.98, f"the header “{clues.header[1]}”", latest=latest)
    stamped = _stamped(clues.stamps, latest)
    if clues.dateline:
        found = _by_dateline(clues.dateline[0], clues.dateline[1], stamped, clues.body, latest)
        if found is not None:
            return found
    if stamped is not None:
        return stamped
    addressed = _IN_URL.search(clues.url)
    if addressed:
        year, month, monthday = (int(part) for part in addressed.groups() if part)
        said = day_of(year, month, monthday)
        if said:
            return _day(said, Basis.URL, 0.85, f"the address says {said.isoformat()}", latest=latest)
    named = _IN_NAME.search(Path(clues.path).name)
    if named:
        said = day_of(int(named[1]), int(named[2]), int(named[3]))
        if said:
            return _day(said, Basis.FILE_NAME, 0.8, f"the file's name says {said.isoformat()}", latest=latest)
    return _bounded(clues.body, latest, known_by)


def _file_day(mtime_ns: int) -> dt.date | None:
    try:
        return dt.datetime.fromtimestamp(mtime_ns / 1e9, dt.UTC).date() + _DAY
    except (OverflowError, OSError, ValueError):
        return None


def _day(
    day: dt.date,
    basis: Basis,
    confidence: float,
    evidence: str,
    *,
    latest: dt.date | None,
    clock: Stamp | None = None,
) -> When:
    if latest is not None and day > latest:
        confidence, evidence = confidence / 2, f"{evidence}; doubtful, as the file is older than that"
    time, zone = (clock.time, clock.zone) if clock else (None, "")
    return When(day, day, day, basis, confidence, evidence, (), time, zone)


def _stamped(stamps: Sequence[tuple[Stamp, str]], latest: dt.date | None) -> When | None:
    """The day of the best stamp: one that says "published" before one that says "updated" before a bare one."""
    best: tuple[int, DateFound, Stamp, str] | None = None
    for stamp, text in stamps:
        for date in stamp.dates:
            if date.day is None and not date.among:
                continue
            rank = 2 if stamp.published else 1
            if best is None or rank > best[0]:
                best = (rank, date, stamp, text)
            break
    if best is None:
        return None
    _, date, stamp, text = best
    if date.day is None:
        settled, why = _settled_by_others(date, stamps), "day and month settled by another"
        if settled is None and latest is not None:
            past = [day for day in date.among if day <= latest]
            if len(past) == 1:
                settled, why = past[0], "as the other reading is after the file's own time"
        if settled is None:
            return When(
                date.among[0], date.among[-1], None, Basis.STAMP, 0.5, f"the stamp “{text}”, read both ways", date.among
            )
        return _day(settled, Basis.STAMP, 0.85, f"the stamp “{text}”, {why}", latest=latest, clock=stamp)
    return _day(date.day, Basis.STAMP, 0.9, f"the stamp “{text}”", latest=latest, clock=stamp)


def _settled_by_others(date: DateFound, stamps: Sequence[tuple[Stamp, str]]) -> dt.date | None:
    days = {other.day for stamp, _ in stamps for other in stamp.dates if other.day}
    near = [day for day in date.among if any(abs(day - other) <= _STAMP_NEAR for other in days)]
    return near[0] if len(near) == 1 else None


def _by_dateline(date: DateFound, text: str, stamped: When | None, body: str, latest: dt.date | None) -> When | None:
    if date.day is not None:
        return _day(date.day, Basis.DATELINE, 0.95, f"the dateline “{text}”", latest=latest)
    if not date.month or not date.monthday:
        return None
    if stamped is not None and stamped.day is not None:
        for year in (stamped.day.year, stamped.day.year - 1):
            day = day_of(year, date.month, date.monthday)
            if day and dt.timedelta(days=-1) <= stamped.day - day <= _STAMP_NEAR:
                return _day(
                    day, Basis.DATELINE, 0.95, f"the dateline “{text}”, its year from {stamped.evidence}", latest=latest
                )
        return None
    last = latest.year if latest else dt.date.today().year
    first = newest_year(body, last) or last - 4
    days = [
        day
        for year in range(first, last + 1)
        if (day := day_of(year, date.month, date.monthday)) and (not latest or day <= latest)
    ]
    evidence = f"the dateline “{text}”, which names no year"
    if first == newest_year(body, last):
        evidence += f"; not before {first}, which the text names"
    fitting, words = _by_weekday(days, body)
    if fitting and len(fitting) < len(days):
        days, evidence = fitting, f"{evidence}; {words}"
    if not days:
        return None
    if len(days) == 1:
        return _day(days[0], Basis.DATELINE, 0.75, evidence, latest=latest)
    return When(days[0], days[-1], None, Basis.DATELINE, 0.5, evidence, tuple(days))


def _by_weekday(days: Sequence[dt.date], body: str) -> tuple[list[dt.date], str]:
    """The days that agree with the weekday a story names: it is told on that day, or on one of the two after it."""
    named = {weekday for _, _, weekday in weekdays_named(body)}
    if len(named) != 1:
        return [], ""
    weekday = named.pop()
    return [day for day in days if (day.weekday() - weekday) % 7 <= 2], f"the text says {WEEKDAY_NAMES[weekday]}"


def newest_year(body: str, last: int) -> int:
    """The newest year that a text names as present or past, up to `last`; 0 where it names none."""
    years = [
        int(match[1])
        for match in _YEAR.finditer(body)
        if int(match[1]) <= last and not _AHEAD.search(body, max(0, match.start() - 12), match.start())
    ]
    return max(years, default=0)


def _bounded(body: str, latest: dt.date | None, known_by: str) -> When:
    year = newest_year(body, latest.year) if latest else 0
    earliest = dt.date(year, 1, 1) if year > _EARLIEST_YEAR else None
    evidence = "no date in the document"
    if earliest:
        evidence += f"; not before {year}, which the text names"
    if latest:
        evidence += f"; not after {latest - _DAY}, {known_by}"
        return When(earliest, latest, None, Basis.FILE_TIME, 0.1, evidence)
    return When(earliest, None, None, Basis.TEXT if earliest else Basis.NONE, 0.1, evidence)
