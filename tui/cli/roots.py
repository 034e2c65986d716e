"""The paths that are read: those given, this folder where none is, and standard input spooled to a private file."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tui.cli.arguments import STANDARD_INPUT

_NAME = "standard-input"


@dataclass(frozen=True, slots=True)
class Roots:
    """What is read. `spooled` is the file that holds standard input, "" where that is not read."""

    paths: list[str]
    spooled: str = ""

    def said(self, path: str) -> str:
        """A path as it is told to people."""
        return "standard input" if path and path == self.spooled else path


@contextmanager
def roots(paths: Sequence[str]) -> Iterator[Roots]:
    """The files and folders to read; `-` is standard input, in a private file that is gone afterwards."""
    if STANDARD_INPUT not in paths:
        yield Roots(list(paths) or ["."])
        return
    folder = Path(tempfile.mkdtemp(prefix="wireside-"))
    try:
        spooled = folder / _NAME
        with os.fdopen(os.open(spooled, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
        yield Roots([str(spooled) if path == STANDARD_INPUT else path for path in paths], str(spooled))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
