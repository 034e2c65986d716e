"""File names as the library can keep them: SQLite takes text only, and a name on disk may be any bytes.

Python shows a byte that is no text as a lone surrogate (PEP 383); the library keeps it as a character of the last
private plane, which no name has, and gives the surrogate back.
"""

from __future__ import annotations

_FIRST, _LAST = 0xDC80, 0xDCFF
_KEPT = 0x10FF00 - 0xDC00
_TO_KEPT = {code: code + _KEPT for code in range(_FIRST, _LAST + 1)}
_TO_NAME = {kept: code for code, kept in _TO_KEPT.items()}


def kept(name: str) -> str:
    """A path or a member's name as the library keeps it."""
    return name if name.isascii() else name.translate(_TO_KEPT)


def original(name: str) -> str:
    """The path or member's name that is kept as this."""
    return name if name.isascii() else name.translate(_TO_NAME)
