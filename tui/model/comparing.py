"""Two stories laid side by side: rows, edits, facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tui.model.relations import MatchKind
from tui.model.stories import BlockKind, Story


class RowKind(StrEnum):
    """What an aligned row of a comparison is."""

    SAME = "same"
    TYPOGRAPHY = "typography"
    EDITED = "edited"
    LEFT = "left"
    RIGHT = "right"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Edit:
    """A run of an aligned pair: `text[left[0]:left[1]]` of the left block against `text[right[0]:right[1]]`.

    `kind` is SAME, TYPOGRAPHY, EDITED (both sides differ), LEFT or RIGHT (stands on one side only). The runs of a
    row, put together, are the whole of both texts; where one side breaks a paragraph that the other does not, the
    unbroken one stands over several rows, each with its own part, and the white space at the cut is in none.
    """

    kind: RowKind
    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a comparison: block numbers (into `Story.blocks`) of either side, None where it has none.

    A moved block gives two rows: one at its place on the left and one at its place on the right, each naming both
    blocks; `at_left` says which of the two this is. `edits` is empty for a row with one side.
    """

    kind: RowKind
    left: int | None
    right: int | None
    edits: tuple[Edit, ...] = ()
    at_left: bool = True


class FactKind(StrEnum):
    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    QUOTATION = "quotation"
    NEGATION = "negation"
    ATTRIBUTION = "attribution"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as two stories give it. Empty text: that side does not give it. Equal folded text: they agree.

    `row` is the number of the comparison's row that it stands in, None where the rows do not pair it.
    """

    kind: FactKind
    left: str
    right: str
    row: int | None = None
    same: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two stories laid side by side.

    `kind` is what they are to each other, None when nothing. `words_same`, `words_left` and `words_right` count the
    words of the body on both sides that agree, and that each body has. `typography` counts the differences of
    typography alone. `added_left` and `added_right` count, by block kind, what only that side has.
    """

    left: Story
    right: Story
    kind: MatchKind | None
    rows: tuple[Row, ...]
    facts: tuple[Fact, ...]
    words_left: int
    words_right: int
    words_same: int
    typography: int
    added_left: Mapping[BlockKind, int] = field(default_factory=dict)
    added_right: Mapping[BlockKind, int] = field(default_factory=dict)
