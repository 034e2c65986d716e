"""Two stories compared: the rows, the facts, and the numbers that a verdict rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tui.model import BlockKind, Comparison, MatchKind, Row, RowKind, Story
from tui.relate.comparing.align import align
from tui.relate.comparing.facts import facts
from tui.text.words import WORD, words

_AGREEING = frozenset({RowKind.SAME, RowKind.TYPOGRAPHY})


def compare(left: Story, right: Story, kind: MatchKind | None) -> Comparison:
    """Two stories side by side; `kind` says what they are to each other, None for nothing.

    Words are those of the body. A word agrees where it stands in a run that differs in typography alone, in its place
    or moved. What a side adds is counted in blocks: those that nothing of the other stands against, and comments.
    """
    rows = align(left, right)
    return Comparison(
        left=left,
        right=right,
        kind=kind,
        rows=rows,
        facts=facts(left, right, rows, kind),
        words_left=_words(left),
        words_right=_words(right),
        words_same=sum(_same(left, right, row) for row in rows),
        typography=sum(edit.kind is RowKind.TYPOGRAPHY for row in rows if row.at_left for edit in row.edits),
        added_left=_added(left, right, [row.left for row in rows if row.kind is RowKind.LEFT]),
        added_right=_added(right, left, [row.right for row in rows if row.kind is RowKind.RIGHT]),
    )


def _words(story: Story) -> int:
    return sum(map(_count, story.paragraphs))


def _count(text: str) -> int:
    return len(WORD.findall(text))


def _same(left: Story, right: Story, row: Row) -> int:
    """The words of the body that agree in a row; a moved one counts at its place on the left."""
    if row.left is None or row.right is None or not row.at_left:
        return 0
    block = left.blocks[row.left]
    if block.kind is not BlockKind.PARAGRAPH or right.blocks[row.right].kind is not BlockKind.PARAGRAPH:
        return 0
    count = start = end = 0
    for edit in row.edits:
        if edit.kind in _AGREEING:
            start, end = (edit.left[0] if start == end else start), edit.left[1]
        else:
            count += _count(block.text[start:end])
            start = end = edit.left[1]
    return count + _count(block.text[start:end])


def _added(story: Story, other: Story, alone: Sequence[int | None]) -> Counter[BlockKind]:
    added = Counter(story.blocks[number].kind for number in alone if number is not None)
    comments = _comments(story) - _comments(other)
    if comments:
        added[BlockKind.COMMENT] = comments.total()
    return added


def _comments(story: Story) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words(block.text)) for block in story.of(BlockKind.COMMENT))
