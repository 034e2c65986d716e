"""The passages of a plain document: its runs of lines with what can be said of each by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.ingest.labelling.addressed import Address, addressing
from tui.ingest.labelling.furniture import Furniture, bare, furniture
from tui.ingest.labelling.marks import without_marks
from tui.ingest.labelling.unwrap import Run, unwrap
from tui.model import BlockKind
from tui.text.clean import printable
from tui.text.language import language, stop_words

_BULLET = re.compile(r"(?:[•●◦▪■‣·*+]|[–—-](?=\s{1,3}[^\s–—-]))\s+|\(?\d{1,3}\\?[.)]\s+(?=\D)(?!\S+\s(?:19|20)\d\d\b)")
_BARE_MARK = re.compile(r"^[•●◦▪■‣·*+>\s]+$")
_QUOTED = re.compile(r"(?:>\s*)+")
_HEADING = re.compile(r"(#{1,6})\s+|(\*\*|__)(?=\S.*\2$)")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।۔።။»”“」][\s\"'”’»)\]」』*_♦■◾●¹²³⁴-⁹\d]{0,6}$")
_STOPS = ".!?…।۔"
_FEW_SMALL_WORDS = 0.24
LEAST_PROSE = 8
_SAMPLE = 1200
_WIDE = re.compile("[\u0e00-\u0e7f\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@dataclass(slots=True)
class Passage:
    """One run of a document's lines and its features.

    `text` is printable, on one line, without bullet and heading marks; `gap` counts the blank lines above it.
    `words` counts a pair of characters as a word in scripts without spaces. `stops` is the share of small words,
    -1.0 where the language has no list. `reads` says that it reads as running text: a sentence, or many words with
    small ones among them. `kind` and `by` are filled in by the stages that label.
    """

    text: str
    first: int
    last: int
    indent: int
    gap: int
    bullet: bool
    heading: int
    words: int
    ends: bool
    colon: bool
    stops: float
    furniture: Furniture | None
    plain: str
    reads: bool = False
    kind: BlockKind | None = None
    by: str = ""


def passages(lines: Sequence[str]) -> tuple[list[Passage], str]:
    """The passages of a document's lines in order, every line that is not blank in one; and the language."""
    return of_runs(without_marks(unwrap([line if line.isprintable() else printable(line) for line in lines])))


def of_runs(runs: Sequence[Run]) -> tuple[list[Passage], str]:
    """The passages of runs whose lines are put together already, their text printable; and the language."""
    longest = sorted((run.text for run in runs), key=len, reverse=True)[:12]
    lang = language(" ".join(longest)[:_SAMPLE])
    small = stop_words(lang)
    whole = "\n".join(run.text for run in runs)
    wide, asked = _WIDE.search(whole) is not None, addressing(whole)
    found: list[Passage] = []
    above = 0
    for run in runs:
        found.append(_passage(run, run.first - above - 1, small, wide, asked))
        above = run.last
    _doubt_small_words(found)
    for passage in found:
        passage.reads = _reads(passage)
    return found, lang


def _doubt_small_words(passages: Sequence[Passage]) -> None:
    """Where even long sentences hold few small words (many endings, or the wrong language), they tell nothing."""
    shares = sorted(
        passage.stops for passage in passages if passage.ends and passage.words >= 14 and passage.stops >= 0
    )
    if shares and shares[len(shares) // 2] < _FEW_SMALL_WORDS:
        for passage in passages:
            passage.stops = -1.0


def _reads(passage: Passage) -> bool:
    if passage.furniture is not None or passage.words < 5:
        return False
    if passage.ends:
        return passage.words >= LEAST_PROSE and (passage.stops < 0 or passage.stops >= 0.12 or passage.words < 14)
    if passage.heading or passage.words < 24:
        return False
    return (passage.stops < 0 or passage.stops >= 0.2) and not _in_capitals(passage.text)


def _in_capitals(text: str) -> bool:
    """Whether most words begin with a capital, as in lists of headlines."""
    words = [word for word in text.split() if word[:1].isalpha()]
    return sum(word[:1].isupper() for word in words) * 2 > len(words)


def _passage(run: Run, gap: int, small: frozenset[str], wide: bool, asked: Sequence[Address]) -> Passage:
    text = run.text
    bullet, heading = False, 0
    if not text[0].isalpha():
        text, bullet, heading = _without_marks(text)
    low = text.lower()
    tokens = low.split()
    words = len(tokens)
    if wide:
        letters = len(_WIDE.findall(text))
        if letters * 2 > len(text):
            words, small = letters // 2, frozenset()
    stops = sum(map(small.__contains__, tokens)) / words if small and words else -1.0
    plain = bare(low)
    kind = furniture(text, words, plain, low, asked)
    return Passage(
        text=text,
        first=run.first,
        last=run.last,
        indent=run.indent,
        gap=gap,
        bullet=bullet,
        heading=heading,
        words=words,
        ends=text[-1] in _STOPS or (not text[-1].isalpha() and bool(_SENTENCE_END.search(text[-12:]))),
        colon=text[-1] in ":：",
        stops=stops,
        furniture=kind,
        plain=plain,
    )


def _without_marks(text: str) -> tuple[str, bool, int]:
    """The text of a line behind the marks of quoting, bullets and headings; whether it has a bullet; its heading."""
    bullet, heading = False, 0
    quoted = _QUOTED.match(text)
    if quoted and quoted.end() < len(text):
        text = text[quoted.end() :]
    mark = _BULLET.match(text)
    if mark and not _BARE_MARK.match(text):
        bullet, text = True, text[mark.end() :]
    head = _HEADING.match(text)
    if head:
        heading = len(head[1]) if head[1] else 5
        text = text[head.end() :].strip("*_# ") or text
    return text, bullet, heading
