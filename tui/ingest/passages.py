"""The passages of a plain document: its runs of lines with what can be said of each by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.ingest.furniture import Furniture, bare, furniture
from tui.ingest.unwrap import Run, unwrap
from tui.model import BlockKind
from tui.text.clean import printable
from tui.text.language import language, stop_words

_BULLET = re.compile(r"(?:[•●◦▪■‣·*+]|[–—-](?=\s{1,3}[^\s–—-]))\s+|\(?\d{1,3}\\?[.)]\s+(?=\D)(?!\S+\s(?:19|20)\d\d\b)")
_BARE_MARK = re.compile(r"^[•●◦▪■‣·*+>\s]+$")
_QUOTED = re.compile(r"(?:>\s*)+")
_HEADING = re.compile(r"(#{1,6})\s+|(\*\*|__)(?=\S.*\2$)")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।»”“」][\s\"'”’»)\]」』*_♦■◾●¹²³⁴-⁹\d]{0,6}$")
_COLON_END = re.compile(r"[:：]\s*$")
_FEW_SMALL_WORDS = 0.24
_WIDE = re.compile("[\u0e00-\u0e7f\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@dataclass(slots=True)
class Passage:
    """One run of a document's lines and its features.

    `text` is printable, on one line, without bullet and heading marks; `gap` counts the blank lines above it.
    `words` counts a pair of characters as a word in scripts without spaces. `stops` is the share of small words,
    -1.0 where the language has no list. `kind` and `by` are filled in by the stages that label.
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
    kind: BlockKind | None = None
    by: str = ""


def passages(lines: Sequence[str]) -> tuple[list[Passage], str]:
    """The passages of a document's lines in order, every line that is not blank in one; and the language."""
    return of_runs(unwrap([printable(line) for line in lines]))


def of_runs(runs: Sequence[Run]) -> tuple[list[Passage], str]:
    """The passages of runs whose lines are put together already, their text printable; and the language."""
    lang = language(" ".join(run.text for run in sorted(runs, key=lambda run: len(run.text), reverse=True)[:12]))
    small = stop_words(lang)
    found: list[Passage] = []
    above = 0
    for run in runs:
        found.append(_passage(run, run.first - above - 1, small))
        above = run.last
    _doubt_small_words(found)
    return found, lang


def _doubt_small_words(passages: Sequence[Passage]) -> None:
    """Where even long sentences hold few small words (many endings, or the wrong language), they tell nothing."""
    shares = sorted(
        passage.stops for passage in passages if passage.ends and passage.words >= 14 and passage.stops >= 0
    )
    if shares and shares[len(shares) // 2] < _FEW_SMALL_WORDS:
        for passage in passages:
            passage.stops = -1.0


def _passage(run: Run, gap: int, small: frozenset[str]) -> Passage:
    text = run.text
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
    words = len(text.split())
    wide = 0 if text.isascii() else len(_WIDE.findall(text))
    if wide * 2 > len(text):
        words, small = wide // 2, frozenset()
    stops = sum(map(small.__contains__, text.lower().split())) / words if small and words else -1.0
    kind = furniture(text, words)
    return Passage(
        text=text,
        first=run.first,
        last=run.last,
        indent=run.indent,
        gap=gap,
        bullet=bullet,
        heading=heading,
        words=words,
        ends=bool(_SENTENCE_END.search(text[-12:])),
        colon=bool(_COLON_END.search(text[-3:])),
        stops=stops,
        furniture=kind,
        plain=bare(text),
    )
