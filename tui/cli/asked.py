"""Which story is meant: by its id, by the beginning of its id, or by the file that it stands in."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from tui.cli.arguments import STANDARD_INPUT, Arguments
from tui.cli.complaints import Complaint
from tui.library.entries import Entry, UnknownStory
from tui.library.library import Library

_BY_NAME = frozenset({"show", "compare"})


def paths_to_read(arguments: Arguments) -> list[str]:
    """The paths given; where none are, the files that a command names in place of ids. Raises Complaint."""
    if arguments.command not in _BY_NAME:
        return arguments.paths
    for name in arguments.asked:
        if name and Path(name).is_dir():
            raise Complaint(f"{name} is a folder; {arguments.command} takes the id of a story, or a file")
    if arguments.paths:
        paths = arguments.paths
    elif all(name == STANDARD_INPUT or Path(name).is_file() for name in arguments.asked):
        paths = list(dict.fromkeys(arguments.asked))
    else:
        paths = ["."]
    if STANDARD_INPUT in arguments.asked and STANDARD_INPUT not in paths:
        return [*paths, STANDARD_INPUT]
    return paths


def meant(library: Library, name: str) -> list[int]:
    """The numbers of the stories meant: one for an id, all of a file in their order. Raises Complaint."""
    if Path(name).is_file():
        found = _stories_in(library, name)
        if not found:
            raise Complaint(_none_in(library.roots, name), 1)
        return [entry.number for entry in sorted(found, key=lambda entry: (entry.member, entry.part))]
    try:
        return [library.number(name)]
    except UnknownStory as error:
        no_file = " and there is no such file" if not error.candidates and ("." in name or os.sep in name) else ""
        raise Complaint(f"{error}{no_file}", 1) from error


def _stories_in(library: Library, name: str) -> list[Entry]:
    """The stories of a file, however it is written: by way of `..`, or of a link."""
    entries = library.entries(library.order())
    path = os.path.normpath(Path(name).absolute())
    found = [entry for entry in entries if entry.path == path]
    if found:
        return found
    real = os.path.realpath(name)
    same = {path for path in {entry.path for entry in entries} if os.path.realpath(path) == real}
    return [entry for entry in entries if entry.path in same]


def _none_in(roots: Sequence[str], name: str) -> str:
    real = Path(os.path.realpath(name))
    if any(real.is_relative_to(os.path.realpath(root)) for root in roots):
        return f"no story in {name}"
    return f"{name} is not among what was read: {', '.join(roots)}"
