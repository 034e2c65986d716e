"""Web archives (WARC): the pages among the answers of servers that a crawler wrote down.

ISO 28500, versions 1.0 and 1.1: records one after the other, each with headers of its own and a block of bytes.
"""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import IO

from tui.ingest.files import megabytes

_LONGEST_LINE = 16 * 1024
_MOST_HEADERS = 200
_CHUNK = 1 << 16
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a server gave it: its address, and its bytes, or why they cannot be read.

    `taken_ns` is when it was taken down, in nanoseconds since 1970, 0 where that is not said.
    """

    url: str
    data: bytes
    flaw: str = ""
    taken_ns: int = 0


def pages(file: IO[bytes], largest: int) -> Iterator[Page]:
    """The pages of a web archive, in its order; none of more than `largest` bytes.

    Raises ValueError and EOFError where it is damaged or cut.
    """
    while line := file.readline(_LONGEST_LINE):
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            raise ValueError("no record of a web archive where one should begin")
        headers = _headers(file)
        length = int(headers.get("content-length", ""))
        kind, url = headers.get("warc-type", ""), headers.get("warc-target-uri", "").strip("<>")
        if length < 0:
            raise ValueError("a record of less than nothing")
        if kind not in ("response", "resource") or not url.startswith(("http://", "https://")):
            _pass_over(file, length)
        elif length > largest:
            _pass_over(file, length)
            yield Page(url, b"", f"too large: {megabytes(length)}")
        else:
            block = file.read(length)
            if len(block) < length:
                raise EOFError("it ends in the middle of a record")
            page = _answer(url, block, largest) if kind == "response" else _resource(url, headers, block)
            if page is not None:
                yield replace(page, taken_ns=_taken(headers.get("warc-date", "")))


def _headers(file: IO[bytes]) -> dict[str, str]:
    found: dict[str, str] = {}
    for _ in range(_MOST_HEADERS):
        line = file.readline(_LONGEST_LINE)
        if not line:
            raise EOFError("it ends in the middle of a record")
        if not line.strip():
            return found
        name, _, value = line.decode("utf-8", "replace").partition(":")
        found[name.strip().lower()] = value.strip()
    raise ValueError("a record with headers without end")


def _taken(date: str) -> int:
    try:
        return int(dt.datetime.fromisoformat(date).timestamp()) * 1_000_000_000
    except (ValueError, OverflowError):
        return 0


def _pass_over(file: IO[bytes], length: int) -> None:
    while length > 0:
        passed = len(file.read(min(_CHUNK, length)))
        if not passed:
            raise EOFError("it ends in the middle of a record")
        length -= passed


def _resource(url: str, headers: dict[str, str], block: bytes) -> Page | None:
    return Page(url, block) if headers.get("content-type", "").lower().startswith(_PAGES) else None


def _answer(url: str, block: bytes, largest: int) -> Page | None:
    """The page that a server answered with; None for answers of other kinds."""
    for gap in (b"\r\n\r\n", b"\n\n"):
        head, found, body = block.partition(gap)
        if found:
            break
    first, *rest = head.decode("latin-1").splitlines()[:_MOST_HEADERS] or [""]
    status = first.split()
    if len(status) < 2 or not status[0].startswith("HTTP/") or status[1] != "200":
        return None
    headers = {name.strip().lower(): value.strip().lower() for name, _, value in (line.partition(":") for line in rest)}
    if not headers.get("content-type", "").startswith(_PAGES):
        return None
    if "chunked" in headers.get("transfer-encoding", ""):
        body = _whole(body)
    coding = headers.get("content-encoding", "")
    if coding in ("", "identity") or not _is_squeezed(body, coding):
        return Page(url, body)
    if coding not in ("gzip", "x-gzip", "deflate"):
        return Page(url, b"", f"packed in a way that is not known here: {coding[:20]}")
    return _expanded(url, body, largest)


def _is_squeezed(body: bytes, coding: str) -> bool:
    """Whether a body is still packed as its headers say: many crawlers unpack it and let the header stand."""
    if coding in ("gzip", "x-gzip"):
        return body.startswith(b"\x1f\x8b")
    return body[:_CHUNK].lstrip()[:1] != b"<"


def _expanded(url: str, body: bytes, largest: int) -> Page:
    for bits in (47, -15):
        stream = zlib.decompressobj(bits)
        try:
            data = stream.decompress(body, largest + 1)
        except zlib.error:
            continue
        return Page(url, data) if len(data) <= largest else Page(url, b"", f"too large: more than {megabytes(largest)}")
    return Page(url, b"", "damaged: it cannot be unpacked")


def _whole(body: bytes) -> bytes:
    """A body that came in chunks, put together; as it is where it holds none any more."""
    found: list[bytes] = []
    at = 0
    while (end := body.find(b"\r\n", at, at + 1024)) >= 0:
        try:
            size = int(body[at:end].partition(b";")[0].strip(), 16)
        except ValueError:
            break
        if size == 0:
            return b"".join(found)
        if size < 0:
            break
        found.append(body[end + 2 : end + 2 + size])
        at = end + 4 + size
    return b"".join(found) or body
