"""Hard-wrapped lines joined to paragraphs: a line ends one where the next word would still have fitted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

NARROWEST, WIDEST = 24, 200
# What begins a line that never continues the one above: bullets, headings, quoted mail, numbered items, rules.
_STARTS_ANEW = re.compile(r"(?:[•●◦▪■‣·*+–—-]|#{1,6}|>|\d{1,3}[.)]|\(\w\)|[_=*~-]{3,}|\[\S+\]$)(?:\s|$)")
_BULLET = re.compile(r"(?:[•●◦▪■‣·*+–—-]|\d{1,3}[.)])\s+")
_HYPHEN_END = re.compile(r"[^\W\d_]-$")
_FIRST_CHUNK = re.compile(r"[^\W_]+-(?=[^\W\d_])")
_SENTENCE_END = re.compile(r"[.!?…:。！？]['\"”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Run:
    """Lines of a document that are one: its words in one line, the lines it stands on (from 1), its indent."""

    text: str
    first: int
    last: int
    indent: int


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    number: int
    indent: int
    hang: int  # the column where its text begins, behind a bullet
    length: int  # columns used, indent included
    anew: bool


def unwrap(lines: Sequence[str]) -> list[Run]:
    """The runs of a document's lines (blank ones left out), joined where they were wrapped at a width.

    The width is found for the document as a whole; where none is found, each line is a run of its own.
    """
    read = [_read(line, number) for number, line in enumerate(lines, 1)]
    wrapped = _width(read)
    if not wrapped:
        return [Run(line.text, line.number, line.number, line.indent) for line in read if line]
    at_hyphens = _breaks_at_hyphens(read)
    runs: list[Run] = []
    above: _Line | None = None
    for line in read:
        if line and above and _continues(above, line, wrapped, at_hyphens):
            last = runs[-1]
            between = "" if at_hyphens and _HYPHEN_END.search(above.text) and line.text[0].isalpha() else " "
            runs[-1] = Run(last.text + between + line.text, last.first, line.number, last.indent)
        elif line:
            runs.append(Run(line.text, line.number, line.number, line.indent))
        above = line
    return runs


def width(lines: Sequence[str]) -> int:
    """The column at which a document was wrapped, 0 where it was not.

    A width is believed where nearly all lines that are long for it are so full that the next word would not fit.
    """
    return _width([_read(line, number) for number, line in enumerate(lines, 1)])


def _width(read: Sequence[_Line | None]) -> int:
    lengths = sorted((line.length for line in read if line), reverse=True)
    # A few lines may stick out: addresses, tables, rules.
    spared = max(1, len(lengths) // 50)
    if len(lengths) <= spared or lengths[spared] > WIDEST:
        return 0
    pairs = [
        (above.length, above.length + 1 + len(_first_word(below.text)))
        for above, below in zip(read, read[1:], strict=False)
        if above and below and not below.anew
    ]
    for wide in sorted({length for length in lengths[: spared + 1] if NARROWEST <= length <= WIDEST}, reverse=True):
        if sum(length > wide for length in lengths) > spared:
            break
        long = [(length, needed) for length, needed in pairs if wide * 0.6 <= length <= wide]
        full = sum(needed > wide for _, needed in long)
        if full >= 2 and full >= len(long) * 0.7:
            return wide
    return 0


def _read(line: str, number: int) -> _Line | None:
    line = line.expandtabs(8).rstrip()
    text = line.lstrip()
    if not text:
        return None
    indent = len(line) - len(text)
    bullet = _BULLET.match(text)
    hang = indent + (bullet.end() if bullet else 0)
    return _Line(" ".join(text.split()), number, indent, hang, len(line), bool(_STARTS_ANEW.match(text)))


def _first_word(text: str) -> str:
    return text.split(" ", 1)[0]


def _breaks_at_hyphens(read: Sequence[_Line | None]) -> bool:
    return any(
        above and below and _HYPHEN_END.search(above.text) and below.text[0].isalpha()
        for above, below in zip(read, read[1:], strict=False)
    )


def _continues(above: _Line, below: _Line, wrapped: int, at_hyphens: bool) -> bool:
    if below.anew or below.indent > max(above.hang, above.indent):
        return False
    word = _first_word(below.text)
    chunk = _FIRST_CHUNK.match(word) if at_hyphens else None
    needed = above.length + 1 + len(chunk[0] if chunk else word)
    if needed > wrapped:
        return True
    # Wrappers that even out their lines leave them shorter: a broken sentence goes on in lower case.
    return above.length > wrapped * 0.6 and below.text[0].islower() and not _SENTENCE_END.search(above.text)
