"""One story boiled down to what the corpus step counts: plain rows that a library keeps, and what is made of them.

Likelihoods are whole numbers, so that sums over stories do not depend on their order and can be taken back exactly.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from tui.actors.finding.candidates import Candidate, candidates, fold_key
from tui.actors.finding.runs import Run
from tui.actors.finding.speech import Said
from tui.actors.recognise import Names, Placed

Sums = tuple[int, int, int, int, int]
"""What speaks against each of a person, an organisation, a place, no name; and the number of mentions."""

# The most that the sums of one story count: 14 bits each, and 7 for the mentions.
_MOST_SUM = (1 << 14) - 1
_MOST_MENTIONS = (1 << 7) - 1


@dataclass(slots=True)
class Heard:
    """A story as the corpus step hears it: its names, and the candidates of its own reading in the text's order."""

    names: Names
    own: list[Candidate]
    shorts: list[tuple[str, str]]
    kinds: dict[str, int] | None = None
    """The kinds that the vote gave its keys, once it has."""
    _sums: dict[str, Sums] | None = None

    def sums(self) -> dict[str, Sums]:
        """What the story's mentions of each key add up to."""
        if self._sums is None:
            self._sums = self._added_up()
        return self._sums

    def _added_up(self) -> dict[str, Sums]:
        found: dict[str, list[int]] = {}
        for candidate in self.own:
            own = found.get(candidate.key)
            if own is None:
                own = found[candidate.key] = [0, 0, 0, 0, 0]
            person, organisation, place, none = candidate.logs
            own[0] -= person
            own[1] -= organisation
            own[2] -= place
            own[3] -= none
            own[4] += 1
        return {
            key: (
                min(own[0], _MOST_SUM),
                min(own[1], _MOST_SUM),
                min(own[2], _MOST_SUM),
                min(own[3], _MOST_SUM),
                min(own[4], _MOST_MENTIONS),
            )
            for key, own in found.items()
        }


def packed(sums: Sums) -> int:
    """Sums as one number of 63 bits."""
    a, b, c, d, n = sums
    return (((a << 14 | b) << 14 | c) << 14 | d) << 7 | n


def unpacked(number: int) -> Sums:
    """The sums that `packed` packed."""
    n = number & _MOST_MENTIONS
    number >>= 7
    return (number >> 42) & _MOST_SUM, (number >> 28) & _MOST_SUM, (number >> 14) & _MOST_SUM, number & _MOST_SUM, n


def rows_of(names: Names) -> list[Any]:
    """What one story gives, as rows of plain tuples, texts and numbers."""
    runs = [(placed.block, placed.weak, tuple(placed.run)) for placed in names.runs]
    own = [(c.place, c.first, c.last, c.key, c.logs) for c in candidates(names)]
    shorts = [(fold_key(short), fold_key(long)) for short, long in names.short_forms]
    return [runs, own, shorts, names.roles, [said_row(said) for said in names.said]]


_SAID = attrgetter(*(field.name for field in fields(Said)))


def said_row(said: Said) -> tuple[Any, ...]:
    """A quotation as a row, which `Said` takes again."""
    return tuple(_SAID(said))


def heard_in(rows: list[Any]) -> Heard:
    """The story that `rows_of` boiled down. Raises TypeError or ValueError for anything else."""
    runs, own, shorts, roles, said = rows
    make = Run._make
    placed = tuple([Placed(block, weak, make(run)) for block, weak, run in runs])
    names = Names(placed, (), (), roles, tuple([Said(*each) for each in said]))
    return Heard(names, [Candidate(*each) for each in own], shorts)
