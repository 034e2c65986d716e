"""Word wrap by terminal cells, and the cutting of a wrapped line into pieces that each look one way.

A text is never changed by wrapping: lines are spans of it, so that marks given as offsets stay true at every width.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

from tui.app.paint.cells import plain

Piece = tuple[str, str]
"""A run of a painted line, and the inks it is set in, as `lines.Piece`."""


class Span(NamedTuple):
    """A run `text[start:end]` of a passage that is set in further inks."""

    start: int
    end: int
    inks: str


class Cut(NamedTuple):
    """One line of a wrapped text: `text[start:end]`."""

    start: int
    end: int


# Characters known to take one cell each: a text of these alone is wrapped by counting characters.
_ONE_CELL = frozenset(
    chr(code)
    for first, last in ((0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x2FF), (0x370, 0x482), (0x2010, 0x2027), (0x2030, 0x205E))
    for code in range(first, last + 1)
    if cell_len(chr(code)) == 1
)
_NOT_FIRST = frozenset("、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝」』】〉》〕’”%‰,.!?:;)]}»")
_NOT_LAST = frozenset("（［｛「『【〈《〔‘“([{«")


def wrap(text: str, width: int) -> list[Cut]:
    """The lines of a text at a width in cells; one empty line for an empty text.

    Breaks at blanks and beside wide characters, never inside a grapheme; a word longer than the line is cut. The
    blanks at a break belong to no line.
    """
    width = max(1, width)
    if text.isascii() and text.isprintable():
        return _wrap_by_characters(text, width)
    if _ONE_CELL.issuperset(text) and ("…" not in text or len(plain("…")) == 1):
        return _wrap_by_characters(text, width)
    return _wrap_by_cells(text, width)


def _wrap_by_characters(text: str, width: int) -> list[Cut]:
    cuts: list[Cut] = []
    start, size = 0, len(text)
    while size - start > width:
        end = text.rfind(" ", start, start + width + 1)
        if end <= start:
            end = start + width
        cuts.append(_trimmed(text, start, end))
        start = end
        while start < size and text[start] == " ":
            start += 1
    if start < size or not cuts:
        cuts.append(_trimmed(text, start, size))
    return cuts


def _wrap_by_cells(text: str, width: int) -> list[Cut]:
    cuts: list[Cut] = []
    start = used = 0
    # Where the line may end, the start of what would follow, and the cells used up to there.
    last_break: tuple[int, int, int] | None = None
    before = ""
    before_wide = False
    dots = len(plain("…"))  # three, where the terminal shows ASCII alone
    for at, end, width_of_glyph in split_graphemes(text)[0]:
        glyph = text[at:end]
        cells = dots if glyph == "…" else width_of_glyph
        if glyph == " ":
            last_break = (at, end, used + 1)
        elif (
            at > start
            and (cells == 2 or before_wide)
            and before != " "
            and glyph not in _NOT_FIRST
            and before not in _NOT_LAST
        ):
            last_break = (at, at, used)
        while used + cells > width and at > start and glyph != " ":
            cut, following, cells_before = last_break if last_break and last_break[0] > start else (at, at, used)
            cuts.append(_trimmed(text, start, cut))
            start, used, last_break = following, used - cells_before, None
        used += cells
        before, before_wide = glyph, cells == 2
    if start < len(text) or not cuts:
        cuts.append(_trimmed(text, start, len(text)))
    if "\u200d" not in text:
        return cuts
    # What joins nothing is counted in one way by itself and in another inside a text: a painted line is a text.
    return [part for cut in cuts for part in _within(text, cut, width)]


def _within(text: str, cut: Cut, width: int) -> Iterable[Cut]:
    """The line, cut between characters wherever it is wider than it was counted."""
    start, end = cut
    while cell_len(text[start:end]) > width:
        at = start + 1
        while cell_len(text[start : at + 1]) <= width:
            at += 1
        yield Cut(start, at)
        start = at
    yield Cut(start, end)


def _trimmed(text: str, start: int, end: int) -> Cut:
    while end > start and text[end - 1] == " ":
        end -= 1
    return Cut(start, end)


def pieces(text: str, cut: Cut, spans: Sequence[Span] = (), inks: str = "") -> list[Piece]:
    """The runs of one line of a text: `inks` below, those of the spans that cover a run over it, in their order."""
    start, end = cut
    inside = [span for span in spans if span.start < end and span.end > start and span.start < span.end]
    if not inside:
        return [(plain(text[start:end]), inks)] if end > start else []
    edges = sorted({start, end, *(edge for span in inside for edge in span[:2] if start < edge < end)})
    return [
        (
            plain(text[left:right]),
            joined(inks, *(span.inks for span in inside if span.start <= left and span.end >= right)),
        )
        for left, right in pairwise(edges)
    ]


def joined(*inks: str) -> str:
    """Several inks as one, the later over the earlier."""
    return " ".join(filter(None, inks))


def width_of(line: Iterable[Piece]) -> int:
    """The width of a line in cells."""
    return sum(cell_len(text) for text, _inks in line)


def filled(line: Iterable[Piece], width: int, inks: str = "") -> list[Piece]:
    """The line cut or filled with blanks to exactly `width` cells."""
    result: list[Piece] = []
    room = width
    for text, ink in line:
        cells = cell_len(text)
        if cells > room:
            head = _head(text, room)
            result += [(head, ink), (" " * (room - cell_len(head)), ink)]
            return result
        result.append((text, ink))
        room -= cells
    if room > 0:
        result.append((" " * room, inks))
    return result


def _head(text: str, width: int) -> str:
    """As much of the beginning of a text as goes into so many cells."""
    end = used = 0
    for _start, following, cells in split_graphemes(text)[0]:
        if used + cells > width:
            break
        end, used = following, used + cells
    return text[:end]
