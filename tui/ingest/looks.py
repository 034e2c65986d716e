"""What bytes look like, whatever the name of their file: a web page, or the archive of one."""

from __future__ import annotations

import re

_SAMPLE = 65536
_BEGINNING = 8192
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}"
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
