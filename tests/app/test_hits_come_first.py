"""The first hits stand on the screen while the others are looked for; the reader's place is neither moved nor lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from seed_desk import Hands, at_the_desk

from tui.app.stories.rows import Heading
from tui.app.stories.shelves import FIRST, Shelves, Shown

STORIES = 3 * FIRST


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file of many short stories, a day each; every third is of rain."""
    folder = tmp_path_factory.mktemp("pile")
    lines = ["headline,date,body"]
    for number in range(STORIES):
        month, day = divmod(number, 28)
        what = "Rain" if number % 3 == 0 else "Sun"
        body = f"It was {what.lower()} on the hill all day, said the keeper of hut {number}. " * 3
        lines.append(f'"{what} in valley {number}",2024-{month + 1:02}-{day + 1:02},"{body}"')
    (folder / "days.csv").write_text("\n".join(lines), encoding="utf-8")
    return folder


@pytest.fixture
def delivered(monkeypatch: pytest.MonkeyPatch) -> list[Shown]:
    """What came to the screen, in order."""
    came: list[Shown] = []
    begun = Shelves._begun

    def noting(self: Shelves, look: object, shown: Shown | None) -> None:
        if shown is not None:
            came.append(shown)
        begun(self, look, shown)  # type: ignore[arg-type]

    monkeypatch.setattr(Shelves, "_begun", noting)
    return came


def first_lines(hands: Hands) -> list[str]:
    stories = hands.desk.stories
    return hands.lines[1 : stories.size.height]


async def test_the_first_page_is_what_the_whole_begins_with(pile: Path, delivered: list[Shown]) -> None:
    async with at_the_desk([str(pile)], build=True) as hands:
        await hands.built()
        await hands.press("/")
        await hands.type("valley")
        whole = hands.desk.stories.listing
        pages = [shown.listing for shown in delivered]
        assert pages
        assert whole.stories == STORIES
        assert all(page.stories == FIRST for page in pages)
        assert list(pages[-1].lines[:FIRST]) == list(whole.lines[:FIRST])
        assert f"{STORIES} of {STORIES}" in hands.text
        assert [head.more for head in pages[-1].heads if isinstance(head, Heading)] == [True, True, True]
        assert not any(head.more for head in whole.heads if isinstance(head, Heading))
        assert hands.desk.stories.cursor == 1


async def test_hits_stand_from_the_first_one_and_esc_goes_back_to_where_the_reader_was(pile: Path) -> None:
    async with at_the_desk([str(pile)], (60, 15), build=True) as hands:
        await hands.built()
        await hands.press("G", "k", "k")
        stories = hands.desk.stories
        place, lines = stories.place, first_lines(hands)
        await hands.press("/")
        await hands.type("rain")
        assert stories.entry is not None
        assert stories.entry.headline == "Rain in valley 0"
        await hands.press("escape")
        assert stories.place == place
        assert first_lines(hands) == lines
        await hands.press("/")
        await hands.type("zeppelin")
        await hands.press("escape")
        assert stories.place == place


async def test_what_is_typed_fast_ends_with_the_hits_of_all_of_it(pile: Path) -> None:
    async with at_the_desk([str(pile)], build=True) as hands:
        await hands.built()
        await hands.press("/")
        await hands.type("rain keeper hut")
        assert hands.desk.stories.listing.stories == STORIES // 3
        await hands.press("enter")
        assert f"{STORIES // 3} of {STORIES} · rain keeper hut" in hands.lines[-1]
