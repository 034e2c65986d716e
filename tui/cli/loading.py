"""A library that is filled before anything is printed from it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from shutil import get_terminal_size

from tui.cli.arguments import Arguments
from tui.cli.complaints import Complaint, complain
from tui.cli.roots import Roots
from tui.library.building.build import build
from tui.library.changes import Change, Failed, Rebuilt, Stage
from tui.library.library import Library, open_library
from tui.views.plain import problem_words
from tui.views.progress import said

_MOST_PROBLEMS = 20


@contextmanager
def loaded(arguments: Arguments, roots: Roots) -> Iterator[Library]:
    """The library of these files and folders, up to date. What could not be read is said on standard error.

    Raises Complaint where there is not one story.
    """
    with open_library(roots.paths, cache=arguments.cache, marks=arguments.marks, names=arguments.names) as library:
        telling = _Telling()
        if library.rebuilt:
            complain(library.rebuilt)
        if edits := library.marks.actors_problem:
            complain(edits)
        word = library.word()
        try:
            build(library.path, library.roots, telling, word=word, names=library.names)
        except KeyboardInterrupt:
            telling.clear()
            complain(_stopped(library, arguments))
            raise
        telling.clear()
        if telling.failed:
            raise Complaint(telling.failed)
        library.renew()
        if not (arguments.command == "list" and arguments.problems):
            _say_problems(library, roots)
            if not library.summary().stories:
                raise Complaint(_nothing(library, roots))
        yield library


def _stopped(library: Library, arguments: Arguments) -> str:
    """What is left of a build that the user ended."""
    if not arguments.cache:
        return "stopped"
    return f"stopped; what was read is kept ({library.summary().stories:,} stories), the next time goes on from there"


class _Telling:
    """Hears a build; on a terminal, one line on standard error says how far it is, and goes when it is done."""

    def __init__(self) -> None:
        self.failed = ""
        self._shown = sys.stderr.isatty()
        self._last = ""

    def __call__(self, change: Change) -> None:
        if isinstance(change, Failed):
            self.failed = change.reason
        elif isinstance(change, Rebuilt):
            self.clear()
            complain(change.reason)
        elif isinstance(change, Stage) and self._shown:
            self._show(f"{said(change)} …"[: get_terminal_size().columns - 1])

    def clear(self) -> None:
        """Take the line away."""
        if self._last:
            self._show("")

    def _show(self, words: str) -> None:
        sys.stderr.write(f"\r{words:<{len(self._last)}}" + ("" if words else "\r"))
        sys.stderr.flush()
        self._last = words


def _say_problems(library: Library, roots: Roots) -> None:
    found = library.problems()
    for problem in found[:_MOST_PROBLEMS]:
        complain(problem_words(replace(problem, path=roots.said(problem.path))))
    if len(found) > _MOST_PROBLEMS:
        complain(f"{len(found) - _MOST_PROBLEMS:,} more could not be read: `wireside list --problems` has them all")


def _nothing(library: Library, roots: Roots) -> str:
    """Where no story was found, and what was looked for; nothing where each path has been complained of itself."""
    from tui.ingest.discover import LOOKED_FOR  # noqa: PLC0415  only where nothing was found

    told = {problem.path for problem in library.problems()}
    if all(os.path.normpath(Path(path).absolute()) in told for path in roots.paths):
        return ""
    where = ", ".join(map(roots.said, roots.paths))
    return f"no story in {where}; looked for {', '.join(LOOKED_FOR)}"
