"""The reader's own word, as a build is given it: it wins over the machine's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first list is painted without them
    from tui.model import ActorEdit, Verdict


@dataclass(frozen=True, slots=True)
class Word:
    """Verdicts on pairs of stories, edits of actors in their order, and ids that were kept as leading to others."""

    verdicts: tuple[Verdict, ...] = ()
    edits: tuple[ActorEdit, ...] = ()
    ids: tuple[tuple[str, str], ...] = ()
