"""What an exported story is made of: pieces, each of which tells one thing, on the lines that it stands on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

_WIDEST = 120  # characters of the longest line of a text that was broken into lines
_FULL = 50  # characters from which on a line may have been broken off


class Tells(Enum):
    """What a piece says of its story."""

    HEADLINE = auto()
    STANDFIRST = auto()
    BYLINE = auto()
    DATELINE = auto()
    SOURCE = auto()
    DATE = auto()
    LOADED = auto()
    LANGUAGE = auto()
    URL = auto()
    BODY = auto()
    OTHER = auto()
    FRAME = auto()  # what the export puts around a story: it is none of the story's own words


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines of an export that say one thing, from `first` to `last`, counted from 1.

    `name` is what the export calls it, "" where it does not. The text of a body keeps its lines apart, one for each
    line that it stands on; that of all others is one line.
    """

    tells: Tells
    name: str
    text: str
    first: int
    last: int


Exported = tuple[Piece, ...]
"""One story of an export: its pieces in the order of their lines, which hold every line that is not blank."""


class Lines:
    """The lines of an export, counted from 1, without the space around them, and what became of them."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.raw = lines
        self.text = [line.strip() for line in lines]
        self.wrapped = "" in self.text and max(map(len, self.text)) <= _WIDEST

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, number: int) -> str:
        return self.text[number - 1]

    def indent(self, number: int) -> int:
        """How far a line is moved in."""
        line = self.raw[number - 1]
        return len(line) - len(line.lstrip())

    def filled(self, first: int, last: int) -> list[int]:
        """The numbers of the lines from `first` to `last` that are not blank."""
        return [number for number in range(max(1, first), min(last, len(self)) + 1) if self[number]]

    def goes_on(self, number: int) -> bool:
        """Whether the line behind this one may be the rest of it, in a text that was broken into lines."""
        return self.wrapped and len(self[number]) >= _FULL and number < len(self) and bool(self[number + 1])

    def joined(self, first: int, last: int) -> str:
        """The text of some lines as one."""
        return " ".join(self[number] for number in self.filled(first, last))

    def piece(self, tells: Tells, name: str, first: int, last: int) -> Piece:
        """The lines from `first` to `last` as they stand."""
        text = "\n".join(self.text[first - 1 : last]) if tells is Tells.BODY else self.joined(first, last)
        return Piece(tells, name, text, first, last)

    def body(self, name: str, first: int, last: int, beginning: str | None = None) -> list[Piece]:
        """The body that these lines hold; `beginning` stands for its first line, where a label stood before it."""
        there = self.filled(first, last)
        if not there:
            return []
        first, last = there[0], there[-1]
        piece = self.piece(Tells.BODY, name, first, last)
        if beginning is None:
            return [piece]
        _, *others = piece.text.split("\n")
        return [Piece(Tells.BODY, name, "\n".join((beginning, *others)), first, last)]

    def parted_body(
        self, name: str, first: int, last: int, beginning: str | None, left_out: Collection[int]
    ) -> list[Piece]:
        """The body that these lines hold but for those `left_out`, which belong to the export; else as `body`."""
        pieces: list[Piece] = []
        start = first
        for end in (*sorted(left_out), last + 1):
            begins = start == first
            pieces += self.body(name if begins else "", start, end - 1, beginning if begins else None)
            start = end + 1
        return pieces + [self.piece(Tells.FRAME, "", number, number) for number in left_out]

    def frame(self, first: int, last: int) -> list[Piece]:
        """Lines that belong to the export, each a piece of its own."""
        return [self.piece(Tells.FRAME, "", number, number) for number in self.filled(first, last)]


def in_order(pieces: Iterable[Piece]) -> Exported:
    """The pieces of a story by their lines."""
    return tuple(sorted(pieces, key=lambda piece: (piece.first, piece.last)))


def has(exported: Exported, *tells: Tells) -> bool:
    """Whether there is a piece that tells one of these."""
    return any(piece.tells in tells for piece in exported)
