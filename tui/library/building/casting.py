"""The third pass: the names in each story, and who they are over all stories."""

from __future__ import annotations

from pathlib import Path

from tui.actors.models.chosen import ModelError, chosen, stamp
from tui.library.building.progress import Progress
from tui.library.building.step import SHIPPED, Finder, NameStory, StoryNamed
from tui.library.building.store import Stored
from tui.library.building.store_order import dates_of, set_summary, unnamed
from tui.library.building.work import Tasks, Work, digest
from tui.library.building.workers import Lost
from tui.library.changes import Pass, Stage
from tui.library.entries import LibraryError

LABELS = "labels.db"  # beside the libraries: what pipelines said of paragraphs


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
    """Tell who is who over all stories, where names, dates or the reader's edits have changed."""
    store = work.store
    dates = dates_of(store)
    basis = f"{store.meta('naming') or 0}/{digest(work.word.edits)}/{digest(sorted(dates.items()))}"
    if store.meta("cast") == basis:
        return
    from tui.actors.cast import PASSES, cast  # noqa: PLC0415
    from tui.library.building.store_people import names_of, store_cast  # noqa: PLC0415

    work.go_on()
    progress = Progress(Pass.CASTING, len(dates), work.tell)
    made = cast(names_of(store), dates, work.word.edits, progress.each(PASSES, work.go_on))
    with work.writing():
        changed = store_cast(store, made)
        store.set_meta("cast", basis)
    work.tell(Stage(Pass.CASTING, len(dates), len(dates)))
    work.say(Stored(changed=changed))
