"""Short forms and what they stand for."""

from __future__ import annotations

import re

_PART = re.compile(r"[^\W_]+")
_MOST = 20
_SMALL = frozenset(("of", "for", "and", "the", "on", "in", "to", "at", "de", "la", "des", "du", "e", "i", "ul", "&"))


def is_acronym(word: str) -> bool:
    """Whether a word is written as a short form: two to eight capitals, with stops, figures and an s allowed."""
    bare = word.replace(".", "").removesuffix("s")
    return (
        2 <= len(bare) <= 8
        and bare[:1].isalpha()
        and sum(c.isupper() for c in bare) >= len(bare) - 1
        and bare[0].isupper()
    )


def letters(word: str) -> str:
    """The letters of a short form, in lower case."""
    return word.replace(".", "").removesuffix("s").lower()


def initials(words: tuple[str, ...], gaps: tuple[str, ...]) -> list[tuple[str, bool]]:
    """The initials of a name, each with whether a short form may leave it out (as it may those of small words)."""
    found: list[tuple[str, bool]] = []
    for number, word in enumerate(words):
        if number and gaps[number - 1]:
            found += [(part[0].lower(), True) for part in _PART.findall(gaps[number - 1])]
        for place, part in enumerate(_PART.findall(word)):
            found.append((part[0].lower(), place > 0 and (part[0].islower() or part.lower() in _SMALL)))
    return found


def stands_for(short: str, words: tuple[str, ...], gaps: tuple[str, ...]) -> bool:
    """Whether a short form has the initials of these words, in order; only small words may be left out."""
    having = initials(words, gaps)
    if len(words) < 2 or len(having) > _MOST:
        return False
    return _match(letters(short), having)


def _match(wanted: str, having: list[tuple[str, bool]]) -> bool:
    if not having:
        return not wanted
    letter, optional = having[0]
    if wanted[:1] == letter and _match(wanted[1:], having[1:]):
        return True
    return optional and _match(wanted, having[1:])


def expansion(short: str, words: tuple[str, ...], gaps: tuple[str, ...]) -> int:
    """The first of the words, counted from 0, from which on a short form written behind them stands for them; or -1."""
    if len(letters(short)) < 2:
        return -1
    for first in range(max(0, len(words) - len(letters(short)) - 1), len(words) - 1):
        if stands_for(short, words[first:], gaps[first:]):
            return first
    return -1
