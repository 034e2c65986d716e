"""Dates as intervals of days, with what they rest on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """What a date rests on, in the order of trust."""

    HEADER = "header"
    METADATA = "metadata"
    DATELINE = "dateline"
    STAMP = "stamp"
    URL = "url"
    FILE_NAME = "file name"
    COPY = "copy"
    EVENT = "event"
    TEXT = "text"
    FILE_TIME = "file time"
    NONE = "none"


LONGEST_INTERVAL = dt.timedelta(days=92)


@dataclass(frozen=True, slots=True)
class When:
    """A date as an interval of days, with what it rests on.

    `day` is the best single day, None where only an interval is known. `earliest` and `latest` are None where that
    end is open. `among` holds the only days possible where there are a few (a year not written: 24 January of 2025
    or 2026; 3/4 read both ways); it is empty otherwise. `time` is the local time of day where known, `zone` as
    written. `confidence` runs from 0 to 1. `evidence` says in a few words what it rests on.
    """

    earliest: dt.date | None = None
    latest: dt.date | None = None
    day: dt.date | None = None
    basis: Basis = Basis.NONE
    confidence: float = 0.0
    evidence: str = ""
    among: tuple[dt.date, ...] = ()
    time: dt.time | None = None
    zone: str = ""

    @property
    def inferred(self) -> bool:
        """Whether the document itself does not say so: the day comes from other stories, its text or its file."""
        return self.basis in (Basis.COPY, Basis.EVENT, Basis.TEXT, Basis.FILE_TIME, Basis.NONE)

    @property
    def vague(self) -> bool:
        """Whether it says too little to give a place in the order of time: no day, and an open or a long interval."""
        if self.day is not None:
            return False
        return self.earliest is None or self.latest is None or self.latest - self.earliest > LONGEST_INTERVAL


UNDATED = When()
