"""Versions, descent and provenance of the stories of a library: made when they are asked for, from the stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING

from tui.library.asking.kin import kin
from tui.model import Chain, Lineage, Provenance
from tui.relate.descent.direction import lineage
from tui.relate.descent.provenance import provenance
from tui.relate.descent.versions import version_keys, versions

if TYPE_CHECKING:
    from tui.library.library import Library

_MOST = 60
"""Copies of a group that are held against each other; of more, the first so many in order of time."""

_KEYS = "SELECT number, url, outlet, headline, headline_derived FROM stories WHERE url <> '' OR outlet <> ''"


def versions_of(library: Library, number: int, *, changed: bool = True) -> Chain | None:
    """The chain of versions that a story is part of, None where it is the only one; with what `changed` in each.

    Raises UnknownStory.
    """
    numbers = kin(library, number)
    if len(numbers) < 2:
        return None
    stories = [library.story(other) for other in library.in_order(numbers)[:_MOST]]
    id = library.entry(number).id
    chains = versions(stories, changed=changed)
    return next((chain for chain in chains if any(one.story == id for one in chain.versions)), None)


def all_versions(library: Library) -> Iterator[Chain]:
    """All chains of versions, in the order of time of the first story that each may be linked with."""
    by_key: dict[Hashable, list[int]] = defaultdict(list)
    with library.reading() as connection:
        for number, *told in connection.execute(_KEYS):
            for key in version_keys(*told):
                by_key[key].append(number)
    linked: dict[int, set[int]] = {}
    for found in by_key.values():
        if len(found) > 1:
            together = set[int]().union(*(linked.get(number, {number}) for number in found))
            linked.update(dict.fromkeys(together, together))
    looked_at: set[int] = set()
    for number in library.in_order(linked):
        if number not in looked_at:
            looked_at |= linked[number]
            yield from versions([library.story(other) for other in library.in_order(linked[number])[:_MOST]])


def lineage_of(library: Library, number: int) -> Lineage | None:
    """Who had the text of a story's group first and who took it from whom; None for a story without copies.

    Raises UnknownStory.
    """
    copies = library.copies(number)
    return lineage([library.story(copy) for copy in copies[:_MOST]]) if len(copies) > 1 else None


def provenance_of(library: Library, number: int) -> Provenance | None:
    """The paragraphs of a story's group by its copies; None for a story without copies. Raises UnknownStory."""
    copies = library.copies(number)
    return provenance([library.story(copy) for copy in copies[:_MOST]]) if len(copies) > 1 else None
