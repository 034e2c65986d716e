"""Web archives of one page (MHTML): the page among the parts of the message that a browser saved it as."""

from __future__ import annotations

import email
import re
from email.errors import MessageError
from email.message import Message

from tui.ingest.errors import ReadError

_PAGES = ("text/html", "application/xhtml+xml")


def page_of(data: bytes) -> tuple[bytes, str]:
    """The bytes of the page in a web archive, and the address it was saved from. Raises ReadError for no page."""
    try:
        message = email.message_from_bytes(data)
        pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    except (MessageError, RecursionError, ValueError) as error:
        raise ReadError("a web archive that cannot be taken apart") from error
    url = str(message.get("Snapshot-Content-Location", "")).strip()
    wanted = [part for part in pages if url and str(part.get("Content-Location", "")).strip() == url]
    for part in wanted or pages:
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            return _with_charset(part, payload), url if url.startswith("http") else ""
    raise ReadError("a web archive without a page in it")


def _with_charset(part: Message, payload: bytes) -> bytes:
    """The page with the encoding that its part names, as the page itself would name it."""
    charset = part.get_content_charset()
    if not charset or not re.fullmatch(r"[\w.:-]{2,40}", charset):
        return payload
    return f'<meta charset="{charset}">'.encode("ascii") + payload
