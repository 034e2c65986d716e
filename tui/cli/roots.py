"""The paths that are read: those given, this folder where none is, and standard input spooled to a private file."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

STANDARD_INPUT = "-"
_NAME = "standard-input"


@contextmanager
def roots(paths: Sequence[str]) -> Iterator[list[str]]:
    """The files and folders to read; `-` is standard input, in a private file that is gone afterwards."""
    if STANDARD_INPUT not in paths:
        yield list(paths) or ["."]
        return
    folder = Path(tempfile.mkdtemp(prefix="wireside-"))
    try:
        spooled = folder / _NAME
        with os.fdopen(os.open(spooled, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
        yield [str(spooled) if path == STANDARD_INPUT else path for path in paths]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
