"""Tables as text: comma- and tab-separated values whose first row names the fields; a record a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

from tui.ingest.decode import decode
from tui.ingest.errors import ReadError
from tui.ingest.formats import Format, Reading, Source
from tui.ingest.naming import Names
from tui.ingest.records.fields import known, one_line
from tui.ingest.records.records import Fault, Record, readings

LARGEST = 128 * 1024 * 1024
_LONGEST_FIELD = 16 * 1024 * 1024
_DELIMITERS = ",;\t|"
_SHOWN = 8


def read(source: Source) -> Iterator[Reading]:
    """The stories of a table. Raises ReadError where no column is called as a headline or a text is."""
    if not source.data.strip():
        raise ReadError("empty")
    decoded = decode(source.data)
    csv.field_size_limit(_LONGEST_FIELD)
    rows = _Rows(decoded.text)
    header = next((row for row in rows if any(name.strip() for name in row)), [])
    names = [name.strip().lstrip("\ufeff") for name in header]
    columns_told(names, source.names)
    document = source.document("text/csv", decoded.encoding)
    return readings(document, _records(rows, names), source.names)


def columns_told(names: Sequence[str], given: Names) -> None:
    """Raises ReadError where no column is called as a headline or a text is, nor is `given` for one."""
    if not {"title", "body"} & known(names, given):
        shown = ", ".join(one_line(name)[:30] for name in names[:_SHOWN])
        hint = "which holds the text can be said: --field body=COLUMN"
        raise ReadError(f"a table without a column called title, text or body; its columns: {shown}; {hint}")


def _records(rows: _Rows, names: list[str]) -> Iterator[Record | Fault]:
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Fault(f"not a row of a table: {error}", rows.first)
            return
        if row is None:
            return
        if not any(row):
            continue
        if len(row) > len(names) and any(row[len(names) :]):
            yield Fault(f"a row of {len(row)} fields under {len(names)} names", rows.first)
            continue
        yield Record(dict(zip(names, row, strict=False)), rows.raw, rows.first, rows.last)


class _Rows:
    """The rows of a table; of the last one, its own text and the lines it stands on."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._taken: list[str] = []
        self._reader = csv.reader(self._lines(), delimiter=_delimiter(text))
        self.raw, self.first, self.last = "", 1, 0

    def __iter__(self) -> _Rows:
        return self

    def __next__(self) -> list[str]:
        self.first = self.last + 1
        try:
            return next(self._reader)
        finally:
            self.last += len(self._taken)
            self.raw = "".join(self._taken)
            self._taken.clear()

    def _lines(self) -> Iterator[str]:
        while self._at < len(self._text):
            end = self._text.find("\n", self._at) + 1 or len(self._text)
            line = self._text[self._at : end]
            self._at = end
            self._taken.append(line)
            yield line


def _delimiter(text: str) -> str:
    """The sign that parts the fields of the first line."""
    first = text.lstrip("\n").partition("\n")[0]
    return max(_DELIMITERS, key=first.count)


FORMAT = Format("a table", read, LARGEST)
