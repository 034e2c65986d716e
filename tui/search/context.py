"""Keyword in context: every place where searched words stand in a text, with what stands before and after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.search.marking import spans


class Place(NamedTuple):
    """One hit in a text: `text[start:end]`, and about as much as was asked for of what stands on either side."""

    start: int
    end: int
    before: str
    hit: str
    after: str


def in_context(text: str, words: Sequence[str], width: int = 60) -> Iterator[Place]:
    """The hits in a text in its order; each side is cut at a word and has at most `width` characters."""
    for start, end in spans(text, words):
        yield Place(start, end, _before(text, start, width), text[start:end], _after(text, end, width))


def _before(text: str, start: int, width: int) -> str:
    first = max(0, start - width)
    if first and not text[first - 1].isspace():
        gap = text.find(" ", first, start)
        first = gap + 1 if gap >= 0 else first
    return text[first:start]


def _after(text: str, end: int, width: int) -> str:
    last = min(len(text), end + width)
    if last < len(text) and not text[last].isspace():
        gap = text.rfind(" ", end, last)
        last = gap if gap >= 0 else last
    return text[end:last]
