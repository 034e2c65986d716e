"""The read side of a library: what a screen or a printer asks of it. Every method may be called from any thread.

Numbers name stories inside the app; ids name them outside. Importing this module, and painting a list from a library
that stands, imports neither the readers of documents nor what relates them.
"""

from __future__ import annotations

import os
import threading
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection
from types import TracebackType
from typing import TYPE_CHECKING

from tui.library.asking import listing, people, ties
from tui.library.entries import ActorCount, Entry, Hits, LibraryError, Shelf, Summary
from tui.library.file.connections import Connections
from tui.library.file.opening import make_ready
from tui.library.marks.marks import Marks
from tui.library.paths import PrivateFile, data_dir, library_path
from tui.library.word import Word

if TYPE_CHECKING:
    from tui.ingest.naming import Names
    from tui.library.asking.carry import Carried
    from tui.library.asking.crowd import Crowd
    from tui.library.asking.timeline import Timeline
    from tui.model import Actor, Event, Group, Match, Mention, Problem, Quotation, Story, When
    from tui.search.plan import Plan

_MANY = 8  # a set of more than one story in so many is looked up story by story in the whole order


def open_library(roots: Sequence[str], *, cache: bool = True, marks: bool = True, names: Names = ()) -> Library:
    """Open the library of these files and folders, empty where none has been built yet.

    Without `cache` it is a private file that goes away when it is closed; without `marks` the reader's own word is
    held in memory alone. `names` are the columns that the reader named for fields of records.

    Raises LibraryError where it cannot be made or read.
    """
    private = None if cache else PrivateFile()
    path = library_path(roots, names) if private is None else private.path
    reason = make_ready(path)
    word = Marks(data_dir() if marks else None)
    found = tuple(os.fspath(root) for root in roots)
    return Library(path, found, word, rebuilt=reason, private=private, names=names)


