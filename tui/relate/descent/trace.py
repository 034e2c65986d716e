"""Claim trace: where a story carries a sentence or a quotation, and how far it changed it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq
from rapidfuzz.fuzz import partial_ratio_alignment

from tui.model import BlockKind, Carriage, Carried, Edit, RowKind, Story
from tui.relate.comparing.edits import edits
from tui.text.figures import figures
from tui.text.language import stop_words
from tui.text.sentences import sentences
from tui.text.words import WORD, key

CARRYING = (
    BlockKind.PARAGRAPH,
    BlockKind.STANDFIRST,
    BlockKind.KEY_POINT,
    BlockKind.HEADLINE,
    BlockKind.SUBHEAD,
    BlockKind.CAPTION,
    BlockKind.PULL_QUOTE,
)
"""The blocks that can carry a sentence; of two that carry it alike the earlier kind is told."""

_LEAST_SHARE = 0.6  # of the sentence's words, in their order
_LEAST_TELLING = 0.55  # of those of its words that are not small ones
_FEWEST_WORDS = 5
_MORE_WORDS = 0.35  # how much longer than the sentence a passage may be that is told with more words
_RANK = (Carriage.EXACT, Carriage.FIGURES, Carriage.EDITED)
_OTHER = "\uffff"
_AGREEING = (RowKind.SAME, RowKind.TYPOGRAPHY)


class Sought:
    """A sentence that is looked for in many stories."""

    def __init__(self, sentence: str) -> None:
        self.text = sentence
        found = [key(match[0]) for match in WORD.finditer(sentence)]
        self._codes = {word: chr(n + 1) for n, word in enumerate(dict.fromkeys(found))}
        self._code = "".join(self._codes[word] for word in found)
        telling = {code for word, code in self._codes.items() if word not in stop_words("en")}
        self._telling = telling or set(self._codes.values())

    def carried_by(self, story: Story) -> Carried | None:
        """The passage of a story that comes nearest to the sentence; None where it says nothing like it."""
        if not self._code:
            return None
        found = [
            carried
            for number, block in enumerate(story.blocks)
            if block.kind in CARRYING and (carried := self._in_block(story, number)) is not None
        ]
        return min(
            found,
            key=lambda one: (
                _RANK.index(one.how),
                -round(one.share, 2),
                CARRYING.index(story.blocks[one.block].kind),
                one.block,
            ),
            default=None,
        )

    def _in_block(self, story: Story, number: int) -> Carried | None:
        text = story.blocks[number].text
        spans = [(match.start(), match.end()) for match in WORD.finditer(text)]
        code = "".join(self._codes.get(key(text[start:end]), _OTHER) for start, end in spans)
        at = code.find(self._code)
        if at >= 0:
            last = at + len(self._code) - 1
            return self._carried(story.id, number, text, (spans[at][0], spans[last][1]), Carriage.EXACT)
        if len(self._code) < _FEWEST_WORDS or not self._enough(code):
            return None
        window = partial_ratio_alignment(self._code, code)
        if window is None:
            return None
        low, high = (window.dest_start, window.dest_end) if len(code) >= len(self._code) else (0, len(code))
        low, high = self._whole_sentences(text, spans, low, high)
        told = code[low:high]
        if not self._enough(told):
            return None
        return self._carried(story.id, number, text, (spans[low][0], spans[high - 1][1]))

    def _enough(self, code: str) -> bool:
        """Whether so much of the sentence stands in these words, in order, that they say it."""
        if len(self._telling.intersection(code)) < _LEAST_TELLING * len(self._telling):
            return False
        return LCSseq.similarity(self._code, code) >= max(_LEAST_SHARE * len(self._code), _FEWEST_WORDS - 1)

    def _whole_sentences(self, text: str, spans: Sequence[tuple[int, int]], low: int, high: int) -> tuple[int, int]:
        """The run of words grown to the sentences that it stands in, where that takes few more words."""
        most = round(_MORE_WORDS * len(self._code))
        starts, ends = zip(*sentences(text), strict=True)
        begin = max((start for start in starts if start <= spans[low][0]), default=0)
        stop = min((end for end in ends if end >= spans[high - 1][1]), default=len(text))
        first = next(n for n, span in enumerate(spans) if span[0] >= begin)
        last = max(n for n, span in enumerate(spans) if span[1] <= stop) + 1
        return (first if low - first <= most else low), (last if last - high <= most else high)

    def _carried(
        self, story: str, number: int, text: str, span: tuple[int, int], how: Carriage | None = None
    ) -> Carried:
        runs = edits(self.text, text[slice(*span)])
        if how is None:  # what it says before and after is no part of the sentence
            span, runs = _without_ends(span, runs)
        told = text[slice(*span)]
        changed = [edit for edit in runs if edit.kind not in _AGREEING]
        if how is None:
            how = Carriage.FIGURES if self._only_figures(told, changed) else Carriage.EDITED
        same = sum(len(WORD.findall(self.text[slice(*edit.left)])) for edit in _joined(runs))
        share = 1.0 if how is Carriage.EXACT else min(0.99, same / len(self._code))
        return Carried(story, number, *span, how, share, runs)

    def _only_figures(self, told: str, changed: Sequence[Edit]) -> bool:
        """Whether the words that changed are figures on both sides, each in the place of another."""
        sides = _spans_of_figures(self.text), _spans_of_figures(told)
        some = False
        for edit in changed:
            for text, span, known in ((self.text, edit.left, sides[0]), (told, edit.right, sides[1])):
                words = [
                    (span[0] + found.start(), span[0] + found.end()) for found in WORD.finditer(text[slice(*span)])
                ]
                if not all(any(a < end and start < b for a, b in known) for start, end in words):
                    return False
                if words and edit.kind is not RowKind.EDITED:
                    return False
                some = some or bool(words)
        return some


def _without_ends(span: tuple[int, int], runs: Sequence[Edit]) -> tuple[tuple[int, int], tuple[Edit, ...]]:
    """The passage without what only it has at either end, and its runs counted from its new beginning."""
    first = next((n for n, edit in enumerate(runs) if edit.kind is not RowKind.RIGHT), 0)
    last = next((n for n in range(len(runs), first, -1) if runs[n - 1].kind is not RowKind.RIGHT), len(runs))
    kept = runs[first:last]
    begin, end = kept[0].right[0], kept[-1].right[1]
    moved = tuple(Edit(edit.kind, edit.left, (edit.right[0] - begin, edit.right[1] - begin)) for edit in kept)
    return (span[0] + begin, span[0] + end), moved


def _joined(runs: Sequence[Edit]) -> Iterator[Edit]:
    """The agreeing runs, neighbours put together, so that a word whose typography differs is counted once."""
    last: Edit | None = None
    for edit in runs:
        if edit.kind not in _AGREEING:
            if last is not None:
                yield last
            last = None
        elif last is None:
            last = edit
        else:
            last = Edit(RowKind.SAME, (last.left[0], edit.left[1]), (last.right[0], edit.right[1]))
    if last is not None:
        yield last


def _spans_of_figures(text: str) -> list[tuple[int, int]]:
    digits = [match.span() for match in WORD.finditer(text) if match[0][0].isdigit()]
    return [(figure.start, figure.end) for figure in figures(text)] + digits
