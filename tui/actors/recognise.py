"""Names in one story: where they may stand, and what speaks for each being a person, an organisation or a place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from tui.actors import acronyms
from tui.actors.features import gap_features, span_features
from tui.actors.runs import Run, runs, title_case
from tui.actors.weights import gap_score, met, span_scores
from tui.model import BlockKind, Story

RUNNING = frozenset(
    (
        BlockKind.HEADLINE,
        BlockKind.STANDFIRST,
        BlockKind.KEY_POINT,
        BlockKind.PARAGRAPH,
        BlockKind.SUBHEAD,
        BlockKind.CAPTION,
        BlockKind.PULL_QUOTE,
        BlockKind.DATELINE,
    )
)


class Span(NamedTuple):
    """A candidate: words `first` to `last` of run `run`, and what speaks for each of `weights.CLASSES`."""

    run: int
    first: int
    last: int
    scores: tuple[int, int, int, int]


class Placed(NamedTuple):
    """A run and its block; `weak` where the block is set as a title, so that its capitals say nothing."""

    block: int
    weak: bool
    run: Run


@dataclass(frozen=True, slots=True)
class Names:
    """What one story gives towards a cast: picklable, and all that the corpus step needs of the story.

    `runs` are all runs of capitalised words of the running text, `spans` the candidates in those that are not weak.
    `short_forms` are short forms with what the story says they stand for, in the forms of `runs` keys.
    """

    runs: tuple[Placed, ...]
    spans: tuple[Span, ...]
    short_forms: tuple[tuple[str, str], ...]


def names(story: Story) -> Names:
    """The names that a story may hold, from its running text: never from comments, furniture, stamps or bylines."""
    placed: list[Placed] = []
    spans: list[Span] = []
    short_forms: list[tuple[str, str]] = []
    for number, block in enumerate(story.blocks):
        if block.kind not in RUNNING:
            continue
        weak = block.kind is not BlockKind.DATELINE and title_case(block.text)
        found = runs(block.text)
        first = len(placed)
        placed += [Placed(number, weak, run) for run in found]
        if not weak:
            forced = _expanded(found, short_forms)
            for place, run in enumerate(found):
                spans += _spans(first + place, run, forced.get(place, -1))
    return Names(tuple(placed), tuple(spans), tuple(short_forms))


def surface(run: Run, first: int, last: int) -> str:
    """The words `first` to `last` of a run as one string, small words and hyphens between them kept."""
    parts = [run.words[first]]
    for number in range(first, last):
        gap = run.gaps[number]
        parts.append("-" if gap == "-" else f" {gap} " if gap else " ")
        parts.append(run.words[number + 1])
    return "".join(parts)


def _expanded(found: list[Run], short_forms: list[tuple[str, str]]) -> dict[int, int]:
    """Where a short form in brackets follows: number of the run to the word its long form begins with."""
    forced = {}
    for number, (run, after) in enumerate(pairwise(found)):
        if run.right[0] != "(" or after.left[0] != "(" or not 0 < after.starts[0] - run.ends[-1] <= 3:
            continue
        long, short = (run, after) if acronyms.is_acronym(after.words[0]) else (after, run)
        if len(short.words) == 1 and acronyms.is_acronym(short.words[0]):
            first = acronyms.expansion(short.words[0], long.words, long.gaps)
            if first >= 0:
                forced[number if long is run else number + 1] = first
                short_forms.append((short.words[0], surface(long, first, len(long.words) - 1)))
    return forced


def _scores(run: Run, first: int, last: int) -> tuple[int, int, int, int]:
    features = span_features(run, first, last)
    if met(features):
        return span_scores(features)
    return span_scores(span_features(run, first, last, known=False), known=False)


def _spans(number: int, run: Run, forced: int) -> list[Span]:
    """The candidates of a run: cut where no name goes on, and where a name with its short form begins."""
    size = len(run.words)
    found = []
    first = 0
    for last in range(size):
        if last + 1 < size:
            if forced >= 0:
                together = last >= forced if last + 1 != forced else False
                if last < forced - 1:
                    together = gap_score(gap_features(run, last)) > 0
            else:
                together = gap_score(gap_features(run, last)) > 0
            if together:
                continue
        found.append(Span(number, first, last, _scores(run, first, last)))
        first = last + 1
    return found
