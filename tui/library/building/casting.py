"""The third pass: the names in each story, and who they are over all stories."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tui.actors.models.chosen import ModelError, chosen, stamp
from tui.library.building.progress import Progress
from tui.library.building.step import SHIPPED, Finder, NameStory, StoryNamed
from tui.library.building.store import Store, Stored
from tui.library.building.store_order import set_summary, unnamed
from tui.library.building.work import Tasks, Work
from tui.library.building.workers import Lost
from tui.library.changes import Pass, Stage
from tui.library.entries import LibraryError
from tui.model import ActorEdit, ActorKind

LABELS = "labels.db"  # beside the libraries: what pipelines said of paragraphs
_WRITING = 1  # how often a story is gone through once it is known who is who
# Where more than this share of the stories is new, all are taken in anew: that is quicker than one by one.
_MOSTLY_NEW = 0.5


def find_names(work: Work) -> None:
    """Find names and quotations in the stories that have not been gone through, or not with what finds them now.

    What another pipeline found stays until its stories are gone through and cast anew. Raises LibraryError where the
    pipeline that the user named cannot be had.
    """
    store = work.store
    finder = _finder(store.path)
    total = unnamed(store, finder.stamp)
    if not total:
        return
    from tui.library.building.store_people import store_lost, store_names, to_name  # noqa: PLC0415

    progress = Progress(Pass.NAMING, total, work.tell)
    for results in work.in_turns(Tasks(to_name(store, finder))):
        with work.writing():
            store_names(store, [result for result in results if isinstance(result, StoryNamed)])
            for result in results:
                if isinstance(result, Lost) and isinstance(result.task, NameStory):
                    store_lost(store, result.task, result.reason)
            store.count_change("naming")
            set_summary(store)
        progress.step(len(results))


def _finder(library: Path) -> Finder:
    model = chosen()
    if not model:
        return SHIPPED
    try:
        return Finder(model, stamp(model), str(library.with_name(LABELS)))
    except ModelError as error:
        raise LibraryError(str(error)) from error


def cast_all(work: Work) -> None:
    """Tell who is who, where names, dates or the reader's edits have changed: there, and what hangs on it."""
    store = work.store
    heard, gone = _changed(store)
    edits, before = work.word.edits, _edits_before(store)
    redated = _redated(store)
    if not heard and not gone and edits == before and not redated:
        return
    from tui.actors.telling.corpus import PASSES  # noqa: PLC0415  nothing to cast, nothing to load
    from tui.library.building.store_people import cast  # noqa: PLC0415

    work.go_on()
    (held,) = store.connection.execute("SELECT count(*) FROM tallies").fetchone()
    fresh = not held or len(heard) > _MOSTLY_NEW * (held + len(heard))
    if fresh:
        heard = [row[0] for row in store.connection.execute("SELECT number FROM names WHERE names <> x''")]
    total = len(heard)
    heed = _Heed(Progress(Pass.CASTING, total, work.tell), total, PASSES + _WRITING, work.go_on)
    with work.writing():
        changed = cast(store, (heard, gone, redated), (before, edits), heed, fresh=fresh, ids=work.word.ids)
        store.set_meta("edits", json.dumps([(edit.op, edit.names, edit.kind) for edit in edits]))
        store.count_change("cast")
    work.tell(Stage(Pass.CASTING, total, total))
    work.say(Stored(changed=changed))


class _Heed:
    """Told how many stories were gone through: passes on how far it is, and lets the work be stopped."""

    def __init__(self, progress: Progress, total: int, passes: int, check: Callable[[], None]) -> None:
        self._progress = progress
        self._total = total
        self._passes = passes
        self._check = check
        self._calls = 0
        self._done = 0

    def __call__(self, count: int) -> None:
        self._calls += count
        done = min(self._calls // self._passes, self._total)
        if done > self._done:
            self._progress.step(done - self._done)
            self._done = done
        self._check()


def _changed(store: Store) -> tuple[list[int], list[int]]:
    """The stories whose names are new, and those that are counted and have none any more."""
    heard = store.connection.execute("SELECT number FROM names WHERE counted = 0 AND names <> x''").fetchall()
    gone = store.connection.execute(
        "SELECT t.story FROM tallies t LEFT JOIN names n ON n.number = t.story WHERE n.number IS NULL OR n.names = x''"
    ).fetchall()
    return [row[0] for row in heard], [row[0] for row in gone]


def _redated(store: Store) -> list[int]:
    """The stories that are of another month than when they were counted."""
    rows = store.connection.execute(
        "SELECT t.story FROM tallies t JOIN stories s ON s.number = t.story WHERE t.month IS NOT s.month"
    )
    return [row[0] for row in rows]


def _edits_before(store: Store) -> tuple[ActorEdit, ...]:
    """The reader's word as it was when actors were told apart last."""
    held = store.meta("edits")
    if not isinstance(held, str):
        return ()
    return tuple(ActorEdit(op, tuple(names), kind and ActorKind(kind)) for op, names, kind in json.loads(held))
