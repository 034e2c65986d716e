"""The process that takes documents apart: a batch of tasks in, their results out, until its parent is gone.

It imports neither the screen nor the library's tables. What goes wrong in it, other than what a document is known to
do, ends it: its parent reads the last line of its errors and blames the document that it was given alone.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from dataclasses import dataclass
from importlib import import_module
from typing import Any, BinaryIO

from tui.library.frames import own_streams, receive, send

READY = "ready"  # what a worker says when it has loaded what it needs
_NICE = 5  # the screen comes first
_GRACE = 10.0  # seconds after the parent's own deadline


@dataclass(frozen=True, slots=True)
class Setting:
    """The first message: the module whose `perform(task)` does the work, and the memory in bytes to do it in."""

    module: str
    memory: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Tasks to do in `seconds`."""

    tasks: tuple[Any, ...]
    seconds: float


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
    batches: queue.SimpleQueue[Batch] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(incoming, batches), name="parent", daemon=True).start()
    perform = import_module(setting.module).perform
    send(outgoing, READY)
    while True:
        batch = batches.get()
        _alarm(batch.seconds + _GRACE)
        results = [perform(task) for task in batch.tasks]
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
