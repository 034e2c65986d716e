"""The main screen on the seeds: what a reader sees and does, key by key."""

from __future__ import annotations

from pathlib import Path

import pytest
from seed_desk import Hands, at_the_desk

from tui.app.desk.arrangement import Place

SIZES = [(60, 15), (100, 30), (160, 45)]
IDS = ["narrow", "wide", "three panes"]


async def found(hands: Hands, query: str) -> None:
    await hands.press("/")
    await hands.type(query)
    await hands.press("enter")


@pytest.mark.parametrize("size", SIZES, ids=IDS)
async def test_the_screen_shows_what_is_loaded(seeds_at_hand: list[str], size: tuple[int, int]) -> None:
    async with at_the_desk(seeds_at_hand, size) as hands:
        top, bottom = hands.lines[0], hands.lines[-1]
        assert top.startswith(" Wireside  seeds")
        assert "6 stories" in top
        assert "1 copy" in top
        assert bottom.startswith(" 6 of 6 · no filter")
        assert "Enter open" in bottom
        assert "October 2024" in hands.text
        assert "13 months without a story" in hands.text


WAYS = [
    [],
    ["enter"],
    ["escape", "G", "c"],
    ["q", "4"],
    ["escape", "?"],
    ["escape", ":"],
    ["escape", "f"],
    ["escape", "/"],
]


@pytest.mark.parametrize("size", SIZES, ids=IDS)
async def test_nothing_is_clipped(seeds_at_hand: list[str], size: tuple[int, int]) -> None:
    async with at_the_desk(seeds_at_hand, size) as hands:
        for keys in WAYS:
            await hands.press(*keys)
            screen = hands.app.screen.region
            for widget in hands.app.screen.walk_children():
                if widget.display and widget.region.area and widget.is_on_screen:
                    assert screen.contains_region(widget.region), (keys, widget)
            for pane in hands.desk.query("#panes > *"):
                if pane.display:
                    assert pane.region.width >= 20, keys
                    assert pane.region.height >= size[1] - 3, keys
            assert all(len(line.rstrip()) <= size[0] for line in hands.lines), keys


async def test_the_rows_of_the_list_end_in_one_column(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand, (100, 30)) as hands:
        rule = hands.lines[1].index("│")
        rows = [line[:rule] for line in hands.lines[1:9]]
        assert {line.rstrip()[-1] for line in rows if "◇" in line} == {"2"}
        assert len({line.index("◇") for line in rows if "◇" in line}) == 1
        assert len({len(line.rstrip()) for line in rows if "─" in line}) == 1
        assert {line[rule] for line in hands.lines[1:-1]} == {"│"}


async def test_a_step_paints_two_lines(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand, (60, 15)) as hands:
        stories = hands.desk.stories
        painted: list[int] = []
        render = stories.render_line
        stories.render_line = lambda y: painted.append(y) or render(y)  # type: ignore[method-assign]
        await hands.press("j")
        assert len(set(painted)) == 2


