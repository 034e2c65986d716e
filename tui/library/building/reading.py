"""The first pass: what is new or changed under the roots is read and stored, what is gone is forgotten."""

from __future__ import annotations

from collections.abc import Sequence

from tui.ingest.discover import discover
from tui.library.building.progress import Progress
from tui.library.building.step import FileRead, FileSame, ReadFile, Result
from tui.library.building.store import Stored
from tui.library.building.store_order import settle_ids
from tui.library.building.work import Work
from tui.library.building.workers import Lost
from tui.library.changes import Pass
from tui.model import Found, Problem


def read_new(work: Work, roots: Sequence[str]) -> None:
    """Bring files, documents and stories up to what stands under the roots."""
    store = work.store
    found, problems = _look(work, roots)
    known = store.known()
    tasks: list[ReadFile] = []
    for path, file in found.items():
        held = known.get(path)
        if held is None or (held.size, held.mtime_ns) != (file.size, file.mtime_ns):
            tasks.append(ReadFile(file, "" if held is None else held.digest))
    gone = [path for path in known if path not in found]
    if not tasks and not gone and store.problems_of_looking() == problems and not store.meta("unfinished"):
        return
    with work.writing():
        store.set_problems(problems)
    store.orphan(gone)
    progress = Progress(Pass.READING, len(tasks), work.tell)
    for results in work.in_turns(tasks):
        stored = Stored()
        with work.writing():
            for result in results:
                stored += _keep(work, result)
            store.count_change("texts", bool(stored))
            work.set_order()
        progress.step(sum(not (isinstance(result, FileRead) and result.more) for result in results))
        work.say(stored)
    stored = Stored()
    with work.writing():
        stored += store.forget(gone)
        stored.changed += settle_ids(store)
        store.count_change("texts", bool(stored))
        work.set_order()
    work.say(stored)


def _look(work: Work, roots: Sequence[str]) -> tuple[dict[str, Found], list[Problem]]:
    """The files under the roots, by path, and what cannot be opened."""
    found: dict[str, Found] = {}
    problems: list[Problem] = []
    progress = Progress(Pass.LOOKING, 0, work.tell)
    for thing in discover(roots):
        if isinstance(thing, Problem):
            problems.append(thing)
        else:
            found[thing.path] = thing
        progress.step(1)
        work.go_on()
    return found, problems


def _keep(work: Work, result: Result | Lost) -> Stored:
    if isinstance(result, FileRead):
        return work.store.store(result)
    if isinstance(result, Lost) and isinstance(result.task, ReadFile):
        found = result.task.found
        part = work.store.parts(found.path) + 1  # what came before it was lost is kept
        return work.store.store(FileRead(found, "", (), (Problem(found.path, result.reason),), part))
    assert isinstance(result, FileSame)
    work.store.touch(result.found)
    return Stored()
