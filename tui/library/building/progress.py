"""How far a pass is, told a few times a second."""

from __future__ import annotations

import time
from collections.abc import Callable

from tui.library.changes import Change, Pass, Stage

_EVERY = 0.25  # seconds
_LEAST_PART = 0.01  # of the whole, below which the time left is anybody's guess


class Progress:
    """Counts what is done of `total` (0: not known); the first and the last step are always told.

    Where things differ in size, `weight` is that of all of them, and the time left goes by it. Where stories come of
    them, the rate is that of stories.
    """

    def __init__(self, name: Pass, total: int, tell: Callable[[Change], None], *, weight: int = 0) -> None:
        self._name = name
        self._total = total
        self._weight = weight
        self._tell = tell
        self._done = self._carried = self._stories = 0
        self._started = time.monotonic()
        self._told = self._started
        tell(Stage(name, 0, total))

    def step(self, count: int, *, weight: int = 0, stories: int = 0) -> None:
        """So many more are done."""
        self._done += count
        self._carried += weight
        self._stories += stories
        now = time.monotonic()
        if now - self._told < _EVERY and self._done != self._total:
            return
        self._told = now
        passed = max(now - self._started, 1e-6)
        part = self._carried / self._weight if self._weight else self._done / self._total if self._total else 0.0
        left = passed * (1 - part) / part if part >= _LEAST_PART else None
        rate = (self._stories or self._done) / passed
        self._tell(Stage(self._name, self._done, self._total, rate, left, self._stories))

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
