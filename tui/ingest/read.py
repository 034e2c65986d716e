"""A file to its stories: what the workers call for each file that was found."""

from __future__ import annotations

from collections.abc import Iterator

from tui.ingest.errors import ReadError
from tui.ingest.formats import Reading, Source, document_bytes, format_by_content, other_kind
from tui.ingest.naming import Names
from tui.model import Found, Problem

__all__ = ["Reading", "read"]


def read(found: Found, names: Names = ()) -> Iterator[Reading]:
    """What the documents of a file say, in their order. Never raises for what a file holds: a Problem says it.

    `names` are the columns that the reader named for fields of records.
    """
    kind = other_kind(found.path)
    if kind:
        yield _failed(found, f"{kind}: it is not read")
        return
    try:
        data = document_bytes(found.path)
        yield from format_by_content(found.path, data, names).read(Source(found, "", data, names=names))
    except ReadError as error:
        yield _failed(found, error.reason)


def _failed(found: Found, reason: str) -> Reading:
    return Reading(None, (), (Problem(found.path, reason),))
