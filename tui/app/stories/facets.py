"""What the list can be narrowed by: months, outlets, places, languages, relations, marks, each with its count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from tui.app.asking.pick import Choice
from tui.app.paint.phrases import MONTHS
from tui.library.asking.tally import Row, month_name, rows
from tui.library.library import Library

MOST_OF_A_KIND = 60


def facets(library: Library, kept: Collection[int] | None) -> list[Choice]:
    """The choices for the stories that pass the filter now; what would find nothing is left out."""
    months: Counter[str] = Counter()
    named: dict[str, Counter[str]] = {"source": Counter(), "agency": Counter(), "place": Counter(), "lang": Counter()}
    states: Counter[str] = Counter()
    read, starred = library.marks.read_keys(), library.marks.starred()
    for row in rows(library, library.order() if kept is None else kept, "facets"):
        months[month_name(row.month)] += 1
        for field, value in zip(named, (row.outlet, row.agency, row.place, row.language), strict=True):
            if value:
                named[field][value] += 1
        states.update(_states(row, read=row.key in read, starred=row.key in starred))
    choices = [month_choice(month, count) for month, count in sorted(months.items()) if month]
    titles = {"source": "Outlet", "agency": "Agency", "place": "Place", "lang": "Language"}
    for field, counts in named.items():
        for value, count in counts.most_common(MOST_OF_A_KIND):
            written = asked(field, value)
            choices.append(Choice(written, value, str(count), written, titles[field]))
    for state, meaning in _STATES.items():
        if states[state]:
            choices.append(Choice(state, meaning, str(states[state]), state, "Kind and marks"))
    digits = max((len(choice.lead) for choice in choices), default=0)
    return [replace(choice, lead=choice.lead.rjust(digits)) for choice in choices]


def month_choice(month: str, count: int) -> Choice:
    """A month, written `2024-10`, as a choice that narrows the list to it."""
    return Choice(f"date:{month}", f"{MONTHS[int(month[5:]) - 1]} {month[:4]}", str(count), f"date:{month}", "Month")


def asked(field: str, value: str) -> str:
    """A value of a field as a query asks for it."""
    return f"{field}:{value}" if value.isalnum() else '{}:"{}"'.format(field, value.replace('"', " "))


_STATES = {
    "copies:>1": "with copies",
    "event:>1": "of an event of several stories",
    "is:unread": "not read yet",
    "is:read": "read",
    "is:star": "with a star",
    "is:derived": "without a headline of its own",
    "is:undated": "without a date of its own",
}


def _states(row: Row, *, read: bool, starred: bool) -> list[str]:
    found = ["is:read" if read else "is:unread"]
    if row.copies > 1:
        found.append("copies:>1")
    if row.reports > row.copies:
        found.append("event:>1")
    if starred:
        found.append("is:star")
    if row.derived:
        found.append("is:derived")
    if row.inferred:
        found.append("is:undated")
    return found
