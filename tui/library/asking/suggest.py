"""The nearest word or value that there is, for one that is not; and the values that a field has."""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tui.library.asking.fieldsets import ACTOR_FIELDS, COLUMN_OF
from tui.library.marks.marks import Marks
from tui.search.fields import FIELDS
from tui.search.terms import terms

BUDGET = 0.05  # seconds of work that a hint may cost
_SHORTEST = 3  # a word of two letters is near to too many
_EXACTLY = "SELECT 1 FROM vocabulary WHERE term = ?"
_LIKELY = "SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?"
_FROM = "SELECT 1 FROM vocabulary WHERE term >= ? AND term < ? LIMIT 1"
_HIGHEST = "\U0010ffff"


def known(connection: sqlite3.Connection, word: str, prefix: bool = False) -> bool:
    """Whether the index holds this folded word, or one that begins so."""
    found = connection.execute(_FROM, (word, word + _HIGHEST)) if prefix else connection.execute(_EXACTLY, (word,))
    return found.fetchone() is not None


def nearest_word(connection: sqlite3.Connection, word: str) -> str:
    """The word of the index nearest to a mistyped one (folded), of equally near ones the most frequent; or ""."""
    if len(word) < _SHORTEST or word.isdigit():
        return ""
    reach = _reach(word)
    lengths = len(word) - reach, len(word) + reach
    until = time.thread_time() + BUDGET
    # Few mistype the beginning: the words that share it are asked first, and what is one slip away ends the search.
    begun = (word[:2], word[1::-1], word[0] + word[2], word[1:3], word[0], word[1], "")
    best: tuple[int, int, str] | None = None
    for beginning in dict.fromkeys(begun):
        counts = _beginning(connection, beginning, lengths, until)
        best = _nearest(word, counts, reach if best is None else best[0] - 1) or best
        if time.thread_time() > until or (best and best[0] <= 1):
            break
    return best[2] if best else ""


def _beginning(
    connection: sqlite3.Connection, beginning: str, lengths: tuple[int, int], until: float
) -> dict[str, int]:
    """The words of the index with this beginning and so many letters, and how many stories have them.

    Counting reads all that the index holds of a word, so it ends when the time is up: a hint is not worth a wait.
    """
    found: dict[str, int] = {}
    rows = connection.execute(_LIKELY, (beginning, beginning + _HIGHEST, *lengths))
    for term, stories in rows:
        found[term] = stories
        if time.thread_time() > until:
            break
    rows.close()
    return found


def nearest_value(value: str, values: Iterable[str]) -> str:
    """The one of these texts that is nearest to a value as typed, or ""."""
    folded: dict[str, str] = {}
    for text in values:
        whole = terms(text)
        folded.setdefault(" ".join(whole), text)
        for word in whole:
            folded.setdefault(word, text)
    asked = " ".join(terms(value))
    if len(asked) < _SHORTEST:
        return ""
    near = _nearest(asked, dict.fromkeys(folded, 1), _reach(asked))
    return folded[near[2]] if near else ""


def values(connection: sqlite3.Connection, marks: Marks, field: str, prefix: str, limit: int = 50) -> list[str]:
    """The values that a field has and that hold words which begin like this, the most frequent first."""
    begun = " ".join(terms(prefix))
    found: list[str] = []
    for text in all_values(connection, marks, field):
        if text and (not begun or f" {begun}" in f" {' '.join(terms(text))}"):
            found.append(text)
            if len(found) == limit:
                break
    # What begins like this itself comes before what has it further on.
    return sorted(found, key=lambda text: not " ".join(terms(text)).startswith(begun))


def all_values(connection: sqlite3.Connection, marks: Marks, field: str) -> Iterator[str]:
    """The values that a field has, the most frequent first."""
    if field in COLUMN_OF:
        column = COLUMN_OF[field]
        query = f"SELECT {column} FROM stories WHERE {column} != '' GROUP BY 1 ORDER BY count(*) DESC, 1"
    elif field in ACTOR_FIELDS:
        query = "SELECT name FROM actors WHERE stories > 0 ORDER BY stories DESC, mentions DESC, name"
    elif field == "date":
        query = (
            "SELECT printf('%04d-%02d', month / 12, month % 12 + 1) FROM stories WHERE month IS NOT NULL"
            " GROUP BY month ORDER BY month DESC"
        )
    elif field == "tag":
        passages = Counter(own.tag for _, own in marks.all_highlights() if own.tag)
        yield from (tag for tag, _ in (Counter(marks.tag_counts()) + passages).most_common())
        return
    else:
        yield from FIELDS[field].values if field in FIELDS else ()
        return
    for row in connection.execute(query):
        yield row[0]


def _reach(word: str) -> int:
    """How many letters may differ: one of up to five, two of up to nine, three of more."""
    return 1 if len(word) <= 5 else 2 if len(word) <= 9 else 3


def _nearest(word: str, counts: dict[str, int], reach: int) -> tuple[int, int, str] | None:
    """(slips, minus its frequency, word) of the nearest of these words that is at most so many slips away."""
    near = process.extract(word, list(counts), scorer=OSA.distance, score_cutoff=reach, limit=50)
    return min(((slips, -counts[found], found) for found, slips, _ in near), default=None)
