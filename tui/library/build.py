"""Filling a library: look at the folder, read what is new, relate, name, cast; quick where nothing changed.

Three passes, as workers and the one writer take turns: documents are read and stored in batches; then all stories are
related; then their names are found, and cast over all stories. Each pass asks the library what is left for it to do,
so a build may be ended at any moment and goes on from there the next time.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tui.ingest.discover import discover
from tui.library.changes import Added, Change, Changed, Done, Failed, Gone, Pass, Rebuilt, Stage
from tui.library.connections import connect, damaged
from tui.library.entries import LibraryDamaged, LibraryError
from tui.library.listing import summary
from tui.library.lock import Lock
from tui.library.opening import make_ready, throw_away
from tui.library.progress import Progress
from tui.library.step import FileRead, FileSame, NameStory, ReadFile, Result, StoryNamed, Task
from tui.library.store import Store, Stored
from tui.library.store_order import dates_of, held_verdicts, set_order, set_summary, settle_ids, unnamed
from tui.library.word import Word
from tui.library.workers import Lost, Workers
from tui.model import Found, Problem

_FIRST_BATCH, _BATCH = 8, 64  # tasks in one message to a worker: few at first, so that the list fills at once
_BATCH_BYTES = 1 << 20
_PAUSE = 0.4  # seconds between two writings, and
_SHARE = 8  # at most one part in so many of the time goes into writing the order of time
_WAIT = 0.1
_BROKEN = (sqlite3.Error, zlib.error, LibraryDamaged)


class _Stopped(Exception):
    """The build was told to stop."""


def build(
    path: Path,
    roots: Sequence[str],
    tell: Callable[[Change], None],
    *,
    word: Word | None = None,
    stop: Callable[[], bool] = lambda: False,
    workers: int | None = None,
) -> None:
    """Bring the library at `path` up to what the files under `roots` hold, telling each change as it is written.

    The last thing told is Done or Failed. A second build at the same time waits for the first. A damaged library is
    made anew, once.
    """
    orders = _Orders(tell, stop, word or Word(), workers)
    with _faults_told(path, tell), _alone(path, tell, stop):
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
    with _faults_told(path, tell), _alone(path, tell, stop), closing(Store(path)) as store, Workers() as pool:
        _Build(store, pool, _Orders(tell, stop, word, None)).again()


@dataclass(frozen=True, slots=True)
class _Orders:
    """What a build was asked for."""

    tell: Callable[[Change], None]
    stop: Callable[[], bool]
    word: Word
    workers: int | None


def _run(path: Path, roots: Sequence[str], orders: _Orders) -> None:
    with closing(Store(path)) as store, Workers(orders.workers) as pool:
        _Build(store, pool, orders).run(roots)


@contextmanager
def _faults_told(path: Path, tell: Callable[[Change], None]) -> Iterator[None]:
    """What stops a build is its last word."""
    try:
        yield
    except _Stopped:
        with closing(connect(path, readonly=True)) as connection:
            tell(Done(summary(connection), stopped=True))
    except LibraryError as error:
        tell(Failed(str(error)))
    except OSError as error:
        tell(Failed(f"the build cannot go on: {error.strerror or error}"))
    except _BROKEN as error:
        tell(Failed(f"the library cannot be written: {error}"))


@contextmanager
def _alone(path: Path, tell: Callable[[Change], None], stop: Callable[[], bool]) -> Iterator[None]:
    """Wait until no other program builds this library, then keep others from it."""
    lock = Lock(path.with_name(path.name + ".lock"))
    if not lock.take():
        tell(Stage(Pass.WAITING))
        while not lock.take():
            if stop():
                raise _Stopped
            time.sleep(_WAIT)
    try:
        yield
    finally:
        lock.release()


class _Build:
    """One build of one library, by the one who holds its lock."""

    def __init__(self, store: Store, workers: Workers, orders: _Orders) -> None:
        self._store = store
        self._workers = workers
        self._tell = orders.tell
        self._stop = orders.stop
        self._word = orders.word
        self._overhead = 0.0  # seconds that the order of time took to write

    def run(self, roots: Sequence[str]) -> None:
        """All passes."""
        self._read(roots)
        self._relate()
        self._name()
        self._cast()
        self._finish()

    def again(self) -> None:
        """The passes that the reader's word acts on."""
        unfinished = self._store.meta("unfinished")
        self._relate()
        self._cast()
        if unfinished:  # a build has still to go through all passes
            self._tell(Done(summary(self._store.connection)))
        else:
            self._finish()

    # ------------------------------------------------------------------------------------------ reading

    def _read(self, roots: Sequence[str]) -> None:
        store = self._store
        found, problems = self._look(roots)
        known = store.known()
        tasks: list[ReadFile] = []
        for path, file in found.items():
            held = known.get(path)
            if held is None or (held.size, held.mtime_ns) != (file.size, file.mtime_ns):
                tasks.append(ReadFile(file, "" if held is None else held.digest))
        gone = [path for path in known if path not in found]
        if not tasks and not gone and store.problems_of_looking() == problems and not store.meta("unfinished"):
            return
        with self._writing():
            store.set_problems(problems)
        store.orphan(gone)
        progress = Progress(Pass.READING, len(tasks), self._tell)
        for results in self._in_turns(tasks):
            stored = Stored()
            with self._writing():
                for result in results:
                    stored += self._keep(result)
                store.count_change("texts", bool(stored))
                self._set_order()
            progress.step(sum(not (isinstance(result, FileRead) and result.more) for result in results))
            self._say(stored)
        stored = Stored()
        with self._writing():
            stored += store.forget(gone)
            stored.changed += settle_ids(store)
            store.count_change("texts", bool(stored))
            self._set_order()
        self._say(stored)

    def _look(self, roots: Sequence[str]) -> tuple[dict[str, Found], list[Problem]]:
        """The files under the roots, by path, and what cannot be opened."""
        found: dict[str, Found] = {}
        problems: list[Problem] = []
        progress = Progress(Pass.LOOKING, 0, self._tell)
        for thing in discover(roots):
            if isinstance(thing, Problem):
                problems.append(thing)
            else:
                found[thing.path] = thing
            progress.step(1)
            self._go_on()
        return found, problems

    def _keep(self, result: Result | Lost) -> Stored:
        if isinstance(result, FileRead):
            return self._store.store(result)
        if isinstance(result, Lost) and isinstance(result.task, ReadFile):
            found = result.task.found
            part = self._store.parts(found.path) + 1  # what came before it was lost is kept
            return self._store.store(FileRead(found, "", (), (Problem(found.path, result.reason),), part))
        assert isinstance(result, FileSame)
        self._store.touch(result.found)
        return Stored()

    # ------------------------------------------------------------------------------------------ relating

    def _relate(self) -> None:
        store = self._store
        verdicts = held_verdicts(store, self._word.verdicts)
        basis = f"{store.meta('texts') or 0}/{_digest(verdicts)}"
        if store.meta("related") == basis:
            return
        from tui.library.store_ties import items, store_relations  # noqa: PLC0415  nothing to relate, nothing to load
        from tui.relate.relate import relate  # noqa: PLC0415

        self._go_on()
        total = summary(store.connection).stories
        self._tell(Stage(Pass.RELATING, 0, total))
        relations = relate(items(store), verdicts)
        with self._writing():
            changed = store_relations(store, relations)
            set_order(store)
            store.set_meta("related", basis)
        self._tell(Stage(Pass.RELATING, total, total))
        self._say(Stored(changed=changed))

    # ------------------------------------------------------------------------------------------ names and actors

    def _name(self) -> None:
        store = self._store
        total = unnamed(store)
        if not total:
            return
        from tui.library.store_people import store_lost, store_names, to_name  # noqa: PLC0415

        progress = Progress(Pass.NAMING, total, self._tell)
        for results in self._in_turns(to_name(store)):
            with self._writing():
                store_names(store, [result for result in results if isinstance(result, StoryNamed)])
                for result in results:
                    if isinstance(result, Lost) and isinstance(result.task, NameStory):
                        store_lost(store, result.task, result.reason)
                store.count_change("naming")
                set_summary(store)
            progress.step(len(results))

    def _cast(self) -> None:
        store = self._store
        dates = dates_of(store)
        basis = f"{store.meta('naming') or 0}/{_digest(self._word.edits)}/{_digest(sorted(dates.items()))}"
        if store.meta("cast") == basis:
            return
        from tui.actors.cast import PASSES, cast  # noqa: PLC0415
        from tui.library.store_people import names_of, store_cast  # noqa: PLC0415

        self._go_on()
        progress = Progress(Pass.CASTING, len(dates), self._tell)
        made = cast(names_of(store), dates, self._word.edits, progress.each(PASSES, self._go_on))
        with self._writing():
            changed = store_cast(store, made)
            store.set_meta("cast", basis)
        self._tell(Stage(Pass.CASTING, len(dates), len(dates)))
        self._say(Stored(changed=changed))

    # ------------------------------------------------------------------------------------------ all of them

    def _in_turns(self, tasks: Iterable[Task]) -> Iterator[list[Result | Lost]]:
        """The results of the tasks, as many at a time as come between two writings."""
        waiting: list[Result | Lost] = []
        self._overhead = 0.0
        due = time.monotonic()  # the first at once
        for results in self._workers.run(_batches(tasks)):
            waiting += results
            self._go_on()
            if time.monotonic() >= due:
                yield waiting
                waiting = []
                due = time.monotonic() + max(_PAUSE, self._overhead * _SHARE)
        if waiting:
            yield waiting

    def _set_order(self) -> None:
        started = time.monotonic()
        set_order(self._store)
        self._overhead = time.monotonic() - started

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._store.writing():
            self._store.set_meta("unfinished", 1)
            yield

    def _finish(self) -> None:
        if self._store.meta("unfinished"):
            with self._store.writing():
                set_summary(self._store)
                self._store.set_meta("unfinished", 0)
        self._tell(Done(summary(self._store.connection)))

    def _say(self, stored: Stored) -> None:
        if stored.gone:
            self._tell(Gone(tuple(stored.gone)))
        if stored.added:
            self._tell(Added(tuple(stored.added)))
        if stored.changed:
            self._tell(Changed(tuple(stored.changed)))

    def _go_on(self) -> None:
        """Raises _Stopped when the build was told to stop."""
        if self._stop():
            raise _Stopped


def _batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """Tasks by the message: few at first, never many bytes in one."""
    size = _FIRST_BATCH
    batch: list[Task] = []
    weight = 0
    for task in tasks:
        batch.append(task)
        weight += task.weight
        if len(batch) >= size or weight >= _BATCH_BYTES:
            yield batch
            batch, weight, size = [], 0, min(size * 2, _BATCH)
    if batch:
        yield batch


def _digest(value: object) -> str:
    """A short digest of plain data and dataclasses, the same in every process."""
    return hashlib.blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
