"""A file to its stories: what the workers call for each file that was found."""

from __future__ import annotations

from tui.ingest.errors import ReadError
from tui.ingest.files import file_bytes
from tui.ingest.formats import Reading, Source, format_of, other_kind
from tui.model import Found, Problem

__all__ = ["Reading", "read"]


def read(found: Found) -> list[Reading]:
    """What the documents of a file say, one Reading each. Never raises for what a file holds: a Problem says it."""
    kind = other_kind(found.path)
    if kind:
        return [_failed(found, f"{kind}: only plain text is read")]
    try:
        return format_of(found.path).read(Source(found, "", file_bytes(found.path)))
    except ReadError as error:
        return [_failed(found, error.reason)]


def _failed(found: Found, reason: str) -> Reading:
    return Reading(None, (), (Problem(found.path, reason),))
