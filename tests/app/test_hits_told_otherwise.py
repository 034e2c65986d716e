"""Hits of a search in their contexts, and their counts: seen on the screen, and followed from there into the list."""

from __future__ import annotations

import pytest
from seed_desk import Hands, at_the_desk

from tui.app.asking.pick import Choices
from tui.app.desk.arrangement import Place
from tui.app.stories import counting
from tui.app.stories import hits as hits_told
from tui.app.stories.concordance import Concordance, ContextLines

SIZES = [(60, 15), (100, 30), (160, 45)]


async def found(hands: Hands, query: str) -> None:
    await hands.press("/")
    await hands.type(query)
    await hands.press("enter")


@pytest.mark.parametrize("size", SIZES)
async def test_every_hit_stands_in_one_column_with_what_is_around_it(
    seeds_at_hand: list[str], size: tuple[int, int]
) -> None:
    async with at_the_desk(seeds_at_hand, size) as hands:
        await found(hands, "letter")
        await hands.press("v")
        lines = hands.app.screen.query_one(ContextLines)
        rows = [row for row in hands.lines[1 : 1 + lines.size.height] if row.strip()]
        starts = [row.lower().index("letter", size[0] // 4) for row in rows]
        assert len(rows) > 5
        assert len(set(starts)) == 1
        assert "22 hits in 4 stories" in hands.lines[0]


async def test_enter_opens_the_story_at_the_hit_and_esc_goes_back_to_the_headlines(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await found(hands, "spokesperson")
        await hands.press("v", "j", "j")
        hit = hands.app.screen.query_one(ContextLines).hit
        assert hit is not None
        await hands.press("enter")
        assert hands.desk.panes.place is Place.READER
        assert hands.desk.reading.number == hit.story
        assert hit.place.hit in hands.text
        await hands.press("1", "v")
        assert isinstance(hands.app.screen, Concordance)
        await hands.press("v")
        assert hands.app.screen is hands.desk


@pytest.mark.parametrize("at_first", [1, 60])
async def test_hits_stand_by_what_follows_them_or_goes_before_them(
    seeds_at_hand: list[str], at_first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hits_told, "AT_FIRST", at_first)
    async with at_the_desk(seeds_at_hand) as hands:
        await found(hands, "letter")
        await hands.press("v", "s")
        lines = hands.app.screen.query_one(ContextLines)
        assert "22 hits in 4 stories" in hands.lines[0]
        assert "by what follows" in hands.lines[0]
        after = [hit.place.after.split()[:1] for hit in lines.hits]
        bare = [[word.strip(".,;:!?\"'“”‘’()[]").casefold() for word in words] for words in after]
        assert bare == sorted(bare)
        await hands.press("s")
        before = [hit.place.before.split()[-1:] for hit in lines.hits]
        bare = [[word.strip(".,;:!?\"'“”‘’()[]").casefold() for word in words] for words in before]
        assert bare == sorted(bare)


async def test_without_a_search_there_is_nothing_in_context(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("v")
        assert hands.app.screen is hands.desk
        assert "/ looks for words" in hands.lines[-1]


@pytest.mark.parametrize("size", SIZES)
async def test_stories_and_hits_are_counted_by_outlet_and_month(
    seeds_at_hand: list[str], size: tuple[int, int]
) -> None:
    async with at_the_desk(seeds_at_hand, size) as hands:
        await found(hands, "letter")
        await hands.press("C")
        assert "5 stories, 4 with copies counted once, 25 hits" in hands.text
        rows = {row.choice.label.strip(): row.choice for row in hands.app.screen.query_one(Choices).rows if row.choice}
        assert rows["IANS"].lead.split() == ["1", "1", "6"]
        assert rows["Jan 2026"].lead.split() == ["2", "1", "9"]
        assert [int(number) for number in rows["Oct 2024"].lead.split()] == [2, 2, 9]


async def test_where_too_many_stories_are_counted_it_is_said_that_their_hits_are_not(
    seeds_at_hand: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "MOST_COUNTED", 4)
    async with at_the_desk(seeds_at_hand, (60, 15)) as hands:
        await found(hands, "letter")
        await hands.press("C")
        assert "25 hits" not in hands.text
        assert "hits are counted in up to 4 stories" in hands.text


async def test_a_count_that_is_picked_narrows_the_list(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("C")
        assert "6 stories, 5 with copies counted once" in hands.text
        await hands.type("IANS")
        await hands.press("enter")
        assert hands.lines[-1].startswith(" 1 of 6")
        await hands.press("F", "C")
        await hands.type("Jan 2026")
        await hands.press("enter")
        assert hands.lines[-1].startswith(" 3 of 6 · date:2026-01")
