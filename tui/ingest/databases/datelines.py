"""Lines of an export that are nothing but the date of a story."""

from __future__ import annotations

import re

from tui.text.calendar import WEEKDAYS, dates

_LONGEST = 70
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?|uhr|h)?\s*(?:\(?[A-Z]{2,5}\)?|[+-]\d\d:?\d\d)?", re.IGNORECASE
)
_EDITION = re.compile(r"(?:\w+\s+){0,3}(?:edition|ausgabe|édition|edición|editie|edizione)\b.*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_OF_A_DATE = frozenset(
    (*WEEKDAYS, "am", "pm", "gmt", "utc", "the", "of", "de", "del", "den", "le", "el", "der", "il", "at", "updated")
)
_SEASON = re.compile(r"(?:spring|summer|autumn|fall|winter)\s+(?:19|20)\d\d", re.IGNORECASE)


def date_line(text: str) -> bool:
    """Whether a line tells a date, with its weekday, its time and its edition perhaps, and nothing else."""
    if not text or len(text) > _LONGEST or not any(sign.isdigit() for sign in text):
        return False
    if _SEASON.fullmatch(text):
        return True
    found = dates(text)
    if not found or (found[0].day is None and found[0].earliest is None and not found[0].among):
        return False
    rest = _CLOCK.sub(" ", text[: found[0].start] + " " + _EDITION.sub(" ", text[found[0].end :]))
    return all(word.lower() in _OF_A_DATE for word in _WORD.findall(rest)) and not re.search(r"\d{3}", rest)
