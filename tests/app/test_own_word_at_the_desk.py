"""The reader's own word at the desk: notes, verdicts, and what was written into the marks by another hand."""

from __future__ import annotations

from pathlib import Path

from seed_desk import at_the_desk

from tui.app.desk.arrangement import Place
from tui.library.marks.marks import Marks
from tui.library.paths import data_dir


async def test_a_note_and_a_tag_are_seen_where_the_story_is_read(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("enter", ";")
        await hands.type("look again")
        await hands.press("enter", "#")
        await hands.type("letters")
        await hands.press("enter")
        assert "note look again" in hands.text
        assert "tags letters" in hands.text
        await hands.press("u", "u")
        assert "look again" not in hands.text
        assert "tags letters" not in hands.text


async def test_a_verdict_changes_the_list_and_is_taken_back(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("G", "c")
        assert "Same copy." in hands.text
        await hands.press("-")
        assert "alled not the same" in hands.lines[-1]
        await hands.built()
        assert "You called them not the same copy." in hands.text
        assert "Same copy." not in hands.text
        assert hands.desk.panes.place is Place.COMPARE
        assert len(hands.headlines) == 6
        await hands.press("u")
        assert "Undone: called not the same" in hands.lines[-1]
        await hands.built()
        assert "Same copy." in hands.text
        assert "You called them" not in hands.text
        assert len(hands.headlines) == 5
        await hands.press("U")
        await hands.built()
        assert len(hands.headlines) == 6
        await hands.press("+")
        await hands.built()
        assert "You called them the same copy." in hands.text
        assert len(hands.headlines) == 5


async def test_what_was_written_by_hand_acts_when_one_comes_back(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand, (160, 45)) as hands:
        assert "Richard Lindsay" in hands.text
        file = Path(data_dir()) / "actors.toml"
        file.write_text('[[edit]]\nhide = "Richard Lindsay"\n', "utf-8")
        hands.come_back()
        await hands.settle()
        await hands.built()
        assert "Richard Lindsay" not in hands.text

        file.write_text('[[edit]\nhide = "Richard Lindsay"\n', "utf-8")
        hands.come_back()
        await hands.settle()
        assert "actors.toml cannot be read" in hands.lines[-1]
        assert "Richard Lindsay" not in hands.text


async def test_a_star_given_by_another_wireside_shows_and_sorts_nothing_anew(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        assert "★" not in hands.text
        story = hands.desk.stories.entry
        assert story is not None
        another = Marks(data_dir())
        another.set_star([story.key])
        another.close()
        hands.come_back()
        await hands.settle()
        assert "★" in hands.text
        assert not hands.desk.building.running


async def test_what_became_of_the_list_meanwhile_is_there_when_one_comes_back_to_it(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("/")
        await hands.type("copies:>1")
        await hands.press("enter", "c", "-")
        await hands.built()
        assert "alled not the same" in hands.lines[-1]
        await hands.press("q")
        await hands.settle()
        assert "Nothing passes copies:>1." in hands.text
