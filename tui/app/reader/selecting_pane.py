"""Selecting a passage with the keys: it begins with a sentence and grows by sentences and words of its paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.app.paint.flow import Passage
from tui.app.paint.flow_pane import FlowPane
from tui.app.paint.wrapping import Span
from tui.app.stories.pane import StoryList

if TYPE_CHECKING:
    from tui.app.reader.page import ReaderPage
    from tui.app.reader.selecting import Selection
    from tui.library.marks.markstore import Highlight

_HOW = "j k a sentence, ] [ a word, J K the start; Enter keeps it"


class SelectingPane(FlowPane):
    """A page of which passages can be highlighted; while one is selected, the keys that move change it."""

    page: ReaderPage | None = None
    selection: Selection | None = None

    @dataclass
    class Selected(Message):
        """This passage is to be highlighted; `highlight` has the note and tag of the one that stood there."""

        number: int
        highlight: Highlight

    @dataclass
    class Unmarked(Message):
        """This highlight is to be taken away."""

        number: int
        highlight: Highlight

    def action_select(self) -> None:
        """Begin to select with the sentence under the cursor, or with the highlight there; again to keep it."""
        from tui.app.reader.selecting import Selection, begun  # noqa: PLC0415  few stories are marked in

        if self.selection is not None:
            self._keep()
            return
        page, passage = self.page, self.passage
        if page is None or passage is None or not self._is_of_story(passage):
            self.post_message(StoryList.Said("V highlights sentences: go to a paragraph first."))
            return
        assert passage.block is not None
        line = self._flow.lines[self.cursor]
        own = self._highlight_here()
        if own is not None:
            self._select(Selection(line.passage, own.block, passage.text, own.start, own.end, own.id))
        else:
            self._select(begun(line.passage, passage.block, passage.text, line.cut.start))
        self.post_message(StoryList.Said(_HOW))

    def stop_selecting(self) -> bool:
        """Give the selection up; whether there was one."""
        had = self.selection is not None
        self.selection = None
        if had:
            self.lit = None
            self.refresh()
        return had

    def action_unmark(self) -> None:
        """Take the highlight under the cursor away."""
        own = self._highlight_here()
        if self.page is None or own is None:
            self.post_message(StoryList.Said("No highlighted passage stands here."))
            return
        self.stop_selecting()
        self.post_message(self.Unmarked(self.page.entry.number, own))

    def action_down(self) -> None:
        if self.selection is None:
            super().action_down()
        else:
            self._select(self.selection.by_sentence(1))

    def action_up(self) -> None:
        if self.selection is None:
            super().action_up()
        else:
            self._select(self.selection.by_sentence(-1))

    def selects(self, key: str) -> bool:
        """Let `]` `[` `J` `K` change what is selected; whether something is."""
        if self.selection is None:
            return False
        match key:
            case "]":
                self._select(self.selection.by_word(1))
            case "[":
                self._select(self.selection.by_word(-1))
            case "J":
                self._select(self.selection.from_word(1))
            case "K":
                self._select(self.selection.from_word(-1))
            case "enter":
                self._keep()
        return True

    def _select(self, selection: Selection) -> None:
        self.go_to(selection.passage, selection.end - 1)
        self.selection = selection
        self.lit = (selection.passage, Span(selection.start, selection.end, "hit"))
        self.refresh()

    def _keep(self) -> None:
        from tui.library.marks.markstore import Highlight  # noqa: PLC0415

        selection, page = self.selection, self.page
        if selection is None or page is None:
            return
        self.stop_selecting()
        old = next((own for own in page.highlights if own.id and own.id == selection.id), None)
        note, tag = (old.note, old.tag) if old else ("", "")
        kept = Highlight(selection.block, selection.start, selection.end, selection.selected, note, tag, selection.id)
        self.post_message(self.Selected(page.entry.number, kept))

    def _highlight_here(self) -> Highlight | None:
        """The highlight that is selected, or that stands on the cursor's line."""
        if self.page is None or self.passage is None or self.passage.block is None:
            return None
        if self.selection is not None:
            return next((own for own in self.page.highlights if own.id == self.selection.id), None)
        cut = self._flow.lines[self.cursor].cut
        here = [own for own in self.page.highlights if own.block == self.passage.block]
        if self.passage.role == "highlight":
            return next((own for own in here if own.id == self.passage.target), None)
        return next((own for own in here if own.start < cut.end and own.end > cut.start), None)

    def _is_of_story(self, passage: Passage) -> bool:
        """Whether a passage says a block of the story as it is."""
        return (
            self.page is not None
            and passage.block is not None
            and passage.role != "highlight"
            and bool(passage.text)
            and self.page.story.blocks[passage.block].text == passage.text
        )
