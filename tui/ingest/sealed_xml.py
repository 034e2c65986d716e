"""XML from strangers: its elements and text as they come, with no entity expanded and nothing fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.parsers import expat

from tui.ingest.errors import ReadError

_PIECE = 1 << 16

Start = Callable[[str, dict[str, str]], object]
Told = Callable[[str], object]


def parser(start: Start, end: Told, text: Told, *, namespaces: bool = False) -> expat.XMLParserType:
    """A parser that tells of elements and of the text in them; names follow their namespace and a space if asked for.

    Parsing raises ReadError at entities that the document declares itself.
    """
    made = expat.ParserCreate(namespace_separator=" " if namespaces else None)
    made.buffer_text = True
    made.StartDoctypeDeclHandler = _doctype
    made.StartElementHandler = start
    made.EndElementHandler = end
    made.CharacterDataHandler = text
    return made


def parsed(by: expat.XMLParserType, data: bytes) -> Iterator[None]:
    """Parse a document piece by piece, with a stop after each. Raises ExpatError where it is no XML."""
    for at in range(_PIECE, len(data) + _PIECE, _PIECE):
        by.Parse(data[at - _PIECE : at], at >= len(data))
        yield


def _doctype(name: str, system: str | None, public: str | None, inside: int) -> None:
    del name, system, public
    if inside:
        raise ReadError("XML with a document type of its own (entities may be bombs); it is not read")
