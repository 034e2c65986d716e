"""Who is who over all stories: full names, dominant surnames, short forms spelt out anywhere, spellings.

Names are nodes; each rule draws ties between the nodes of one small group (those of one surname, say). What hangs
together by ties is one actor, so that a change is followed through its own groups and no further.

The rule for states: a state and its government, where news call it by the state's name, are one actor, a place, under
the state's usual name. Its capital is another place, even where it stands for the government.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from tui.actors import lists
from tui.actors.finding.candidates import fold_key
from tui.actors.telling import people
from tui.actors.telling.edits import Wishes
from tui.actors.telling.tally import Node
from tui.actors.telling.within import ORGANISATION, PERSON, PLACE

# A lone surname is taken for the person of that surname whom at least this share of stories with a full name names.
_DOMINANT = 0.8
_ALL = (PERSON, ORGANISATION, PLACE)
# More names than this that begin alike are not compared letter by letter.
_MOST_ALIKE = 400
_COMPANY = lists.words("company forms")
_STATE = {fold_key(name): fold_key(usual) for name, usual in (lists.abroad() | lists.state_names()).items()}
_LISTED = {fold_key(form): fold_key(usual) for form, usual in lists.organisations().items()}

Tie = tuple[int, Node, Node]
"""The place of its rule in the order of rules, a node, and the node that stands for it."""


@dataclass(slots=True)
class Bearing:
    """What all stories say of one node: stories, mentions, forms as written, forms with titles, words of the roles."""

    stories: int = 0
    mentions: int = 0
    written: dict[str, int] = field(default_factory=dict)
    titled: dict[str, int] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)
    actor: int = 0


class Nodes(Protocol):
    """The nodes of all stories, their groups, and what short forms stand for."""

    def node(self, node: Node) -> Bearing | None:
        """What is known of a node; None where no story has it."""

    def group(self, name: str) -> Iterable[Node]:
        """The nodes of a group, in no order."""

    def stands_for(self, short: str) -> Mapping[str, int]:
        """The names that stories give a short form for, and how many do."""


class Merges:
    """Nodes that are one actor, as a forest. Names that the reader holds apart never become one."""

    def __init__(self, apart: Iterable[frozenset[str]]) -> None:
        self._up: dict[Node, Node] = {}
        self._apart = [tuple(sorted(pair)) for pair in apart if len(pair) == 2]

    def find(self, node: Node) -> Node:
        """The node that stands for the actor of this one."""
        root = node
        while (above := self._up.get(root, root)) != root:
            root = above
        while (above := self._up.get(node, node)) != root:
            self._up[node], node = root, above
        return root

    def join(self, node: Node, into: Node) -> None:
        """Make two nodes one actor; the second one's stands for both."""
        one, two = self.find(node), self.find(into)
        if one != two and not self._forbidden(one, two):
            self._up[one] = two

    def _forbidden(self, one: Node, two: Node) -> bool:
        for left, right in self._apart:
            ends = {self.find((kind, left)) for kind in _ALL}, {self.find((kind, right)) for kind in _ALL}
            if (one in ends[0] and two in ends[1]) or (one in ends[1] and two in ends[0]):
                return True
        return False


def groups_of(node: Node, stands_for: str = "") -> list[str]:
    """The groups that a node is listed in; `stands_for` is the name that it is the short form of, if any."""
    kind, key = node
    found = []
    if kind == PERSON:
        words = people.parts(key)
        found.append(f"s:{words[-1]}")
        if len(words) > 1:
            found += [f"f:{words[0]} {words[-1]}", _block(words)]
    elif kind == ORGANISATION and (bare := _without_form(key)):
        found.append(f"c:{bare}")
    if kind != PERSON and (long := stands_for or _usual(node)) and long != key:
        found.append(f"e:{long}")
    return found


def _usual(node: Node) -> str:
    """The usual name of what is listed under several: a state, an organisation."""
    kind, key = node
    return (_STATE if kind == PLACE else _LISTED).get(key, "") if kind != PERSON else ""


