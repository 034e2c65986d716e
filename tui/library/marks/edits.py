"""The reader's word on actors, in a file that people can read, write and share: actors.toml.

A change of ours adds or takes away one entry and leaves every other line, comments too, as it is. Entries count in
the order of the file.
"""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from tui import model
from tui.library.entries import LibraryError
from tui.library.marks.plainfile import PlainFile, one_line

if TYPE_CHECKING:
    from tui.model import ActorEdit

FILE = "actors.toml"
HEADER = """\
# Your word on the people, organisations and places in your stories. Wireside reads this file again when it changes,
# and adds to it when you merge, split, rename, retype or hide an actor. You may write in it and share it.
#
#   [[edit]]
#   merge = ["Jane Doe", "J. Doe"]        # one actor, called by the first name
#   split = ["Doe Ltd", "Jane Doe"]       # not the same
#   rename = ["Doe Ltd", "Doe Limited"]   # the first is called the second
#   organisation = "Doe Ltd"              # what it is; also: person, place
#   hide = "Read More"                    # no actor at all
"""
_ENTRY = re.compile(r"^[ \t]*\[\[[ \t]*edit[ \t]*\]\]", re.MULTILINE)
_COMMENT_ABOVE = re.compile(r"(?:^[ \t]*#.*\n)+\Z", re.MULTILINE)


class EditsError(LibraryError):
    """The file of actor edits is not what it should be; says where and why."""


class Edits:
    """The actor edits in force. `problem` says why the file is not used as it stands, "" where it is."""

    def __init__(self, path: Path | None) -> None:
        self._file = PlainFile(path)
        self._read = ""
        self._edits: tuple[ActorEdit, ...] = ()
        self.problem = ""

    def current(self) -> tuple[ActorEdit, ...]:
        """The edits in the order of the file, read again when it has changed.

        While the file is wrong, those that it held before stay in force, and `problem` says what is wrong.
        """
        try:
            text = self._file.text()
            if text != self._read:
                self._edits = read_edits(text)
                self._read = text
            self.problem = ""
        except LibraryError as error:
            self.problem = str(error)
        return self._edits

    def add(self, edit: ActorEdit, at: int | None = None) -> None:
        """Add an entry, at the end or before the entry numbered `at`. Raises EditsError while the file is wrong."""
        text, spans = self._entries()
        entry = _entry(edit)
        if at is None or at >= len(spans):
            before, after = (text or HEADER), ""
            entry = ("\n" if before.endswith("\n") else "\n\n") + entry
        else:
            before, after = text[: spans[at][0]], text[spans[at][0] :]
            entry += "\n"
        self._write(before + entry + after, [*self._edits[:at], edit, *(self._edits[at:] if at is not None else ())])

    def remove(self, edit: ActorEdit) -> int | None:
        """Take away the last entry that says this; its number, None where there is none. Raises EditsError."""
        text, spans = self._entries()
        at = next((n for n in range(len(self._edits) - 1, -1, -1) if self._edits[n] == edit), None)
        if at is None:
            return None
        start, end = spans[at]
        left = text[:start] + text[end:]
        self._write(
            left.rstrip("\n") + "\n" if at == len(spans) - 1 else left, [*self._edits[:at], *self._edits[at + 1 :]]
        )
        return at

    def _entries(self) -> tuple[str, list[tuple[int, int]]]:
        """The text, and where each entry stands in it with the comment right above it."""
        edits = self.current()
        if self.problem:
            raise EditsError(f"{self.problem}; put it right first")
        text = self._file.text()
        starts = [match.start() for match in _ENTRY.finditer(text)]
        if len(starts) != len(edits):
            raise EditsError(f"{self._file.name} is written in a way that only you can change")
        for number, start in enumerate(starts):
            comment = _COMMENT_ABOVE.search(text, 0, start)
            if comment and (number or comment.start() > 0):
                starts[number] = comment.start()
        return text, list(pairwise([*starts, len(text)]))

    def _write(self, text: str, expected: list[ActorEdit]) -> None:
        if list(read_edits(text)) != expected:
            raise EditsError(f"{self._file.name} is written in a way that only you can change")
        self._file.write(text)
        self._read, self._edits = text, tuple(expected)


