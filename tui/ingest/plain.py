"""Plain text: the lines of a document, one or several stories, labelled."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from tui.ingest.databases.signs import may_be_export
from tui.ingest.decode import decode
from tui.ingest.errors import ReadError
from tui.ingest.files import LONGEST_LINE, megabytes
from tui.ingest.formats import Format, Reading, Source
from tui.ingest.labelling.assemble import story
from tui.ingest.labelling.label import label
from tui.ingest.labelling.passages import passages
from tui.ingest.labelling.printed import printed
from tui.ingest.labelling.separators import separated
from tui.ingest.labelling.split import split
from tui.ingest.lines import split_lines
from tui.model import Document, Story

_PART = 100  # stories in one Reading


def read(source: Source) -> Iterator[Reading]:
    """The stories of a plain text. Raises ReadError for bytes that are no text, no words, or one endless line."""
    if not source.data.strip():
        raise ReadError("empty")
    decoded = decode(source.data)
    lines = split_lines(decoded.text)
    longest = max(map(len, lines), default=0)
    if longest > LONGEST_LINE:
        raise ReadError(f"not a story: a line of {megabytes(longest)}")
    return readings(source.document("text/plain", decoded.encoding), lines)


def readings(document: Document, lines: list[str]) -> Iterator[Reading]:
    """What lines hold: the stories of a news database's export, or of any other text. Raises ReadError for no word."""
    if may_be_export(lines):
        from tui.ingest.databases.stories import stories as exported  # noqa: PLC0415  few texts are exports

        found = exported(document, lines)
        some = False
        while part := tuple(islice(found, _PART)):
            some = True
            yield Reading(document, part, ())
        if some:
            return
    yield Reading(document, stories(document, lines), ())


def stories(document: Document, lines: list[str]) -> tuple[Story, ...]:
    """The stories that lines hold, in their order. Raises ReadError where there is no word in them."""
    found, lang = passages(lines)
    if not found:
        raise ReadError("no text in it")
    told = printed(found)
    starts = separated(found)
    parts = split(found) if starts is None else [found[a:b] for a, b in pairwise([*starts, len(found)])]
    if len(parts) == 1:
        return (story(document, 1, label(parts[0]), lines, lang, printed=told),)
    return tuple(story(document, number, label(part), lines) for number, part in enumerate(parts, 1))


FORMAT = Format("plain text", read)
