"""Where the raw words of a text begin and end, and a hash of each: of all at once, in the bytes of the text.

A raw word is what stands between white space and marks that belong to no word; it holds none, one or several words.
Points, commas, hyphens and apostrophes stay where letters or digits stand on both sides, as do points that may be of an
initialism. Where a text is cut so, no word of `tui.text.words.WORD` is.
"""

from __future__ import annotations

import hashlib
import string
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]

# A text is looked at with bytes about it that no word has.
BEFORE, AFTER = b"\n\n", b"\n" * 8
_WIDE = 128  # from here on, bytes of letters and marks that are written in several
_WORDLY = (string.ascii_letters + string.digits + "_").encode() + bytes(range(_WIDE, 256))
_INSIDE = bytes(byte in _WORDLY for byte in range(256))
_BETWEEN = bytes(byte in b".,-'`" for byte in range(256))
_POINT = ord(".")
# A hash is taken of eight bytes at a time; raw words of more than so many bytes are rare.
_EIGHT = 8
_LONG = 64
_HELD = np.array([(1 << 8 * length) - 1 for length in range(_EIGHT + 1)], dtype=np.uint64)
_MULTIPLIER, _MIXER = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD6E8FEB86659FD93)
_ONE, _UP = np.uint64(1), np.uint64(32)

# Bits that number the slots of a new table, and how many slots it has to each number at least.
_BITS = 18
_ROOM = 4


def raw_words(text: bytes) -> tuple[Numbers, Numbers, Hashes]:
    """Where each raw word of a text (UTF-8, `BEFORE` and `AFTER` about it) begins and ends, and its hash, never 0."""
    inside = np.frombuffer(bytearray(text).translate(_INSIDE), dtype=np.bool_)
    between = np.frombuffer(text.translate(_BETWEEN), dtype=np.bool_).nonzero()[0]
    signs = np.frombuffer(text, dtype=np.uint8)
    joins = inside[between - 1]
    point = (signs[between] == _POINT) & ((signs[between - 2] == _POINT) | (signs[between - 1] >= _WIDE))
    joins &= inside[between + 1] | point
    inside[between[joins]] = True
    edges = (inside[1:] != inside[:-1]).nonzero()[0] + 1
    starts, ends = edges[::2], edges[1::2]
    return starts, ends, _hashes(text, starts, ends - starts)


def _hashes(text: bytes, starts: Numbers, lengths: Numbers) -> Hashes:
    """A hash of each of some runs of bytes that are not 0."""
    eights: Hashes = np.ndarray((len(text) - _EIGHT + 1,), np.dtype("<u8"), text, strides=(1,))
    hashes = eights[starts] & _HELD[np.minimum(lengths, _EIGHT)]
    hashes *= _MULTIPLIER
    for done in range(_EIGHT, _LONG, _EIGHT):
        more = (lengths > done).nonzero()[0]
        if not len(more):
            break
        held = hashes[more]
        held ^= held >> _UP
        held ^= eights[starts[more] + done] & _HELD[np.minimum(lengths[more] - done, _EIGHT)]
        hashes[more] = held * _MULTIPLIER
    for place in (lengths > _LONG).nonzero()[0].tolist():
        run = text[starts[place] : starts[place] + lengths[place]]
        hashes[place] = int.from_bytes(hashlib.blake2b(run, digest_size=_EIGHT).digest(), "little")
    hashes ^= hashes >> _UP
    hashes *= _MIXER
    hashes |= _ONE
    return hashes


class Table:
    """Numbers by hashes that are never 0, looked up many at once: open addressing with linear probing."""

    def __init__(self) -> None:
        self.length = 0
        self._widen(_BITS)

    def find(self, hashes: Hashes, missing: int) -> npt.NDArray[np.int32]:
        """The numbers of some hashes, `missing` for those that are not held."""
        slots = (hashes >> self._down).view(np.int64)
        numbers = self._numbers[slots]
        there = self._hashes[slots]
        sought = (there != hashes).nonzero()[0]
        there, slots, hashes = there[sought], slots[sought], hashes[sought]
        while len(sought):
            numbers[sought] = missing
            other = there != 0
            sought, hashes, slots = sought[other], hashes[other], (slots[other] + 1) & self._last
            there = self._hashes[slots]
            here = there == hashes
            numbers[sought[here]] = self._numbers[slots[here]]
            other = ~here
            sought, hashes, slots, there = sought[other], hashes[other], slots[other], there[other]
        return numbers

    def add(self, hashes: Sequence[int], numbers: Sequence[int]) -> None:
        """Hold the numbers of hashes that are not held."""
        self.length += len(hashes)
        if _ROOM * self.length > self._last:
            held = self._hashes.nonzero()[0]
            before = self._hashes[held].tolist(), self._numbers[held].tolist()
            self._widen((_ROOM * self.length).bit_length() + 1)
            self._put(*before)
        self._put(hashes, numbers)

    def _widen(self, bits: int) -> None:
        self._down, self._last = np.uint64(64 - bits), (1 << bits) - 1
        self._hashes: Hashes = np.zeros(1 << bits, dtype=np.uint64)
        self._numbers: npt.NDArray[np.int32] = np.zeros(1 << bits, dtype=np.int32)

    def _put(self, hashes: Sequence[int], numbers: Sequence[int]) -> None:
        there, held, last, down = self._hashes, self._numbers, self._last, int(self._down)
        for hashed, number in zip(hashes, numbers, strict=True):
            slot = hashed >> down
            while there[slot]:
                slot = (slot + 1) & last
            there[slot], held[slot] = hashed, number
