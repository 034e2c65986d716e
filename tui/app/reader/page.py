"""What the reader is given of one story, and the ways of reading it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.model import Mention, Quotation, Story, When

if TYPE_CHECKING:
    from tui.library.entries import Entry
    from tui.library.marks.markstore import Highlight


class View(StrEnum):
    """The ways of reading a story, in the order that the view key goes through them."""

    CLEAN = "clean"
    ACTORS = "actors marked"
    AS_FOUND = "as found"


@dataclass(frozen=True, slots=True)
class ReaderPage:
    """One story with all that is known of it, as the library gives it.

    `copies` is its whole group and `reports` its whole event, itself included or not. `words_to_mark` are the words
    and phrases of a search, with `*` behind those that may go on; `actors_to_mark` the ids that a filter asks for.
    `version` says in a sentence which version of how many it is and what changed in it, "" where it is the only one.
    `note`, `tags` and `highlights` are the reader's own. While `relating`, copies and other reports are still being
    looked for.
    """

    entry: Entry
    story: Story
    placed: When
    copies: tuple[Entry, ...] = ()
    reports: tuple[Entry, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    words_to_mark: tuple[str, ...] = ()
    actors_to_mark: frozenset[str] = frozenset()
    version: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    relating: bool = False

    @property
    def other_copies(self) -> tuple[Entry, ...]:
        """The copies of this story without itself."""
        return tuple(entry for entry in self.copies if entry.id != self.story.id)

    @property
    def other_reports(self) -> tuple[Entry, ...]:
        """The reports of its event in other words: neither itself nor a copy of it."""
        ours = {self.story.id, *(entry.id for entry in self.copies)}
        return tuple(entry for entry in self.reports if entry.id not in ours)
