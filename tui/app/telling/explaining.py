"""Evidence on the screen: what a date, a match, a name or a quotation rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app.paint.glyphs import signs
from tui.app.paint.phrases import when
from tui.app.telling.evidence import Evidence
from tui.library.library import Library
from tui.model import Quotation
from tui.views.evidence import of_actor, of_date, of_match
from tui.views.order import among_its_day

if TYPE_CHECKING:
    from tui.app.compare.comparing import Compared
    from tui.app.desk.orders import Orders
    from tui.app.reader.pane import Reader

MOST_MATCHES = 12


class Explaining:
    """Fetches what something rests on and shows it."""

    def __init__(self, desk: Orders) -> None:
        self._desk = desk

    def of_reader(self, asked: Reader.Evidence) -> None:
        """Explain what the cursor of the reader is on."""
        if asked.mention is not None and asked.mention.actor:
            self.actor(asked.mention.actor)
        elif asked.quotation is not None:
            self._show("This quotation", of_quotation(asked.quotation))
        elif asked.relations:
            self.relations(asked.number)
        else:
            self.story(asked.number)

    def story(self, number: int) -> None:
        """Explain the date of a story."""
        library = self._desk.library
        self._desk.fetch.ask("evidence", lambda: of_day(library, number), lambda said: self._show("This date", said))

    def relations(self, number: int) -> None:
        """Explain what a story is to others."""
        library = self._desk.library
        self._desk.fetch.ask(
            "evidence", lambda: of_relations(library, number), lambda said: self._show("Copies and reports", said)
        )

    def actor(self, id: str) -> None:
        """Explain an actor."""
        library = self._desk.library
        self._desk.fetch.ask(
            "evidence", lambda: of_actor(library.actor(id)), lambda said: self._show("This name", said)
        )

    def match(self, compared: Compared) -> None:
        """Explain what two stories are to each other."""
        if compared.match:
            order = (f"{sentence}." for sentence in compared.descent)
            self._show("These two stories", (of_match(compared.match), *order))
        else:
            self._show("These two stories", ("Nothing was found that makes these two belong together.",))

    def _show(self, title: str, sentences: Sequence[str]) -> None:
        self._desk.app.push_screen(Evidence(title, sentences))


def of_day(library: Library, number: int) -> tuple[str, ...]:
    """What a story's date rests on, and which of its copies and reports share its day. Raises UnknownStory."""
    placed = library.placed(number)
    kin = {*library.copies(number), *library.reports(number)} - {number}
    level = among_its_day(placed, [entry.placed for entry in library.entries(kin)])
    return (*of_date(placed), level) if level else of_date(placed)


def of_quotation(quotation: Quotation) -> tuple[str, ...]:
    """Who is quoted, and how the text says so."""
    if not quotation.speaker:
        return ("The text does not tell who says this.",)
    said = f"Said by {quotation.speaker}."
    written = quotation.speaker_as_written
    if written and written != quotation.speaker:
        return (said, f"The text says “{written}”" + (f", by “{quotation.cue}”." if quotation.cue else "."))
    return (said, f"The text says so by “{quotation.cue}”.") if quotation.cue else (said,)


def of_relations(library: Library, number: int) -> tuple[str, ...]:
    """One sentence for each story that this one is something to. Raises UnknownStory."""
    id = library.entry(number).id
    said = []
    for match in library.matches(number)[:MOST_MATCHES]:
        other = library.entry(match.right if match.left == id else match.left)
        said.append(f"“{other.headline}”, {when(other.placed, signs())}. {of_match(match)}")
    return tuple(said) or ("No copy of this story and no other report of its event was found.",)
