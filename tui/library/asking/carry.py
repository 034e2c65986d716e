"""Carrying a plan out: the text index answers for words, sets of stories for fields; in order of time."""

from __future__ import annotations

import sqlite3

import numpy as np

from tui.library.asking.fieldsets import FieldSets
from tui.library.asking.match import COLUMNS, expression, has_words, is_shallow, is_text, scope_of
from tui.library.asking.pages import Sought
from tui.library.asking.timeline import Mask, Shelfmarks, Timeline, numbers_in
from tui.library.file.schema import TEXT_COLUMNS
from tui.library.marks.marks import Marks
from tui.search.plan import And, In, Node, Not, Or

MATCH = "SELECT rowid AS number FROM texts WHERE texts MATCH ?"  # shelfmarks, not the numbers of stories


class Carried:
    """One plan on its way through one snapshot of a library."""

    def __init__(self, connection: sqlite3.Connection, marks: Marks, timeline: Timeline) -> None:
        """`timeline` is that of the state of the library that the connection sees."""
        self.connection = connection
        self.timeline = timeline
        self.fields = FieldSets(connection, marks, timeline)

    def shelfmarks(self) -> Shelfmarks:
        """The shelfmarks of all stories."""
        return self.timeline.shelfmarks(self.connection)

    def stories(self, node: Node, scope: str = "") -> Mask:
        """The stories that a node means."""
        if is_text(node) and is_shallow(node):
            return self.matching(expression(node, scope))
        match node:
            case Not(part):
                return ~self.stories(part, scope)
            case Or(parts):
                found = self.timeline.nothing()
                for part in parts:
                    found |= self.stories(part, scope)
                return found
            case And(parts):
                return self.all_of(parts, scope)
            case In(where):
                return self.with_any(where)
        return self.fields.stories(node)

    def first(self, node: Node, most: int) -> list[int]:
        """The first of the stories that a node means, in order of time."""
        if is_text(node) and is_shallow(node):
            if isinstance(node, And | Or):
                # To put terms together costs the index more than to go on: one look at all is cheaper than several.
                return self.timeline.those(self.stories(node), most)
            return self.first_of(expression(node), None, most)
        if isinstance(node, And):
            words = _words_of(node.parts)
            if words is not None and any(not _is_for_the_index(part) for part in node.parts):
                others = tuple(part for part in node.parts if not _is_for_the_index(part))
                where = scope_of(node.parts, "")
                among = self.all_of(tuple(part for part in others if not isinstance(part, In)), where)
                return self.first_of(expression(words, where), among, most)
        return self.timeline.those(self.stories(node), most)

    def first_of(self, sought: str, among: Mask | None, most: int) -> list[int]:
        """The first of the stories that the text index finds among these (None: all), in order of time."""
        places = Sought(self.connection, sought, self.shelfmarks(), among).first(most)
        found: list[int] = self.timeline.numbers[places].tolist()
        return found

    def matching(self, sought: str, among: Mask | None = None) -> Mask:
        """The stories that the text index finds; of those that are not among these, it may leave some out."""
        shelfmarks = self.shelfmarks()
        span = "" if among is None else " AND rowid BETWEEN ? AND ?"
        bounds = () if among is None else shelfmarks.span(among)
        marks = numbers_in(self.connection, MATCH + span, (sought, *bounds))
        return self.timeline.at(shelfmarks.places(marks))

    def all_of(self, parts: tuple[Node, ...], scope: str) -> Mask:
        """The stories of all these parts: the words in one question to the index, then the sets of fields."""
        where = scope_of(parts, scope)
        words = _words_of(parts)
        others = [part for part in parts if not isinstance(part, In) and not (words and _is_for_the_index(part))]
        found = self.timeline.everything()
        for other in others:
            found &= self.stories(other, where)
        if words is not None and found.any():
            found &= self.matching(expression(words, where), found if others else None)
        if not any(map(has_words, parts)):
            for part in parts:
                if isinstance(part, In):
                    found &= self.with_any(part.scope)
        return found

    def with_any(self, scope: str) -> Mask:
        """The stories that have any words in these columns."""
        wanted = [TEXT_COLUMNS.index(column) for column in COLUMNS[scope]]
        sizes = self.connection.execute("SELECT id, sz FROM texts_docsize")
        marks = (mark for mark, size in sizes if any(_sizes(size)[column] for column in wanted))
        return self.timeline.at(self.shelfmarks().places(np.fromiter(marks, dtype=np.int64)))


def _is_for_the_index(part: Node) -> bool:
    return is_text(part.part if isinstance(part, Not) else part)


def _words_of(parts: tuple[Node, ...]) -> And | None:
    """What of these parts is one question to the text index, None where nothing is."""
    words = And(tuple(part for part in parts if _is_for_the_index(part)))
    return words if is_text(words) and is_shallow(words) else None


def _sizes(blob: bytes) -> list[int]:
    """How many words each column has: FTS5 keeps them as variable-length integers of seven bits a byte."""
    found, number = [], 0
    for byte in blob:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            found.append(number)
            number = 0
    return found
