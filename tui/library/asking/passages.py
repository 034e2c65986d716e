"""The passages that the reader highlighted in the stories of a library."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tui.library.file.numbersets import IN_JSON
from tui.library.marks.anchoring import anchored

if TYPE_CHECKING:
    from tui.library.entries import Entry
    from tui.library.library import Library
    from tui.library.marks.markstore import Highlight


def passages(library: Library) -> list[tuple[Entry, Highlight]]:
    """Every highlighted passage with its story, in order of time and of the text; of copies each that has it."""
    keys = json.dumps(sorted(library.marks.highlighted()))
    with library.reading() as connection:
        rows = connection.execute(f"SELECT number FROM stories WHERE key {IN_JSON}", (keys,)).fetchall()
    numbers = library.in_order(number for (number,) in rows)
    return [
        (entry, highlight)
        for entry in library.entries(numbers)
        for highlight in anchored(library.story(entry.number), library.marks.highlights(entry.key))
    ]
