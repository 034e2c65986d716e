"""Documents of Word (.docx) and LibreOffice (.odt): the text of their XML, without notes, headers and what was deleted.

Both are zip archives of XML. No entity is expanded, nothing is fetched, and what they unpack to is bounded.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.parsers import expat

from tui.ingest.errors import ReadError
from tui.ingest.files import megabytes
from tui.ingest.formats import Format, Reading, Source
from tui.ingest.office.written import LARGEST, MOST_TEXT, lines_of, written
from tui.ingest.sealed_xml import parsed, parser

_BODIES = ("word/document.xml", "content.xml")
_MEDIA_TYPES = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "content.xml": "application/vnd.oasis.opendocument.text",
}
_MOST_XML = 512 * 1024 * 1024  # bytes of XML
_RATIO, _SMALL = 300, 8 * 1024 * 1024  # marked-up text shrinks well, but not to so little
_SEALED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what Word puts a document in that it encrypts
_DEEPEST = 400
_CHUNK = 1 << 16
_DAMAGE = (OSError, EOFError, ValueError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError)
# Elements by their names without prefix; both kinds of document in one table, as none means two things.
_PARAGRAPHS = frozenset(("p", "h"))
_TEXT = frozenset(("t",))
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "s": " ", "noBreakHyphen": "-"}
_UNREAD_ELEMENTS = (
    "del moveFrom instrText delText Fallback pPr rPr sectPr tblPr annotation tracked-changes note-citation note"
)
_UNREAD = frozenset(_UNREAD_ELEMENTS.split())


def read(source: Source) -> Iterator[Reading]:
    """The stories of a document. Raises ReadError for what is none, is damaged, or is larger than it may be."""
    name, xml = _body(source.data)
    return written(source, _Text(xml).lines(), _MEDIA_TYPES[name])


def lines(data: bytes) -> list[str]:
    """The lines of a document's text. Raises ReadError as `read` does."""
    return _Text(_body(data)[1]).lines()


def _body(data: bytes) -> tuple[str, bytes]:
    """The XML of a document's text, and the name it has in its archive."""
    if not data:
        raise ReadError("empty")
    if data.startswith(_SEALED):
        raise ReadError("it can only be opened with a password, or is a document of an old Word")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            name = next((name for name in _BODIES if name in names), "")
            if not name:
                raise ReadError("a zip archive, but no document of a word processor")
            return name, _unpacked(archive, name)
    except _DAMAGE as error:
        raise ReadError("a damaged or cut document: it cannot be unpacked") from error


def _unpacked(archive: zipfile.ZipFile, name: str) -> bytes:
    info = archive.getinfo(name)
    if info.flag_bits & 1:
        raise ReadError("it can only be opened with a password")
    most = min(_MOST_XML, max(_SMALL, info.compress_size * _RATIO))
    out = BytesIO()
    with archive.open(info) as file:
        while chunk := file.read(_CHUNK):
            if out.tell() + len(chunk) > most:
                raise ReadError(f"too large: its text unpacks to more than {megabytes(most)}")
            out.write(chunk)
    return out.getvalue()


class _Text:
    """The text of a document's XML, parsed piece by piece."""

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        self._depth = 0
        self._unread = 0  # the depth of the outermost element that is not read, 0 where there is none
        self._reads_text = 0
        self._paragraphs: list[str] = []
        self._pieces: list[list[str]] = []
        self._size = 0

    def lines(self) -> list[str]:
        """The lines. Raises ReadError for damaged XML, for entities of its own, and for endless nesting."""
        try:
            for _ in parsed(parser(self._start, self._end, self._data, namespaces=True), self._xml):
                continue
        except expat.ExpatError as error:
            raise ReadError(f"a damaged document: {expat.ErrorString(error.code)}") from error
        return lines_of(self._paragraphs)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        del attributes
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ReadError(f"a document nested more than {_DEEPEST} deep")
        local = name.rpartition(" ")[2]
        if self._unread:
            return
        if local in _UNREAD:
            self._unread = self._depth
        elif local in _PARAGRAPHS:
            self._pieces.append([])
            self._reads_text += "opendocument" in name
        elif local in _TEXT:
            self._reads_text += 1
        elif local in _SPACES:
            self._add(_SPACES[local])

    def _end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        if self._unread:
            self._unread = 0 if self._unread == self._depth else self._unread
        elif local in _PARAGRAPHS:
            self._paragraphs.append("".join(self._pieces.pop()))
            self._reads_text -= "opendocument" in name
        elif local in _TEXT:
            self._reads_text -= 1
        self._depth -= 1

    def _data(self, text: str) -> None:
        if self._reads_text and not self._unread:
            self._add(text)

    def _add(self, text: str) -> None:
        if not self._pieces:
            return
        self._size += len(text)
        if self._size > MOST_TEXT:
            raise ReadError(f"too large: more than {megabytes(MOST_TEXT)} of text")
        self._pieces[-1].append(text)


FORMAT = Format("a document of a word processor", read, LARGEST, lines)
