"""Documents: files as they are found and as they are read, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A file as the folder shows it, before it is opened: absolute path, size in bytes, mtime in nanoseconds."""

    path: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Document:
    """A file, or a member of an archive or a mailbox, as it was read.

    `digest` is the SHA-256 of its bytes in hex; `member` is empty for a plain file; `encoding` is what decoded it.
    """

    path: str
    member: str
    size: int
    mtime_ns: int
    digest: str
    media_type: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A document, or a part of one, that could not be read, and why. `line` is 0 where no line is to blame."""

    path: str
    reason: str
    member: str = ""
    line: int = 0
