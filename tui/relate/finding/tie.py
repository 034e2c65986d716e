"""A pair of stories and what they are to each other, by their numbers: what `tui.model.Match` says by their ids."""

from __future__ import annotations

from dataclasses import dataclass

from tui.model import MatchKind

SAME_COPY = (MatchKind.IDENTICAL, MatchKind.COPY)


@dataclass(frozen=True, slots=True)
class Tie:
    """As `tui.model.Match`."""

    left: int
    right: int
    kind: MatchKind
    shared_left: float = 0.0
    shared_right: float = 0.0
    shared_words: int = 0
    jaccard: float = 0.0
    likeness: float = 0.0
    days_apart: int | None = None
    by_reader: bool = False

    def other(self, number: int) -> int:
        """The story on the other side of this one."""
        return self.right if number == self.left else self.left

    @property
    def pair(self) -> tuple[int, int]:
        """The two numbers, the lower first."""
        return (self.left, self.right) if self.left < self.right else (self.right, self.left)
