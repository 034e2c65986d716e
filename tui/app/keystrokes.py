"""Keys taken one after the other, however fast they come: each finds the focus that the one before it left.

A key travels from the focused widget up to the app before it acts; without this, what is typed right after `/` would
still go to the list.
"""

from __future__ import annotations

import asyncio
from collections import deque
from time import monotonic

from textual import events
from textual.app import App
from textual.message import Message
from textual.screen import Screen

PATIENCE = 0.5  # seconds after which a key that left no trace no longer holds up the next


class Settled(Message):
    """Follows a key up to the app, and what the key set off a second time: then it has been acted upon."""

    def __init__(self, again: bool) -> None:
        super().__init__()
        self.again = again


class InTurn(App[None]):
    """An app that holds a key back until the one before it has been acted upon."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Key] = deque()
        self._taken_at = 0.0
        self._taken_on: Screen[object] | None = None
        self._idle = asyncio.Event()
        self._idle.set()

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        event, *more = apart(event)
        if self._waiting or monotonic() - self._taken_at < PATIENCE:
            self._waiting.append(event)
            if monotonic() - self._taken_at >= PATIENCE:
                await self._next()
        else:
            await self._take(event)
        self._waiting.extend(more)

    async def _take(self, event: events.Key) -> None:
        self._taken_at, self._taken_on = monotonic(), self.screen
        self._idle.clear()
        target = self.focused or self.screen
        await super().on_event(event)
        if not target.post_message(Settled(again=True)):
            await self._next()

    async def on_settled(self, message: Settled) -> None:
        message.stop()
        if message.again and (self.focused or self.screen).post_message(Settled(again=False)):
            return
        if self.screen is self._taken_on or not self.screen.call_after_refresh(self._next):
            await self._next()

    async def _next(self) -> None:
        self._taken_at = 0.0
        if self._waiting:
            await self._take(self._waiting.popleft())
        else:
            self._idle.set()

    async def wait_until_taken(self) -> None:
        """Wait until every key that has come so far has been acted upon."""
        await self._idle.wait()


def apart(event: events.Key) -> list[events.Key]:
    """Esc and a key typed right after it look like Alt with that key; no key of ours has Alt, so they are two again."""
    character = event.character
    if not event.key.startswith("alt+") or character is None:
        return [event]
    key = character if character.isalnum() else event.key.removeprefix("alt+")
    return [events.Key("escape", "\x1b"), events.Key(key, character)]
