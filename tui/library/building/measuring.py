"""Between reading and relating: what each story is compared by, taken of those that came or changed.

It is done apart from reading, so that a pile can be listed and searched sooner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.library.building.progress import Progress
from tui.library.building.step import MeasureStory, StoryMeasured, measure_story
from tui.library.building.store import Store
from tui.library.building.work import Tasks, Work
from tui.library.building.workers import Lost
from tui.library.changes import Pass
from tui.library.file.filenames import kept, original

_WAITING = (
    "SELECT u.number FROM unrelated u JOIN records r ON r.number = u.number"
    " LEFT JOIN features f ON f.number = u.number WHERE f.number IS NULL ORDER BY u.number"
)


def measure_all(work: Work) -> None:
    """Measure the stories that wait to be related and have not been measured."""
    numbers = [row[0] for row in work.store.connection.execute(_WAITING)]
    if not numbers:
        return
    progress = Progress(Pass.MEASURING, len(numbers), work.tell)
    for results in work.in_turns(Tasks(_tasks(work.store, numbers))):
        with work.writing():
            _keep(work.store, [result for result in results if isinstance(result, StoryMeasured)])
            for result in results:
                if isinstance(result, Lost) and isinstance(result.task, MeasureStory):
                    _keep_lost(work.store, result.task, result.reason)
        progress.step(len(results))


def _tasks(store: Store, numbers: Sequence[int]) -> Iterator[MeasureStory]:
    """What workers are to measure; each record is fetched when it is asked for."""
    for number in numbers:
        path, record = store.connection.execute(
            "SELECT f.path, r.record FROM records r JOIN stories s ON s.number = r.number"
            " JOIN documents d ON d.number = s.document JOIN files f ON f.number = d.file WHERE r.number = ?",
            (number,),
        ).fetchone()
        yield MeasureStory(number, original(path), record)


def _keep(store: Store, measured: Sequence[StoryMeasured]) -> None:
    store.connection.executemany(
        "INSERT INTO features VALUES (?, ?, ?)", [(story.number, story.said, story.features) for story in measured]
    )


def _keep_lost(store: Store, task: MeasureStory, reason: str) -> None:
    """A story that no worker survived is like no other, and says so."""
    _keep(store, [measure_story(task, blank=True)])
    store.connection.execute(
        "INSERT INTO problems (file, path, member, line, reason) SELECT d.file, ?, d.member, 0, ? FROM stories s"
        " JOIN documents d ON d.number = s.document WHERE s.number = ?",
        (kept(task.path), f"it was not compared with others: {reason}", task.number),
    )
