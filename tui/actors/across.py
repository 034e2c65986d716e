"""Who is who over all stories: full names, dominant surnames, short forms spelt out anywhere, spellings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from tui.actors import lists, people
from tui.actors.candidates import fold_key
from tui.actors.edits import Wishes
from tui.actors.within import ORGANISATION, PERSON, PLACE

Node = tuple[int, str]
# A lone surname is taken for the person of that surname whom at least this share of stories with a full name names.
_DOMINANT = 0.8
_ALL = (PERSON, ORGANISATION, PLACE)
_COMPANY = lists.words("company forms")


class Merges:
    """Nodes (kind, key) that are one actor, as a forest. Names that the reader holds apart never become one."""

    def __init__(self, apart: set[frozenset[str]]) -> None:
        self._up: dict[Node, Node] = {}
        self._apart = [tuple(sorted(pair)) for pair in apart]

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


def merge(stories: Counter[Node], short_forms: Iterable[tuple[str, str]], wanted: Wishes) -> Merges:
    """Which nodes are one actor. `stories` counts in how many stories each stands; the reader's merges come last."""
    merges = Merges(wanted.apart)
    _one_kind(stories, merges)
    _persons(stories, merges)
    _organisations(stories, short_forms, merges)
    _places(stories, merges)
    for keys in wanted.together:
        nodes = [(kind, key) for key in keys for kind in _ALL if (kind, key) in stories]
        for node in nodes[1:]:
            merges.join(node, nodes[0])
    return merges


def _one_kind(stories: Counter[Node], merges: Merges) -> None:
    """An organisation and a place of one name are one actor; so are all actors of one name of several words."""
    by_key: dict[str, list[Node]] = defaultdict(list)
    for node in stories:
        by_key[node[1]].append(node)
    for key, nodes in by_key.items():
        if len(nodes) < 2:
            continue
        same = nodes if " " in key else [node for node in nodes if node[0] != PERSON]
        best = max(same, key=lambda node: (stories[node], -node[0]), default=None)
        for node in same:
            if best is not None and node != best:
                merges.join(node, best)


def _persons(stories: Counter[Node], merges: Merges) -> None:
    full: dict[tuple[str, str], list[Node]] = defaultdict(list)
    lone: list[Node] = []
    for node in stories:
        if node[0] == PERSON:
            words = people.parts(node[1])
            if len(words) > 1:
                full[words[0], words[-1]].append(node)
            else:
                lone.append(node)
    for nodes in full.values():
        nodes.sort(key=lambda node: (-stories[node], node[1]))
        heads: list[Node] = []
        for node in nodes:
            words = people.parts(node[1])
            head = next((head for head in heads if people.compatible(people.parts(head[1]), words)), None)
            if head is None:
                heads.append(node)
            else:
                merges.join(node, head)
    _spellings(stories, merges)
    by_surname: dict[str, Counter[Node]] = defaultdict(Counter)
    for nodes in full.values():
        for node in nodes:
            by_surname[people.surname(node[1])][merges.find(node)] += stories[node]
    for node in lone:
        bearers = by_surname.get(people.surname(node[1]))
        if bearers:
            head, count = bearers.most_common(1)[0]
            if count >= _DOMINANT * sum(bearers.values()):
                merges.join(node, head)


def _spellings(stories: Counter[Node], merges: Merges) -> None:
    """Join full names that differ in spelling alone to the one more often written."""
    blocks: dict[tuple[str, int], list[Node]] = defaultdict(list)
    for node in stories:
        words = people.parts(node[1])
        if node[0] == PERSON and len(words) > 1:
            blocks["".join(word[0] for word in words) + words[-1][:2], len(words)].append(node)
    for nodes in blocks.values():
        if len(nodes) > 400:
            continue
        nodes.sort(key=lambda node: (-stories[node], node[1]))
        for number, node in enumerate(nodes):
            words = people.parts(node[1])
            for other in nodes[:number]:
                if people.spelt_alike(people.parts(other[1]), words) and merges.find(node) != merges.find(other):
                    merges.join(node, other)
                    break


def _organisations(stories: Counter[Node], short_forms: Iterable[tuple[str, str]], merges: Merges) -> None:
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    for short, long in short_forms:
        spelt[fold_key(short)][fold_key(long)] += 1
    for short, longs in spelt.items():
        long, count = longs.most_common(1)[0]
        if count >= _DOMINANT * sum(longs.values()):
            for kind in (ORGANISATION, PLACE):
                if (kind, short) in stories:
                    merges.join((kind, short), _known(stories, long))
    for form, usual in lists.organisations().items():
        node = (ORGANISATION, fold_key(form))
        if form != usual and node in stories and fold_key(form) not in spelt:
            merges.join(node, (ORGANISATION, fold_key(usual)))
    for node in list(stories):
        kind, key = node
        words = key.replace(",", "").split()
        if kind == ORGANISATION and len(words) > 1 and words[-1] in _COMPANY:
            bare = (ORGANISATION, " ".join(words[:-1]))
            if bare in stories:
                merges.join(node, bare)


def _known(stories: Counter[Node], key: str) -> Node:
    return max(((kind, key) for kind in _ALL), key=lambda node: stories.get(node, 0))


def _places(stories: Counter[Node], merges: Merges) -> None:
    """All names of a state are one actor, under its usual one. Its capital is another: a rule, not a guess."""
    for name, usual in lists.state_names().items():
        node = (PLACE, fold_key(name))
        target = (PLACE, fold_key(usual))
        if node in stories and node != target:
            merges.join(node, target)
