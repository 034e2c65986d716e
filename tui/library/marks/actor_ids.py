"""Ids of actors that lead to others, kept apart from the library: a library made anew finds the ids again.

An actor's id comes from the name he was first seen under. Once he is better known by another name, only the library
knows that this name leads to the old id; so that is kept here, for each choice of files and folders by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.library.marks.markstore import MarkStore, Row, roots_key

_KIND = "actor id"


class ActorIds:
    """The ids in the table of the marks. Raises MarksError."""

    def __init__(self, store: MarkStore) -> None:
        self._store = store

    def of(self, roots: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """(id, the id that it leads to) for these files and folders."""
        return tuple(self._store.details(_KIND, roots_key(roots)))

    def keep(self, roots: Sequence[str], leads: Mapping[str, str]) -> None:
        """Keep these for the files and folders, and no others."""
        subject = roots_key(roots)
        gone = [id for id, _ in self.of(roots) if id not in leads]
        wanted = [(Row(_KIND, subject, id), to) for id, to in leads.items()]
        changes = self._store.wanted([*wanted, *((Row(_KIND, subject, id), None) for id in gone)])
        if changes:
            self._store.carry_out(changes)
