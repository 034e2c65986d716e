"""A small text file that people may read and write too: read again when it has changed, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from tui.library.entries import LibraryError
from tui.text.clean import printable


class PlainFile:
    """The text of a file, "" while there is none; without a path it is held in memory alone."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._text = ""
        self._seen: tuple[int, int, int] | None = None

    @property
    def name(self) -> str:
        return self.path.name if self.path else "memory"

    def text(self) -> str:
        """What stands in the file now. Raises LibraryError where it cannot be read, or is not UTF-8."""
        if self.path is None:
            return self._text
        try:
            status = self.path.stat()
            now = (status.st_mtime_ns, status.st_size, status.st_ino)
            if now != self._seen:
                self._text = self.path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
                self._seen = now
        except FileNotFoundError:
            self._text, self._seen = "", None
        except OSError as error:
            raise LibraryError(f"cannot read {self.path}: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise LibraryError(f"cannot read {self.path}: it is not UTF-8 (byte {error.start})") from error
        return self._text

    def write(self, text: str) -> None:
        """Put this text in its place, in one step; a link stays a link. Raises LibraryError."""
        if self.path is None:
            self._text = text
            return
        target = Path(os.path.realpath(self.path))
        temporary = ""
        try:
            descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
            with os.fdopen(descriptor, "wb") as file:
                file.write(text.encode("utf-8"))
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                Path(temporary).chmod(target.stat().st_mode & 0o777)
            Path(temporary).replace(target)
        except OSError as error:
            if temporary:
                Path(temporary).unlink(missing_ok=True)
            raise LibraryError(f"cannot write {self.path}: {error.strerror}") from error
        self._seen = None


def one_line(text: str) -> str:
    """The text on one line, without control characters and what UTF-8 cannot hold."""
    return " ".join(printable(text).split())
