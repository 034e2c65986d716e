"""What the reader can order from anywhere, and who carries it out: each is made when it is first needed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType
from textual.screen import Screen

from tui.app.desk.arrangement import Place
from tui.app.desk.bottom import BottomLine
from tui.app.desk.panes import Panes
from tui.app.desk.top import TopLine
from tui.app.keys.table import bindings
from tui.app.reader.reading import Reading
from tui.app.stories.pane import StoryList
from tui.app.stories.shelves import Shelves
from tui.app.work.building import Building
from tui.app.work.fetch import Fetch
from tui.library.library import Library

if TYPE_CHECKING:
    from tui.app.actors.naming import Naming
    from tui.app.asking.searching import Searching
    from tui.app.compare.comparing import Comparing
    from tui.app.compare.tracing import Tracing
    from tui.app.doing.handing import Handing
    from tui.app.doing.marking import Marking
    from tui.app.reader.pane import Reader
    from tui.app.stories.hits import Hits
    from tui.app.telling.explaining import Explaining


class Orders(Screen[None]):
    """The keys that work everywhere. The desk says what is shown; this says what is done."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("everywhere")]

    keymap: Mapping[str, str]
    library: Library
    fetch: Fetch
    shelves: Shelves
    panes: Panes
    reading: Reading
    building: Building

    @cached_property
    def stories(self) -> StoryList:
        """The list of stories."""
        return self.query_one(StoryList)

    @cached_property
    def bottom(self) -> BottomLine:
        """The bottom line."""
        return self.query_one(BottomLine)

    @cached_property
    def top(self) -> TopLine:
        """The top line."""
        return self.query_one(TopLine)

    @cached_property
    def searching(self) -> Searching:
        """The query line and what it asks."""
        from tui.app.asking.searching import Searching  # noqa: PLC0415  what the first list needs not is imported on demand

        return Searching(self)

    @cached_property
    def hits(self) -> Hits:
        """The hits in their contexts, and their counts."""
        from tui.app.stories.hits import Hits  # noqa: PLC0415

        return Hits(self)

    @cached_property
    def comparing(self) -> Comparing:
        """Two stories side by side."""
        from tui.app.compare.comparing import Comparing  # noqa: PLC0415

        return Comparing(self)

    @cached_property
    def tracing(self) -> Tracing:
        """A sentence followed through the stories."""
        from tui.app.compare.tracing import Tracing  # noqa: PLC0415

        return Tracing(self)

    @cached_property
    def naming(self) -> Naming:
        """The actors: their counts, the filter they make, merges."""
        from tui.app.actors.naming import Naming  # noqa: PLC0415

        return Naming(self)

    @cached_property
    def marking(self) -> Marking:
        """What the reader says of stories, undone and redone."""
        from tui.app.doing.marking import Marking  # noqa: PLC0415

        return Marking(self)

    @cached_property
    def handing(self) -> Handing:
        """What leaves the program, and the lists that it shows of itself."""
        from tui.app.doing.handing import Handing  # noqa: PLC0415

        return Handing(self)

    @cached_property
    def explaining(self) -> Explaining:
        """What dates, matches and names rest on."""
        from tui.app.telling.explaining import Explaining  # noqa: PLC0415

        return Explaining(self)

    @property
    def here(self) -> int | None:
        """The number of the story that the reader means: the open one when the reader pane has the keys."""
        if self.panes.place is Place.READER and self.reading.number is not None:
            return self.reading.number
        return self.stories.story

    def say(self, text: str, *, error: bool = False) -> None:
        """Say one line to the reader."""
        self.bottom.say(text, error=error)

    def complain(self, text: str) -> None:
        """Say what went wrong."""
        self.say(text, error=True)

    # ------------------------------------------------------------------------------------------------- keys everywhere

    def action_stories(self) -> None:
        self.panes.go(Place.STORIES)

    def action_reader(self) -> None:
        self.reading.enter()

    def action_comparison(self) -> None:
        self.comparing.enter()

    def action_actors(self) -> None:
        self.panes.go(Place.ACTORS)

    def action_next_pane(self) -> None:
        self.panes.step(1)

    def action_previous_pane(self) -> None:
        self.panes.step(-1)

    def action_back(self) -> None:
        if not self.panes.leave():
            self.app.exit()

    def action_leave(self) -> None:
        self.panes.leave()

    def action_cancel(self) -> None:
        self.bottom.hush()
        reader = self.panes.made(Place.READER)
        if reader is not None and cast("Reader", reader).stop_selecting():
            return
        if self.fetch.give_up("search") or self.fetch.give_up("comparing") or self.stories.clear_marked():
            return
        self.panes.leave()

    def action_help(self) -> None:
        self.handing.show_help()

    def action_palette(self) -> None:
        self.handing.show_palette()

    def action_query(self) -> None:
        self.searching.open()

    def action_facets(self) -> None:
        self.searching.pick_facet()

    def action_counts(self) -> None:
        self.hits.count()

    def action_clear(self) -> None:
        self.searching.clear()

    def action_next_hit(self) -> None:
        self.say("There is nothing to go to in this pane.")

    action_previous_hit = action_next_point = action_previous_point = action_next_hit

    def action_view(self) -> None:
        self.say("This pane shows its matter in one way.")

    def action_zoom(self) -> None:
        self.panes.zoom()

    def action_narrower(self) -> None:
        self.panes.nudge(-1)

    def action_wider(self) -> None:
        self.panes.nudge(1)

    def action_compare(self) -> None:
        self.comparing.begin()

    def action_story_actors(self) -> None:
        self.naming.only_of(self.here)

    def action_evidence(self) -> None:
        if self.here is not None:
            self.explaining.story(self.here)

    def action_copy(self) -> None:
        self.handing.copy_story(self.here)

    def action_original(self) -> None:
        self.handing.open_address(self.here)

    def action_pager(self) -> None:
        self.handing.page_file(self.here)

    def action_write(self) -> None:
        self.handing.write()

    def action_highlights(self) -> None:
        self.marking.pick_highlight()

    def action_undo(self) -> None:
        self.marking.undo()

    def action_redo(self) -> None:
        self.marking.redo()

    def action_note(self) -> None:
        self.marking.ask_note(self.here)

    def action_tag(self) -> None:
        self.marking.ask_tag(self.here)

    def action_rescan(self) -> None:
        self.building.start()

    def action_follow(self) -> None:
        self.building.follow()

    def action_problems(self) -> None:
        self.handing.show_problems()

    def action_theme(self) -> None:
        self.handing.change_theme()
