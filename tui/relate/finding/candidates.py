"""Pairs of stories that may share enough to be copies or parts, by their sketches.

Whether two stories are such a pair depends on nothing but the two and, where a key stands in very many stories, on
which those are. So what changes when stories come or go can be told without looking at the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Protocol

import numpy as np
import numpy.typing as npt

from tui.relate.finding.ragged import Numbers, Ragged, among, once
from tui.relate.finding.segments import Rows

# The least that two stories share of their samples, and the least part of the smaller sample.
LEAST_SHARED, _LEAST_PART = 3, 0.05
# A shingle that more stories have tells nothing; of a band that more have, each is paired with so many, the earliest:
# a thousand prints of one report are a thousand pairs times this, not half a million.
MANY = 64
# So many values are sorted at once.
_AT_ONCE = 1 << 23
# Up to so many keys are looked for one by one; the number of high bits by which most others are passed over.
_FEW_KEYS, _HIGH = 1 << 17, np.uint32(12)

Codes = npt.NDArray[np.uint64]
Keys = npt.NDArray[np.uint32]
Entries = tuple[Keys, Numbers]

_LOW = np.uint64(0xFFFFFFFF)
_UP = np.uint64(32)


class Searched(Protocol):
    """Segments that can be swept."""

    @property
    def segments(self) -> dict[int, Rows]: ...

    def part(self, segment: int, name: str) -> Ragged: ...


Order = Callable[[Numbers], Numbers]


def candidates(kept: Searched, order: Order, wanted: Numbers | None, limit: int | None = None) -> Codes:
    """The pairs, as lower << 32 | higher, with one of the `wanted` (rising; None: all pairs), rising.

    `order` sorts numbers in the order of time. `limit` is MANY unless a test says otherwise.
    """
    many = limit or MANY
    found = [np.zeros(0, dtype=np.uint64)]
    for entries in _swept(kept, "bands", wanted):
        found.append(once(_together(entries, wanted, many, order)))
    shared = [np.zeros(0, dtype=np.uint64)]
    times = [np.zeros(0, dtype=np.int64)]
    for entries in _swept(kept, "shingles", wanted):
        codes, counts = np.unique(_together(entries, wanted, many, None), return_counts=True)
        shared.append(codes)
        times.append(counts)
    codes, which = np.unique(np.concatenate(shared), return_inverse=True)
    total = np.bincount(which, np.concatenate(times), len(codes))
    told = total >= LEAST_SHARED
    codes, total = codes[told], total[told]
    sizes = _sizes(kept, codes)
    return once(np.concatenate((*found, codes[total >= _LEAST_PART * sizes])))


def stirred(
    kept: Searched, order: Order, new: Numbers, dead: dict[str, list[Keys]], limit: int | None = None
) -> Numbers:
    """The stories whose pairs may have changed though they did not: those of a key that so many have that it matters.

    `new` are the stories that have come, rising; `dead` the keys, by part, of those that have gone, a set each.
    """
    many = limit or MANY
    found = [np.zeros(0, dtype=np.int64)]
    for name in ("bands", "shingles"):
        old = np.concatenate([np.zeros(0, dtype=np.uint32), *dead[name]])
        sought = once(np.concatenate((old, *_keys(kept, name, new))))
        lost = np.bincount(among(sought, old)[1], minlength=len(sought))
        for keys, numbers in _found(kept, name, sought):
            hit, at = among(sought, keys)
            come = among(new, numbers)[0]
            now = np.bincount(at[hit], minlength=len(sought))
            before = now + lost - np.bincount(at[hit & come], minlength=len(sought))
            crossing = (np.minimum(now, before) <= many) & (np.maximum(now, before) > many)
            if name == "bands":
                crossing |= (now > many) & (lost > 0)
                for key in np.flatnonzero((now > many) & ~crossing).tolist():
                    inside = numbers[at == key]
                    if np.isin(order(inside)[:many], new).any():
                        crossing[key] = True
            found.append(numbers[crossing[at]])
    stories = once(np.concatenate(found))
    return stories[~among(new, stories)[0]]


def _swept(kept: Searched, name: str, wanted: Numbers | None) -> Iterator[Entries]:
    """The values of a part that stand in several stories, and whose they are, some at a time; each value at once."""
    if wanted is not None:
        sought = once(np.concatenate([np.zeros(0, dtype=np.uint32), *_keys(kept, name, wanted)]))
        if len(sought) <= _FEW_KEYS:
            yield from _found(kept, name, sought)
            return
    total = sum(len(kept.part(segment, name).values) for segment in kept.segments)
    slices = total // _AT_ONCE + 1
    bounds = [(1 << 32) * step // slices for step in range(slices + 1)]
    for low, high in pairwise(bounds):
        keys, numbers = [np.zeros(0, dtype=np.uint32)], [np.zeros(0, dtype=np.int64)]
        for segment, rows in kept.segments.items():
            part = kept.part(segment, name)
            owners = rows.numbers[part.owners()]
            inside = (part.values >= low) & (part.values < high) & (owners > 0)
            keys.append(part.values[inside])
            numbers.append(owners[inside])
        yield np.concatenate(keys), np.concatenate(numbers)


def _found(kept: Searched, name: str, sought: Keys) -> Iterator[Entries]:
    """The living that have one of some keys (rising)."""
    keys, numbers = [np.zeros(0, dtype=np.uint32)], [np.zeros(0, dtype=np.int64)]
    high = np.zeros(1 << (32 - int(_HIGH)), dtype=np.bool_)
    high[sought >> _HIGH] = True
    for segment, rows in kept.segments.items():
        part = kept.part(segment, name)
        near = np.flatnonzero(high[part.values >> _HIGH])
        near = near[among(sought, part.values[near])[0]]
        owners = rows.numbers[part.ends.searchsorted(near, side="right")]
        near, owners = near[owners > 0], owners[owners > 0]
        keys.append(part.values[near])
        numbers.append(owners)
    yield np.concatenate(keys), np.concatenate(numbers)


def _keys(kept: Searched, name: str, wanted: Numbers) -> Iterator[Keys]:
    """The values of some stories, segment by segment."""
    for segment, rows in kept.segments.items():
        places = np.flatnonzero(among(wanted, rows.numbers)[0])
        if len(places):
            yield kept.part(segment, name).take(places).values


def _together(entries: Entries, wanted: Numbers | None, most: int, order: Order | None) -> Codes:
    """The pairs of numbers under an equal key, as lower << 32 | higher.

    Of a key with more than `most` numbers none, or with an `order` those with one of its first `most` numbers.
    """
    rows = np.sort((entries[0].astype(np.uint64) << _UP) | entries[1].astype(np.uint64))
    if not len(rows):
        return rows
    keys = rows >> _UP
    begins = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    sizes = np.diff(begins, append=len(keys))
    found = []
    if order is not None:
        for run in np.flatnonzero(sizes > most).tolist():
            inside = order((rows[begins[run] : begins[run] + sizes[run]] & _LOW).astype(np.int64)).astype(np.uint64)
            for place in range(most):
                one, others = inside[place], inside[place + 1 :]
                found.append((np.minimum(one, others) << _UP) | np.maximum(one, others))
    rows = rows[np.repeat((sizes > 1) & (sizes <= most), sizes)]
    keys, numbers = rows >> _UP, rows & _LOW
    at = np.arange(len(rows))
    step = 0
    while len(at):
        step += 1
        at = at[at + step < len(rows)]
        at = at[keys[at] == keys[at + step]]
        found.append((numbers[at] << _UP) | numbers[at + step])
    codes = np.concatenate([np.zeros(0, dtype=np.uint64), *found])
    if wanted is None:
        return codes
    known = wanted.astype(np.uint64)
    return codes[among(known, codes >> _UP)[0] | among(known, codes & _LOW)[0]]


def _sizes(kept: Searched, codes: Codes) -> Numbers:
    """The size of the smaller sample of each pair."""
    numbers = np.concatenate([np.zeros(0, dtype=np.int64), *(rows.numbers for rows in kept.segments.values())])
    sizes = [np.zeros(0, dtype=np.int64), *(kept.part(segment, "shingles").sizes for segment in kept.segments)]
    order = np.argsort(numbers, kind="stable")
    numbers, every = numbers[order], np.concatenate(sizes)[order]
    left, right = (every[numbers.searchsorted(side.astype(np.int64))] for side in (codes >> _UP, codes & _LOW))
    return np.minimum(left, right)
