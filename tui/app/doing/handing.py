"""What leaves the program (clipboard, browser, pager, files) and what it shows of itself (keys, commands, problems)."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from textual.app import SuspendNotSupported
from textual.widget import Widget

from tui.app.asking.pick import Pick
from tui.app.asking.prompts import Ask, Confirm
from tui.app.desk.arrangement import Place
from tui.app.paint.glyphs import signs
from tui.app.paint.phrases import when
from tui.app.paint.theme import DARK, LIGHT
from tui.app.reader.reading import raw_lines
from tui.library.entries import Entry
from tui.model import Problem
from tui.text.clean import printable, visible

if TYPE_CHECKING:
    from tui.app.desk.orders import Orders
    from tui.app.doing.writing import Matter


class Handing:
    """Hands things out of the program."""

    def __init__(self, desk: Orders) -> None:
        self._desk = desk

    # ---------------------------------------------------------------------------------------------------- what it shows

    def show_help(self) -> None:
        """All keys; what is picked is run."""
        from tui.app.asking.help import choices  # noqa: PLC0415

        where = self._desk.panes.place.value
        keys = choices(where, self._desk.keymap)
        self._desk.app.push_screen(Pick("Keys and help", keys, prompt="Type to find a key; Enter runs it"), self._run)

    def show_palette(self) -> None:
        """All commands by name."""
        from tui.app.asking.palette import commands  # noqa: PLC0415

        where = self._desk.panes.place.value
        saved = self._desk.library.marks.searches()
        found = commands(where, self._desk.keymap, saved)
        self._desk.app.push_screen(Pick("Commands", found, prompt="Type a command; Enter runs it"), self._run)

    def _run(self, action: str | None) -> None:
        """Run what was picked: `query QUERY`, or the id of a key."""
        if not action:
            return
        if action.startswith("query "):
            self._desk.searching.open(action.removeprefix("query "))
            return
        from tui.app.keys.table import BY_ID  # noqa: PLC0415

        key = BY_ID[action]
        pane = self._desk.panes.pane(self._desk.panes.place)
        namespace: Widget = pane if key.where != "everywhere" or hasattr(pane, f"action_{key.action}") else self._desk
        self._desk.run_worker(self._desk.app.run_action(key.action, namespace), group="command", exit_on_error=True)

    def show_problems(self) -> None:
        """What could not be read, and why."""
        self._desk.fetch.ask("problems", self._desk.library.problems, self._show_problems)

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        if not problems:
            self._desk.say("Every file could be read.")
            return
        from tui.app.telling.problems import Problems  # noqa: PLC0415

        self._desk.app.push_screen(Problems(problems, self._desk.library.roots))

    def change_theme(self) -> None:
        """From dark to light, and back."""
        app = self._desk.app
        app.theme = DARK.name if app.theme == LIGHT.name else LIGHT.name

    # ------------------------------------------------------------------------------------------------------ what leaves

    def copy(self, text: str) -> None:
        """Put this text on the clipboard."""
        self._desk.app.copy_to_clipboard(printable(text))
        self._desk.say("Copied.")

    def copy_story(self, number: int | None) -> None:
        """Put the headline of a story with its source on the clipboard."""
        entry = self._entry(number)
        if entry is not None:
            said = [entry.outlet or entry.agency, when(entry.placed, signs()), entry.path]
            self.copy(f"{entry.headline}\n— {', '.join(part for part in said if part)}")

    def open_address(self, number: int | None) -> None:
        """Show the address of a story, and open it in the browser if the reader says so."""
        if number is not None:
            library = self._desk.library
            self._desk.fetch.ask("address", lambda: library.story(number).url, self._show_address)

    def _show_address(self, url: str) -> None:
        if not url:
            self._desk.say("This story gives no web address.")
            return
        if urlsplit(url).scheme not in ("http", "https"):
            self._desk.complain(f"Not opened, as it is no web address: {url}")
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._desk.app.open_url(url)

        host = urlsplit(url).hostname or ""
        self._desk.app.push_screen(
            Confirm("Open this address in the browser?", (printable(url), f"at {host}")), answered
        )

    def page_file(self, number: int | None) -> None:
        """Read the original document in the pager."""
        if number is not None:
            self._desk.fetch.ask("raw", partial(raw_lines, self._desk.library, number), self._page)

    def _page(self, lines: Sequence[str]) -> None:
        pager = shlex.split(os.environ.get("PAGER", "")) or ["less"]
        text = visible("\n".join(lines)) + "\n"
        try:
            with self._desk.app.suspend():
                subprocess.run(pager, input=text.encode(), check=False)
        except SuspendNotSupported:
            self._desk.complain("This terminal cannot be lent to a pager.")
        except OSError as error:
            self._desk.complain(f"The pager {pager[0]} does not start: {error.strerror}")

    def write(self) -> None:
        """Ask for a form and a file, and write what the reader is at: stories, a story, a comparison, a page."""
        self._desk.fetch.ask("matter", self._matters(), self._pick_form)

    def _matters(self) -> Callable[[], list[Matter]]:
        """What gives the things that can be written from here."""
        from tui.app.doing import writing  # noqa: PLC0415

        desk, library = self._desk, self._desk.library
        match desk.panes.place:
            case Place.READER if desk.reading.number is not None:
                number = desk.reading.number
                return lambda: [writing.story_matter(library, library.entry(number))]
            case Place.COMPARE if desk.comparing.compared is not None:
                found = desk.comparing.compared
                dates = found.left.placed, found.right.placed
                return lambda: [writing.comparison_matter(found.comparison, dates)]
            case Place.PAGE | Place.ACTORS if (actor := desk.naming.here) is not None:
                return lambda: [writing.actor_matter(library, actor.id, actor.name)]
        marked = tuple(desk.stories.marked)
        numbers = marked or tuple(desk.stories.listing.line_of)
        which = "that are marked" if marked else "of the list"
        if not numbers:
            return list
        return lambda: writing.list_matters(library, list(library.entries(library.in_order(numbers))), which)

    def _pick_form(self, matters: Sequence[Matter]) -> None:
        if not matters:
            self._desk.say("There is no story to write.")
            return
        from tui.app.doing.writing import choices  # noqa: PLC0415

        def picked(value: str | None) -> None:
            if value:
                nth, form = value.split()
                self._ask_file(matters[int(nth)], form)

        self._desk.app.push_screen(Pick("Write", choices(matters), prompt="Type to narrow; Enter takes a form"), picked)

    def _ask_file(self, matter: Matter, form: str) -> None:
        from tui.app.doing.writing import free_file, refused, write_to  # noqa: PLC0415

        roots = self._desk.library.roots

        def check(file: str) -> str:
            return refused(Path(file).expanduser(), roots, matter.forms) if file.strip() else "A file name is needed."

        def go(file: str | None) -> None:
            if file:
                self._desk.fetch.do(lambda: write_to(matter, Path(file).expanduser()), self._desk.say)

        value = free_file(matter.name, form, roots)
        hint = "Outside what is read; Enter writes, Esc leaves."
        self._desk.app.push_screen(Ask(f"{matter.says}: into which file?", value=value, hint=hint, check=check), go)

    def _entry(self, number: int | None) -> Entry | None:
        found = [] if number is None else list(self._desk.shelves.entries_of([number]))
        return found[0] if found else None
