"""The signs of the screen, each with a twin in ASCII for terminals that draw signs of ambiguous width wide."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple


class Signs(NamedTuple):
    """One set of signs. Every sign but `copies`, `reports`, `moved` and `ellipsis` is one cell wide in both sets."""

    cursor: str = "▌"
    rule: str = "─"
    upright: str = "│"
    ellipsis: str = "…"
    dot: str = "·"
    dash: str = "–"
    inferred: str = "≈"
    copies: str = "‖"
    reports: str = "◇"
    copy: str = "╰"
    unread: str = "●"
    star: str = "★"
    marked: str = "✓"
    folded: str = "▸"
    open: str = "▾"
    point: str = "•"
    quotation: str = "▏"
    required: str = "+"
    excluded: str = "−"
    same: str = "="
    typography: str = "≈"
    edited: str = "~"
    left: str = "-"
    right: str = "+"
    moved: str = "»"
    hatch: str = "╱"
    bars: str = "▁▂▃▄▅▆▇█"


UNICODE = Signs()
ASCII = Signs(
    cursor="|",
    rule="-",
    upright="|",
    ellipsis="..",
    dot="-",
    dash="-",
    inferred="~",
    copies="=",
    reports="*",
    copy="`",
    unread="!",
    star="#",
    marked="x",
    folded=">",
    open="v",
    point="*",
    quotation="|",
    required="+",
    excluded="-",
    same="=",
    typography="'",
    edited="~",
    left="-",
    right="+",
    moved=">>",
    hatch="/",
    bars="_.:-=+%@",
)


@lru_cache(maxsize=1)
def signs() -> Signs:
    """The set for this terminal: ASCII when WIRESIDE_ASCII is set or the locale cannot print the others."""
    return choose(os.environ, locale.getpreferredencoding(False))


def choose(environment: Mapping[str, str], encoding: str) -> Signs:
    """The set for a terminal with this environment and encoding."""
    asked = environment.get("WIRESIDE_ASCII", "")
    if asked not in ("", "0"):
        return ASCII
    try:
        "▌≈‖◇●│".encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return ASCII
    return UNICODE
