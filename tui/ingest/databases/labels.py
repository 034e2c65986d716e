"""The names that databases print before the fields of a story, and what each of them tells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tui.ingest.databases.pieces import Lines, Piece, Tells

_LETTERS = re.compile(r"[\W\d_]+")
_LABELLED = re.compile(r"([^\W\d_][^:\n]{1,38}?)\s*:(?:\s+|$)(.*)")


@dataclass(frozen=True, slots=True)
class Label:
    """A line's label as written, what it tells, and the text behind it."""

    name: str
    tells: Tells
    text: str


class Labels:
    """The labels of one kind of export, compared by their letters alone: `Load-Date` and `LOAD DATE` are one."""

    def __init__(self, names: Mapping[Tells, str], alone: Mapping[Tells, str] | None = None) -> None:
        self._names = _by_letters(names)
        self._alone = _by_letters(alone or {})

    def of(self, line: str) -> Label | None:
        """The label that a line begins with, or consists of; None where it has none."""
        match = _LABELLED.match(line) if ":" in line[:42] else None
        if match is not None:
            tells = self._names.get(_letters(match[1]))
            return Label(match[1], tells, match[2].strip()) if tells is not None else None
        tells = self._alone.get(_letters(line)) if len(line) < 40 else None
        return Label(line, tells, "") if tells is not None else None

    def piece(self, lines: Lines, number: int, *, until: int) -> Piece:
        """The field that begins on a line with a label: to the end of what it says, before the line `until`."""
        label = self.of(lines[number])
        assert label is not None
        last = number
        while last + 1 < until and lines.goes_on(last) and self.of(lines[last + 1]) is None:
            last += 1
        rest = lines.joined(number + 1, last)
        return Piece(label.tells, label.name, f"{label.text} {rest}".strip(), number, last)


def _by_letters(names: Mapping[Tells, str]) -> dict[str, Tells]:
    return {_letters(name): tells for tells, several in names.items() for name in several.split(",")}


def _letters(name: str) -> str:
    return _LETTERS.sub("", name.lower())
