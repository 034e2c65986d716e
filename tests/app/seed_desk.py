"""The whole program on the seeds, without a terminal: a library built once, opened for every test."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from textual import events
from textual.geometry import Size
from textual.keys import _character_to_key
from textual.pilot import Pilot

from tui.app.app import Wireside
from tui.app.desk.desk import Desk

CHARACTERS = {"space": " ", "enter": "\r", "tab": "\t", "escape": "\x1b"}


class Hands:
    """The hands of a reader, and his eyes."""

    def __init__(self, app: Wireside, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def desk(self) -> Desk:
        """The main screen, whatever lies over it."""
        desk = self.app.screen_stack[0]
        assert isinstance(desk, Desk)
        return desk

    async def press(self, *keys: str) -> None:
        """Press keys, each after all that the one before it set off."""
        for key in keys:
            self.strike(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text, as fast as it comes."""
        for character in text:
            self.strike(character)
        await self.settle()

    def strike(self, key: str) -> None:
        """Send one key, and wait for nothing."""
        name = _character_to_key(key) if len(key) == 1 else key
        self.app.post_message(events.Key(name, key if len(key) == 1 else CHARACTERS.get(key)))

    def come_back(self) -> None:
        """Come back to the terminal's window from another."""
        self.app.post_message(events.AppBlur())
        self.app.post_message(events.AppFocus())

    async def settle(self) -> None:
        """Wait until all keys have been acted upon, nothing is asked of the library any more, and all is painted."""
        for _ in range(3):
            await asyncio.sleep(0)
            while self.app._waiting or self.app._taken_at:
                self.still_runs()
                await asyncio.sleep(0.001)
            while any(not worker.is_finished for worker in self.app.workers):
                self.still_runs()
                await asyncio.sleep(0.001)
            await asyncio.wrap_future(self.desk.fetch._hand.submit(lambda: None))
            await self.pilot._wait_for_screen()
            self.app.screen._on_timer_update()
        await self.pilot._wait_for_screen()

    async def built(self) -> None:
        """Wait until the build has come to its end and is shown."""
        while self.desk.building.wanted or self.desk.building.running:
            self.still_runs()
            await asyncio.sleep(0.01)
        await self.settle()

    def still_runs(self) -> None:
        """Raises what ended the program, where something did: nothing more is to be waited for."""
        if self.app._exception is not None:
            raise self.app._exception
        assert self.app.is_running, "the program has ended"

    @property
    def lines(self) -> list[str]:
        """What stands on the screen."""
        width, height = self.app.size
        strips = self.app.screen._compositor.render_strips(Size(width, height))
        return ["".join(segment.text for segment in strip)[:width] for strip in strips[:height]]

    @property
    def text(self) -> str:
        """The whole screen as text."""
        return "\n".join(line.rstrip() for line in self.lines)

    @property
    def headlines(self) -> list[str]:
        """The headlines of the list, in its order."""
        numbers = self.desk.stories.listing.numbers()
        return [entry.headline for entry in self.desk.library.entries(numbers)]


@asynccontextmanager
async def at_the_desk(
    roots: Sequence[str], size: tuple[int, int] = (100, 30), *, build: bool = False
) -> AsyncIterator[Hands]:
    """The program on these files, without looking at them again unless `build`."""
    app = Wireside(roots, build=build)
    async with app.run_test(size=size) as pilot:
        hands = Hands(app, pilot)
        await hands.settle()
        hands.desk.panes.furnish()
        await hands.settle()
        yield hands
