"""The order of time: earliest day, latest day, time of day, path, part; what has no date or a vague one comes last."""

from __future__ import annotations

import datetime as dt

from tui.model import When

Moment = tuple[dt.date, dt.date, dt.time, str, int]


def in_order_of_time(when: When, path: str, part: int = 1) -> Moment:
    """The key that stories are sorted by; vague dates come last, by what is known of them."""
    latest = when.latest or dt.date.max
    earliest = dt.date.max if when.vague else when.earliest or latest
    return (earliest, latest, when.time or dt.time.max, path, part)
