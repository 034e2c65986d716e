"""What the documents of word processors have in common: paragraphs, which are read as those of a plain text are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.ingest.errors import ReadError
from tui.ingest.files import LONGEST_LINE, megabytes
from tui.ingest.formats import Reading, Source
from tui.ingest.plain import readings

LARGEST = 128 * 1024 * 1024  # bytes of a document
MOST_TEXT = 64 * 1024 * 1024  # characters
_BROKEN = 100  # characters: longer paragraphs were not broken into lines
_MANY = 12


def written(source: Source, lines: list[str], media_type: str) -> Iterator[Reading]:
    """The stories of a document with these lines. Raises ReadError where there is no text, or one endless line."""
    longest = max(map(len, lines), default=0)
    if longest > LONGEST_LINE:
        raise ReadError(f"not a story: a paragraph of {megabytes(longest)}")
    return readings(source.document(media_type, ""), lines)


def lines_of(paragraphs: Sequence[str]) -> list[str]:
    """The lines of a document: its paragraphs with a blank line between them.

    Where each is no longer than a line and blank ones part them, they are the lines of a text that was pasted in.
    """
    texts = [text.rstrip() for paragraph in paragraphs for text in paragraph.split("\n")]
    lengths = sorted(map(len, filter(None, texts)))
    if len(lengths) >= _MANY and lengths[len(lengths) * 19 // 20] <= _BROKEN and "" in texts:
        return texts
    return [line for text in texts for line in ((text, "") if text else ("",))]
