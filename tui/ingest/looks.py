"""What bytes look like, whatever the name of their file: a web page, an archive, records, mail."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SAMPLE = 65536
_BEGINNING = 8192
# A comment, once over, is not looked for a later end: the ways to take many of them together have no number.
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?><!--.{0,2000}?-->\s*){0,5}"
    rb"<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:article|section|main|div|h[1-6]|p)\b[^>]{0,2000}>", re.IGNORECASE)
_LEAST_PARAGRAPHS = 3
_HEADERS = re.compile(rb"(?:\xef\xbb\xbf)?(?:[!-9;-~]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}")
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)


def like_page(data: bytes) -> bool:
    """Whether bytes begin as a web page does, or are a run of paragraphs in its markup."""
    if _PAGE.match(data[:_BEGINNING]):
        return True
    if not _FRAGMENT.match(data[:_BEGINNING]):
        return False
    return data[:_SAMPLE].lower().count(b"</p>") >= _LEAST_PARAGRAPHS


def like_page_archive(data: bytes) -> bool:
    """Whether bytes begin with the headers of a web archive of one page."""
    head = _HEADERS.match(data[:_BEGINNING].replace(b"\r\n", b"\n"))
    return head is not None and _RELATED.search(head[0]) is not None


# What files of a kind begin with, and how the names of such files end.
_MAGIC = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"PAR1", ".parquet"),
    (b"\x1f\x8b", ".gz"),
    (b"BZh", ".bz2"),
    (b"\xfd7zXZ\x00", ".xz"),
    (b"(\xb5/\xfd", ".zst"),
    (b"WARC/", ".warc"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
)
_ZIP = b"PK\x03\x04"
_WRITTEN_IN = ((b"word/", ".docx"), (b"opendocument.text", ".odt"))
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?><!--.{0,2000}?-->\s*)*<(?:rss|feed|rdf:rdf|opml)\b", re.I | re.S
)
_JSON = re.compile(rb"\s*(?:\[\s*)?\{\s*\"(?:[^\"\\\n]|\\.){1,200}\"\s*:")
_BOX = re.compile(rb"From \S[^\n]*\d\d:\d\d[^\n]*\n[!-9;-~]{1,60}:")
_MAIL = re.compile(rb"^(?:message-id|mime-version|received|return-path|dkim-signature):", re.IGNORECASE | re.MULTILINE)
_ADDRESSED = tuple(
    re.compile(rb"^" + name + rb":", re.IGNORECASE | re.MULTILINE) for name in (b"from", b"subject", b"date")
)


def ending(data: bytes, columns: Iterable[str] = ()) -> str:
    """How the name of a file with these bytes would end, ".pdf" say; empty where they look like no such kind.

    `columns` are names that the reader gave to columns of a table.
    """
    start = data[:_BEGINNING].removeprefix(b"\xef\xbb\xbf")
    for magic, found in _MAGIC:
        if start.startswith(magic):
            return found
    if start.startswith(_ZIP):
        return next((found for part, found in _WRITTEN_IN if part in data[:_SAMPLE]), ".zip")
    if start[257:262] == b"ustar":
        return ".tar"
    if like_page(data):
        return ".html"
    if like_page_archive(data):
        return ".mhtml"
    if _FEED.match(start):
        return ".xml"
    if _JSON.match(start):
        return ".json"
    if _BOX.match(start):
        return ".mbox"
    head = _HEADERS.match(start.replace(b"\r\n", b"\n"))
    if head and (_MAIL.search(head[0]) or all(name.search(head[0]) for name in _ADDRESSED)):
        return ".eml"
    return _table(start, frozenset(column.encode().lower() for column in columns))


def _table(start: bytes, columns: frozenset[bytes]) -> str:
    """The ending of a table, where the first line names columns as tables of stories do."""
    first, _, others = start.partition(b"\n")
    delimiter = max((b",", b"\t", b";"), key=first.count)
    names = [name.strip(b" \"'\r").lower() for name in first.split(delimiter)]
    if len(names) < 2 or not others.strip() or max(map(len, names)) > 40 or any(name.count(b" ") > 3 for name in names):
        return ""
    telling = {name.replace(b"_", b"").replace(b" ", b"").replace(b"-", b"") for name in names} & _COLUMNS
    if len(telling) < 2 and not columns & set(names):
        return ""
    return ".tsv" if delimiter == b"\t" else ".csv"


_COLUMNS = frozenset(
    b"title headline text body content maintext fulltext articlebody description summary date published publisheddate"
    b" publishdate publishedat pubdate url link source outlet publisher author authors byline".split()
)
