"""What a story says of its own changes: corrections, updates and clarifications, and when it was last touched."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

from tui.model import BlockKind, Story
from tui.text.calendar import dates
from tui.text.words import words

# How such a note begins, or what it says of an earlier version, in the languages of most newsrooms.
_NOTE = re.compile(
    r"\W{0,3}(?:"
    r"(?:editor[’']?s?[’']? note|correction(?:s and clarifications)?|clarification|update|updates|updated to|"
    r"corrects|recasts|adds|writethru|erratum|"
    r"korrektur|berichtigung|richtigstellung|anmerkung der redaktion|hinweis der redaktion|aktualisierung|"
    r"rectificatif|erratum|mise à jour|note de la rédaction|"
    r"corrección|fe de errores|aclaración|actualización|nota de la redacción|"
    r"correzione|rettifica|aggiornamento|errata corrige|"
    r"correção|errata|atualização|correctie|rectificatie)\b[^.]{0,40}?[:—–-]"
    r"|(?:this|the) (?:story|article|report|post|headline|piece|version)\b.{0,60}?\b(?:has been|was|have been|is) "
    r"(?:\w+ )?(?:corrected|updated|amended|clarified|revised|changed)"
    r"|an? (?:earlier|previous|prior) (?:version|edition|headline)\b"
    r"|in einer (?:früheren|vorherigen) (?:version|fassung)\b"
    r"|une (?:première|précédente) version\b|dans une (?:première|précédente) version\b"
    r"|(?:en )?una versión (?:anterior|previa)\b|una versione precedente\b|uma versão anterior\b"
    r"|in een eerdere versie\b"
    r")",
    re.IGNORECASE,
)
_NOT_A_NOTE = frozenset({BlockKind.COMMENT, BlockKind.HEADLINE, BlockKind.SUBHEAD})
_TOUCHED = re.compile(
    r"updated|modified|revised|last (?:edited|changed)|aktualisiert|geändert|mis à jour|modifié|actualizado"
    r"|aggiornato|atualizado|bijgewerkt|oppdatert|uppdaterad|opdateret",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?<![\d:.])(\d{1,2})[:.](\d{2})(?![\d:.]\d)\s*(?:(a|p)\.?m\b)?", re.IGNORECASE)


def notes(story: Story) -> list[str]:
    """The corrections, updates and clarifications that a story says of itself, in its order."""
    return [block.text for block in story.blocks if block.kind not in _NOT_A_NOTE and is_note(block.text)]


def is_note(text: str) -> bool:
    """Whether a block tells of a change to its own story."""
    return _NOTE.match(text) is not None


def new_notes(old: Story, new: Story) -> tuple[str, ...]:
    """The notes of the later telling that the earlier one does not have."""
    before = Counter(tuple(words(text)) for text in notes(old))
    found = []
    for text in notes(new):
        said = tuple(words(text))
        if before[said]:
            before[said] -= 1
        else:
            found.append(text)
    return tuple(found)


def touched(story: Story) -> tuple[dt.date | None, dt.time | None]:
    """When a story says that it was last updated: the day and the time of day, None for what it does not say."""
    last: tuple[dt.date | None, dt.time | None] = (None, None)
    for block in story.of(BlockKind.STAMP, BlockKind.DATELINE, BlockKind.BYLINE):
        for mark in _TOUCHED.finditer(block.text):
            said = block.text[mark.end() : mark.end() + 60]
            days = [found.day for found in dates(said) if found.day is not None]
            time = _TIME.search(said)
            if days or time:
                last = (days[0] if days else None, _time(time) if time else None)
    return last


def _time(found: re.Match[str]) -> dt.time | None:
    hour, minute = int(found[1]), int(found[2])
    if found[3]:
        hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None
