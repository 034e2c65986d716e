"""What a story says of its own changes: corrections, updates and clarifications, and when it was last touched."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

from tui.model import BlockKind, Story
from tui.text.calendar import dates
from tui.text.words import words

# How such a note begins, or what it says of an earlier version, in the languages of most newsrooms.
_PIECE = r"(?:story|article|report|post|headline|piece|version|column|page|item|blog|entry|caption|video|graphic)"
_DONE = r"(?:corrected|updated|amended|clarified|revised|changed|edited|modified)"
_WHEN = r"(?:[,\s]+(?:\d[\w.:/]*|at|on|no|[ap]\.m\.?|[A-Za-z]{3,9}\.?(?=,?\s\d))|\s*\([^)]{1,40}\))*"
_NOTE = re.compile(
    r"\W{0,3}(?:(?:note|for the record)\W{1,3})?(?:"
    r"(?:editor[’']?s?[’']? note|corrections?(?: and clarifications?)?|clarifications?|updates?|amendment|erratum)"
    rf"{_WHEN}\s*[:—–-]"
    # What an agency puts in brackets above its own text.
    r"|(?<=[(\[])(?:corrects|recasts|adds|updates|refiles|clarifies|removes|writethru|fixes|repeats to)\b"
    rf"|(?:corrected|updated|amended|revised)(?:\s*(?:to|with)\b|(?<=corrected){_WHEN}\s*[:—–-])"
    rf"|this {_PIECE}\b.{{0,60}}?\b(?:has been|was|have been|is) (?:\w+ )?{_DONE}"
    rf"|(?:the )?{_PIECE}\b[^.]{{0,40}}?\b(?:has been|have been) (?:\w+ )?{_DONE}"
    rf"|(?:story|article|post|report) {_DONE}\b"
    rf"|this {_PIECE}(?: of (?:the|this) {_PIECE})? (?:corrects|clarifies)\b"
    rf"|we(?: have|[’']ve)? {_DONE} (?:this|the|our) {_PIECE}"
    rf"|(?:due to|because of|owing to) an? (?:\w+ )?error\b.{{0,80}}?\b{_PIECE}"
    r"|(?:an?|the) (?:earlier|previous|prior|original|initial) (?:version|edition|headline)"
    rf"(?: of (?:this|the) {_PIECE}|.{{0,20}}? (?:incorrect|wrong|mistaken)ly\b"
    r"| (?:said|stated|misstated|misspelled|misidentified|gave|omitted)\b)"
    r"|(?:korrektur|berichtigung|richtigstellung|anmerkung der redaktion|hinweis der redaktion|aktualisierung|"
    r"rectificatif|mise à jour|note de la rédaction|"
    r"corrección|fe de errores|aclaración|actualización|nota de la redacción|"
    r"correzione|rettifica|aggiornamento|errata corrige|"
    r"correção|errata|atualização|correctie|rectificatie)\b[^.]{0,40}?[:—–-]"
    r"|in einer (?:früheren|vorherigen) (?:version|fassung)\b"
    r"|(?:dieser|diesen) (?:artikel|text|beitrag)\b.{0,60}?\b(?:korrigiert|aktualisiert|geändert|ergänzt|berichtigt)"
    r"|(?:dans )?une (?:première|précédente) version\b|cet article a été (?:\w+ )?(?:corrigé|modifié|mis à jour)"
    r"|(?:en )?una versión (?:anterior|previa)\b"
    r"|est[ea] (?:artículo|noticia|nota) ha sido (?:corregid|actualizad|modificad)"
    r"|una versione precedente\b|questo articolo è stato (?:corretto|aggiornato|modificato)"
    r"|uma versão anterior\b|este artigo foi (?:corrigido|atualizado)"
    r"|in een eerdere versie\b|dit artikel is (?:aangepast|gecorrigeerd|bijgewerkt)"
    r")",
    re.IGNORECASE,
)
_EDITORS = re.compile(r"\W{0,3}(?:editor|anmerkung|hinweis|note de la|nota de la)", re.IGNORECASE)
_OF_A_CHANGE = re.compile(
    r"correct|updat|amend|clarif|revis|chang|version|edited|error|misstate"
    r"|korrig|aktualis|geänder|corrig|modifi|actualiz",
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
    found = _NOTE.match(text)
    if found is None:
        return False
    # Editors also note who a columnist is, and that a page is free.
    return _EDITORS.match(text) is None or _OF_A_CHANGE.search(text, found.end()) is not None


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
