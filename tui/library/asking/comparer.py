"""Comparing two stories: short ones here and now, long ones in a process of their own, so that no screen waits."""

from __future__ import annotations

import queue
import subprocess
import tempfile
import threading
from collections.abc import Callable
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from tui.library.building.frames import close, last_words, own_streams, receive, send, spawn
from tui.library.entries import Interrupted, LibraryError

if TYPE_CHECKING:
    from tui.model import Comparison, MatchKind, Row, Story

LONG = 8_000
"""Words of both bodies together from which a comparison is made apart: less is done before a process has started."""

_LOOK_EVERY = 0.05  # seconds between looks whether the answer is still wanted
_ROWS = 40  # of a comparison in one message: to take in a long one at once would hold the screen up
_APART = ("left", "right", "rows")


def compared(left: Story, right: Story, kind: MatchKind | None, given_up: Callable[[], bool]) -> Comparison:
    """The comparison of two stories, however long they are; for a thread, which waits and works little.

    Raises Interrupted when it is given up, LibraryError when the process breaks off.
    """
    if left.words + right.words < LONG:
        from tui.relate.compare import compare  # noqa: PLC0415  needed for comparisons alone

        return compare(left, right, kind)
    return _apart(left, right, kind, given_up)


def _apart(left: Story, right: Story, kind: MatchKind | None, given_up: Callable[[], bool]) -> Comparison:
    from tui.model import Comparison  # noqa: PLC0415

    with tempfile.TemporaryFile() as errors:
        process = spawn(__name__, errors)
        answers: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        threading.Thread(target=_ask, args=(process, (left, right, kind), answers), name="compare", daemon=True).start()
        try:
            told = _awaited(answers, given_up)
        finally:
            process.kill()
            process.wait()
        if told is None:
            raise LibraryError(f"the two could not be compared: {last_words(errors) or 'its process ended'}")
        return Comparison(left=left, right=right, **told)


def _ask(process: subprocess.Popen[bytes], pair: object, answers: queue.SimpleQueue[dict[str, Any] | None]) -> None:
    """Hand the pair over and wait for what comes of it; None where the process has gone."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        send(process.stdin, pair)
        told: dict[str, Any] = receive(process.stdout)
        rows: list[Row] = []
        while part := receive(process.stdout):
            rows += part
        answers.put({**told, "rows": tuple(rows)})
    except (EOFError, OSError):
        answers.put(None)
    for stream in (process.stdin, process.stdout):
        close(stream)


def _awaited(answers: queue.SimpleQueue[dict[str, Any] | None], given_up: Callable[[], bool]) -> dict[str, Any] | None:
    while not given_up():
        try:
            return answers.get(timeout=_LOOK_EVERY)
        except queue.Empty:
            continue
    raise Interrupted


def main() -> None:
    """The process itself: compare the pair that comes, tell all but the stories, which the asker has."""
    from tui.relate.compare import compare  # noqa: PLC0415

    incoming, outgoing = own_streams()
    made = compare(*receive(incoming))
    send(outgoing, {field.name: getattr(made, field.name) for field in fields(made) if field.name not in _APART})
    for start in range(0, len(made.rows), _ROWS):
        send(outgoing, made.rows[start : start + _ROWS])
    send(outgoing, ())
