"""The colours of a plain view on a terminal: those of the screen, for dark and for light grounds."""

from __future__ import annotations

from collections.abc import Mapping

# Each ink as rich writes a style. Marked words bring their own ground, so that they read on any terminal.
_DARK = {
    "dim": "#9AA3AC",
    "bright": "bold",
    "head": "bold",
    "accent": "#FFB454",
    "left": "#F0A07C",
    "right": "#6FC3B2",
    "edit": "#E8CF6A",
    "moved": "italic #B9A4E8",
    "error": "#FF8A80",
    "glyph": "underline #E8CF6A",
    "left-word": "bold #FFE3D3 on #4A3526",
    "right-word": "bold #D6F5EE on #1F423C",
    "edit-word": "bold underline #FFF3BF on #4A431F",
    "gap": "#3A424A",
}
_LIGHT = {
    "dim": "#5C646C",
    "bright": "bold",
    "head": "bold",
    "accent": "#8A4B00",
    "left": "#9A3B14",
    "right": "#0E6655",
    "edit": "#6B5500",
    "moved": "italic #5D3FA6",
    "error": "#A3161A",
    "glyph": "underline #6B5500",
    "left-word": "bold #5A1F06 on #F7DDD0",
    "right-word": "bold #063F33 on #D3EEE7",
    "edit-word": "bold underline #3F3200 on #F6ECB8",
    "gap": "#C9CCD0",
}


# The sixteen colours that every terminal has, whatever its ground.
_SIXTEEN = {
    "dim": "dim",
    "bright": "bold",
    "head": "bold",
    "accent": "yellow",
    "left": "red",
    "right": "green",
    "edit": "yellow",
    "moved": "italic magenta",
    "error": "bright_red",
    "glyph": "underline yellow",
    "left-word": "bold reverse red",
    "right-word": "bold reverse green",
    "edit-word": "bold underline yellow",
    "gap": "dim",
}


def inks(environment: Mapping[str, str], *, few: bool = False) -> Mapping[str, str]:
    """The inks for the terminal's ground: as WIRESIDE_THEME asks, else as COLORFGBG tells (7 and 15 are light).

    `few` asks for inks of the sixteen colours alone.
    """
    if few:
        return _SIXTEEN
    asked = environment.get("WIRESIDE_THEME", "")
    ground = environment.get("COLORFGBG", "").rpartition(";")[2]
    light = "light" in asked if asked else ground in ("7", "15")
    return _LIGHT if light else _DARK
