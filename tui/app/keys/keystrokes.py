"""Keys taken one after the other, however fast they come: each finds the focus that the one before it left.

A key travels from the focused widget up to the app before it acts; without this, what is typed right after `/` would
still go to the list.
"""

from __future__ import annotations

from collections import deque
from time import monotonic

from textual import events
from textual.app import App
from textual.message import Message
from textual.screen import Screen

PATIENCE = 0.5  # seconds after which a key that left no trace no longer holds up the next
TICK = 0.01  # seconds between two looks whether what a key asked for has come


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
        self._until = 0.0
        self._holding = False
        self._taken_on: Screen[object] | None = None

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        event, *more = apart(event)
        taken = monotonic() - self._taken_at < PATIENCE
        if self._waiting or taken or self.unsettled():
            if not self._waiting and not taken:
                self._until = monotonic() + PATIENCE
            self._waiting.append(event)
            if not taken and not self._holding:
                await self._next()
        else:
            await self._take(event)
        self._waiting.extend(more)

    def unsettled(self) -> bool:
        """Whether what a key asked for is still to come to the screen; the next key waits for it."""
        return False

    async def _take(self, event: events.Key) -> None:
        self._taken_at, self._taken_on = monotonic(), self.screen
        self._until = self._taken_at + PATIENCE
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
        self._holding = False
        if not self._waiting:
            return
        if self.unsettled() and monotonic() < self._until:
            self._holding = True
            self.set_timer(TICK, self._next)
        else:
            await self._take(self._waiting.popleft())


def apart(event: events.Key) -> list[events.Key]:
    """Esc and a key typed right after it look like Alt with that key; no key of ours has Alt, so they are two again."""
    character = event.character
    if not event.key.startswith("alt+") or character is None:
        return [event]
    key = character if character.isalnum() else event.key.removeprefix("alt+")
    return [events.Key("escape", "\x1b"), events.Key(key, character)]
