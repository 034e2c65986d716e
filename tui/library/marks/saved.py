"""Saved searches and the history of queries: plain files, a line each, that people may read and write too."""

from __future__ import annotations

from pathlib import Path

from tui.library.entries import LibraryError
from tui.library.marks.plainfile import PlainFile, one_line

SEARCHES = "searches.txt"
HISTORY = "history.txt"
KEPT = 500
_HEADER = "# Your saved searches, one a line: name = query. You may write in this file and share it.\n\n"


class SavedSearches:
    """Searches by name, in the order of the file; other lines of it stay as they are."""

    def __init__(self, path: Path | None) -> None:
        self._file = PlainFile(path)

    def all(self) -> dict[str, str]:
        """The queries by name. Raises LibraryError."""
        return {said[0]: said[1] for line in self._file.text().splitlines() if (said := _said(line))}

    def set(self, name: str, query: str | None) -> None:
        """Keep a query under a name, in the place of an older one; None forgets it. Raises LibraryError."""
        text = self._file.text()
        lines = (text or _HEADER).splitlines()
        line = None if query is None else f"{name} = {one_line(query)}"
        at = [number for number, other in enumerate(lines) if (said := _said(other)) and said[0] == name]
        for number in reversed(at):
            lines[number : number + 1] = [line] if line is not None and number == at[0] else []
        if not at and line is not None:
            lines.append(line)
        self._file.write("\n".join(lines) + "\n")


def search_name(name: str) -> str:
    """A name as the file can hold it. Raises LibraryError where it cannot."""
    clean = one_line(name)
    if not clean or "=" in clean or clean.startswith("#"):
        raise LibraryError(f"“{clean}” cannot be the name of a search: it needs letters, no = and no # in front")
    return clean


class History:
    """The queries that were kept, the newest last, each once."""

    def __init__(self, path: Path | None) -> None:
        self._file = PlainFile(path)

    def all(self) -> list[str]:
        """The queries, the newest first. Raises LibraryError."""
        return [line for line in reversed(self._file.text().splitlines()) if line]

    def remember(self, query: str) -> None:
        """Put a query at the head of the history. Raises LibraryError."""
        line = one_line(query)
        if line:
            older = [other for other in self._file.text().splitlines() if other and other != line]
            self._file.write("\n".join([*older[1 - KEPT :], line]) + "\n")


def _said(line: str) -> tuple[str, str] | None:
    name, equals, query = line.partition("=")
    name = name.strip()
    return (name, query.strip()) if equals and name and not name.startswith("#") else None
