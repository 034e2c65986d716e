"""From the raw words of a text to numbers, by a table that grows as words are seen.

News repeats its words: each raw word (between white space) is folded, hashed and weighed once, then looked up. All
further work on a story is arithmetic on arrays.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from tui.relate.finding.frequencies import bare, shipped, word_hash
from tui.text.calendar import WEEKDAYS
from tui.text.words import WORD, key

Words = npt.NDArray[np.int64]

# Kinds of words.
PLAIN, NAME, FIGURE, COMMON = 0, 1, 2, 3
# Words that more than three stories in ten have tell nothing of an event.
_COMMON_RARITY = 1.2
_MOSTLY_CAPITAL = 0.5
# Marks about a word that do not change it.
_AROUND = '.,;:!?()[]"“”'
_MOST_WORDS = 400_000
_WRITTEN_NUMBERS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_IN_DIGITS = {word: str(number) for number, word in enumerate(_WRITTEN_NUMBERS, start=2)}
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IN_DIGITS |= {word: str(number) for number, word in zip(range(30, 100, 10), _TENS, strict=True)}


class Column:
    """An array that grows at its end."""

    def __init__(self, kind: npt.DTypeLike) -> None:
        self._room = np.zeros(1024, dtype=kind)
        self.length = 0

    def append(self, value: float) -> None:
        """Put one value behind the last."""
        if self.length == len(self._room):
            self._room = np.concatenate((self._room, np.zeros_like(self._room)))
        self._room[self.length] = value
        self.length += 1

    def __getitem__(self, at: npt.NDArray[np.int64]) -> npt.NDArray[Any]:
        return self._room[at]


class Vocabulary(dict[str, int]):
    """Raw word -> its number; a raw word holds none, one or several words, whose columns are arrays here.

    `hashes` (uint64) tell words apart as folded; `terms` (uint64) without possessives and with numbers in digits, the
    kind of the word (PLAIN, NAME, FIGURE or COMMON) above 32 bits of hash; `rarity` (float32) is the idf; `weekdays`
    (bool) marks the names of weekdays.
    """

    def __init__(self) -> None:
        super().__init__()
        self._begin()

    def _begin(self) -> None:
        self._words: dict[str, int] = {}
        self._first, self._length, self._held = Column(np.int64), Column(np.int64), Column(np.int64)
        self.hashes, self.terms = Column(np.uint64), Column(np.uint64)
        self.rarity, self.weekdays = Column(np.float32), Column(np.bool_)

    def __missing__(self, raw: str) -> int:
        inner = raw.strip(_AROUND)
        if inner != raw and "." not in inner and (known := self.get(inner)) is not None:
            self[raw] = known
            return known
        plain = inner.isascii() and inner.isalnum()  # nothing in it that would part it
        held = [self._word(surface) for surface in ((inner,) if plain else WORD.findall(raw))]
        number = self._first.length
        self._first.append(self._held.length)
        self._length.append(len(held))
        for word in held:
            self._held.append(word)
        self[raw] = number
        return number

    def read(self, paragraphs: Sequence[str]) -> tuple[Words, Words]:
        """The words of some paragraphs as numbers of words, in one array, and where each paragraph begins in it."""
        if len(self) > _MOST_WORDS:
            self.clear()
            self._begin()
        cut = [paragraph.split() for paragraph in paragraphs]
        counts = [len(line) for line in cut]
        raws = np.fromiter(map(self.__getitem__, chain.from_iterable(cut)), dtype=np.int64, count=sum(counts))
        lengths = self._length[raws]
        ends = np.cumsum(lengths)
        total = int(ends[-1]) if len(ends) else 0
        words = self._held[np.repeat(self._first[raws] - (ends - lengths), lengths) + np.arange(total)]
        before = np.concatenate((np.zeros(1, dtype=np.int64), ends))
        return words, before[np.cumsum([0, *counts])[:-1]]

    def _word(self, surface: str) -> int:
        capital = surface[0].isupper()
        folded = surface.lower() if surface.isascii() and surface.isalnum() else key(surface)
        written = folded + "\0" if capital else folded
        if (number := self._words.get(written)) is not None:
            return number
        term = bare(folded)
        hashed = word_hash(folded)
        told = hashed if term == folded else word_hash(term)
        rarity, share = shipped().of_hash(told)
        digits = _IN_DIGITS.get(term, term)
        if digits[:1].isdigit():
            kind = FIGURE
        elif rarity < _COMMON_RARITY or len(term) < 2:
            kind = COMMON
        elif capital and (share < 0 or share > _MOSTLY_CAPITAL):
            kind = NAME
        else:
            kind = PLAIN
        number = len(self._words)
        self._words[written] = number
        self.hashes.append(hashed)
        self.terms.append(kind << 32 | (told if digits == term else word_hash(digits)) >> 32)
        self.rarity.append(rarity)
        self.weekdays.append(term in WEEKDAYS)
        return number
