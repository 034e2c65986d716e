"""The lines of the actors pane, without a screen: kinds as headings, and who of a kind is in the stories shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tui.app.top import bar
from tui.library.entries import ActorCount, Month
from tui.model import Actor, ActorKind
from tui.text.fold import fold_for_search

TITLES = {
    ActorKind.PERSON: "PEOPLE",
    ActorKind.ORGANISATION: "ORGANISATIONS",
    ActorKind.PLACE: "PLACES",
}


@dataclass(frozen=True, slots=True)
class KindHeading:
    """The line above the actors of a kind, with how many there are."""

    kind: ActorKind
    actors: int


ActorRow = KindHeading | ActorCount


def actor_rows(counts: Iterable[ActorCount], kept: Iterable[Actor] = (), typed: str = "") -> list[ActorRow]:
    """Actors under their kinds, in the order given; those `kept` (a filter names them) stay when they count nothing.

    With something `typed`, only those one of whose names has its words, by their beginnings; best first.
    """
    counted = list(counts)
    there = {count.actor.id for count in counted}
    counted += [ActorCount(actor, 0, 0, ()) for actor in kept if actor.id not in there]
    if typed.strip():
        found = [count for count in counted if matches(count.actor, typed)]
        found.sort(key=lambda count: not _begins(count.actor.name, typed))
        counted = found
    rows: list[ActorRow] = []
    for kind in ActorKind:
        of_kind = [count for count in counted if count.actor.kind is kind]
        if of_kind:
            rows += [KindHeading(kind, len(of_kind)), *of_kind]
    return rows


def matches(actor: Actor, typed: str) -> bool:
    """Whether one of an actor's names has a word that begins like each of the words typed."""
    wanted = fold_for_search(typed).split()
    names = (actor.name, *(alias.text for alias in actor.aliases))
    return any(_has(_words(name), wanted) for name in names)


def first_match(rows: Sequence[ActorRow], typed: str) -> int | None:
    """The line of the best match: one whose own name begins like this, else the first one."""
    found = [line for line, row in enumerate(rows) if isinstance(row, ActorCount)]
    best = (line for line in found if _begins(_actor(rows[line]).name, typed))
    return next(best, found[0] if found else None)


def span_of(counts: Iterable[ActorCount]) -> tuple[int, int] | None:
    """The first and the last month that any of the counts has, as year * 12 + month; None where none has a date."""
    months = [year * 12 + month for count in counts for year, month, _stories in count.months]
    return (min(months), max(months)) if months else None


def busiest(counts: Iterable[ActorCount]) -> int:
    """The most stories that any of them has in a month."""
    return max((stories for count in counts for _year, _month, stories in count.months), default=0)


def sparkline(months: Sequence[Month], span: tuple[int, int], cells: int, most: int = 0) -> str:
    """Stories over a span of months as bars in so many cells, a blank where there are none; `most` is a full bar."""
    bars = [0] * cells
    first, last = span
    for year, month, stories in months:
        bars[(year * 12 + month - first) * cells // (last - first + 1)] += stories
    return "".join(bar(stories, max(most, *bars)) for stories in bars)


def _has(words: Sequence[str], wanted: Sequence[str]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in wanted)


@lru_cache(maxsize=1 << 16)
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold_for_search(name).replace("-", " ").split())


def _begins(name: str, typed: str) -> bool:
    return fold_for_search(name).startswith(fold_for_search(typed).strip())


def _actor(row: ActorRow) -> Actor:
    assert isinstance(row, ActorCount)
    return row.actor
