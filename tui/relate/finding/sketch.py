"""Sketches: small samples of a story's shingles, by which likely copies and parts are found among many stories.

MinHash with one permutation (P. Li, A. Owen, C.-H. Zhang, "One permutation hashing", 2012) in bands (J. Leskovec et
al., "Mining of Massive Datasets", ch. 3): the range of hashes is cut into 128 bins, and of each bin the least shingle
is kept, or that of the next bin where there is none; two bins make a band. Two long stories whose sets of shingles have
a Jaccard of .37 share one of 64 bands but for one in some thousand. Short copies and all parts are found by a sample of
the shingles themselves: all of a short story, else those that are multiples of four (A. Broder's "mod m" sketch, 1997).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

BANDS, BINS = 64, 128
# Of a longer story every so manieth shingle is kept in the sample.
SHORT, _ONE_IN = 160, np.uint32(4)
_FOLD = np.uint32(0x9E3779B1)
_EDGES = (np.arange(BINS, dtype=np.uint64) << np.uint64(25)).astype(np.uint32)
# Bands of different numbers never have a key in common but by chance.
_APART = (np.arange(BANDS, dtype=np.uint64) * 0x85EBCA6B).astype(np.uint32)

Keys = npt.NDArray[np.uint32]


def minima(shingles: Keys) -> Keys:
    """The least shingle of each of 128 bins, from a set of shingles that is not empty, rising (uint32).

    The part of the bins in which two sets agree tells their Jaccard.
    """
    return shingles.take(shingles.searchsorted(_EDGES), mode="wrap")


def bands(shingles: Keys) -> Keys:
    """The 64 band keys of a set of shingles, rising (uint32); none for no shingle."""
    if not len(shingles):
        return np.zeros(0, dtype=np.uint32)
    least = minima(shingles)
    one, other = least[::2], least[1::2]
    mixed: Keys = (one * _FOLD + (other ^ (other >> np.uint32(15)))) * _FOLD + _APART
    return mixed


def sampled(shingles: Keys) -> Keys:
    """The sample of a set of shingles: all of a short one, else the multiples of four."""
    if len(shingles) <= SHORT:
        return shingles
    chosen: Keys = shingles[shingles % _ONE_IN == 0]
    return chosen
