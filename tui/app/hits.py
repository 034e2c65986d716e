"""Where the words of a search stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.text.fold import fold_for_search
from tui.text.words import Token, tokens


class Hits:
    """Finds the words and phrases of a search, folded as the index folds them; a `*` at the end means any ending."""

    def __init__(self, words_to_mark: Iterable[str]) -> None:
        self._wanted: dict[str, list[tuple[list[str], bool]]] = {}
        self._prefixes: list[tuple[str, list[str], bool]] = []
        for mark in words_to_mark:
            keys = [_folded(token) for token in tokens(mark.removesuffix("*")) if _is_word(token)]
            if not keys:
                continue
            any_ending = mark.endswith("*")
            if any_ending and len(keys) == 1:
                self._prefixes.append((keys[0], keys, True))
            else:
                self._wanted.setdefault(keys[0], []).append((keys, any_ending))

    def __bool__(self) -> bool:
        return bool(self._wanted or self._prefixes)

    def find(self, text: str) -> list[tuple[int, int]]:
        """The spans of the hits in a text, in its order, none overlapping another."""
        if not self:
            return []
        found = [token for token in tokens(text) if _is_word(token)]
        keys = [_folded(token) for token in found]
        spans: list[tuple[int, int]] = []
        free = 0
        for at, key in enumerate(keys):
            if at < free:
                continue
            length = max(
                (len(words) for words, ending in self._candidates(key) if _stands(words, ending, keys, at)), default=0
            )
            if length:
                spans.append((found[at].start, found[at + length - 1].end))
                free = at + length
        return spans

    def _candidates(self, key: str) -> Iterator[tuple[list[str], bool]]:
        yield from self._wanted.get(key, ())
        for prefix, words, ending in self._prefixes:
            if key.startswith(prefix):
                yield words, ending


def _stands(words: Sequence[str], any_ending: bool, keys: Sequence[str], at: int) -> bool:
    there = keys[at : at + len(words)]
    if len(there) < len(words):
        return False
    if any_ending:
        return list(there[:-1]) == list(words[:-1]) and there[-1].startswith(words[-1])
    return list(there) == list(words)


def _is_word(token: Token) -> bool:
    return any(letter.isalnum() for letter in token.key)


def _folded(token: Token) -> str:
    return fold_for_search(token.key).strip()
