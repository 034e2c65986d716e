"""While the library fills: what is not known yet is not said to be missing."""

from __future__ import annotations

from dataclasses import replace

from seed_desk import at_the_desk

from tui.app.work.following import Following
from tui.library.changes import Pass, Stage


async def test_no_copy_is_denied_before_all_were_looked_for(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand, (160, 45)) as hands:
        desk = hands.desk
        assert desk.shelves.shown is not None
        desk.shelves.shown = desk.shelves.shown._replace(summary=replace(desk.shelves.shown.summary, fresh=False))
        desk.building.running = True
        desk.building._following = following = Following()
        following.take(Stage(Pass.READING, 2, 5))
        desk.building.gather()
        await hands.press("j", "j", "c")
        assert "copies are still being looked for" in hands.lines[-1]
        assert "no copies" not in "\n".join(hands.lines[:-1])
        assert "copies are still being looked for" in "\n".join(hands.lines[:-1])

        following.take(Stage(Pass.NAMING, 0, 6))
        desk.building.gather()
        await hands.settle()
        assert "no copies" in hands.text
        await hands.press("c")
        assert "It has no copy and no other report" in hands.lines[-1]
        desk.building.running = False


async def test_hints_are_said_once_and_an_event_of_copies_alone_is_none(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("/")
        await hands.type("nosuchfield:x")
        assert hands.desk.shelves.shown is not None
        hints = hands.desk.shelves.shown.hints
        assert len(hints) == len(set(hints)) > 0
        await hands.press("escape", "f")
        assert "2  of an event of several stories" in hands.text