async def test_search_as_you_type_and_take_it_away_again(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        everything = hands.headlines
        await hands.press("/")
        await hands.type("Baloch")
        assert len(hands.headlines) < len(everything)
        await hands.press("enter")
        assert "2 of 6 · Baloch" in hands.lines[-1]
        assert [headline.split()[0] for headline in hands.headlines] == ["Dozens", "Pakistan"]
        await hands.press("F")
        assert hands.headlines == everything


async def test_giving_up_a_search_leaves_the_list_as_it_was(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await found(hands, "Baloch")
        await hands.press("/")
        await hands.type(" Rubio")
        await hands.press("escape")
        assert "2 of 6 · Baloch" in hands.lines[-1]


async def test_a_wrong_query_says_where_and_why_and_changes_nothing(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await found(hands, 'Rubio "human rights')
        assert "At 7:" in hands.lines[-1]
        assert len(hands.headlines) == 5
        await hands.press("escape")
        assert "6 of 6 · no filter" in hands.lines[-1]


async def test_a_search_that_finds_nothing_says_so(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await found(hands, "zeppelin")
        assert "Nothing passes zeppelin." in hands.text
        await hands.press("F")
        assert len(hands.headlines) == 5


async def test_older_searches_come_back_and_fields_are_completed(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await found(hands, "Baloch")
        await hands.press("F", "/", "up")
        line = hands.desk.query_one("#query")
        assert line.value == "Baloch"  # type: ignore[attr-defined]
        await hands.press("ctrl+u")
        await hands.type("headl")
        await hands.press("tab")
        assert line.value == "headline:"  # type: ignore[attr-defined]


async def test_the_copies_fold_and_unfold(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("G", "d")
        assert len(hands.headlines) == 6
        await hands.press("d")
        assert len(hands.headlines) == 5
        await hands.press("D")
        assert "╰" in hands.text


async def test_the_twins_side_by_side(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("G", "c")
        assert "Same copy" in hands.text
        assert hands.desk.panes.place is Place.COMPARE
        await hands.press("q")
        assert hands.desk.panes.place is Place.STORIES


async def test_two_marked_stories_are_compared(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand, (160, 45)) as hands:
        await hands.press("space", "space", "c")
        assert "Both tell" in hands.text
        assert "Only one tells" in hands.text


async def test_a_comparison_without_a_pair_asks(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("j", "j", "3")
        assert "Compare this story with which one?" in hands.text
        await hands.press("enter")
        assert hands.desk.panes.place is Place.COMPARE


async def test_an_actor_is_required(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand, (160, 45)) as hands:
        await hands.press("4", "/")
        await hands.type("Rubio")
        await hands.press("enter", "space")
        assert "2 of 6 · with Marco Rubio" in hands.lines[-1]
        assert "Richard Lindsay" not in hands.text
        await hands.press("F")
        assert "6 of 6" in hands.lines[-1]
        assert "Richard Lindsay" in hands.text


async def test_the_reader_follows_the_list(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("G")
        assert hands.desk.reading.number == hands.desk.stories.story


async def test_enter_opens_and_counts_as_read_and_undo_takes_it_back(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("enter")
        assert hands.desk.panes.place is Place.READER
        number = hands.desk.reading.number
        assert number is not None
        assert hands.desk.library.entry(number).read
        await hands.press("u")
        assert "Undone: 1 story marked as read" in hands.lines[-1]
        assert not hands.desk.library.entry(number).read
        await hands.press("U")
        assert hands.desk.library.entry(number).read
        await hands.press("J")
        assert hands.desk.reading.number != number
        await hands.press("escape")
        assert hands.desk.panes.place is Place.STORIES


async def test_a_star_shows(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("*")
        assert "★" in hands.text
        await hands.press("*")
        assert "★" not in hands.text


async def test_notes_and_tags_are_asked_for(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press(";")
        await hands.type("look again")
        await hands.press("enter", "#")
        await hands.type("letters")
        await hands.press("enter")
        await found(hands, "tag:letters is:noted")
        assert "1 of 6" in hands.lines[-1]


async def test_a_search_is_saved_and_opened(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await found(hands, "Baloch")
        await hands.press("b")
        await hands.type("the spokesperson")
        await hands.press("enter", "F", "B")
        assert "the spokesperson" in hands.text
        await hands.press("enter")
        assert "2 of 6 · Baloch" in hands.lines[-1]


async def test_a_facet_writes_into_the_query(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("f")
        await hands.type("Nov 2024")
        await hands.press("enter")
        assert "1 of 6 · date:2024-11" in hands.lines[-1]


async def test_go_to_a_date_and_from_day_to_day(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("@")
        await hands.type("nonsense")
        await hands.press("enter")
        assert "Write it like" in hands.text
        await hands.press("ctrl+u")
        await hands.type("2025")
        await hands.press("enter")
        entry = hands.desk.stories.entry
        assert entry is not None
        assert str(entry.placed.day) == "2026-01-20"
        await hands.press("{", "{")
        entry = hands.desk.stories.entry
        assert entry is not None
        assert str(entry.placed.day) == "2024-10-25"
        await hands.press("}")
        entry = hands.desk.stories.entry
        assert entry is not None
        assert str(entry.placed.day) == "2024-11-16"


async def test_sorting_and_turning_round(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        forwards = hands.headlines
        await hands.press("S")
        assert hands.headlines == forwards[::-1]
        await hands.press("S", "s", "s")
        assert hands.headlines == sorted(forwards, key=lambda headline: headline.casefold())


async def test_help_finds_a_command_by_typing_and_runs_it(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        forwards = hands.headlines
        await hands.press("?")
        await hands.type("order round")
        assert "Turn the order round" in hands.text
        await hands.press("enter")
        assert hands.headlines == forwards[::-1]


async def test_the_palette_runs_what_belongs_to_the_desk(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press(":")
        await hands.type("theme")
        await hands.press("enter")
        assert hands.app.theme == "wireside-light"


async def test_esc_never_quits_and_q_does_at_the_root(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("escape", "escape", "enter", "escape", "escape", "4", "escape", "escape")
        assert hands.app.is_running
        assert hands.app._exit is False
        await hands.press("enter", "q")
        assert hands.app._exit is False
        await hands.pilot.press("q")
        assert hands.app._exit is True


async def test_quitting_works_from_anywhere(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("G", "c")
        await hands.pilot.press("Q")
        assert hands.app._exit is True


async def test_one_pane_at_a_time_when_narrow(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand, (60, 15)) as hands:
        await hands.press("enter")
        assert not hands.desk.stories.display
        await hands.press("q")
        assert hands.desk.stories.display
        await hands.press("tab", "tab")
        assert hands.desk.panes.place is Place.ACTORS


async def test_zoom_and_widths(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand, (160, 45)) as hands:
        stories = hands.desk.stories
        before = stories.size.width
        await hands.press(">")
        assert stories.size.width == before + 4
        await hands.press("<", "z")
        assert stories.outer_size.width == 160
        await hands.press("escape")
        assert stories.size.width == before


async def test_a_click_selects_and_a_click_on_the_selected_opens(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        stories = hands.desk.stories
        line = stories.listing.lines.index(stories.listing.numbers()[2])
        await hands.pilot.click(stories, offset=(10, line))
        await hands.settle()
        assert stories.cursor == line
        assert hands.desk.panes.place is Place.STORIES
        await hands.pilot.click(stories, offset=(10, line))
        await hands.settle()
        assert hands.desk.panes.place is Place.READER


async def test_typing_ahead_goes_where_it_belongs(seeds_at_hand: list[str]) -> None:
    """Keys that come in one burst, as from a paste or over a slow line."""
    from textual import events  # noqa: PLC0415

    async with at_the_desk(seeds_at_hand) as hands:
        burst = [("slash", "/"), *((letter, letter) for letter in "Baloch"), ("enter", "\r"), ("G", "G")]
        for key, character in burst:
            hands.app.post_message(events.Key(key, character))
        for _ in range(len(burst)):
            await hands.settle()
        assert "2 of 6 · Baloch" in hands.lines[-1]
        assert hands.desk.stories.cursor == hands.desk.stories.length - 1


async def test_text_of_a_document_is_never_markup_nor_an_escape(tmp_path: Path) -> None:
    hostile = tmp_path / "news"
    hostile.mkdir()
    (hostile / "a.txt").write_text(
        "[bold red]Minister[/bold red] \x1b[31mresigns\x1b[0m over [link=evil]letter[/link]\n\n"
        "2024-03-05\n\n" + "The minister [b]said[/b] on Tuesday that \x1b]0;owned\x07he would go. " * 12 + "\n"
    )
    async with at_the_desk([str(hostile)], build=True) as hands:
        await hands.built()
        await hands.press("enter")
        assert "[bold red]Minister[/bold red]" in hands.text
        assert "[b]said[/b]" in hands.text
        assert "\x1b" not in hands.text
        assert "owned" not in hands.text


async def test_an_empty_folder_says_what_was_looked_for(tmp_path: Path) -> None:
    async with at_the_desk([str(tmp_path)], build=True) as hands:
        await hands.built()
        assert "No story found." in hands.text
        assert any(str(tmp_path) in line for line in hands.desk.stories.notice)
        assert ".txt" in hands.text
