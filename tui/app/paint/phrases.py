"""Dates and counts in the short words of the panes, in the signs that the terminal can show."""

from __future__ import annotations

import datetime as dt

from tui.app.paint.glyphs import Signs
from tui.model import When
from tui.views import wording
from tui.views.wording import RESTS_ON, count

__all__ = ["MONTHS", "RESTS_ON", "count", "days", "when"]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def days(first: dt.date | None, last: dt.date | None, signs: Signs) -> str:
    """A span of days: `23–25 Oct 2024`."""
    return _in_signs(wording.days(first, last), signs)


def when(placed: When, signs: Signs) -> str:
    """A date as the panes show it: `24 Jan 2026, 14:30 PKT`, `≈ 23–25 Oct 2024`, `no date`."""
    return _in_signs(wording.when(placed), signs)


def _in_signs(said: str, signs: Signs) -> str:
    return said.replace("≈", signs.inferred).replace("–", signs.dash)
