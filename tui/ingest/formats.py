"""The formats that can be read: a registry by suffix and by the look of the first bytes.

A format is one module with a `FORMAT`; adding one means adding its file and naming it in `_MODULES`. Modules are
imported when the first document of their kind comes, so that a heavy library costs nothing where it is not needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from tui.ingest.files import LARGEST
from tui.ingest.looks import like_page, like_page_archive
from tui.model import Document, Found, Problem, Story


@dataclass(frozen=True, slots=True)
class Source:
    """A document to read: the file it is or lies in, the member's name ("" for the file itself), and its bytes."""

    found: Found
    member: str
    data: bytes


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

# By suffix; what has none of these is taken for plain text, and its bytes decide whether it is.
_MODULES: dict[str, str] = {
    **dict.fromkeys((".txt", ".text", ".md"), _PLAIN),
    **dict.fromkeys((".json", ".jsonl", ".ndjson"), "tui.ingest.records.json"),
    **dict.fromkeys((".csv", ".tsv"), "tui.ingest.records.tables"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mhtml", ".mht"), _WEB_PAGES),
    **dict.fromkeys((".rss", ".atom", ".xml", ".rdf", ".opml"), "tui.ingest.records.feeds"),
    **dict.fromkeys((".eml", ".mbox"), "tui.ingest.records.mail"),
    **dict.fromkeys(
        (".zip", ".tar", ".tgz", ".tbz", ".tbz2", ".txz", ".gz", ".bz2", ".xz"), "tui.ingest.packed.archives"
    ),
}
SUFFIXES: tuple[str, ...] = tuple(_MODULES)

# Documents of other kinds, which would only be taken apart wrongly as plain text.
_OTHER_KINDS: dict[str, str] = {
    **dict.fromkeys((".parquet", ".xls", ".xlsx", ".ods"), "a table"),
    **dict.fromkeys((".msg",), "a message of Outlook"),
    **dict.fromkeys((".pdf", ".docx", ".doc", ".rtf", ".odt", ".epub"), "a word processor's or PDF file"),
    **dict.fromkeys((".warc", ".wacz"), "a web archive"),
    **dict.fromkeys((".zst", ".7z", ".rar"), "an archive"),
}


def suffix(name: str) -> str:
    """The ending of a file's name in lower case, with its dot; empty where it has none."""
    return Path(name).suffix.lower()


def other_kind(name: str) -> str:
    """What kind of document a name tells of that no format here reads; empty where one may."""
    return "" if suffix(name) in _MODULES else _OTHER_KINDS.get(suffix(name), "")


def format_of(name: str) -> Format:
    """The format that reads a document of this name."""
    return _load(_MODULES.get(suffix(name), _PLAIN))


def format_by_content(name: str, data: bytes) -> Format:
    """The format that reads this document: by its name, and a web page by its look under a plain text's name."""
    module = _MODULES.get(suffix(name), _PLAIN)
    if module == _PLAIN and (like_page(data) or like_page_archive(data)):
        module = _WEB_PAGES
    return _load(module)


@cache
def _load(module: str) -> Format:
    loaded: Format = import_module(module).FORMAT
    return loaded
