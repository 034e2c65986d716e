"""Two texts word by word: the runs that agree, that agree but for typography, and that differ."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cydifflib import SequenceMatcher  # type: ignore[import-untyped]  # ships no types

from tui.model import Edit, RowKind
from tui.text.words import Token, tokens

_EVEN = {"'": '"', "..": "...", "....": "..."}
_CURRENCIES = frozenset("$£€¥₹₽₺₩₪")
_ISLAND_WORDS = 2
# Beyond this many cells a stretch without a common anchor is one edit: the cost of a diff grows with their number.
_MAX_CELLS = 4_000_000
_ANCHOR_FROM = 600
_ANCHOR_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Run:
    """Tokens `left` of one side against tokens `right` of the other, equal by their keys or not."""

    equal: bool
    left: tuple[int, int]
    right: tuple[int, int]


def edits(left: str, right: str) -> tuple[Edit, ...]:
    """The runs of two texts, in order; put together they are the whole of both.

    Words and punctuation are compared by their folded form. SAME runs are equal to the byte; TYPOGRAPHY runs are the
    glyphs, cases and spaces that differ where the words do not; EDITED, LEFT and RIGHT runs differ in words or
    punctuation. Islands of one or two equal words between larger changes are part of the change.
    """
    if left == right:
        return (Edit(RowKind.SAME, (0, len(left)), (0, len(right))),) if left else ()
    a, b = even(tokens(left)), even(tokens(right))
    runs = _smooth(_runs([t.key for t in a], [t.key for t in b]), a)
    return tuple(_join(_edits(left, right, a, b, runs)))


def even(found: Iterable[Token]) -> list[Token]:
    """The tokens with house style evened out, and what is read as one made one.

    Single and double quotation marks, and all lengths of dots, are equal; "$5" and "5%" are one token.
    """
    out: list[Token] = []
    for token in found:
        if out and out[-1].end == token.start and _one_figure(out[-1].key, token.key):
            out[-1] = Token(out[-1].start, token.end, out[-1].key + token.key)
        else:
            out.append(token._replace(key=_EVEN[token.key]) if token.key in _EVEN else token)
    return out


def _one_figure(before: str, after: str) -> bool:
    return (before in _CURRENCIES and after[0].isdigit()) or (before[-1].isdigit() and after == "%")


def is_word(key: str) -> bool:
    """Whether a token's key is a word or figure rather than punctuation."""
    return any(c.isalnum() for c in key)


# ------------------------------------------------------------------------------------------------------- runs


def _runs(a: list[str], b: list[str]) -> list[_Run]:
    runs: list[_Run] = []
    for equal, i1, i2, j1, j2 in _split(a, b):
        if equal:
            runs.append(_Run(True, (i1, i2), (j1, j2)))
            continue
        if (i2 - i1) * (j2 - j1) > _MAX_CELLS or i1 == i2 or j1 == j2:
            runs.append(_Run(False, (i1, i2), (j1, j2)))
            continue
        matcher = SequenceMatcher(None, a[i1:i2], b[j1:j2], autojunk=False)
        for tag, x1, x2, y1, y2 in matcher.get_opcodes():
            runs.append(_Run(tag == "equal", (i1 + x1, i1 + x2), (j1 + y1, j1 + y2)))
    return _merge(runs)


