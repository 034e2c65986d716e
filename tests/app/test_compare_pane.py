"""The comparison on a screen: what is seen, where the keys lead, what is asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_pages import entry
from pane_stage import Stage
from sides import story
from test_compare_items import BOTH, LEFT, RIGHT

from tui.app.compare.items import View
from tui.app.compare.pane import Compare
from tui.model import Fact, FactKind, MatchKind
from tui.relate.compare import compare


def sides(number: int = 1) -> tuple[Compare, Stage]:
    pane = Compare()
    return pane, Stage(pane)


@pytest.mark.parametrize("size", [(60, 15), (100, 30), (160, 45)])
async def test_all_of_both_stories_is_seen_at_any_size(size: tuple[int, int]) -> None:
    pane, app = sides()
    async with app.run_test(size=size) as pilot:
        pane.show(BOTH, entry(1, LEFT, agency="AP"), entry(2, RIGHT))
        await pilot.pause()
        seen = app.text()
        assert "Same copy" in seen
        for _page in range(8):
            await pilot.press("space")
            seen += "\n" + app.text()
        for words in ("Two towns were", "tomorrow the", "claimed", "bridge"):
            assert words in seen
        assert all(len(line) <= size[0] for line in seen.splitlines())


async def test_keys_go_through_the_differences_and_the_count_stays_in_sight() -> None:
    pane, app = sides()
    async with app.run_test(size=(100, 20)) as pilot:
        pane.show(BOTH, entry(1, LEFT), entry(2, RIGHT))
        await pilot.pause()
        of = pane.differences
        assert f"{of} ][" in app.text()
        await pilot.press("]", "]")
        assert f"2 of {of} ][" in app.text()
        await pilot.press("[", "[")
        assert f"{of} of {of} ][" in app.lines()[0]


async def test_typography_can_be_left_out_and_brought_back() -> None:
    pane, app = sides()
    async with app.run_test(size=(100, 30)) as pilot:
        pane.show(BOTH, entry(1, LEFT), entry(2, RIGHT))
        await pilot.pause()
        of = pane.differences
        await pilot.press("t")
        assert pane.differences == of - 3
        assert "typography left out (t)" in app.text()
        await pilot.press("t")
        assert pane.differences == of


async def test_the_view_key_goes_round_and_keeps_the_row() -> None:
    pane, app = sides()
    async with app.run_test(size=(100, 30)) as pilot:
        pane.show(BOTH, entry(1, LEFT), entry(2, RIGHT))
        await pilot.pause()
        await pilot.press("]", "]", "]", "]")
        for view in (View.INLINE, View.CHANGES, View.PARAGRAPHS, View.SIDES):
            await pilot.press("v")
            assert pane.view is view
            line = app.lines()[pane.cursor - pane.top]
            assert line.startswith("▌")
            assert "towns were cut off on" in line


async def test_two_reports_are_not_shown_by_the_paragraphs_of_copies() -> None:
    pane, app = sides()
    async with app.run_test(size=(100, 30)) as pilot:
        reports = compare(LEFT, RIGHT, MatchKind.EVENT)
        pane.show(reports, entry(1, LEFT), entry(2, RIGHT))
        await pilot.pause()
        for view in (View.INLINE, View.CHANGES, View.SIDES):
            await pilot.press("v")
            assert pane.view is view
        pane.show(BOTH, entry(1, LEFT), entry(2, RIGHT))
        await pilot.press("v", "v", "v")
        assert pane.view is View.PARAGRAPHS
        pane.show(reports, entry(1, LEFT), entry(2, RIGHT))
        await pilot.pause()
        assert pane.view is View.SIDES


async def test_what_the_pane_cannot_do_itself_it_asks_for() -> None:
    pane, app = sides()
    async with app.run_test(size=(100, 30)) as pilot:
        pane.show(BOTH, entry(1, LEFT), entry(2, RIGHT), (1, 3))
        await pilot.pause()
        assert "right is 1 of 3 (J K)" in app.text()
        await pilot.press("J", "K", "x", "+", "-", "i")
        assert [message.step for message in app.of(Compare.OtherCopy)] == [1, -1]
        assert [message.same for message in app.of(Compare.VerdictGiven)] == [True, False]
        assert len(app.of(Compare.Swapped)) == len(app.of(Compare.Evidence)) == 1


async def test_a_row_is_copied_from_both_sides_with_their_sources() -> None:
    pane, app = sides()
    async with app.run_test(size=(100, 30)) as pilot:
        pane.show(BOTH, entry(1, LEFT), entry(2, RIGHT))
        await pilot.pause()
        await pilot.press("G", "k", "k", "[", "]", "y")
        said = app.of(Compare.Copied)[0].text
        assert "/news/" in said


async def test_enter_on_a_fact_leads_to_the_row_it_stands_in() -> None:
    pane, app = sides()
    async with app.run_test(size=(100, 40)) as pilot:
        pane.show(BOTH, entry(1, LEFT), entry(2, RIGHT))
        await pilot.pause()
        line = next(at for at, text in enumerate(app.lines()) if text.strip().startswith("figure"))
        pane.move_to(line)
        await pilot.press("enter")
        assert "towns were cut off" in app.lines()[pane.cursor - pane.top]
        assert pane.row is not None


async def test_a_click_on_a_fact_leads_to_the_row_it_stands_in() -> None:
    pane, app = sides()
    async with app.run_test(size=(100, 40)) as pilot:
        pane.show(BOTH, entry(1, LEFT), entry(2, RIGHT))
        await pilot.pause()
        line = next(at for at, text in enumerate(app.lines()) if text.strip().startswith("figure"))
        await pilot.click(Compare, offset=(5, line), times=2)
        assert "towns were cut off on Friday" in app.lines()[pane.cursor - pane.top]


async def test_a_story_beside_itself_has_no_difference() -> None:
    pane, app = sides()
    async with app.run_test(size=(100, 30)) as pilot:
        pane.show(compare(LEFT, LEFT, MatchKind.IDENTICAL), entry(1, LEFT), entry(2, LEFT))
        await pilot.pause()
        assert "no difference" in app.text()
        await pilot.press("]", "[")
        assert pane.differences == 0


async def test_text_of_a_document_is_never_markup() -> None:
    strange = story("# [bold]A[/] $x", "[link=http://x]A paragraph in brackets[/link] stands here.", name="strange000")
    pane, app = sides()
    async with app.run_test(size=(100, 20)) as pilot:
        pane.show(compare(strange, LEFT, None), entry(1, strange), entry(2, LEFT))
        await pilot.pause()
        assert "[bold]A[/] $x" in app.text()


async def test_resizing_wraps_again_and_stays_at_the_row() -> None:
    pane, app = sides()
    async with app.run_test(size=(160, 45)) as pilot:
        pane.show(BOTH, entry(1, LEFT), entry(2, RIGHT))
        await pilot.pause()
        await pilot.press("]", "]", "]")
        row = pane.row
        for size in ((60, 15), (100, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert pane.row == row


async def test_changing_the_sides_stays_at_the_row() -> None:
    pane, app = sides()
    async with app.run_test(size=(100, 20)) as pilot:
        pane.show(BOTH, entry(1, LEFT), entry(2, RIGHT))
        await pilot.pause()
        await pilot.press("]", "]", "]", "]")
        assert pane.row is not None
        was = BOTH.rows[pane.row]
        turned = compare(RIGHT, LEFT, MatchKind.COPY)
        pane.show(turned, entry(2, RIGHT), entry(1, LEFT))
        await pilot.pause()
        assert pane.row is not None
        assert (turned.rows[pane.row].right, turned.rows[pane.row].left) == (was.left, was.right)


async def test_the_view_key_stays_at_one_of_several_facts_of_a_row() -> None:
    facts = tuple(Fact(FactKind.FIGURE, f"{n} boats", f"{n + 1} boats", 2) for n in (40, 50, 60))
    pane, app = sides()
    async with app.run_test(size=(60, 20)) as pilot:
        pane.show(replace(BOTH, kind=MatchKind.EVENT, facts=facts), entry(1, LEFT), entry(2, RIGHT))
        await pilot.pause()
        await pilot.press("]", "]")
        for _ in (View.INLINE, View.CHANGES):
            assert "50 boats" in app.lines()[pane.cursor - pane.top]
            await pilot.press("v")
