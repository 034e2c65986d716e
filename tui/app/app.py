"""The program on the screen: opens the library, shows the desk, and quits soundly whatever happens."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.scrollbar import ScrollBar, ScrollBarRender

from tui.app.desk.desk import Desk
from tui.app.keys import keymap
from tui.app.keys.keystrokes import InTurn
from tui.app.paint import theme
from tui.app.paint.glyphs import ASCII, signs
from tui.library.library import Library, open_library

if TYPE_CHECKING:
    from tui.ingest.naming import Names

HERE = Path(__file__).parent


class Wireside(InTurn):
    """A reader for a pile of saved news.

    `roots` are the files and folders to read. Without `cache` the library goes away with the program, without `marks`
    the reader's own word does; with `watch` the folder is followed. `names` are the columns named for fields of
    records. Raises LibraryError where the library cannot be made.
    """

    # The style sheet of a default screen is not read by itself.
    CSS_PATH: ClassVar[list[str | PurePath]] = [HERE / "paint/lines.tcss", HERE / "desk/desk.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "quit", show=False, priority=True)]

    def __init__(
        self,
        roots: Sequence[str],
        *,
        cache: bool = True,
        marks: bool = True,
        build: bool = True,
        watch: bool = False,
        names: Names = (),
    ) -> None:
        super().__init__()
        self.roots = tuple(roots)
        self.wanted = keymap.read(keymap.path())
        self.library: Library = open_library(self.roots, cache=cache, marks=marks, names=names)
        self._build, self._watch = build, watch
        self.register_theme(theme.DARK)
        self.register_theme(theme.LIGHT)
        self.theme = theme.chosen(os.environ)
        self.title = "Wireside"
        self.set_class(signs() is ASCII, "-ascii")
        ScrollBar.renderer = ScrollBarRender
        if signs() is ASCII:
            from tui.app.paint.scrollbars import PlainScrollBar  # noqa: PLC0415  few terminals need it

            ScrollBar.renderer = PlainScrollBar

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme.defaults(self.current_theme)

    def get_default_screen(self) -> Screen[None]:
        return Desk(self.library, source_of(self.roots), keymap=self.wanted.keys, build=self._build, watch=self._watch)

    def on_mount(self) -> None:
        if sys.platform != "win32":
            for number in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(number, self.exit)
        if self.wanted.keys:
            self.set_keymap(self.wanted.keys)
        for complaint in self.wanted.complaints:
            self.notify(complaint, title="Keymap", severity="warning", timeout=10, markup=False)

    def on_app_focus(self) -> None:
        desk = self.screen_stack[0]
        if isinstance(desk, Desk):
            desk.look_at_marks()

    def unsettled(self) -> bool:
        """Whether the list is being looked up: keys wait for it, but for those typed into the query line."""
        desk, focused = self.screen, self.focused
        typing = focused is not None and focused.id == "query"
        return isinstance(desk, Desk) and not typing and desk.fetch.busy("search")

    def on_unmount(self) -> None:
        self.library.close()


def source_of(roots: Sequence[str]) -> str:
    """What is read, in a word or two: the name of the folder, `seeds and 2 more`."""
    names = [Path(root).name or str(Path(root).resolve().name) or root for root in roots] or ["."]
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
