"""Stamps: lines that say when a page was published or updated, and little else."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from tui.text.calendar import WEEKDAYS, DateFound, dates, weekdays_named

_LONGEST, _WIDEST = 22, 160  # words, characters
_LONGEST_BARE = 13  # words, where no year is named
_DAYS = "today|yesterday|just now|heute|gestern|aujourd'hui|hier|hoy|ayer|hoje|ontem|oggi|ieri|bugün|dün"
_RELATIVE = re.compile(
    r"\b(?:\d+|an?|one|two|three|few)\s*(?:sec(?:ond)?s?|min(?:ute)?s?|h(?:ou)?rs?|h|d|days?|w|weeks?|mo(?:nth)?s?"
    r"|years?)\s*ago\b"
    r"|\bvor\s+(?:\d+|einer?|einem|wenigen)\s*(?:sek\w*|min\w*|std\.?|stunden?|tag(?:en)?|wochen?|monat(?:en)?"
    r"|jahr(?:en)?)"
    r"|\bil y a\s+(?:\d+|une?)\s*\w+|\bhace\s+(?:\d+|una?)\s*\w+|\bhá\s+(?:\d+|uma?)\s*\w+|\b(?:\d+|un')\s*\w+\s+fa\b"
    r"|\b\d+\s+(?:uur|dagen|minuten|weken)\s+geleden\b|\b\d+\s+(?:saat|gün|dakika|hafta)\s+önce\b"
    r"|\bför\s+\d+\s+\w+\s+sedan\b|\bfor\s+\d+\s+\w+\s+siden\b|\b\d+\s+\w+\s+(?:temu|назад|sitten)\b|\d+\s*(?:時間|分|日)前"
    rf"|^\W*(?:{_DAYS})\b",
    re.IGNORECASE,
)
# A day stands at the beginning of whatever `_RELATIVE` matches, or one of these in it.
_RELATIVE_SIGNS = "ago|vor |il y a|hace|há | fa|geleden|önce|sedan|siden|temu|назад|sitten|前"
_RELATIVE_WORDS = tuple(_RELATIVE_SIGNS.split("|"))
# And one of these, where there is no figure in it.
_UNFIGURED = ("ago", "vor ", "il y a", "hace", "há ", "un'")
_DAY_FIRST = re.compile(rf"\W*(?:{_DAYS})\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?P<hour>[0-2]?\d)\s?[:.h]\s?(?P<minute>[0-5]\d)(?::\d\d)?\s?(?P<half>[ap]\.?\s?m\b\.?)?"
    r"|\b(?P<hour2>1?\d)\s?(?P<half2>[ap]\.?m\b\.?)|\b(?P<hour3>[0-2]?\d)\s?Uhr\b",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\b(?:GMT|UTC|[ECMP][SD]T|[ECMP]T|IST|BST|CES?T|EES?T|WAT|EAT|SAST|PKT|JST|KST|HKT|SGT|MYT|AE[SD]T|NZ[SD]T|MSK"
    r"|AKS?T|UHR)\b"
    r"(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?|[+-]\d\d:\d\d|(?<=\d)Z\b",
    re.IGNORECASE,
)
# Words that stand beside the date of a stamp, by what they tell.
_UPDATED = re.compile(
    r"\b(?:(?:last )?(?:updated?|modified|edited|revised|changed)|aktualisiert|aktualisierung|zuletzt|geändert|update"
    r"|mis à jour"
    r"|mise à jour|màj|modifié|actualizado|actualización|actualizada|atualizado|atualizada|aggiornato|aggiornamento"
    r"|bijgewerkt"
    r"|laatste update|güncelleme|güncellendi|uppdaterad|opdateret|oppdatert|päivitetty|aktualizacja|aktualizováno"
    r"|frissítve"
    r"|обновлено|更新|diperbarui)\b|更新",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:first )?(?:published|posted|publication|datum|fecha|data|tarih|issued|released|created|date|filed|added"
    r"|veröffentlicht|erstellt|stand|publié"
    r"|publiée|publicado|publicada|publicación|creado|postado|pubblicato|pubblicazione|gepubliceerd|geplaatst"
    r"|yayınlanma"
    r"|yayınlandı|yayın tarihi|giriş|oluşturulma|publicerad|publiceret|udgivet|publisert|julkaistu|opublikowano"
    r"|publikacja"
    r"|publikováno|közzétéve|publicat|опубликовано|опубліковано|ditayangkan|dipublikasikan|terbit|tayang|print"
    r"|edition)\b|公開|配信|発表",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"\b(?:on|at|the|of|am|um|vom|den|der|bis|le|à|el|a|las|em|de|del|às|il|alle|ore|op|om|tarihi|saat|kl|klo|o|godz|v"
    r"|в"
    r"|last|time|first|as|since|is|was|uhr|mit|pm|min|read|local|online|version|original|and|und|et|y|e|em|h|s)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_STROKES = re.compile(r"\s[|/•·]\s")
# Where a page sets no space between an author, the day and a counter: "Lena QuillMarch 4, 20250".
_RUN_ON_YEAR = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d")
_RUN_ON = re.compile(rf"(?<=[^\W\d_A-Z])(?={_RUN_ON_YEAR.pattern})|(?<=\d, (?:19|20)\d\d)(?=\d)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]+")
_LONGEST_UNSPACED = 8  # characters beside the date


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a stamp says: its dates in order, whether a label stands by them, its time, and the words left over."""

    dates: tuple[DateFound, ...]
    published: bool
    updated: bool
    time: dt.time | None
    zone: str
    rest: str


