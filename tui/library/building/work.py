"""One build under way: its store, its workers, whom it tells, and the turns that working and writing take."""

from __future__ import annotations

import hashlib
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

from tui.ingest.naming import Names
from tui.library.asking.listing import summary
from tui.library.building.step import Result, Task
from tui.library.building.store import Store, Stored
from tui.library.building.store_order import set_summary, update_order
from tui.library.building.workers import Lost, Workers
from tui.library.changes import Added, Change, Changed, Done, Gone
from tui.library.word import Word

_FIRST_BATCH, _BATCH = 8, 64  # tasks in one message to a worker: few at first, so that the list fills at once
_BATCH_BYTES = 1 << 20
_LEAST_PAUSE, _MOST_PAUSE = 0.4, 5.0  # seconds between two writings, and
_SHARE = 8  # at most one part in so many of the time goes into writing the order of time
_GROWS = 10  # seconds of a build by which the pause grows by one: large writings make the index in fewer strokes


class Stopped(Exception):
    """The build was told to stop."""


@dataclass(frozen=True, slots=True)
class Orders:
    """What a build was asked for. `names` are the columns that the reader named for fields of records.

    `first` gives the numbers of the stories that the reader looks at now: their names are found before others'.
    """

    tell: Callable[[Change], None]
    stop: Callable[[], bool]
    word: Word
    workers: int | None
    names: Names = ()
    first: Callable[[], Sequence[int]] = tuple


class Work:
    """One build of one library, by the one who holds its lock."""

    def __init__(self, store: Store, workers: Workers, orders: Orders) -> None:
        self.store = store
        self.tell = orders.tell
        self.word = orders.word
        self.names = orders.names
        self.first = orders.first
        self._workers = workers
        self._stop = orders.stop
        self._overhead = 0.0  # seconds that the order of time took to write

    def in_turns(self, tasks: Tasks) -> Iterator[list[Result | Lost]]:
        """The results of the tasks, as many at a time as come between two writings.

        Tasks may be added while it goes on.
        """
        waiting: list[Result | Lost] = []
        self._overhead = 0.0
        started = due = time.monotonic()  # the first at once
        while tasks or waiting:
            for results in self._workers.run(tasks.take):
                waiting += results
                self.go_on()
                if (now := time.monotonic()) >= due:
                    yield waiting
                    waiting = []
                    pause = min(max(_LEAST_PAUSE, (now - started) / _GROWS), _MOST_PAUSE)
                    due = time.monotonic() + max(pause, self._overhead * _SHARE)
            if waiting:
                yield waiting
                waiting = []

    def expect_tasks(self) -> None:
        """There will be documents to read: let a worker load what it needs meanwhile."""
        self._workers.warm()

    def update_order(self, stored: Stored) -> None:
        """Bring the order of time up to date, and note how long it took."""
        started = time.monotonic()
        update_order(self.store, stored)
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


class Tasks:
    """Tasks that wait, given out by the message: few at first, never many bytes in one."""

    def __init__(self, tasks: Iterable[Task]) -> None:
        self._first: deque[Task] = deque()
        self._rest = iter(tasks)
        self._ahead: deque[Task] = deque()
        self._size = _FIRST_BATCH

    def __bool__(self) -> bool:
        if not self._first and not self._ahead:
            self._ahead.extend(islice(self._rest, 1))
        return bool(self._first or self._ahead)

    def add(self, tasks: Iterable[Task]) -> None:
        """Let these come after those that were added before, and before the rest."""
        self._first.extend(tasks)

    def take(self) -> list[Task]:
        """The next tasks, none when there are none now."""
        batch: list[Task] = []
        weight = 0
        while len(batch) < self._size and weight < _BATCH_BYTES and self:
            task = (self._first or self._ahead).popleft()
            batch.append(task)
            weight += task.weight
        self._size = min(self._size * 2, _BATCH)
        return batch


def digest(value: object) -> str:
    """A short digest of plain data and dataclasses, the same in every process."""
    return hashlib.blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
