"""Long files on their way into the library: which of their pieces are to be read, and which have come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.ingest.errors import ReadError
from tui.library.building.step import FileCut, PieceRead, ReadPiece, StoryRow
from tui.library.building.store import Store, Stored
from tui.library.building.workers import Lost
from tui.model import Problem


@dataclass(slots=True)
class _Whole:
    """A piece as it was cut first: where it begins, its parts that have still to come, and what has come of it."""

    start: int
    waiting: int = 1
    stories: list[StoryRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class Pieces:
    """The pieces of the files of one build. A piece is stored whole; one that no worker survives is cut further."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._whole: dict[ReadPiece, _Whole] = {}
        self.ended = 0
        """How many files have come to their end."""

    def begin(self, file: FileCut) -> tuple[list[ReadPiece], Stored]:
        """A file was cut: the tasks that are left of it, and what changed where none is."""
        left, stored = self._store.begin(file)
        tasks = [ReadPiece(file.found, file.cut.document, file.cut.american, piece, file.cut.names) for piece in left]
        self._whole.update((task, _Whole(task.piece.start)) for task in tasks)
        self.ended += not tasks
        return tasks, stored

    def came(self, result: PieceRead | Lost) -> tuple[list[ReadPiece], Stored]:
        """A piece was read, or a worker died of it: further tasks, and what changed."""
        if isinstance(result, PieceRead):
            return [], self._keep(result.task, result.stories, result.problems)
        task = result.task
        assert isinstance(task, ReadPiece)
        from tui.ingest.records.pieces import halves  # noqa: PLC0415  workers seldom die

        try:
            parts = halves(task.found, task.piece)
        except ReadError as error:
            return [], self._keep(task, (), [Problem(task.found.path, error.reason, "", task.piece.line)])
        if not parts:
            return [], self._keep(task, (), [Problem(task.found.path, result.reason, "", task.piece.line)])
        whole = self._whole.pop(task)
        whole.waiting += len(parts) - 1
        tasks = [ReadPiece(task.found, task.document, task.american, part, task.names) for part in parts]
        self._whole.update((half, whole) for half in tasks)
        return tasks, Stored()

    def _keep(self, task: ReadPiece, stories: Iterable[StoryRow], problems: Iterable[Problem]) -> Stored:
        whole = self._whole.pop(task)
        whole.stories += stories
        whole.problems += problems
        whole.waiting -= 1
        if whole.waiting:
            return Stored()
        stored = self._store.store_piece(task.found, task.document, whole.start, whole.stories, whole.problems)
        self.ended += not self._store.waits_for(task.found.path)
        return stored
