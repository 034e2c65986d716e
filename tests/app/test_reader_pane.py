"""The reader on a screen: what is seen, where the keys lead, what is asked for."""

from __future__ import annotations

import datetime as dt

import pytest
from made_pages import FLOOD, entry, naming, page, saying
from pane_stage import Stage
from sides import story

from tui.app.reader.page import View
from tui.app.reader.pane import Reader
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
        await pilot.press("g")
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
        await pilot.press("g", "j", "i", "j", "i")
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
        await pilot.press("y")
        said = app.of(Reader.Copied)[0].text
        assert said.splitlines()[0] == "A plan in a drawer"
        assert said.splitlines()[1].endswith("4 Oct 2024")
        assert said.splitlines()[2:] == ["/news/flood00000.txt:6", "SHA-256 flood00000"]


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


async def test_the_first_hit_is_in_sight_and_the_headline_with_it_where_both_fit() -> None:
    near = story("# A short one", "The drawer was locked.", name="near000000")
    far = story("# A long one", *["Nothing of it here."] * 40, "The drawer was locked.", "End.", name="far0000000")
    app = Stage(reader := Reader())
    async with app.run_test(size=(80, 24)) as pilot:
        for told, headline_seen in ((near, True), (far, False)):
            reader.show(page(told, words_to_mark=("drawer",)))
            await pilot.pause()
            assert "The drawer was locked." in app.text()
            assert (told.headline in app.text()) is headline_seen
            assert reader.lit is not None
            assert reader.passage is not None
            assert reader.passage.text == "The drawer was locked."
        reader.show(page(far))
        await pilot.pause()
        assert reader.passage.text == "The drawer was locked.", "without the search the place is kept"
        reader.show(page(far, words_to_mark=("long",)))
        await pilot.pause()
        assert reader.passage.text == "A long one"


async def test_the_note_and_the_tags_stand_in_the_head() -> None:
    app = Stage(reader := Reader())
    async with app.run_test(size=(80, 24)) as pilot:
        reader.show(page(FLOOD, WHEN))
        await pilot.press("j", "j", "j")
        before = reader.passage
        reader.show(page(FLOOD, WHEN, note="Ask [b]Thorn[/b] again", tags=("letters", "to do")))
        await pilot.pause()
        assert "tags letters, to do" in app.text()
        assert "note Ask [b]Thorn[/b] again" in app.text()
        assert reader.passage == before, "the cursor stays on the words that it was on"


async def test_no_copies_is_not_said_before_they_were_looked_for() -> None:
    app = Stage(reader := Reader())
    async with app.run_test(size=(80, 24)):
        reader.show(page(FLOOD, WHEN, relating=True))
        assert "copies are still being looked for" in app.text()
        reader.show(page(FLOOD, WHEN))
        assert "no copies" in app.text()
