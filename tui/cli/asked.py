"""Which story is meant: by its id, by the beginning of its id, or by the file that it stands in."""

from __future__ import annotations

from pathlib import Path

from tui.cli.arguments import Arguments
from tui.cli.complaints import Complaint
from tui.library.entries import UnknownStory
from tui.library.library import Library

_BY_NAME = frozenset({"show", "compare"})


def named_files(arguments: Arguments) -> list[str]:
    """The files that a command names in place of ids, to be read where no other path is given."""
    if arguments.command not in _BY_NAME or not all(Path(name).is_file() for name in arguments.asked):
        return []
    return list(dict.fromkeys(arguments.asked))


def meant(library: Library, name: str) -> list[int]:
    """The numbers of the stories meant: one for an id, all of a file in their order. Raises Complaint."""
    path = Path(name)
    if path.is_file():
        found = [entry for entry in library.entries(library.order()) if Path(entry.path) == path.absolute()]
        if not found:
            raise Complaint(f"no story in {name}", 1)
        return [entry.number for entry in sorted(found, key=lambda entry: (entry.member, entry.part))]
    try:
        return [library.number(name)]
    except UnknownStory as error:
        raise Complaint(str(error), 1) from error
