"""Saved mail: a message (.eml) or a box of them (.mbox), as newsletters come; a story a message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from tui.ingest.decode import decode
from tui.ingest.errors import ReadError
from tui.ingest.files import megabytes
from tui.ingest.formats import Format, Reading, Source, suffix
from tui.ingest.records.markup import stripped
from tui.ingest.records.records import LARGEST, Fault, Record, readings

_FROM = re.compile(rb"^From [^\r\n]*\d\d:\d\d[^\r\n]*\r?$", re.MULTILINE)
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_LARGEST_MESSAGE = 48 * 1024 * 1024
_MOST_PARTS = 1000
_HEADERS = re.compile(rb"\s*(?:[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){2}")


def read(source: Source) -> Iterator[Reading]:
    """The stories of a message or a mailbox. Raises ReadError for what is neither."""
    if not source.data.strip():
        raise ReadError("empty")
    boxed = source.data.startswith(b"From ")
    if not boxed and (suffix(source.member or source.found.path) == ".mbox" or not _HEADERS.match(source.data)):
        raise ReadError("not mail: it does not begin as a message or a mailbox does")
    records = _messages(source.data) if boxed else iter([_record(source.data, 1, source.data.count(b"\n") + 1)])
    return readings(source.document("application/mbox" if boxed else "message/rfc822", "utf-8"), records)


def _messages(data: bytes) -> Iterator[Record | Fault]:
    line, counted = 1, 0
    start: re.Match[bytes] | None = None
    for following in (*_FROM.finditer(data), None):
        if start is not None:
            end = following.start() if following else len(data)
            line += data.count(b"\n", counted, start.start())
            counted = start.start()
            last = line + data.count(b"\n", start.start(), end) - 1
            message = _QUOTED_FROM.sub(rb"\1", data[start.end() : end].lstrip(b"\r\n"))
            yield _record(message, line, max(line, last))
        start = following


def _record(data: bytes, first: int, last: int) -> Record | Fault:
    if len(data) > _LARGEST_MESSAGE:
        return Fault(f"a message of {megabytes(len(data))}", first)
    try:
        message = message_from_bytes(data)
        body = _body(message)
    except RecursionError:
        return Fault("a message nested too deeply", first)
    except (MessageError, ReadError) as error:
        return Fault(f"a message that cannot be read: {error}", first)
    name, address = parseaddr(_header(message, "From"))
    fields: dict[str, object] = {
        "subject": _header(message, "Subject"),
        "body": body,
        "Date": _header(message, "Date"),
        "outlet": name or address.rpartition("@")[2],
        "From": address,
        "url": _header(message, "Archived-At").strip("<>") or _header(message, "List-Post-URL"),
    }
    return Record(fields, data.decode("utf-8", "replace"), first, last)


def _header(message: Message, name: str) -> str:
    """A header's text with its encoded words read; as it stands where they are damaged."""
    raw = str(message.get(name, ""))
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        return raw
    return " ".join("".join(_decoded(piece, charset) for piece, charset in pieces).split())


def _decoded(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    try:
        return piece.decode(charset or "utf-8", "replace")
    except (LookupError, ValueError):
        return piece.decode("utf-8", "replace")


def _body(message: Message) -> str:
    """The text of a message: its plain part, or its HTML part where that is all there is, or says far more."""
    plain = marked = ""
    for count, part in enumerate(message.walk()):
        if count > _MOST_PARTS:
            break
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        kind = part.get_content_type()
        if kind == "text/plain" and not plain:
            plain = _text(part)
        elif kind == "text/html" and not marked:
            marked = stripped(_text(part))
    return plain if len(plain.strip()) * 3 >= len(marked) else marked


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        return ""
    charset = part.get_param("charset")
    if isinstance(charset, str):
        try:
            return payload.decode(charset)
        except (LookupError, ValueError):
            return decode(payload).text
    return decode(payload).text


FORMAT = Format("mail", read, LARGEST)
