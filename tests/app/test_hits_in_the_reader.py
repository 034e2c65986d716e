"""A search and the reader pane beside the list: the eye finds the answer."""

from __future__ import annotations

from seed_desk import at_the_desk


async def test_what_is_typed_is_marked_in_the_story_in_sight_at_once(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand, (160, 45)) as hands:
        await hands.press("/")
        await hands.type("Foreign Ministry denounced")
        reader = hands.desk.query_one("#reader")
        assert reader.lit is not None  # type: ignore[attr-defined]
        assert "Ministry denounced the letter" in hands.text
        await hands.press("enter", "enter")
        assert "Ministry denounced the letter" in hands.text
        assert reader.lit is not None, "opening the story leaves the hit lit"  # type: ignore[attr-defined]
        await hands.press("F")
        assert reader.lit is None  # type: ignore[attr-defined]


async def test_the_answer_stands_in_sight_on_a_small_screen(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand, (60, 15)) as hands:
        await hands.press("/")
        await hands.type("counterproductive")
        await hands.press("enter", "enter")
        await hands.settle()
        assert "counterproductive" in "\n".join(hands.lines[1:-1])
