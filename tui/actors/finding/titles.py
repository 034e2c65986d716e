"""Titles in runs of capitalised words: what belongs to a title, and where the name behind it begins."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.actors import lists
from tui.actors.finding.features import categories, gazetteer
from tui.actors.finding.runs import Run, is_nickname

# Above this, in units of the weights, a title and what follows are one name after all (General Electric).
_ONE_NAME = 48
# Down to this a body and what it is of or on ("Commission of", "Group on") are one name though the score says no.
_ONE_BODY = -40
_PLACES = ("c", "r", "y")
_OF = ("of", "of the")
# Small words that stand in names of families alone, whatever follows them.
_FAMILY = re.compile(r"(?:von|van|bin|ibn|bint|della|ter|ten)\b")
_ON = ("on", "for", "on the", "for the")


@lru_cache(maxsize=1 << 15)
def is_title(word: str) -> bool:
    """Whether a word is a title or an honorific, and no given name."""
    found = categories(word)
    return ("T" in found or "H" in found) and "G" not in found


@lru_cache(maxsize=1 << 15)
def is_modifier(word: str) -> bool:
    """Whether a word qualifies titles: prime, foreign, state."""
    return "M" in categories(word)


def _is_body(word: str, gap: str) -> bool:
    """Whether a word is a body's that small words join to its field: Commission of, Group on."""
    small = word.lower()
    return (gap in _OF and small in lists.words("takes of")) or (gap in _ON and small in lists.words("takes on"))


def title_words(run: Run) -> list[bool]:
    """Which words of a run belong to a title: titles, what qualifies them before, and "of State" behind."""
    size = len(run.words)
    marked = [is_title(word) for word in run.words]
    for number in range(size - 2, -1, -1):
        if not marked[number] and marked[number + 1] and not run.gaps[number] and is_modifier(run.words[number]):
            marked[number] = True
    for number in range(1, size):
        behind = run.gaps[number - 1] in ("of", "of the", "for") and marked[number - 1]
        marked[number] = marked[number] or (behind and is_modifier(run.words[number]))
    return marked


def settle(run: Run, marked: list[bool], joins: list[int]) -> list[bool]:
    """Where names go on, by the gaps' scores and the titles: titles hold together, and names begin behind them."""
    settled = [
        score > 0
        or _FAMILY.match(run.gaps[number]) is not None
        or (not marked[number] and is_nickname(run.gaps[number]))
        or (not run.gaps[number] and gazetteer(f"{run.words[number]} {run.words[number + 1]}") in _PLACES)
        or (score > _ONE_BODY and bool(run.gaps[number]) and _is_body(run.words[number], run.gaps[number]))
        for number, score in enumerate(joins)
    ]
    leading = True
    for number, gap in enumerate(run.gaps):
        leading = leading and (marked[number] or bool(set("cd") & set(categories(run.words[number]))))
        if marked[number] and marked[number + 1]:
            settled[number] = settled[number] or gap in ("", "of", "of the", "for")
        elif marked[number] and leading and not gap:
            settled[number] = joins[number] > _ONE_NAME
    return settled
