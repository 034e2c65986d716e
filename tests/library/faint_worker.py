"""A worker that dies of measuring what tells of a bridge."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

from tui.library.building import step
from tui.library.file.records import load_story


def perform(task: step.Task) -> Iterator[step.Result]:
    if isinstance(task, step.MeasureStory):
        headline = load_story(task.record, "", step.NO_DOCUMENT, 1).headline
        if "bridge" in headline:
            os.kill(os.getpid(), signal.SIGKILL)
    yield from step.perform(task)
