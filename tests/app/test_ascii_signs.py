"""A terminal that draws ambiguous signs wide: each sign of ours is its twin in ASCII, on any screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from seed_desk import at_the_desk

from tui.app.paint import glyphs
from tui.app.paint.wrapping import pieces, width_of, wrap


@pytest.fixture(autouse=True)
def in_ascii(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("WIRESIDE_ASCII", "1")
    glyphs.signs.cache_clear()
    yield
    monkeypatch.undo()
    glyphs.signs.cache_clear()


WIDE = {sign for sign in "".join(glyphs.UNICODE) if not sign.isascii()}
WAYS = [
    [],
    ["enter", "v", "G"],
    ["v"],
    ["q", "c"],
    ["v", "G"],
    ["q", "4"],
    ["enter"],
    ["escape", "escape", "i"],
    ["escape", "?"],
    ["escape", "f"],
    ["escape", "P"],
    ["escape", "D", "space", "*"],
]


async def test_no_screen_shows_a_sign_of_ours_that_is_not_ascii(tmp_path: Path) -> None:
    body = "The harbour of Lindvik was closed on Friday, Ada Thorn said, because the ice had come early this year. "
    for name, head, more in (
        ("a", "The ice came early", ""),
        ("b", "The ice came early", ""),
        ("c", "Lindvik closes its harbour", "It snows. "),
    ):
        text = f"{head}\n\nLINDVIK, March 8 (AP)\n\n{body * 4}\n\n{(body + more) * 3}\n\n{body * 5}\n\nShare this\n"
        (tmp_path / f"{name}.txt").write_text(f"date 2024-03-08\n{text}", "utf-8")
    async with at_the_desk([str(tmp_path)], (100, 20), build=True) as hands:
        await hands.built()
        for keys in WAYS:
            await hands.press(*keys)
            assert [line for line in hands.lines if WIDE.intersection(line)] == [], keys


async def test_typography_of_documents_is_shown_as_a_typewriter_has_it(tmp_path: Path) -> None:
    said = "“We wait … and wait” – the mayor’s words, as ‘The Sun’ has them. "
    text = f"“Nobody’s fault” … says mayor\n\nLINDVIK, March 8 (AP)\n\n{said * 9}\n\n{said * 4}\n"
    (tmp_path / "a.txt").write_text(f"date 2024-03-08\n{text}", "utf-8")
    for size in ((60, 15), (100, 24)):
        async with at_the_desk([str(tmp_path)], size, build=True) as hands:
            await hands.built()
            assert '"Nobody\'s fault" ... says mayor' in hands.text
            await hands.press("enter")
            said_plainly = " ".join(hands.text.split())
            assert '"We wait ... and wait"' in said_plainly
            assert "'The Sun'" in said_plainly
            assert hands.text.isascii()


@pytest.mark.parametrize("width", [7, 12, 30, 71])
def test_no_line_is_wider_than_it_was_wrapped_for_dots_or_not(width: int) -> None:
    text = "And so … on … and on……… “to the very end…” of it…………"
    for cut in wrap(text, width):
        assert width_of(pieces(text, cut)) <= width
