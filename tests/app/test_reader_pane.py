"""The reader on a screen: what is seen, where the keys lead, what is asked for."""

from __future__ import annotations

import datetime as dt

import pytest
from made_pages import FLOOD, entry, naming, page, saying
from pane_stage import Stage
from sides import story

from tui.app.reader import Reader
from tui.app.reader_page import View
from tui.model import Basis, When

WHEN = When(dt.date(2024, 10, 4), dt.date(2024, 10, 4), dt.date(2024, 10, 4), Basis.DATELINE, 0.9)
THORN = naming(FLOOD, "Ada Thorn", "thorn")
PAGE = page(
    FLOOD,
    WHEN,
    copies=(entry(1, FLOOD), entry(2)),
    mentions=(THORN, naming(FLOOD, "Thorn", "thorn", nth=1)),
    quotations=(saying(FLOOD, "We did not know,", "thorn"),),
    words_to_mark=("drawer",),
)
RAW = [block.text for block in FLOOD.blocks[:4]] + ["\x1b[31mred"] + [block.text for block in FLOOD.blocks[5:]]


@pytest.mark.parametrize("size", [(60, 15), (100, 30), (160, 45)])
async def test_nothing_is_clipped_at_any_size(size: tuple[int, int]) -> None:
    app = Stage(reader := Reader())
    async with app.run_test(size=size) as pilot:
        reader.show(PAGE)
        await pilot.pause()
        seen: list[str] = []
        for _page in range(8):
            seen += app.lines()
            await pilot.press("space")
        whole = " ".join(" ".join(line.strip("▌ ▁▂▃▄▅▆▇") for line in seen).split())
        for block in FLOOD.blocks[:3]:
            assert block.text in whole
        assert "Nobody had the key." in whole
        assert all(len(line) <= size[0] for line in seen)
        assert "[bold]denies[/]" in whole


async def test_keys_go_through_the_hits_and_come_round_again() -> None:
    app = Stage(reader := Reader())
    async with app.run_test(size=(80, 24)) as pilot:
        reader.show(PAGE)
        await pilot.pause()
        await pilot.press("n")
        assert reader.passage is not None
        assert reader.passage.text == "A plan in a drawer"
        await pilot.press("n", "n")
        second = reader.lit
        await pilot.press("N")
        assert reader.lit != second
        await pilot.press("N", "N")
        assert reader.passage.text == FLOOD.paragraphs[1]


async def test_a_mention_can_be_followed_and_explained() -> None:
    app = Stage(reader := Reader())
    async with app.run_test(size=(80, 24)) as pilot:
        reader.show(page(FLOOD, WHEN, mentions=PAGE.mentions))
        await pilot.pause()
        await pilot.press("]", "enter", "i")
        assert [message.actor for message in app.of(Reader.ActorOpened)] == ["thorn"]
        assert app.of(Reader.Evidence)[0].mention == THORN


async def test_a_name_is_opened_by_the_mouse_where_it_stands_and_nowhere_else() -> None:
    app = Stage(reader := Reader())
    async with app.run_test(size=(80, 24)) as pilot:
        reader.show(PAGE)
        await pilot.pause()
        line = next(at for at, text in enumerate(app.lines()) if "Ada Thorn" in text)
        column = app.lines()[line].index("Ada Thorn")
        await pilot.click(Reader, offset=(column - 8, line), times=2)
        assert not app.of(Reader.ActorOpened)
        await pilot.click(Reader, offset=(column + 2, line), times=2)
        assert {message.actor for message in app.of(Reader.ActorOpened)} == {"thorn"}


async def test_the_date_line_asks_for_the_evidence_of_the_date() -> None:
    app = Stage(reader := Reader())
    async with app.run_test(size=(80, 24)) as pilot:
        reader.show(PAGE)
        await pilot.pause()
        await pilot.press("j", "i", "j", "i")
        date, copies = app.of(Reader.Evidence)
        assert (date.mention, date.quotation, date.relations) == (None, None, False)
        assert copies.relations


async def test_comments_unfold_where_they_stand() -> None:
    app = Stage(reader := Reader())
    async with app.run_test(size=(80, 24)) as pilot:
        reader.show(PAGE)
        await pilot.pause()
        await pilot.press("G", "k", "enter")
        assert "▾ 2 comments" in app.text()
        await pilot.press("j", "j")
        assert "The drawer was never locked." in app.text()


async def test_views_go_from_clean_to_marked_to_the_lines_as_found() -> None:
    app = Stage(reader := Reader())
    async with app.run_test(size=(100, 30)) as pilot:
        reader.show(PAGE)
        await pilot.pause()
        await pilot.press("]", "v")
        assert reader.view is View.ACTORS
        await pilot.press("v")
        assert app.of(Reader.RawWanted)[0].number == 1
        reader.show_raw(RAW)
        await pilot.pause()
        text = app.text()
        assert " 1 headline" in text
        assert "␛[31mred" in text
        assert "\x1b" not in text
        assert " 8 comment" in text
        await pilot.press("v")
        assert reader.view is View.CLEAN


async def test_a_passage_is_copied_with_its_source() -> None:
    app = Stage(reader := Reader())
    async with app.run_test(size=(80, 24)) as pilot:
        reader.show(PAGE)
        await pilot.pause()
        await pilot.press("n", "y")
        said = app.of(Reader.Copied)[0].text
        assert said.splitlines()[0] == "A plan in a drawer"
        assert said.endswith("4 Oct 2024, /news/flood00000.txt:6")


async def test_a_wider_screen_keeps_the_place() -> None:
    app = Stage(reader := Reader())
    async with app.run_test(size=(60, 15)) as pilot:
        reader.show(PAGE)
        await pilot.pause()
        await pilot.press("n", "n", "n")
        before = reader.passage
        await pilot.resize_terminal(120, 30)
        await pilot.pause()
        assert reader.passage is not None
        assert before is not None
        assert reader.passage.text == before.text


async def test_turning_a_page_shows_the_next_page_and_turning_back_the_one_before() -> None:
    long = story("# A long one", *(f"Paragraph {number} of it." for number in range(40)))
    app = Stage(reader := Reader())
    async with app.run_test(size=(60, 15)) as pilot:
        reader.show(page(long))
        await pilot.pause()
        last = app.lines()[-1]
        await pilot.press("space")
        assert app.lines()[0].strip("▌ ▁▂▃▄▅▆▇") == last.strip("▌ ▁▂▃▄▅▆▇")
        await pilot.press("pageup")
        assert reader.top == 0


async def test_next_story_is_asked_for_and_shown_from_its_top() -> None:
    app = Stage(reader := Reader())
    async with app.run_test(size=(60, 15)) as pilot:
        reader.show(PAGE)
        await pilot.pause()
        await pilot.press("G", "J", "K")
        assert [message.step for message in app.of(Reader.NextStory)] == [1, -1]
        reader.show(page(story("# Another story", "Its text.", name="another000")))
        await pilot.pause()
        assert reader.cursor == 0
        assert "Another story" in app.text()


async def test_nothing_open_is_said() -> None:
    app = Stage(reader := Reader())
    async with app.run_test(size=(60, 15)) as pilot:
        reader.show(None)
        await pilot.press("v", "]", "i", "y", "enter", "J")
        assert "No story is open." in app.text()
