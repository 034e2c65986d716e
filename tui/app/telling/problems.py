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
from tui.app.paint.cells import fit
from tui.app.paint.lines import LineView, Piece
from tui.app.paint.phrases import count
from tui.model import Problem


class ProblemLines(LineView):
    """Two lines a problem: where, and why."""

    def __init__(self, problems: Sequence[Problem], roots: Sequence[str]) -> None:
        super().__init__()
        self.problems = tuple(problems)
        self._roots = tuple(os.path.join(os.path.realpath(root), "") for root in roots)  # noqa: PTH118

    def on_mount(self) -> None:
        self.set_length(len(self.problems) * 2)

    def rests(self, line: int) -> bool:
        return 0 <= line < len(self.problems) * 2 and line % 2 == 0

    def paint(self, line: int) -> list[Piece]:
        problem = self.problems[line // 2]
        if line % 2:
            return [(fit(f"  {problem.reason}", self.room), "dim")]
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
            yield Title(f"{count(len(self._problems), 'file')} could not be read")
            yield ProblemLines(self._problems, self._roots)

    def on_mount(self) -> None:
        self.query_one(ProblemLines).focus()

    def action_leave(self) -> None:
        self.dismiss(None)
