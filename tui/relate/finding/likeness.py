"""How alike two stories are as reports: weighed words, names, figures and beginnings, within a window of days.

Each part is a cosine (G. Salton); the likeness is their weighed sum, 0 to 1. One setting serves every size of corpus,
as rarities come from the shipped table and never from the corpus at hand.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tui.relate.finding.features import Features, Terms, Weights

# The weights of the parts; the scores of labelled sets hardly change about them.
_PARTS = (("words", 0.40), ("names", 0.20), ("figures", 0.15), ("lead", 0.25))
_FLOOR = 0.08
# A story of fewer terms tells of no event.
_LEAST_TERMS = 8
# Neighbouring events are looked for so far apart.
WINDOW = 60

_NONE = np.zeros(0, dtype=np.int64)

Numbers = npt.NDArray[np.int64]
Days = tuple[dt.date | None, dt.date | None]


@dataclass(frozen=True, slots=True)
class Alike:
    """Pairs of numbers of stories, the lower left, with their likeness: three arrays of one length."""

    left: Numbers
    right: Numbers
    likeness: npt.NDArray[np.float64]


def alike(stories: Sequence[Features], days: Sequence[Days]) -> Alike:
    """The pairs of stories that are somewhat alike and may lie near in time.

    `days` are the earliest and latest day of each story, None where that end is open.
    """
    narrow = sorted(
        (first.toordinal(), last.toordinal(), number)
        for number, (first, last) in enumerate(days)
        if first and last and (last - first).days <= WINDOW
    )
    dated = [number for _, _, number in narrow]
    wide = sorted(set(range(len(stories))).difference(dated))
    order = np.array(dated + wide, dtype=np.int64)
    vectors = [_vector(stories[number]) for number in order.tolist()]
    every = np.concatenate([np.zeros(0, dtype=np.uint64), *(keys for keys, _ in vectors)])
    _, terms = np.unique(every, return_inverse=True)
    cut = np.split(terms, np.cumsum([len(keys) for keys, _ in vectors])[:-1])
    count = int(terms.max()) + 1 if len(terms) else 0
    weights = [weight for _, weight in vectors]
    near = _Index(cut[: len(dated)], weights[: len(dated)], count, 0)
    loose = _Index(cut[len(dated) :], weights[len(dated) :], count, len(dated))
    starts = np.array([first for first, _, _ in narrow], dtype=np.int64)
    found = []
    for place, (_, last, _) in enumerate(narrow):
        near.let_in(int(starts.searchsorted(last + WINDOW, side="right")))
        near.pass_by(place)
        found.append(_above(place, *near.sums(cut[place], weights[place]), order))
        found.append(_above(place, *loose.sums(cut[place], weights[place]), order))
    for place in range(len(dated), len(order)):
        loose.pass_by(place)
        found.append(_above(place, *loose.sums(cut[place], weights[place]), order))
    columns = [np.concatenate(column) for column in zip(*found, strict=True)] or [_NONE, _NONE, np.zeros(0)]
    return Alike(np.minimum(columns[0], columns[1]), np.maximum(columns[0], columns[1]), columns[2])


class _Index:
    """Which stories have a term, and with which weight; those not yet let in, and those passed by, are left out.

    Stories come in the order of their places, so for each term a first and an end of its stories is all that moves.
    """

    def __init__(self, terms: Sequence[Numbers], weights: Sequence[Weights], count: int, base: int) -> None:
        """The stories at the places from `base` on, their terms being numbers under `count`. All are let in."""
        sizes = [len(one) for one in terms]
        every = np.concatenate(terms) if terms else np.zeros(0, dtype=np.int64)
        places = np.repeat(np.arange(len(sizes)), sizes)
        by_term = np.argsort(every, kind="stable")
        self._terms, self._base = terms, base
        self._places = places[by_term]
        self._weights = np.concatenate(weights)[by_term] if weights else np.zeros(0, dtype=np.float32)
        have = np.bincount(every, minlength=count)
        self._end = np.cumsum(have)
        self._first = self._end - have
        self._in: int | None = None

    def let_in(self, until: int) -> None:
        """Let stories in up to a place, which only grows; before the first call all of them are."""
        if self._in is None:
            self._in, self._end = 0, self._first.copy()
        for place in range(self._in, until):
            self._end[self._terms[place]] += 1
        self._in = max(self._in, until)

    def pass_by(self, place: int) -> None:
        """Leave out the story at a place, those before it being left out already."""
        self._first[self._terms[place - self._base]] += 1

    def sums(self, terms: Numbers, weights: Weights) -> tuple[Numbers, npt.NDArray[np.float64]]:
        """The places of the stories that share terms and their products of weights, summed."""
        first = self._first[terms]
        lengths = self._end[terms] - first
        ends = np.cumsum(lengths)
        total = int(ends[-1]) if len(ends) else 0
        if not total:
            return np.zeros(0, dtype=np.int64), np.zeros(0)
        at = np.repeat(first - (ends - lengths), lengths) + np.arange(total)
        places = self._places[at]
        begin = int(places.min())
        sums = np.zeros(int(places.max()) - begin + 1)
        sums += np.bincount(places - begin, np.repeat(weights, lengths) * self._weights[at])
        enough = np.flatnonzero(sums >= _FLOOR)
        return enough + (begin + self._base), sums[enough]


def _above(
    place: int, others: Numbers, sums: npt.NDArray[np.float64], order: Numbers
) -> tuple[Numbers, Numbers, npt.NDArray[np.float64]]:
    """What was found for the story at a place, as numbers of stories."""
    return np.repeat(order[place], len(others)), order[others], np.minimum(sums, 1.0)


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
