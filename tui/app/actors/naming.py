"""The actors at work: their counts inside the filter, the filter they make, their pages, the reader's word on them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from tui.app.desk.arrangement import Place
from tui.library.entries import ActorCount
from tui.library.library import Library
from tui.model import Actor, ActorEdit, ActorKind

if TYPE_CHECKING:
    from tui.app.actors.page import ActorPage
    from tui.app.actors.pane import Actors
    from tui.app.desk.orders import Orders

MOST = 1000
"""The most actors that the pane lists: those named in most stories. Typing a part of a name finds the others."""

_FOUND = 100
"""The most that what is typed adds to them."""


class Naming:
    """What is in the actors pane, and what it changes."""

    def __init__(self, desk: Orders) -> None:
        self._desk = desk
        self._story: int | None = None
        """The story whose actors alone are listed; None for those of all stories shown."""

    @property
    def _pane(self) -> Actors:
        return cast("Actors", self._desk.panes.pane(Place.ACTORS))

    @property
    def here(self) -> Actor | None:
        """The actor that the reader means: whose page is open, or who is under the cursor of the list."""
        if self._desk.panes.place is Place.PAGE:
            told = cast("ActorPage", self._desk.panes.pane(Place.PAGE)).told
            return None if told is None else told.actor
        return self._pane.actor

    def count(self) -> None:
        """Count the actors of the stories that pass the filter, also those who are called as is typed in the pane."""
        shown = self._desk.shelves.shown
        if shown is None:
            return
        kept = shown.kept if self._story is None else frozenset([self._story])
        total = shown.listing.stories if self._story is None else 1
        library, typed = self._desk.library, self._pane.typed or ""
        self._desk.fetch.ask("actors", lambda: _counted(library, kept, typed), lambda found: self._show(*found, total))

    def _show(self, counts: Sequence[ActorCount], actors: int, total: int) -> None:
        self._pane.show(counts, total, actors)

    def narrow(self, required: Sequence[Actor], excluded: Sequence[Actor], any_of: bool) -> None:
        """Show only stories with these and without those."""
        narrowing = self._desk.shelves.narrowing
        self._desk.shelves.narrow(narrowing._replace(required=tuple(required), excluded=tuple(excluded), any_of=any_of))

    def clear(self) -> None:
        """No filter of actors any more."""
        self._story = None
        if self._desk.panes.made(Place.ACTORS) is not None:
            self._pane.set_filter((), ())

    def only_of(self, number: int | None) -> None:
        """List the actors of this story alone; again for those of all."""
        if number is None:
            return
        self._story = None if self._story == number else number
        self._desk.panes.go(Place.ACTORS)
        self.count()
        self._desk.say(
            "The actors of all stories shown." if self._story is None else "The actors of this story: a for all."
        )

    def open(self, actor: str) -> None:
        """Show the page of an actor."""
        from tui.app.actors.told import told_of  # noqa: PLC0415

        library = self._desk.library
        self._desk.panes.go(Place.PAGE)
        page = cast("ActorPage", self._desk.panes.pane(Place.PAGE))
        self._desk.fetch.ask("page", lambda: told_of(library, actor), page.show)

    def require(self, actor: Actor) -> None:
        """Add an actor to those that are required, or take it out."""
        narrowing = self._desk.shelves.narrowing
        required = tuple(other for other in narrowing.required if other.id != actor.id)
        if len(required) == len(narrowing.required):
            required += (actor,)
        if self._desk.panes.made(Place.ACTORS) is not None:
            self._pane.set_filter(required, narrowing.excluded, any_of=narrowing.any_of)
        self.narrow(required, narrowing.excluded, narrowing.any_of)

    # ------------------------------------------------------------------------------------------------ the reader's word

    def merge(self, actors: Sequence[str]) -> None:
        """Make one actor of these, called as the first."""
        self._edit(actors, lambda names: ActorEdit("merge", names))

    def unmerge(self, actor: str) -> None:
        """Take the last merge of this actor apart."""
        library, marking = self._desk.library, self._desk.marking

        def names() -> list[str]:
            found = library.actor(actor)
            return [found.name, *(alias.text for alias in found.aliases)]

        self._desk.fetch.ask("actor", names, marking.undo_merge)

    def hide(self, actor: str) -> None:
        """It is no actor."""
        self._edit([actor], lambda names: ActorEdit("hide", names))

    def retype(self, actor: str, kind: ActorKind) -> None:
        """It is of another kind."""
        self._edit([actor], lambda names: ActorEdit("kind", names, kind))

    def part(self, name: str, other: str) -> None:
        """The one is not the other."""
        self._desk.marking.edit_actors(ActorEdit("split", (name, other)))

    def ask_name(self, name: str) -> None:
        """Ask what an actor is to be called."""
        from tui.app.asking.prompts import Ask  # noqa: PLC0415

        def call(new: str | None) -> None:
            if new and new.strip() and new.strip() != name:
                self._desk.marking.edit_actors(ActorEdit("rename", (name, new.strip())))

        self._desk.app.push_screen(Ask("What is this actor called?", value=name), call)

    def _edit(self, actors: Sequence[str], edit: Callable[[tuple[str, ...]], ActorEdit]) -> None:
        library, marking = self._desk.library, self._desk.marking
        ask = partial(names_of, library, actors)
        self._desk.fetch.ask("actor", ask, lambda names: marking.edit_actors(edit(names)))


def names_of(library: Library, actors: Sequence[str]) -> tuple[str, ...]:
    """The names of these actors. Raises UnknownActor."""
    return tuple(library.actor(actor).name for actor in actors)


def _counted(library: Library, kept: Collection[int] | None, typed: str) -> tuple[list[ActorCount], int]:
    """The actors most named in these stories, with those called as is typed; and how many there are in all."""
    counts, actors = library.crowd(kept, MOST)
    if typed.strip() and actors > len(counts):
        there = {count.actor.id for count in counts}
        counts += [count for count in library.crowd(kept, _FOUND, typed)[0] if count.actor.id not in there]
    return counts, actors
