"""The reader's own word, as a build is given it: it wins over the machine's."""

from __future__ import annotations

from dataclasses import dataclass

from tui.model import ActorEdit, Verdict


@dataclass(frozen=True, slots=True)
class Word:
    """Verdicts on pairs of stories, and edits of actors in their order."""

    verdicts: tuple[Verdict, ...] = ()
    edits: tuple[ActorEdit, ...] = ()
