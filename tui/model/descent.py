"""Where a text comes from and what became of it: versions, who had it first, paragraphs by copies, carriers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tui.model.comparing import Edit, Fact


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of a story from one telling of it to another, counted in paragraphs of the body.

    `headline` has the old and the new one where they differ in words. `kept` agree but for typography, `edited` and
    `moved` stand on both sides, `added` only in the later telling, `cut` only in the earlier one, each counted on the
    side that has it. `notes` are the corrections and updates that the later one says of itself and the earlier does
    not, `facts` what changed. `typography` tells that anything differs in it.
    """

    headline: tuple[str, str] | None = None
    kept: int = 0
    edited: int = 0
    moved: int = 0
    added: int = 0
    cut: int = 0
    notes: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    typography: bool = False


class SameStory(StrEnum):
    """What tells that two stories are versions of one."""

    ADDRESS = "same address"
    HEADLINE = "same outlet and headline"


@dataclass(frozen=True, slots=True)
class Version:
    """One version: the story's id, what changed against the version before, and in words why it comes after that one.

    `changes` is None for the first. `after` is empty where nothing tells the order of the two.
    """

    story: str
    changes: Changes | None = None
    after: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """The versions of one story, two and more, the earliest first."""

    versions: tuple[Version, ...]
    basis: SameStory


@dataclass(frozen=True, slots=True)
class Descent:
    """One copy of a group: the story it was made from, None where nothing tells, and what was done to it.

    `changes` is against `source`, or where there is none against the group's first story in order of time (None for
    that one itself). `confidence` is 0..1, 0 without a source; `evidence` says in words what it rests on, or why
    nothing is said.
    """

    story: str
    source: str | None = None
    changes: Changes | None = None
    confidence: float = 0.0
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """A group of copies: which story came first (None: unknown), which agency all of them come from ("": unknown).

    `confidence` and `evidence` are for the first, `agency_confidence` and `agency_evidence` for the agency; `copies`
    has every story of the group in its order.
    """

    first: str | None
    confidence: float
    evidence: tuple[str, ...]
    agency: str
    agency_confidence: float
    agency_evidence: tuple[str, ...]
    copies: tuple[Descent, ...]


class Kept(StrEnum):
    """What a copy did with a paragraph."""

    SAME = "same"
    TYPOGRAPHY = "typography"
    EDITED = "edited"
    MOVED = "moved"
    ADDED = "added"
    CUT = "cut"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one copy did with one paragraph.

    `pieces` are the runs of its blocks that stand for it, (block, start, end) in order: several where the copy breaks
    the paragraph up, parts of blocks where it runs paragraphs together, none where it has not got it. `number` counts
    its paragraphs from 1, 0 where it has none here. `share` is how much of the paragraph's words it keeps.
    """

    kind: Kept
    pieces: tuple[tuple[int, int, int], ...] = ()
    number: int = 0
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A row of a provenance table: the paragraph as the first copy that has it gives it, and a cell for every copy."""

    text: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Paragraphs by copies; `stories` are the ids of the copies, the first of them the one that others are held to."""

    stories: tuple[str, ...]
    rows: tuple[Paragraph, ...]


class Carriage(StrEnum):
    """How a story carries a sentence."""

    EXACT = "word for word"
    FIGURES = "only figures differ"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class Carried:
    """Where a story carries a sentence: `text[start:end]` of a block, and how.

    `edits` lay the sentence that was asked for (left) against that run (right); `share` is the share of its words
    that stand there.
    """

    story: str
    block: int
    start: int
    end: int
    how: Carriage
    share: float
    edits: tuple[Edit, ...]
