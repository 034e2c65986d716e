"""Which piece of one story stands against which of the other: the best path, and what has moved.

Needleman-Wunsch on the likeness of words. A gap costs nothing, so the best path is the heaviest chain of pairs that
rises on both sides; it is found among the pairs that are alike at all, in n log n. Equal pieces anchor it first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from tui.model import BlockKind
from tui.relate.comparing.edits import longest_rising
from tui.relate.comparing.pieces import Pair, Piece

_META = frozenset({BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.STAMP, BlockKind.SIGN_OFF})
# These pair with their like however they read: a new headline stands against the old one.
_BY_KIND = _META | {BlockKind.HEADLINE}
_ALIKE = 0.4  # the same paragraph edited, rather than another one
_ALIKE_OTHER_KIND = 0.7
_MOVED = 0.5
_TRIMMED = 0.35  # what a paragraph cut down to its first sentence is allowed for being shorter
_MOVED_WORDS = 4
_BY_KIND_WEIGHT = 0.01
_MAX_PAIRS = 1_000  # above this, only pairs that share rare words are weighed
_CANDIDATES = 8
_MAX_CELLS = 100_000_000


def chain(a: Sequence[Piece], b: Sequence[Piece]) -> list[Pair]:
    """The heaviest chain of pairs that rises on both sides, through the equal pieces that stand once on each."""
    out: list[Pair] = []
    i = j = 0
    for x, y in [*_equal(a, b), (len(a), len(b))]:
        out.extend(_between(a[i:x], b[j:y]))
        if x < len(a):
            out.append((a[x], b[y]))
        i, j = x + 1, y + 1
    return out


def _equal(a: Sequence[Piece], b: Sequence[Piece]) -> list[tuple[int, int]]:
    def once(pieces: Sequence[Piece]) -> dict[tuple[BlockKind, str], int]:
        counts = Counter((p.kind, p.code) for p in pieces)
        return {
            (p.kind, p.code): n
            for n, p in enumerate(pieces)
            if counts[p.kind, p.code] == 1 and len(p.code) >= _MOVED_WORDS
        }

    in_b = once(b)
    return longest_rising(sorted((n, in_b[key]) for key, n in once(a).items() if key in in_b))


def _between(a: Sequence[Piece], b: Sequence[Piece]) -> list[Pair]:
    weights = {(i, j): weight for i, j in _candidates(a, b) if (weight := _weight(a[i], b[j])) > 0.0}
    return [(a[i], b[j]) for i, j in _heaviest(weights, len(b))]


def _candidates(a: Sequence[Piece], b: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    if len(a) * len(b) <= _MAX_PAIRS:
        yield from ((i, j) for i in range(len(a)) for j in range(len(b)))
        return
    where: dict[str, list[int]] = defaultdict(list)
    for j, piece in enumerate(b):
        for word in set(piece.code):
            where[word].append(j)
    by_kind = {kind: [j for j, q in enumerate(b) if q.kind is kind][:_CANDIDATES] for kind in _BY_KIND}
    rare = max(4, int(len(b) ** 0.5))
    for i, piece in enumerate(a):
        votes: Counter[int] = Counter()
        for word in set(piece.code):
            if len(found_in := where.get(word, ())) <= rare:
                votes.update(found_in)
        found = {j for j, _ in votes.most_common(_CANDIDATES)}
        if piece.kind in _BY_KIND:
            found.update(by_kind[piece.kind])
        yield from ((i, j) for j in sorted(found))


def _weight(p: Piece, q: Piece) -> float:
    """What a pair adds to the chain: the words it shares times its likeness; 0 where it is no pair."""
    alike = likeness(p.code, q.code)
    by_kind = p.kind is q.kind and p.kind in _BY_KIND
    if alike < (_ALIKE if p.kind is q.kind else _ALIKE_OTHER_KIND):
        return _BY_KIND_WEIGHT * (1 + alike) if by_kind else 0.0
    if p.kind is not q.kind and (p.kind in _META or q.kind in _META):
        return 0.0
    return alike * alike * (len(p.code) + len(q.code)) / 2 + _BY_KIND_WEIGHT


def likeness(a: str, b: str) -> float:
    """How alike two coded texts are, 0 to 1: twice the longest common run of words in order over both lengths.

    A text that stands nearly whole in a longer one counts as like it.
    """
    total = len(a) + len(b)
    if not total:
        return 1.0
    if len(a) * len(b) > _MAX_CELLS:  # two books: how many words they share, in whatever order
        alike = 2 * (Counter(a) & Counter(b)).total() / total
    else:
        alike = Indel.normalized_similarity(a, b)
    shorter = min(len(a), len(b))
    if shorter > 2 * _MOVED_WORDS:
        alike = max(alike, min(1.0, alike * total / 2 / shorter) - _TRIMMED)
    return alike


def _heaviest(weights: dict[tuple[int, int], float], columns: int) -> list[tuple[int, int]]:
    """The chain of cells, rising in both numbers, that weighs most (a prefix maximum over columns, Fenwick's tree)."""
    tree: list[tuple[float, int]] = [(0.0, -1)] * (columns + 1)
    cells = sorted(weights)
    back = [-1] * len(cells)
    n = 0
    while n < len(cells):
        row = cells[n][0]
        after = n
        found = []
        while after < len(cells) and cells[after][0] == row:
            j = cells[after][1]
            best = _top(tree, j)
            back[after] = best[1]
            found.append((j + 1, best[0] + weights[cells[after]], after))
            after += 1
        for column, weight, cell in found:
            at = column
            while at <= columns:
                if weight > tree[at][0]:
                    tree[at] = (weight, cell)
                at += at & -at
        n = after
    out = []
    cell = _top(tree, columns)[1]
    while cell >= 0:
        out.append(cells[cell])
        cell = back[cell]
    return out[::-1]


def _top(tree: Sequence[tuple[float, int]], column: int) -> tuple[float, int]:
    """The heaviest chain that ends before this column, and its last cell."""
    best = (0.0, -1)
    while column > 0:
        if tree[column][0] > best[0]:
            best = tree[column]
        column &= column - 1
    return best


def moved(a: Sequence[Piece], b: Sequence[Piece]) -> list[Pair]:
    """What the chain left over, paired greedily from the most alike."""
    found = []
    for i, j in _candidates(a, b):
        p, q = a[i], b[j]
        if p.kind in _BY_KIND or q.kind in _BY_KIND or min(len(p.code), len(q.code)) < _MOVED_WORDS:
            continue
        alike = likeness(p.code, q.code)
        if alike >= (_MOVED if p.kind is q.kind else _ALIKE_OTHER_KIND):
            found.append((-alike, i, j))
    out = []
    taken_a, taken_b = set(), set()
    for _, i, j in sorted(found):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            out.append((a[i], b[j]))
    return out
