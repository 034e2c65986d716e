"""Names in one story: where they may stand, and what speaks for each being a person, an organisation or a place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from tui.actors import acronyms
from tui.actors.evidence import weigh
from tui.actors.features import gap_features, span_features
from tui.actors.roles import before, behind
from tui.actors.runs import Run, runs, title_case
from tui.actors.speech import Said, sayings, worth
from tui.actors.titles import settle, title_words
from tui.actors.weights import Scores, gap_score, span_scores
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


# What names in a row lend one another: this share of their scores, none above the limit (units of the weights).
_SHARED = 0.4
_LIMIT = 64
_LINKS = {", ": ",", " and ": "and", ", and ": "and", " or ": "and", " & ": "and", ", or ": "and"}
# How far below the best kind a person's score may lie for its roles to be read.
_DOUBT = 24
# A name that a short form spells out is no person's.
_SPELT_OUT = 80


class Span(NamedTuple):
    """A candidate: words `first` to `last` of run `run`, and what speaks for each of `weights.CLASSES`."""

    run: int
    first: int
    last: int
    scores: Scores


class Placed(NamedTuple):
    """A run and its block; `weak` where the block is set as a title, so that its capitals say nothing."""

    block: int
    weak: bool
    run: Run


@dataclass(frozen=True, slots=True)
class Names:
    """What one story gives towards a cast: picklable, and all that the corpus step needs of the story.

    `runs` are all runs of capitalised words of the running text, `spans` the candidates in those that are not weak.
    `short_forms` are short forms with what the story says they stand for. `roles` are runs, last words of names in
    them, and what the person so named is called. `said` are the quotations, their speakers as written.
    """

    runs: tuple[Placed, ...]
    spans: tuple[Span, ...]
    short_forms: tuple[tuple[str, str], ...]
    roles: tuple[tuple[int, int, str], ...]
    said: tuple[Said, ...]


def names(story: Story) -> Names:
    """The names that a story may hold, from its running text: never from comments, furniture, stamps or bylines."""
    placed: list[Placed] = []
    spans: list[Span] = []
    short_forms: list[tuple[str, str]] = []
    roles: list[tuple[int, int, str]] = []
    said: list[Said] = []
    before_it: Said | None = None
    for number, block in enumerate(story.blocks):
        if block.kind not in RUNNING:
            continue
        quotations = sayings(number, block.text, before_it)
        said += [each for each in quotations if worth(each)]
        if block.kind is BlockKind.PARAGRAPH:
            before_it = quotations[-1] if quotations else None
        weak = block.kind is not BlockKind.DATELINE and title_case(block.text)
        found = runs(block.text)
        first = len(placed)
        placed += [Placed(number, weak, run) for run in found]
        if not weak:
            forced, shorts = _expanded(found, short_forms)
            own: list[Span] = []
            for place, run in enumerate(found):
                spelt = place in forced
                for span in _spans(first + place, run, forced.get(place, -1)):
                    spelt_out = spelt and span.last == len(run.words) - 1
                    own.append(_no_person(span) if spelt_out or place in shorts else span)
            own = _in_a_row(block.text, found, own, first)
            roles += _roles(block.text, found, own, first)
            spans += own
    return Names(tuple(placed), tuple(spans), tuple(short_forms), tuple(roles), tuple(said))


def surface(run: Run, first: int, last: int) -> str:
    """The words `first` to `last` of a run as one string, small words and hyphens between them kept."""
    parts = [run.words[first]]
    for number in range(first, last):
        gap = run.gaps[number]
        parts.append("-" if gap == "-" else f" {gap} " if gap else " ")
        parts.append(run.words[number + 1])
    return "".join(parts)


def _no_person(span: Span) -> Span:
    person, organisation, place, none = span.scores
    return span._replace(scores=(person - _SPELT_OUT, organisation, place, none - _SPELT_OUT))


def _roles(text: str, found: list[Run], spans: list[Span], base: int) -> list[tuple[int, int, str]]:
    """The roles that stand before and behind what may be a person: run, last word of the name, role."""
    listed = []
    for span in spans:
        person, organisation, place, none = span.scores
        if person < max(organisation, place, none) - _DOUBT:
            continue
        run = found[span.run - base]
        for role in (before(text, run.starts[span.first]), behind(text, run.ends[span.last])):
            if role:
                listed.append((span.run, span.last, role))
    return listed


def _expanded(found: list[Run], short_forms: list[tuple[str, str]]) -> tuple[dict[int, int], set[int]]:
    """Where a short form stands in brackets: the long form's run to the word it begins with; the short forms' runs."""
    forced: dict[int, int] = {}
    shorts: set[int] = set()
    for number, (run, after) in enumerate(pairwise(found)):
        if run.right[0] != "(" or after.left[0] != "(" or not 0 < after.starts[0] - run.ends[-1] <= 3:
            continue
        long, short = (run, after) if acronyms.is_acronym(after.words[0]) else (after, run)
        if len(short.words) == 1 and acronyms.is_acronym(short.words[0]):
            first = acronyms.expansion(short.words[0], long.words, long.gaps)
            if first >= 0:
                forced[number if long is run else number + 1] = first
                shorts.add(number + 1 if long is run else number)
                short_forms.append((short.words[0], surface(long, first, len(long.words) - 1)))
    return forced, shorts


def _scores(run: Run, first: int, last: int) -> Scores:
    scores = span_scores(span_features(run, first, last))
    return weigh(run, first, last, surface(run, first, last), scores)


def _spans(number: int, run: Run, forced: int) -> list[Span]:
    """The candidates of a run: cut where no name goes on, behind titles, and where a spelt-out name begins."""
    size = len(run.words)
    if size == 1:
        return [Span(number, 0, 0, _scores(run, 0, 0))]
    marked = title_words(run)
    together = settle(run, marked, [gap_score(gap_features(run, at)) for at in range(size - 1)])
    if forced >= 0:
        together[forced:] = [True] * (size - 1 - forced)
        if forced:
            together[forced - 1] = False
    found = []
    first = 0
    for last in range(size):
        if last + 1 < size and together[last]:
            continue
        if not all(marked[first : last + 1]) or (last + 1 == size and first == last):
            found.append(Span(number, first, last, _scores(run, first, last)))
        first = last + 1
    return found


def _in_a_row(text: str, found: list[Run], spans: list[Span], base: int) -> list[Span]:
    """Names in a row ("A, B and C") are mostly of one kind: what speaks for one speaks a little for the others."""
    after = list(spans)
    row: list[int] = []
    for number in range(len(spans)):
        link = _link(text, found, spans[number], spans[number + 1], base) if number + 1 < len(spans) else ""
        if link:
            row = row or [number]
            row.append(number + 1)
        if link != ",":
            if link != "" and len(row) > 1 and number + 1 < len(spans):
                _share(spans, after, row)
            row = []
    return after


def _link(text: str, found: list[Run], one: Span, two: Span, base: int) -> str:
    """What joins two spans: "," or "and" and its like; empty where anything else stands between."""
    left, right = found[one.run - base], found[two.run - base]
    between = text[left.ends[one.last] : right.starts[two.first]]
    if len(between) > 6:
        return ""
    return _LINKS.get(between.replace("\u00a0", " "), "")


def _share(spans: list[Span], after: list[Span], row: list[int]) -> None:
    for number in row:
        others = [spans[other].scores for other in row if other != number][:4]
        gains = [sum(_limited(scores[place]) for scores in others) / len(others) for place in range(4)]
        mean = sum(gains) / 4
        own = spans[number].scores
        shared = tuple(round(own[place] + _SHARED * (gains[place] - mean)) for place in range(4))
        after[number] = spans[number]._replace(scores=(shared[0], shared[1], shared[2], shared[3]))


def _limited(score: int) -> int:
    return max(-_LIMIT, min(_LIMIT, score))
