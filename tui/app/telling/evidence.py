"""The overlay that says why: the sentences that a date, a match or a name rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.app.paint.flow import GAP, Passage
from tui.app.paint.flow_pane import FlowPane
from tui.app.paint.glyphs import signs


class EvidencePane(FlowPane):
    """The title and the sentences."""


class Evidence(ModalScreen[None]):
    """Shows what something rests on; any of Esc, q, i and Enter closes it."""

    CSS_PATH = "evidence.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,i,enter,f8", "leave", "close", show=False)]

    def __init__(self, title: str, sentences: Sequence[str]) -> None:
        super().__init__()
        self._passages = [Passage(title, "bright bold", role="gap"), GAP]
        self._passages += [Passage(sentence, lead=f"{signs().point} ", lead_inks="dim") for sentence in sentences]
        self._passages += [GAP, Passage("Esc closes this", "dim", role="gap")]

    def compose(self) -> ComposeResult:
        with Vertical():
            yield EvidencePane()

    def on_mount(self) -> None:
        pane = self.query_one(EvidencePane)
        pane.set_passages(self._passages)
        pane.focus()

    def action_leave(self) -> None:
        self.dismiss(None)
