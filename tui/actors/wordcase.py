"""How words are usually set: small, capital or either, as counted over a large pile of news."""

from __future__ import annotations

from functools import cache

from tui.actors import lists

# How often a word stands in small letters inside a sentence: always, mostly, often, sometimes. A word of no such
# record is a name, or unknown.
SHARES = (0.985, 0.9, 0.5, 0.1)


@cache
def _levels() -> dict[str, int]:
    rows = lists.read_packed("wordcase.txt.gz").split("\n")
    return {word: level for level, row in enumerate(rows[1:]) for word in row.split()}


def level(word: str) -> int:
    """0 for a word always set small, then 1 mostly, 2 often, 3 sometimes; 4 for one never seen small enough."""
    return _levels().get(word.lower(), 4)


def ordinary(word: str) -> bool:
    """Whether a word is mostly set small: capitalised, it is more likely the start of a sentence than a name."""
    return level(word) < 2
