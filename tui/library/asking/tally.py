"""Stories counted by outlet, month and other marks, copies counted once beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tui.library.asking.listing import numbers_json
from tui.library.file.numbersets import IN_JSON
from tui.library.file.records import basis_of
from tui.model import Basis, When

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.library.library import Library

_MOST_NAMED = 20_000  # stories that are asked for by number; of more, all are read and the rest passed over
_COLUMNS = (
    "number, outlet, agency, place, language, ifnull(month, -1), first, copies, reports, headline_derived, key, placed"
)
_INFERRED = frozenset(basis for basis in Basis if When(basis=basis).inferred)


class Row(NamedTuple):
    """What of a story is counted; `month` is year * 12 + month - 1, -1 without one."""

    number: int
    outlet: str
    agency: str
    place: str
    language: str
    month: int
    first: int
    copies: int
    reports: int
    derived: int
    key: str
    placed: str

    @property
    def inferred(self) -> bool:
        """Whether the date is not what the document itself says."""
        return basis_of(self.placed) in _INFERRED


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the stories: its name, how many stories, how many with copies counted once, and the hits in them."""

    name: str
    stories: int
    once: int
    hits: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """Stories by outlet (the most stories first) and by month (`2024-10`, in order of time, the undated last).

    Copies that stand in one part are counted once in it; the whole counts them once over all. An outlet is the agency
    where the story names none; "" where it names neither.
    """

    whole: Part
    outlets: tuple[Part, ...]
    months: tuple[Part, ...]


def tallied(library: Library, numbers: Collection[int], hits: Mapping[int, int] | None = None) -> Tally:
    """Count these stories; `hits` are those of each of them."""
    found = hits or {}
    outlets, months, whole = _Parts(), _Parts(), _Parts()
    with library.reading("tally") as connection:
        for row in rows_of(connection, numbers):
            said = found.get(row.number, 0)
            whole.add("", row.first, said)
            outlets.add(row.outlet or row.agency, row.first, said)
            months.add(month_name(row.month), row.first, said)
    return Tally(
        next(whole.parts(), Part("", 0, 0)),
        tuple(sorted(outlets.parts(), key=lambda part: (-part.stories, part.name.casefold()))),
        tuple(sorted(months.parts(), key=lambda part: (not part.name, part.name))),
    )


def rows(library: Library, numbers: Collection[int], name: str) -> list[Row]:
    """What of these stories is counted, in no order. Raises Interrupted when `name` is."""
    with library.reading(name) as connection:
        return list(rows_of(connection, numbers))


def month_name(month: int) -> str:
    """A month as `2024-10`, "" for none."""
    return f"{month // 12:04}-{month % 12 + 1:02}" if month >= 0 else ""


def rows_of(connection: Connection, numbers: Collection[int]) -> Iterator[Row]:
    """What of these stories is counted, in no order."""
    if len(numbers) <= _MOST_NAMED:
        found = connection.execute(f"SELECT {_COLUMNS} FROM stories WHERE number {IN_JSON}", (numbers_json(numbers),))
        yield from map(Row._make, found)
        return
    wanted = set(numbers)
    for found in connection.execute(f"SELECT {_COLUMNS} FROM stories"):
        if found[0] in wanted:
            yield Row._make(found)


class _Parts:
    """Parts while they are counted."""

    def __init__(self) -> None:
        self._stories: Counter[str] = Counter()
        self._hits: Counter[str] = Counter()
        self._firsts: dict[str, set[int]] = {}

    def add(self, name: str, first: int, hits: int) -> None:
        self._stories[name] += 1
        self._hits[name] += hits
        self._firsts.setdefault(name, set()).add(first)

    def parts(self) -> Iterator[Part]:
        for name, stories in self._stories.items():
            yield Part(name, stories, len(self._firsts[name]), self._hits[name])
