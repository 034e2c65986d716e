"""One build under way: its store, its workers, whom it tells, and the turns that working and writing take."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tui.library.asking.listing import summary
from tui.library.building.step import Result, Task
from tui.library.building.store import Store, Stored
from tui.library.building.store_order import set_order, set_summary
from tui.library.building.workers import Lost, Workers
from tui.library.changes import Added, Change, Changed, Done, Gone
from tui.library.word import Word

_FIRST_BATCH, _BATCH = 8, 64  # tasks in one message to a worker: few at first, so that the list fills at once
_BATCH_BYTES = 1 << 20
_PAUSE = 0.4  # seconds between two writings, and
_SHARE = 8  # at most one part in so many of the time goes into writing the order of time


class Stopped(Exception):
    """The build was told to stop."""


@dataclass(frozen=True, slots=True)
class Orders:
    """What a build was asked for."""

    tell: Callable[[Change], None]
    stop: Callable[[], bool]
    word: Word
    workers: int | None


class Work:
    """One build of one library, by the one who holds its lock."""

    def __init__(self, store: Store, workers: Workers, orders: Orders) -> None:
        self.store = store
        self.tell = orders.tell
        self.word = orders.word
        self._workers = workers
        self._stop = orders.stop
        self._overhead = 0.0  # seconds that the order of time took to write

    def in_turns(self, tasks: Iterable[Task]) -> Iterator[list[Result | Lost]]:
        """The results of the tasks, as many at a time as come between two writings."""
        waiting: list[Result | Lost] = []
        self._overhead = 0.0
        due = time.monotonic()  # the first at once
        for results in self._workers.run(_batches(tasks)):
            waiting += results
            self.go_on()
            if time.monotonic() >= due:
                yield waiting
                waiting = []
                due = time.monotonic() + max(_PAUSE, self._overhead * _SHARE)
        if waiting:
            yield waiting

    def set_order(self) -> None:
        """Write the order of time, and note how long it took."""
        started = time.monotonic()
        set_order(self.store)
        self._overhead = time.monotonic() - started

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction of a build that has not finished."""
        with self.store.writing():
            self.store.set_meta("unfinished", 1)
            yield

    def finish(self) -> None:
        """All passes are done: nothing is left to take up the next time."""
        if self.store.meta("unfinished"):
            with self.store.writing():
                set_summary(self.store)
                self.store.set_meta("unfinished", 0)
        self.tell(Done(summary(self.store.connection)))

    def say(self, stored: Stored) -> None:
        """Tell what one writing did."""
        if stored.gone:
            self.tell(Gone(tuple(stored.gone)))
        if stored.added:
            self.tell(Added(tuple(stored.added)))
        if stored.changed:
            self.tell(Changed(tuple(stored.changed)))

    def go_on(self) -> None:
        """Raises Stopped when the build was told to stop."""
        if self._stop():
            raise Stopped


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


def digest(value: object) -> str:
    """A short digest of plain data and dataclasses, the same in every process."""
    return hashlib.blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
