"""The pool of workers: as many processes as there is work for, one batch in flight each, a deadline, a memory limit.

A worker that dies is replaced and its batch given out again one task at a time, so that it costs one document only
(an executor of the standard library would lose all that was in flight).
"""

from __future__ import annotations

import os
import queue
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol

from tui.library.building.frames import close, last_words, receive, send, spawn
from tui.library.building.worker import READY, Batch, Setting, Some
from tui.library.entries import LibraryError

MEMORY = 2 << 30  # bytes of address space for one worker
_SECONDS = 30.0  # for a batch, and
_SECONDS_PER_MEGABYTE = 20.0
_WORKER = "tui.library.building.worker"


class Task(Protocol):
    """What a worker can be given: picklable, and of a weight in bytes that its deadline grows with."""

    @property
    def weight(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Lost:
    """A task that no worker survived, and why in a few words."""

    task: Task
    reason: str


class _Worker:
    """One process. Its answers go to `answers`, as (itself, results), or (itself, None) when it is gone.

    Results come as a list when a batch is done, as Some before.
    """

    def __init__(self, answers: queue.SimpleQueue[tuple[_Worker, list[Any] | Some | None]], setting: Setting) -> None:
        self.batch: tuple[Task, ...] = ()
        self.until = self.seconds = 0.0
        self.late = False
        self.ready = False
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  closed with the worker
        self._process = spawn(_WORKER, self._errors)
        self._answers = answers
        threading.Thread(target=self._listen, name="worker", daemon=True).start()
        self._send(setting)

    def give(self, batch: Sequence[Task], seconds: float) -> None:
        """Hand it a batch, to be done in `seconds`."""
        self.batch = tuple(batch)
        self.seconds = seconds
        self.until = time.monotonic() + seconds
        self._send(Batch(self.batch, seconds))

    def goes_on(self, finished: int) -> None:
        """It has finished so many tasks more, is at work on the next, and may take as long again."""
        self.batch = self.batch[finished:]
        self.until = time.monotonic() + self.seconds

    def kill(self) -> None:
        """End it now; `answers` hears of it."""
        self._process.kill()

    def close(self) -> str:
        """See it out and say why it ended, in a few words."""
        self._process.kill()
        status = self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                close(stream)
        last = last_words(self._errors)
        self._errors.close()
        if self.late:
            return "reading it took too long"
        if last.startswith("MemoryError"):
            return "reading it takes too much memory"
        return last or f"its process ended with status {status}"

    def _send(self, message: object) -> None:
        assert self._process.stdin is not None
        try:
            send(self._process.stdin, message)
        except OSError:
            return  # it is dead, and the thread that listens says so

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while True:
            try:
                results = receive(self._process.stdout)
            except (EOFError, OSError, ValueError):
                self._answers.put((self, None))
                return
            if results == READY:
                self.ready = True
            else:
                self._answers.put((self, results))


class Workers:
    """At most `size` worker processes (as many as there are cores), started when there is a batch for them.

    `module` is where `perform(task)` stands, which gives the results of a task. Each has `memory` bytes, and `seconds`
    and more for a batch, or from one part of its results to the next.
    """

    def __init__(
        self,
        size: int | None = None,
        *,
        module: str = "tui.library.building.step",
        memory: int = MEMORY,
        seconds: float = _SECONDS,
    ) -> None:
        self._size = size or _cores()
        self._setting = Setting(module, memory)
        self._seconds = seconds
        self._answers: queue.SimpleQueue[tuple[_Worker, list[Any] | Some | None]] = queue.SimpleQueue()
        self._idle: list[_Worker] = []
        self._busy: list[_Worker] = []

    def run(self, take: Callable[[], Sequence[Task]]) -> Iterator[list[Any | Lost]]:
        """The results of tasks, as many at a time as come, until there are no more.

        `take` gives the next batch, and is asked when a worker is free for one; an empty one says that there is none
        now. Raises LibraryError where workers die before they are given anything.
        """
        again: deque[Sequence[Task]] = deque()
        while True:
            while len(self._busy) < self._size:
                batch = again.popleft() if again else take()
                if not batch:
                    break
                worker = self._idle.pop() if self._idle else _Worker(self._answers, self._setting)
                self._busy.append(worker)
                worker.give(batch, self._allowance(batch))
            if not self._busy:
                return
            worker, results = self._next_answer()
            if worker in self._idle:  # it died without being asked for anything; it is not missed
                self._idle.remove(worker)
                worker.close()
                continue
            if isinstance(results, Some):
                worker.goes_on(results.finished)
                yield [*results.results]
                continue
            self._busy.remove(worker)
            if results is not None:
                self._idle.append(worker)
                yield [*results]
                continue
            reason = worker.close()
            if not worker.ready and not worker.late:
                raise LibraryError(f"the process that reads documents cannot start: {reason}")
            if len(worker.batch) == 1:
                yield [Lost(worker.batch[0], reason)]
            else:
                again.extend((task,) for task in worker.batch)

    def warm(self) -> None:
        """Start one before there is anything to do, so that the first batch need not wait for it."""
        if not self._idle and not self._busy:
            self._idle.append(_Worker(self._answers, self._setting))

    def close(self) -> None:
        """End all of them, whatever they are doing."""
        for worker in (*self._idle, *self._busy):
            worker.close()
        self._idle.clear()
        self._busy.clear()

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _allowance(self, batch: Sequence[Task]) -> float:
        return self._seconds + _SECONDS_PER_MEGABYTE * sum(task.weight for task in batch) / 1_000_000

    def _next_answer(self) -> tuple[_Worker, list[Any] | Some | None]:
        """The next answer; a worker whose time is up is killed, which is an answer too."""
        while True:
            left = min(worker.until for worker in self._busy) - time.monotonic()
            try:
                return self._answers.get(timeout=max(0.0, left) + 0.01)
            except queue.Empty:
                now = time.monotonic()
                for worker in self._busy:
                    if worker.until < now and not worker.late:
                        worker.late = True
                        worker.until = now + _SECONDS
                        worker.kill()


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