class Library:
    """One library, open for reading. `rebuilt` says why an older one was thrown away, "" where none was."""

    def __init__(
        self,
        path: Path,
        roots: tuple[str, ...],
        marks: Marks,
        *,
        rebuilt: str = "",
        private: PrivateFile | None = None,
        names: Names = (),
    ) -> None:
        self.path = path
        self.roots = roots
        self.names = names
        self.marks = marks
        self.rebuilt = rebuilt
        self._private = private
        self._connections = Connections(path)
        self._lock = threading.Lock()
        self._order: tuple[int, array[int]] = (-1, array("i"))
        self._places: tuple[int, array[int]] = (-1, array("i"))
        self._actors: tuple[int, dict[int, Actor]] = (-1, {})
        self._crowd: tuple[int, Crowd] | None = None
        self._timeline: tuple[int, Timeline] | None = None

    # ------------------------------------------------------------------------------------------ stories

    def summary(self) -> Summary:
        """What is loaded."""
        with self.reading() as connection:
            return listing.summary(connection)

    def generation(self) -> int:
        """How often the library has changed: the same number, the same answers."""
        with self.reading() as connection:
            return listing.generation(connection)

    def order(self) -> array[int]:
        """The numbers of all stories in order of time. Not to be changed."""
        with self.reading() as connection:
            return self._current_order(connection)[1]

    def shelf(self) -> Shelf:
        """The list of all stories in order of time. Not to be changed."""
        with self.reading() as connection:
            return listing.shelf(connection, self._current_order(connection)[1])

    def in_order(self, numbers: Iterable[int]) -> list[int]:
        """These stories in order of time, each once; what is no story is left out."""
        with self.reading() as connection:
            generation, order = self._current_order(connection)
        wanted = set(numbers)
        if len(wanted) * _MANY > len(order):
            return [number for number in order if number in wanted]
        places = self._places_in(generation, order)
        at = sorted(places[number] for number in wanted if 0 <= number < len(places))
        return [order[place] for place in at[bisect_left(at, 0) :]]

    def entries(self, numbers: Iterable[int]) -> list[Entry]:
        """The lines of these stories, in the order asked for; a number that is no more is left out."""
        with self.reading() as connection:
            return listing.entries(connection, numbers, self.marks.is_read, self.marks.is_starred)

    def entry(self, story: int | str) -> Entry:
        """The line of one story, by number or by id. Raises UnknownStory."""
        with self.reading() as connection:
            number = story if isinstance(story, int) else listing.number_of(connection, story)
            listing.placed(connection, number)
            return self.entries([number])[0]

    def number(self, id: str) -> int:
        """The number of the story with this id, or with the only id that begins like this. Raises UnknownStory."""
        with self.reading() as connection:
            return listing.number_of(connection, id)

    def ids(self, numbers: Iterable[int]) -> dict[int, str]:
        """The ids of these stories, by number."""
        with self.reading() as connection:
            return listing.ids_of(connection, numbers)

    def story(self, number: int) -> Story:
        """The whole story. Raises UnknownStory."""
        with self.reading() as connection:
            return listing.story(connection, number)

    def placed(self, number: int) -> When:
        """The date of a story after copies and events have spoken. Raises UnknownStory."""
        with self.reading() as connection:
            return listing.placed(connection, number)

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, in the order of paths."""
        with self.reading() as connection:
            return listing.problems(connection)

    # ------------------------------------------------------------------------------------------ relations

    def copies(self, number: int) -> tuple[int, ...]:
        """The stories of this one's group in order of time, itself included; itself alone where it has no copies."""
        with self.reading() as connection:
            return ties.copies(connection, number)

    def reports(self, number: int) -> tuple[int, ...]:
        """The stories of this one's event in order of time, copies and itself included."""
        with self.reading() as connection:
            return ties.reports(connection, number)

    def matches(self, number: int | None = None) -> tuple[Match, ...]:
        """The verified pairs of one story, or all of them, the closest kind first."""
        with self.reading() as connection:
            return ties.matches(connection, number)

    def match(self, one: int, other: int) -> Match | None:
        """What two stories are to each other, None when nothing."""
        with self.reading() as connection:
            return ties.match(connection, one, other)

    def groups(self) -> tuple[Group, ...]:
        """All groups of copies, by the ids of their first."""
        with self.reading() as connection:
            return ties.groups(connection)

    def events(self) -> tuple[Event, ...]:
        """All events of two stories and more, by the ids of their first."""
        with self.reading() as connection:
            return ties.events(connection)

    # ------------------------------------------------------------------------------------------ actors

    def actors(self, numbers: Iterable[int] | None = None, limit: int | None = None) -> list[ActorCount]:
        """Actors with their counts inside these stories (None: in all), zero left out, by stories, then mentions.

        Interrupted as "actors".
        """
        with self.reading("actors") as connection:
            return people.counts(connection, numbers, limit, self._held_actors(connection))

    def crowd(self, numbers: Iterable[int] | None, limit: int, called: str = "") -> tuple[list[ActorCount], int]:
        """The actors most named inside these stories (None: in all), told in brief, and how many there are in all.

        `called`: only those in one of whose names these words stand side by side; the last may go on. Told in brief:
        without their stories, with their last role alone. Interrupted as "actors".
        """
        from tui.library.asking.crowd import Crowd  # noqa: PLC0415  the first list is painted without arrays

        with self.reading("actors") as connection:
            now = listing.generation(connection)
            with self._lock:
                held = self._crowd
            if held is None or held[0] != now:
                held = now, Crowd(connection)
                with self._lock:
                    self._crowd = held
            return held[1].told(connection, numbers, limit, called)

    def actor(self, id: str) -> Actor:
        """The actor with this id, or with the only id that begins like this. Raises UnknownActor."""
        with self.reading() as connection:
            number = people.number_of(connection, id)
            return people.actors(connection, [number])[number]

    def actor_names(self, ids: Iterable[str]) -> dict[str, str]:
        """The names of the actors with these ids, by id; an id that is no actor's is left out."""
        with self.reading() as connection:
            return people.names(connection, ids)

    def stories_of(self, actor: str) -> frozenset[int]:
        """The numbers of the stories that name this actor. Raises UnknownActor."""
        with self.reading() as connection:
            return people.stories_of(connection, people.number_of(connection, actor))

    def with_whom(self, actor: str, limit: int | None = None) -> list[ActorCount]:
        """The others in this actor's stories, with their counts there. Raises UnknownActor."""
        with self.reading("actors") as connection:
            number = people.number_of(connection, actor)
            inside = people.stories_of(connection, number)
            itself = people.actors(connection, [number])[number]
            most = None if limit is None else limit + 1
            counts = people.counts(connection, inside, most, self._held_actors(connection))
        return [count for count in counts if count.actor.id != itself.id][:limit]

    def mentions(self, number: int) -> tuple[Mention, ...]:
        """The names in a story, in its order."""
        with self.reading() as connection:
            return people.mentions(connection, number)

    def quotations(self, number: int) -> tuple[Quotation, ...]:
        """The quotations of a story, in its order."""
        with self.reading() as connection:
            return people.quotations(connection, number)

    def spoken_of(self, actor: str) -> list[tuple[int, Quotation, bool]]:
        """What others are quoted as saying of this actor, or to him (True), in order of time. Raises UnknownActor."""
        with self.reading() as connection:
            found = people.spoken_of(connection, people.number_of(connection, actor))
        order = {number: place for place, number in enumerate(self.in_order(number for number, *_ in found))}
        return sorted((one for one in found if one[0] in order), key=lambda one: order[one[0]])

    def said_by(self, actor: str) -> list[tuple[int, Quotation]]:
        """What this actor is quoted as saying, with the story's number, in order of time. Raises UnknownActor."""
        with self.reading() as connection:
            said = people.said_by(connection, people.number_of(connection, actor))
            places = self._places_in(*self._current_order(connection))
        return sorted(said, key=lambda pair: places[pair[0]])

    # ------------------------------------------------------------------------------------------ search

    def search(self, plan: Plan) -> Hits:
        """The stories that a plan means, in order of time. Interrupted as "search"."""
        from tui.library.asking.searching import search  # noqa: PLC0415  the first list is painted without it

        with self.reading("search") as connection:
            return search(self.carrying(connection), plan)

    def first_page(self, plan: Plan, most: int) -> tuple[int, ...]:
        """The first `most` stories that a plan means, in order of time, sooner than all. Interrupted as "search"."""
        from tui.library.asking.searching import first_page  # noqa: PLC0415

        with self.reading("search") as connection:
            return first_page(self.carrying(connection), plan, most)

    def ranked(self, plan: Plan) -> tuple[int, ...]:
        """The stories that a plan means, the most relevant first. Interrupted as "search"."""
        from tui.library.asking.ranking import ranked  # noqa: PLC0415

        with self.reading("search") as connection:
            return ranked(self.carrying(connection), plan)

    def snippet(self, number: int, plan: Plan) -> str:
        """The passage of a story around what the plan looks for, empty where it hits no text. Raises UnknownStory."""
        from tui.library.asking.searching import snippet  # noqa: PLC0415

        return snippet(self.story(number), plan)

    def did_you_mean(self, word: str) -> str | None:
        """The nearest word that stands in the stories, None where there is none near. Interrupted as "search"."""
        from tui.library.asking.searching import did_you_mean  # noqa: PLC0415

        with self.reading("search") as connection:
            return did_you_mean(connection, word)

    def values(self, field: str, prefix: str = "") -> list[str]:
        """The values that a field has and that begin like this, the most frequent first. Interrupted as "search"."""
        from tui.library.asking.suggest import values  # noqa: PLC0415

        with self.reading("search") as connection:
            return values(connection, self.marks, field, prefix)

    def carrying(self, connection: Connection) -> Carried:
        """What carries plans out on the state of the library that this connection, one of `reading`, sees."""
        from tui.library.asking.carry import Carried  # noqa: PLC0415
        from tui.library.asking.timeline import Timeline  # noqa: PLC0415

        now, order = self._current_order(connection)
        with self._lock:
            held = self._timeline
        if held is None or held[0] != now:
            held = now, Timeline(order)
            with self._lock:
                self._timeline = held
        return Carried(connection, self.marks, held[1])

    # ------------------------------------------------------------------------------------------ the file

    @contextmanager
    def reading(self, what: str = "") -> Iterator[Connection]:
        """This thread's read-only connection inside one snapshot; `what` is the name to interrupt it by.

        Raises Interrupted, LibraryDamaged, LibraryError.
        """
        with self._connections.reading(what) as connection:
            yield connection

    def interrupt(self, what: str | None = None) -> None:
        """Give up what runs under this name ("search", "actors") in any thread; everything, without a name."""
        self._connections.interrupt(what)

    def renew(self) -> None:
        """Read the file that now stands at `path`: a build had to make the library anew."""
        self._connections.renew()

    def word(self) -> Word:
        """The reader's word as a build is given it."""
        marks = self.marks
        return Word(marks.verdicts(), marks.actor_edits(), marks.actor_ids.of(self.roots))

    def _keep_ids(self) -> None:
        """Keep with the marks which ids lead to others: a library that is thrown away takes them along."""
        try:
            with self.reading() as connection:
                leads = people.leads(connection)
        except LibraryError:
            return  # what is kept already is more than a file tells that cannot be read
        if leads is not None:
            self.marks.actor_ids.keep(self.roots, leads)

    def close(self) -> None:
        """Close the library and its marks; a private file is removed."""
        self._keep_ids()
        self._connections.close()
        self.marks.close()
        if self._private is not None:
            self._private.remove()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _current_order(self, connection: Connection) -> tuple[int, array[int]]:
        """The library's generation and its order of time, read again only when it has changed."""
        now = listing.generation(connection)
        with self._lock:
            known, order = self._order
        if known != now:
            order = listing.order(connection)
            with self._lock:
                self._order = (now, order)
        return now, order

    def _held_actors(self, connection: Connection) -> dict[int, Actor]:
        """The actors read since the library changed last."""
        now = listing.generation(connection)
        with self._lock:
            if self._actors[0] != now:
                self._actors = (now, {})
            return self._actors[1]

    def _places_in(self, generation: int, order: array[int]) -> array[int]:
        """The place of each story in this order, by its number; -1 where there is none."""
        with self._lock:
            known, places = self._places
        if known != generation:
            places = array("i", b"\xff" * 4 * (max(order, default=0) + 1))
            for place, number in enumerate(order):
                places[number] = place
            with self._lock:
                self._places = (generation, places)
        return places
