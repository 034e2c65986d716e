"""Pickers: long choices go on over the next line, and a saved search can be forgotten where it is picked."""

from __future__ import annotations

import pytest
from seed_desk import at_the_desk

from tui.app.asking.pick import Choices, Pick
from tui.app.keys.table import KEYS


@pytest.mark.parametrize("size", [(60, 15), (100, 30)])
async def test_help_is_told_to_its_end_however_narrow_the_screen(
    seeds_at_hand: list[str], size: tuple[int, int]
) -> None:
    async with at_the_desk(seeds_at_hand, size) as hands:
        await hands.press("?")
        choices = hands.app.screen.query_one(Choices)
        said: dict[str, str] = {}
        for row in choices.rows:
            if row.choice is not None:
                said[row.choice.value] = f"{said.get(row.choice.value, '')} {row.text}".strip()
        for key in KEYS:
            if key.where in ("stories", "everywhere"):
                assert said[key.id] == key.help
        assert all(len(row.text) <= choices.room for row in choices.rows)
        await hands.press("down", "down", "down")
        assert choices.choice is not None
        assert not choices.rows[choices.cursor].goes_on


async def test_a_saved_search_is_forgotten_and_brought_back(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        marks = hands.desk.library.marks
        marks.save_search("letters", "letter")
        marks.save_search("talks", "talks")
        await hands.press("B", "f8")
        assert list(marks.searches()) == ["talks"]
        assert isinstance(hands.app.screen, Pick)
        await hands.press("f8")
        assert not marks.searches()
        assert not isinstance(hands.app.screen, Pick)
        await hands.press("u", "u")
        assert marks.searches() == {"letters": "letter", "talks": "talks"}
