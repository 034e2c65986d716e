"""The lines of the actors pane, without a screen: kinds as headings, and who of a kind is in the stories shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from tui.app.desk.top import bar
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


def actor_rows(counts: Iterable[ActorCount]) -> list[ActorRow]:
    """Actors under their kinds, in the order given."""
    counted = list(counts)
    rows: list[ActorRow] = []
    for kind in ActorKind:
        of_kind = [count for count in counted if count.actor.kind is kind]
        if of_kind:
            rows += [KindHeading(kind, len(of_kind)), *of_kind]
    return rows


class Names:
    """The actors of a list, found by parts of their names; the names are folded when the first part is typed."""

    def __init__(self, counts: Iterable[ActorCount] = (), kept: Iterable[Actor] = ()) -> None:
        """The actors counted, and those `kept` though they count nothing here: a filter names them."""
        self.counts = list(counts)
        there = {count.actor.id for count in self.counts}
        self.counts += [ActorCount(actor, 0, 0, ()) for actor in kept if actor.id not in there]

    def find(self, typed: str) -> list[ActorCount]:
        """Those whose names have words that begin like all the words typed; called like this come first."""
        wanted = [f" {word}" for word in fold_for_search(typed).replace("-", " ").split()]
        if not wanted:
            return self.counts
        found = [at for at, names in enumerate(self._folded) if all(word in names for word in wanted)]
        begun = f" {fold_for_search(typed).strip()}"
        found.sort(key=lambda at: not self._folded[at].startswith(begun))
        return [self.counts[at] for at in found]

    @cached_property
    def _folded(self) -> list[str]:
        """The names of each actor as one folded text, a blank before each word, his own name first."""
        return [
            fold_for_search(" ".join(("", count.actor.name, *(alias.text for alias in count.actor.aliases)))).replace(
                "-", " "
            )
            for count in self.counts
        ]


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
