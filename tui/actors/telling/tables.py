"""What the corpus step asks of whoever keeps its sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from tui.actors.telling.across import Bearing, Nodes
from tui.actors.telling.heard import Heard
from tui.actors.telling.ledger import Ledger
from tui.actors.telling.tally import Node, Scene, Tally


class Tables(Nodes, Protocol):
    """Where the corpus step keeps its sums: in memory, or in a library."""

    ledger: Ledger

    def load(self, keys: Iterable[str]) -> None:
        """See to it that the ledger holds the rows of these keys, and of the words for peoples made of them."""

    def heard(self, story: int) -> Heard:
        """A story boiled down."""

    def tally(self, story: int) -> Tally | None:
        """What a story has been counted for."""

    def keep(self, story: int, tally: Tally | None, scene: Scene | None, asked: Mapping[str, int]) -> None:
        """Keep what a story is counted for, who is in it, and the keys it asked about, with its own sums, packed."""

    def asking(self, keys: Iterable[str]) -> Iterator[tuple[str, int, int]]:
        """(key, story, own sums, packed or 0) for the stories that have asked about these keys, or may have."""

    def change(self, node: Node) -> Bearing:
        """What is known of a node, to be changed; one with no stories is forgotten."""

    def count_short(self, short: str, long: str, sign: int) -> None:
        """Count a story that says, or no longer says, what a short form stands for."""

    def list_in(self, node: Node, groups: Iterable[str], out: Iterable[str] = ()) -> None:
        """List a node in these groups, and no more in those."""

    @property
    def summed(self) -> bool:
        """Whether the ledger holds the sums of all stories from the start."""

    def keep_sums(self) -> None:
        """Keep the sums of all stories, which are whole."""

    def done(self, story: int) -> Tally | None:
        """What a story is counted for that need not be gone through again."""
