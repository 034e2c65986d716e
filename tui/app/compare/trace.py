"""The trace of a sentence over the panes: who carries it, in order of time, with what each of them changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.app.paint.flow import GAP, Passage
from tui.app.paint.flow_pane import FlowPane
from tui.app.paint.glyphs import Signs, signs
from tui.app.paint.lines import LineView
from tui.app.paint.phrases import when
from tui.app.paint.wrapping import Span
from tui.library.asking.tracing import Carrier
from tui.model import Carriage, RowKind
from tui.views.trace import how, summary

_INKS = {
    RowKind.LEFT: "left-wash strike",
    RowKind.RIGHT: "right-wash underline",
    RowKind.EDITED: "right-wash underline",
}


@dataclass(frozen=True, slots=True)
class Went:
    """Where the reader went from a trace: to a carrier, or to a comparison with it."""

    carrier: Carrier
    compare: bool = False


class TracePane(FlowPane):
    """The sentence, how many carry it, and the carriers."""


class Trace(ModalScreen[Went | None]):
    """Shows the trace of one of a paragraph's passages; `]` and `[` go to the next one and the one before."""

    CSS_PATH = "trace.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,s,h,left", "leave", "leave", show=False),
        Binding("enter,l,right", "open", "open", show=False),
        Binding("c,f7", "compare", "compare", show=False),
        Binding("right_square_bracket,n", "step(1)", "next sentence", show=False),
        Binding("left_square_bracket,N", "step(-1)", "sentence before", show=False),
    ]

    def __init__(self, passages: Sequence[str], at: int, here: int, ask: Callable[[str], None]) -> None:
        """`here` is the number of the story that the passages are from; `ask` has `show` called with what is found."""
        super().__init__()
        self._passages = tuple(passages)
        self._at = at
        self._here = here
        self._ask = ask

    def compose(self) -> ComposeResult:
        with Vertical():
            yield TracePane()

    def on_mount(self) -> None:
        self.query_one(TracePane).focus()
        self._seek()

    def _seek(self) -> None:
        self.query_one(TracePane).set_passages([*self._title(), Passage("looking …", "dim", role="gap")])
        self._ask(self._passages[self._at])

    def show(self, sentence: str, found: Sequence[Carrier]) -> None:
        """Show the carriers of a sentence, if it is still the one that is meant."""
        if self.is_attached and sentence == self._passages[self._at]:
            told = carried(found, self._here, signs())
            self.query_one(TracePane).set_passages([*self._title(), *told, *self._keys()])

    def _title(self) -> list[Passage]:
        of = f"{self._at + 1} of {len(self._passages)} in this paragraph (][)" if len(self._passages) > 1 else ""
        head = Passage(f"“{self._passages[self._at]}”", "bright bold", role="gap")
        return [head, *([Passage(of, "dim", role="gap")] if of else [])]

    @staticmethod
    def _keys() -> list[Passage]:
        return [GAP, Passage("Enter opens the story, c compares it with this one, Esc closes", "dim", role="gap")]

    @property
    def _carrier(self) -> Carrier | None:
        passage = self.query_one(TracePane).passage
        return passage.target if passage is not None and isinstance(passage.target, Carrier) else None

    def action_step(self, step: int) -> None:
        if len(self._passages) > 1:
            self._at = (self._at + step) % len(self._passages)
            self._seek()

    def action_open(self) -> None:
        if self._carrier is not None:
            self.dismiss(Went(self._carrier))

    def action_compare(self) -> None:
        carrier = self._carrier
        if carrier is None or carrier.entry.number == self._here:
            self.notify("Go to another story of the list to compare it with this one.")
        else:
            self.dismiss(Went(carrier, compare=True))

    def on_lines_chosen(self, event: LineView.Chosen) -> None:
        event.stop()
        self.action_open()

    def action_leave(self) -> None:
        self.dismiss(None)


def carried(found: Sequence[Carrier], here: int, signs: Signs) -> list[Passage]:
    """The carriers as passages: where each is from and how it carries the sentence, then what it says."""
    told = [Passage(summary(found).replace("–", signs.dash), "", role="gap")]
    for carrier in found:
        entry = carrier.entry
        source = entry.outlet or entry.agency
        said = [when(entry.placed, signs), source, how(carrier), f"says {carrier.speaker}" if carrier.speaker else ""]
        itself = f" {signs.dot} this story" if entry.number == here else ""
        head = f" {signs.dot} ".join(part for part in said if part) + itself
        exact = carrier.carried.how is Carriage.EXACT
        told += [
            GAP,
            Passage(head, "bright" if exact else "edit bold", target=carrier),
            Passage(entry.headline, "dim italic" if entry.headline_derived else "link", lead="  ", target=carrier),
        ]
        if not exact:
            told.append(passage(carrier))
    return told


def passage(carrier: Carrier) -> Passage:
    """What a story says in place of the sentence: what it left out struck, what it has instead behind it."""
    text = ""
    spans = []
    for edit in carrier.carried.edits:
        old, new = carrier.sentence[slice(*edit.left)], carrier.text[slice(*edit.right)]
        if edit.kind in (RowKind.EDITED, RowKind.LEFT) and old.strip():
            start = len(text)
            text += old
            spans.append(Span(start, start + len(old.rstrip()), _INKS[RowKind.LEFT]))
            if new and not text.endswith(" "):
                text += " "
        if new:
            if edit.kind in (RowKind.EDITED, RowKind.RIGHT) and new.strip():
                start = len(text) + len(new) - len(new.lstrip())
                spans.append(Span(start, len(text) + len(new.rstrip()), _INKS[edit.kind]))
            text += new
    return Passage(text, "", lead="  ", spans=tuple(spans), target=carrier)
