"""Carrying a plan out: the text index answers for words, sets of stories for fields; in order of time."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

import numpy as np

from tui.library.asking import hints, suggest
from tui.library.asking.fieldsets import FieldSets
from tui.library.asking.match import COLUMNS, expression, has_words, is_shallow, is_text, scope_of
from tui.library.asking.pages import Sought
from tui.library.asking.timeline import Days, Mask, Shelfmarks, Timeline, numbers_in
from tui.library.entries import Hits
from tui.library.file.schema import TEXT_COLUMNS
from tui.model import BlockKind
from tui.search import marking
from tui.search.plan import And, In, Node, Not, Or, Plan
from tui.search.terms import terms

if TYPE_CHECKING:
    from tui.library.library import Library

MATCH = "SELECT rowid AS number FROM texts WHERE texts MATCH ?"  # shelfmarks, not the numbers of stories
PAGE = 50  # stories of a first page
_AROUND = (BlockKind.HEADLINE, BlockKind.COMMENT, BlockKind.FURNITURE)


def search(library: Library, plan: Plan) -> Hits:
    """The stories that a plan means, in order of time, with the words to mark and hints in words.

    Raises Interrupted when a newer question interrupts this one (its name is "search").
    """
    with library.reading("search") as connection:
        words = marking.words_to_mark(plan)
        if plan.root is None:
            return Hits(tuple(library.order()), words, plan.hints)
        carried = carrying(library, connection)
        found = tuple(carried.timeline.those(carried.stories(plan.root)))
        return Hits(found, words, plan.hints if found else plan.hints + hints.why_nothing(carried, plan))


def first_page(library: Library, plan: Plan, most: int = PAGE) -> tuple[int, ...]:
    """The first `most` stories that a plan means, in order of time, without looking for all the others.

    Raises Interrupted when a newer question interrupts this one (its name is "search").
    """
    with library.reading("search") as connection:
        if plan.root is None:
            return tuple(library.order()[:most])
        return tuple(carrying(library, connection).first(plan.root, most))


def snippet(library: Library, number: int, plan: Plan, width: int = 160) -> str:
    """The passage of a story around what the plan looks for, empty where it hits no text.

    The body comes before the headline, and before what stands around the story.
    """
    words = marking.words_to_mark(plan)
    story = library.story(number)
    found = marking.snippet([block.text for block in story.blocks if block.kind not in _AROUND], words, width)
    return found.text or marking.snippet([block.text for block in story.of(*_AROUND)], words, width).text


def did_you_mean(library: Library, word: str) -> str | None:
    """The nearest word that stands in the stories, None where the word does itself or none is near."""
    with library.reading("search") as connection:
        for term in terms(word):
            if not suggest.known(connection, term):
                return suggest.nearest_word(connection, term) or None
    return None


def values(library: Library, field: str, prefix: str = "") -> list[str]:
    """The values that a field has in this library with a word that begins like this, the most frequent first."""
    with library.reading("search") as connection:
        return suggest.values(connection, library.marks, field, prefix)


class Carried:
    """One plan on its way through one snapshot of a library."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        fields: FieldSets,
        timeline: Timeline,
        shelfmarks: Callable[[], Shelfmarks],
    ) -> None:
        self.connection = connection
        self.fields = fields
        self.timeline = timeline
        self.shelfmarks = shelfmarks

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


_Made = TypeVar("_Made")
_lock = threading.Lock()
_timelines: WeakKeyDictionary[Library, tuple[int, Timeline]] = WeakKeyDictionary()
_days: WeakKeyDictionary[Timeline, Days] = WeakKeyDictionary()
_shelfmarks: WeakKeyDictionary[Timeline, Shelfmarks] = WeakKeyDictionary()


def carrying(library: Library, connection: sqlite3.Connection) -> Carried:
    """What carries plans out on the state of the library that this connection sees."""
    timeline = _timeline(library)
    days = partial(_kept, Days, _days, connection, timeline)
    fields = FieldSets(connection, library.marks, timeline, days)
    return Carried(connection, fields, timeline, partial(_kept, Shelfmarks, _shelfmarks, connection, timeline))


def _timeline(library: Library) -> Timeline:
    """The order of time, kept until the library changes."""
    generation, order = library.generation(), library.order()
    with _lock:
        kept = _timelines.get(library)
    if kept is not None and kept[0] == generation:
        return kept[1]
    timeline = Timeline(order)
    with _lock:
        _timelines[library] = generation, timeline
    return timeline


def _kept(
    make: Callable[[sqlite3.Connection, Timeline], _Made],
    made: WeakKeyDictionary[Timeline, _Made],
    connection: sqlite3.Connection,
    timeline: Timeline,
) -> _Made:
    """What goes with this state of the library: read when it is first asked for, and kept."""
    with _lock:
        held = made.get(timeline)
    if held is None:
        held = make(connection, timeline)
        with _lock:
            made[timeline] = held
    return held


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
