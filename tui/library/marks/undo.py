"""One stack of what the reader did, over all kinds of marks, to be undone and done again without limit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

NOTHING_TO_UNDO = "Nothing to undo."
NOTHING_TO_REDO = "Nothing to do again."


@dataclass(frozen=True, slots=True)
class Changed:
    """What has changed: kinds of marks (read, star, note, tag, highlight, verdict, actors, search), and stories.

    `keys` is empty where no story, or any story, may be concerned.
    """

    kinds: frozenset[str]
    keys: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Command:
    """Something that was done: what it is called, how it is done again and taken back, and what it changes.

    `forward` and `back` return whether all of it could be done: another program may have changed the same since.
    """

    words: str
    forward: Callable[[], bool]
    back: Callable[[], bool]
    changes: Changed


class Undo:
    """The commands of a session; not thread-safe, its owner locks."""

    def __init__(self) -> None:
        self._done: list[Command] = []
        self._undone: list[Command] = []

    def did(self, command: Command) -> None:
        """Put a command on the stack that has just been done; what was undone can no longer be done again."""
        self._done.append(command)
        self._undone.clear()

    def undo(self) -> tuple[str, Changed | None]:
        """Take the last command back; returns what was undone, in words, and what has changed by it."""
        if not self._done:
            return NOTHING_TO_UNDO, None
        command = self._done[-1]
        whole = command.back()
        self._undone.append(self._done.pop())
        return f"Undone: {command.words}{_but(whole)}.", command.changes

    def redo(self) -> tuple[str, Changed | None]:
        """Do again what was undone last; returns what it was, in words, and what has changed by it."""
        if not self._undone:
            return NOTHING_TO_REDO, None
        command = self._undone[-1]
        whole = command.forward()
        self._done.append(self._undone.pop())
        return f"Done again: {command.words}{_but(whole)}.", command.changes


def _but(whole: bool) -> str:
    return "" if whole else ", except what was changed elsewhere since"
