"""The reader's word on actors, which wins over the machine's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.actors.finding.candidates import fold_key
from tui.model import ActorEdit, ActorKind


@dataclass(slots=True)
class Wishes:
    """Edits made ready, by keys of names: later ones win over earlier ones."""

    together: list[tuple[str, ...]] = field(default_factory=list)
    apart: set[frozenset[str]] = field(default_factory=set)
    called: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, ActorKind] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)

    def parted(self, one: str, two: str) -> bool:
        """Whether the reader says that these two names are not the same actor's."""
        return bool(self.apart) and frozenset((one, two)) in self.apart


def wishes(edits: Sequence[ActorEdit]) -> Wishes:
    """What the edits come to. Raises ValueError for an edit of an unknown sort or without its names."""
    found = Wishes()
    renamed: dict[str, str] = {}
    for edit in edits:
        # What the reader has renamed he calls by its new name from then on.
        keys = tuple(renamed.get(key, key) for key in map(fold_key, edit.names))
        if len(keys) < (1 if edit.op in ("kind", "hide") else 2):
            raise ValueError(f"{edit.op}: a name is missing")
        if edit.op == "merge":
            found.together.append(keys)
            found.apart -= {frozenset((one, two)) for one in keys for two in keys}
            found.called[keys[0]] = edit.names[0]
        elif edit.op == "split":
            found.apart |= {frozenset((one, two)) for one in keys for two in keys if one != two}
            found.together = [merged for merged in found.together if len(set(merged) & set(keys)) < 2]
        elif edit.op == "rename":
            found.called[keys[0]] = edit.names[1]
            renamed[fold_key(edit.names[1])] = keys[0]
        elif edit.op == "kind" and edit.kind is not None:
            found.kinds[keys[0]] = edit.kind
        elif edit.op == "hide":
            found.hidden.add(keys[0])
        else:
            raise ValueError(f"an actor edit cannot {edit.op}")
    return found
