"""A story as relate sees it: its features, and where and when it stands."""

from __future__ import annotations

from dataclasses import dataclass

from tui.model import When
from tui.relate.finding.features import Features


@dataclass(frozen=True, slots=True)
class Item:
    """A story to be related: `when` is what its document says; `outlet` may be empty."""

    id: str
    path: str
    part: int
    when: When
    outlet: str
    features: Features

    @property
    def key(self) -> str:
        """The id without its suffix, as the reader's verdicts name it."""
        return self.id.partition("-")[0]
