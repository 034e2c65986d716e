"""The order of relevance: bm25 over headline, standfirst and body, the headline weighted most.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), as SQLite FTS5 computes it.
"""

from __future__ import annotations

import sqlite3

import numpy as np

from tui.library.asking.carry import Carried
from tui.library.asking.hints import asked
from tui.library.asking.match import expression, is_shallow, is_text
from tui.library.asking.timeline import Numbers, numbers_in
from tui.search.plan import And, Names, Node, Or, Plan

_WEIGHTS = "8.0, 3.0, 1.0, 0.5, 0.0"  # of headline, standfirst, body, comments, furniture
_RANKED = f"SELECT rowid AS number FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, {_WEIGHTS}), rowid"
_HITS = "SELECT rowid AS number FROM texts WHERE texts MATCH ? LIMIT ?"
MOST = 10_000  # hits that are ranked one by one; of more, those with a word in the headline are, before the rest


def ranked(carried: Carried, plan: Plan) -> tuple[int, ...]:
    """The stories that a plan means, the most relevant first; those alike, and all without words, in order of time.

    A word that stands in more stories than MOST says little about any of them: then the stories that have it in
    the headline are ranked, and the rest follows in order of time.
    """
    if plan.root is None:
        return tuple(carried.timeline.numbers.tolist())
    left = carried.stories(plan.root)
    sought = _sought(plan.root)
    if sought is None:
        return tuple(carried.timeline.those(left))
    first = carried.shelfmarks().places(_ranking(carried.connection, *sought))
    first = first[left[first]]
    left[first] = False
    places = np.concatenate([first, np.flatnonzero(left)])
    return tuple(carried.timeline.numbers[places].tolist())


def _ranking(connection: sqlite3.Connection, whole: str, headlines: str) -> Numbers:
    many = len(numbers_in(connection, _HITS, (whole, MOST + 1))) > MOST
    return numbers_in(connection, _RANKED, (headlines if many else whole,))


def _sought(root: Node) -> tuple[str, str] | None:
    """What is ranked by: the expression of the words asked for, and the same in headlines alone."""
    words = list(dict.fromkeys(asked(root)))
    if not words:
        return None
    any_of = Or(tuple(words)) if len(words) > 1 else words[0]
    heads = expression(Names("headline", tuple(words)))
    if is_text(root) and is_shallow(root):
        return expression(root), heads
    both = And(tuple(words)) if isinstance(root, And) and not _branches(root) else any_of
    return (expression(both) if is_shallow(both) else heads), heads


def _branches(root: And) -> bool:
    """Whether any of its words may be missing in a story that it means."""
    return any(isinstance(part, Or) for part in root.parts)
