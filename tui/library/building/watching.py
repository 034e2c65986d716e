"""Following a folder: after a look at all of it, what the system says has changed is read, and nothing else."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tui.library.building.build import alone, build, faults_told, passes_after_reading
from tui.library.building.reading import read_changed, read_new
from tui.library.building.step import Prepare
from tui.library.building.store import Store
from tui.library.building.work import Orders, Stopped, Tasks, Work
from tui.library.building.workers import Workers
from tui.library.changes import Failed

_QUIET, _LONGEST = 50, 400  # milliseconds without a change after which changes are looked at, and at the latest
_MANY = 1000  # changes at once from which the whole folder is looked at: the system may have left some out
_POLL = 0.2

MISSING = "following a folder needs the package watchfiles: pip install 'wireside[watch]'"


def follow(path: Path, roots: Sequence[str], orders: Orders) -> None:
    """Build the library at `path`, and keep it up to what happens under the roots until it is told to stop.

    What is told ends with Done or Failed each time that the library is up to date; it ends, with Failed, where the
    system follows no (more) folders. New files come before the relations
    and names of older ones: what is under way for those gives way, and is taken up again.
    """
    changed: queue.SimpleQueue[set[str] | OSError] = queue.SimpleQueue()
    ended = threading.Event()
    try:
        from watchfiles import watch  # noqa: PLC0415  only who follows a folder needs it
    except ImportError:
        orders.tell(Failed(MISSING))
        return

    def listen() -> None:
        there = [root for root in roots if Path(root).exists()]
        try:
            for changes in watch(
                *there, watch_filter=None, debounce=_LONGEST, step=_QUIET, stop_event=ended, raise_interrupt=False
            ):
                changed.put({os.path.normpath(Path(path).absolute()) for _, path in changes})
        except OSError as error:
            changed.put(error)

    threading.Thread(target=listen, name="watching", daemon=True).start()
    build(
        path,
        roots,
        orders.tell,
        word=orders.word,
        stop=orders.stop,
        workers=orders.workers,
        names=orders.names,
        first=orders.first,
    )
    with Workers(1) as pool:
        for _ in pool.run(Tasks([Prepare()]).take):
            pass
        while not orders.stop():
            try:
                news = [changed.get(timeout=_POLL)]
            except queue.Empty:
                continue
            while not changed.empty():
                news.append(changed.get())
            paths: set[str] = set()
            for told in news:
                if isinstance(told, OSError):
                    orders.tell(Failed(f"the folder cannot be followed: {told.strerror or told}"))
                    return
                paths |= told
            # What is under way for relations and names gives way to the next change.
            giving_way = replace(orders, stop=lambda: orders.stop() or not changed.empty())
            with faults_told(path, orders.tell), alone(path, orders.tell, orders.stop), closing(Store(path)) as store:
                _read(Work(store, pool, orders), roots, sorted(paths))
                try:
                    passes_after_reading(Work(store, pool, giving_way))
                except Stopped:
                    if orders.stop():
                        raise
    ended.set()


def _read(work: Work, roots: Sequence[str], paths: Sequence[str]) -> None:
    """Read what changed; where folders did, or very much, all is looked at."""
    if len(paths) >= _MANY or any(Path(path).is_dir() for path in paths):
        read_new(work, roots)
    else:
        read_changed(work, roots, paths)
