"""How alike two stories are as reports: weighed words, names, figures and beginnings, within a window of days.

Each part is a cosine (G. Salton); the likeness is their weighed sum, 0 to 1. One setting serves every size of corpus,
as rarities come from the shipped table and never from the corpus at hand.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from tui.relate.features import Features, Terms

# The weights of the parts; the scores of labelled sets hardly change about them.
_PARTS = (("words", 0.40), ("names", 0.20), ("figures", 0.15), ("lead", 0.25))
_FLOOR = 0.08
# A story of fewer terms tells of no event.
_LEAST_TERMS = 8
# Neighbouring events are looked for so far apart.
WINDOW = 60

Days = tuple[dt.date | None, dt.date | None]


class Neighbours:
    """The stories that are alike, near in time: an inverted index over all terms, ordered by day inside a term."""

    def __init__(self, stories: Sequence[Features], days: Sequence[Days]) -> None:
        """`days` are the earliest and latest day of each story, None where that end is open."""
        narrow = sorted(
            (first.toordinal(), last.toordinal(), number)
            for number, (first, last) in enumerate(days)
            if first and last and (last - first).days <= WINDOW
        )
        dated = [number for _, _, number in narrow]
        wide = sorted(set(range(len(stories))).difference(dated))
        self._order = np.array(dated + wide, dtype=np.int64)
        self._dated = len(dated)
        self._starts = np.array([first for first, _, _ in narrow], dtype=np.int64)
        self._ends = np.array([last for _, last, _ in narrow], dtype=np.int64)
        self._keys: list[npt.NDArray[np.uint64]] = []
        self._weights: list[npt.NDArray[np.float32]] = []
        for number in self._order.tolist():
            keys, weights = _vector(stories[number])
            self._keys.append(keys)
            self._weights.append(weights)
        self._index()

    def _index(self) -> None:
        sizes = [len(keys) for keys in self._keys]
        every = np.concatenate(self._keys) if self._keys else np.zeros(0, dtype=np.uint64)
        weights = np.concatenate(self._weights) if self._weights else np.zeros(0, dtype=np.float32)
        at = np.repeat(np.arange(len(sizes), dtype=np.uint64), sizes)
        _, numbered = np.unique(every, return_inverse=True)
        rows = (numbered.astype(np.uint64) << np.uint64(32)) | at
        order = np.argsort(rows, kind="stable")
        self._rows, self._row_weights = rows[order], weights[order]
        ends = np.cumsum(sizes)
        self._terms = [numbered[end - size : end] for end, size in zip(ends.tolist(), sizes, strict=True)]

    def pairs(self) -> Iterator[tuple[int, int, float]]:
        """The pairs of stories that are somewhat alike, each once, with their likeness."""
        count = len(self._order)
        for place in range(count):
            if place < self._dated:
                until = int(np.searchsorted(self._starts, self._ends[place] + WINDOW, side="right"))
                ranges = [(place + 1, until), (self._dated, count)]
            else:
                ranges = [(place + 1, count)]
            for first, last in ranges:
                if first >= last:
                    continue
                sums = self._sums(place, first, last)
                for other in np.flatnonzero(sums >= _FLOOR).tolist():
                    left, right = int(self._order[place]), int(self._order[first + other])
                    yield min(left, right), max(left, right), min(1.0, float(sums[other]))

    def _sums(self, place: int, first: int, last: int) -> npt.NDArray[np.float64]:
        """The likeness of the story at a place to each story at the places first..last."""
        terms = self._terms[place].astype(np.uint64) << np.uint64(32)
        begins = np.searchsorted(self._rows, terms + np.uint64(first))
        lengths = np.searchsorted(self._rows, terms + np.uint64(last)) - begins
        ends = np.cumsum(lengths)
        total = int(ends[-1]) if len(ends) else 0
        at = np.repeat(begins - (ends - lengths), lengths) + np.arange(total)
        weights = np.repeat(self._weights[place], lengths) * self._row_weights[at]
        others = (self._rows[at] & np.uint64(0xFFFFFFFF)).astype(np.int64) - first
        sums = np.zeros(last - first)
        sums += np.bincount(others, weights, last - first)
        return sums


def cosine(left: Terms, right: Terms) -> float:
    """The cosine of two sets of terms, 0 to 1."""
    _, mine, theirs = np.intersect1d(left.keys, right.keys, assume_unique=True, return_indices=True)
    return float(left.weights[mine] @ right.weights[theirs])


def _vector(story: Features) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.float32]]:
    """All terms of a story in one vector, each part scaled by the root of its weight and kept apart by its number."""
    keys, weights = [], []
    for number, (name, weight) in enumerate(_PARTS):
        terms = getattr(story, name)
        keys.append(terms.keys.astype(np.uint64) | np.uint64(number << 32))
        weights.append(terms.weights * np.float32(weight**0.5))
    if sum(len(one) for one in keys[:3]) < _LEAST_TERMS:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.float32)
    return np.concatenate(keys), np.concatenate(weights)
