"""Tables in Parquet files: a record a row, read a batch of rows at a time."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from tui.ingest.errors import ReadError
from tui.ingest.extras import extra
from tui.ingest.formats import Format, Reading, Source
from tui.ingest.records.records import LARGEST, Fault, Record, readings
from tui.ingest.records.tables import columns_told

_ROWS = 256  # in a batch
_MOST_COLUMNS = 2000
_LARGEST_BATCH = 256 * 1024 * 1024  # bytes


def read(source: Source) -> Iterator[Reading]:
    """The stories of a table. Raises ReadError for what is no Parquet file, or has no column as stories have."""
    pyarrow, file = _opened(source.data)
    names = [str(name) for name in file.schema_arrow.names]
    columns_told(names, source.names)
    document = source.document("application/vnd.apache.parquet", "")
    return readings(document, _records(pyarrow, file, len(source.data)), source.names)


def lines(data: bytes) -> list[str]:
    """The rows of a table as JSON, one a line. Raises ReadError as `read` does."""
    pyarrow, file = _opened(data)
    return [record.raw for record in _records(pyarrow, file, len(data)) if isinstance(record, Record)]


def _opened(data: bytes) -> tuple[Any, Any]:
    if not data:
        raise ReadError("empty")
    pyarrow = extra("pyarrow", "parquet", "a Parquet file")
    parquet = extra("pyarrow.parquet", "parquet", "a Parquet file")
    try:
        file = parquet.ParquetFile(pyarrow.BufferReader(data))
        columns = len(file.schema_arrow.names)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise ReadError("a damaged or cut Parquet file") from error
    if columns > _MOST_COLUMNS:
        raise ReadError(f"a table of more than {_MOST_COLUMNS} columns")
    return pyarrow, file


def _records(pyarrow: Any, file: Any, size: int) -> Iterator[Record | Fault]:
    row = 0
    most = max(_LARGEST_BATCH, size * 8)
    try:
        for group in range(file.num_row_groups):
            if file.metadata.row_group(group).total_byte_size > most:
                yield Fault(f"rows of more bytes than are read at once, from row {row + 1} on", row + 1)
                return
            for batch in file.iter_batches(batch_size=_ROWS, row_groups=[group], use_threads=False):
                for values in batch.to_pylist():
                    row += 1
                    fields = {name: _plain(value) for name, value in values.items() if value is not None}
                    yield Record(fields, json.dumps(fields, ensure_ascii=False), row, row)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        yield Fault(
            f"damaged from here on: {str(error).splitlines()[0][:100] if str(error) else 'no reason given'}", row + 1
        )


def _plain(value: object) -> object:
    """A value as JSON has it."""
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


FORMAT = Format("a Parquet file", read, LARGEST, lines)
