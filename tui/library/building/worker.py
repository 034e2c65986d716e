"""The process that takes documents apart: a batch of tasks in, their results out, until its parent is gone.

It imports neither the screen nor the library's tables. What goes wrong in it, other than what a document is known to
do, ends it: its parent reads the last line of its errors and blames the document that it was given alone.
"""

from __future__ import annotations

import gc
import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, BinaryIO

from tui.library.building.frames import own_streams, receive, send

READY = "ready"  # what a worker says when it has loaded what it needs
_NICE = 5  # the screen comes first
_GRACE = 10.0  # seconds after the parent's own deadline
_YOUNG = 50_000  # objects that are made between two looks for rings of them: a document gives many, and few rings
_FIRST, _AT_A_TIME = 0.1, 1.0  # seconds after which results are handed over though the batch is not done: soon at first


@dataclass(frozen=True, slots=True)
class Setting:
    """The first message: the module whose `perform(task)` gives a task's results, and the memory in bytes for it."""

    module: str
    memory: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Tasks to do in `seconds`."""

    tasks: tuple[Any, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Some:
    """Results of a batch that is not done yet; so many more of its tasks are `finished`."""

    results: list[Any]
    finished: int


def limit_memory(size: int) -> None:
    """Let this process have `size` bytes of memory and no more, where the system knows how to."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  there is none on Windows

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        try:
            resource.setrlimit(resource.RLIMIT_AS, (size if hard == resource.RLIM_INFINITY else min(size, hard), hard))
        except ValueError:
            return  # macOS has the name of this limit, and refuses every value


def main() -> None:
    """Work until the pipe from the parent ends."""
    incoming, outgoing = own_streams()
    if hasattr(os, "nice"):
        os.nice(_NICE)
    setting: Setting = receive(incoming)
    limit_memory(setting.memory)
    gc.set_threshold(_YOUNG)
    batches: queue.SimpleQueue[Batch] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(incoming, batches), name="parent", daemon=True).start()
    perform = import_module(setting.module).perform
    send(outgoing, READY)
    pace = _FIRST
    while True:
        _work(batches.get(), perform, outgoing, pace)
        pace = _AT_A_TIME


def _work(batch: Batch, perform: Callable[[Any], Iterable[Any]], outgoing: BinaryIO, pace: float) -> None:
    """Send what the tasks of a batch give: the last results as a list, and Some before them where it takes long.

    `pace` are the seconds after which the first of them are sent.
    """
    results: list[Any] = []
    finished = 0
    due = time.monotonic() + pace
    _alarm(batch.seconds + _GRACE)
    for task in batch.tasks:
        for result in perform(task):
            results.append(result)
            if time.monotonic() >= due:
                send(outgoing, Some(results, finished))
                _alarm(batch.seconds + _GRACE)
                results, finished, due = [], 0, time.monotonic() + _AT_A_TIME
        finished += 1
    _alarm(0)
    send(outgoing, results)


def _listen(incoming: BinaryIO, batches: queue.SimpleQueue[Batch]) -> None:
    """Hand on what the parent sends; when it is gone, end the process at once, whatever it is doing."""
    while True:
        try:
            batches.put(receive(incoming))
        except (EOFError, OSError):
            os._exit(0)


def _alarm(seconds: float) -> None:
    """End this process in so many seconds, even from inside a call that never comes back; 0 calls it off."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
