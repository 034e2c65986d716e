"""Carrying a plan out: the text index answers for words, sets of story numbers for fields; in order of time."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tui.library.asking import suggest
from tui.library.asking.fieldsets import FieldSets
from tui.library.asking.match import COLUMNS, expression, has_words, is_shallow, is_text, scope_of
from tui.library.entries import Hits
from tui.library.file.numbersets import numbers
from tui.library.file.schema import TEXT_COLUMNS
from tui.model import BlockKind
from tui.search import marking
from tui.search.plan import And, In, Names, Node, Not, Or, Phrase, Plan, Word, to_text
from tui.search.terms import terms

if TYPE_CHECKING:
    from tui.library.library import Library

_MATCH = "SELECT rowid AS number FROM texts WHERE texts MATCH ?"
_AROUND = (BlockKind.HEADLINE, BlockKind.COMMENT, BlockKind.FURNITURE)


def search(library: Library, plan: Plan) -> Hits:
    """The stories that a plan means, in order of time, with the words to mark and hints in words.

    Raises Interrupted when a newer question interrupts this one (its name is "search").
    """
    with library.reading("search") as connection:
        order = library.order()
        words = marking.words_to_mark(plan)
        if plan.root is None:
            return Hits(tuple(order), words, plan.hints)
        carried = Carried(connection, FieldSets(connection, library.marks), lambda: set(order))
        stories = carried.stories(plan.root)
        found = tuple(order if len(stories) == len(order) else library.in_order(stories))
        return Hits(found, words, plan.hints if found else plan.hints + carried.why_nothing(plan))


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

    def __init__(self, connection: sqlite3.Connection, fields: FieldSets, everything: Callable[[], set[int]]) -> None:
        self.connection = connection
        self.fields = fields
        self._everything = everything

    def stories(self, node: Node, scope: str = "") -> set[int]:
        """The numbers of the stories that a node means, in no order."""
        if is_text(node) and is_shallow(node):
            return self.matching(expression(node, scope))
        match node:
            case Not(part):
                return self._everything() - self.stories(part, scope)
            case Or(parts):
                return set().union(*(self.stories(part, scope) for part in parts))
            case And(parts):
                return self.all_of(parts, scope)
            case In(where):
                return self.with_any(where)
        return self.fields.stories(node)

    def matching(self, sought: str) -> set[int]:
        """The stories that the text index finds."""
        return numbers(self.connection, _MATCH, (sought,))

    def all_of(self, parts: tuple[Node, ...], scope: str) -> set[int]:
        """The stories of all these parts: the words in one question to the index, then the sets of fields."""
        where = scope_of(parts, scope)
        words = And(tuple(part for part in parts if _is_for_the_index(part)))
        asked = is_text(words) and is_shallow(words)
        others = [part for part in parts if not isinstance(part, In) and not (asked and _is_for_the_index(part))]
        found: set[int] | None = None
        for part in sorted(others, key=lambda part: isinstance(part, Not)):
            if isinstance(part, Not):
                found = (self._everything() if found is None else found) - self.stories(part.part, where)
            else:
                among = self.stories(part, where)
                found = among if found is None else found & among
            if not found:
                return set()
        if asked:
            matching = self.matching(expression(words, where))
            found = matching if found is None else found & matching
        if not any(map(has_words, parts)):
            for where in [part.scope for part in parts if isinstance(part, In)]:
                some = self.with_any(where)
                found = some if found is None else found & some
        return self._everything() if found is None else found

    def with_any(self, scope: str) -> set[int]:
        """The stories that have any words in these columns."""
        wanted = [TEXT_COLUMNS.index(column) for column in COLUMNS[scope]]
        sizes = self.connection.execute("SELECT id, sz FROM texts_docsize")
        return {number for number, size in sizes if any(_sizes(size)[column] for column in wanted)}

    def why_nothing(self, plan: Plan) -> tuple[str, ...]:
        """Hints for a plan that finds nothing: words and values that there are not, and where the words do stand."""
        hints = [self._no_word(node) for node in _asked(plan.root)]
        hints += [self._no_value(field, value) for field, value in self.fields.unknown]
        found = tuple(dict.fromkeys(hint for hint in hints if hint))
        return found or self._elsewhere(plan) or self._without(plan.root)

    def _no_word(self, node: Word | Phrase) -> str:
        words = terms(node.text)
        for at, word in enumerate(words):
            if suggest.known(self.connection, word, prefix=node.prefix and at == len(words) - 1):
                continue
            near = suggest.nearest_word(self.connection, word)
            return f"“{word}” stands nowhere. Did you mean {near}?" if near else f"“{word}” stands nowhere."
        return ""

    def _no_value(self, field: str, value: str) -> str:
        near = suggest.nearest_value(value, suggest.all_values(self.connection, self.fields.marks, field))
        return f"{field}: has no “{value}”." + (f" Did you mean {near}?" if near else "")

    def _elsewhere(self, plan: Plan) -> tuple[str, ...]:
        if plan.root is None or not has_words(plan.root) or _has_scope(plan.root):
            return ()
        count = len(self.stories(And((plan.root, In("all")))))
        if not count:
            return ()
        return (f"{_stories(count)} {'has' if count == 1 else 'have'} it in comments or furniture: add in:all.",)

    def _without(self, root: Node | None) -> tuple[str, ...]:
        """Which part to leave out where each finds something, and all of them together do not."""
        if not isinstance(root, And):
            return ()
        until = time.thread_time() + suggest.BUDGET
        best, least = 0, ""
        for part in root.parts:
            rest = tuple(other for other in root.parts if other is not part)
            count = len(self.stories(And(rest) if len(rest) > 1 else rest[0]))
            if count > best:
                best, least = count, to_text(Plan(part))
            if time.thread_time() > until:
                break
        return (
            (f"No story has all of it; without {least} there {'is' if best == 1 else 'are'} {best:,}.",) if best else ()
        )


def _is_for_the_index(part: Node) -> bool:
    return is_text(part.part if isinstance(part, Not) else part)


def _asked(node: Node | None) -> Iterator[Word | Phrase]:
    """The words that are asked for, not those left out."""
    match node:
        case Word() | Phrase():
            yield node
        case Names("headline", found):
            yield from found
        case And(parts) | Or(parts):
            for part in parts:
                yield from _asked(part)


def _has_scope(node: Node) -> bool:
    match node:
        case In():
            return True
        case Not(part):
            return _has_scope(part)
        case And(parts) | Or(parts):
            return any(map(_has_scope, parts))
    return False


def _stories(count: int) -> str:
    return "1 story" if count == 1 else f"{count:,} stories"


def _sizes(blob: bytes) -> list[int]:
    """How many words each column has: FTS5 keeps them as variable-length integers of seven bits a byte."""
    found, number = [], 0
    for byte in blob:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            found.append(number)
            number = 0
    return found
