"""From the builder's changes to the screen: taken in from any thread, handed on at most four times a second."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from tui.library.changes import Added, Change, Changed, Done, Failed, Gone, Pass, Rebuilt, Stage

EVERY = 0.25  # seconds

RELATED = (Pass.NAMING, Pass.CASTING)
"""What a build is at when copies, events and dates stand already."""


@dataclass(frozen=True, slots=True)
class News:
    """What happened since the last time: stories that came, went or changed, how far the build is, how it ended."""

    numbers: frozenset[int] = frozenset()
    rebuilt: str = ""
    stage: Stage | None = None
    failed: str = ""
    done: Done | None = None


class Following:
    """Collects changes. `take` may be called from any thread; `gather` empties it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._numbers: set[int] = set()
        self._stage: Stage | None = None
        self._rebuilt = ""
        self._failed = ""
        self._done: Done | None = None
        self._any = False

    def take(self, change: Change) -> None:
        """Take a change in."""
        with self._lock:
            self._any = True
            match change:
                case Added(numbers) | Changed(numbers) | Gone(numbers):
                    self._numbers.update(numbers)
                case Stage():
                    self._stage = change
                case Rebuilt(reason):
                    self._rebuilt = reason
                case Failed(reason):
                    self._failed = reason
                case Done():
                    self._done = change

    def gather(self) -> News | None:
        """All that came since the last time, None when nothing did."""
        with self._lock:
            if not self._any:
                return None
            news = News(frozenset(self._numbers), self._rebuilt, self._stage, self._failed, self._done)
            self._any = False
            self._numbers = set()
            self._stage, self._rebuilt, self._failed, self._done = None, "", "", None
        return news
