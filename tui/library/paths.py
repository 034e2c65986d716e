"""Where things stand on disk: libraries in the user's cache, the reader's own word in the user's data."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from tui.library.entries import LibraryError
from tui.library.file.lock import Lock

if TYPE_CHECKING:
    from tui.ingest.naming import Names

NAME = "wireside"
_PREFIX = "wireside-library-"
_MEMORY = Path("/dev/shm")  # memory-backed on Linux; elsewhere the usual temporary directory serves


def library_path(roots: Sequence[str], names: Names = ()) -> Path:
    """The library file of a set of roots: the same whatever their order and however they are written.

    It is another one where the reader named columns for fields of records.
    """
    absolute = sorted({os.path.abspath(root) for root in roots})  # noqa: PTH100  links are kept, as paths of files are
    named = [f"{field}={column}" for field, column in names]
    digest = hashlib.sha256(
        "\0".join((*absolute, *(("", *named) if named else ()))).encode("utf-8", "surrogateescape")
    ).hexdigest()
    return _made(Path(platformdirs.user_cache_dir(NAME, appauthor=False))) / f"{digest[:20]}.library"


def data_dir() -> Path:
    """The directory of `marks.db`, `actors.toml` and the saved searches."""
    return _made(Path(platformdirs.user_data_dir(NAME, appauthor=False)))


class PrivateFile:
    """A file that only this user can read and that goes away with its owner, in memory where that can be.

    What a killed program left behind is removed by the next one that makes a file here.
    """

    def __init__(self) -> None:
        root = _MEMORY if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK | os.X_OK) else Path(tempfile.gettempdir())
        _sweep(root)
        self._folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=root))
        self._lock = Lock(self._folder / "held")
        while not self._lock.take():  # a sweep took it for a dead one's in the moment before it was held
            self._folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=root))
            self._lock = Lock(self._folder / "held")
        self.path = self._folder / "library"
        os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))

    def remove(self) -> None:
        """Remove the file and its folder; nothing happens when it is gone already."""
        self._lock.release()
        shutil.rmtree(self._folder, ignore_errors=True)


def _sweep(root: Path) -> None:
    """Remove private folders whose owner has died: the lock in them is free."""
    for folder in root.glob(f"{_PREFIX}*"):
        held = folder / "held"
        if not held.is_file() or not os.access(held, os.W_OK):
            continue  # just being made, or somebody else's
        lock = Lock(held)
        if lock.take():
            lock.release()
            shutil.rmtree(folder, ignore_errors=True)


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise LibraryError(f"cannot make the directory {folder}: {error.strerror}") from error
    return folder
