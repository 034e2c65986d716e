"""A story with all that goes with it when it is written out: its relations, its names, and the reader's own word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.model import Mention, Quotation, Story, When

if TYPE_CHECKING:
    from tui.library.entries import Entry
    from tui.library.library import Library
    from tui.library.marks.markstore import Highlight

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Kept:
    """One story to be written out.

    `group` and `event` are the ids of the first stories of its copies and of its event, None when alone; `names` are
    those of its actors by id; `note`, `tags`, `highlights`, `read` and `star` are the reader's own.
    """

    story: Story
    placed: When
    copies: int = 1
    group: str | None = None
    event: str | None = None
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    read: bool = False
    star: bool = False
    note: str = ""
    tags: tuple[str, ...] = ()
    highlights: tuple[Highlight, ...] = ()


def kept(library: Library, numbers: Iterable[int]) -> Iterator[Kept]:
    """These stories in the order given, read from the library in batches; what is no story is left out."""
    for batch in _batches(numbers):
        entries = library.entries(batch)
        ids = library.ids({number for entry in entries for number in (entry.first, entry.event) if number})
        mentions = {entry.number: library.mentions(entry.number) for entry in entries}
        names = library.actor_names({one.actor for found in mentions.values() for one in found if one.actor})
        for entry in entries:
            yield _kept(library, entry, ids, mentions[entry.number], names)


def _kept(
    library: Library, entry: Entry, ids: Mapping[int, str], mentions: tuple[Mention, ...], names: Mapping[str, str]
) -> Kept:
    marks = library.marks
    return Kept(
        library.story(entry.number),
        entry.placed,
        entry.copies,
        ids[entry.first] if entry.copies > 1 else None,
        ids[entry.event] if entry.event else None,
        mentions,
        library.quotations(entry.number),
        names,
        entry.read,
        entry.star,
        marks.note(entry.key),
        marks.tags(entry.key),
        marks.highlights(entry.key),
    )


def one_per_group(entries: Iterable[Entry]) -> list[int]:
    """The numbers of these stories, of those that are copies of one another only the first that is among them."""
    return list({entry.first: entry.number for entry in reversed(list(entries))}.values())[::-1]


def _batches(numbers: Iterable[int]) -> Iterator[list[int]]:
    every = list(numbers)
    for start in range(0, len(every), _AT_ONCE):
        yield every[start : start + _AT_ONCE]
