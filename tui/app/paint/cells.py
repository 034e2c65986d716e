"""Text measured in terminal cells: cut to a width, padded to a width, flattened to one line."""

from __future__ import annotations

from rich.cells import cell_len, get_character_cell_size, set_cell_size

from tui.app.paint.glyphs import ASCII, signs

CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029], " ")


PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″＂", '"'),
        **dict.fromkeys("‘’‚‛‹›′", "'"),
        **dict.fromkeys("–—―‐‑‒−", "-"),
        **dict.fromkeys("•·●◆■▪", "*"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f", " "),
        "…": "...",
        "×": "x",
    }
)
"""Typography of documents as a typewriter has it, for terminals that show signs of ASCII alone."""


def width(text: str) -> int:
    """How many cells this text takes."""
    return cell_len(plain(text))


def plain(text: str) -> str:
    """The text as the terminal can show it: where that is ASCII, quotation marks, dashes and dots are plain."""
    return text if text.isascii() or signs() is not ASCII else text.translate(PLAIN)


def flat(text: str) -> str:
    """The text on one line: a tab, a line break or any other control character becomes a space."""
    text = plain(text)
    return text if text.isprintable() else text.translate(CONTROLS)


def fit(text: str, room: int) -> str:
    """The text cut to at most `room` cells, with an ellipsis where something is missing."""
    if room <= 0:
        return ""
    text = plain(text)
    if cell_len(text) <= room:
        return text
    mark = signs().ellipsis
    taken = 0
    for at, character in enumerate(text):
        taken += get_character_cell_size(character)
        if taken > room - len(mark):
            return text[:at].rstrip() + mark if room > len(mark) else set_cell_size(text, room)
    return text


def pad(text: str, room: int) -> str:
    """The text cut or filled with spaces to exactly `room` cells."""
    return set_cell_size(fit(text, room), max(room, 0))


def pad_left(text: str, room: int) -> str:
    """The text cut or filled with spaces in front to exactly `room` cells."""
    text = fit(text, room)
    return " " * (room - cell_len(text)) + text
