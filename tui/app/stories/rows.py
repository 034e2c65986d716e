"""The lines of the story list, without a screen: months, gaps of months, stories, copies folded under the first."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import chain, compress, groupby
from types import MappingProxyType
from typing import NamedTuple

from tui.library.entries import Entry, Shelf


class Sort(StrEnum):
    """What the list is sorted by, in the order that the sort key goes through them."""

    RANK = "rank"
    TIME = "time"
    OUTLET = "outlet"
    HEADLINE = "headline"
    WORDS = "length"
    COPIES = "copies"


class Heading(NamedTuple):
    """A line above stories: a month, an outlet; `stories` counts what stands under it, folded copies included.

    `more` says that there are others, which have not been counted yet.
    """

    text: str
    stories: int
    more: bool = False


class Gap(NamedTuple):
    """The line that stands for months without a story."""

    months: int


class Listing(NamedTuple):
    """The list laid out: each line is the number of a story, or `~i` for `heads[i]`.

    `line_of` knows the line of every story of the list, for a folded copy that of the story it is folded under.
    `days` holds the day ordinal of each line's story, for a heading that of the story below it. `stories` counts folded
    copies too.
    """

    lines: array[int]
    heads: tuple[Heading | Gap, ...]
    line_of: Mapping[int, int]
    days: array[int]
    indented: frozenset[int] = frozenset()
    stories: int = 0
    copies: int = 1
    reports: int = 1
    sort: Sort = Sort.TIME

    def story_at(self, line: int) -> int | None:
        """The number of the story on this line, None for a heading or beyond the end."""
        if 0 <= line < len(self.lines) and self.lines[line] >= 0:
            return self.lines[line]
        return None

    def head_at(self, line: int) -> Heading | Gap:
        """The heading on this line."""
        return self.heads[~self.lines[line]]

    def around(self, line: int) -> Iterator[int]:
        """The story of this line, then those below it, then those above: where a cursor goes when its story goes."""
        for at in chain(range(line, len(self.lines)), range(min(line, len(self.lines)) - 1, -1, -1)):
            number = self.story_at(at)
            if number is not None:
                yield number

    def numbers(self) -> list[int]:
        """The stories that have a line of their own, in the order of the list."""
        return [number for number in self.lines if number >= 0]


class LineOf(Mapping[int, int]):
    """The line of each story: worked out when it is first asked for, which a list that is only looked at never does."""

    def __init__(self, lines: array[int], folded: Callable[[], Iterable[tuple[int, int]]], stories: int) -> None:
        """`folded` gives the stories without a line of their own, each with the one that stands for it."""
        self._lines = lines
        self._folded = folded
        self._stories = stories
        self._found: array[int] | None = None

    def work_out(self) -> None:
        """Have the answers at hand."""
        if self._found is None:
            folded = list(self._folded())
            most = max(max(self._lines, default=0), max((number for number, _ in folded), default=0), 0)
            found = array("i", b"\xff" * 4 * (most + 1))
            for line, number in enumerate(self._lines):
                if number >= 0:
                    found[number] = line
            for number, lead in folded:
                found[number] = found[lead]
            self._found = found

    def __getitem__(self, number: int) -> int:
        self.work_out()
        assert self._found is not None
        if not 0 <= number < len(self._found) or self._found[number] < 0:
            raise KeyError(number)
        return self._found[number]

    def __iter__(self) -> Iterator[int]:
        self.work_out()
        assert self._found is not None
        return (number for number, line in enumerate(self._found) if line >= 0)

    def __len__(self) -> int:
        return self._stories


NOTHING = Listing(array("i"), (), MappingProxyType({}), array("i"))


def day_of(entry: Entry) -> dt.date | None:
    """The day a story stands under: its best day, else the first one possible; None for no date, or a vague one."""
    return None if entry.placed.vague else entry.placed.day or entry.placed.earliest


def lay(
    shelf: Shelf,
    *,
    keep: Collection[int] | None = None,
    unfolded: Collection[int] = (),
    all_unfolded: bool = False,
    order: Sequence[tuple[int, str]] | None = None,
    sort: Sort = Sort.TIME,
    reverse: bool = False,
) -> Listing:
    """The lines of the list.

    `keep` is the filter (a set), `unfolded` the groups whose copies are shown, `order` the stories in another order
    than that of time, each with the heading it stands under ("" for none).
    """
    if keep is None and order is None and not (unfolded or all_unfolded or reverse):
        return _whole(shelf, sort)
    columns = (shelf.numbers, shelf.days, shelf.firsts)
    passes = None if keep is None else [number in keep for number in shelf.numbers]
    days: dict[int, int] = {}
    lead_of: dict[int, int] = {}
    copies: dict[int, list[int]] = {}
    kept = columns if passes is None else [compress(column, passes) for column in columns]
    for number, day, first in zip(*kept, strict=True):
        days[number] = day
        lead = lead_of.setdefault(first, number)
        if lead != number:
            copies.setdefault(lead, []).append(number)
    open_leads = copies.keys() if all_unfolded else {lead_of[first] for first in unfolded if first in lead_of}
    leads = set(lead_of.values())

    made = _Made()
    month_above = 0
    heading_of: dict[int, int | str]
    if order is None:
        heading_of = {number: _months_of(day) for number, day in days.items() if number in leads}
    else:
        heading_of = {number: heading for number, heading in order if number in leads}
    running = list(heading_of)
    for heading, run in groupby(reversed(running) if reverse else running, heading_of.__getitem__):
        under = list(run)
        if isinstance(heading, int):
            made.month(heading, month_above, days[under[0]], under, copies)
            month_above = heading
        elif heading:
            made.head(Heading(heading, _stories(under, copies)), days[under[0]])
        for lead in under:
            made.story(lead, days[lead])
            for copy in copies.get(lead, ()) if lead in open_leads else ():
                made.story(copy, days[copy])
    folded = [(copy, lead) for lead, others in copies.items() if lead not in open_leads for copy in others]
    return Listing(
        made.lines,
        tuple(made.heads),
        LineOf(made.lines, lambda: folded, len(days)),
        made.days,
        frozenset(copy for lead in open_leads for copy in copies.get(lead, ())),
        len(days),
        shelf.copies,
        shelf.reports,
        sort,
    )


def _whole(shelf: Shelf, sort: Sort) -> Listing:
    """The lines of all stories in order of time with their copies folded: put together month by month."""
    numbers = array("i", compress(shelf.numbers, shelf.leads))
    days = array("i", compress(shelf.days, shelf.leads))
    made = _Made()
    at = above = 0
    for month, leads, stories in shelf.runs:
        made.gap(month, above, days[at])
        made.head(Heading(_month_named(month), stories), days[at])
        made.lines.extend(numbers[at : at + leads])
        made.days.extend(days[at : at + leads])
        at, above = at + leads, month

    def folded() -> Iterator[tuple[int, int]]:
        renamed = {f: n for n, f, lead in zip(shelf.numbers, shelf.firsts, shelf.leads, strict=True) if lead and n != f}
        for number, first, lead in zip(shelf.numbers, shelf.firsts, shelf.leads, strict=True):
            if not lead:
                yield number, renamed.get(first, first)

    line_of = LineOf(made.lines, folded, len(shelf.numbers))
    heads = tuple(made.heads)
    everything = len(shelf.numbers)
    return Listing(made.lines, heads, line_of, made.days, frozenset(), everything, shelf.copies, shelf.reports, sort)


class _Made:
    """Lines as they are put one below the other."""

    def __init__(self) -> None:
        self.lines, self.days = array("i"), array("i")
        self.heads: list[Heading | Gap] = []

    def story(self, number: int, day: int) -> None:
        self.lines.append(number)
        self.days.append(day)

    def head(self, head: Heading | Gap, day: int) -> None:
        self.heads.append(head)
        self.lines.append(-len(self.heads))
        self.days.append(day)

    def month(self, month: int, above: int, day: int, leads: Sequence[int], copies: Mapping[int, list[int]]) -> None:
        self.gap(month, above, day)
        self.head(Heading(_month_named(month), _stories(leads, copies)), day)

    def gap(self, month: int, above: int, day: int) -> None:
        if month and above and abs(month - above) > 1:
            self.head(Gap(abs(month - above) - 1), day)


def _stories(leads: Sequence[int], copies: Mapping[int, list[int]]) -> int:
    """How many stories these are with their copies."""
    return len(leads) + (sum(len(copies.get(lead, ())) for lead in leads) if copies else 0)


MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def months_of(ordinal: int) -> int:
    """The months from year 0 to this day; 0 for no day."""
    if not ordinal:
        return 0
    day = dt.date.fromordinal(ordinal)
    return day.year * 12 + day.month - 1


_months_of = lru_cache(maxsize=1 << 16)(months_of)  # many stories are of one day


def _month_named(month: int) -> str:
    """A month, counted from year 0, as a heading: `October 2024`."""
    return f"{MONTHS[month % 12]} {month // 12}" if month else "No date"


def arranged(entries: Iterable[Entry], sort: Sort) -> list[tuple[int, str]]:
    """The stories in another order than that of time, each with its heading."""
    if sort is Sort.OUTLET:
        named = sorted(entries, key=lambda entry: ((source := source_of(entry)) == "", source.casefold()))
        return [(entry.number, source_of(entry) or "No outlet") for entry in named]
    if sort is Sort.HEADLINE:
        return [
            (entry.number, "") for entry in sorted(entries, key=lambda entry: entry.headline.casefold().lstrip("“\"'‘"))
        ]
    if sort is Sort.WORDS:
        return [(entry.number, "") for entry in sorted(entries, key=lambda entry: entry.words, reverse=True)]
    if sort is Sort.COPIES:
        return [
            (entry.number, "")
            for entry in sorted(entries, key=lambda entry: (entry.copies, entry.reports), reverse=True)
        ]
    raise ValueError(f"the order of time is that of the shelf, not {sort}")


def source_of(entry: Entry) -> str:
    """Who gives the story: its outlet, else its agency."""
    return entry.outlet or entry.agency
