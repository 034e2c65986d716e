"""Lines as they are set on pages, joined to paragraphs: a line goes on below where its next word had no room."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_GAP = 0.7  # of a line's height, from which on it parts two paragraphs
_INDENT = 0.6  # of a line's height, from which on it begins a paragraph
_SIDE = 2.0  # heights by which the lines of one column may begin apart
_ALIKE = 0.2  # part of its height by which a line of the same text may differ
_SPACE = 0.2  # of a line's height, which a space takes at least
_FEW = 4  # lines that tell how wide a column is
_MOST = 1000  # lines of a page that are asked; nobody sets as many on one
_ENDS = re.compile(r"[.!?…:。！？][\"'”’»)\]]*$")


class SetLine(NamedTuple):
    """A line of a page: its text, and in points, upwards and to the right, where it lies.

    `bottom` is where the next line may begin: a line whose last word was parted reaches over two. `height` is that of
    its letters, `word` the width of its first word.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    height: float
    word: float


def paragraphs(pages: Sequence[Sequence[SetLine]]) -> Iterator[str]:
    """The paragraphs, headings and other lines of a text, a blank line where a gap parts two on a page."""
    lines = [(line, margin) for page in pages for line, margin in zip(page, _margins(page), strict=True)]
    text = ""
    for (line, margin), (below, _) in pairwise(lines):
        text += line.text
        if _goes_on(line, below, margin):
            text += " "
            continue
        yield text
        if line.bottom - below.top > _GAP * line.height:
            yield ""
        text = ""
    if lines:
        yield text + lines[-1][0].text


def _margins(page: Sequence[SetLine]) -> list[float]:
    """For each line of a page how far to the right its column goes: as far as the longest line that has one below it.

    Lines that stand alone may be longer: what runs along the page, captions.
    """
    above = [line for line, below in pairwise(page) if _stands_below(line, below)][:_MOST]
    return [max((one.right for one in _column(above, line)), default=line.right) for line in page]


def _column(page: Sequence[SetLine], line: SetLine) -> list[SetLine]:
    """The lines that begin where a line does, of its size where they are enough."""
    column = [one for one in page if abs(one.left - line.left) < _SIDE * line.height]
    alike = [one for one in column if abs(one.height - line.height) < _ALIKE * line.height]
    return alike if len(alike) >= _FEW else column


def _stands_below(above: SetLine, below: SetLine) -> bool:
    """Whether a line is the next one in the column, with no gap between."""
    return below.top <= above.bottom + above.height * _GAP and above.bottom - below.top <= _GAP * above.height


def _goes_on(above: SetLine, below: SetLine, margin: float) -> bool:
    """Whether a line's paragraph goes on in the next one of the text, which may head the next column or page."""
    if above.right + _SPACE * above.height + below.word <= margin:
        return False
    if abs(above.height - below.height) > _ALIKE * above.height:
        return False
    if _stands_below(above, below):
        return below.left - above.left < _INDENT * above.height
    elsewhere = below.top > above.bottom
    return elsewhere and not _ENDS.search(above.text) and below.text[:1].islower()
