"""How far the building of a library is, as its reader is told."""

from __future__ import annotations

from itertools import count

import pytest

from tui.library.building import progress
from tui.library.changes import Change, Pass, Stage


def test_no_time_is_guessed_before_a_hundredth_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = count()
    monkeypatch.setattr(progress.time, "monotonic", lambda: float(next(clock)))
    told: list[Change] = []
    reading = progress.Progress(Pass.READING, 4, told.append, weight=1_000)
    for weight in (1, 8, 91, 900):
        reading.step(1, weight=weight)
    stages = [each for each in told if isinstance(each, Stage)]
    assert [(each.done, each.left) for each in stages] == [(0, None), (1, None), (2, None), (3, 27.0), (4, 0.0)]
