"""Rows of unequal length in one array: many small sets of numbers that are searched in one sweep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Ragged:
    """`values` of all rows, one after the other; row n ends before `ends[n]`. `weights`, where any, beside."""

    values: npt.NDArray[Any]
    ends: Numbers
    weights: npt.NDArray[Any] | None = None

    def __len__(self) -> int:
        return len(self.ends)

    @property
    def starts(self) -> Numbers:
        """Where each row begins."""
        return np.concatenate((np.zeros(1, dtype=np.int64), self.ends[:-1])) if len(self.ends) else self.ends

    @property
    def sizes(self) -> Numbers:
        """How many values each row has."""
        return np.diff(self.ends, prepend=0)

    def owners(self) -> Numbers:
        """The number of the row of each value."""
        return np.repeat(np.arange(len(self.ends)), self.sizes)

    def take(self, rows: Numbers) -> Ragged:
        """Some rows, in the order given."""
        at, sizes = spread(self.starts[rows], self.sizes[rows])
        weights = None if self.weights is None else self.weights[at]
        return Ragged(self.values[at], np.cumsum(sizes), weights)


def ragged(rows: Sequence[npt.NDArray[Any]], kind: npt.DTypeLike) -> Ragged:
    """These rows in one array of this kind, without weights."""
    ends = np.cumsum([len(row) for row in rows], dtype=np.int64)
    return Ragged(np.concatenate([np.zeros(0, dtype=kind), *rows]).astype(kind, copy=False), ends)


def joined(parts: Sequence[Ragged]) -> Ragged:
    """The rows of some, in their order; at least one is given."""
    if len(parts) == 1:
        return parts[0]
    before = np.cumsum([0, *(len(part.values) for part in parts[:-1])])
    weights = [part.weights for part in parts if part.weights is not None]
    return Ragged(
        np.concatenate([part.values for part in parts]),
        np.concatenate([part.ends + begin for part, begin in zip(parts, before, strict=True)]),
        np.concatenate(weights) if weights else None,
    )


def once(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Each value once, rising; of many values far quicker than `np.unique`, which puts them into a table."""
    values = np.sort(values)
    new: npt.NDArray[np.bool_] = np.concatenate((values[:1] == values[:1], values[1:] != values[:-1]))
    return values[new]


def spread(starts: Numbers, sizes: Numbers) -> tuple[Numbers, Numbers]:
    """The places of all values of runs that begin at `starts` and are so long; and the lengths again."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - (ends - sizes), sizes) + np.arange(total), sizes


def among(sorted_keys: npt.NDArray[Any], keys: npt.NDArray[Any]) -> tuple[npt.NDArray[np.bool_], Numbers]:
    """Which of some keys stand in a rising array, and where each would."""
    if not len(sorted_keys):
        return np.zeros(len(keys), dtype=np.bool_), np.zeros(len(keys), dtype=np.int64)
    at = np.minimum(sorted_keys.searchsorted(keys), len(sorted_keys) - 1)
    return sorted_keys[at] == keys, at
