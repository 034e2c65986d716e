"""What the list shows: keeps the shelf, the filter and the order, and lays the list out in a thread."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tui.app.stories.narrowing import Narrowing
from tui.app.stories.rows import Heading, Listing, Sort, arranged, day_of, lay
from tui.app.work.fetch import Fetch
from tui.library.entries import Entry, Interrupted, LibraryDamaged, LibraryError, Shelf, Summary
from tui.library.library import Library

if TYPE_CHECKING:
    from tui.search.plan import Plan

PAGE = 2000
FIRST = 64  # hits that are shown before the others: more than a screen has lines for


class Shown(NamedTuple):
    """The answer of one look at the library. `kept` are the stories that pass the filter, None where all do.

    A `page` is the first page of the hits alone, while the others are looked for; `from_top` asks for the beginning of
    the list.
    """

    summary: Summary
    shelf: Shelf
    narrowing: Narrowing
    listing: Listing
    kept: frozenset[int] | None = None
    words: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    page: bool = False
    from_top: bool = False


class Shelves:
    """The list as the library and the reader's filter make it; `deliver` is called with every new state of it."""

    def __init__(self, library: Library, fetch: Fetch, deliver: Callable[[Shown, frozenset[int] | None], None]) -> None:
        self.library = library
        self.narrowing = Narrowing()
        self.sort = Sort.TIME
        self.ranks = True
        """Whether hits are ranked when a search is kept: until the reader wants another order."""
        self.reversed = False
        self.unfolded: frozenset[int] = frozenset()
        self.all_unfolded = False
        self.shown: Shown | None = None
        self._fetch = fetch
        self._deliver = deliver
        self._stale = True
        self._changed: frozenset[int] | None = None
        self._typed = self._from_top = False

    def begin(self) -> None:
        """Show what the library holds, at once, so that the first painting has it: a few milliseconds for any list."""
        try:
            self._answered(self._look().answer())
        except (Interrupted, LibraryDamaged, LibraryError):
            self.look()  # asked again in a thread, this is said to the reader

    def library_changed(self, numbers: Iterable[int] | None = None) -> None:
        """Look again: these stories came, went or changed; any of them for None."""
        if numbers is None or (self._stale and self._changed is None):
            self._changed = None
        else:
            self._changed = (self._changed or frozenset()) | frozenset(numbers)
        self._stale = True
        self.look()

    def narrow(self, narrowing: Narrowing, *, typing: bool = False) -> None:
        """Show what this filter leaves; while it is typed, from its first story, and the first page at once."""
        if narrowing != self.narrowing:
            self.narrowing = narrowing
            self._typed = self._from_top = typing
            self.look()

    def sort_next(self) -> None:
        """Take the next order; the choice between time and rank holds for the searches to come."""
        words = self.shown.words if self.shown is not None else ()
        was, self.sort = self.sort, next_sort(self.sort, ranks=bool(words))
        if Sort.RANK in (was, self.sort):
            self.ranks = self.sort is Sort.RANK

    def keep(self, narrowing: Narrowing) -> None:
        """Show what a search leaves that is kept: ranked, where it has words, unless the reader wants it otherwise."""
        if self.ranks and self.sort is Sort.TIME and has_words(narrowing.plan):
            self.sort = Sort.RANK
            self.narrowing = narrowing
            self._from_top = True
            self.look()
        else:
            self.narrow(narrowing)

    def back_to(self, narrowing: Narrowing, sort: Sort) -> bool:
        """Show what this filter leaves in this order; False where it is shown already."""
        if (narrowing, sort) == (self.narrowing, self.sort):
            return False
        self.narrowing, self.sort = narrowing, sort
        self._from_top = False
        self.look()
        return True

    def look(self) -> None:
        """Lay the list out again, in a thread."""
        look, typed = self._look(), self._typed
        self._typed = False
        if typed and look.has_pages:
            self._fetch.ask("search", look.first, partial(self._begun, look))
        else:
            self._fetch.ask("search", look.ready, self._answered)

    def _begun(self, look: _Look, shown: Shown | None) -> None:
        """Show the first page of the hits, and look for all of them."""
        if shown is not None:
            self._from_top = False
            self._deliver(shown, frozenset())
        self._fetch.ask("search", look.ready, self._answered)

    def _look(self) -> _Look:
        shelf = None if self._stale or self.shown is None else self.shown.shelf
        summary = None if shelf is None or self.shown is None else self.shown.summary
        return _Look(
            self.library, self.narrowing, shelf, summary, self.sort, self.reversed, self.unfolded, self.all_unfolded
        )

    def entries_of(self, numbers: Sequence[int]) -> Iterable[Entry]:
        """The entries of a screenful of stories; those that can be had."""
        try:
            return self.library.entries(numbers)
        except (Interrupted, LibraryDamaged, LibraryError):
            return ()

    def _answered(self, shown: Shown) -> None:
        fresh = self.shown is None or shown.shelf is not self.shown.shelf
        changed = self._changed if fresh else frozenset()
        if fresh:
            self._stale, self._changed = False, frozenset()
        self.shown = shown
        from_top, self._from_top = self._from_top, False
        self._deliver(shown._replace(from_top=from_top), changed)


