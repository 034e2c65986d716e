"""An actor's own page: how he is written and called, what he says, his stories, and who appears with him."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.message import Message

from tui.app.keys.table import bindings
from tui.app.paint.cells import pad
from tui.app.paint.flow import GAP, Passage
from tui.app.paint.flow_pane import FlowPane
from tui.app.paint.glyphs import Signs, signs
from tui.app.paint.lines import Lines
from tui.app.paint.phrases import count, days, when
from tui.app.paint.wrapping import Span
from tui.library.entries import Entry
from tui.model import Actor, Alias, Quotation, Role
from tui.text.fold import fold

if TYPE_CHECKING:
    from tui.app.actors.told import ActorTold

COMPANIONS = 30
MOST = 200
"""Lines under one title; a list of stories shows all of them."""
DATE = 16
"""Cells for the date in front of a line."""


class ActorPage(FlowPane):
    """Shows all that is told of one actor; every story and name on it leads on."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("page", "everywhere.copy", "everywhere.evidence")]

    @dataclass
    class StoryOpened(Message):
        """A story is wanted."""

        number: int

    @dataclass
    class ActorOpened(Message):
        """The page of another actor is wanted."""

        actor: str

    @dataclass
    class Required(Message):
        """Only stories with this actor are to be shown."""

        actor: Actor

    @dataclass
    class Evidence(Message):
        """What the actor rests on is wanted."""

        actor: str

    @dataclass
    class Copied(Message):
        """A line of the page is to go to the clipboard."""

        text: str

    @dataclass
    class Parted(Message):
        """A way of writing is another's: these two names are not the same."""

        name: str
        other: str

    @dataclass
    class Rename(Message):
        """The actor is to be called otherwise."""

        name: str

    class Left(Message):
        """The reader wants to go back to the list of actors."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.told: ActorTold | None = None

    def show(self, told: ActorTold) -> None:
        """Show an actor from the top; the same actor again keeps the place."""
        same = self.told is not None and self.told.actor.id == told.actor.id
        self.told = told
        self.set_passages(tuple(actor_passages(told, signs())), keep=same)

    def action_open(self) -> None:
        target = self.passage.target if self.passage is not None else None
        if isinstance(target, Entry):
            self.post_message(self.StoryOpened(target.number))
        elif isinstance(target, Actor):
            self.post_message(self.ActorOpened(target.id))

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        event.stop()
        self.action_open()

    def action_require(self) -> None:
        if self.told is not None:
            self.post_message(self.Required(self.told.actor))

    def action_part(self) -> None:
        told, passage = self.told, self.passage
        if told is None or passage is None:
            return
        leads = {_alias_lead(told, alias): alias.text for alias in told.actor.aliases}
        other = leads.get(passage.lead, "")
        if other and other != told.actor.name:
            self.post_message(self.Parted(told.actor.name, other))
        else:
            self.notify("Go to one of the names under “Written as” first.")

    def action_rename(self) -> None:
        if self.told is not None:
            self.post_message(self.Rename(self.told.actor.name))

    def action_leave(self) -> None:
        self.post_message(self.Left())

    def action_evidence(self) -> None:
        if self.told is not None:
            self.post_message(self.Evidence(self.told.actor.id))

    def action_copy(self) -> None:
        passage = self.passage
        if passage is None or not passage.text:
            return
        text = f"{passage.lead.strip()} {passage.text}".strip()
        if isinstance(passage.target, Entry):
            text += f"\n— {passage.target.headline}, {when(passage.target.placed, signs())}, {passage.target.path}"
        self.post_message(self.Copied(text))


def actor_passages(told: ActorTold, signs: Signs) -> Iterator[Passage]:
    """The page as passages."""
    actor = told.actor
    yield Passage(actor.name, "bright bold")
    yield Passage(_summary(told, signs), "dim")
    yield from _section("Written as", _aliases(told))
    yield from _section("Called", _roles(actor.roles, {entry.id: entry for entry in told.stories}, signs))
    yield from _section("Says", _quotations(told, signs))
    yield from _section("Is spoken of", _heard(told, signs, to=False))
    yield from _section("Is told", _heard(told, signs, to=True))
    yield from _section("Stories", _stories(told, signs))
    yield from _section("Appears with", _companions(told))


def _section(title: str, passages: Iterable[Passage]) -> Iterator[Passage]:
    below = list(passages)
    if below:
        yield GAP
        yield Passage(title, "dim bold", role="gap")
        yield from below[:MOST]
        if len(below) > MOST:
            yield Passage(f"and {len(below) - MOST:,} more", "dim", role="gap")


def _summary(told: ActorTold, signs: Signs) -> str:
    actor = told.actor
    dated = [entry.placed for entry in told.stories if entry.placed.earliest is not None]
    said = [actor.kind.value, count(len(told.stories), "story", "stories"), count(actor.mentions, "mention")]
    if copies := len(told.stories) - len(told.folded):
        said.insert(2, f"{count(copies, 'copy', 'copies')} among them")
    if dated:
        said.append(days(dated[0].day or dated[0].earliest, dated[-1].day or dated[-1].latest, signs))
    return f" {signs.dot} ".join(said)


def _aliases(told: ActorTold) -> Iterator[Passage]:
    for alias in told.actor.aliases:
        lead = _alias_lead(told, alias)
        entry, sentence = told.sentences.get(alias.text, (None, ""))
        at = sentence.find(alias.text)
        spans = (Span(at, at + len(alias.text), "link underline"),) if at >= 0 else ()
        yield Passage(sentence, "dim", lead=lead, spans=spans, target=entry)


def _alias_lead(told: ActorTold, alias: Alias) -> str:
    """What stands in front of the sentence that an alias rests on: the alias, and how often he is written so."""
    wide = min(max((len(each.text) for each in told.actor.aliases), default=0), 28)
    return f"{pad(alias.text, wide)} {alias.count:>4}  "


def _roles(roles: Iterable[Role], stories: dict[str, Entry], signs: Signs) -> Iterator[Passage]:
    """Each role once, under the day of the first story that says so; how often, and until when it is said."""
    by_role: dict[str, list[Role]] = {}
    for role in roles:
        by_role.setdefault(fold(role.role), []).append(role)
    for told in by_role.values():
        dates = sorted(role.date for role in told if role.date is not None)
        first = days(dates[0], dates[0], signs) if dates else "no date"
        until = f", until {days(dates[-1], dates[-1], signs)}" if dates and dates[-1] != dates[0] else ""
        times = f"  {signs.dot} {count(len(told), 'time')}{until}" if len(told) > 1 else ""
        name = told[0].role
        span = Span(len(name), len(name) + len(times), "dim")
        entry = next((stories[role.story] for role in told if role.story in stories), None)
        yield Passage(name + times, lead=_lead(first), lead_inks="dim", spans=(span,), target=entry)


def _quotations(told: ActorTold, signs: Signs) -> Iterator[Passage]:
    for entry, quotation in told.said:
        yield _quoted(entry, quotation, f"{quotation.speaker_as_written} {quotation.cue}", signs)


def _heard(told: ActorTold, signs: Signs, *, to: bool) -> Iterator[Passage]:
    for entry, quotation, addressed in told.heard:
        if addressed == to:
            speaker = quotation.speaker or quotation.speaker_as_written
            yield _quoted(entry, quotation, f"{speaker} {quotation.cue}" if speaker else "", signs)


def _quoted(entry: Entry, quotation: Quotation, who: str, signs: Signs) -> Passage:
    """A quotation under its day, with who says so behind it."""
    behind = f"  {who}".rstrip()
    text = f"“{quotation.text}”{behind}"
    span = Span(len(text) - len(behind), len(text), "dim")
    return replace(_dated(entry, text, signs), spans=(span,))


def _stories(told: ActorTold, signs: Signs) -> Iterator[Passage]:
    """The stories in order of time, copies folded under their first."""
    folded = told.folded
    for entry in told.stories:
        if number := folded.get(entry.number):
            mark = f"  {signs.copies}{number}" if number > 1 else ""
            span = Span(len(entry.headline), len(entry.headline) + len(mark), "link")
            yield replace(_dated(entry, entry.headline + mark, signs), spans=(span,))


def _companions(told: ActorTold) -> Iterator[Passage]:
    for companion in told.with_whom[:COMPANIONS]:
        said = count(companion.stories, "story", "stories")
        yield Passage(companion.actor.name, lead=_lead(said), lead_inks="dim", target=companion.actor)


def _dated(entry: Entry, text: str, signs: Signs) -> Passage:
    return Passage(text, lead=_lead(when(entry.placed, signs)), lead_inks="dim", target=entry)


def _lead(text: str) -> str:
    return pad(text, DATE) + "  "
