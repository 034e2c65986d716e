"""The help: every key that works here, the language of the query line, to be narrowed by typing and run by Enter."""

from __future__ import annotations

from collections.abc import Mapping

from tui.app.asking.pick import Choice
from tui.app.keys.table import KEYS, PLACES, shown
from tui.search.guide import lines


def choices(where: str, keymap: Mapping[str, str]) -> list[Choice]:
    """The keys as choices, those of this pane first; then how to write a query."""
    order = [where, "lines", "everywhere", *(place for place in PLACES if place not in (where, "lines", "everywhere"))]
    found = []
    for place in order:
        for key in KEYS:
            if key.where == place:
                runs = place in (where, "lines", "everywhere")
                taught = shown(keymap.get(key.id) or key.keys)
                found.append(Choice(key.id if runs else "", key.help, lead=taught, also=key.label, group=PLACES[place]))
    for written, finds in lines():
        found.append(Choice(f"query {written}", written, note=finds, group="Writing a query"))
    return found
