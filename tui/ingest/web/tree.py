"""The tree of a web page: bytes decoded as the page says, parsed without network, scripts, entities or deep nesting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from itertools import islice
from typing import Any, Protocol

from tui.ingest.decode import Decoded, decode
from tui.ingest.errors import ReadError
from tui.ingest.files import megabytes
from tui.ingest.mojibake import mended

LARGEST = 16 * 1024 * 1024
_MOST_ELEMENTS = 40_000
_TOO_DEEP = "Excessive depth"  # what the parser says when it gives up, at 2,048
_SAMPLE = 4096
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
# What declares a page, with the entities that an XML page may define: nothing of it is read.
_DECLARED = re.compile(
    r"\s*(?:<\?xml[^>]{0,500}\?>)?\s*(?:<!DOCTYPE\b[^\[>]{0,500}(?:\[.{0,100000}?\]\s*)?>)?", re.IGNORECASE | re.DOTALL
)


class Element(Protocol):
    """What is used of an element of lxml."""

    tag: object
    text: str | None
    tail: str | None

    @property
    def attrib(self) -> Mapping[str, str]: ...
    def get(self, key: str, default: str = ...) -> str: ...
    def iter(self, *tags: str) -> Iterator[Element]: ...
    def itertext(self) -> Iterator[str]: ...
    def __iter__(self) -> Iterator[Element]: ...
    def __len__(self) -> int: ...
    def getparent(self) -> Element | None: ...


def page_text(data: bytes) -> Decoded:
    """The source of a page, decoded as it says itself. Raises ReadError for no text and for too much of it."""
    if not data.strip():
        raise ReadError("empty")
    if len(data) > LARGEST:
        raise ReadError(f"too large for a web page: {megabytes(len(data))}, and at most {megabytes(LARGEST)} are read")
    said = _CHARSET.search(data[:_SAMPLE])
    decoded = decode(data)
    if said is None or decoded.encoding.startswith("utf"):
        return decoded
    try:
        text = data.decode(said[1].decode("ascii")).replace("\r\n", "\n").replace("\r", "\n")
        return Decoded(mended(text), said[1].decode())
    except (LookupError, UnicodeDecodeError):
        return decoded


def parse(source: str) -> Element:
    """The tree of a page. Raises ReadError where there is no page in it, or one too deep or too large for a story."""
    source = source.replace("\x00", "")
    declared = _DECLARED.match(source)
    source = source[declared.end() :] if declared else source
    html: Any = import_module("lxml.html")
    etree: Any = import_module("lxml.etree")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_pis=True, remove_comments=True)
    try:
        tree: Element | None = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise ReadError("no text in it") from error
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        raise ReadError("not a story: tags nested more than 2,000 deep")
    if tree is None:
        raise ReadError("no text in it")
    if sum(1 for _ in islice(tree.iter(), _MOST_ELEMENTS + 1)) > _MOST_ELEMENTS:
        raise ReadError(f"not a story: more than {_MOST_ELEMENTS:,} elements")
    return tree
