"""What could not be read: each file with the reason, and what was looked for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.app.asking.pick import Title
from tui.app.paint.cells import fit, flat
from tui.app.paint.lines import LineView, Piece
from tui.app.paint.phrases import count
from tui.app.paint.wrapping import Cut, wrap
from tui.model import Problem

_INDENT = "  "


class ProblemLines(LineView):
    """Where each problem is, and why in as many lines as that takes."""

    def __init__(self, problems: Sequence[Problem], roots: Sequence[str]) -> None:
        super().__init__()
        self.problems = tuple(problems)
        self._roots = tuple(os.path.join(os.path.realpath(root), "") for root in roots)  # noqa: PTH118
        self._lines: list[tuple[int, Cut | None]] = []  # the number of the problem; of its reason the run, or its place

    def room_changed(self) -> None:
        here = self._lines[self.cursor][0] if self.cursor < len(self._lines) else 0
        self._lines = []
        for number, problem in enumerate(self.problems):
            runs = wrap(flat(problem.reason), self.room - len(_INDENT))
            self._lines += [(number, None), *((number, run) for run in runs)]
        self.set_length(
            len(self._lines), cursor=next(at for at, (number, _) in enumerate(self._lines) if number == here)
        )

    def rests(self, line: int) -> bool:
        return 0 <= line < len(self._lines) and self._lines[line][1] is None

    def paint(self, line: int) -> list[Piece]:
        number, run = self._lines[line]
        problem = self.problems[number]
        if run is not None:
            return [(_INDENT + flat(problem.reason)[run.start : run.end], "dim")]
        place = self._short(problem.path)
        if problem.member:
            place += f" ({problem.member})"
        if problem.line:
            place += f", line {problem.line}"
        return [(fit(place, self.room), "")]

    def _short(self, path: str) -> str:
        for root in self._roots:
            if path.startswith(root):
                return path.removeprefix(root)
        return path


class Problems(ModalScreen[None]):
    """The list of what could not be read."""

    CSS_PATH = "../asking/pick.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,P,h,left", "leave", "leave", show=False)]

    def __init__(self, problems: Sequence[Problem], roots: Sequence[str]) -> None:
        super().__init__()
        self._problems = tuple(problems)
        self._roots = tuple(roots)

    def compose(self) -> ComposeResult:
        with Vertical():
            files = len({problem.path for problem in self._problems})
            yield Title(f"{count(len(self._problems), 'problem')} in {count(files, 'file')}")
            yield ProblemLines(self._problems, self._roots)

    def on_mount(self) -> None:
        self.query_one(ProblemLines).focus()

    def action_leave(self) -> None:
        self.dismiss(None)
