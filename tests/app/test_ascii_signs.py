"""A terminal that draws ambiguous signs wide: each sign of ours is its twin in ASCII, on any screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from seed_desk import at_the_desk

from tui.app.paint import glyphs


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
