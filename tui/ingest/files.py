"""Bytes of a file: opened so that a pipe or a device can never hang it, and never more than a limit."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable

from tui.ingest.errors import ReadError

LARGEST = 32 * 1024 * 1024
LONGEST_LINE = 400_000  # characters of a paragraph
_LOOKED_AT = 1 << 16
LONG = 8 * 1024 * 1024  # bytes from which a file of records by the line is read in pieces
_WAIT_FOR_NOTHING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def file_bytes(path: str, limit: int = LARGEST, look: Callable[[bytes], int] | None = None) -> bytes:
    """The bytes of a regular file of at most `limit` bytes. Raises ReadError, with the reason, for everything else.

    `look` may set another limit, by what the file begins with.
    """
    try:
        handle = os.open(path, os.O_RDONLY | _WAIT_FOR_NOTHING)
    except OSError as error:
        raise ReadError(why(error)) from error
    try:
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise ReadError("not a regular file")
            if look is not None:
                limit = look(file.read(_LOOKED_AT))
                file.seek(0)
            if status.st_size > limit:
                raise ReadError(f"too large: {megabytes(status.st_size)}, and at most {megabytes(limit)} are read")
            data = file.read(min(limit, status.st_size) + 1)  # so much room is taken at once
    except OSError as error:
        raise ReadError(why(error)) from error
    if len(data) > limit:
        raise ReadError(f"too large: more than {megabytes(limit)}")
    return data


def file_digest(path: str) -> str:
    """SHA-256 of a regular file in hex, read block by block. Raises ReadError."""
    try:
        handle = os.open(path, os.O_RDONLY | _WAIT_FOR_NOTHING)
        with os.fdopen(handle, "rb", buffering=0) as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise ReadError("not a regular file")
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ReadError(why(error)) from error


def why(error: OSError) -> str:
    """The reason of an operating system's error in a few plain words."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return (error.strerror or str(error)).lower()


def megabytes(size: int) -> str:
    """A size in bytes as "12 MB"."""
    return f"{size / 1_048_576:.0f} MB"
