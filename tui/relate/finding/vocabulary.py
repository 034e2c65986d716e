"""From the raw words of a text to numbers, by a table that grows as words are seen.

News repeats its words: each raw word is folded, hashed and weighed once, then looked up by a hash of its bytes, those
of a whole story at once. All further work on a story is arithmetic on arrays.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from tui.relate.finding.frequencies import bare, shipped, word_hash
from tui.relate.finding.ragged import spread
from tui.relate.finding.rawwords import AFTER, BEFORE, Hashes, Table, raw_words
from tui.text.calendar import WEEKDAYS
from tui.text.words import WORD, key

Words = npt.NDArray[np.int64]
Raws = npt.NDArray[np.int32]

# Kinds of terms, and the term of all common words.
PLAIN, NAME, FIGURE = 0, 1, 2
COMMON = 0
# Words that more than three stories in ten have tell nothing of an event.
_COMMON_RARITY = 1.2
_MOSTLY_CAPITAL = 0.5
_BREAK = b"\n"
# What is found of a raw word: the number of the one word that it holds; that it is not known; or, counted down, where
# it stands among those that hold none or several.
_UNKNOWN, _ODD = -1, -2
# Words are learnt anew when the table has so many raw words, or they hold so many words.
_MOST_WORDS = 400_000
# Marks of typography that are read as a typewriter writes them.
_TYPED = (("“", '"'), ("”", '"'), ("—", " "), ("’", "'"))
_WRITTEN_NUMBERS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_IN_DIGITS = {word: str(number) for number, word in enumerate(_WRITTEN_NUMBERS, start=2)}
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IN_DIGITS |= {word: str(number) for number, word in zip(range(30, 100, 10), _TENS, strict=True)}
# A number is as rare as its word, in which it is mostly written.
_IN_WORDS = {digits: word for word, digits in _IN_DIGITS.items()}


class Column:
    """An array that grows at its end; what comes new waits in a list until the array is asked for."""

    def __init__(self, kind: npt.DTypeLike) -> None:
        self._room = np.zeros(1024, dtype=kind)
        self._filled = 0
        self._new: list[float] = []
        self.append = self._new.append

    def __len__(self) -> int:
        return self._filled + len(self._new)

    def __getitem__(self, at: npt.NDArray[np.signedinteger[Any]]) -> npt.NDArray[Any]:
        if self._new:
            end = len(self)
            if end > len(self._room):
                self._room = np.concatenate((self._room, np.zeros(max(end, len(self._room)), self._room.dtype)))
            self._room[self._filled : end] = self._new
            self._filled = end
            self._new.clear()
        values: npt.NDArray[Any] = self._room[at]
        return values


class Vocabulary:
    """Raw word -> the words that it holds, none, one or several, whose columns are arrays here.

    `hashes` (uint64) tell words apart as folded; `weekdays` (bool) marks the names of weekdays; `terms` (int32) are the
    numbers of what a word tells: the word without possessives and with numbers in digits, 0 for a common one. Of terms,
    `keys` (uint64) have the kind (PLAIN, NAME or FIGURE) above 32 bits of hash, `rarity` (float32) the idf.
    """

    def __init__(self) -> None:
        self._begin()

    def __len__(self) -> int:
        return self._raw.length

    def _begin(self) -> None:
        self._raw = Table()
        self._words: dict[str, int] = {}
        self._terms: dict[int, int] = {}
        self._first, self._length, self._held = Column(np.int64), Column(np.int64), Column(np.int64)
        self.hashes, self.terms, self.weekdays = Column(np.uint64), Column(np.int32), Column(np.bool_)
        self.keys, self.rarity = Column(np.uint64), Column(np.float32)
        self._term(0, 0.0)

    def read(self, paragraphs: Sequence[str]) -> tuple[Raws, Words]:
        """The words of some paragraphs as numbers of words, in one array, and where each paragraph begins in it."""
        if max(len(self), len(self._held)) > _MOST_WORDS:
            self._begin()
        cut = [_encoded(paragraph) for paragraph in paragraphs]
        text = BEFORE + _BREAK.join(cut) + AFTER
        starts, ends, hashes = raw_words(text)
        raws = self._raw.find(hashes, missing=_UNKNOWN)
        if (raws == _UNKNOWN).any():
            self._learn(text, starts, ends, hashes, raws)
        begins = len(BEFORE) + np.cumsum([0, *(len(one) + len(_BREAK) for one in cut)])[:-1]
        first = starts.searchsorted(begins)
        odd = (raws < 0).nonzero()[0]
        if not len(odd):
            return raws, first
        lengths = np.ones(len(raws), dtype=np.int64)
        lengths[odd] = self._length[_ODD - raws[odd]]
        last = np.cumsum(lengths)
        words = np.repeat(raws, lengths)
        at, sizes = spread(self._first[_ODD - raws[odd]], lengths[odd])
        words[spread(last[odd] - sizes, sizes)[0]] = self._held[at]
        return words, np.concatenate((np.zeros(1, dtype=np.int64), last))[first]

    def _learn(self, text: bytes, starts: Words, ends: Words, hashes: Hashes, raws: Raws) -> None:
        """Learn the raw words of a text that are not known, and put their numbers in their place."""
        new = (raws == _UNKNOWN).nonzero()[0]
        unknown, at, which = np.unique(hashes[new], return_index=True, return_inverse=True)
        numbers = []
        for begin, end in zip(starts[new[at]].tolist(), ends[new[at]].tolist(), strict=True):
            raw = text[begin:end].decode("utf-8", "surrogatepass")
            if raw.isascii() and raw.isalnum():  # nothing in it that would part it
                numbers.append(self._word(raw, raw.lower()))
                continue
            words = [self._word(surface, key(surface)) for surface in WORD.findall(raw)]
            if len(words) == 1:
                numbers.append(words[0])
                continue
            numbers.append(_ODD - len(self._first))
            self._first.append(len(self._held))
            self._length.append(len(words))
            for word in words:
                self._held.append(word)
        self._raw.add(unknown.tolist(), numbers)
        raws[new] = np.array(numbers, dtype=raws.dtype)[which]

    def _word(self, surface: str, folded: str) -> int:
        """The number of a word."""
        capital = surface[0].isupper()
        written = folded + "\0" if capital else folded
        if (number := self._words.get(written)) is not None:
            return number
        number = self._words[written] = len(self._words)
        term = bare(folded)
        digits = _IN_DIGITS.get(term, term)
        hashed = word_hash(folded)
        told = hashed if digits == folded else word_hash(digits)
        rarity, share = shipped().of_hash(told if digits not in _IN_WORDS else word_hash(_IN_WORDS[digits]))
        if digits[:1].isdigit():
            kind = FIGURE
        elif capital and (share < 0 or share > _MOSTLY_CAPITAL):
            kind = NAME
        else:
            kind = PLAIN
        common = kind != FIGURE and (rarity < _COMMON_RARITY or len(term) < 2)
        self.hashes.append(hashed)
        self.weekdays.append(term in WEEKDAYS)
        self.terms.append(COMMON if common else self._term(kind << 32 | told >> 32, rarity))
        return number

    def _term(self, told: int, rarity: float) -> int:
        """The number of a term."""
        if (number := self._terms.get(told)) is None:
            number = self._terms[told] = len(self._terms)
            self.keys.append(told)
            self.rarity.append(rarity)
        return number


def _encoded(text: str) -> bytes:
    """A text in UTF-8, the commonest marks of typography as typewriters write them."""
    if not text.isascii():
        for mark, typed in _TYPED:
            text = text.replace(mark, typed)
    return text.encode("utf-8", "surrogatepass")
