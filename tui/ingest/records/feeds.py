"""Saved feeds: RSS, RDF and Atom, a story an item. Nothing that XML can be made to expand or fetch is let in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import chain
from xml.parsers import expat

from tui.ingest.decode import decode
from tui.ingest.errors import ReadError
from tui.ingest.formats import Format, Reading, Source
from tui.ingest.records.records import Fault, Record, readings
from tui.ingest.sealed_xml import parsed, parser

_ITEMS = frozenset(("item", "entry"))
_ROOTS = {"rss": "RSS", "rdf": "RDF", "feed": "Atom", "channel": "RSS"}
_PASSED_OVER = frozenset(("media", "itunes", "thr", "slash", "wfw", "sy", "georss", "geo", "gml"))
_NAMING = frozenset(("name", "title"))
_MARKED_UP = frozenset(("content", "summary", "description", "title", "encoded"))
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding=["']([A-Za-z0-9._-]+)["']""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_DEEPEST = 200


def read(source: Source) -> Iterator[Reading]:
    """The stories of a feed. Raises ReadError for other XML, for entities of its own, and for endless nesting."""
    if not source.data.strip():
        raise ReadError("empty")
    data, encoding = _as_utf8(source.data)
    feed = _Feed(data)
    records = feed.records()
    first = next(records, None)
    if first is None:
        raise ReadError(f"no story in it: {feed.kind} without items" if feed.kind else "no story in it")
    return readings(source.document("application/xml", encoding), chain((first,), records))


def _as_utf8(data: bytes) -> tuple[bytes, str]:
    """A document in UTF-8 without the declaration of another encoding, and the encoding it came in."""
    declared = _DECLARED.match(data[:200])
    encoding = declared[1].decode("ascii").lower() if declared else "utf-8"
    text: str | None = None
    if not data.startswith(_WIDE_MARKS):
        try:
            text = data.decode(encoding)
        except (LookupError, ValueError):
            text = None
    if text is None:
        decoded = decode(data)
        text, encoding = decoded.text, decoded.encoding
    return _DECLARATION.sub("", text, count=1).encode("utf-8", "replace"), encoding


@dataclass(slots=True)
class _Item:
    """An item while it is read: where it begins, and the texts of its fields."""

    depth: int
    start: int
    line: int
    fields: dict[str, list[str]] = field(default_factory=dict)


class _Feed:
    """One feed, parsed piece by piece."""

    def __init__(self, data: bytes) -> None:
        self.kind = ""
        self._data = data
        self._open: list[str] = []
        self._text: list[str] = []
        self._item: _Item | None = None
        self._channel = ""
        self._done: list[Record] = []
        self._items = 0
        self._parser = parser(self._start, self._end, self._text.append)

    def records(self) -> Iterator[Record | Fault]:
        """The items in their order, and the fault that ends them. Raises ReadError."""
        try:
            for _ in parsed(self._parser, self._data):
                yield from self._done
                self._done.clear()
        except ReadError as error:
            yield from self._done
            if not self._items:
                raise
            yield Fault(error.reason, self._parser.CurrentLineNumber)
        except expat.ExpatError as error:
            yield from self._done
            if not self.kind:
                raise ReadError(f"not XML: {expat.ErrorString(error.code)}, line {error.lineno}") from error
            yield Fault(f"not XML from here on: {expat.ErrorString(error.code)}", error.lineno)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._open.append(name)
        depth = len(self._open)
        if depth > _DEEPEST:
            raise ReadError(f"XML nested more than {_DEEPEST} deep")
        local = name.rpartition(":")[2].lower()
        if depth == 1:
            self._root(local)
        if self._item is None:
            if local in _ITEMS:
                self._item = _Item(depth, self._parser.CurrentByteIndex, self._parser.CurrentLineNumber)
            self._text.clear()
        elif depth == self._item.depth + 1:
            self._text.clear()
            if local == "link" and attributes.get("rel", "alternate") == "alternate" and "href" in attributes:
                self._item.fields.setdefault("link", [attributes["href"]])
        elif self._marked_up():
            self._text.append(f"<{escape(local)}>")
        else:
            self._text.clear()

    def _end(self, name: str) -> None:
        depth = len(self._open)
        self._open.pop()
        prefix, _, local = name.rpartition(":")
        local = local.lower()
        item = self._item
        if item is None:
            if local == "title" and depth <= 3 and not self._channel:
                self._channel = "".join(self._text).strip()
            return
        if depth == item.depth:
            self._finish(item)
        elif depth == item.depth + 1:
            if prefix.lower() not in _PASSED_OVER:
                self._keep(item, local, "".join(self._text).strip())
            self._text.clear()
        elif self._marked_up():
            self._text.append(f"</{escape(local)}>")
        else:
            if local in _NAMING and depth == item.depth + 2:
                self._keep(item, self._open[-1].rpartition(":")[2].lower(), "".join(self._text).strip())
            self._text.clear()

    def _marked_up(self) -> bool:
        """Whether the field that is open holds markup as elements (Atom's xhtml)."""
        assert self._item is not None
        return self._open[self._item.depth].rpartition(":")[2].lower() in _MARKED_UP

    @staticmethod
    def _keep(item: _Item, name: str, text: str) -> None:
        if not text:
            return
        if name == "guid" and text.startswith(("http://", "https://")):
            item.fields.setdefault("uri", [text])
        else:
            item.fields.setdefault(name, []).append(text)

    def _finish(self, item: _Item) -> None:
        self._item = None
        self._items += 1
        end = self._data.find(b">", self._parser.CurrentByteIndex) + 1 or len(self._data)
        raw = self._data[item.start : end].decode("utf-8", "replace")
        if self._channel and "source" not in item.fields:
            item.fields["feed"] = [self._channel]
        fields = {name: ", ".join(texts) for name, texts in item.fields.items()}
        self._done.append(Record(fields, raw, item.line, self._parser.CurrentLineNumber))

    def _root(self, name: str) -> None:
        if name == "opml":
            raise ReadError("OPML, a list of feeds and not of stories: save the feeds that it names instead")
        if name not in _ROOTS:
            raise ReadError(f"XML that is no feed: it begins with <{name[:40]}>")
        self.kind = _ROOTS[name]


FORMAT = Format("a feed", read)
