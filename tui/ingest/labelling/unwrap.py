"""Hard-wrapped lines joined to paragraphs: a line ends one where the next word would still have fitted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise
from statistics import median
from typing import NamedTuple

NARROWEST, WIDEST = 24, 200
LEAST_ALONE = 56  # columns of a width that one line alone makes believed
# What begins a line that never continues the one above: bullets, headings, quoted mail, numbered items, rules.
_STARTS_ANEW = re.compile(r"(?:[•●◦▪■‣·*+]|#{1,6}|>|[_=*~-]{3,}|\[\S+\]$)(?:\s|$)")
# What does so unless the line above is full and its sentence unfinished: dashes and numbers stand in sentences too.
_MAY_START_ANEW = re.compile(r"(?:[–—-]|\d{1,3}[.)]|\([a-z\d]\))(?:\s|$)")
_BULLET = re.compile(r"(?:[•●◦▪■‣·*+–—-]|\d{1,3}[.)])\s+")
_ITEM = re.compile(r"\d{1,3}[.)]\s")
_HYPHEN_END = re.compile(r"[^\W\d_]-$")
_FIRST_CHUNK = re.compile(r"[^\W_]+-(?=[^\W\d_])")
_JOINING_WORDS = "and or to und oder bis bzw et ou y o e och eller og en of"
_JOINING = frozenset(_JOINING_WORDS.split())
_CLOSING_QUOTES, _OPENING_QUOTES = "\"”’»“'", "\"“„«‘'"
_UNSPACED = re.compile("[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_SENTENCE_END = re.compile(r"[.!?…:。！？।۔]['\"”’»)\]]*$")


class Run(NamedTuple):
    """Lines of a document that are one: its words in one line, the lines it stands on (from 1), its indent."""

    text: str
    first: int
    last: int
    indent: int


class _Line(NamedTuple):
    text: str
    number: int
    indent: int
    hang: int  # the column where its text begins, behind a bullet
    length: int  # columns used, indent included
    anew: bool


class _Link(Enum):
    """What a line is to the one above it."""

    APART = auto()
    GOES_ON = auto()
    EITHER = auto()  # the line above is full and ends a sentence: it may end a paragraph too


def unwrap(lines: Sequence[str]) -> list[Run]:
    """The runs of a document's lines (blank ones left out), joined where they were wrapped at a width.

    The width is found for the document as a whole; where none is found, each line is a run of its own.
    """
    read = [] if _too_wide(lines) else [_read(line, number) for number, line in enumerate(lines, 1)]
    wrapped = _width(read)
    if not wrapped:
        return [
            Run(_spaced(text), number, number, len(line) - len(text))
            for number, line in enumerate(lines, 1)
            if (text := line.lstrip())
        ]
    at_hyphens = _breaks_at_hyphens(read)
    links = [_Link.APART]
    links += [_link(above, below, wrapped, at_hyphens) for above, below in pairwise(read)]
    _settle(read, links)
    going_on: list[list[_Line]] = []
    for line, link in zip(read, links, strict=True):
        if line and link is _Link.GOES_ON:
            going_on[-1].append(line)
        elif line:
            going_on.append([line])
    return [_joined(run, at_hyphens) for run in going_on]


def _joined(lines: Sequence[_Line], at_hyphens: bool) -> Run:
    """Lines that are one, with a space between two where no word goes on."""
    first, last = lines[0], lines[-1]
    if first is last:
        return Run(first.text, first.number, first.number, first.indent)
    parts = [first.text]
    for above, below in pairwise(lines):
        within = (at_hyphens and _in_word(above.text, below.text)) or _unspaced(above.text, below.text)
        parts += ["" if within else " ", below.text]
    return Run("".join(parts), first.number, last.number, first.indent)


def width(lines: Sequence[str]) -> int:
    """The column at which a document was wrapped, 0 where it was not.

    A width is believed where nearly all lines that are long for it, and end no sentence, are so full that the next
    word would not fit. One such line is enough where the sentence goes on below it in lower case, and no line is
    long that has room for the next word.
    """
    return _width([_read(line, number) for number, line in enumerate(lines, 1)])


def _spaced(text: str) -> str:
    """A line with one space for every run of white space, most of which are so already."""
    if "  " in text or text[-1] == " " or not text.isprintable():
        return " ".join(text.split())
    return text


def _too_wide(lines: Sequence[str]) -> bool:
    """Whether so many lines are longer than any wrapper leaves them that the document was not wrapped."""
    long = sum([_breaks(line.strip()) for line in lines if len(line) > WIDEST])
    return long > max(1, (len(lines) - lines.count("")) // 50)


def _width(read: Sequence[_Line | None]) -> int:
    # A word longer than the width sticks out alone; a few other lines may: tables, rules.
    lengths = sorted((line.length for line in read if line and _breaks(line.text)), reverse=True)
    spared = max(1, len(lengths) // 50)
    if len(lengths) <= spared or lengths[spared] > WIDEST:
        return 0
    pairs = Counter(
        (above.length, above.length + 1 + len(_first_word(below.text)), below.text[0].islower())
        for above, below in pairwise(read)
        if above and below and not below.anew and not _SENTENCE_END.search(above.text) and not _ITEM.match(below.text)
    )
    for wide in sorted({length for length in lengths[: spared + 1] if NARROWEST <= length <= WIDEST}, reverse=True):
        if lengths[spared] > wide:
            break
        long = {pair: count for pair, count in pairs.items() if wide * 0.6 <= pair[0] <= wide}
        many = sum(long.values())
        full = sum(count for (_, needed, _), count in long.items() if needed > wide)
        if full >= 2 and full >= many * 0.7:
            return wide
        if full == many == 1 and all(goes_on for _, _, goes_on in long) and wide >= LEAST_ALONE:
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
    # Scripts without spaces break anywhere, but not before a few marks.
    return text[:3] if _UNSPACED.match(text) else text.split(" ", 1)[0]


def _breaks_at_hyphens(read: Sequence[_Line | None]) -> bool:
    return any(above and below and _in_word(above.text, below.text) for above, below in pairwise(read))


def _in_word(above: str, below: str) -> bool:
    """Whether a word goes on below its hyphen: not so in "hill- / and valley farms"."""
    return (
        above[-1] == "-"
        and below[0].isalpha()
        and _HYPHEN_END.search(above) is not None
        and _first_word(below) not in _JOINING
    )


def _breaks(text: str) -> bool:
    """Whether a wrapper finds a place to break a line at."""
    return " " in text or (not text.isascii() and _UNSPACED.search(text) is not None)


def _unspaced(above: str, below: str) -> bool:
    """Whether the script sets no space between the last sign of a line and the first of the next."""
    return not above[-1].isascii() and _UNSPACED.match(above[-1]) is not None and _UNSPACED.match(below) is not None


def _link(above: _Line | None, below: _Line | None, wrapped: int, at_hyphens: bool) -> _Link:
    if not above or not below or below.anew or below.indent > max(above.hang, above.indent):
        return _Link.APART
    word = _first_word(below.text)
    chunk = _FIRST_CHUNK.match(word) if at_hyphens else None
    needed = above.length + 1 + len(chunk[0] if chunk else word)
    ends = bool(_SENTENCE_END.search(above.text))
    if (ends or needed <= wrapped) and _MAY_START_ANEW.match(below.text):
        return _Link.APART
    if needed > wrapped:
        return _Link.EITHER if ends else _Link.GOES_ON
    # Wrappers that even out their lines leave them shorter: a broken sentence goes on in lower case.
    if above.length > wrapped * 0.6 and below.text[0].islower() and not ends:
        return _Link.GOES_ON
    return _Link.APART


def _settle(read: Sequence[_Line | None], links: list[_Link]) -> None:
    """Decide the doubtful links: by what stands below, and by how long the document's plain paragraphs are.

    Where paragraphs are parted by blank lines, a full line that ends a sentence goes on. Where they abut, it ends a
    paragraph if two of these speak for it: it closes a quotation, the next line opens one, the paragraph is as long
    as others are.
    """
    abutting: list[int] = []
    length = 0
    for i, (line, link) in enumerate(zip(read, links, strict=True)):
        if link is _Link.APART and length and line and read[i - 1]:
            abutting.append(length)
        length = 0 if line is None else length + 1 if link is not _Link.APART else 1
    usual = median(abutting) if abutting else 0
    length = 0
    for i, line in enumerate(read):
        if line is None:
            length = 0
            continue
        above = read[i - 1] if i else None
        if links[i] is _Link.EITHER and above is not None:
            last = i + 1 == len(links) or links[i + 1] is _Link.APART
            signs = (above.text[-1] in _CLOSING_QUOTES) + (line.text[0] in _OPENING_QUOTES) + (0 < usual <= length)
            alone = last and line.text[-1].isalnum()
            links[i] = _Link.APART if alone or (usual and signs >= 2) else _Link.GOES_ON
        length = length + 1 if links[i] is _Link.GOES_ON else 1
