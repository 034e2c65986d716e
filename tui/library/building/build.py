"""Filling a library: look at the folder, read what is new, relate, name, cast; quick where nothing changed.

Three passes, as workers and the one writer take turns: documents are read and stored in batches; then all stories are
measured and related; then their names are found, and cast over all stories. Each pass asks the library what is left
for it to do, so a build may be ended at any moment and goes on from there the next time.
"""

from __future__ import annotations

import sqlite3
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from tui.actors.models.chosen import chosen
from tui.ingest.naming import Names
from tui.library.asking.listing import summary
from tui.library.building.casting import cast_all, find_names, name_first
from tui.library.building.measuring import measure_all
from tui.library.building.reading import read_new
from tui.library.building.relating import relate_all
from tui.library.building.store import Store
from tui.library.building.work import Orders, Stopped, Work
from tui.library.building.workers import MEMORY, Workers
from tui.library.changes import Change, Done, Failed, Pass, Rebuilt, Stage
from tui.library.entries import LibraryDamaged, LibraryError
from tui.library.file.connections import connect, damaged
from tui.library.file.lock import Lock
from tui.library.file.opening import make_ready, throw_away
from tui.library.word import Word

_WAIT = 0.1
_BROKEN = (sqlite3.Error, zlib.error, LibraryDamaged)


def build(
    path: Path,
    roots: Sequence[str],
    tell: Callable[[Change], None],
    *,
    word: Word | None = None,
    stop: Callable[[], bool] = lambda: False,
    workers: int | None = None,
    names: Names = (),
    first: Callable[[], Sequence[int]] = tuple,
) -> None:
    """Bring the library at `path` up to what the files under `roots` hold, telling each change as it is written.

    `names` are the columns that the reader named for fields of records: a library is built with the same ones always.
    `first` gives the stories that the reader looks at: who is in them is told before the others are gone through.
    The last thing told is Done or Failed. A second build at the same time waits for the first. A damaged library is
    made anew, once.
    """
    orders = Orders(tell, stop, word or Word(), workers, names, first)
    with faults_told(path, tell), alone(path, tell, stop):
        try:
            _run(path, roots, orders)
        except _BROKEN as error:
            if not damaged(error):
                raise
            throw_away(path)
            make_ready(path)
            tell(Rebuilt(f"the library was damaged ({error})"))
            _run(path, roots, orders)


def relate_again(
    path: Path, tell: Callable[[Change], None], *, word: Word, stop: Callable[[], bool] = lambda: False
) -> None:
    """Let the reader's changed word act on what the library holds; no document is read."""
    with faults_told(path, tell), alone(path, tell, stop), closing(Store(path)) as store, Workers() as pool:
        _passes_of_the_word(Work(store, pool, Orders(tell, stop, word, None)))


def _run(path: Path, roots: Sequence[str], orders: Orders) -> None:
    with closing(Store(path)) as store, Workers(orders.workers, memory=_memory()) as pool:
        _all_passes(Work(store, pool, orders), roots)


def _memory() -> int:
    """Bytes that a worker may have: a pipeline of the user's own wants more."""
    return MEMORY * 2 if chosen() else MEMORY


@contextmanager
def faults_told(path: Path, tell: Callable[[Change], None]) -> Iterator[None]:
    """What stops a build is its last word."""
    try:
        yield
    except Stopped:
        with closing(connect(path, readonly=True)) as connection:
            tell(Done(summary(connection), stopped=True))
    except LibraryError as error:
        tell(Failed(str(error)))
    except OSError as error:
        tell(Failed(f"the build cannot go on: {error.strerror or error}"))
    except _BROKEN as error:
        full = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
        why = f"no room is left in {path.parent} (the disk is full)" if full else str(error)
        tell(Failed(f"the library cannot be written: {why}; what was stored before stands"))


@contextmanager
def alone(path: Path, tell: Callable[[Change], None], stop: Callable[[], bool]) -> Iterator[None]:
    """Wait until no other program builds this library, then keep others from it."""
    lock = Lock(path.with_name(path.name + ".lock"))
    if not lock.take():
        tell(Stage(Pass.WAITING))
        while not lock.take():
            if stop():
                raise Stopped
            time.sleep(_WAIT)
    try:
        yield
    finally:
        lock.release()


def _all_passes(work: Work, roots: Sequence[str]) -> None:
    read_new(work, roots)
    passes_after_reading(work)


def passes_after_reading(work: Work) -> None:
    """The passes that follow when documents were read."""
    name_first(work)
    measure_all(work)
    relate_all(work)
    find_names(work)
    cast_all(work)
    work.finish()


def _passes_of_the_word(work: Work) -> None:
    """The passes that the reader's word acts on."""
    unfinished = work.store.meta("unfinished")
    measure_all(work)
    relate_all(work)
    cast_all(work)
    if unfinished:  # a build has still to go through all passes
        work.tell(Done(summary(work.store.connection)))
    else:
        work.finish()
