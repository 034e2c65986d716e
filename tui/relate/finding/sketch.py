"""Sketches: small samples of a story's shingles, by which likely copies and parts are found among many stories.

MinHash in bands (A. Broder 1997; J. Leskovec et al., "Mining of Massive Datasets", ch. 3): of 128 minima, 64 bands of
two. Two stories whose sets of shingles have a Jaccard of .37 share a band but for one in ten thousand.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

BANDS, ROWS = 64, 2
_FOLD = np.uint32(0x9E3779B1)
# So many rows of hashes of a story stay in the processor's cache.
_AT_ONCE = 16
# Under one key each story is paired with so many that follow, and the first with all: a flood of copies stays payable.
_EACH = 64

_seeded = np.random.Generator(np.random.PCG64(20_240_229))
_FACTORS = (_seeded.integers(1, 1 << 32, size=(BANDS * ROWS, 1), dtype=np.uint64) | 1).astype(np.uint32)

Keys = npt.NDArray[np.uint32]
Pairs = npt.NDArray[np.int64]


def bands(shingles: Keys) -> Keys:
    """The 64 band keys of a set of shingles (uint32); none for no shingle."""
    if not len(shingles):
        return np.zeros(0, dtype=np.uint32)
    minima = np.empty(BANDS * ROWS, dtype=np.uint32)
    room = np.empty((_AT_ONCE, len(shingles)), dtype=np.uint32)
    for begin in range(0, BANDS * ROWS, _AT_ONCE):
        rows = slice(begin, begin + _AT_ONCE)
        np.multiply(shingles, _FACTORS[rows], out=room)
        room.min(axis=1, out=minima[rows])
    one, other = minima[::2], minima[1::2]
    mixed: Keys = one * _FOLD + (other ^ (other >> np.uint32(15)))
    return mixed


def sharing_a_band(sketches: Sequence[Keys]) -> Pairs:
    """The pairs of stories (rows of two numbers, the lower first) that agree in a band; of a flood, see `_EACH`."""
    having = np.array([number for number, sketch in enumerate(sketches) if len(sketch)], dtype=np.int64)
    if len(having) < 2:
        return np.zeros((0, 2), dtype=np.int64)
    table = np.stack([sketches[number] for number in having])
    found = np.zeros(0, dtype=np.uint64)
    for band in range(BANDS):
        found = np.union1d(found, _together(table[:, band].astype(np.uint64), having, len(having)))
    return _pairs(found)


def sharing_shingles(sets: Sequence[Keys], least: int, most_stories: int, one_in: int = 1) -> Pairs:
    """All pairs of stories that share at least `least` shingles, of those that at most `most_stories` stories have.

    With `one_in` above 1 only every so manieth shingle is looked at, and `least` counts those.
    """
    sizes = []
    kept = []
    for one in sets:
        chosen = one if one_in == 1 else one[one % np.uint32(one_in) == 0]
        sizes.append(len(chosen))
        kept.append(chosen)
    if not sum(sizes):
        return np.zeros((0, 2), dtype=np.int64)
    codes = _together(np.concatenate(kept).astype(np.uint64), np.repeat(np.arange(len(sets)), sizes), most_stories)
    counted, times = np.unique(codes, return_counts=True)
    return _pairs(counted[times >= least])


def _together(keys: npt.NDArray[np.uint64], numbers: npt.NDArray[np.int64], most: int) -> npt.NDArray[np.uint64]:
    """The pairs of numbers under an equal key, as lower << 32 | higher; keys with more than `most` numbers are left."""
    rows = np.sort((keys << np.uint64(32)) | numbers.astype(np.uint64))
    keys = rows >> np.uint64(32)
    begins = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    sizes = np.diff(begins, append=len(keys))
    told = np.repeat((sizes > 1) & (sizes <= most), sizes)
    rows = rows[told]
    keys = rows >> np.uint64(32)
    numbered = rows & np.uint64(0xFFFFFFFF)
    found = []
    at = np.arange(len(rows) - 1) if len(rows) else np.zeros(0, dtype=np.int64)
    first = np.concatenate((np.ones(1, dtype=np.bool_), keys[1:] != keys[:-1]))
    step = 1
    while len(at):
        if step == _EACH:
            at = at[first[at]]
        at = at[at + step < len(rows)]
        at = at[keys[at] == keys[at + step]]
        found.append((numbered[at] << np.uint64(32)) | numbered[at + step])
        step += 1
    return np.concatenate(found) if found else np.zeros(0, dtype=np.uint64)


def _pairs(codes: npt.NDArray[np.uint64]) -> Pairs:
    both = np.stack((codes >> np.uint64(32), codes & np.uint64(0xFFFFFFFF)), axis=1)
    return both.astype(np.int64)
