"""What stands above the columns of a comparison, and how either side is named and cited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from tui.app.compare.items import part
from tui.app.paint.columns import BLANK, SPACE, Item
from tui.app.paint.flow import Passage
from tui.app.paint.glyphs import signs
from tui.app.paint.phrases import when
from tui.library.entries import Entry
from tui.model import Comparison, Provenance, Row
from tui.views.verdict import added, verdict


@dataclass(frozen=True, slots=True)
class Compared:
    """What is compared: the two stories as the list knows them, and which of how many stands on the right.

    `word` is the reader's own: whether he called them the same copy, None where he said nothing. `descent` says in
    sentences which is a version of which, and who cut whom. `table` is the provenance of all `copies`, which are by
    their ids, None until it has been made.
    """

    comparison: Comparison
    left: Entry
    right: Entry
    place: tuple[int, int]
    word: bool | None = None
    descent: tuple[str, ...] = ()
    table: Provenance | None = None
    copies: Mapping[str, Entry] = field(default_factory=dict)


def top(compared: Compared, unusual: Sequence[str], *, inline: bool) -> list[Item]:
    """The verdict, what each side adds, what is not shown as usual, and a place for the heads of the columns."""
    nth, of = compared.place
    state = [f"right is {nth} of {of} (J K)"] if of > 1 else []
    items = [_line(verdict(compared.comparison), "bright bold")]
    if compared.word is not None:
        items.append(
            _line("You called them " + ("the same copy." if compared.word else "not the same copy."), "bright")
        )
    items += [_line(sentence, "") for sentence in (*compared.descent, *added(compared.comparison))]
    if said := f" {signs().dot} ".join([*state, *unusual]):
        items.append(_line(said, "dim"))
    return [*items, SPACE, Item(role="heads"), SPACE if inline else BLANK]


def head(entry: Entry) -> str:
    """What stands above a column: the date, and by whom and where; the file, where it does not say by whom."""
    said = [when(entry.placed, signs()), entry.agency or entry.outlet, entry.place]
    if not said[1]:
        said.append(PurePath(entry.member or entry.path).name)
    return "  ".join(part for part in said if part)


def cited(compared: Compared, row: Row) -> str:
    """What both sides say in a row, each with its source, file and line."""
    comparison = compared.comparison
    told = []
    for story, entry, block, on_left in (
        (comparison.left, compared.left, row.left, True),
        (comparison.right, compared.right, row.right, False),
    ):
        if block is not None:
            start, end = part(story, block, row.edits, on_left)
            line = story.blocks[block].first
            told.append(f"{story.blocks[block].text[start:end]}\n— {head(entry)}, {entry.path}:{line}")
    return "\n\n".join(told)


def _line(text: str, inks: str) -> Item:
    return Item(Passage(text, inks, measure=0), wide=True, role="said")
