"""At the desk: a sentence followed through the stories, paragraphs by copies, versions, who cut whom."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import tanker
from seed_desk import Hands, at_the_desk

from tui.app.compare.items import View
from tui.app.compare.pane import Compare
from tui.app.desk.arrangement import Place
from tui.app.reader import reading
from tui.app.reader.pane import Reader
from tui.library.building.build import build
from tui.library.file.opening import make_ready
from tui.library.paths import library_path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The pile, and a cache with its library, built once."""
    home = tmp_path_factory.mktemp("tanker")
    folder = tanker.write(home / "pile")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
        path = library_path([str(folder)])
        make_ready(path)
        build(path, [str(folder)], lambda _change: None)
    return folder, home / "cache"


@pytest.fixture
def pile(built: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    folder, cache = built
    shutil.copytree(cache, tmp_path / "own-cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own-cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own-data"))
    monkeypatch.setattr(reading, "REST", 0.0001)
    return [str(folder)]


async def onto(hands: Hands, words: str) -> None:
    """Go down the reader to the passage with these words."""
    pane = hands.desk.panes.made(Place.READER)
    assert isinstance(pane, Reader)
    for _line in range(60):
        if pane.passage is not None and words in pane.passage.text:
            return
        await hands.press("j")
    raise AssertionError(hands.text)


async def test_a_sentence_of_the_reader_is_followed_and_leads_to_its_carriers(pile: list[str]) -> None:
    async with at_the_desk(pile) as hands:
        await hands.press("enter")
        await onto(hands, "At least 12")
        await hands.press("s")
        assert "4 stories carry it" in hands.text
        assert "only figures differ" in hands.text
        await hands.press("j", "j", "enter")
        assert hands.desk.panes.place is Place.READER
        assert hands.desk.reading.number == hands.desk.library.order()[1]
        await hands.press("s", "escape")
        assert "stories carry it" not in hands.text


async def test_a_quotation_of_a_paragraph_is_followed_by_itself(pile: list[str]) -> None:
    async with at_the_desk(pile, (160, 45)) as hands:
        await hands.press("enter")
        await onto(hands, "loud bang")
        await hands.press("s")
        seen = hands.text
        await hands.press("]")
        assert hands.text != seen
        assert "of 2 in this paragraph (][)" in hands.text


async def test_a_carrier_is_compared_with_the_story_that_one_came_from(pile: list[str]) -> None:
    async with at_the_desk(pile) as hands:
        await hands.press("enter")
        await onto(hands, "At least 12")
        await hands.press("s", "j", "j", "c")
        assert hands.desk.panes.place is Place.COMPARE
        assert "Same copy." in hands.text


async def test_the_comparison_goes_by_the_view_key_to_paragraphs_by_copies_and_back(pile: list[str]) -> None:
    async with at_the_desk(pile) as hands:
        await hands.press("c")
        assert "Surely left came first" in hands.text
        await hands.press("v", "v", "v")
        pane = hands.desk.panes.made(Place.COMPARE)
        assert isinstance(pane, Compare)
        assert pane.view is View.PARAGRAPHS
        assert "paragraphs by copies (v)" in hands.text
        assert "+4" in hands.text
        await hands.press("]", "enter")
        assert pane.view.value == View.SIDES.value
        assert pane.row is not None


async def test_the_reader_says_which_version_it_shows(pile: list[str]) -> None:
    async with at_the_desk(pile, (160, 45)) as hands:
        await hands.press("D", "j", "j", "enter")
        assert "Version 2 of 2 (same address" in hands.text
        assert "correction appended" in hands.text


@pytest.mark.parametrize("size", [(60, 15), (100, 30), (160, 45)])
async def test_a_trace_fits_any_screen(pile: list[str], size: tuple[int, int]) -> None:
    async with at_the_desk(pile, size) as hands:
        await hands.press("c", *"jjjjjjjjjjjjjjjjjj", "s")
        assert all(len(line) <= size[0] for line in hands.lines)
        assert "carr" in hands.text or "There is no sentence" in hands.text
