"""The first pass: what is new or changed under the roots is read and stored, what is gone is forgotten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.ingest.discover import discover, discover_among
from tui.library.building.pieces import Pieces
from tui.library.building.progress import Progress
from tui.library.building.step import FileCut, FileRead, FileSame, PieceRead, ReadFile, ReadPiece, Result
from tui.library.building.store import Known, Stored
from tui.library.building.store_order import settle_ids
from tui.library.building.work import Tasks, Work
from tui.library.building.workers import Lost
from tui.library.changes import Pass
from tui.model import Found, Problem


def read_new(work: Work, roots: Sequence[str]) -> None:
    """Bring files, documents and stories up to what stands under the roots."""
    store = work.store
    known = store.known()
    if not known:
        work.expect_tasks()
    found, problems = _look(work, roots)
    tasks, gone = _differences(work, known, found)
    if not tasks and not gone and store.problems_of_looking() == problems and not store.meta("unfinished"):
        return
    with work.writing():
        store.set_problems(problems)
    _take_in(work, tasks, gone)


def read_changed(work: Work, roots: Sequence[str], paths: Sequence[str]) -> None:
    """Bring up to date what stands at these paths under the roots, and look at nothing else."""
    store = work.store
    found = {file.path: file for file in discover_among(paths, roots)}
    known = store.known([*paths])
    tasks, gone = _differences(work, known, found)
    if tasks or gone:
        _take_in(work, tasks, gone)


def _differences(
    work: Work, known: Mapping[str, Known], found: Mapping[str, Found]
) -> tuple[list[ReadFile], list[str]]:
    """What is to be read because it is new or has changed, and the paths of what is gone."""
    tasks = []
    for path, file in found.items():
        held = known.get(path)
        if held is None or (held.size, held.mtime_ns) != (file.size, file.mtime_ns):
            tasks.append(ReadFile(file, "" if held is None else held.digest, work.names))
    return tasks, [path for path in known if path not in found]


def _take_in(work: Work, tasks: Sequence[ReadFile], gone: Sequence[str]) -> None:
    """Read and store these files, and forget those that are gone."""
    store = work.store
    store.orphan(gone)
    read_files(work, tasks)
    stored = Stored()
    with work.writing():
        stored += store.forget(gone)
        stored.changed += settle_ids(store)
        store.count_change("texts", bool(stored))
        work.update_order(stored)
    work.say(stored)


def read_files(work: Work, files: Sequence[ReadFile]) -> None:
    """Read these files and store what they hold."""
    store = work.store
    tasks = Tasks(files)
    pieces = Pieces(store)
    progress = Progress(Pass.READING, len(files), work.tell, weight=sum(task.weight for task in files))
    for results in work.in_turns(tasks):
        stored = Stored()
        before = pieces.ended
        with work.writing():
            for result in results:
                if isinstance(result, FileCut):
                    more, done = pieces.begin(result)
                elif isinstance(result, PieceRead) or (isinstance(result, Lost) and isinstance(result.task, ReadPiece)):
                    more, done = pieces.came(result)
                else:
                    more, done = [], _keep(work, result)
                tasks.add(more)
                stored += done
            store.count_change("texts", bool(stored))
            work.update_order(stored)
        ended, weight = (sum(counts) for counts in zip(*map(_done, results), strict=True))
        stories = len(stored.added) + len(stored.changed)
        progress.step(ended + pieces.ended - before, weight=weight, stories=stories)
        work.say(stored)


def _done(result: Result | Lost) -> tuple[int, int]:
    """How many files, and how many bytes, are done with a result; files in pieces are counted elsewhere."""
    if isinstance(result, PieceRead):
        return 0, result.task.weight
    if isinstance(result, FileSame) or (isinstance(result, FileRead) and not result.more):
        return 1, result.found.size
    if isinstance(result, Lost) and isinstance(result.task, ReadFile):
        return 1, result.task.weight
    return 0, 0


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
