"""What a pipeline said of paragraphs, kept by their digests, so that no paragraph is put to the same one twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import cache
from hashlib import blake2b
from pathlib import Path

from tui.actors.finding.paragraphs import Reading
from tui.actors.models.pipeline import Entity, entities
from tui.actors.models.reading import reading
from tui.library.file.packing import pack, unpack

_BUSY = 30.0  # seconds to wait for another worker's writing
_AT_ONCE = 500  # below the fewest variables that SQLite takes
_TABLE = (
    "CREATE TABLE IF NOT EXISTS labels (stamp TEXT, digest BLOB, entities BLOB NOT NULL, PRIMARY KEY (stamp, digest))"
    " WITHOUT ROWID"
)


def reader(model: str, stamp: str, kept: str, texts: Iterable[str]) -> Callable[[str, bool], Reading]:
    """How these texts are read by a pipeline. `kept` is the file of what it said before, which is added to.

    Raises ModelError where the pipeline cannot be loaded.
    """
    found = _entities(model, stamp, Path(kept), sorted(set(texts)))
    return lambda text, title: reading(text, found[text], title)


def _entities(model: str, stamp: str, kept: Path, texts: list[str]) -> dict[str, tuple[Entity, ...]]:
    digests = {text: blake2b(text.encode(), digest_size=16).digest() for text in texts}
    found: dict[str, tuple[Entity, ...]] = {}
    with closing(_open(kept)) as connection:
        known: dict[bytes, bytes] = {}
        for at in range(0, len(texts), _AT_ONCE):
            some = [digests[text] for text in texts[at : at + _AT_ONCE]]
            marks = ",".join("?" * len(some))
            query = f"SELECT digest, entities FROM labels WHERE stamp = ? AND digest IN ({marks})"
            known.update(connection.execute(query, (stamp, *some)))
        for text in texts:
            if digests[text] in known:
                found[text] = unpack(known[digests[text]])
        new = [text for text in texts if text not in found]
        if new:
            found.update(zip(new, entities(model, new), strict=True))
            connection.executemany(
                "INSERT OR REPLACE INTO labels VALUES (?, ?, ?)",
                [(stamp, digests[text], pack(found[text])) for text in new],
            )
            connection.commit()
    return found


def _open(path: Path) -> sqlite3.Connection:
    """The file, made where there is none, and anew where it is damaged: it is a cache."""
    _make(path)
    connection = sqlite3.connect(path, timeout=_BUSY)
    connection.execute("PRAGMA synchronous = OFF")
    return connection


@cache
def _make(path: Path) -> None:
    try:
        _create(path)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        path.unlink()
        _create(path)


def _create(path: Path) -> None:
    with closing(sqlite3.connect(path, timeout=_BUSY)) as connection, connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(_TABLE)
