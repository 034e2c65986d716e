"""The nouns of Wireside. Every other room speaks in these; this one imports nothing of ours.

Text positions are offsets into the text of one block, in code points; line numbers count from 1, in the document as
decoded. All of them are immutable, hashable where their fields are, and picklable.

`from tui.model import Story` loads the file that it stands in and no other: a dataclass costs most of a millisecond to
make, and the first paint needs few of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.model.comparing import Comparison, Edit, Fact, FactKind, Row, RowKind
    from tui.model.dates import LONGEST_INTERVAL, UNDATED, Basis, When
    from tui.model.descent import (
        Carriage,
        Carried,
        Cell,
        Chain,
        Changes,
        Descent,
        Kept,
        Lineage,
        Paragraph,
        Provenance,
        SameStory,
        Version,
    )
    from tui.model.documents import Document, Found, Problem
    from tui.model.people import Actor, ActorEdit, ActorKind, Alias, Cast, Mention, Quotation, Role
    from tui.model.relations import SAME_TEXT, Event, Group, Match, MatchKind, Pair, Relations, Verdict
    from tui.model.stories import Block, BlockKind, Story

_ROOMS = {
    "documents": ("Found", "Document", "Problem"),
    "dates": ("Basis", "LONGEST_INTERVAL", "When", "UNDATED"),
    "stories": ("BlockKind", "Block", "Story"),
    "relations": ("MatchKind", "SAME_TEXT", "Pair", "Match", "Group", "Event", "Verdict", "Relations"),
    "comparing": ("RowKind", "Edit", "Row", "FactKind", "Fact", "Comparison"),
    "descent": (
        *("Changes", "SameStory", "Version", "Chain", "Descent", "Lineage"),
        *("Kept", "Cell", "Paragraph", "Provenance", "Carriage", "Carried"),
    ),
    "people": ("ActorKind", "Mention", "Quotation", "Role", "Alias", "Actor", "ActorEdit", "Cast"),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = (
    "LONGEST_INTERVAL",
    "SAME_TEXT",
    "UNDATED",
    "Actor",
    "ActorEdit",
    "ActorKind",
    "Alias",
    "Basis",
    "Block",
    "BlockKind",
    "Carriage",
    "Carried",
    "Cast",
    "Cell",
    "Chain",
    "Changes",
    "Comparison",
    "Descent",
    "Document",
    "Edit",
    "Event",
    "Fact",
    "FactKind",
    "Found",
    "Group",
    "Kept",
    "Lineage",
    "Match",
    "MatchKind",
    "Mention",
    "Pair",
    "Paragraph",
    "Problem",
    "Provenance",
    "Quotation",
    "Relations",
    "Role",
    "Row",
    "RowKind",
    "SameStory",
    "Story",
    "Verdict",
    "Version",
    "When",
)


def __getattr__(name: str) -> object:
    """Load a noun when it is first asked for (PEP 562)."""
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)
    globals()[name] = found
    return found
