"""Stories in the pieces that are aligned: their blocks, cut where the other side breaks a paragraph in two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tui.model import Block, BlockKind
from tui.text.words import tokens, words

UNCOMPARED = frozenset({BlockKind.COMMENT, BlockKind.FURNITURE})
"""What is not laid side by side: readers' comments are counted only, furniture is no part of a story."""

_CUT_WORDS = 3
_MOST_CODES = 0x10F000


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, or the part of one, that is aligned as a whole; `code` spells its words, one character for each.

    The white space at which a block is cut belongs to no piece, as a paragraph break stands there on the other side.
    """

    block: int
    start: int
    end: int
    kind: BlockKind
    code: str


Pair = tuple[Piece, Piece]


class Codes:
    """A character for every word, so that the likeness of word lists is the likeness of strings."""

    def __init__(self) -> None:
        self._of: dict[str, str] = {}
        self._texts: dict[str, list[str]] = {}

    def words(self, text: str) -> list[str]:
        """The words of a text, remembered."""
        known = self._texts.get(text)
        if known is None:
            known = self._texts[text] = words(text)
        return known

    def code(self, text: str) -> str:
        """The words of a text, one character each."""
        out = []
        for word in self.words(text):
            known = self._of.get(word)
            if known is None:
                number = len(self._of) % _MOST_CODES + 1
                known = self._of[word] = chr(number if number < 0xD800 else number + 0x800)
            out.append(known)
        return "".join(out)


def pieces(blocks: Sequence[Block], cuts: dict[int, list[int]], codes: Codes, leave: Iterable[int] = ()) -> list[Piece]:
    """The pieces of a story's blocks, cut at these offsets; uncompared blocks and those to leave out are not there."""
    out = []
    skipped = frozenset(leave)
    for number, block in enumerate(blocks):
        if block.kind in UNCOMPARED or number in skipped:
            continue
        ends = [0, *cuts.get(number, ()), len(block.text)]
        for start, end in pairwise(ends):
            text = block.text[start:end]
            stop = end if end == len(block.text) else start + len(text.rstrip())
            out.append(Piece(number, start, stop, block.kind, codes.code(text)))
    return out


def cuts(blocks: Sequence[Block], others: Sequence[Block], codes: Codes) -> dict[int, list[int]]:
    """Where the other side's paragraphs run over a paragraph break of this side: offsets by the other's block.

    A break is known by the three words before it and the three after it, where they stand once on the other side.
    """
    body = [codes.words(block.text) for block in blocks if block.kind is BlockKind.PARAGRAPH]
    wanted = {
        (*before[-_CUT_WORDS:], *after[:_CUT_WORDS])
        for before, after in pairwise(body)
        if len(before) >= _CUT_WORDS and len(after) >= _CUT_WORDS
    }
    found: dict[tuple[str, ...], tuple[int, int]] = {}
    often = set()
    span = 2 * _CUT_WORDS
    for number, block in enumerate(others):
        if block.kind is not BlockKind.PARAGRAPH or not wanted:
            continue
        said = codes.words(block.text)
        for at in range(len(said) - span + 1):
            gram = tuple(said[at : at + span])
            if gram in wanted:
                if gram in found:
                    often.add(gram)
                found[gram] = (number, at + _CUT_WORDS)
    cuts: dict[int, list[int]] = defaultdict(list)
    for gram, (number, word) in found.items():
        if gram not in often:
            cuts[number].append(_offset(others[number].text, word))
    return {number: sorted(set(offsets)) for number, offsets in cuts.items()}


def _offset(text: str, word: int) -> int:
    """Where the piece begins that starts with this word: behind the last white space in front of it."""
    at = [token for token in tokens(text) if any(c.isalnum() for c in token.key)]
    low, high = at[word - 1].end, at[word].start
    for offset in range(high, low, -1):
        if text[offset - 1].isspace():
            return offset
    return high


def uncut(pairs: Sequence[Pair], a: Sequence[Block], b: Sequence[Block], codes: Codes) -> list[Pair]:
    """The pairs with each piece grown over the neighbouring pieces of its block that found no partner."""

    def grown(found: list[Piece], blocks: Sequence[Block]) -> list[Piece]:
        out = []
        for n, piece in enumerate(found):
            first = n == 0 or found[n - 1].block != piece.block
            last = n + 1 == len(found) or found[n + 1].block != piece.block
            text = blocks[piece.block].text
            start = 0 if first else piece.start
            end = len(text) if last else found[n + 1].start
            end = end if last else start + len(text[start:end].rstrip())
            same = (start, end) == (piece.start, piece.end)
            out.append(piece if same else replace(piece, start=start, end=end, code=codes.code(text[start:end])))
        return out

    return list(zip(grown([p for p, _ in pairs], a), grown([q for _, q in pairs], b), strict=True))
