"""The third pass: the names in each story, and who they are over all stories."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tui.actors.models.chosen import ModelError, chosen, stamp
from tui.library.building.cast_draft import Draft, is_under_way, said
from tui.library.building.progress import Progress
from tui.library.building.step import SHIPPED, Finder, NameStory, StoryNamed
from tui.library.building.store import Store, Stored
from tui.library.building.store_order import set_summary, unnamed
from tui.library.building.work import Tasks, Work
from tui.library.building.workers import Lost
from tui.library.changes import Pass, Stage
from tui.library.entries import LibraryError
from tui.model import ActorEdit, ActorKind

if TYPE_CHECKING:
    from tui.library.building.store_people import Waiting

LABELS = "labels.db"  # beside the libraries: what pipelines said of paragraphs
_WRITING = 1  # how often a story is gone through once it is known who is who
# Where more than this share of the stories is new, all are taken in anew: that is quicker than one by one.
_MOSTLY_NEW = 0.5


def name_first(work: Work) -> None:
    """Find who is in the stories that the reader looks at, where nothing is known of any, before all else is done.

    Where much is known already, telling a few apart takes longer than copies should wait.
    """
    numbers = work.first()
    if not numbers or _held(work.store):
        return
    from tui.library.building.store_people import Waiting  # noqa: PLC0415

    waiting = Waiting(work.store, _finder(work.store.path))
    _name(work, waiting, Tasks(waiting.among(numbers)), lambda _count: None)
    _cast_first(work)


def find_names(work: Work) -> None:
    """Find names and quotations in the stories that have not been gone through, or not with what finds them now.

    What another pipeline found stays until its stories are gone through and cast anew. The stories that the reader
    looks at meanwhile come first, and who is in them is told at once. Raises LibraryError where the pipeline that the
    user named cannot be had.
    """
    finder = _finder(work.store.path)
    if not unnamed(work.store, finder.stamp):
        return
    from tui.library.building.store_people import Waiting  # noqa: PLC0415

    waiting = Waiting(work.store, finder)
    _name(work, waiting, Tasks(waiting), Progress(Pass.NAMING, len(waiting), work.tell).step)


def _name(work: Work, waiting: Waiting, tasks: Tasks, step: Callable[[int], None]) -> None:
    from tui.library.building.store_people import store_lost, store_names  # noqa: PLC0415

    store = work.store
    tasks.add(waiting.among(work.first()))
    for results in work.in_turns(tasks):
        with work.writing():
            store_names(store, [result for result in results if isinstance(result, StoryNamed)])
            for result in results:
                if isinstance(result, Lost) and isinstance(result.task, NameStory):
                    store_lost(store, result.task, result.reason)
            store.count_change("naming")
            set_summary(store)
        step(len(results))
        tasks.add(waiting.among(work.first()))
        _cast_first(work)


def _cast_first(work: Work) -> None:
    """Tell who is in the stories that the reader looks at, once all of them have been gone through."""
    numbers = work.first()
    if not numbers or is_under_way(work.store):
        return
    from tui.library.building.store_people import uncounted  # noqa: PLC0415

    store = work.store
    heard = uncounted(store, numbers)
    if heard:
        # Where others were told apart by an earlier word of the reader's, that word holds until all are told anew.
        edits = _edits_before(store) if _held(store) else work.word.edits
        _cast(work, (heard, [], []), (edits, edits), lambda _count: work.go_on())


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
    if is_under_way(store):
        _cast_anew(work)
    heard, gone = _changed(store)
    edits, before = work.word.edits, _edits_before(store)
    redated = _redated(store)
    if not heard and not gone and edits == before and not redated:
        return
    work.go_on()
    (held,) = store.connection.execute("SELECT count(*) FROM tallies").fetchone()
    if not held or len(heard) > _MOSTLY_NEW * (held + len(heard)):
        _cast_anew(work)
    else:
        with _progress(work, len(heard)) as heed:
            _cast(work, (heard, gone, redated), (before, edits), heed)


def _cast_anew(work: Work) -> None:
    """Tell all stories apart from the start, or go on where that was ended the last time."""
    from tui.library.building.store_people import cast_anew  # noqa: PLC0415  nothing to cast, nothing to load

    store, edits = work.store, work.word.edits
    draft = Draft(store, edits)

    @contextmanager
    def writing() -> Iterator[None]:
        with work.writing():
            yield
            _note(store, edits)

    with _progress(work, len(draft.stories)) as heed:
        changed = cast_anew(store, draft, edits, heed, writing, ids=work.word.ids)
    work.say(Stored(changed=changed))


def _cast(
    work: Work,
    stories: tuple[Sequence[int], Sequence[int], Sequence[int]],
    edits: tuple[Sequence[ActorEdit], Sequence[ActorEdit]],
    heed: Callable[[int], None],
) -> None:
    """Tell who is who in one writing: stories heard, gone and of another date; the reader's word before and now."""
    from tui.library.building.store_people import cast  # noqa: PLC0415

    with work.writing():
        changed = cast(work.store, stories, edits, heed, work.word.ids)
        _note(work.store, edits[1])
    work.say(Stored(changed=changed))


def _note(store: Store, edits: Sequence[ActorEdit]) -> None:
    store.set_meta("edits", said(edits))
    store.count_change("cast")


@contextmanager
def _progress(work: Work, total: int) -> Iterator[Callable[[int], None]]:
    """What is told how many stories were gone through while they are told apart."""
    from tui.actors.telling.corpus import PASSES  # noqa: PLC0415

    yield _Heed(Progress(Pass.CASTING, total, work.tell), total, PASSES + _WRITING, work.go_on)
    work.tell(Stage(Pass.CASTING, total, total))


def _held(store: Store) -> bool:
    """Whether any story is counted for who is in it."""
    return store.connection.execute("SELECT 1 FROM tallies LIMIT 1").fetchone() is not None


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
