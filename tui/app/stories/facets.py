"""What the list can be narrowed by: months, outlets, places, languages, relations, marks, each with its count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from tui.app.asking.pick import Choice
from tui.app.paint.phrases import MONTHS
from tui.app.stories.rows import day_of
from tui.library.entries import Entry
from tui.library.library import Library

MOST_OF_A_KIND = 60
PAGE = 2000


def facets(library: Library, kept: Collection[int] | None) -> list[Choice]:
    """The choices for the stories that pass the filter now; what would find nothing is left out."""
    months: Counter[str] = Counter()
    named: dict[str, Counter[str]] = {"source": Counter(), "agency": Counter(), "place": Counter(), "lang": Counter()}
    states: Counter[str] = Counter()
    numbers = library.order() if kept is None else library.in_order(kept)
    for start in range(0, len(numbers), PAGE):
        for entry in library.entries(numbers[start : start + PAGE]):
            day = day_of(entry)
            months[f"{day.year}-{day.month:02}" if day else ""] += 1
            for field, value in _named(entry):
                named[field][value] += 1
            states.update(_states(entry))
    choices = [
        Choice(f"date:{month}", f"{MONTHS[int(month[5:]) - 1]} {month[:4]}", str(count), f"date:{month}", "Month")
        for month, count in sorted(months.items())
        if month
    ]
    titles = {"source": "Outlet", "agency": "Agency", "place": "Place", "lang": "Language"}
    for field, counts in named.items():
        for value, count in counts.most_common(MOST_OF_A_KIND):
            written = f"{field}:{value}" if value.isalnum() else '{}:"{}"'.format(field, value.replace('"', " "))
            choices.append(Choice(written, value, str(count), written, titles[field]))
    for state, meaning in _STATES.items():
        if states[state]:
            choices.append(Choice(state, meaning, str(states[state]), state, "Kind and marks"))
    digits = max((len(choice.lead) for choice in choices), default=0)
    return [replace(choice, lead=choice.lead.rjust(digits)) for choice in choices]


_STATES = {
    "copies:>1": "with copies",
    "event:>1": "of an event of several stories",
    "is:unread": "not read yet",
    "is:read": "read",
    "is:star": "with a star",
    "is:derived": "without a headline of its own",
    "is:undated": "without a date of its own",
}


def _named(entry: Entry) -> list[tuple[str, str]]:
    values = [("source", entry.outlet), ("agency", entry.agency), ("place", entry.place), ("lang", entry.language)]
    return [(field, value) for field, value in values if value]


def _states(entry: Entry) -> list[str]:
    found = ["is:read" if entry.read else "is:unread"]
    if entry.copies > 1:
        found.append("copies:>1")
    if entry.reports > entry.copies:
        found.append("event:>1")
    if entry.star:
        found.append("is:star")
    if entry.headline_derived:
        found.append("is:derived")
    if entry.placed.inferred:
        found.append("is:undated")
    return found
