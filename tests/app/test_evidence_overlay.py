"""The overlay that says why."""

from __future__ import annotations

import pytest
from pane_stage import Stage

from tui.app.reader.pane import Reader
from tui.app.telling.evidence import Evidence


@pytest.mark.parametrize("size", [(60, 15), (100, 30)])
async def test_it_says_why_in_sentences_and_goes_away_again(size: tuple[int, int]) -> None:
    app = Stage(Reader())
    async with app.run_test(size=size) as pilot:
        said = ["Inferred: 23–25 Oct 2024.", "It says [b]“on Wednesday”[/b]. " * 3]
        await app.push_screen(Evidence("This date", said))
        await pilot.pause()
        assert "• Inferred: 23–25 Oct 2024." in app.text()
        assert "[b]“on Wednesday”[/b]" in app.text()
        assert "Esc closes this" in app.text()
        for key in ("escape", "q", "i", "enter"):
            await pilot.press(key)
            assert not isinstance(app.screen, Evidence)
            await app.push_screen(Evidence("This date", said))


async def test_many_sentences_are_scrolled() -> None:
    app = Stage(Reader())
    async with app.run_test(size=(60, 15)) as pilot:
        await app.push_screen(Evidence("This name", [f"Sentence {number}." for number in range(40)]))
        await pilot.pause()
        assert "Sentence 39." not in app.text()
        await pilot.press("G")
        assert "Sentence 39." in app.text()