def _split(a: list[str], b: list[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Long texts cut at the runs of words that stand exactly once in both (patience diff); short ones whole."""
    head = 0
    while head < len(a) and head < len(b) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < len(a) - head and tail < len(b) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    if head:
        yield True, 0, head, 0, head
    i, j = head, head
    end_a, end_b = len(a) - tail, len(b) - tail
    if min(end_a - i, end_b - j) >= _ANCHOR_FROM:
        for x, y in _anchors(a, b, (i, end_a), (j, end_b)):
            if x < i or y < j:
                continue
            if x > i or y > j:
                yield False, i, x, j, y
            yield True, x, x + _ANCHOR_WORDS, y, y + _ANCHOR_WORDS
            i, j = x + _ANCHOR_WORDS, y + _ANCHOR_WORDS
    if i < end_a or j < end_b:
        yield False, i, end_a, j, end_b
    if tail:
        yield True, end_a, len(a), end_b, len(b)


def _anchors(a: list[str], b: list[str], in_a: tuple[int, int], in_b: tuple[int, int]) -> list[tuple[int, int]]:
    once_a, once_b = _once(a, *in_a), _once(b, *in_b)
    pairs = sorted((i, once_b[gram]) for gram, i in once_a.items() if gram in once_b)
    return longest_rising(pairs)


def _once(words: list[str], start: int, end: int) -> dict[tuple[str, ...], int]:
    at: dict[tuple[str, ...], int] = {}
    often: set[tuple[str, ...]] = set()
    for i in range(start, end - _ANCHOR_WORDS + 1):
        gram = tuple(words[i : i + _ANCHOR_WORDS])
        if gram in at:
            often.add(gram)
        at[gram] = i
    return {gram: i for gram, i in at.items() if gram not in often}


def longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of pairs that rises in both numbers, of pairs sorted by the first (patience sorting)."""
    ends: list[int] = []
    tops: list[int] = []
    back: list[int] = []
    for n, (_, j) in enumerate(pairs):
        at = bisect_left(ends, j)
        back.append(tops[at - 1] if at else -1)
        if at == len(ends):
            ends.append(j)
            tops.append(n)
        else:
            ends[at] = j
            tops[at] = n
    chain: list[tuple[int, int]] = []
    n = tops[-1] if tops else -1
    while n >= 0:
        chain.append(pairs[n])
        n = back[n]
    return chain[::-1]


def _merge(runs: Sequence[_Run]) -> list[_Run]:
    out: list[_Run] = []
    for run in runs:
        if run.left[0] == run.left[1] and run.right[0] == run.right[1]:
            continue
        if out and out[-1].equal == run.equal:
            last = out[-1]
            out[-1] = _Run(run.equal, (last.left[0], run.left[1]), (last.right[0], run.right[1]))
        else:
            out.append(run)
    return out


def _smooth(runs: list[_Run], a: Sequence[Token]) -> list[_Run]:
    """Runs without their islands: equal words so few between two changes that they only break up the reading."""
    while True:
        sizes = [_size(run, a) for run in runs]
        out: list[_Run] = []
        for n, run in enumerate(runs):
            island = run.equal and 0 < n < len(runs) - 1 and _drowned(sizes[n], sizes[n - 1], sizes[n + 1])
            out.append(_Run(False, run.left, run.right) if island else run)
        merged = _merge(out)
        if len(merged) == len(runs):
            return merged
        runs = merged


def _size(run: _Run, a: Sequence[Token]) -> int:
    if run.equal:
        return sum(is_word(t.key) for t in a[run.left[0] : run.left[1]])
    return max(run.left[1] - run.left[0], run.right[1] - run.right[0])


def _drowned(island: int, before: int, after: int) -> bool:
    return island <= _ISLAND_WORDS and min(before, after) >= island and before + after > 2 * island


# ------------------------------------------------------------------------------------------------------ edits


def _edits(left: str, right: str, a: Sequence[Token], b: Sequence[Token], runs: Sequence[_Run]) -> Iterator[Edit]:
    i = j = 0  # how far either text is told
    for run in runs:
        if run.equal:
            i_to, j_to = a[run.left[1] - 1].end, b[run.right[1] - 1].end
            if left[i:i_to] == right[j:j_to]:
                yield Edit(RowKind.SAME, (i, i_to), (j, j_to))
                i, j = i_to, j_to
                continue
            for x, y in zip(range(*run.left), range(*run.right), strict=True):
                yield from _glyphs(left, right, (i, a[x].start), (j, b[y].start))
                yield from _glyphs(left, right, (a[x].start, a[x].end), (b[y].start, b[y].end))
                i, j = a[x].end, b[y].end
            continue
        on_left, on_right = run.left[1] > run.left[0], run.right[1] > run.right[0]
        if on_left and on_right and a[run.left[0]].start > i and b[run.right[0]].start > j:
            yield from _glyphs(left, right, (i, a[run.left[0]].start), (j, b[run.right[0]].start))
            i, j = a[run.left[0]].start, b[run.right[0]].start
        kind = RowKind.EDITED if on_left and on_right else RowKind.LEFT if on_left else RowKind.RIGHT
        i_to = a[run.left[1] - 1].end if on_left else i
        j_to = b[run.right[1] - 1].end if on_right else j
        # The space behind a run goes with it where the other side has none to set against it.
        i_next = a[run.left[1]].start if run.left[1] < len(a) else len(left)
        j_next = b[run.right[1]].start if run.right[1] < len(b) else len(right)
        if not on_left and i_next == i:
            j_to = j_next
        elif not on_right and j_next == j:
            i_to = i_next
        yield Edit(kind, (i, i_to), (j, j_to))
        i, j = i_to, j_to
    yield from _glyphs(left, right, (i, len(left)), (j, len(right)))


def _glyphs(left: str, right: str, in_left: tuple[int, int], in_right: tuple[int, int]) -> Iterator[Edit]:
    """Two stretches that are equal but for typography, down to the glyph."""
    i, i_end = in_left
    j, j_end = in_right
    if left[i:i_end] == right[j:j_end]:
        if i < i_end:
            yield Edit(RowKind.SAME, in_left, in_right)
        return
    head = 0
    while i + head < i_end and j + head < j_end and left[i + head] == right[j + head]:
        head += 1
    tail = 0
    while i_end - tail > i + head and j_end - tail > j + head and left[i_end - 1 - tail] == right[j_end - 1 - tail]:
        tail += 1
    if head:
        yield Edit(RowKind.SAME, (i, i + head), (j, j + head))
    i, j, i_end, j_end = i + head, j + head, i_end - tail, j_end - tail
    if i_end - i == j_end - j:
        for n in range(i_end - i):
            kind = RowKind.SAME if left[i + n] == right[j + n] else RowKind.TYPOGRAPHY
            yield Edit(kind, (i + n, i + n + 1), (j + n, j + n + 1))
    else:
        yield Edit(RowKind.TYPOGRAPHY, (i, i_end), (j, j_end))
    if tail:
        yield Edit(RowKind.SAME, (i_end, i_end + tail), (j_end, j_end + tail))


def _join(parts: Iterator[Edit]) -> Iterator[Edit]:
    last: Edit | None = None
    for part in parts:
        if last is not None and last.kind is part.kind:
            last = Edit(part.kind, (last.left[0], part.left[1]), (last.right[0], part.right[1]))
            continue
        if last is not None:
            yield last
        last = part
    if last is not None:
        yield last
