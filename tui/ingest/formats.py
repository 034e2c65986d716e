"""The formats that can be read: a registry by suffix and by the look of the first bytes.

A format is one module with a `FORMAT`; adding one means adding its file and naming it in `_MODULES`. Modules are
imported when the first document of their kind comes, so that a heavy library costs nothing where it is not needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from tui.ingest.errors import ReadError
from tui.ingest.files import LARGEST, file_bytes, megabytes
from tui.ingest.looks import ending, like_page, like_page_archive
from tui.ingest.naming import Names
from tui.model import Document, Found, Problem, Story


@dataclass(frozen=True, slots=True)
class Source:
    """A document to read: the file it is or lies in, the member's name ("" for the file itself), and its bytes.

    `url` is the address that it was fetched from, where that is known; `names` are the columns that the reader named
    for its fields, where it is made of records.
    """

    found: Found
    member: str
    data: bytes
    url: str = ""
    names: Names = ()

    def document(self, media_type: str, encoding: str) -> Document:
        """The document that the bytes are."""
        digest = sha256(self.data).hexdigest()
        found = self.found
        return Document(found.path, self.member, len(self.data), found.mtime_ns, digest, media_type, encoding)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a document: itself (None where it could not be opened), its stories, and what went wrong.

    A long document comes in several, which follow one another and name the same document.
    """

    document: Document | None
    stories: tuple[Story, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Format:
    """How one kind of document is read: at most `largest` bytes of it.

    `read` gives a Reading per document, or several for a long one, and raises ReadError for no text, before the first
    or between two. `lines` gives the lines that blocks refer to, where they are not those of the text as decoded.
    """

    name: str
    read: Callable[[Source], Iterable[Reading]]
    largest: int = LARGEST
    lines: Callable[[bytes], list[str]] | None = None


_PLAIN, _WEB_PAGES = "tui.ingest.plain", "tui.ingest.web.html"

# By suffix; what has none of these is what its bytes look like, and plain text where they look like nothing else.
_MODULES: dict[str, str] = {
    **dict.fromkeys((".txt", ".text", ".md"), _PLAIN),
    **dict.fromkeys((".json", ".jsonl", ".ndjson"), "tui.ingest.records.json"),
    **dict.fromkeys((".csv", ".tsv"), "tui.ingest.records.tables"),
    **dict.fromkeys((".parquet",), "tui.ingest.records.parquet"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mhtml", ".mht"), _WEB_PAGES),
    **dict.fromkeys((".rss", ".atom", ".xml", ".rdf", ".opml"), "tui.ingest.records.feeds"),
    **dict.fromkeys((".eml", ".mbox"), "tui.ingest.records.mail"),
    **dict.fromkeys((".docx", ".odt"), "tui.ingest.office.docx"),
    **dict.fromkeys((".rtf",), "tui.ingest.office.rtf"),
    **dict.fromkeys((".pdf",), "tui.ingest.office.pdf"),
    **dict.fromkeys(
        (".zip", ".tar", ".tgz", ".tbz", ".tbz2", ".txz", ".tzst", ".gz", ".bz2", ".xz", ".zst", ".warc"),
        "tui.ingest.packed.archives",
    ),
}
SUFFIXES: tuple[str, ...] = tuple(_MODULES)
LARGEST_UNKNOWN = 512 * 1024 * 1024  # bytes of a document whose kind is not known yet

# Documents of other kinds, which would only be taken apart wrongly as plain text.
_OTHER_KINDS: dict[str, str] = {
    **dict.fromkeys((".xls", ".xlsx", ".ods"), "a table (save it as CSV)"),
    **dict.fromkeys((".msg",), "a message of Outlook (save it as .eml)"),
    **dict.fromkeys((".epub",), "a book"),
    **dict.fromkeys((".wacz",), "a packed web archive (unpack it for the .warc.gz in it)"),
    **dict.fromkeys((".7z", ".rar"), "an archive (unpack it, or pack it as .zip)"),
}
_OLD_WORD = "a document of an old Word: save it as .docx or .rtf"


def suffix(name: str) -> str:
    """The ending of a file's name in lower case, with its dot; empty where it has none."""
    return Path(name).suffix.lower()


def other_kind(name: str) -> str:
    """What kind of document a name tells of that no format here reads; empty where one may."""
    return "" if suffix(name) in _MODULES else _OTHER_KINDS.get(suffix(name), "")


def largest(name: str) -> int:
    """How many bytes of a document of this name may be read before its look tells what it is."""
    return _load(_MODULES[suffix(name)]).largest if suffix(name) in _MODULES else LARGEST_UNKNOWN


def document_bytes(path: str) -> bytes:
    """The bytes of a file, no more than its format reads. Raises ReadError."""
    if suffix(path) in _MODULES:
        return file_bytes(path, largest(path))
    return file_bytes(path, LARGEST_UNKNOWN, lambda start: format_by_content(path, start).largest)


def format_by_content(name: str, data: bytes, names: Names = ()) -> Format:
    """The format that reads this document: by its name, else by its look; a web page by its look under a text's name.

    Raises ReadError where none reads what it looks like, or not so much of it.
    """
    module = _MODULES.get(suffix(name), "")
    if not module:
        looks = ending(data, [column for _, column in names])
        if looks == ".doc":
            raise ReadError(_OLD_WORD)
        module = _MODULES[looks] if looks else _PLAIN
    elif module == _PLAIN:
        module = _under_a_texts_name(data)
    elif suffix(name) == ".xml" and like_page(data):
        module = _WEB_PAGES
    form = _load(module)
    if len(data) > form.largest:
        raise ReadError(f"too large: {megabytes(len(data))}, and at most {megabytes(form.largest)} are read")
    return form


def web_pages() -> Format:
    """The format of web pages."""
    return _load(_WEB_PAGES)


def format_of(document: Document, data: bytes) -> Format:
    """The format that read a document: a page of a web archive has an address for its name."""
    if document.media_type == "text/html":
        return web_pages()
    return format_by_content(document.member or document.path, data)


def _under_a_texts_name(data: bytes) -> str:
    if like_page(data) or like_page_archive(data):
        return _WEB_PAGES
    return _MODULES[".rtf"] if data.startswith(b"{\\rtf") else _PLAIN


@cache
def _load(module: str) -> Format:
    loaded: Format = import_module(module).FORMAT
    return loaded
