"""What the list is narrowed to: the query, and the actors that are required or excluded."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.model import Actor
    from tui.search.plan import Plan

StoriesOf = Callable[[str], frozenset[int]]


class Narrowing(NamedTuple):
    """The filter. Every part of it narrows; `any_of` asks for one of the required actors instead of all of them."""

    query: str = ""
    plan: Plan | None = None
    required: tuple[Actor, ...] = ()
    excluded: tuple[Actor, ...] = ()
    any_of: bool = False
    within: frozenset[int] | None = None
    within_words: str = ""

    @property
    def searches(self) -> bool:
        """Whether the query asks for anything."""
        return self.plan is not None and self.plan.root is not None

    def in_words(self) -> str:
        """The filter as the bottom line says it: `budget · with Jane Doe · without Acme`."""
        said = [self.query.strip()] if self.searches else []
        if self.required:
            said.append("with " + (" or " if self.any_of else " and ").join(actor.name for actor in self.required))
        if self.excluded:
            said.append("without " + " or ".join(actor.name for actor in self.excluded))
        if self.within_words:
            said.append(self.within_words)
        return " · ".join(said) or "no filter"

    def kept(self, hits: frozenset[int] | None, stories_of: StoriesOf) -> frozenset[int] | None:
        """The stories that pass, given those that the query finds; None when all pass and nothing is excluded."""
        parts = [hits] if hits is not None else []
        if self.within is not None:
            parts.append(self.within)
        if self.required:
            sets = [stories_of(actor.id) for actor in self.required]
            parts.append(frozenset().union(*sets) if self.any_of else frozenset.intersection(*sets))
        return frozenset.intersection(*parts) if parts else None

    def shut_out(self, stories_of: StoriesOf) -> frozenset[int]:
        """The stories that an excluded actor is in."""
        return frozenset().union(*(stories_of(actor.id) for actor in self.excluded))
