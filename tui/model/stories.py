"""Stories and the labelled blocks that they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tui.model.dates import UNDATED, When
from tui.model.documents import Document


class BlockKind(StrEnum):
    """What a run of lines is. Nothing of a document is dropped: every line that is not blank is in a block."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    KEY_POINT = "key point"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    PULL_QUOTE = "pull quote"
    BYLINE = "byline"
    DATELINE = "dateline"
    STAMP = "stamp"
    SIGN_OFF = "sign-off"
    COMMENT = "comment"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """One labelled piece of a story: its text, unwrapped and without control characters, and the lines it stands on.

    `by` is the author of a comment, empty elsewhere. Two blocks may stand on one line: a dateline and its paragraph.
    """

    kind: BlockKind
    text: str
    first: int
    last: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One story of a document.

    `id` is unique in a library: the digest of the story's own raw span (for a record, of the record), its first 10
    base32 characters in lower case, with `-2`, `-3` for equal ones in path order. `part` is 1 for the first story of
    its document. `when` is what the document says and never changes. `place` and `agency` come from the dateline or
    the sign-off, the place in title case. `words` counts the words of the body.
    """

    id: str
    document: Document
    part: int
    blocks: tuple[Block, ...]
    headline: str
    headline_derived: bool
    when: When = UNDATED
    place: str = ""
    agency: str = ""
    byline: str = ""
    outlet: str = ""
    url: str = ""
    language: str = ""
    words: int = 0

    @property
    def key(self) -> str:
        """The id without its suffix: what the reader's marks are keyed by, so that they survive moving a file."""
        return self.id.partition("-")[0]

    def of(self, *kinds: BlockKind) -> tuple[Block, ...]:
        """The blocks of these kinds, in the order of the document."""
        return tuple(block for block in self.blocks if block.kind in kinds)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The texts of the body, without subheads."""
        return tuple(block.text for block in self.of(BlockKind.PARAGRAPH))
