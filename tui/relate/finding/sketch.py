"""Sketches: small samples of a story's shingles, by which likely copies and parts are found among many stories.

MinHash in bands (A. Broder 1997; J. Leskovec et al., "Mining of Massive Datasets", ch. 3): of 128 minima, 64 bands of
two. Two stories whose sets of shingles have a Jaccard of .37 share a band but for one in ten thousand. Parts are found
by a sample of the shingles themselves, those that are multiples of four (A. Broder's "mod m" sketch).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

BANDS, ROWS = 64, 2
_FOLD = np.uint32(0x9E3779B1)
# So many rows of hashes of a story stay in the processor's cache.
_AT_ONCE = 16
# Of a longer story every so manieth shingle is kept in the sample.
_SHORT, _ONE_IN = 160, np.uint32(4)

_seeded = np.random.Generator(np.random.PCG64(20_240_229))
_FACTORS = (_seeded.integers(1, 1 << 32, size=(BANDS * ROWS, 1), dtype=np.uint64) | 1).astype(np.uint32)

Keys = npt.NDArray[np.uint32]


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


def sampled(shingles: Keys) -> Keys:
    """The sample of a set of shingles: all of a short one, else the multiples of four."""
    if len(shingles) <= _SHORT:
        return shingles
    chosen: Keys = shingles[shingles % _ONE_IN == 0]
    return chosen
