"""The lines of the story list, without a screen: months, gaps of months, stories, copies folded under the first."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from tui.library.entries import Entry


class Sort(StrEnum):
    """What the list is sorted by, in the order that the sort key goes through them."""

    TIME = "time"
    OUTLET = "outlet"
    HEADLINE = "headline"
    WORDS = "length"
    COPIES = "copies"


class Heading(NamedTuple):
    """A line above stories: a month, an outlet; `stories` counts what stands under it, folded copies included."""

    text: str
    stories: int


class Gap(NamedTuple):
    """The line that stands for months without a story."""

    months: int


class Shelf(NamedTuple):
    """What the list must know of every story, in order of time: 32 bytes a story, whatever its headline is.

    `days` are proleptic ordinals, 0 for a story without a date; `firsts` name the group by its first story.
    """

    numbers: array[int]
    days: array[int]
    firsts: array[int]
    copies: int = 1
    reports: int = 1

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Shelf:
        """The shelf of these entries, which stand in order of time."""
        numbers, days, firsts = array("q"), array("i"), array("q")
        copies = reports = 1
        for entry in entries:
            numbers.append(entry.number)
            day = day_of(entry)
            days.append(day.toordinal() if day else 0)
            firsts.append(entry.first)
            copies = max(copies, entry.copies)
            reports = max(reports, entry.reports)
        return cls(numbers, days, firsts, copies, reports)


class Listing(NamedTuple):
    """The list laid out: each line is the number of a story, or `~i` for `heads[i]`.

    `line_of` knows the line of every story of the list, for a folded copy that of the story it is folded under.
    `days` holds the first day ordinal of each line's story. `stories` counts folded copies too.
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


NOTHING = Listing(array("q"), (), MappingProxyType({}), array("i"))


def day_of(entry: Entry) -> dt.date | None:
    """The day a story stands under: its best day, else the first, else the last day possible."""
    return entry.placed.day or entry.placed.earliest or entry.placed.latest


def vague(entry: Entry) -> bool:
    """Whether no day can be given, as the story may be from any day of more than a month."""
    placed = entry.placed
    if placed.day is not None or placed.earliest is None:
        return False
    return placed.latest is None or (placed.latest - placed.earliest).days > 31


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
    kept = range(len(shelf.numbers)) if keep is None else [i for i, n in enumerate(shelf.numbers) if n in keep]
    day_of_number: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    for i in kept:
        number = shelf.numbers[i]
        day_of_number[number] = shelf.days[i]
        members.setdefault(shelf.firsts[i], []).append(number)
    leads = {group[0]: (first, group) for first, group in members.items()}

    if order is None:
        running = [(shelf.numbers[i], month_of(shelf.days[i])) for i in kept]
    else:
        running = [(number, heading) for number, heading in order if number in day_of_number]
    if reverse:
        running.reverse()
    counts: dict[str, int] = {}
    for number, heading in running:
        if number in leads:
            counts[heading] = counts.get(heading, 0) + len(leads[number][1])

    lines, days = array("q"), array("i")
    heads: list[Heading | Gap] = []
    line_of: dict[int, int] = {}
    indented: set[int] = set()
    above = ""
    month_above = 0
    for number, heading in running:
        if number not in leads:
            continue
        day = day_of_number[number]
        if heading != above:
            month = months_of(day)
            if order is None and month and month_above and abs(month - month_above) > 1:
                heads.append(Gap(abs(month - month_above) - 1))
                lines.append(-len(heads))
                days.append(day)
            heads.append(Heading(heading, counts[heading]))
            lines.append(-len(heads))
            days.append(day)
            above, month_above = heading, month
        first, group = leads[number]
        line = len(lines)
        lines.append(number)
        days.append(day)
        line_of[number] = line
        for copy in group[1:]:
            if all_unfolded or first in unfolded:
                line_of[copy] = len(lines)
                lines.append(copy)
                days.append(day_of_number[copy])
                indented.add(copy)
            else:
                line_of[copy] = line
    return Listing(
        lines,
        tuple(heads),
        line_of,
        days,
        frozenset(indented),
        len(day_of_number),
        shelf.copies,
        shelf.reports,
        sort,
    )


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


def month_of(ordinal: int) -> str:
    """The month of a day as a heading: `October 2024`."""
    if not ordinal:
        return "No date"
    day = dt.date.fromordinal(ordinal)
    return f"{MONTHS[day.month - 1]} {day.year}"


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
    return [(entry.number, month_of(day.toordinal() if (day := day_of(entry)) else 0)) for entry in entries]


def source_of(entry: Entry) -> str:
    """Who gives the story: its outlet, else its agency."""
    return entry.outlet or entry.agency
