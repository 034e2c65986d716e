"""Where a place in one text of an aligned pair lies in the other, and whether an edit touches it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from tui.model import Edit, RowKind

CHANGES = frozenset({RowKind.EDITED, RowKind.LEFT, RowKind.RIGHT})
"""The edits that change words; typography is none of them."""

Span = tuple[int, int]


def side_of(edit: Edit, side: int) -> Span:
    """The run that an edit covers: 0 on the left, 1 on the right."""
    return edit.right if side else edit.left


class Places:
    """The edits of one row, to be asked about spans of either side (0 left, 1 right)."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [[side_of(edit, side)[0] for edit in edits] for side in (0, 1)]
        self._ends = [[side_of(edit, side)[1] for edit in edits] for side in (0, 1)]

    def across(self, span: Span, side: int) -> Span:
        """The span of the other side that stands against this one."""
        low, high = -1, -1
        for edit in self._meeting(span, side):
            own, (start, end) = side_of(edit, side), side_of(edit, 1 - side)
            if not overlap(own, span):
                continue
            if edit.kind is RowKind.SAME:
                start, end = start + max(0, span[0] - own[0]), start + min(own[1], span[1]) - own[0]
            low, high = start if low < 0 else min(low, start), max(high, end)
        return (low, high) if low >= 0 else (0, 0)

    def touched(self, span: Span, side: int) -> bool:
        """Whether an edit changes words of the span or puts words into it."""
        return any(edit.kind in CHANGES and _in(side_of(edit, side), span) for edit in self._meeting(span, side))

    def longest_change(self, span: Span, side: int) -> int:
        """The words of the longest edit that changes the span, at six letters a word."""
        changes = (side_of(edit, side) for edit in self._meeting(span, side) if edit.kind in CHANGES)
        return max(((end - start + 5) // 6 for start, end in changes if overlap((start, end), span)), default=0)

    def _meeting(self, span: Span, side: int) -> Iterator[Edit]:
        """The edits that share a place with a span, or border on it."""
        first = bisect_left(self._ends[side], span[0])
        yield from self._edits[first : bisect_right(self._starts[side], span[1])]


def overlap(a: Span, b: Span) -> bool:
    """Whether two spans share a place; an empty one lies in another that holds its place or borders on it."""
    if a[0] == a[1] or b[0] == b[1]:
        return a[0] <= b[1] and b[0] <= a[1]
    return a[0] < b[1] and b[0] < a[1]


def _in(edited: Span, span: Span) -> bool:
    if edited[0] == edited[1]:
        return span[0] < edited[0] < span[1]
    return edited[0] < span[1] and span[0] < edited[1]