def read_edits(text: str) -> tuple[ActorEdit, ...]:
    """The edits that a text in the form of actors.toml says. Raises EditsError with the line or the entry."""
    if not text.strip():
        return ()
    import tomllib  # noqa: PLC0415  most readers have no edits, and start without it

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise EditsError(f"{FILE} cannot be read: {error}") from error
    entries = data.pop("edit", [])
    if data or not isinstance(entries, list):
        raise EditsError(f"{FILE}: only [[edit]] entries can stand in it, not “{next(iter(data), 'edit')}”")
    return tuple(_edit(number, entry) for number, entry in enumerate(entries, 1))


def described(edit: ActorEdit) -> str:
    """What an edit does, in words: “merged A and B”."""
    names = [f"“{name}”" for name in edit.names]
    match edit.op:
        case "merge":
            return f"merged {', '.join(names[1:])} into {names[0]}"
        case "split":
            return f"told {names[0]} and {names[1]} apart"
        case "rename":
            return f"renamed {names[0]} to {names[1]}"
        case "hide":
            return f"hid {names[0]}, which is no actor"
    return f"made {names[0]} a{'n' if edit.kind is model.ActorKind.ORGANISATION else ''} {edit.kind}"


def contradiction(edits: tuple[ActorEdit, ...], edit: ActorEdit) -> str:
    """A warning where an edit goes against an earlier one (merged what was told apart, or the reverse), else ""."""
    same = _Same()
    for earlier in (*edits, edit):
        if earlier.op == "merge":
            same.join(earlier.names)
    if edit.op == "merge":
        for earlier in edits:
            if earlier.op == "split" and same.are(*earlier.names) and same.are(edit.names[0], earlier.names[0]):
                return f"You once told “{earlier.names[0]}” and “{earlier.names[1]}” apart."
    elif edit.op == "split" and same.are(*edit.names):
        return f"You once merged “{edit.names[0]}” and “{edit.names[1]}”."
    return ""


class _Same:
    """Which names merges have made one."""

    def __init__(self) -> None:
        from tui.text.fold import fold  # noqa: PLC0415  most readers have no edits, and start without it

        self._fold = fold
        self._group: dict[str, frozenset[str]] = {}

    def join(self, names: tuple[str, ...]) -> None:
        joined = frozenset().union(*(self._of(name) for name in names))
        self._group.update(dict.fromkeys(joined, joined))

    def are(self, one: str, other: str) -> bool:
        return self._fold(other) in self._of(one)

    def _of(self, name: str) -> frozenset[str]:
        folded = self._fold(name)
        return self._group.get(folded, frozenset((folded,)))


def checked(edit: ActorEdit) -> ActorEdit:
    """The edit with its names on one line each. Raises EditsError where it says nothing that can be done."""
    clean = model.ActorEdit(edit.op, tuple(dict.fromkeys(map(one_line, edit.names))), edit.kind)
    count = len(clean.names)
    right = {"merge": count >= 2, "split": count == 2, "rename": count == 2, "hide": count == 1}
    right["kind"] = count == 1 and clean.kind is not None
    if not all(clean.names) or not right.get(clean.op, False):
        raise EditsError(
            f"“{edit.op}” cannot be done with {', '.join(f'“{name}”' for name in edit.names) or 'no name'}"
        )
    return clean


def _edit(number: int, entry: object) -> ActorEdit:
    if not isinstance(entry, dict) or len(entry) != 1:
        raise EditsError(f"{FILE}: entry {number} must say one thing")
    (said, names), *_ = entry.items()
    if isinstance(names, str):
        names = [names]
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise EditsError(f"{FILE}: entry {number}: “{said}” takes names in quotes")
    kind = next((kind for kind in model.ActorKind if kind.value == said), None)
    try:
        return checked(model.ActorEdit("kind" if kind else said, tuple(names), kind))
    except EditsError as error:
        raise EditsError(f"{FILE}: entry {number}: {error}") from None


def _entry(edit: ActorEdit) -> str:
    names = [json.dumps(name, ensure_ascii=False) for name in edit.names]
    said = edit.kind.value if edit.kind else edit.op
    return f"[[edit]]\n{said} = {names[0] if len(names) == 1 else '[' + ', '.join(names) + ']'}\n"
