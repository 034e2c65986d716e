"""The sentence or quotation that a cursor is on, and the others of its paragraph to go on to."""

from __future__ import annotations

from tui.app.compare.items import part
from tui.app.compare.top import Compared
from tui.app.paint.columns import Item
from tui.model import Fact, FactKind, Story
from tui.text.quotations import quoted
from tui.text.sentences import sentences
from tui.text.words import WORD

_FEWEST_WORDS = 4


def passages(text: str) -> list[tuple[int, int]]:
    """The sentences of a text, each followed by the quotations in it that are long enough to be known again."""
    found: list[tuple[int, int]] = []
    quotations = [(one.start, one.end) for one in quoted(text) if _is_long(text[one.start : one.end])]
    for start, end in sentences(text):
        found.append((start, end))
        found += [(a, b) for a, b in quotations if start <= a < end and not _same(text, (a, b), (start, end))]
    return found


def here(text: str, start: int, end: int) -> int:
    """The number of the passage that a run of the text stands in: of those with the most of it, the first."""
    found = passages(text)
    return max(range(len(found)), key=lambda n: (min(end, found[n][1]) - max(start, found[n][0]), -n), default=0)


def passages_of(shown: Compared, item: Item, offset: int, *, on_left: bool) -> tuple[int, tuple[str, ...], int] | None:
    """For the line of a comparison: its story's number, the passages of its paragraph, and which of them is meant.

    None where the line shows nothing of either story.
    """
    fact = item.left.target if item.left is not None else None
    if isinstance(fact, Fact):
        side = bool(fact.left)
        number = (shown.left if side else shown.right).number
        said = fact.left if side else fact.right
        if fact.kind is FactKind.QUOTATION and _is_long(said):
            return number, (said,), 0
        story = shown.comparison.left if side else shown.comparison.right
        return _around(story, said, number)
    if item.row is None:
        return None
    row = shown.comparison.rows[item.row]
    on_left = row.left is not None and (on_left or row.right is None)
    story, block = (shown.comparison.left, row.left) if on_left else (shown.comparison.right, row.right)
    if block is None:
        return None
    text = story.blocks[block].text
    at = part(story, block, row.edits, on_left)[0] + offset
    return _told(text, (shown.left if on_left else shown.right).number, here(text, at, at + 1))


def _around(story: Story, said: str, number: int) -> tuple[int, tuple[str, ...], int] | None:
    """The passages around the first place where a story has these words."""
    for block in story.blocks:
        at = block.text.find(said)
        if at >= 0:
            return _told(block.text, number, here(block.text, at, at + len(said)))
    return None


def _told(text: str, number: int, at: int) -> tuple[int, tuple[str, ...], int] | None:
    found = tuple(text[start:end].strip() for start, end in passages(text))
    return (number, found, at) if found else None


def _same(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    return WORD.findall(text[slice(*one)]) == WORD.findall(text[slice(*other)])


def _is_long(text: str) -> bool:
    return len(WORD.findall(text)) >= _FEWEST_WORDS
