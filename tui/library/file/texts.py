"""What of a story the text index holds, column by column, folded."""

from __future__ import annotations

from tui.library.file.schema import TEXT_COLUMNS
from tui.model import BlockKind, Story
from tui.search.terms import searchable

_COLUMN = {
    BlockKind.HEADLINE: "headline",
    BlockKind.STANDFIRST: "standfirst",
    BlockKind.KEY_POINT: "standfirst",
    BlockKind.COMMENT: "comments",
    BlockKind.FURNITURE: "furniture",
}


def column_of(kind: BlockKind) -> str:
    """The column of the text index that blocks of this kind stand in."""
    return _COLUMN.get(kind, "body")


def searched(story: Story) -> tuple[str, ...]:
    """The folded text of each column of the index, in the order of TEXT_COLUMNS."""
    parts: dict[str, list[str]] = {column: [] for column in TEXT_COLUMNS}
    if story.headline_derived:
        parts["headline"].append(story.headline)
    for block in story.blocks:
        parts[column_of(block.kind)].append(block.text)
        if block.by:
            parts["comments"].append(block.by)
    return tuple(searchable("\n".join(parts[column])) for column in TEXT_COLUMNS)
