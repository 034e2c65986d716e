"""A file to its stories: what the workers call for each file that was found."""

from __future__ import annotations

from collections.abc import Iterator

from tui.ingest.errors import ReadError
from tui.ingest.files import file_bytes
from tui.ingest.formats import Reading, Source, format_by_content, format_of, other_kind
from tui.model import Found, Problem

__all__ = ["Reading", "read"]


def read(found: Found) -> Iterator[Reading]:
    """What the documents of a file say, in their order. Never raises for what a file holds: a Problem says it."""
    kind = other_kind(found.path)
    if kind:
        yield _failed(found, f"{kind}: it is not read")
        return
    try:
        data = file_bytes(found.path, format_of(found.path).largest)
        yield from format_by_content(found.path, data).read(Source(found, "", data))
    except ReadError as error:
        yield _failed(found, error.reason)


def _failed(found: Found, reason: str) -> Reading:
    return Reading(None, (), (Problem(found.path, reason),))
