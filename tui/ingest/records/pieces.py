"""A long file of records by the line, cut into pieces that can be read apart from one another, in any order."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice

from tui.ingest.errors import ReadError
from tui.ingest.files import LONG, why
from tui.ingest.formats import Reading, Source
from tui.ingest.naming import Names
from tui.ingest.records.dates import month_first
from tui.ingest.records.fields import date_of
from tui.ingest.records.json import by_line, records_by_line
from tui.ingest.records.records import Fault, Record, said_by, story
from tui.model import Document, Found, Problem, Story

_ENDINGS = (".jsonl", ".ndjson", ".json")
MEDIA_TYPE = "application/x-ndjson"
_FIRST, _PIECE = 1 << 15, 1 << 20  # bytes of a piece: little at first, so that something is there at once
_LOOKED_AT = 500  # records in which it is looked up in which order day and month stand
_BLOCK = 1 << 20
_MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class Piece:
    """Whole lines of a file: where they begin and end, in bytes, and the number of the first line."""

    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Cut:
    """A long file, cut: the document that it is, how its dates in figures are written, and its pieces in order.

    `names` are the columns that the reader named for fields of records.
    """

    document: Document
    american: bool | None
    pieces: tuple[Piece, ...]
    names: Names = ()


def cut(found: Found, names: Names = ()) -> Cut | None:
    """The pieces of a file; None where it is short, or no file of records by the line. Raises ReadError."""
    if found.size < LONG or not found.path.lower().endswith(_ENDINGS):
        return None
    try:
        with open(found.path, "rb", buffering=0) as file:  # noqa: PTH123  as a file of records it was found a regular one
            head = file.read(_BLOCK)
            if not by_line(Source(found, "", head)):
                return None
            file.seek(0)
            digest, pieces, size = sha256(), [], 0
            start = line = 0
            lines, room = 0, _FIRST
            while block := file.read(_BLOCK):
                digest.update(block)
                at = 0
                while size + len(block) - start >= room:
                    end = block.find(b"\n", max(start + room - size - 1, at)) + 1
                    if not end:
                        break
                    lines += block.count(b"\n", at, end)
                    pieces.append(Piece(start, size + end, line + 1))
                    start, line, at, room = size + end, lines, end, min(room * 2, _PIECE)
                lines += block.count(b"\n", at)
                size += len(block)
    except OSError as error:
        raise ReadError(why(error)) from error
    if start < size:
        pieces.append(Piece(start, size, line + 1))
    ahead = islice(records_by_line(head), _LOOKED_AT)
    american = month_first(date_of(record.fields, names) for record in ahead if isinstance(record, Record))
    document = Document(found.path, "", size, found.mtime_ns, digest.hexdigest(), MEDIA_TYPE, "utf-8")
    return Cut(document, american, tuple(pieces), names)


def halves(found: Found, piece: Piece) -> tuple[Piece, ...]:
    """A piece cut in two at the end of a line; nothing where it is one line. Raises ReadError."""
    data = _bytes(found, piece)
    end = data.find(b"\n", len(data) // 2) + 1
    if not 0 < end < len(data):
        end = data.rfind(b"\n", 0, len(data) // 2) + 1
    if not end:
        return ()
    middle = piece.start + end
    return Piece(piece.start, middle, piece.line), Piece(middle, piece.end, piece.line + data.count(b"\n", 0, end))


def read_piece(document: Document, american: bool | None, found: Found, piece: Piece, names: Names = ()) -> Reading:
    """The stories of a piece; each has the number of its line for its part. Raises ReadError."""
    stories: list[Story] = []
    problems: list[Problem] = []
    faults = empty = first_empty = 0
    for record in _records(found, piece):
        fields = said_by(record, names)
        if isinstance(record, Fault) or isinstance(fields, Fault):
            assert isinstance(fields, Fault)
            faults += 1
            if faults <= _MOST_NAMED:
                problems.append(Problem(document.path, fields.reason, "", fields.line))
            continue
        if fields.is_story:
            stories.append(story(document, record.first, record, fields, american))
        else:
            empty, first_empty = empty + 1, first_empty or record.first
    if faults > _MOST_NAMED:
        problems.append(Problem(document.path, f"{faults - _MOST_NAMED} more lines nearby that cannot be read"))
    if empty:
        reason = f"{empty} records without a headline or a text, the first on line {first_empty}"
        problems.append(Problem(document.path, reason))
    return Reading(document, tuple(stories), tuple(problems))


def _records(found: Found, piece: Piece) -> Iterator[Record | Fault]:
    return records_by_line(_bytes(found, piece), piece.line)


def _bytes(found: Found, piece: Piece) -> bytes:
    try:
        with open(found.path, "rb", buffering=0) as file:  # noqa: PTH123
            file.seek(piece.start, os.SEEK_SET)
            data = bytearray()
            while len(data) < piece.end - piece.start:
                more = file.read(piece.end - piece.start - len(data))
                if not more:
                    raise ReadError("it became shorter while it was read")
                data += more
    except OSError as error:
        raise ReadError(why(error)) from error
    return bytes(data)
