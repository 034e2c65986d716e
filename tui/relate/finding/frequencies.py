"""How common words are in news at large, so that five stories are compared as well as fifty thousand.

`frequencies.npy` holds, for each word that stands in five stories or more out of 15,000, the share of stories that
have it and how often it is written with a capital inside a sentence. It was counted over English news of 2012 to 2020
of many outlets, from the Article-Bias-Prediction data set (R. Baly et al., 2020, Apache-2.0); words are kept as
hashes and no text is. The file is made by

    python -m tui.relate.finding.frequencies STORIES.jsonl.gz [OUT.npy]

from JSON lines with a field `text`.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tui.text.fold import fold_word
from tui.text.words import WORD

FILE = Path(__file__).with_name("frequencies.npy")
LEAST_STORIES = 5
# A rarity is kept in a byte: natural logarithm of stories over stories with the word, in steps of 1/24.
STEP = 24
_ENTRY = np.dtype([("key", "<u4"), ("rarity", "u1"), ("capital", "u1")])
_INSIDE = 2


def word_hash(word: str) -> int:
    """A hash of 64 bits that is the same in every process (BLAKE2b)."""
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def bare(word: str) -> str:
    """A folded word without its possessive ending: what frequencies and terms count."""
    return word[:-2] if word.endswith("'s") else word.removesuffix("'")


class Frequencies:
    """Rarity (idf, natural logarithm) and capital share by word hash; a word that is not listed is as rare as any."""

    def __init__(self, entries: npt.NDArray[np.void]) -> None:
        self._keys: list[int] = entries["key"].tolist()
        self._rarity: bytes = entries["rarity"].tobytes()
        self._capital: bytes = entries["capital"].tobytes()
        self.rarest = (max(self._rarity) + STEP // 2) / STEP if len(self._rarity) else 1.0

    def of_hash(self, hashed: int) -> tuple[float, float]:
        """Of a bare folded word, by its hash: its rarity, and how often it bears a capital (0..1; -1 if unlisted)."""
        key = hashed & 0xFFFFFFFF
        at = bisect_left(self._keys, key)
        if at < len(self._keys) and self._keys[at] == key:
            return self._rarity[at] / STEP, self._capital[at] / 255
        return self.rarest, -1.0


@cache
def shipped() -> Frequencies:
    """The table that stands beside this module."""
    return Frequencies(np.load(FILE, allow_pickle=False))


def count(texts: Iterable[str]) -> npt.NDArray[np.void]:
    """The table of some texts, sorted by key: rarity and capital share of words that enough of them have."""
    stories = 0
    having: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in texts:
        stories += 1
        seen = set()
        for match in WORD.finditer(text):
            surface, start = match.group(), match.start()
            word = bare(fold_word(surface))
            seen.add(word)
            if surface[0].islower():
                small[word] += 1
            elif surface[0].isupper() and _inside(text, start):
                capital[word] += 1
        having.update(seen)
    rows = {}
    for word, number in having.items():
        if number >= LEAST_STORIES:
            share = capital[word] / max(1, capital[word] + small[word])
            rarity = min(255, round(STEP * math.log((stories + 1) / (number + 1))))
            rows[word_hash(word) & 0xFFFFFFFF] = (rarity, round(255 * share))
    return np.array([(key, *rows[key]) for key in sorted(rows)], dtype=_ENTRY)


def _inside(text: str, start: int) -> bool:
    """Whether a word follows another of its sentence: a small letter and one space stand before it."""
    return start >= _INSIDE and text[start - 1] == " " and text[start - 2].islower()


def _texts(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield str(json.loads(line)["text"])


def main() -> None:
    """Count the stories of a file and write the table."""
    options = argparse.ArgumentParser(description="Count how common words are in a pile of news.")
    options.add_argument("stories", type=Path, help="gzipped JSON lines with a field text")
    options.add_argument("out", type=Path, nargs="?", default=FILE)
    given = options.parse_args()
    np.save(given.out, count(_texts(given.stories)), allow_pickle=False)


if __name__ == "__main__":
    main()
