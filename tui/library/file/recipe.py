"""What a library was made by: the program's own code that turns documents into what is kept of them.

A library is a cache, and a cache serves as long as the code that filled it is the code that reads it. So the stamp of a
library holds a digest of that code, not only the version's number. A library that some documents need, and that was
installed since, makes another recipe too: what could not be read before can be now.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.util import find_spec

_PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))  # noqa: PTH120  objects cost more than the reading
_EXTRAS = ("pyarrow", "pypdfium2", "zstandard")
_ROOMS = ("model", "text", "ingest", "relate", "actors", "search", "library/building", "library/file")


@cache
def recipe() -> str:
    """A digest of the code, and of the sizes of its tables; a few milliseconds, once a process.

    The same for all where the code is not in files (it runs from an archive): then the version's number tells alone.
    """
    made_of = sha256()
    for path in (path for room in _ROOMS for path in sorted(_files(os.path.join(_PACKAGE, room)))):  # noqa: PTH118
        try:
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123
                made_of.update(file.read() if path.endswith(".py") else b"%d" % os.fstat(file.fileno()).st_size)
        except OSError:
            made_of.update(b"?")
    for library in _EXTRAS:
        made_of.update(b"+" if find_spec(library) is not None else b"-")
    return made_of.hexdigest()[:16]


def _files(folder: str) -> Iterator[str]:
    """The files of a folder and of those inside it; none where it is in an archive."""
    try:
        with os.scandir(folder) as entries:
            held = list(entries)
    except OSError:
        return
    for entry in held:
        if entry.is_file():
            yield entry.path
        elif entry.name != "__pycache__":
            yield from _files(entry.path)