@lru_cache(maxsize=4096)
def stamp(text: str, words: int) -> Stamp | None:
    """The stamp that a line is, None where it is none: a date or "3 hours ago", and few words besides."""
    if words > _LONGEST or len(text) > _WIDEST:
        return None
    figured = _FIGURE.search(text)
    relative = _RELATIVE.search(text) if _may_be_relative(text, figured is not None) else None
    if not figured and not relative:
        return None
    if figured and ", " in text and _RUN_ON_YEAR.search(text):
        text = _RUN_ON.sub(" ", text)
    found = dates(text) if figured else []
    if not found and not relative and not (figured and _TIME.search(text) and _day_or_label(text)):
        return None
    if words > _LONGEST_BARE and not relative and not any(date.year for date in found):
        return None
    rest = text
    for date in reversed(found):
        rest = rest[: date.start] + " " + rest[date.end :]
    time, zone = _time(rest)
    for pattern in (_RELATIVE, _TIME, _ZONE):
        rest = pattern.sub(" ", rest)
    rest, updated = _UPDATED.subn(" ", rest)
    rest, published = _PUBLISHED.subn(" ", rest)
    rest = _SMALL.sub(" ", rest)
    left = [word for word in _WORD.findall(rest) if word.lower() not in WEEKDAYS]
    full = any(date.year for date in found)
    if full and time is not None:
        allowed = 9
    elif full and _STROKES.search(text):
        allowed = 6
    else:
        allowed = 5 if updated or published or relative else 3
    if len(left) > allowed or sum(map(len, _UNSPACED.findall(rest))) > _LONGEST_UNSPACED:
        return None
    if not found and not (updated or published) and len(left) > 2:
        return None
    return Stamp(tuple(found), published > 0, updated > 0, time, zone, " ".join(rest.split()))


def _day_or_label(text: str) -> bool:
    """Whether a time stands with a weekday or with a label: "Monday 6:30pm", "updated 12:56"."""
    return bool(weekdays_named(text) or _UPDATED.search(text) or _PUBLISHED.search(text))


def _may_be_relative(text: str, figured: bool) -> bool:
    low = text.lower()
    return any(map(low.__contains__, _RELATIVE_WORDS if figured else _UNFIGURED)) or _DAY_FIRST.match(text) is not None


def _time(text: str) -> tuple[dt.time | None, str]:
    match = _TIME.search(text)
    if match is None:
        return None, ""
    hour = int(match["hour"] or match["hour2"] or match["hour3"])
    minute = int(match["minute"] or 0)
    half = (match["half"] or match["half2"] or "").lower()[:1]
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    zone = _ZONE.search(text, match.end())
    named = zone[0].strip() if zone and zone.start() - match.end() < 4 else ""
    return (dt.time(hour, minute) if hour < 24 else None), "" if named.lower() == "uhr" else named
