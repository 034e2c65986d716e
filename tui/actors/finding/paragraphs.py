"""Names in one paragraph: spans of its runs, what speaks for each kind, short forms spelt out, roles beside names."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tui.actors import acronyms
from tui.actors.finding.evidence import weigh
from tui.actors.finding.features import gap_groups, span_groups
from tui.actors.finding.roles import before, behind
from tui.actors.finding.runs import Run, is_nickname, runs, title_case
from tui.actors.finding.titles import settle, title_words
from tui.actors.finding.weights import Scores, gap_score, span_scores
from tui.text.language import stop_words

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


class Reading(NamedTuple):
    """What a paragraph gives by itself. `weak` where it is set as a title: its capitals say nothing, it has no spans.

    `roles` are the run, the last word of the name in it, and the role.
    """

    weak: bool
    runs: tuple[Run, ...]
    spans: tuple[Span, ...] = ()
    short_forms: tuple[tuple[str, str], ...] = ()
    roles: tuple[tuple[int, int, str], ...] = ()


@lru_cache(maxsize=1 << 12)
def read(text: str, title: bool = True, language: str = "") -> Reading:
    """The names of a paragraph; one that was read lately costs nothing. `title` says whether it may be a title.

    `language` is one that is not English, or empty.
    """
    found = tuple(runs(text, stop_words(language)))
    if title and title_case(text):
        return Reading(True, found)
    short_forms: list[tuple[str, str]] = []
    forced, shorts = spelt_out(found, short_forms)
    spans: list[Span] = []
    for number, run in enumerate(found):
        for span in _spans(number, run, forced.get(number, -1)):
            long = number in forced and span.last == len(run.words) - 1
            spans.append(_no_person(span) if long or number in shorts else span)
    spans = _in_a_row(text, found, spans)
    return Reading(False, found, tuple(spans), tuple(short_forms), tuple(roles_beside(text, found, spans)))


def surface(run: Run, first: int, last: int, *, nicknames: bool = True) -> str:
    """The words `first` to `last` of a run as one string, small words and hyphens between them kept."""
    parts = [run.words[first]]
    for number in range(first, last):
        gap = run.gaps[number]
        if gap == "-":
            parts.append("-")
        elif gap and (nicknames or not is_nickname(gap)):
            parts.append(f" {gap} ")
        else:
            parts.append(" ")
        parts.append(run.words[number + 1])
    return "".join(parts)


def _no_person(span: Span) -> Span:
    person, organisation, place, none = span.scores
    return span._replace(scores=(person - _SPELT_OUT, organisation, place, none - _SPELT_OUT))


def roles_beside(text: str, found: tuple[Run, ...], spans: list[Span]) -> list[tuple[int, int, str]]:
    """The roles that stand before and behind what may be a person: run, last word of the name, role."""
    listed = []
    for span in spans:
        person, organisation, place, none = span.scores
        if person < max(organisation, place, none) - _DOUBT:
            continue
        run = found[span.run]
        for role in (before(text, run.starts[span.first]), behind(text, run.ends[span.last])):
            if role:
                listed.append((span.run, span.last, role))
    return listed


def spelt_out(found: tuple[Run, ...], short_forms: list[tuple[str, str]]) -> tuple[dict[int, int], set[int]]:
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
    scores = span_scores(span_groups(run, first, last))
    return weigh(run, first, last, surface(run, first, last), scores)


def _spans(number: int, run: Run, forced: int) -> list[Span]:
    """The candidates of a run: cut where no name goes on, behind titles, and where a spelt-out name begins."""
    size = len(run.words)
    if size == 1:
        return [Span(number, 0, 0, _scores(run, 0, 0))]
    marked = title_words(run)
    together = settle(run, marked, [gap_score(gap_groups(run, at)) for at in range(size - 1)])
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


def _in_a_row(text: str, found: tuple[Run, ...], spans: list[Span]) -> list[Span]:
    """Names in a row ("A, B and C") are mostly of one kind: what speaks for one speaks a little for the others."""
    after = list(spans)
    row: list[int] = []
    for number in range(len(spans)):
        link = _link(text, found, spans[number], spans[number + 1]) if number + 1 < len(spans) else ""
        if link:
            row = row or [number]
            row.append(number + 1)
        if link != ",":
            if link != "" and len(row) > 1 and number + 1 < len(spans):
                _share(spans, after, row)
            row = []
    return after


def _link(text: str, found: tuple[Run, ...], one: Span, two: Span) -> str:
    """What joins two spans: "," or "and" and its like; empty where anything else stands between."""
    left, right = found[one.run], found[two.run]
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