class _Look(NamedTuple):
    """One look at the library with everything it needs; `answer` runs in a thread."""

    library: Library
    narrowing: Narrowing
    shelf: Shelf | None
    summary: Summary | None
    sort: Sort
    reverse: bool
    unfolded: frozenset[int]
    all_unfolded: bool

    @property
    def has_pages(self) -> bool:
        """Whether the first hits can stand before the others are known: nothing but the query narrows or sorts them."""
        narrowing = self.narrowing
        alone = not (narrowing.required or narrowing.excluded or narrowing.within is not None)
        return alone and narrowing.searches and self.sort is Sort.TIME and not self.reverse and self.shelf is not None

    def first(self) -> Shown | None:
        """The first page of the hits; None where there is no hit."""
        shelf, summary, plan = self.shelf, self.summary, self.narrowing.plan
        if shelf is None or summary is None or plan is None:
            return None
        numbers = self.library.first_page(plan, FIRST)
        entries = list(self.library.entries(numbers))
        if not entries:
            return None
        page = Shelf(
            array("i", (entry.number for entry in entries)),
            array("i", (_ordinal(entry) for entry in entries)),
            array("i", (entry.first for entry in entries)),
            b"",
            (),
            shelf.copies,
            shelf.reports,
        )
        kept = frozenset(numbers)
        listing = lay(page, keep=kept, unfolded=self.unfolded, all_unfolded=self.all_unfolded)
        if listing.stories >= FIRST:
            heads = (head._replace(more=True) if isinstance(head, Heading) else head for head in listing.heads)
            listing = listing._replace(heads=tuple(heads))
        return Shown(summary, shelf, self.narrowing, listing, kept, page=True, from_top=True)

    def answer(self) -> Shown:
        library = self.library
        shelf = self.shelf or library.shelf()
        summary = self.summary or library.summary()
        plan = self.narrowing.plan
        hits = library.search(plan) if plan is not None and plan.root is not None else None
        kept = self.narrowing.kept(None if hits is None else frozenset(hits.numbers), library.stories_of)
        if self.narrowing.excluded:
            out = self.narrowing.shut_out(library.stories_of)
            kept = (frozenset(shelf.numbers) if kept is None else kept) - out
        order = None
        sort = self.sort if self.sort is not Sort.RANK or (hits is not None and hits.words) else Sort.TIME
        if sort is Sort.RANK and plan is not None:
            order = [(number, "") for number in library.ranked(plan) if kept is None or number in kept]
        elif sort is not Sort.TIME:
            order = arranged(self._entries(shelf.numbers if kept is None else library.in_order(kept)), sort)
        listing = lay(
            shelf,
            keep=kept,
            unfolded=self.unfolded,
            all_unfolded=self.all_unfolded,
            order=order,
            sort=sort,
            reverse=self.reverse,
        )
        words = () if hits is None else hits.words
        hints = hits.hints if hits is not None else () if plan is None else plan.hints
        return Shown(summary, shelf, self.narrowing, listing, kept, words, hints)

    def ready(self) -> Shown:
        """The answer, with all at hand that the list on the screen asks of it when the reader has moved in it."""
        shown = self.answer()
        shown.listing.line_of.get(0)
        return shown

    def _entries(self, numbers: Sequence[int]) -> Iterator[Entry]:
        for start in range(0, len(numbers), PAGE):
            yield from self.library.entries(numbers[start : start + PAGE])


def _ordinal(entry: Entry) -> int:
    """The day that a story stands under, as the shelf has it."""
    day = day_of(entry)
    return 0 if day is None else day.toordinal()


def counted(shown: Shown) -> str:
    """How many of how many: `2 of 6`; `64+ of 900` while the others are looked for."""
    more = "+" if shown.page and shown.listing.stories >= FIRST else ""
    return f"{shown.listing.stories:,}{more} of {shown.summary.stories:,}"


def narrowed(shown: Shown) -> str:
    """The filter, and the order where hits stand by rank: `budget · by rank`."""
    return shown.narrowing.in_words() + (" · by rank" if shown.listing.sort is Sort.RANK else "")


def next_sort(sort: Sort, *, ranks: bool) -> Sort:
    """The sort after this one; by rank only where there are words to rank by (`ranks`)."""
    sorts = tuple(one for one in Sort if ranks or one is not Sort.RANK)
    if sort not in sorts:
        sort = Sort.TIME
    return sorts[(sorts.index(sort) + 1) % len(sorts)]


def has_words(plan: Plan | None) -> bool:
    """Whether a plan asks for words to rank by."""
    from tui.search.marking import words_to_mark  # noqa: PLC0415  the first list is painted without it

    return plan is not None and bool(words_to_mark(plan))


def with_query(narrowing: Narrowing, query: str, *, typing: bool) -> Narrowing:
    """The filter with another query. Raises QueryError where a finished query is wrong."""
    from tui.search.query import parse  # noqa: PLC0415  the first list is painted without it

    return narrowing._replace(query=query, plan=parse(query, typing=typing))
