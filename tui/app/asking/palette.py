"""The palette: all commands that can be run from where the reader is, by name."""

from __future__ import annotations

from collections.abc import Mapping

from tui.app.asking.pick import Choice
from tui.app.keys.table import KEYS, taught

UNNAMED = frozenset({"everywhere.palette", "everywhere.cancel"})


def commands(where: str, keymap: Mapping[str, str], saved: Mapping[str, str]) -> list[Choice]:
    """The commands: those of the pane, those of everywhere, and the saved searches."""
    found = [
        Choice(key.id, key.label.capitalize(), lead=taught(key.id, keymap), note=key.help)
        for place in (where, "everywhere")
        for key in KEYS
        if key.where == place and key.id not in UNNAMED
    ]
    found += [Choice(f"query {query}", f"Search: {name}", note=query) for name, query in saved.items()]
    return found
