"""How alike two stories are as reports: weighed words, names, figures and beginnings, within a window of days.

Each part is a cosine (G. Salton); the likeness is their weighed sum, 0 to 1. One setting serves every size of corpus,
as rarities come from the shipped table and never from the corpus at hand.

Two stories are compared when their heaviest terms alone make them somewhat alike: of the pairs that are alike enough
to be of one event, one in a hundred is lost by this, of those alike beyond doubt none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tui.relate.finding.features import Features, Terms
from tui.relate.finding.ragged import Numbers, Ragged, among, spread

# The weights of the parts; the scores of labelled sets hardly change about them.
_PARTS = (("words", 0.40), ("names", 0.20), ("figures", 0.15), ("lead", 0.25))
_FLOOR = 0.10
# A story of fewer terms tells of no event.
_LEAST_TERMS = 8
# Neighbouring events are looked for so far apart.
WINDOW = 60
# The terms by which pairs are found, and how alike they make them; and where one of the two may lie on any day, so that
# all stories are compared with it.
_HEAVIEST, _UNDATED_HEAVIEST = 64, 32
_BY_HEAVIEST, _UNDATED_BY_HEAVIEST = 0.05, 0.07
# So many stories are compared with the others at once, and so many sums held.
_AT_ONCE, _SUMS = 512, 1 << 22

_KIND_BITS = np.uint32(2)  # of a key, for the part that it is of
_LOW, _LOWER = np.uint32(0xFFFF), np.uint32(0xFFFFF)

Likeness = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Reports:
    """Stories to be compared: numbers, days as far as known (ordinals), and their terms, all and the heaviest."""

    numbers: Numbers
    first: npt.NDArray[np.int32]
    last: npt.NDArray[np.int32]
    heavy: Ragged
    terms: Ragged

    @property
    def wide(self) -> npt.NDArray[np.bool_]:
        """Which of them may lie on days too far apart to tell."""
        return self.last.astype(np.int64) - self.first > WINDOW

    def take(self, rows: Numbers) -> Reports:
        """Some of them."""
        return Reports(
            self.numbers[rows], self.first[rows], self.last[rows], self.heavy.take(rows), self.terms.take(rows)
        )


@dataclass(frozen=True, slots=True)
class Alike:
    """Pairs of numbers of stories with their likeness: three arrays of one length."""

    left: Numbers
    right: Numbers
    likeness: Likeness


NONE_ALIKE = Alike(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32))


def alike(stories: Reports, others: Reports) -> Iterator[Alike]:
    """The pairs of a story and another one that are somewhat alike and may lie near in time, some at a time.

    `others` may hold the stories too; each pair comes once.
    """
    wide = stories.wide
    order = np.lexsort((stories.numbers, stories.first, wide))
    dated = len(order) - int(wide.sum())
    place = _places(stories.numbers[order], others.numbers)
    others_wide = others.wide
    for begin, end in (*_slices(0, dated), *_slices(dated, len(order))):
        some = stories.take(order[begin:end])
        near = (others.first <= some.last.max() + WINDOW) & (others.last >= some.first.min() - WINDOW)
        if begin < dated:
            near &= (place < 0) | ((place >= begin) & ~others_wide)
        else:
            near &= (place < dated) | (place >= begin)
        for others_are, rows in ((False, near & ~others_wide), (True, near & others_wide)):
            found = np.flatnonzero(rows)
            for cut in range(0, len(found), step := max(1, _SUMS // len(some.numbers))):
                part = found[cut : cut + step]
                here = place[part]
                here = np.where(here < dated, -1, here) if begin >= dated else here
                yield _alike(some, others.take(part), here - begin, wide=others_are or begin >= dated)


def _slices(begin: int, end: int) -> list[tuple[int, int]]:
    return [(at, min(at + _AT_ONCE, end)) for at in range(begin, end, _AT_ONCE)]


def _places(numbers: Numbers, sought: Numbers) -> Numbers:
    """Where some numbers stand in an array, -1 where they do not."""
    order = np.argsort(numbers)
    known, at = among(numbers[order], sought)
    return np.where(known, order[at] if len(order) else at, -1)


def _alike(some: Reports, others: Reports, place: Numbers, *, wide: bool) -> Alike:
    """The pairs of some with others; `place` is where an other stands among them, below 0 where it does not.

    Of two that stand there both, the pair is told once. `wide` says that one of each pair may lie on any day.
    """
    if wide:
        few = heaviest(some.heavy, _UNDATED_HEAVIEST), heaviest(others.heavy, _UNDATED_HEAVIEST)
        mine, theirs = _by_heaviest(*few, _UNDATED_BY_HEAVIEST)
    else:
        mine, theirs = _by_heaviest(some.heavy, others.heavy, _BY_HEAVIEST)
    told = (place[theirs] < 0) | (place[theirs] > mine)
    told &= others.first[theirs] - WINDOW <= some.last[mine]
    told &= some.first[mine] - WINDOW <= others.last[theirs]
    mine, theirs = mine[told], theirs[told]
    likeness = likenesses(some.terms, others.terms, mine, theirs)
    enough = likeness >= _FLOOR
    return Alike(some.numbers[mine[enough]], others.numbers[theirs[enough]], likeness[enough])


def _by_heaviest(mine: Ragged, theirs: Ragged, least: float) -> tuple[Numbers, Numbers]:
    """The pairs of rows that their heaviest terms make so alike at least, those of one left row together."""
    order = np.argsort(mine.values, kind="stable")
    keys, owners, weights = mine.values[order], mine.owners()[order], _weights(mine, order)
    unique, starts, counts = np.unique(keys, return_index=True, return_counts=True)
    near = np.zeros(1 << 20, dtype=np.bool_)
    near[unique & _LOWER] = True
    hits = np.flatnonzero(near[theirs.values & _LOWER])
    hit, at = among(unique, theirs.values[hits])
    hits, at = hits[hit], at[hit]
    pairs, sizes = spread(starts[at], counts[at])
    rows = np.repeat(theirs.ends.searchsorted(hits, side="right"), sizes)
    products = np.repeat(_weights(theirs, hits), sizes) * weights[pairs]
    sums = np.bincount(owners[pairs] * len(theirs) + rows, products, len(mine) * len(theirs))
    return np.divmod(np.flatnonzero(sums >= least), max(1, len(theirs)))


def likenesses(mine: Ragged, theirs: Ragged, left: Numbers, right: Numbers) -> Likeness:
    """The likeness of rows of terms, pair by pair; those of one left row stand together."""
    if not len(left):
        return np.zeros(0, dtype=np.float32)
    facing, which = np.unique(right, return_inverse=True)
    others = theirs.take(facing)
    starts, sizes = others.starts, others.sizes
    # All their rows in one width, by the low bits of their keys: what a row lacks is found and then left out.
    low = np.zeros((len(facing), max(1, int(sizes.max()))), dtype=np.uint16)
    low[others.owners(), np.arange(len(others.values)) - np.repeat(starts, sizes)] = others.values & _LOW
    weights = _weights(others, np.arange(len(others.values)))
    begins, table = mine.starts, np.zeros(1 << 16, dtype=np.uint16)
    runs = np.flatnonzero(np.concatenate(([True], left[1:] != left[:-1])))
    found = []
    for begin, end in zip(runs.tolist(), [*runs[1:].tolist(), len(left)], strict=True):
        span = np.arange(begins[left[begin]], mine.ends[left[begin]])
        keys, rows = mine.values[span], which[begin:end]
        order = np.arange(1, len(keys) + 1, dtype=np.uint16)
        table[keys & _LOW] = order
        pair, column = np.divmod(table[low[rows]].ravel().nonzero()[0], low.shape[1])
        inside = column < sizes[rows[pair]]
        pair, column = pair[inside], column[inside]
        at = starts[rows[pair]] + column
        values = others.values[at]
        place = table[values & _LOW].astype(np.int64) - 1
        if (table[keys & _LOW] != order).any():  # two keys in one place
            place = among(keys, values)[1]
        same = keys[place] == values
        table[keys & _LOW] = 0
        products = _weights(mine, span)[place[same]] * weights[at[same]]
        found.append(np.bincount(pair[same], products, end - begin))
    return np.minimum(np.concatenate(found), 1.0).astype(np.float32)


def _weights(rows: Ragged, at: Numbers) -> npt.NDArray[np.float32]:
    assert rows.weights is not None
    return rows.weights[at].astype(np.float32)


def cosine(left: Terms, right: Terms) -> float:
    """The cosine of two sets of terms, 0 to 1."""
    hit, at = among(left.keys, right.keys)
    return float(left.weights[at[hit]] @ right.weights[hit]) if len(left.keys) else 0.0


def vectors(stories: Sequence[Features]) -> Ragged:
    """All terms of each story in a row, rising: each part scaled by the root of its weight, under keys of its own.

    The row of a story of next to no terms is empty.
    """
    held = [getattr(story, name) for story in stories for name, _ in _PARTS]
    sizes = np.array([len(terms.keys) for terms in held], dtype=np.int64).reshape(-1, len(_PARTS))
    told = sizes[:, :3].sum(axis=1) >= _LEAST_TERMS
    parts = np.repeat(np.tile(np.arange(len(_PARTS)), len(stories)), sizes.ravel())
    owners = np.repeat(np.arange(len(stories)), sizes.sum(axis=1))
    scales = np.array([weight**0.5 for _, weight in _PARTS], dtype=np.float32)
    keys = np.concatenate([np.zeros(0, dtype=np.uint32), *(terms.keys for terms in held)]) >> _KIND_BITS
    keys |= (parts << 30).astype(np.uint32)
    weights = np.concatenate([np.zeros(0, dtype=np.float32), *(terms.weights for terms in held)]) * scales[parts]
    new = np.ones(len(keys), dtype=np.bool_)
    new[1:] = (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])
    new &= told[owners]
    return Ragged(keys[new], _ends(owners[new], len(stories)), weights[new].astype(np.float16))


def heaviest(rows: Ragged, most: int = _HEAVIEST) -> Ragged:
    """The heaviest terms of each row alone; those as heavy as the last of them too."""
    owners, weights = rows.owners(), _weights(rows, np.arange(len(rows.values)))
    width = int(rows.sizes.max(initial=0))
    if width <= most:
        return rows
    held = np.zeros((len(rows), width), dtype=np.float32)
    held[owners, np.arange(len(owners)) - rows.starts[owners]] = weights
    least = np.partition(held, width - most, axis=1)[:, width - most]
    kept = np.flatnonzero(weights >= least[owners])
    assert rows.weights is not None
    return Ragged(rows.values[kept], _ends(owners[kept], len(rows)), rows.weights[kept])


def _ends(owners: Numbers, count: int) -> Numbers:
    ends: Numbers = np.cumsum(np.bincount(owners, minlength=count))
    return ends
