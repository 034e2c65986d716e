"""The query line at work: search as you type, keep or give up, complete, save; and the facets that write into it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.app.asking.pick import Choice, Pick
from tui.app.asking.prompts import Ask
from tui.app.asking.query import QueryBar
from tui.app.stories.narrowing import Narrowing
from tui.app.stories.pane import Place
from tui.app.stories.rows import Sort
from tui.app.stories.shelves import with_query
from tui.library.library import Library
from tui.search.complete import Completion, complete, put
from tui.search.plan import QueryError

if TYPE_CHECKING:
    from tui.app.desk.orders import Orders

MOST_VALUES = 40


class Searching:
    """What the reader looks for."""

    def __init__(self, desk: Orders) -> None:
        self._desk = desk
        self._bar: QueryBar | None = None
        self._before = Narrowing()
        self._candidates: tuple[Completion, tuple[str, ...], int] | None = None
        self._query = ""
        self._sort = Sort.TIME
        self._place: Place | None = None

    # --------------------------------------------------------------------------------------------------- the query line

    def open(self, query: str | None = None) -> None:
        """Open the query line with what is asked for now, or with this."""
        desk = self._desk
        self.prepare()
        assert self._bar is not None
        self._before = desk.shelves.narrowing
        self._bar.display = True
        self._sort = desk.shelves.sort
        self._place = desk.stories.place
        if self._sort is Sort.RANK:
            desk.shelves.sort = Sort.TIME  # while it is typed, hits come in order of time
        self._bar.line.open_with(self._before.query if query is None else query, desk.library.marks.history())
        desk.set_focus(self._bar.line)
        if query is not None:
            self.typed(query)

    def prepare(self) -> None:
        """Have the query line at hand, out of sight."""
        if self._bar is None:
            self._bar = QueryBar()
            self._bar.display = False
            self._desk.mount(self._bar, before="#bottom")

    def typed(self, query: str) -> None:
        """Show what is found so far."""
        self._candidates = None
        self._desk.bottom.hush()
        self._desk.shelves.narrow(with_query(self._desk.shelves.narrowing, query, typing=True), typing=True)

    def keep(self, query: str) -> None:
        """Keep the query and go to the list; a wrong one is explained and changes nothing."""
        desk = self._desk
        try:
            narrowing = with_query(self._before, query, typing=False)
        except QueryError as error:
            desk.shelves.narrow(self._before)
            desk.bottom.say(f"At {error.position + 1}: {error.reason} {error.hint}".strip(), error=True, stays=True)
            if self._bar is not None:
                self._bar.line.mark_error(error.position)
            return
        if query.strip():
            desk.fetch.do(lambda: desk.library.marks.remember(query), lambda _nothing: None)
        self._close()
        desk.shelves.keep(narrowing)
        if narrowing.plan is not None and narrowing.plan.hints:
            desk.say(" ".join(narrowing.plan.hints))

    def give_up(self) -> None:
        """Close the query line; the list is as it was before, and the reader where he was in it."""
        self._close()
        looks = self._desk.shelves.back_to(self._before, self._sort)
        if self._place is not None:
            self._desk.stories.return_to(self._place, later=looks)

    def _close(self) -> None:
        self._desk.bottom.hush()
        if self._bar is not None:
            self._bar.display = False
        self._desk.panes.go(self._desk.panes.place)

    def clear(self) -> None:
        """Take all filters away."""
        self._desk.stories.clear_marked()
        self._desk.shelves.narrow(Narrowing())
        self._desk.naming.clear()

    def narrow_to(self, query: str) -> None:
        """Narrow the list by this query from now on."""
        try:
            self._desk.shelves.narrow(with_query(self._desk.shelves.narrowing, query, typing=False))
        except QueryError as error:
            self._desk.complain(f"{error.reason} {error.hint}".strip())

    # ------------------------------------------------------------------------------------------------------- completion

    def complete(self, query: str, cursor: int) -> None:
        """Complete what the cursor stands on; again for the next way to go on."""
        if self._candidates is not None:
            self._next_candidate()
            return
        completion = complete(query, cursor)
        library = self._desk.library
        ask = partial(_candidates, library, completion)
        self._desk.fetch.ask("values", ask, partial(self._offer, query, completion))

    def _offer(self, query: str, completion: Completion, texts: tuple[str, ...]) -> None:
        if self._bar is None or not self._bar.display or self._bar.line.value != query:
            return
        if not texts:
            self._desk.say("Nothing to complete here.")
            return
        self._query = query
        self._candidates = (completion, texts, -1)
        self._next_candidate()

    def _next_candidate(self) -> None:
        if self._candidates is None or self._bar is None:
            return
        completion, texts, at = self._candidates
        at = (at + 1) % len(texts)
        candidates = (completion, texts, at)
        query, cursor = put(self._query, completion, texts[at])
        self._bar.line.put(query, cursor)
        self._desk.shelves.narrow(with_query(self._desk.shelves.narrowing, query, typing=True), typing=True)
        self._candidates = candidates
        if len(texts) > 1:
            others = "  ".join([*texts[at + 1 :], *texts[:at]][:8])
            self._desk.bottom.say(f"Tab: {others}", stays=True)

    # ----------------------------------------------------------------------------------------------------------- facets

    def pick_facet(self) -> None:
        """Offer months, outlets, languages, kinds and marks with their counts; the choice goes into the query."""
        desk = self._desk
        shown = desk.shelves.shown
        if shown is not None:
            from tui.app.stories.facets import facets  # noqa: PLC0415

            desk.fetch.ask("facets", partial(facets, desk.library, shown.kept), self._show_facets)

    def _show_facets(self, choices: Sequence[Choice]) -> None:
        self._desk.app.push_screen(Pick("Narrow the list by", choices), self.facet_picked)

    def facet_picked(self, facet: str | None) -> None:
        """Narrow the list by what was picked, too."""
        if facet:
            query = self._desk.shelves.narrowing.query.strip()
            self.narrow_to(f"{query} {facet}".strip())

    # -------------------------------------------------------------------------------------------------- dates and names

    def ask_date(self) -> None:
        """Ask for a date and go to it."""
        from tui.app.stories.going import day_asked  # noqa: PLC0415

        def check(text: str) -> str:
            return "" if day_asked(text) else "Write it like 2024-10-25, 25 Oct 2024, Oct 2024 or 2024."

        def go(text: str | None) -> None:
            day = day_asked(text) if text else None
            if day is not None:
                self._desk.stories.go_to_day(day)

        self._desk.app.push_screen(
            Ask("Go to which date?", hint="2024-10-25, 25 Oct 2024, Oct 2024, 2024", check=check), go
        )

    def ask_name(self) -> None:
        """Save the search under a name."""
        query = self._desk.shelves.narrowing.query.strip()
        if not query:
            self._desk.say("There is no search to save: / begins one.")
            return

        def save(name: str | None) -> None:
            if name and name.strip():
                marks = self._desk.library.marks
                self._desk.fetch.do(lambda: marks.save_search(name.strip(), query), self._desk.say)

        def check(name: str) -> str:
            return "" if name.strip() else "A name is needed."

        self._desk.app.push_screen(Ask(f"Save “{query}” under which name?", check=check), save)

    def pick_saved(self) -> None:
        """Offer the saved searches."""
        saved = self._desk.library.marks.searches()
        if not saved:
            self._desk.say("No search is saved yet: b saves the one shown.")
            return
        choices = [Choice(query, query, lead=name) for name, query in saved.items()]

        def narrow(query: str | None) -> None:
            if query:
                self._desk.shelves.narrow(Narrowing())
                self.narrow_to(query)

        def forget(choice: Choice) -> None:
            marks = self._desk.library.marks
            self._desk.fetch.do(lambda: marks.forget_search(choice.lead), self._desk.say)

        prompt = "Type to narrow; F8 forgets a search"
        self._desk.app.push_screen(Pick("Saved searches", choices, prompt=prompt, forget=forget), narrow)


def _candidates(library: Library, completion: Completion) -> tuple[str, ...]:
    """The ways to go on: what the language knows, then what the library holds."""
    known = list(completion.texts)
    if completion.field:
        known += [value for value in library.values(completion.field, completion.begun) if value not in known]
    return tuple(known[:MOST_VALUES])
