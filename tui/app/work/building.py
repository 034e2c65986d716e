"""The build beside the screen: started when the list stands, its changes brought to the list as they come."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from textual.timer import Timer

from tui.app.paint.glyphs import signs
from tui.app.paint.phrases import count
from tui.app.stories.shelves import Shown
from tui.library.entries import LibraryError

if TYPE_CHECKING:
    from tui.app.desk.orders import Orders
    from tui.app.work.following import Following, News
    from tui.library.building.builder import Builder

AFTER = 0.02  # seconds that the terminal has for the first list before anything else is done
SOON = 0.05  # seconds between two looks for news while there is no story on the screen


class Building:
    """Looks for new and changed files in a process of its own."""

    def __init__(self, desk: Orders, *, build: bool, watch: bool = False) -> None:
        self._desk = desk
        self.watch = watch
        """Whether what changes in the folder is followed as it changes."""
        self.wanted = build
        """Whether a build is still to begin."""
        self._shown = False
        self.begun = False
        """Whether the list stands on the screen and the rest was made ready."""
        self._following: Following | None = None
        self._builder: Builder | None = None
        self._timer: Timer | None = None
        self._hurried = False
        self._once_more = self._again = False
        self._related = False
        self.running = False

    @property
    def relates(self) -> bool:
        """Whether copies and other reports are still being looked for, so that none found says nothing yet."""
        shown = self._desk.shelves.shown
        fresh = shown is not None and shown.summary.fresh
        return not fresh and not self._related and (self.wanted or self.running)

    def list_shown(self) -> None:
        """The list stands on the screen: the first time, what is needed next is made ready and the build begins.

        Where there is no story yet, nothing is painted that the build would hold up: it begins at once.
        """
        if not self._shown:
            self._shown = True
            shown = self._desk.shelves.shown
            if self.wanted and shown is not None and not shown.summary.stories:
                self.wanted = False
                self.start()
            self._desk.call_after_refresh(self._desk.set_timer, AFTER, self._begin)

    def _begin(self) -> None:
        self.begun = True
        self._desk.panes.furnish()
        self._desk.searching.prepare()
        self._desk.marking.look()
        if self.wanted:
            self.wanted = False
            self.start()

    def start(self) -> None:
        """Look for new and changed files, if no look is under way."""
        if self.running:
            self._desk.say("The files are being looked at already.")
        else:
            self._run(again=False)

    def follow(self) -> None:
        """Follow what changes in the folder from now on, or follow it no more."""
        if not self.watch and find_spec("watchfiles") is None:
            self._desk.complain("This needs watchfiles: pip install 'wireside[watch]'")
            return
        self.watch = not self.watch
        if self.watch:
            self._desk.say("The folder is followed: new stories appear as they come.")
            self._run(again=False)
        else:
            self._desk.say("The folder is followed no more. R looks at it.")
            self.stop()
            self.running = False
            self._desk.bottom.run("")

    def start_again(self) -> None:
        """Let a changed verdict or a changed word on actors act; after the build that is under way, if there is one."""
        if self.running:
            self._once_more = True
        else:
            self._run(again=True)

    def _run(self, *, again: bool) -> None:
        from tui.app.work.following import EVERY, Following  # noqa: PLC0415  the first list is painted without it
        from tui.library.building.builder import Builder  # noqa: PLC0415
        from tui.library.changes import Failed  # noqa: PLC0415

        if self._builder is None or self._following is None:
            self._builder, self._following = Builder(self._desk.library), Following()
        self.running, self._related = True, False
        self._desk.bottom.run("sorting anew" if again else "looking for files")
        take, builder, watch = self._following.take, self._builder, self.watch

        def begin() -> None:
            try:
                if again:
                    builder.start_again(take)
                else:
                    builder.start(take, watch=watch)
            except (LibraryError, OSError) as error:
                take(Failed(f"the files cannot be looked at: {error}"))

        self._desk.fetch.do(begin, lambda _nothing: None)
        self._again = again
        if self._timer is None:
            self._hurried = not self._desk.stories.listing.lines
            self._timer = self._desk.set_interval(SOON if self._hurried else EVERY, self.gather)
        self._timer.resume()

    def stop(self) -> None:
        """End the build; what it stored stays."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._builder is not None:
            self._builder.stop()

    def gather(self) -> None:
        """Bring what came since the last time to the screen, and let names be found first in what is on it."""
        if self._builder is not None and self.running:
            self._builder.look_first(self._desk.stories.near)
        news = self._following.gather() if self._following is not None else None
        if news is not None:
            self._tell(news)

    def _tell(self, news: News) -> None:
        from tui.app.work.following import EVERY, RELATED  # noqa: PLC0415
        from tui.views.progress import said  # noqa: PLC0415

        if news.stage is not None:
            self.running = True
            if news.stage.name in RELATED and not self._related:
                self._related = True
                self._desk.reading.again()  # it says no longer that copies are still being looked for
            self._desk.bottom.run(said(news.stage, signs().dot))
        if news.rebuilt:
            self._desk.say(f"The library is made anew: {news.rebuilt}")
            try:
                self._desk.library.renew()
            except LibraryError as error:
                self._desk.complain(str(error))
        if news.failed:
            self._desk.complain(news.failed)
        if news.done is not None or news.failed:
            self._ended()
        if self._hurried and news.numbers and self._timer is not None:
            self._hurried = False
            self._timer.stop()
            self._timer = self._desk.set_interval(EVERY, self.gather, pause=not (self.running or self.watch))
        if news.rebuilt or news.numbers or news.done is not None:
            self._desk.shelves.library_changed(None if news.rebuilt or not news.numbers else news.numbers)

    def _ended(self) -> None:
        self.running = False
        self._desk.bottom.run("following the folder" if self.watch else "")
        if self._timer is not None and not self.watch:
            self._timer.pause()
        if self._once_more:
            self._once_more = False
            self._run(again=True)
        elif self.watch and self._again:
            self._run(again=False)  # letting the reader's word act took the place of following

    def why_empty(self, shown: Shown) -> list[str]:
        """Why the list is empty, and what to do about it: a line of its own each."""
        if shown.summary.stories:
            query = shown.narrowing.in_words()
            return [f"Nothing passes {query}.", *shown.hints, "", "F shows all stories again, / searches anew."]
        places = list(self._desk.library.roots) or ["."]
        if self.running or self.wanted:
            return ["Looking for stories.", "", *places]
        from tui.ingest.discover import LOOKED_FOR  # noqa: PLC0415  only an empty folder asks

        lines = ["No story found.", "", "Looked in", *(f"  {place}" for place in places), ""]
        lines += ["Looked for", *_wrapped(LOOKED_FOR), ""]
        if shown.summary.problems:
            lines.append(f"{count(shown.summary.problems, 'problem')}: P tells what could not be read, and why.")
        return [*lines, "R looks again, Q quits."]


def _wrapped(names: tuple[str, ...], room: int = 48) -> list[str]:
    lines = ["  "]
    for name in names:
        if len(lines[-1]) + len(name) > room:
            lines.append("  ")
        lines[-1] += f"{name}  "
    return [line.rstrip() for line in lines]
