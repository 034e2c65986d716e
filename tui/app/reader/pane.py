"""The reader: one story, clean, with its actors marked, or as it was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from tui.app.keys.table import bindings
from tui.app.paint.flow import Passage
from tui.app.paint.glyphs import signs
from tui.app.paint.lines import Lines
from tui.app.paint.reading_pane import PAD, next_of
from tui.app.paint.wrapping import Cut, Span
from tui.app.reader.as_found import as_found
from tui.app.reader.citing import cited
from tui.app.reader.page import ReaderPage, View
from tui.app.reader.passages import Point, Told, tell
from tui.app.reader.selecting_pane import SelectingPane
from tui.app.stories.pane import StoryList
from tui.library.entries import Entry
from tui.model import BlockKind, Mention, Quotation

_NOTHING = Told((), ())


class Reader(SelectingPane):
    """Shows a story and goes through its hits and mentions; what needs the library it asks for by a message."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            "reader",
            "everywhere.next_hit",
            "everywhere.previous_hit",
            "everywhere.next_point",
            "everywhere.previous_point",
            "everywhere.view",
            "everywhere.evidence",
            "everywhere.copy",
        )
    ]

    @dataclass
    class NextStory(Message):
        """The next (1) or the previous (-1) story of the list is wanted."""

        step: int

    @dataclass
    class RawWanted(Message):
        """The lines of the story's document are wanted; `show_raw` takes them."""

        number: int

    @dataclass
    class Evidence(Message):
        """What the cursor is on is to be explained: a mention, a quotation, the relations, or else the date."""

        number: int
        mention: Mention | None = None
        quotation: Quotation | None = None
        relations: bool = False

    @dataclass
    class Copied(Message):
        """A passage with its source is to go to the clipboard."""

        text: str

    @dataclass
    class ActorOpened(Message):
        """The page of an actor is wanted."""

        actor: str

    @dataclass
    class StoryOpened(Message):
        """Another story is wanted: a copy of this one, or another report."""

        number: int

    @dataclass
    class Traced(Message):
        """The stories that carry one of these passages of a paragraph are wanted, the one numbered `at` first."""

        story: int
        passages: tuple[str, ...]
        at: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.view = View.CLEAN
        self._told = _NOTHING
        self._unfolded: frozenset[BlockKind] = frozenset()
        self._raw: tuple[str, ...] | None = None
        self._at: Point | None = None
        self._clicked = 0
        self._seeks = False

    # ---------------------------------------------------------------------------------------------------- being given

    def show(self, page: ReaderPage | None) -> None:
        """Show a story with its first hit in sight, else from its top, or nothing; the same again keeps its place."""
        before = self.page
        self.stop_selecting()
        same = page is not None and before is not None and page.story.id == before.story.id
        asked_before = (
            (before.words_to_mark, before.actors_to_mark) if same and before is not None else ((), frozenset())
        )
        self.page = page
        if not same:
            self._raw = None
            self._unfolded = frozenset()
            if self.view is View.AS_FOUND:
                self.view = View.CLEAN
        self._tell(keep=same)
        self._seeks = page is not None and (page.words_to_mark, page.actors_to_mark) != asked_before
        self._seek()

    def show_raw(self, lines: Sequence[str]) -> None:
        """Show the lines of the story's document, as asked for by `RawWanted`."""
        self._raw = tuple(lines)
        if self.view is View.AS_FOUND:
            self._change_view()

    # ------------------------------------------------------------------------------------------------------- the works

    def _tell(self, *, keep: bool) -> None:
        page = self.page
        if page is None:
            self._told = _NOTHING
            self._point_at(None)
            self.set_passages((Passage("No story is open.", "dim"),))
            return
        if self.view is View.AS_FOUND and self._raw is not None:
            self._told = as_found(page.story, self._raw, page.words_to_mark)
        else:
            self._told = tell(page, signs(), marked=self.view is View.ACTORS, unfolded=self._unfolded)
        was = self._at if keep else None
        self._point_at(None)
        self.set_passages(self._told.passages, keep=keep)
        if was is not None:
            self._point_at(next((point for point in self._told.points if point.place == was.place), None))

    def room_changed(self) -> None:
        super().room_changed()
        self._seek()

    def _seek(self) -> None:
        """Bring what the search or the filter asks for into sight, with the headline where both fit."""
        if not self._seeks or not self.scrollable_content_region.height or not len(self._flow):
            return
        self._seeks = False
        wanted = [point for point in self._told.points if point.wanted]
        if wanted:
            first = next((point for point in wanted if point.mention is None), wanted[0])
            self.go_to(first.passage, first.start)
            if self.top:
                self.scroll_to(y=self.cursor - self.scrollable_content_region.height // 3, animate=False, force=True)
            self._point_at(first)

    def watch_cursor(self, old: int, new: int) -> None:
        # The mark of the current point goes with the cursor, which may have left more than the two lines of a step.
        if self._at is not None and self._flow.lines[new].passage != self._at.passage:
            self._point_at(None)
        super().watch_cursor(old, new)

    def action_view(self) -> None:
        if self.page is None:
            return
        views = tuple(View)
        self.view = views[(views.index(self.view) + 1) % len(views)]
        if self.view is View.AS_FOUND and self._raw is None:
            self.post_message(self.RawWanted(self.page.entry.number))
            return
        self._change_view()

    def _change_view(self) -> None:
        """Tell the page anew and find the block again that the cursor was on."""
        block = self.passage.block if self.passage else None
        self._tell(keep=False)
        if block is not None:
            for number, passage in enumerate(self._told.passages):
                if passage.block == block:
                    self.go_to(number)
                    return

    def _step(self, step: int, points: Sequence[Point], looked_for: str) -> None:
        if not points:
            self.notify(f"{looked_for} in this story.")
            return
        if self._at in points:
            at = (points.index(self._at) + step) % len(points)
            if (at < points.index(self._at)) is (step > 0) and len(points) > 1:
                self.post_message(
                    StoryList.Said("From the first one again." if step > 0 else "From the last one again.")
                )
        else:
            line = self._flow.lines[self.cursor]
            places = [(point.passage, point.start) for point in points]
            at = next_of(places, (line.passage, line.cut.start), step)
        self.go_to(points[at].passage, points[at].start)
        self._point_at(points[at])

    def _point_at(self, point: Point | None) -> None:
        self._at = point
        self.lit = (point.passage, Span(point.start, point.end, "hit")) if point is not None else None
        self.refresh()

    def action_next_point(self, step: int = 1) -> None:
        if self.selects("]" if step > 0 else "["):
            return
        wanted = [point for point in self._told.points if point.wanted]
        self._step(step, wanted or self._told.points, "No mention and no hit")

    def action_previous_point(self) -> None:
        self.action_next_point(-1)

    def action_next_hit(self, step: int = 1) -> None:
        hits = [point for point in self._told.points if point.wanted and point.mention is None]
        self._step(step, hits, "None of the searched words")

    def action_previous_hit(self) -> None:
        self.action_next_hit(-1)

    def action_next_story(self) -> None:
        if self.selects("J"):
            return
        self.post_message(self.NextStory(1))

    def action_previous_story(self) -> None:
        if self.selects("K"):
            return
        self.post_message(self.NextStory(-1))

    def action_read(self) -> None:
        if self.page is not None:
            entry = self.page.entry
            self.post_message(StoryList.ReadToggled((entry.number,), not entry.read))

    def action_star(self) -> None:
        if self.page is not None:
            entry = self.page.entry
            self.post_message(StoryList.StarToggled((entry.number,), not entry.star))

    def action_activate(self) -> None:
        if self.selects("enter"):
            return
        if not self._follow():
            mention = self._mention_here()
            if mention is not None and mention.actor:
                self.post_message(self.ActorOpened(mention.actor))

    def action_evidence(self) -> None:
        if self.page is None or self.passage is None:
            return
        about = self.Evidence(self.page.entry.number)
        if self.passage.role in ("relations", "entry"):
            about.relations = True
        elif self.passage.block is not None and self.passage.role != "headline":
            about.mention = self._mention_here()
            about.quotation = None if about.mention else self._quotation_here()
        self.post_message(about)

    def action_trace(self) -> None:
        """Ask for the stories that carry the sentence, or the quotation, that the cursor is on."""
        from tui.app.compare.sentences import here, passages  # noqa: PLC0415  only a trace asks

        page, passage = self.page, self.passage
        if page is None or passage is None or passage.block is None or not passage.text.strip():
            self.notify("There is no sentence of the story here.")
            return
        cut = self._flow.lines[self.cursor].cut
        text = page.story.blocks[passage.block].text
        told = tuple(text[start:end].strip() for start, end in passages(text))
        if told:
            self.post_message(self.Traced(page.entry.number, told, here(text, cut.start, cut.end)))

    def go_to_passage(self, block: int, start: int, end: int) -> None:
        """Put the cursor on this run of a block, and light it."""
        for number, passage in enumerate(self._told.passages):
            if passage.block == block:
                self.go_to(number, start)
                self.scroll_to(y=self.cursor - self.scrollable_content_region.height // 3, animate=False, force=True)
                self._point_at(Point(number, start, end, True, None, block))
                return

    def action_copy(self) -> None:
        page, passage = self.page, self.passage
        if page is None or passage is None or not passage.text:
            return
        text = self.selection.selected if self.selection is not None else passage.text
        self.post_message(self.Copied(cited(page, passage, text)))

    def _follow(self) -> bool:
        """Go where the passage under the cursor leads; whether it leads anywhere."""
        passage = self.passage
        if passage is None:
            return False
        if isinstance(passage.target, BlockKind):
            self._unfolded = self._unfolded ^ {passage.target}
            self._tell(keep=True)
        elif isinstance(passage.target, Entry):
            self.post_message(self.StoryOpened(passage.target.number))
        elif passage.role == "relations":
            entries = (number for number, told in enumerate(self._told.passages) if told.role == "entry")
            self.go_to(next(entries, 0))
        else:
            return False
        return True

    def _mention_here(self) -> Mention | None:
        """The mention that the cursor was sent to, else the first one on its line."""
        if self._at is not None and self._at.mention is not None:
            return self._at.mention
        line = self._flow.lines[self.cursor]
        return next((mention for _at, mention in self._mentions_of(line.passage) if _on(line.cut, mention)), None)

    def _mentions_of(self, passage: int) -> list[tuple[Point, Mention]]:
        points = self._told.points
        return [(point, point.mention) for point in points if point.passage == passage and point.mention is not None]

    def _quotation_here(self) -> Quotation | None:
        """The quotation on the cursor's line, if there is one."""
        line = self._flow.lines[self.cursor]
        block = self._flow.passages[line.passage].block
        said = self.page.quotations if self.page is not None else ()
        return next((one for one in said if one.block == block and _on(line.cut, one)), None)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        self._clicked = offset.x if offset is not None else 0

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        event.stop()
        if self._follow():
            return
        passage = self._flow.lines[event.line].passage
        under = self._flow.offset_at(event.line, self._clicked - 1 - PAD)
        for _point, mention in self._mentions_of(passage):
            if mention.actor and mention.start <= under < mention.end:
                self.post_message(self.ActorOpened(mention.actor))
                return


def _on(cut: Cut, found: Mention | Quotation) -> bool:
    return found.start < cut.end and found.end > cut.start
