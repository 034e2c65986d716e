"""JSON: a record a line (JSONL), a list of records, or records inside an answer of a service; JSON Feed too."""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator, Mapping
from io import BytesIO

from tui.ingest.decode import decode
from tui.ingest.errors import ReadError
from tui.ingest.files import LARGEST, megabytes
from tui.ingest.formats import Format, Reading, Source
from tui.ingest.naming import Names
from tui.ingest.records.fields import known
from tui.ingest.records.records import LARGEST as LARGEST_OF_RECORDS
from tui.ingest.records.records import Fault, Record, readings

_WHOLE = 2 * LARGEST  # bytes of a document that has to be held as a whole
_LONGEST_LINE = 32 * 1024 * 1024
_DEEPEST = 4
_SPACE = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder(strict=False)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read(source: Source) -> Iterator[Reading]:
    """The stories of a JSON document. Raises ReadError for what is none, or holds no story."""
    if not source.data.strip():
        raise ReadError("empty")
    if by_line(source):
        document = source.document("application/x-ndjson", "utf-8")
        return readings(document, records_by_line(source.data), source.names)
    if len(source.data) > _WHOLE:
        raise ReadError(f"too large: {megabytes(len(source.data))} of JSON that is not a record a line")
    decoded = decode(source.data)
    document = source.document("application/json", decoded.encoding)
    return readings(document, _whole(decoded.text, source.names), source.names)


def by_line(source: Source) -> bool:
    """Whether every line is a record: the name says so, or the first line is a whole one and more follow."""
    if source.data.startswith(_WIDE_MARKS):
        return False
    if (source.member or source.found.path).lower().endswith((".jsonl", ".ndjson")):
        return True
    first, _, rest = source.data.lstrip(b"\xef\xbb\xbf \r\n\t").partition(b"\n")
    return first.startswith(b"{") and rest[:4096].lstrip().startswith(b"{") and isinstance(_parsed(first), dict)


def _parsed(line: bytes) -> object:
    try:
        return json.loads(line.decode("utf-8", "replace"), strict=False)
    except (ValueError, RecursionError):
        return None


def records_by_line(data: bytes, first: int = 1) -> Iterator[Record | Fault]:
    """The records of lines, the first of which is line `first` of its document."""
    for number, line in enumerate(BytesIO(data), first):
        raw = line.strip(b"\xef\xbb\xbf \t\r\n\x00")
        if not raw:
            continue
        if len(raw) > _LONGEST_LINE:
            yield Fault(f"a record of {megabytes(len(raw))}", number)
            continue
        text = raw.decode("utf-8", "replace")
        try:
            value = json.loads(text, strict=False)
        except json.JSONDecodeError as error:
            yield Fault(f"not JSON: {_why(error)}", number)
        except (ValueError, RecursionError):
            yield Fault("JSON nested too deeply, or with a number too long", number)
        else:
            if isinstance(value, dict):
                yield Record(value, text, number, number)
            else:
                yield Fault("JSON, but no record", number)


def _why(error: json.JSONDecodeError) -> str:
    return f"{error.msg[:1].lower()}{error.msg[1:]}, column {error.colno}"


def _whole(text: str, names: Names) -> Iterator[Record | Fault]:
    """The records of a JSON document, wherever in it their list stands; those in front of a fault are kept."""
    scanner = _Scanner(text, names)
    try:
        at = scanner.skip(0)
        while at < len(text):
            at = scanner.skip((yield from scanner.value(at, 0)))
    except json.JSONDecodeError as error:
        yield Fault(f"not JSON: {_why(error)}", error.lineno)
    except (ValueError, RecursionError):
        yield Fault("JSON nested too deeply, or with a number too long")


_Found = Generator[Record, None, int]


class _Scanner:
    """Goes through a JSON text and gives its records as they come, each with its own text and lines."""

    def __init__(self, text: str, names: Names) -> None:
        self._text = text
        self._names = names
        self._at, self._line = 0, 1

    def skip(self, at: int) -> int:
        """Where the next sign stands that is no space."""
        found = _SPACE.match(self._text, at)
        return found.end() if found else at

    def value(self, at: int, depth: int) -> _Found:
        """The records in the value that begins here; returns where it ends. Raises JSONDecodeError."""
        if self._text.startswith("[", at) and depth <= _DEEPEST:
            return (yield from self._inside(at, "]", depth))
        if not self._text.startswith("{", at):
            return _DECODER.raw_decode(self._text, at)[1]
        try:
            value, end = _DECODER.raw_decode(self._text, at)
        except json.JSONDecodeError:
            if depth:
                raise
            value, end = {}, at  # what stands in front of the fault is still worth having
        if _is_record(value, self._names):
            first = self._line_of(at)
            yield Record(value, self._text[at:end], first, self._line_of(end))
        elif depth <= _DEEPEST:
            end = yield from self._inside(at, "}", depth)
        return end

    def _inside(self, at: int, closing: str, depth: int) -> _Found:
        """The records among the members of a list or an object."""
        at = self.skip(at + 1)
        if self._text.startswith(closing, at):
            return at + 1
        while True:
            if closing == "}":
                _, at = _DECODER.raw_decode(self._text, at)
                at = self.skip(at)
                if not self._text.startswith(":", at):
                    raise json.JSONDecodeError("Expecting ':' delimiter", self._text, at)
                at = self.skip(at + 1)
            at = self.skip((yield from self.value(at, depth + 1)))
            if self._text.startswith(closing, at):
                return at + 1
            if not self._text.startswith(",", at):
                raise json.JSONDecodeError("Expecting ',' delimiter", self._text, at)
            at = self.skip(at + 1)

    def _line_of(self, at: int) -> int:
        self._line += self._text.count("\n", self._at, at)
        self._at = at
        return self._line


def _is_record(value: object, names: Names) -> bool:
    """Whether an object tells a story, itself or in a part of it, rather than hold a list of them."""
    if not isinstance(value, Mapping):
        return False
    for member in value.values():
        if isinstance(member, list) and any(_tells(part, names) for part in member[:3]):
            return False
    return _tells(value, names) or any(_tells(member, names) for member in value.values())


def _tells(value: object, names: Names) -> bool:
    return isinstance(value, Mapping) and bool({"title", "body"} & known(value, names))


FORMAT = Format("JSON", read, LARGEST_OF_RECORDS)