def _block(words: tuple[str, ...]) -> str:
    return f"b:{''.join(word[0] for word in words)}{words[-1][:2]}{len(words)}"


def _without_form(key: str) -> str:
    words = key.replace(",", "").split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1] in _COMPANY else ""


def dominant(longs: Mapping[str, int]) -> str:
    """The name that a short form stands for, where nearly all stories that say so say the same."""
    if not longs:
        return ""
    long, count = min(longs.items(), key=lambda pair: (-pair[1], pair[0]))
    return long if count >= _DOMINANT * sum(longs.values()) else ""


class Circles:
    """Which nodes are one actor, asked for some nodes and answered from their groups alone."""

    def __init__(self, nodes: Nodes, wanted: Wishes) -> None:
        self._nodes = nodes
        self._wanted = wanted
        self._drawn: dict[str, list[Tie]] = {}
        self._circle: dict[Node, tuple[frozenset[Node], list[Tie]]] = {}
        self._wider: dict[str, list[Tie]] = {}
        self._together: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
        for number, keys in enumerate(wanted.together, 6):
            for key in set(keys):
                self._together[key].append((number, keys))

    def around(self, touched: Iterable[Node]) -> Iterator[list[tuple[Node, list[Node]]]]:
        """For the nodes that hang together with each of these: the actors, each by the node that stands for it.

        Every circle is given once. Nodes that no story has any more are in none.
        """
        seen: set[Node] = set()
        for start in touched:
            if start in seen or self._nodes.node(start) is None:
                continue
            inside, ties = self._widest(start)
            seen |= inside
            merges = Merges(self._wanted.apart)
            for _, node, into in sorted(ties):
                merges.join(node, into)
            actors: dict[Node, list[Node]] = defaultdict(list)
            for node in sorted(inside):
                if self._nodes.node(node) is not None:
                    actors[merges.find(node)].append(node)
            if actors:
                yield list(actors.items())

    # ------------------------------------------------------------------------------------------- what hangs together

    def _widest(self, start: Node) -> tuple[set[Node], list[Tie]]:
        """All that hangs together with a node by any rule, and the ties."""
        inside: set[Node] = set()
        ties: set[Tie] = set()
        waiting = [start]
        while waiting:
            node = waiting.pop()
            if node in inside:
                continue
            circle, drawn = self._base(node)
            inside |= circle
            ties.update(drawn)
            for member in circle:
                for tie in (*self._lone(member), *self._wished(member)):
                    ties.add(tie)
                    waiting += tie[1:]
        return inside, list(ties)

    def _base(self, start: Node) -> tuple[frozenset[Node], list[Tie]]:
        """What hangs together with a node by every rule but that of lone surnames, and the reader's."""
        held = self._circle.get(start)
        if held is not None:
            return held
        inside: set[Node] = set()
        ties: set[Tie] = set()
        waiting = [start]
        while waiting:
            node = waiting.pop()
            if node in inside:
                continue
            inside.add(node)
            for name in self._looked_up(node):
                for tie in self._ties(name):
                    if node in (tie[1], tie[2]):
                        ties.add(tie)
                        waiting.append(tie[2] if tie[1] == node else tie[1])
        found = frozenset(inside), list(ties)
        for node in inside:
            self._circle[node] = found
        return found

    def _ties(self, name: str) -> list[Tie]:
        """The ties that a group's rule draws."""
        drawn = self._drawn.get(name)
        if drawn is None:
            rule = {"k": self._one_name, "f": self._full, "b": self._alike, "c": self._company, "e": self._short}
            drawn = self._drawn[name] = list(rule[name[0]](name[2:], name))
        return drawn

    def _stories(self, node: Node) -> int:
        held = self._nodes.node(node)
        return 0 if held is None else held.stories

    def _mentions(self, node: Node) -> int:
        held = self._nodes.node(node)
        return 0 if held is None else held.mentions

    def _one_name(self, key: str, _name: str) -> Iterator[Tie]:
        """An organisation and a place of one name are one actor; so are all actors of one name of several words."""
        nodes = [(kind, key) for kind in _ALL if self._stories((kind, key))]
        same = nodes if " " in key else [node for node in nodes if node[0] != PERSON]
        if len(same) > 1:
            best = max(same, key=lambda node: (self._mentions(node), node[0] == PLACE, -node[0]))
            yield from ((0, node, best) for node in same if node != best)

    def _full(self, _key: str, name: str) -> Iterator[Tie]:
        """Full names of equal first and last words are one person's, unless their middle names differ."""
        heads: list[Node] = []
        for node in self._by_stories(name):
            words = people.parts(node[1])
            head = next((head for head in heads if people.compatible(people.parts(head[1]), words)), None)
            if head is None:
                heads.append(node)
            else:
                yield 1, node, head

    def _alike(self, _key: str, name: str) -> Iterator[Tie]:
        """Full names that differ in spelling alone are the one's more often written."""
        nodes = self._by_stories(name)
        if len(nodes) > _MOST_ALIKE:
            return
        for number, node in enumerate(nodes):
            words = people.parts(node[1])
            for other in nodes[:number]:
                if people.spelt_alike(people.parts(other[1]), words):
                    yield 2, node, other
                    break

    def _company(self, bare: str, name: str) -> Iterator[Tie]:
        """A company with its form of law is the one without."""
        target = (ORGANISATION, bare)
        if self._stories(target):
            yield from ((4, node, target) for node in self._nodes.group(name))

    def _short(self, long: str, name: str) -> Iterator[Tie]:
        """Short forms, and other names of what is listed, are what they stand for."""
        known = max(((kind, long) for kind in _ALL), key=lambda node: (self._stories(node), node))
        for node in self._nodes.group(name):
            target = known if self._stories(known) else (PLACE if node[0] == PLACE else ORGANISATION, long)
            if _usual(node) == long and not self._stories((node[0], long)):
                target = (node[0], long)
            yield 3, node, target

    def _by_stories(self, name: str) -> list[Node]:
        return sorted(self._nodes.group(name), key=lambda node: (-self._stories(node), node[1]))

    # ------------------------------------------------------------------------------------- lone surnames, the reader

    def _lone(self, node: Node) -> list[Tie]:
        """The tie of a lone surname to the person who bears it, looked at from either end."""
        kind, key = node
        if kind != PERSON:
            return []
        name = f"s:{people.surname(key)}"
        drawn = self._wider.get(name)
        if drawn is None:
            drawn = self._wider[name] = list(self._bearer(name))
        return [tie for tie in drawn if node in (tie[1], tie[2])]

    def _bearer(self, name: str) -> Iterator[Tie]:
        """Lone surnames go to the person whom most stories with a full name of that surname name."""
        nodes = sorted(self._nodes.group(name))
        lone = [node for node in nodes if len(people.parts(node[1])) == 1]
        full = [node for node in nodes if len(people.parts(node[1])) > 1]
        if not lone or not full:
            return
        counts: Counter[frozenset[Node]] = Counter()
        heads: dict[frozenset[Node], Node] = {}
        for node in full:
            circle = self._base(node)[0]
            counts[circle] += self._stories(node)
            held = heads.get(circle)
            if held is None or (self._stories(node), held) > (self._stories(held), node):
                heads[circle] = node
        circle = max(counts, key=lambda circle: (counts[circle], heads[circle]))
        if counts[circle] >= _DOMINANT * sum(counts.values()):
            yield from ((5, node, heads[circle]) for node in lone)

    def _wished(self, node: Node) -> Iterator[Tie]:
        """The reader's merges that a node is part of."""
        for number, keys in self._together.get(node[1], ()):
            nodes = [(kind, key) for key in keys for kind in _ALL if self._stories((kind, key))]
            yield from ((number, other, nodes[0]) for other in nodes[1:])

    def _looked_up(self, node: Node) -> list[str]:
        """The groups whose ties may hold a node."""
        kind, key = node
        own = groups_of(node, dominant(self._nodes.stands_for(key)) if kind != PERSON else "")
        found = [f"k:{key}", f"e:{key}", *(name for name in own if name[0] in "fbce")]
        if kind == ORGANISATION:
            found.append(f"c:{key}")
        return found
