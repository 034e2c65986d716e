"""How far a pass is, told a few times a second."""

from __future__ import annotations

import time
from collections.abc import Callable

from tui.library.changes import Change, Pass, Stage

_EVERY = 0.25  # seconds


class Progress:
    """Counts what is done of `total` (0: not known); the first and the last step are always told."""

    def __init__(self, name: Pass, total: int, tell: Callable[[Change], None]) -> None:
        self._name = name
        self._total = total
        self._tell = tell
        self._done = 0
        self._started = time.monotonic()
        self._told = self._started
        tell(Stage(name, 0, total))

    def step(self, count: int) -> None:
        """So many more are done."""
        self._done += count
        now = time.monotonic()
        if now - self._told < _EVERY and self._done != self._total:
            return
        self._told = now
        rate = self._done / max(now - self._started, 1e-6)
        left = (self._total - self._done) / rate if self._total and rate else None
        self._tell(Stage(self._name, self._done, self._total, rate, left))

    def each(self, passes: int, check: Callable[[], None]) -> Callable[[], None]:
        """What to call once for every pass over one thing; one more is done after so many `passes`.

        `check` may raise, to end the work.
        """
        calls = 0

        def passed() -> None:
            nonlocal calls
            calls += 1
            if calls % passes == 0:
                self.step(1)
                check()

        return passed
