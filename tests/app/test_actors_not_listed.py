"""The actors pane lists those named in most stories; the others are found by typing."""

from __future__ import annotations

import pytest
from seed_desk import at_the_desk

from tui.app.actors import naming


@pytest.mark.parametrize("size", [(60, 15), (100, 30)])
async def test_an_actor_beyond_those_listed_is_found_by_his_name(
    seeds_at_hand: list[str], size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(naming, "MOST", 3)
    async with at_the_desk(seeds_at_hand, size) as hands:
        await hands.press("4")
        assert "more: / to find" in hands.text
        assert "Richard Lindsay" not in hands.text
        await hands.press("/")
        await hands.type("lindsay")
        assert "Richard Lindsay" in hands.text
        await hands.press("enter")
        here = hands.desk.naming.here
        assert here is not None
        assert here.name == "Richard Lindsay"
        await hands.press("/")
        await hands.type("nobody")
        assert "no such name" in hands.text
