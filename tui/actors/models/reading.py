"""A paragraph as read by a pipeline: its entities in the form that the corpus step counts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.actors.finding.paragraphs import Reading, Span, roles_beside, spelt_out
from tui.actors.finding.runs import Run, run_of, runs, title_case
from tui.actors.finding.weights import CLASSES, Scores
from tui.actors.models.pipeline import Entity

# How sure a pipeline is taken to be, in units of the weights.
_SURE = 64
_WORD = re.compile(r"[^\s\-‐‑–]+")
_EDGES = " \t\n\u00a0\"“”‘’'«»„,;:()[]"
_ARTICLE = re.compile(r"(?:the|The|THE)\s+")


def reading(text: str, entities: Iterable[Entity], title: bool = True) -> Reading:
    """The names of a paragraph as a pipeline has found them; of a title none, as with the tagger that ships."""
    if title and title_case(text):
        return Reading(True, tuple(runs(text)))
    found: list[Run] = []
    spans: list[Span] = []
    for start, end, number in sorted(entities):
        run = _run(text, start, end)
        if run is not None:
            spans.append(Span(len(found), 0, len(run.words) - 1, _scores(number)))
            found.append(run)
    placed = tuple(found)
    short_forms: list[tuple[str, str]] = []
    spelt_out(placed, short_forms)
    return Reading(False, placed, tuple(spans), tuple(short_forms), tuple(roles_beside(text, placed, spans)))


def _scores(number: int) -> Scores:
    person, organisation, place, none = (_SURE if number == kind else 0 for kind in range(len(CLASSES)))
    return person, organisation, place, none


def _run(text: str, start: int, end: int) -> Run | None:
    """An entity as a run: small words and hyphens inside it are gaps; None where nothing is left of it."""
    if article := _ARTICLE.match(text, start, end):
        start = article.end()
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text, start, end):
        word = match[0].strip(_EDGES) or match[0]
        at = match.start() + match[0].index(word)
        if not word.islower() or not words or match.end() == end:
            words.append(word)
            starts.append(at)
            ends.append(at + len(word))
    return run_of(text, words, starts, ends, -1) if words else None
