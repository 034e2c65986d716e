"""The passages of a plain document: its runs of lines with what can be said of each by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from tui.ingest.labelling import captions, furniture
from tui.ingest.labelling.furniture import Furniture, bare
from tui.ingest.labelling.marks import without_marks
from tui.ingest.labelling.signs import NONE, Signs
from tui.ingest.labelling.stamps import Stamp, stamp
from tui.ingest.labelling.unwrap import Run, unwrap
from tui.model import BlockKind
from tui.text.clean import printable
from tui.text.language import language, stop_words

_BULLET = re.compile(r"(?:[•●◦▪■‣·*+]|[–—-](?=\s{1,3}[^\s–—-]))\s+|\(?\d{1,3}\\?[.)]\s+(?=\D)(?!\S+\s(?:19|20)\d\d\b)")
_BARE_MARK = re.compile(r"^[•●◦▪■‣·*+>\s]+$")
_QUOTED = re.compile(r"(?:>\s*)+")
_HEADING = re.compile(r"(#{1,6})\s+|(\*\*|__)(?=\S.*\2$)")
_CLOSING = r"\s\"'”’»)\]」』*_♦■◾●¹²³⁴-⁹"
# Digits behind a stop are a note's number, but for those of a day: 4.3.2025.
_SENTENCE_END = re.compile(
    rf"[.!?…。！？؟।۔။»”“」](?:[{_CLOSING}]{{0,6}}|(?<!\.\d.)(?<!\.\d\d.)[{_CLOSING}\d]{{0,6}})$"
)
_STOPS = ".!?…।۔"
_AS_FOLLOWS = ("次のとおり。", "次の通り。", "以下のとおり。", "以下の通り。", "如下。")
_FEW_SMALL_WORDS = 0.24
LEAST_PROSE = 8
_LEAST_READ = 5
_SAMPLE = 1200
_WIDE = re.compile("[\u0e00-\u0e7f\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@dataclass(slots=True)
class Passage:
    """One run of a document's lines and its features.

    `text` is printable, on one line, without bullet and heading marks; `low` is the same in lower case, `tokens` are
    that parted at spaces; `signs` are those of rules that stand in it; `gap` counts the blank lines above it.
    `words` counts a pair of characters as a word in scripts without spaces. `stops` is the share of small words,
    -1.0 where the language has no list. `reads` says that it reads as running text: a sentence, or many words with
    small ones among them. `kind` and `by` are filled in by the stages that label.
    """

    text: str
    low: str
    tokens: list[str]
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
    signs: frozenset[str] = NONE
    reads: bool = False
    kind: BlockKind | None = None
    by: str = ""

    @property
    def stamp(self) -> Stamp | None:
        """The stamp that it is as a whole, None where it is none."""
        return stamp(self.text, self.words)

    @property
    def captioned(self) -> bool:
        """Whether it reads as a caption by itself."""
        return captions.captioned(self.text, self.low, self.words, self.signs)


_SIGNS = Signs(furniture.SIGNS | captions.SIGNS)


def passages(lines: Sequence[str]) -> tuple[list[Passage], str]:
    """The passages of a document's lines in order, every line that is not blank in one; and the language."""
    return of_runs(without_marks(unwrap([line if line.isprintable() else printable(line) for line in lines])))


def of_runs(runs: Sequence[Run]) -> tuple[list[Passage], str]:
    """The passages of runs whose lines are put together already, their text printable; and the language."""
    texts = [run.text for run in runs]
    lang = language(" ".join(sorted(texts, key=len, reverse=True)[:12])[:_SAMPLE])
    small = stop_words(lang)
    wide = _WIDE.search("".join([text for text in texts if not text.isascii()])) is not None
    marked = [(text, False, 0) if text[0].isalpha() else _without_marks(text) for text in texts]
    lows = [text.lower() for text, _, _ in marked]
    tokens = [low.split() for low in lows]
    signs = _SIGNS.among(set(chain.from_iterable(tokens)))
    found: list[Passage] = []
    above = 0
    for run, (text, bullet, heading), low, words in zip(runs, marked, lows, tokens, strict=True):
        passage = _passage(text, low, words, small, wide=wide, signs=signs)
        passage.first, passage.last, passage.indent = run.first, run.last, run.indent
        passage.gap, passage.bullet, passage.heading = run.first - above - 1, bullet, heading
        found.append(passage)
        above = run.last
    _doubt_small_words(found)
    for passage in found:
        passage.reads = passage.furniture is None and passage.words >= _LEAST_READ and _reads(passage)
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
    if passage.ends:
        return passage.words >= LEAST_PROSE and (passage.stops < 0 or passage.stops >= 0.12 or passage.words < 14)
    if passage.heading or passage.words < 24:
        return False
    return (passage.stops < 0 or passage.stops >= 0.2) and not _in_capitals(passage.text)


def _in_capitals(text: str) -> bool:
    """Whether most words begin with a capital, as in lists of headlines."""
    words = [word for word in text.split() if word[:1].isalpha()]
    return sum(word[:1].isupper() for word in words) * 2 > len(words)


def _passage(
    text: str, low: str, tokens: list[str], small: frozenset[str], *, wide: bool, signs: Mapping[str, frozenset[str]]
) -> Passage:
    words = len(tokens)
    if wide and not text.isascii():
        letters = len(_WIDE.findall(text))
        if letters * 2 > len(text):
            words, small = letters // 2, frozenset()
    stops = sum(map(small.__contains__, tokens)) / words if small and words else -1.0
    plain = bare(low)
    telling = signs.keys() & tokens
    held = NONE.union(*[signs[word] for word in telling]) if telling else NONE
    kind = furniture.furniture(text, words, plain, low, held) if held or words <= furniture.LONGEST else None
    last = text[-1]
    ends = last in _STOPS or (not last.isalpha() and _SENTENCE_END.search(text[-12:]) is not None)
    colon = last in ":：" or (wide and text.endswith(_AS_FOLLOWS))
    return Passage(text, low, tokens, 0, 0, 0, 0, False, 0, words, ends, colon, stops, kind, plain, held)


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
