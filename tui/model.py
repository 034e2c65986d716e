"""The nouns of Wireside. Every other module speaks in these; this one imports nothing of ours.

Text positions are offsets into the text of one block, in code points; line numbers count from 1, in the document as
decoded. All of them are immutable, hashable where their fields are, and picklable.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

# ---------------------------------------------------------------------------------------------------- documents


@dataclass(frozen=True, slots=True)
class Found:
    """A file as the folder shows it, before it is opened: absolute path, size in bytes, mtime in nanoseconds."""

    path: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Document:
    """A file, or a member of an archive or a mailbox, as it was read.

    `digest` is the SHA-256 of its bytes in hex; `member` is empty for a plain file; `encoding` is what decoded it.
    """

    path: str
    member: str
    size: int
    mtime_ns: int
    digest: str
    media_type: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A document, or a part of one, that could not be read, and why. `line` is 0 where no line is to blame."""

    path: str
    reason: str
    member: str = ""
    line: int = 0


# ------------------------------------------------------------------------------------------------------ stories


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


class Basis(StrEnum):
    """What a date rests on, in the order of trust."""

    HEADER = "header"
    METADATA = "metadata"
    DATELINE = "dateline"
    STAMP = "stamp"
    URL = "url"
    FILE_NAME = "file name"
    COPY = "copy"
    EVENT = "event"
    TEXT = "text"
    FILE_TIME = "file time"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class When:
    """A date as an interval of days, with what it rests on.

    `day` is the best single day, None where only an interval is known. `earliest` and `latest` are None where that
    end is open. `among` holds the only days possible where there are a few (a year not written: 24 January of 2025
    or 2026; 3/4 read both ways); it is empty otherwise. `time` is the local time of day where known, `zone` as
    written. `confidence` runs from 0 to 1. `evidence` says in a few words what it rests on.
    """

    earliest: dt.date | None = None
    latest: dt.date | None = None
    day: dt.date | None = None
    basis: Basis = Basis.NONE
    confidence: float = 0.0
    evidence: str = ""
    among: tuple[dt.date, ...] = ()
    time: dt.time | None = None
    zone: str = ""

    @property
    def inferred(self) -> bool:
        """Whether the document itself does not say so: the day comes from other stories, its text or its file."""
        return self.basis in (Basis.COPY, Basis.EVENT, Basis.TEXT, Basis.FILE_TIME, Basis.NONE)

    @property
    def vague(self) -> bool:
        """Whether it says too little to give a place in the order of time: no day, and an open or a long interval."""
        if self.day is not None:
            return False
        return self.earliest is None or self.latest is None or self.latest - self.earliest > LONGEST_INTERVAL


LONGEST_INTERVAL = dt.timedelta(days=92)
UNDATED = When()


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


# ---------------------------------------------------------------------------------------------------- relations


class MatchKind(StrEnum):
    """What two stories are to each other, the closest first."""

    IDENTICAL = "identical"
    COPY = "copy"
    PART = "part"
    EVENT = "event"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class Match:
    """Two stories and what they are to each other, with the numbers it rests on.

    `shared_left` and `shared_right` are the share of each side's words that stand in the other, in shared runs
    (0..1). `jaccard` compares their sets of 5-word shingles. `likeness` is the event likeness (words, names, figures
    and dates; 0..1). `days_apart` is None where a date is missing. For a part, `left` is the whole and `right` the
    story that it contains a large piece of.
    """

    left: str
    right: str
    kind: MatchKind
    shared_left: float = 0.0
    shared_right: float = 0.0
    shared_words: int = 0
    jaccard: float = 0.0
    likeness: float = 0.0
    days_apart: int | None = None
    by_reader: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Copies folded under the first of them: `stories[0]` in order of time. Each is a copy of the first, no chains."""

    stories: tuple[str, ...]

    @property
    def first(self) -> str:
        return self.stories[0]


@dataclass(frozen=True, slots=True)
class Event:
    """The stories of one event in order of time, copies included. Its id is the id of its first story."""

    stories: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.stories[0]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The reader's word on a pair: `same` copies or not. It wins over the machine's. Keys are `Story.key`s."""

    left: str
    right: str
    same: bool


@dataclass(frozen=True, slots=True)
class Relations:
    """All that stories are to one another: verified pairs, groups of two and more, events of two and more, dates."""

    matches: tuple[Match, ...]
    groups: tuple[Group, ...]
    events: tuple[Event, ...]
    placed: Mapping[str, When]


# --------------------------------------------------------------------------------------------------- comparing


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


# ------------------------------------------------------------------------------------------------------- actors


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands: block number, offsets into its text, surface as written, kind, and the actor's id."""

    block: int
    start: int
    end: int
    surface: str
    kind: ActorKind
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody is quoted as saying: offsets of the quoted text in its block, and who says so.

    `speaker` is the speaker as resolved ("Mumtaz Zahra Baloch"), `speaker_as_written` as printed ("she"), both empty
    where the text does not tell; `cue` is the verb of saying; `actor` the id of the speaker where he is an actor.
    """

    block: int
    start: int
    end: int
    text: str
    speaker: str = ""
    speaker_as_written: str = ""
    cue: str = ""
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """What an actor is called in front of or behind the name, with the story that says so and that story's date."""

    role: str
    story: str
    date: dt.date | None


@dataclass(frozen=True, slots=True)
class Alias:
    """A way an actor is written, and how often."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation or place over all stories. The id stays over re-scans: a hash of the name first seen."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[Alias, ...]
    roles: tuple[Role, ...]
    stories: tuple[str, ...]
    mentions: int


@dataclass(frozen=True, slots=True)
class ActorEdit:
    """The reader's word on actors: `op` is merge, split, rename, kind or hide. Names, not ids: it can be shared.

    merge: `names` are one actor, called by the first. split: the two `names` are not the same. rename: `names[0]` is
    called `names[1]`. kind: `names[0]` is a `kind`. hide: `names[0]` is no actor.
    """

    op: str
    names: tuple[str, ...]
    kind: ActorKind | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is in the news: the actors, and the mentions and quotations of each story (by its id) resolved to them."""

    actors: tuple[Actor, ...]
    mentions: Mapping[str, tuple[Mention, ...]]
    quotations: Mapping[str, tuple[Quotation, ...]]
