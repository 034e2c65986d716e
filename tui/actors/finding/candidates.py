"""Candidates over all stories in a form that the corpus step can count."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tui.actors.finding.paragraphs import surface
from tui.actors.finding.runs import Run
from tui.actors.finding.weights import Scores, load
from tui.actors.recognise import Names
from tui.model import ActorKind

KINDS = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.PLACE)
NONE = 3
UNIT = 32
"""Log probabilities are whole numbers of this part of a natural logarithm."""
Logs = tuple[int, int, int, int]
_NOTHING: Logs = (0, 0, 0, 0)


@dataclass(slots=True)
class Candidate:
    """A span of a run that may be a name, its key (equal for equal names), and the log probability of each class.

    `kind` is a number of KINDS, or NONE; the corpus step decides it. `found` says that the re-scan found it, not the
    story's own reading.
    """

    place: int
    first: int
    last: int
    key: str
    logs: Logs
    kind: int = NONE
    found: bool = False
    actor: str = ""

    @property
    def single(self) -> bool:
        return self.first == self.last


def key_of(run: Run, first: int, last: int) -> str:
    """What equal names have in common: no case, no stops, one sort of apostrophe."""
    return fold_key(run.words[first] if first == last else surface(run, first, last, nicknames=False))


def fold_key(text: str) -> str:
    """The key of a name as written."""
    return sys.intern(text.casefold().replace(".", "").replace("’", "'").removeprefix("the "))


@lru_cache(maxsize=1 << 14)
def log_probabilities(scores: Scores, scale: int) -> Logs:
    """The scores as log probabilities in UNITs, no lower than 1 in 150: one sentence alone never rules a kind out."""
    values = [score / scale for score in scores]
    top = max(values)
    total = top + math.log(sum(math.exp(value - top) for value in values))
    a, b, c, d = (round(UNIT * max(value - total, -5.0)) for value in values)
    return a, b, c, d


def candidates(names: Names) -> Iterator[Candidate]:
    """The candidates of one story's own reading."""
    scale = load().scale
    for span in names.spans:
        run = names.runs[span.run].run
        key = key_of(run, span.first, span.last)
        yield Candidate(span.run, span.first, span.last, key, log_probabilities(span.scores, scale))


def empty() -> Logs:
    """Log probabilities of what the story's own reading has no word on."""
    return _NOTHING
