"""The reader's own word: read, stars, notes, tags, verdicts, and the word on actors; all of it can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.message import Message

from tui.app.asking.pick import Choice, Pick
from tui.app.asking.prompts import Ask
from tui.app.desk.arrangement import Place
from tui.app.paint.glyphs import signs
from tui.app.paint.phrases import when
from tui.library.entries import Entry
from tui.library.marks.markstore import Highlight
from tui.library.marks.undo import Changed
from tui.model import ActorEdit

if TYPE_CHECKING:
    from tui.app.desk.orders import Orders


class MarksChanged(Message):
    """The marks are not what they were; from whichever thread changed them."""

    def __init__(self, changed: Changed) -> None:
        super().__init__()
        self.changed = changed


class Marking:
    """Keeps the reader's word in the library's marks, and shows what it changes."""

    def __init__(self, desk: Orders) -> None:
        self._desk = desk
        self._library = desk.library
        self._marks = desk.library.marks
        self._marks.listen(self._heard)
        self._verdicts = self._marks.verdicts()
        self._problem = ""

    def _heard(self, changed: Changed) -> None:
        self._desk.post_message(MarksChanged(changed))

    def changed(self, changed: Changed) -> None:
        """Show what another word makes different."""
        self._desk.stories.forget()
        if "actors" in changed.kinds or ("verdict" in changed.kinds and self._judged_anew()):
            self._desk.building.start_again()
        if changed.kinds & {"read", "star", "note", "tag", "highlight"}:
            self._desk.reading.again()
        if "verdict" in changed.kinds and self._desk.panes.in_sight(Place.COMPARE):
            self._desk.comparing.again(None)

    def _judged_anew(self) -> bool:
        """Whether the verdicts are others than before: what another program changed may be anything."""
        before, self._verdicts = self._verdicts, self._marks.verdicts()
        return before != self._verdicts

    def look(self) -> None:
        """Take in what another program or the reader's editor wrote; say why a file of theirs cannot be read."""
        self._desk.fetch.do(self._look, self._looked)

    def _look(self) -> str:
        self._marks.refresh()
        return self._marks.actors_problem

    def _looked(self, problem: str) -> None:
        if problem and problem != self._problem:
            self._desk.complain(problem)
        self._problem = problem

    def read(self, numbers: Iterable[int], on: bool) -> None:
        """Mark stories as read, or as unread."""
        self._do(lambda: self._marks.set_read(self._keys(numbers), on))

    def opened(self, number: int) -> None:
        """A story was opened: it counts as read."""
        self._desk.fetch.do(lambda: self._read_if_new(number), lambda _words: None)

    def _read_if_new(self, number: int) -> str:
        entry = self._library.entry(number)
        return "" if entry.read else self._marks.set_read([entry.key])

    def star(self, numbers: Iterable[int], on: bool) -> None:
        """Give stories a star, or take it away."""
        self._do(lambda: self._marks.set_star(self._keys(numbers), on))

    def judge(self, left: Entry, right: Entry, same: bool) -> None:
        """Keep the reader's verdict on two stories."""
        self._do(lambda: self._marks.set_verdict(left.key, right.key, same))

    def edit_actors(self, edit: ActorEdit) -> None:
        """Keep the reader's word on actors."""
        self._do(lambda: self._marks.edit_actors(edit))

    def undo_merge(self, names: Iterable[str]) -> None:
        """Take the last merge apart that one of these names was part of."""
        self._do(lambda: self._marks.undo_merge(names))

    def undo(self) -> None:
        """Take back what was done last."""
        self._do(self._marks.undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._do(self._marks.redo)

    def ask_note(self, number: int | None) -> None:
        """Ask for a note on a story."""
        entry = self._entry(number)
        if entry is None:
            return

        def keep(note: str | None) -> None:
            if note is not None:
                self._do(lambda: self._marks.set_note(entry.key, note))

        prompt = Ask("A note on this story", value=self._marks.note(entry.key), hint="An empty one takes it away.")
        self._desk.app.push_screen(prompt, keep)

    def ask_tag(self, number: int | None) -> None:
        """Ask for a tag: one that the story has is taken away, another is given."""
        entry = self._entry(number)
        if entry is None:
            return
        marked = tuple(self._desk.stories.marked) or (entry.number,)
        has = self._marks.tags(entry.key)

        def keep(tag: str | None) -> None:
            if tag is None or not tag.strip():
                return
            if tag.strip().casefold() in [other.casefold() for other in has]:
                self._do(lambda: self._marks.remove_tag(self._keys(marked), tag.strip()))
            else:
                self._do(lambda: self._marks.add_tag(self._keys(marked), tag))

        used = "  ".join(list(self._marks.tag_counts())[:8])
        hint = f"It has: {'  '.join(has)}. The same again takes it away." if has else f"In use: {used}" if used else ""
        self._desk.app.push_screen(Ask("Which tag?", hint=hint), keep)

    def ask_highlight(self, number: int, highlight: Highlight) -> None:
        """Ask for a note and a tag on a passage, and keep it."""
        entry = self._entry(number)
        if entry is None:
            return

        def keep(said: str | None) -> None:
            if said is not None:
                note, tag = note_and_tag(said)
                kept = replace(highlight, note=note, tag=tag)
                self._do(lambda: self._marks.add_highlight(entry.key, kept))

        value = " ".join(filter(None, [highlight.note, highlight.tag and f"#{highlight.tag}"]))
        hint = "A word with # is its tag. Enter keeps it, Esc does not."
        shown = " ".join(highlight.text.split())
        self._desk.app.push_screen(Ask(f"A note on “{shown}”", value=value, hint=hint), keep)

    def unmark(self, number: int, highlight: Highlight) -> None:
        """Take a highlight away."""
        entry = self._entry(number)
        if entry is not None:
            self._do(lambda: self._marks.remove_highlight(entry.key, highlight.id))

    def pick_highlight(self) -> None:
        """Offer the highlighted passages of all stories; the choice is opened."""
        from tui.library.asking.passages import passages  # noqa: PLC0415

        self._desk.fetch.ask("highlights", lambda: passages(self._library), self._offer_highlights)

    def _offer_highlights(self, found: Sequence[tuple[Entry, Highlight]]) -> None:
        if not found:
            self._desk.say("No passage is highlighted yet: V in a story begins one.")
            return
        choices = [_choice(str(at), entry, own) for at, (entry, own) in enumerate(found)]

        def go(at: str | None) -> None:
            if at is not None:
                entry, own = found[int(at)]
                place = (own.block, own.start, own.end) if own.block >= 0 else None
                self._desk.reading.open(entry.number, place)

        self._desk.app.push_screen(Pick("Highlighted passages", choices, prompt="Type to narrow; Enter opens"), go)

    def _entry(self, number: int | None) -> Entry | None:
        found = [] if number is None else list(self._desk.shelves.entries_of([number]))
        if not found:
            self._desk.say("There is no story here.")
        return found[0] if found else None

    def _keys(self, numbers: Iterable[int]) -> list[str]:
        return [entry.key for entry in self._library.entries(numbers)]

    def _do(self, command: Callable[[], str]) -> None:
        self._desk.fetch.do(command, self._desk.say)


def note_and_tag(said: str) -> tuple[str, str]:
    """The note, and the last word of it that has # in front as its tag."""
    words = said.split()
    tags = [word for word in words if len(word) > 1 and word.startswith("#")]
    return " ".join(word for word in words if word not in tags), tags[-1][1:] if tags else ""


def _choice(value: str, entry: Entry, own: Highlight) -> Choice:
    about = " ".join(filter(None, [own.tag and f"#{own.tag}", own.note]))
    source = ", ".join(filter(None, [entry.headline, when(entry.placed, signs())]))
    return Choice(value, " ".join(own.text.split()), lead=about, group=source)
