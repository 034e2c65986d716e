"""The lines of a document as it was decoded, for showing it raw."""

from __future__ import annotations

from tui.ingest.decode import decode
from tui.ingest.formats import document_bytes, format_of
from tui.model import Document


def lines(document: Document) -> list[str]:
    """The document's lines, the first of them being line 1 of its blocks. Raises ReadError where it cannot be read."""
    if document.member:
        from tui.ingest.packed.archives import member_bytes  # noqa: PLC0415  few documents lie in one

        data = member_bytes(document)
    else:
        data = document_bytes(document.path)
    own = format_of(document, data).lines
    return own(data) if own else split_lines(decode(data).text)


def split_lines(text: str) -> list[str]:
    """A decoded text's lines; a line feed at the very end begins no further line."""
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    return lines
