"""Dates as a reader types them."""

from __future__ import annotations

import datetime as dt
import re


def day_asked(text: str) -> dt.date | None:
    """The first day that this means: a day, a month or a year; None when it is no date."""
    text = text.strip()
    numbers = re.fullmatch(r"(\d{4})(?:[-./](\d{1,2}))?(?:[-./](\d{1,2}))?", text)
    try:
        if numbers:
            year, month, day = (int(part) if part else 1 for part in numbers.groups())
            return dt.date(year, month, day)
        if not re.search(r"\d{4}", text):
            return None
        from dateutil import parser  # noqa: PLC0415  only this prompt asks

        first = dt.datetime.combine(dt.date(2000, 1, 1), dt.time())
        return parser.parse(text, default=first, dayfirst=True).date()
    except (ValueError, OverflowError):
        return None
