"""Stories as a table of comma-separated values, and the reader's tags on them as a second one.

Files by RFC 4180 (lines end in CR LF) in UTF-8, the names of the columns first. A cell that a spreadsheet would take
for a formula gets an apostrophe in front of it.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterable, Iterator

from tui.text.clean import printable
from tui.views.forms.kept import Kept
from tui.views.wording import when

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _actors(one: Kept) -> str:
    named = dict.fromkeys(one.names.get(mention.actor, "") for mention in one.mentions if mention.actor)
    return "; ".join(name for name in named if name)


COLUMNS: dict[str, Callable[[Kept], str]] = {
    "id": lambda one: one.story.id,
    "headline": lambda one: one.story.headline,
    "date": lambda one: _day(one.placed.day),
    "earliest": lambda one: _day(one.placed.earliest),
    "latest": lambda one: _day(one.placed.latest),
    "date_said": lambda one: when(one.placed),
    "date_basis": lambda one: one.placed.basis.value,
    "date_confidence": lambda one: f"{one.placed.confidence:.3f}",
    "place": lambda one: one.story.place,
    "agency": lambda one: one.story.agency,
    "byline": lambda one: one.story.byline,
    "outlet": lambda one: one.story.outlet,
    "language": lambda one: one.story.language,
    "words": lambda one: str(one.story.words),
    "copies": lambda one: str(one.copies),
    "group": lambda one: one.group or "",
    "event": lambda one: one.event or "",
    "actors": _actors,
    "read": lambda one: "yes" if one.read else "",
    "star": lambda one: "yes" if one.star else "",
    "tags": lambda one: "; ".join(one.tags),
    "note": lambda one: one.note,
    "highlights": lambda one: "\n".join(highlight.text for highlight in one.highlights),
    "url": lambda one: one.story.url,
    "path": lambda one: one.story.document.path,
    "member": lambda one: one.story.document.member,
    "part": lambda one: str(one.story.part),
    "sha256": lambda one: one.story.document.digest,
    "text": lambda one: "\n".join(one.story.paragraphs),
}
"""The columns of the table of stories and what stands in them."""

TAG_COLUMNS = ("id", "tag", "passage", "note", "headline", "date", "outlet")


def stories_csv(stories: Iterable[Kept]) -> Iterator[str]:
    """The table of stories, line by line."""
    yield _line(COLUMNS)
    for one in stories:
        yield _line(tell(one) for tell in COLUMNS.values())


def tags_csv(stories: Iterable[Kept]) -> Iterator[str]:
    """The table of tags, line by line: one for each tag of a story, and one for each highlighted passage of it.

    `passage` is empty where the tag is on the whole story.
    """
    yield _line(TAG_COLUMNS)
    for one in stories:
        about = (one.story.headline, _day(one.placed.day), one.story.outlet)
        for tag in one.tags:
            yield _line((one.story.id, tag, "", one.note, *about))
        for highlight in one.highlights:
            yield _line((one.story.id, highlight.tag, highlight.text, highlight.note, *about))


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([_safe(cell) for cell in cells])
    return line.getvalue()


def _safe(cell: str) -> str:
    text = printable(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
