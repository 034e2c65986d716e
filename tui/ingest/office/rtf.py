"""Rich text (.rtf): its words, without fonts, pictures, headers and the other groups that are not read.

The format is a tree of groups of control words, in which a backslash begins each word; Rich Text Format (RTF)
Specification 1.9.1.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui.ingest.errors import ReadError
from tui.ingest.files import megabytes
from tui.ingest.formats import Format, Reading, Source
from tui.ingest.office.written import LARGEST, MOST_TEXT, lines_of, written

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|((?:\\'[0-9A-Fa-f]{2})+)|\\([^A-Za-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\"
)
_SIGNS = {
    **{b"tab": "\t", b"line": "\n", b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’"},
    **{b"ldblquote": "“", b"rdblquote": "”", b"emspace": " ", b"enspace": " ", b"qmspace": " ", b"cell": "\t"},
    **{b"~": "\xa0", b"_": "‑", b"{": "{", b"}": "}", b"\\": "\\", b"nestcell": "\t"},
}
_ENDS = frozenset((b"par", b"sect", b"page", b"row", b"nestrow", b"\n", b"\r"))
_UNREAD_GROUPS = (
    b"fonttbl colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf footnote"
    b" annotation atnid atnauthor object objdata fldinst xe tc bkmkstart bkmkend themedata colorschememapping listtable"
    b" listoverridetable revtbl rsidtbl generator datastore latentstyles shppict nonshppict pntext template filetbl"
)
_UNREAD = frozenset(_UNREAD_GROUPS.split())
# Character sets of fonts, by their numbers in the specification.
_CHARSETS = {
    **{0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5", 161: "cp1253"},
    **{162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874"},
    238: "cp1250",
}
_SURROGATE = re.compile("[\ud800-\udfff]")
_DEEPEST = 2000


def read(source: Source) -> Iterator[Reading]:
    """The stories of a document. Raises ReadError for what is none, and for what is larger than it may be."""
    return written(source, lines(source.data), "application/rtf")


def lines(data: bytes) -> list[str]:
    """The lines of a document's text. Raises ReadError as `read` does."""
    if not data.strip():
        raise ReadError("empty")
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        raise ReadError("not rich text: it does not begin as such a document does")
    return lines_of(_Text(data).paragraphs())


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds in a group: whether it is read, how its bytes are decoded, what a sign in Unicode is followed by."""

    read: bool = True
    encoding: str = ""
    fallback: int = 1
    hidden: bool = False


class _Text:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._group = _Group()
        self._outer: list[_Group] = []
        self._encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font: int | None = None  # the font whose entry in the table of fonts is read
        self._begun = False  # whether a group has just begun
        self._skip = 0  # signs left that only stand for one in Unicode
        self._pieces: list[str] = []
        self._size = 0

    def paragraphs(self) -> list[str]:
        """The paragraphs. Raises ReadError."""
        position = 0
        while (token := _TOKEN.match(self._data, position)) is not None:
            position = token.end()
            word, number, coded, sign, brace, text = token.groups()
            if brace:
                self._brace(brace)
            elif word == b"bin":
                position += max(0, int(number or 0))
            elif word:
                self._word(word.lower() if word.isupper() else word, int(number) if number else None)
            elif coded:
                self._bytes(bytes.fromhex(coded.replace(b"\\'", b"").decode("ascii")))
            elif sign:
                self._sign(sign)
            elif text:
                self._bytes(text)
            self._begun = brace == b"{" or (self._begun and sign == b"*")
        return _paired("".join(self._pieces)).split("\r")

    def _brace(self, brace: bytes) -> None:
        self._skip = 0
        if brace == b"{":
            if len(self._outer) >= _DEEPEST:
                raise ReadError(f"a document nested more than {_DEEPEST} deep")
            self._outer.append(self._group)
        elif self._outer:
            self._group = self._outer.pop()

    def _word(self, word: bytes, number: int | None) -> None:
        if self._begun and word in _UNREAD:
            self._group = replace(self._group, read=word == b"fonttbl", hidden=True)
        elif word == b"f" and number is not None:
            self._font = number
            self._group = replace(self._group, encoding=self._fonts.get(number, ""))
        elif word == b"fcharset" and self._font is not None and number is not None:
            self._fonts[self._font] = _CHARSETS.get(number, "")
        elif word == b"ansicpg" and number is not None:
            self._encoding = _known(f"cp{number}")
        elif word == b"mac":
            self._encoding = "mac_roman"
        elif word == b"plain":
            self._group = replace(self._group, encoding="")
        elif word == b"v":
            self._group = replace(self._group, hidden=number != 0)
        elif word == b"uc":
            self._group = replace(self._group, fallback=max(0, number or 0))
        elif word == b"u" and number is not None:
            self._add(chr(number % 0x10000))
            self._skip = self._group.fallback
        elif word in _ENDS:
            self._add("\r")
        elif word in _SIGNS:
            self._add(_SIGNS[word])

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            if self._begun:
                self._group = replace(self._group, read=False)
        elif sign in _ENDS:
            self._add("\r")
        elif self._skip:
            self._skip -= 1
        elif sign in _SIGNS:
            self._add(_SIGNS[sign])

    def _bytes(self, text: bytes) -> None:
        if self._skip:
            skipped = min(self._skip, len(text))
            self._skip -= skipped
            text = text[skipped:]
        if text:
            self._add(text.decode(self._group.encoding or self._encoding, "replace"))

    def _add(self, text: str) -> None:
        if not self._group.read or self._group.hidden:
            return
        self._size += len(text)
        if self._size > MOST_TEXT:
            raise ReadError(f"too large: more than {megabytes(MOST_TEXT)} of text")
        self._pieces.append(text)


def _paired(text: str) -> str:
    """The text with its surrogates, which stand for one sign in twos, as the signs that they stand for."""
    if _SURROGATE.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _known(encoding: str) -> str:
    """An encoding of this name, or the usual one where there is none."""
    if encoding == "cp65001":
        return "utf-8"
    try:
        codecs.lookup(encoding)
    except LookupError:
        return "cp1252"
    return encoding


FORMAT = Format("rich text", read, LARGEST, lines)
