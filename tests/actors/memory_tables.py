"""The tables of the corpus step held in memory: for a few stories, and for tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tui.actors.telling.across import Bearing
from tui.actors.telling.actors import Figure
from tui.actors.telling.heard import Heard
from tui.actors.telling.ledger import Ledger
from tui.actors.telling.tally import Node, Scene, Tally


class Memory:
    """Stories by number, and all that the corpus step keeps of them."""

    def __init__(self) -> None:
        self.ledger = Ledger()
        self.summed = False
        self.stories: dict[int, Heard] = {}
        self.tallies: dict[int, Tally] = {}
        self.scenes: dict[int, Scene] = {}
        self.figures: dict[int, Figure] = {}
        self.redirects: dict[str, str] = {}
        self._asked: dict[str, dict[int, int]] = {}
        self._nodes: dict[Node, Bearing] = {}
        self._groups: dict[str, dict[Node, None]] = {}
        self._longs: dict[str, dict[str, int]] = {}
        self._members: dict[int, dict[Node, None]] = {}
        self._ids: dict[str, int] = {}
        self._last = 0

    # ------------------------------------------------------------------------------------------------------ stories

    def load(self, keys: Iterable[str]) -> None:
        """All rows are here."""

    def keep_sums(self) -> None:
        """They are kept."""

    def done(self, story: int) -> Tally | None:
        return None

    def heard(self, story: int) -> Heard:
        return self.stories[story]

    def tally(self, story: int) -> Tally | None:
        return self.tallies.get(story)

    def keep(self, story: int, tally: Tally | None, scene: Scene | None, asked: Mapping[str, int]) -> None:
        if tally is None or scene is None:
            self.tallies.pop(story, None)
            self.scenes.pop(story, None)
            return
        self.tallies[story], self.scenes[story] = tally, scene
        for key, own in asked.items():
            self._asked.setdefault(key, {})[story] = own

    def asking(self, keys: Iterable[str]) -> Iterator[tuple[str, int, int]]:
        for key in keys:
            for story, own in self._asked.get(key, {}).items():
                if story in self.tallies:
                    yield key, story, own

    # -------------------------------------------------------------------------------------------------------- nodes

    def node(self, node: Node) -> Bearing | None:
        held = self._nodes.get(node)
        return held if held is not None and held.stories else None

    def change(self, node: Node) -> Bearing:
        return self._nodes.setdefault(node, Bearing())

    def group(self, name: str) -> Iterable[Node]:
        return [node for node in self._groups.get(name, ()) if self.node(node) is not None]

    def list_in(self, node: Node, groups: Iterable[str], out: Iterable[str] = ()) -> None:
        for name in groups:
            self._groups.setdefault(name, {})[node] = None
        for name in out:
            self._groups.get(name, {}).pop(node, None)

    def stands_for(self, short: str) -> Mapping[str, int]:
        return self._longs.get(short, {})

    def count_short(self, short: str, long: str, sign: int) -> None:
        longs = self._longs.setdefault(short, {})
        longs[long] = longs.get(long, 0) + sign
        if not longs[long]:
            del longs[long]

    # ------------------------------------------------------------------------------------------------------- actors

    def holder(self, node: Node) -> int:
        held = self._nodes.get(node)
        return 0 if held is None else held.actor

    def place(self, node: Node, actor: int) -> None:
        bearing = self._nodes[node]
        self._members.get(bearing.actor, {}).pop(node, None)
        bearing.actor = actor
        if actor:
            self._members.setdefault(actor, {})[node] = None

    def nodes_of(self, actor: int) -> Iterable[Node]:
        return list(self._members.get(actor, ()))

    def figure(self, actor: int) -> Figure | None:
        return self.figures.get(actor)

    def new_number(self) -> int:
        self._last += 1
        return self._last

    def put(self, figure: Figure) -> None:
        self.figures[figure.number] = figure
        self._ids[figure.id] = figure.number
        self.redirects.pop(figure.id, None)

    def drop(self, actor: int) -> None:
        figure = self.figures.pop(actor, None)
        if figure is not None:
            self._ids.pop(figure.id, None)

    def has_id(self, id: str) -> bool:
        return id in self._ids

    def seen_as(self, _node: Node) -> str:
        return ""

    def known_as(self, id: str) -> str:
        return self.redirects.get(id, "")

    def redirect(self, id: str, to: str) -> None:
        self.redirects[id] = to
