"""Plain text: the lines of a document, one or several stories, labelled."""

from __future__ import annotations

import hashlib

from tui.ingest.decode import decode
from tui.ingest.errors import ReadError
from tui.ingest.files import megabytes
from tui.ingest.formats import Format, Reading, Source
from tui.ingest.labelling.assemble import story
from tui.ingest.labelling.label import label
from tui.ingest.labelling.passages import passages
from tui.ingest.labelling.split import split
from tui.ingest.lines import split_lines
from tui.model import Document, Story

LONGEST_LINE = 400_000


def read(source: Source) -> list[Reading]:
    """The stories of a plain text. Raises ReadError for bytes that are no text, no words, or one endless line."""
    if not source.data.strip():
        raise ReadError("empty")
    decoded = decode(source.data)
    lines = split_lines(decoded.text)
    longest = max(map(len, lines), default=0)
    if longest > LONGEST_LINE:
        raise ReadError(f"not a story: a line of {megabytes(longest)}")
    document = Document(
        path=source.found.path,
        member=source.member,
        size=len(source.data),
        mtime_ns=source.found.mtime_ns,
        digest=hashlib.sha256(source.data).hexdigest(),
        media_type="text/plain",
        encoding=decoded.encoding,
    )
    return [Reading(document, stories(document, lines), ())]


def stories(document: Document, lines: list[str]) -> tuple[Story, ...]:
    """The stories that lines hold, in their order. Raises ReadError where there is no word in them."""
    found, lang = passages(lines)
    if not found:
        raise ReadError("no text in it")
    parts = split(found)
    known = lang if len(parts) == 1 else ""
    return tuple(story(document, number, label(part), lines, known) for number, part in enumerate(parts, 1))


FORMAT = Format("plain text", read)
