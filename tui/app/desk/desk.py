"""The main screen: sets the panes beside one another and takes what they ask for to whoever answers it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.app.desk.arrangement import Place
from tui.app.desk.bottom import BottomLine
from tui.app.desk.orders import Orders
from tui.app.desk.panes import Panes
from tui.app.desk.top import TopLine
from tui.app.paint.lines import LineView
from tui.app.reader.reading import Reading
from tui.app.stories.pane import StoryList
from tui.app.stories.shelves import Shelves, Shown, counted, narrowed
from tui.app.work.building import Building
from tui.app.work.fetch import Answered, Fetch
from tui.library.library import Library

if TYPE_CHECKING:
    from tui.app.actors.page import ActorPage
    from tui.app.actors.pane import Actors
    from tui.app.asking.query import QueryLine
    from tui.app.compare.pane import Compare
    from tui.app.doing.marking import MarksChanged
    from tui.app.reader.pane import Reader

LOOK_EVERY = 5.0  # seconds between looks at what other programs wrote into the marks


class Desk(Orders):
    """Actors, stories, and a story or two; above them what is loaded, below them what can be done."""

    def __init__(
        self, library: Library, source: str, *, keymap: Mapping[str, str], build: bool = True, watch: bool = False
    ) -> None:
        """`source` says in a word or two what is read; `keymap` are the reader's own keys."""
        super().__init__()
        self.keymap = keymap
        self.library = library
        self.fetch = Fetch(self, library.interrupt, self.complain)
        self.shelves = Shelves(library, self.fetch, self._deliver)
        self.panes = Panes(self)
        self.reading = Reading(self)
        self.building = Building(self, build=build, watch=watch)
        self._source = source

    def compose(self) -> ComposeResult:
        yield TopLine(self._source, id="top")
        with Horizontal(id="panes"):
            yield StoryList(id="stories")
        yield BottomLine(id="bottom")

    def on_mount(self) -> None:
        self.panes.arrange()
        self.stories.focus()
        self.shelves.begin()
        self.set_interval(LOOK_EVERY, self.look_at_marks)

    def on_unmount(self) -> None:
        self.building.stop()
        self.fetch.close()

    def look_at_marks(self) -> None:
        """Look whether another program, or the reader's editor, changed the marks."""
        if self.building.begun:
            self.marking.look()

    def on_resize(self, event: events.Resize) -> None:
        self.panes.arrange(event.size.width)

    # ----------------------------------------------------------------------------------------------------- the answers

    def on_answered(self, message: Answered) -> None:
        message.stop()
        self.fetch.answered(message)

    def _deliver(self, shown: Shown, changed: frozenset[int] | None) -> None:
        """Put a new state of the list on the screen; the first page of hits alone where the others are to come."""
        if shown.listing.stories:
            self.stories.show(shown.listing, self.shelves.entries_of, changed=changed, from_top=shown.from_top)
        else:
            self.stories.say(self.building.why_empty(shown))
            self.reading.show_nothing()
        self.top.show(shown.summary)
        self.bottom.show(counts=counted(shown), filter=narrowed(shown), problems=shown.summary.problems)
        self.building.list_shown()
        if shown.page:
            return
        self.panes.refresh_actors()
        if changed is None or self.reading.number in changed or self.reading.behind:
            self.reading.again()
        if self.panes.in_sight(Place.COMPARE):
            self.comparing.again(changed)

    @on(LineView.Moved)
    def _list_moved(self, message: LineView.Moved) -> None:
        if message.lines is self.stories:
            self.reading.follow()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.panes.focused(event.widget)

    # ------------------------------------------------------------------------------------------- what the list asks for

    def on_story_list_opened(self, message: StoryList.Opened) -> None:
        self.reading.open(message.number)

    def on_story_list_refolded(self) -> None:
        self.shelves.unfolded = self.stories.unfolded
        self.shelves.all_unfolded = self.stories.all_unfolded
        self.shelves.look()

    def on_story_list_sort_asked(self, message: StoryList.SortAsked) -> None:
        if message.reverse:
            self.shelves.reversed = not self.shelves.reversed
        else:
            self.shelves.sort_next()
        self.say(f"Sorted by {self.shelves.sort.value}" + (", the other way round." if self.shelves.reversed else "."))
        self.shelves.look()

    def on_story_list_read_toggled(self, message: StoryList.ReadToggled) -> None:
        self.marking.read(message.numbers, message.read)

    def on_story_list_star_toggled(self, message: StoryList.StarToggled) -> None:
        self.marking.star(message.numbers, message.star)

    def on_story_list_contexts_asked(self) -> None:
        self.hits.show()

    def on_story_list_date_asked(self) -> None:
        self.searching.ask_date()

    def on_story_list_save_asked(self) -> None:
        self.searching.ask_name()

    def on_story_list_saved_asked(self) -> None:
        self.searching.pick_saved()

    def on_story_list_said(self, message: StoryList.Said) -> None:
        self.say(message.text)

    # ------------------------------------------------------------------------------------ what the other panes ask for

    def on_reader_next_story(self, message: Reader.NextStory) -> None:
        self.reading.step(message.step)

    def on_reader_raw_wanted(self, message: Reader.RawWanted) -> None:
        self.reading.show_raw(message.number)

    def on_reader_evidence(self, message: Reader.Evidence) -> None:
        self.explaining.of_reader(message)

    def on_reader_copied(self, message: Reader.Copied) -> None:
        self.handing.copy(message.text)

    def on_reader_actor_opened(self, message: Reader.ActorOpened) -> None:
        self.naming.open(message.actor)

    def on_reader_story_opened(self, message: Reader.StoryOpened) -> None:
        self.reading.open(message.number)

    def on_selecting_pane_selected(self, message: Reader.Selected) -> None:
        self.marking.ask_highlight(message.number, message.highlight)

    def on_selecting_pane_unmarked(self, message: Reader.Unmarked) -> None:
        self.marking.unmark(message.number, message.highlight)

    def on_reader_traced(self, message: Reader.Traced) -> None:
        self.tracing.begin(message.story, message.passages, message.at)

    def on_compare_traced(self, message: Compare.Traced) -> None:
        self.tracing.begin(message.story, message.passages, message.at)

    def on_compare_paragraphs_wanted(self) -> None:
        self.comparing.show_paragraphs()

    def on_compare_verdict_given(self, message: Compare.VerdictGiven) -> None:
        self.comparing.judge(message.same)

    def on_compare_other_copy(self, message: Compare.OtherCopy) -> None:
        self.comparing.other_copy(message.step)

    def on_compare_swapped(self) -> None:
        self.comparing.swap()

    def on_compare_evidence(self) -> None:
        self.comparing.explain()

    def on_compare_copied(self, message: Compare.Copied) -> None:
        self.handing.copy(message.text)

    def on_actors_filter_changed(self, message: Actors.FilterChanged) -> None:
        self.naming.narrow(message.required, message.excluded, message.any_of)

    def on_actors_typed(self) -> None:
        self.naming.count()

    def on_actors_opened(self, message: Actors.Opened) -> None:
        self.naming.open(message.actor)

    def on_actors_merge(self, message: Actors.Merge) -> None:
        self.naming.merge(message.actors)

    def on_actors_unmerge(self, message: Actors.Unmerge) -> None:
        self.naming.unmerge(message.actor)

    def on_actors_hide(self, message: Actors.Hide) -> None:
        self.naming.hide(message.actor)

    def on_actors_retype(self, message: Actors.Retype) -> None:
        self.naming.retype(message.actor, message.kind)

    def on_actors_evidence(self, message: Actors.Evidence) -> None:
        self.explaining.actor(message.actor)

    def on_actor_page_story_opened(self, message: ActorPage.StoryOpened) -> None:
        self.reading.open(message.number)

    def on_actor_page_actor_opened(self, message: ActorPage.ActorOpened) -> None:
        self.naming.open(message.actor)

    def on_actor_page_required(self, message: ActorPage.Required) -> None:
        self.naming.require(message.actor)

    def on_actor_page_evidence(self, message: ActorPage.Evidence) -> None:
        self.explaining.actor(message.actor)

    def on_actor_page_copied(self, message: ActorPage.Copied) -> None:
        self.handing.copy(message.text)

    def on_actor_page_parted(self, message: ActorPage.Parted) -> None:
        self.naming.part(message.name, message.other)

    def on_actor_page_rename(self, message: ActorPage.Rename) -> None:
        self.naming.ask_name(message.name)

    def on_actor_page_left(self) -> None:
        self.panes.leave()

    def on_query_line_typed(self, message: QueryLine.Typed) -> None:
        self.searching.typed(message.query)

    def on_query_line_kept(self, message: QueryLine.Kept) -> None:
        self.searching.keep(message.query)

    def on_query_line_given_up(self) -> None:
        self.searching.give_up()

    def on_query_line_completion_asked(self, message: QueryLine.CompletionAsked) -> None:
        self.searching.complete(message.query, message.cursor)

    def on_marks_changed(self, message: MarksChanged) -> None:
        self.marking.changed(message.changed)
