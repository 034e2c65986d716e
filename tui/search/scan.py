"""A query cut into tokens: brackets, OR, AND, minus signs, words, phrases, and fields with their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from tui.search.fields import FieldOf, Takes, field_called

QUOTES = frozenset('"“”„‟«»＂')
_BRACKETS = frozenset("()")
_FIELD = re.compile(r"([A-Za-z]+):")
_KEYWORDS = {"OR": "OR", "|": "OR", "||": "OR", "AND": "AND", "NOT": "NOT"}


class Sign(Enum):
    OPEN = auto()
    CLOSE = auto()
    OR = auto()
    AND = auto()
    NOT = auto()
    TEXT = auto()
    FIELD = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or a phrase as it stands: `text` without quotes and star, `start` and `end` with them."""

    text: str
    start: int
    end: int
    quoted: bool = False
    closed: bool = True
    starred: bool = False

    @property
    def says_something(self) -> bool:
        """Whether there is a letter or a figure to look for."""
        return any(character.isalnum() for character in self.text)


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a query; a TEXT has one piece, a FIELD its values, with an empty one where none stands."""

    sign: Sign
    start: int
    end: int
    pieces: tuple[Piece, ...] = ()
    field: FieldOf | None = None


def scan(query: str) -> Iterator[Token]:
    """Cut a query into tokens; never fails. A dash between spaces is a dash, not a minus sign."""
    at = 0
    while at < len(query):
        character = query[at]
        if character.isspace():
            at += 1
            continue
        if character in _BRACKETS:
            token = Token(Sign.OPEN if character == "(" else Sign.CLOSE, at, at + 1)
        elif character == "-":
            token = Token(Sign.NOT, at, at + 1)
            if query[at + 1 : at + 2].isspace() and query[at + 1 :].strip():
                at += 1
                continue
        elif character in QUOTES:
            piece = _phrase(query, at)
            token = Token(Sign.TEXT, at, piece.end, (piece,))
        else:
            token = _run(query, at)
        yield token
        at = token.end


def _phrase(query: str, start: int) -> Piece:
    end = start + 1
    while end < len(query) and query[end] not in QUOTES:
        end += 1
    text, closed = query[start + 1 : end].strip(), end < len(query)
    end += closed
    starred = closed and query[end : end + 1] == "*"
    return Piece(text, start, end + starred, quoted=True, closed=closed, starred=starred)


def _bare(query: str, start: int, also_ends: str = "") -> Piece:
    end = start
    while end < len(query) and not (query[end].isspace() or query[end] in QUOTES or query[end] in "()" + also_ends):
        end += 1
    text = query[start:end]
    return Piece(text.rstrip("*"), start, end, starred=text.endswith("*"))


def _run(query: str, start: int) -> Token:
    named = _FIELD.match(query, start)
    field = field_called(named[1]) if named else None
    if named and field:
        pieces = tuple(_values(query, named.end(), "" if field.takes is Takes.COUNT else ","))
        return Token(Sign.FIELD, start, pieces[-1].end, pieces, field)
    piece = _bare(query, start)
    keyword = _KEYWORDS.get(query[start : piece.end])
    if keyword:
        return Token(Sign[keyword], start, piece.end)
    return Token(Sign.TEXT, start, piece.end, (piece,))


def _values(query: str, at: int, comma: str) -> Iterator[Piece]:
    while True:
        piece = _phrase(query, at) if query[at : at + 1] in QUOTES else _bare(query, at, comma)
        yield piece
        if not comma or query[piece.end : piece.end + 1] != comma:
            return
        at = piece.end + 1
