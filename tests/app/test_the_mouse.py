"""The mouse in every pane: a click selects, a double click or a click on the selected opens, the wheel scrolls."""

from __future__ import annotations

from seed_desk import Hands, at_the_desk
from textual import events
from textual.widget import Widget

from tui.app.desk.arrangement import Place


def row_of(hands: Hands, pane: Widget, text: str) -> int:
    """The row of a pane on which a text stands."""
    region = pane.region
    seen = [line[region.x : region.right] for line in hands.lines[region.y : region.bottom]]
    return next(row for row, line in enumerate(seen) if text in line)


async def click(hands: Hands, pane: Widget, text: str, times: int = 1) -> None:
    await hands.pilot.click(pane, offset=(6, row_of(hands, pane, text)), times=times)
    await hands.settle()


async def wheel(hands: Hands, pane: Widget, *, down: bool) -> None:
    at = pane.region.offset.x + 5, pane.region.offset.y + 5
    kind = events.MouseScrollDown if down else events.MouseScrollUp
    hands.app.post_message(kind(pane, *at, 0, 0, 0, False, False, False, *at))
    await hands.settle()


async def test_in_the_list_and_the_reader(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        stories, reader = hands.desk.stories, hands.desk.query_one("#reader")
        await click(hands, stories, "In a significant")
        assert hands.desk.panes.place is Place.STORIES
        assert "46 members" in hands.lines[1], "the reader pane shows what was clicked"
        await click(hands, stories, "Pakistan says", times=2)
        assert hands.desk.panes.place is Place.READER
        assert stories.entry is not None
        assert stories.entry.headline.startswith("Pakistan says")

        before = hands.lines[1]
        await wheel(hands, reader, down=True)
        assert hands.lines[1] != before
        await wheel(hands, reader, down=False)
        assert hands.lines[1] == before
        await click(hands, stories, "Pakistan says")
        assert hands.desk.panes.place is Place.STORIES, "a click that brings the keys back opens nothing"
        await click(hands, stories, "Pakistan says")
        assert hands.desk.panes.place is Place.READER


async def test_in_the_actors(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand, (160, 45)) as hands:
        actors = hands.desk.query_one("#actors")
        await click(hands, actors, "Marco Rubio")
        assert hands.desk.panes.place is Place.ACTORS
        await hands.press("space")
        assert "2 of 6 · with Marco Rubio" in hands.lines[-1]
        await hands.press("F")
        before = hands.lines[2][:30]
        await wheel(hands, actors, down=True)
        assert hands.lines[2][:30] != before
        await wheel(hands, actors, down=False)
        await click(hands, actors, "Marco Rubio", times=2)
        assert hands.desk.panes.place is Place.PAGE
        await click(hands, hands.desk.query_one("#page"), "US Senator", times=2)
        assert hands.desk.panes.place is Place.READER


async def test_in_a_list_to_pick_from(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("f")
        choices = hands.app.screen.query_one("Choices")
        await click(hands, choices, "Nov 2024", times=2)
        assert "1 of 6 · date:2024-11" in hands.lines[-1]


async def test_from_a_fact_to_the_paragraph_it_stands_in(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand, (160, 45)) as hands:
        await hands.press("c")
        compare = hands.desk.query_one("#compare")
        await click(hands, compare, "counterproductive")
        assert compare.row is None  # type: ignore[attr-defined]
        await click(hands, compare, "counterproductive")
        assert compare.row is not None  # type: ignore[attr-defined]
