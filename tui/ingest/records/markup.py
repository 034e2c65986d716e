"""Markup inside a field (a feed's description, a mail's HTML part) to plain text: blocks on lines of their own."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

_LONGEST = 4_000_000  # characters of markup in one field
_TAG = re.compile(
    r"<(?:/?(?:p|br|div|span|a|b|i|u|em|strong|img|h[1-6]|ul|ol|li|figure|blockquote|table|tr|td|html|body|section"
    r"|article|hr|pre|font|center|sup|sub|small|iframe|script|style)\b[^<>]*|!--|!doctype\b)",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});", re.IGNORECASE)
_BLOCK_TAGS = (
    "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul"
)
_UNREAD_TAGS = "script style head template noscript svg math select textarea iframe object"
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_UNREAD = frozenset(_UNREAD_TAGS.split())
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n\s*\n+")


def plain(text: str) -> str:
    """The text of a field without its markup; a text that has none comes back as it is."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "<" in text and _TAG.search(text):
        return stripped(text)
    return html.unescape(text) if "&" in text and _ENTITY.search(text) else text


def stripped(markup: str) -> str:
    """The text that markup shows, a paragraph a line, a blank line between blocks."""
    stripper = _Stripper()
    stripper.feed(markup[:_LONGEST])
    stripper.close()
    lines = [_SPACES.sub(" ", line).strip() for line in "".join(stripper.pieces).split("\n")]
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


class _Stripper(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unread: list[str] = []
        self._kept = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _UNREAD:
            self._unread.append(tag)
        elif tag == "br":
            self.pieces.append("\n")
        elif tag in _BLOCKS:
            self.pieces.append("\n\n• " if tag == "li" else "\n\n")
            self._kept += tag == "pre"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNREAD:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unread:
            while self._unread.pop() != tag:
                continue
        elif tag in _BLOCKS:
            self.pieces.append("\n\n")
            self._kept = max(0, self._kept - (tag == "pre"))

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.pieces.append(data if self._kept else data.replace("\n", " "))
