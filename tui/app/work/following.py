"""From the builder's changes to the screen: taken in from any thread, handed on at most four times a second."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from tui.app.paint.glyphs import signs
from tui.library.changes import Added, Change, Changed, Done, Failed, Gone, Pass, Rebuilt, Stage

EVERY = 0.25  # seconds

_DOING = {
    Pass.WAITING: "waiting for another Wireside",
    Pass.LOOKING: "looking for files",
    Pass.READING: "reading",
    Pass.RELATING: "finding copies",
    Pass.NAMING: "finding names",
    Pass.CASTING: "sorting out who is who",
}
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


def said(stage: Stage) -> str:
    """How far a build is: `reading 340 of 2,000 · 120/s · 14 s left`."""
    doing = _DOING[stage.name]
    if stage.total:
        doing += f" {stage.done:,} of {stage.total:,}"
    elif stage.done:
        doing += f" {stage.done:,}"
    parts = [doing]
    if stage.rate >= 1:
        parts.append(f"{stage.rate:,.0f}/s")
    if stage.left is not None and stage.left >= 1:
        parts.append(f"{lasting(stage.left)} left")
    return f" {signs().dot} ".join(parts)


def lasting(seconds: float) -> str:
    """A time as one would say it: `14 s`, `3 min`, `2 h`."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.0f} h"
