"""A pair of stories and what they are to each other, by their numbers: what `tui.model.Match` says by their ids."""

from __future__ import annotations

from dataclasses import dataclass

from tui.model import MatchKind, Pair

SAME_COPY = (MatchKind.IDENTICAL, MatchKind.COPY)


@dataclass(frozen=True, slots=True)
class Tie(Pair[int]):
    """Two stories by their numbers, and what they are to each other."""

    def other(self, number: int) -> int:
        """The story on the other side of this one."""
        return self.right if number == self.left else self.left

    @property
    def pair(self) -> tuple[int, int]:
        """The two numbers, the lower first."""
        return (self.left, self.right) if self.left < self.right else (self.right, self.left)
