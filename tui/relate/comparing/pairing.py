"""Claims of two stories put into pairs by how alike they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from tui.relate.comparing.claims import Claim

Cell = tuple[int, int]
"""The numbers of a left and of a right claim."""

_MAX_PAIRS = 20_000


def scored(
    a: Sequence[Claim],
    b: Sequence[Claim],
    score: Callable[[Claim, Claim], float],
    least: float,
    telling: Callable[[Claim], Iterable[str]],
) -> dict[Cell, float]:
    """The pairs that score enough; `telling` gives a claim's own words."""
    scores: dict[Cell, float] = {}
    for i, j in _candidates([set(telling(c)) for c in a], [set(telling(c)) for c in b]):
        value = score(a[i], b[j])
        if value >= least:
            scores[i, j] = value
    return scores


def best_of_either(scores: Mapping[Cell, float]) -> list[Cell]:
    """The pairs in which one is the other's best, in the order of the left."""
    best: set[Cell] = set()
    for side in (0, 1):
        top: dict[int, tuple[float, Cell]] = {}
        for cell, value in scores.items():
            if cell[side] not in top or value > top[cell[side]][0]:
                top[cell[side]] = value, cell
        best |= {cell for _, cell in top.values()}
    return sorted(best)


def one_to_one(scores: Mapping[Cell, float]) -> list[Cell]:
    """Pairs from the highest score down, each side of them used once, in the order of the left."""
    taken: tuple[set[int], set[int]] = set(), set()
    out = []
    for (i, j), _ in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            out.append((i, j))
    return sorted(out)


def _candidates(a: Sequence[set[str]], b: Sequence[set[str]]) -> Iterator[Cell]:
    """All pairs of short lists; of long ones those that share a word that is not in every second of them."""
    if len(a) * len(b) <= _MAX_PAIRS:
        yield from ((i, j) for i in range(len(a)) for j in range(len(b)))
        return
    where: dict[str, list[int]] = defaultdict(list)
    for j, told in enumerate(b):
        for word in told:
            where[word].append(j)
    rare = max(4, int(len(b) ** 0.5))
    for i, told in enumerate(a):
        yield from ((i, j) for j in sorted({j for word in told if len(where[word]) <= rare for j in where[word]}))
