"""The provenance table: paragraphs by copies, and what each copy kept, edited, moved, cut and added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tui.model import Block, BlockKind, Cell, Edit, Kept, Paragraph, Provenance, Row, RowKind, Story
from tui.relate.comparing.align import align
from tui.text.words import words

_KEPT = {RowKind.SAME: Kept.SAME, RowKind.TYPOGRAPHY: Kept.TYPOGRAPHY, RowKind.EDITED: Kept.EDITED}
_AGREEING = (RowKind.SAME, RowKind.TYPOGRAPHY)
_RANK = (Kept.SAME, Kept.TYPOGRAPHY, Kept.EDITED, Kept.MOVED)

Run = tuple[int, int, int]


@dataclass
class _Line:
    """A row that is being filled: the block that it is, and what of it each copy has."""

    block: Block
    base: bool
    cells: dict[int, Cell] = field(default_factory=dict)


def provenance(stories: Sequence[Story]) -> Provenance:
    """The table of two copies and more, held to the first of them.

    Every paragraph of every copy is in it: the pieces of a copy's cells, put together by block, are its paragraphs.
    Paragraphs that the first does not have stand behind the one that they follow in the copy that has them first; what
    several copies add alike is one row.
    """
    lines: list[_Line] = []
    for copy, story in enumerate(stories):
        if copy == 0:
            lines = [_own(story, number, copy, base=True) for number in _paragraphs(story)]
            continue
        lines = _with_copy(lines, stories, copy)
    return Provenance(
        tuple(story.id for story in stories),
        tuple(Paragraph(line.block.text, tuple(_cell(line, copy) for copy in range(len(stories)))) for line in lines),
    )


def _paragraphs(story: Story) -> list[int]:
    return [number for number, block in enumerate(story.blocks) if block.kind is BlockKind.PARAGRAPH]


def _own(story: Story, number: int, copy: int, *, base: bool = False) -> _Line:
    """The row of a paragraph that no copy before had."""
    block = story.blocks[number]
    kind = Kept.SAME if base else Kept.ADDED
    return _Line(block, base, {copy: Cell(kind, ((number, 0, len(block.text)),), _nth(story, number), 1.0)})


def _nth(story: Story, number: int) -> int:
    return 1 + sum(block.kind is BlockKind.PARAGRAPH for block in story.blocks[:number])


def _cell(line: _Line, copy: int) -> Cell:
    return line.cells.get(copy) or Cell(Kept.CUT if line.base else Kept.ABSENT)


def _with_copy(lines: list[_Line], stories: Sequence[Story], copy: int) -> list[_Line]:
    """The rows with another copy's paragraphs set against them, and rows for those that it alone has."""
    story = stories[copy]
    # The rows so far as a story of their own: one alignment finds what is kept, moved, and added by others before.
    so_far = replace(stories[0], blocks=tuple(replace(line.block, kind=BlockKind.PARAGRAPH) for line in lines))
    body = replace(story, blocks=tuple(_as_paragraph(block) for block in story.blocks))
    pieces: dict[int, list[tuple[Run, Row]]] = defaultdict(list)
    of_block: dict[int, int] = {}
    for row in align(so_far, body):
        if row.left is None or row.right is None or (row.kind is RowKind.MOVED and not row.at_left):
            continue
        if story.blocks[row.right].kind is not BlockKind.PARAGRAPH:
            continue
        run = (row.right, row.edits[0].right[0], row.edits[-1].right[1]) if row.edits else (row.right, 0, 0)
        pieces[row.left].append((run, row))
        of_block.setdefault(row.right, row.left)
    for number, found in pieces.items():
        lines[number].cells[copy] = _kept(lines[number], story, sorted(found, key=lambda one: one[0]))
    out: list[_Line] = []
    after: dict[int, list[int]] = defaultdict(list)
    last = -1
    for number in _paragraphs(story):
        if number in of_block:
            last = of_block[number]
        else:
            after[last].append(number)
    for at in (-1, *range(len(lines))):
        if at >= 0:
            out.append(lines[at])
        out += [_own(story, number, copy) for number in after[at]]
    return out


def _as_paragraph(block: Block) -> Block:
    """Only paragraphs are held to the rows; whatever else a copy has is none of the table's business."""
    return block if block.kind is BlockKind.PARAGRAPH else replace(block, kind=BlockKind.FURNITURE)


def _kept(line: _Line, story: Story, found: Sequence[tuple[Run, Row]]) -> Cell:
    """What a copy did with the paragraph of a row, given the pieces of it that stand against it."""
    rows = [row for _, row in found]
    kinds = {Kept.MOVED if row.kind is RowKind.MOVED else _KEPT[row.kind] for row in rows}
    total = len(words(line.block.text))
    same = sum(_agreeing(line.block.text, row.edits) for row in rows)
    share = min(1.0, same / total) if total else 1.0
    kind = max(kinds, key=_RANK.index)
    if not line.base and kind in (Kept.SAME, Kept.TYPOGRAPHY):
        kind = Kept.ADDED
    if kind in (Kept.SAME, Kept.TYPOGRAPHY) and share < 1.0:  # a broken paragraph whose other part was left out
        kind = Kept.EDITED
    return Cell(kind, tuple(run for run, _ in found), _nth(story, found[0][0][0]), share)


def _agreeing(text: str, edits: Sequence[Edit]) -> int:
    count = start = end = 0
    for edit in edits:
        if edit.kind in _AGREEING:
            start, end = (edit.left[0] if start == end else start), edit.left[1]
        else:
            count += len(words(text[start:end]))
            start = end = edit.left[1]
    return count + len(words(text[start:end]))
