"""What a library was made by: the program's own code that turns documents into what is kept of them.

A library is a cache, and a cache serves as long as the code that filled it is the code that reads it. So the stamp of a
library holds a digest of that code, not only the version's number.
"""

from __future__ import annotations

import os
from functools import cache
from hashlib import blake2b
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
_ROOMS = ("text", "ingest", "relate", "actors", "actors/data")
_FILES = ("model.py", "library/packing.py", "library/records.py", "library/step.py", "library/texts.py")


@cache
def recipe() -> str:
    """A digest of the code, and of the sizes of its tables; about a millisecond, once a process.

    Empty parts where the code is not in files (it runs from an archive): then the version's number tells alone.
    """
    made_of = blake2b(digest_size=8)
    files = [_PACKAGE / name for name in _FILES]
    for room in _ROOMS:
        folder = _PACKAGE / room
        if folder.is_dir():
            with os.scandir(folder) as entries:
                files += sorted(Path(entry.path) for entry in entries if entry.is_file())
    for file in files:
        if file.suffix == ".py" and file.is_file():
            made_of.update(file.read_bytes())
        elif file.is_file():
            made_of.update(f"{file.name} {file.stat().st_size}".encode())
    return made_of.hexdigest()
