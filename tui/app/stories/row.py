"""What stands on one line of the story list: a month, a gap of months, a story with its marks."""

from __future__ import annotations

from tui.app.paint.cells import fit, pad, pad_left, width
from tui.app.paint.glyphs import signs
from tui.app.paint.lines import Piece
from tui.app.paint.phrases import MONTHS
from tui.app.stories.rows import Gap, Heading, Listing, Sort, day_of, source_of
from tui.library.entries import Entry

SOURCE = 16  # cells
SOURCE_FROM = 46  # cells of room from which there is one
DAY = 4  # cells: the sign of a guess, the day, and a blank in front
DATE = 10  # cells, where no month stands above: the sign, day, month and year


def heading(head: Heading, room: int) -> list[Piece]:
    """A month or an outlet, a rule, and how many stories stand under it."""
    count = f" {head.stories:,}{'+' if head.more else ''}"
    if not head.text:
        return [(signs().rule * (room - width(count)), "rule"), (count, "dim")]
    text = fit(head.text, room - width(count) - 3) + " "
    return [(text, "bold"), (signs().rule * (room - width(text + count)), "rule"), (count, "dim")]


def gap(between: Gap, room: int) -> list[Piece]:
    """How many months there is no story of."""
    dot = signs().dot
    months = "1 month" if between.months == 1 else f"{between.months} months"
    text = f"{dot} {months} without a story {dot}"
    return [(" " * max((room - width(text)) // 2, 0), ""), (fit(text, room), "dim")]


def story(entry: Entry, listing: Listing, line: int, room: int, *, marked: bool) -> list[Piece]:
    """A story: unread or marked, its day, star, headline, source, copies and reports; exactly `room` cells wide."""
    sign = signs()
    state = (sign.marked, "bright bold") if marked else (" ", "") if entry.read else (sign.unread, "link")
    ink = "dim italic" if entry.headline_derived or not entry.headline else "" if entry.read else "bright"
    cells = DAY if listing.sort is Sort.TIME else DATE
    day, day_ink = _day(entry, listing, line)
    indent = f"{sign.copy} " if entry.number in listing.indented else ""
    right = _right(entry, listing, room)
    left = room - 3 - cells - width(indent) - sum(width(text) for text, _ in right)
    return [
        state,
        (pad_left(day, cells), day_ink),
        (sign.star if entry.star else " ", "bright"),
        (" ", ""),
        (indent, "dim"),
        (pad(entry.headline or "without a headline", left), ink),
        *right,
    ]


def dated(entry: Entry, *, alone: bool) -> tuple[str, str]:
    """The day of a story, `alone` with its month and year, and its ink: a guess has its sign and is italic."""
    placed, day, sign = entry.placed, day_of(entry), signs()
    if day is None:
        known = placed.earliest or placed.latest
        return (f"{sign.inferred}{sign.dash}", "dim italic") if known else (sign.dash, "dim")
    text = f"{day.day} {MONTHS[day.month - 1]} {day.year % 100:02}" if alone else str(day.day)
    return (f"{sign.inferred}{text}", "italic") if placed.inferred or placed.day is None else (text, "")


def _day(entry: Entry, listing: Listing, line: int) -> tuple[str, str]:
    """The day, dim where the story above is of the same one."""
    day, ink = dated(entry, alone=listing.sort is not Sort.TIME)
    first = listing.story_at(line - 1) is None or listing.days[line - 1] != listing.days[line]
    return day, ink if first else f"dim {ink}".strip()


def _right(entry: Entry, listing: Listing, room: int) -> list[Piece]:
    """Outlet or agency, set flush with the columns of the marks of copies and of reports."""
    source = fit(source_of(entry), SOURCE) if room >= SOURCE_FROM else ""
    columns: list[Piece] = [(f" {source}" if source else "", "dim"), (" ", "")]
    if listing.copies > 1:
        mark = f"{signs().copies}{entry.copies}" if entry.copies > 1 and entry.number not in listing.indented else ""
        columns.append((pad(mark, 1 + len(str(listing.copies))), "link"))
    if listing.reports > 1:
        mark = f"{signs().reports}{entry.reports}" if entry.reports > max(entry.copies, 1) else ""
        columns.append((" " + pad(mark, 1 + len(str(listing.reports))), "moved"))
    return columns
