"""A build in a process of its own, for the screen, which does no text work itself: changes come over a pipe."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO

from tui.library.building.frames import last_words, own_streams, receive, send, spawn
from tui.library.changes import Change, Done, Failed
from tui.library.word import Word

if TYPE_CHECKING:
    from tui.ingest.naming import Names
    from tui.library.library import Library

_GRACE = 0.5  # seconds to end in; a writing that was under way is undone and made again the next time
_LAST = 5.0  # seconds that a process has to end in when its last word is said


@dataclass(frozen=True, slots=True)
class Job:
    """What the process is to do.

    `again` only lets the reader's word act on what the library holds; `watch` goes on, and follows what changes.
    """

    path: Path
    roots: tuple[str, ...]
    word: Word
    again: bool
    names: Names = ()
    watch: bool = False


@dataclass(frozen=True, slots=True)
class First:
    """Told to the process while it works: these are the stories that the reader looks at."""

    numbers: tuple[int, ...]


class Builder:
    """Builds one library, one build at a time."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._process: subprocess.Popen[bytes] | None = None
        self._stopping = threading.Event()
        self._speaking = threading.Lock()
        self._begun = False
        self._first = First(())

    def start(self, tell: Callable[[Change], None], *, watch: bool = False) -> None:
        """Look for new and changed files. `tell` is called from another thread, last with Done or Failed.

        With `watch` it goes on until it is stopped, and every change is followed by another Done or Failed. Raises
        OSError where no process can be started.
        """
        self._start(tell, again=False, watch=watch)

    def start_again(self, tell: Callable[[Change], None]) -> None:
        """Let the reader's changed verdicts and actor edits act, reading no document; else as `start`."""
        self._start(tell, again=True)

    def look_first(self, numbers: Sequence[int]) -> None:
        """Let names be found first in these stories, which the reader looks at."""
        first = First(tuple(numbers))
        with self._speaking:
            if first != self._first:
                self._first = first
                self._tell_first()

    @property
    def running(self) -> bool:
        """Whether its process is alive."""
        return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """End the build where it is; what it has stored stays. Nothing happens when none is running."""
        process, self._process = self._process, None
        if process is None:
            return
        self._stopping.set()
        assert process.stdin is not None
        _close(process.stdin)  # the process takes this for the sign to end
        try:
            process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _start(self, tell: Callable[[Change], None], *, again: bool, watch: bool = False) -> None:
        self.stop()
        job = Job(
            self._library.path,
            self._library.roots,
            self._library.word(),
            again,
            self._library.names,
            watch,
        )
        errors = tempfile.TemporaryFile()  # noqa: SIM115  closed by the thread that listens
        self._begun = False
        self._process = spawn("tui.library.building.builder", errors)
        self._stopping = threading.Event()
        listening = (self._process, errors, tell, self._stopping, watch)
        threading.Thread(target=_listen, args=listening, name="builder", daemon=True).start()
        assert self._process.stdin is not None
        try:
            send(self._process.stdin, job)
        except OSError:
            return  # it is dead, and the thread that listens says so
        with self._speaking:
            self._begun = True
            self._tell_first()

    def _tell_first(self) -> None:
        process = self._process
        if process is None or process.stdin is None or not self._begun:
            return
        try:
            send(process.stdin, self._first)
        except (OSError, ValueError):
            return  # it has ended, and its pipe is closed


def _listen(
    process: subprocess.Popen[bytes],
    errors: IO[bytes],
    tell: Callable[[Change], None],
    stopping: threading.Event,
    watch: bool,
) -> None:
    """Hand on what the process tells, and say why where it ends unasked and without a last word."""
    assert process.stdout is not None
    ended = False
    change: Change | None = None
    while not ended:
        try:
            change = receive(process.stdout)
        except (EOFError, OSError):
            break
        ended = isinstance(change, Done | Failed) and not watch
        tell(change)
    if process.stdin is not None:
        _close(process.stdin)
    try:
        status = process.wait(_LAST)
    except subprocess.TimeoutExpired:
        process.kill()
        status = process.wait()
    ended = ended or (isinstance(change, Failed) and not status)
    if not ended and not stopping.is_set():
        tell(Failed(f"the build broke off: {last_words(errors) or f'its process ended with status {status}'}"))
    errors.close()
    _close(process.stdout)


def _close(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:
        return  # a pipe that breaks while it is flushed is closed all the same


def main() -> None:
    """The process itself: do the job that comes first, tell its changes, and end with whoever asked for it."""
    incoming, outgoing = own_streams()
    job: Job = receive(incoming)
    parent = _Parent(incoming)
    threading.Thread(target=parent.listen, name="parent", daemon=True).start()
    stop = parent.stopped.is_set

    from tui.library.building.build import build, relate_again  # noqa: PLC0415  the screen's process does without

    def tell(change: Change) -> None:
        send(outgoing, change)

    if job.watch:
        from tui.library.building.watching import follow  # noqa: PLC0415
        from tui.library.building.work import Orders  # noqa: PLC0415

        follow(job.path, job.roots, Orders(tell, stop, job.word, None, job.names, parent.first))
    elif job.again:
        relate_again(job.path, tell, word=job.word, stop=stop)
    else:
        build(job.path, job.roots, tell, word=job.word, stop=stop, names=job.names, first=parent.first)


class _Parent:
    """What the program that asked for the build says while it works."""

    def __init__(self, incoming: BinaryIO) -> None:
        self.stopped = threading.Event()
        self._incoming = incoming
        self._first = First(())

    def first(self) -> tuple[int, ...]:
        """The stories that the reader looks at."""
        return self._first.numbers

    def listen(self) -> None:
        """Take in what is said until the pipe is closed; then let the build stop, and end it where it does not."""
        while True:
            try:
                self._first = receive(self._incoming)
            except (EOFError, OSError):
                break
        self.stopped.set()
        threading.Event().wait(_GRACE / 2)
        os._exit(0)
