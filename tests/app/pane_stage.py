"""A stage for one pane: a bare app with the colours of Wireside, the pane, and what it posted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.app import App, ComposeResult
from textual.message import Message
from textual.theme import Theme
from textual.widget import Widget

from tui.app.paint.theme import DARK, LIGHT, defaults

STYLES = Path(__file__).resolve().parents[2] / "tui" / "app" / "paint"


class Stage(App[None]):
    """Shows one pane; `posted` keeps every message of it that reaches the app."""

    def __init__(self, pane: Widget, *, light: bool = False) -> None:
        super().__init__(css_path=[STYLES / "lines.tcss"], watch_css=False)
        self.pane = pane
        self.posted: list[Message] = []
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = LIGHT.name if light else DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return defaults(self.current_theme if isinstance(self.current_theme, Theme) else DARK)

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_mount(self) -> None:
        self.pane.focus()

    async def on_event(self, event: Any) -> None:
        await super().on_event(event)

    async def _on_message(self, message: Message) -> None:
        self.posted.append(message)
        await super()._on_message(message)

    def of(self, kind: type[Message]) -> list[Any]:
        """The messages of a kind that were posted, in order."""
        return [message for message in self.posted if isinstance(message, kind)]

    def lines(self) -> list[str]:
        """What stands on the screen, line by line, without trailing blanks."""
        width, height = self.size
        strips = self.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip)[:width].rstrip() for strip in strips[:height]]

    def text(self) -> str:
        """The whole screen as text."""
        return "\n".join(self.lines())
