"""Signs: strings in lower case without which no rule of a kind matches a line, sought once among a document's words.

A rule stands behind its signs: one of them is in whatever it matches. Most words of news hold no sign, and most lines
hold no word that does; there the rule is not asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_REMEMBERED = 1 << 15
NONE: frozenset[str] = frozenset()


def longest_piece(anchor: str) -> str:
    """What is sought for a string with spaces in it: its longest word."""
    return max(anchor.split(), key=len)


class Signs:
    """Strings that are sought in the words of one document after another."""

    def __init__(self, pieces: Iterable[str]) -> None:
        """`pieces` are the strings, in lower case and without spaces."""
        self._pieces = tuple(sorted(set(pieces)))
        self._plain: set[str] = set()  # words without any: those of a pile of news come again and again

    def among(self, words: set[str]) -> Mapping[str, frozenset[str]]:
        """The words that hold signs, each with those that stand in it."""
        new = words - self._plain
        text = "\n".join(new) + "\n"
        found: dict[str, frozenset[str]] = {}
        for piece in self._pieces:
            at = text.find(piece)
            while at >= 0:
                end = text.index("\n", at)
                word = text[text.rfind("\n", 0, at) + 1 : end]
                found[word] = found.get(word, NONE) | {piece}
                at = text.find(piece, end)
        if len(self._plain) > _REMEMBERED:
            self._plain.clear()
        self._plain.update(new.difference(found))
        return found
