"""Two stories laid side by side: which block of one stands against which of the other, and what differs in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.model import Edit, Row, RowKind, Story
from tui.relate.comparing.chain import chain, moved
from tui.relate.comparing.edits import edits
from tui.relate.comparing.pieces import UNCOMPARED, Codes, Pair, Piece, cuts, pieces, uncut


def align(left: Story, right: Story) -> tuple[Row, ...]:
    """The rows of two stories, comments and furniture left out.

    Every other block is in a row, in the order of its side; where both sides go on alone, the left comes first. The
    edits of a row, put together, are both texts; a block whose text the other side breaks in two stands in
    successive rows, each with its part. The swapped stories give the mirrored pairs.
    """
    if _texts(right) < _texts(left):  # one direction for both orders, so that swapping mirrors
        kept, gone = _pairs(right, left)
        kept, gone = [(b, a) for a, b in kept], [(b, a) for a, b in gone]
    else:
        kept, gone = _pairs(left, right)
    return tuple(_rows(left, right, kept, gone))


def _texts(story: Story) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in story.blocks]


def _pairs(a: Story, b: Story) -> tuple[list[Pair], list[Pair]]:
    """The pairs of pieces that keep their order, and those that have moved."""
    codes = Codes()
    in_a = pieces(a.blocks, cuts(b.blocks, a.blocks, codes), codes)
    in_b = pieces(b.blocks, cuts(a.blocks, b.blocks, codes), codes)
    kept = uncut(chain(in_a, in_b), a.blocks, b.blocks, codes)
    taken_a, taken_b = {p.block for p, _ in kept}, {q.block for _, q in kept}
    left_over = pieces(a.blocks, {}, codes, taken_a), pieces(b.blocks, {}, codes, taken_b)
    return kept, moved(*left_over)


def _rows(left: Story, right: Story, pairs: Sequence[Pair], gone: Sequence[Pair]) -> Iterator[Row]:
    from_left = {p.block: (p, q) for p, q in gone}
    from_right = {q.block: (p, q) for p, q in gone}
    paired_left = {p.block for p, _ in pairs}
    paired_right = {q.block for _, q in pairs}
    alone_left = _alone(left, paired_left)
    alone_right = _alone(right, paired_right)
    x = y = 0

    def gap(until_left: int, until_right: int) -> Iterator[Row]:
        nonlocal x, y
        while x < len(alone_left) and alone_left[x] < until_left:
            block = alone_left[x]
            x += 1
            yield (
                _moved_row(left, right, from_left[block], True)
                if block in from_left
                else Row(RowKind.LEFT, block, None)
            )
        while y < len(alone_right) and alone_right[y] < until_right:
            block = alone_right[y]
            y += 1
            yield (
                _moved_row(left, right, from_right[block], False)
                if block in from_right
                else Row(RowKind.RIGHT, None, block)
            )

    for p, q in pairs:
        yield from gap(p.block, q.block)
        found = _edits(left, right, p, q)
        yield Row(_kind(found), p.block, q.block, found)
    yield from gap(len(left.blocks), len(right.blocks))


def _alone(story: Story, paired: set[int]) -> list[int]:
    return [n for n, block in enumerate(story.blocks) if block.kind not in UNCOMPARED and n not in paired]


def _moved_row(left: Story, right: Story, pair: Pair, at_left: bool) -> Row:
    p, q = pair
    return Row(RowKind.MOVED, p.block, q.block, _edits(left, right, p, q), at_left)


def _edits(left: Story, right: Story, p: Piece, q: Piece) -> tuple[Edit, ...]:
    a = left.blocks[p.block].text[p.start : p.end]
    b = right.blocks[q.block].text[q.start : q.end]
    if (b, a) < (a, b):
        mirror = {RowKind.LEFT: RowKind.RIGHT, RowKind.RIGHT: RowKind.LEFT}
        found = tuple(Edit(mirror.get(e.kind, e.kind), e.right, e.left) for e in edits(b, a))
    else:
        found = edits(a, b)
    if not p.start and not q.start:
        return found
    return tuple(
        Edit(e.kind, (e.left[0] + p.start, e.left[1] + p.start), (e.right[0] + q.start, e.right[1] + q.start))
        for e in found
    )


def _kind(found: Sequence[Edit]) -> RowKind:
    kinds = {edit.kind for edit in found}
    if kinds <= {RowKind.SAME}:
        return RowKind.SAME
    return RowKind.TYPOGRAPHY if kinds <= {RowKind.SAME, RowKind.TYPOGRAPHY} else RowKind.EDITED
