"""Opening a story: the page of it is made in a thread; the reader pane follows the list when the keys rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual.timer import Timer

from tui.app.desk.arrangement import Place
from tui.library.library import Library

if TYPE_CHECKING:
    from tui.app.desk.orders import Orders
    from tui.app.reader.page import ReaderPage
    from tui.app.reader.pane import Reader

Asked = tuple[tuple[str, ...], frozenset[str]]
"""What a page is marked with: the words of the search, and the ids of the actors that the filter asks for."""
REST = 0.12  # seconds without a key after which the reader pane follows


class Reading:
    """What is in the reader pane."""

    def __init__(self, desk: Orders) -> None:
        self._desk = desk
        self._timer: Timer | None = None
        self.number: int | None = None
        """The story that is open, or about to be."""
        self._asked: Asked = ((), frozenset())
        self._seeks: tuple[int, int, int] | None = None

    @property
    def _reader(self) -> Reader:
        return cast("Reader", self._desk.panes.pane(Place.READER))

    def follow(self) -> None:
        """Show the story under the cursor of the list, and its month, when the keys have rested."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._desk.set_timer(REST, self._rested)

    def _rested(self) -> None:
        panes, number = self._desk.panes, self._desk.stories.story
        self._desk.top.point_at(self._desk.stories.month)
        in_sight = panes.in_sight(Place.READER) and panes.made(Place.READER) is not None
        if in_sight and number is not None and number != self.number and panes.place is not Place.READER:
            self._show(number)

    def open(self, number: int, at: tuple[int, int, int] | None = None) -> None:
        """Go to the reader with this story, at this run (block, start, end) of its text, and count it as read."""
        self._seeks = at
        self._desk.stories.go_to(number)
        self._desk.panes.go(Place.READER)
        self._show(number)
        self._desk.marking.opened(number)

    def enter(self) -> None:
        """Go to the reader, with the story that is open, else the one under the cursor."""
        number = self.number if self.number is not None else self._desk.stories.story
        if number is None:
            self._desk.panes.go(Place.READER)
        else:
            if number != self.number or self.behind:
                self._show(number)
            self._desk.panes.go(Place.READER)

    def step(self, step: int) -> None:
        """Open the next story of the list, or the one before; the filter is respected."""
        number = self._desk.stories.step(step)
        if number is None:
            self._desk.say(
                "This is the last story of the list." if step > 0 else "This is the first story of the list."
            )
        elif self._desk.panes.place is Place.READER:
            self._show(number)
            self._desk.marking.opened(number)

    @property
    def behind(self) -> bool:
        """Whether the open story is marked for another search or filter than there is now."""
        return self.number is not None and self._asked != self._asks()

    def _asks(self) -> Asked:
        shown = self._desk.shelves.shown
        required = self._desk.shelves.narrowing.required
        return () if shown is None else shown.words, frozenset(actor.id for actor in required)

    def again(self) -> None:
        """Show the open story anew: its date, its copies or its actors changed."""
        if self.number is not None and self._desk.panes.in_sight(Place.READER):
            self._show(self.number)

    def show_nothing(self) -> None:
        """Leave the pane empty."""
        self.number = None
        self._desk.fetch.give_up("reading")
        if self._desk.panes.made(Place.READER) is not None:
            self._reader.show(None)

    def _show(self, number: int) -> None:
        self.number = number
        self._asked = words, required = self._asks()
        library, relating = self._desk.library, self._desk.building.relates
        self._desk.fetch.ask("reading", lambda: page_of(library, number, words, required, relating), self._came)

    def _came(self, page: ReaderPage) -> None:
        self._reader.show(page)
        if self._seeks is not None:
            run, self._seeks = self._seeks, None
            self._reader.go_to_passage(*run)

    def show_raw(self, number: int) -> None:
        """Give the reader pane the lines of the document as they were found."""
        library = self._desk.library
        self._desk.fetch.ask("raw", lambda: raw_lines(library, number), self._reader.show_raw)


def page_of(
    library: Library, number: int, words: tuple[str, ...], required: frozenset[str], relating: bool
) -> ReaderPage:
    """The page of one story with all that is known of it. Raises UnknownStory."""
    from tui.app.reader.page import ReaderPage  # noqa: PLC0415  the first list is painted without it
    from tui.library.marks.anchoring import anchored  # noqa: PLC0415

    entry, story = library.entry(number), library.story(number)
    return ReaderPage(
        entry=entry,
        story=story,
        placed=library.placed(number),
        copies=tuple(library.entries(library.copies(number))),
        reports=tuple(library.entries(library.reports(number))),
        mentions=library.mentions(number),
        quotations=library.quotations(number),
        words_to_mark=words,
        actors_to_mark=required,
        version=version_of(library, number),
        note=library.marks.note(entry.key),
        tags=library.marks.tags(entry.key),
        highlights=anchored(story, library.marks.highlights(entry.key)),
        relating=relating,
    )


def version_of(library: Library, number: int) -> str:
    """Which version of its story this is, and what changed in it; "" for the only one. Raises UnknownStory."""
    from tui.library.asking.kin import kin  # noqa: PLC0415  the first list is painted without it

    if len(kin(library, number)) == 1:
        return ""
    from tui.library.asking.descending import versions_of  # noqa: PLC0415  aligns, which few stories ask for
    from tui.views.descent import version_words  # noqa: PLC0415

    chain = versions_of(library, number)
    return "" if chain is None else version_words(chain, library.entry(number).id)


def raw_lines(library: Library, number: int) -> Sequence[str]:
    """The lines of a story's document as they were decoded. Raises OSError where the file cannot be read any more."""
    from tui.ingest.lines import lines  # noqa: PLC0415  only the third view of the reader asks

    return lines(library.story(number).document)
