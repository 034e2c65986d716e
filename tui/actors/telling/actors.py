"""Actors as the reader sees them: name, kind, aliases, roles' words, and ids that stay."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, Protocol

from tui.actors import lists
from tui.actors.finding.candidates import KINDS, fold_key
from tui.actors.telling import people
from tui.actors.telling.across import Bearing, Circles, Nodes, dominant, groups_of
from tui.actors.telling.edits import Wishes
from tui.actors.telling.speakers import Person, Place, pronoun, resolve
from tui.actors.telling.tally import Node, Scene
from tui.actors.telling.within import PERSON
from tui.model import ActorKind, Alias

# A form that this share of the full forms have is attested well enough to name the actor.
_ATTESTED = 0.1
# A word of a role stands for a person where at least one in so many of his stories gives it.
_ONE_IN = 16
_STATES = {fold_key(usual): usual for usual in lists.state_names().values()}


@dataclass(frozen=True, slots=True)
class Figure:
    """An actor as made of his nodes: `number` inside the tables, `person` for what may stand for him."""

    number: int
    id: str
    name: str
    kind: ActorKind
    aliases: tuple[Alias, ...]
    person: Person


class Stage(Nodes, Protocol):
    """Where the actors are kept: in memory, or in a library."""

    def place(self, node: Node, actor: int) -> None:
        """Keep whose name a node is; 0: nobody's."""

    def holder(self, node: Node) -> int:
        """Whose name a node is or was last; 0: nobody's."""

    def nodes_of(self, actor: int) -> Iterable[Node]:
        """The nodes of an actor."""

    def figure(self, actor: int) -> Figure | None:
        """An actor as he is kept."""

    def new_number(self) -> int:
        """A number that no actor has had."""

    def put(self, figure: Figure) -> None:
        """Keep an actor, in the place of what was kept under his number."""

    def drop(self, actor: int) -> None:
        """Forget an actor."""

    def has_id(self, id: str) -> bool:
        """Whether an actor has this id."""

    def seen_as(self, _node: Node, /) -> str:
        """The id of the actor whose name a node was before the tables were emptied; "" where it was nobody's."""

    def known_as(self, id: str) -> str:
        """The id under which an actor was first seen whose name gives this one; "" where it is his own."""

    def redirect(self, id: str, to: str) -> None:
        """Keep that an id leads to another."""


@dataclass(slots=True)
class Recast:
    """What telling actors apart anew has changed: nodes that are another's name now, actors, those of
    another name or kind, persons who are spoken of otherwise; actors that are no more are in none."""

    moved: set[Node] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    renamed: set[int] = field(default_factory=set)
    spoken: set[int] = field(default_factory=set)


class _Part(NamedTuple):
    root: Node
    nodes: list[Node]
    stories: int


def recast(stage: Stage, touched: Iterable[Node], wanted: Wishes) -> Recast:
    """Tell anew who is who around these nodes."""
    start: dict[Node, None] = {}
    for node in touched:
        start[node] = None
        for name in groups_of(node, dominant(stage.stands_for(node[1]))):
            start.update(dict.fromkeys(stage.group(name)))
        start.update(((kind, node[1]), None) for kind in range(len(KINDS)))
    holders = {actor for node in start if (actor := stage.holder(node))}
    for actor in holders:
        start.update(dict.fromkeys(stage.nodes_of(actor)))
    return _Recasting(stage, wanted, holders).run(start)


class _Recasting:
    def __init__(self, stage: Stage, wanted: Wishes, holders: set[int]) -> None:
        self._stage = stage
        self._wanted = wanted
        self._gone = holders
        self._out = Recast()

    def run(self, start: dict[Node, None]) -> Recast:
        parts = [
            _Part(root, nodes, sum(self._bearing(node).stories for node in nodes))
            for circle in Circles(self._stage, self._wanted).around(start)
            for root, nodes in circle
        ]
        parts.sort(key=lambda part: (-part.stories, part.root))  # of those of one name the best known has its plain id
        numbers, heirs = self._numbers(parts)
        made = [self._make(part, number) for part, number in zip(parts, numbers, strict=True)]
        for number, place in heirs.items():
            self._drop(number, made[place] if place >= 0 else 0)
        return self._out

    def _bearing(self, node: Node) -> Bearing:
        held = self._stage.node(node)
        return Bearing() if held is None else held

    def _numbers(self, parts: list[_Part]) -> tuple[list[int], dict[int, int]]:
        """The number of each part: the actor's whose stories it has most of, else 0.

        And for each actor who is left without a part, the place of the one that has most of his stories.
        """
        claims: list[tuple[int, int, int]] = []
        for place, part in enumerate(parts):
            weights: Counter[int] = Counter()
            for node in part.nodes:
                bearing = self._bearing(node)
                if bearing.actor:
                    weights[bearing.actor] += bearing.stories
            claims += [(-weight, place, number) for number, weight in weights.items()]
        numbers = [0] * len(parts)
        taken: set[int] = set()
        heirs: dict[int, int] = {}
        for _, place, number in sorted(claims):
            heirs.setdefault(number, place)
            if not numbers[place] and number not in taken:
                numbers[place] = number
                taken.add(number)
        heirs.update({number: -1 for number in self._gone if number not in heirs})
        return numbers, {number: place for number, place in heirs.items() if number not in taken}

    def _make(self, part: _Part, number: int) -> int:
        """Make the actor of a part; his number, 0 where the reader hides him."""
        written, titled, words = Counter[str](), Counter[str](), Counter[str]()
        for node in part.nodes:
            bearing = self._bearing(node)
            written.update(bearing.written)
            titled.update(bearing.titled)
            words.update(bearing.words)
        machine = fullest(part.root, written)
        keys = {fold_key(machine), part.root[1], *(node[1] for node in part.nodes)}
        name = next((self._wanted.called[key] for key in _first(machine, keys) if key in self._wanted.called), machine)
        if {fold_key(name), *keys} & self._wanted.hidden:
            self._place(part, 0)
            if number:
                self._stage.drop(number)
            return 0
        kind = next((self._wanted.kinds[key] for key in _first(machine, keys) if key in self._wanted.kinds), None)
        kind = kind or KINDS[part.root[0]]
        forms = aliases(written, titled, name, kind)
        person = _person(machine, words, part.stories) if part.root[0] == PERSON else Person("", frozenset())
        before = self._stage.figure(number) if number else None
        id = before.id if before else self._new_id(fold_key(machine), part)
        if not before:
            number = self._stage.new_number()
        figure = Figure(number, id, name, kind, forms, person)
        digest = id if not before else _digest(fold_key(machine))
        if digest != id and not self._stage.has_id(digest):
            self._stage.redirect(digest, id)
        if figure != before:
            self._stage.put(figure)
            self._out.changed.add(number)
            if before and (before.name, before.kind) != (name, kind):
                self._out.renamed.add(number)
            if before and (before.person, before.kind) != (person, kind):
                self._out.spoken.add(number)
        self._place(part, number)
        return number

    def _place(self, part: _Part, number: int) -> None:
        for node in part.nodes:
            if self._bearing(node).actor != number:
                self._stage.place(node, number)
                self._out.moved.add(node)

    def _new_id(self, key: str, part: _Part) -> str:
        """The id of an actor first seen now: a hash of his name, unless he is known under an earlier one."""
        digest, kind = _digest(key), KINDS[part.root[0]]
        before: Counter[str] = Counter()
        for node in part.nodes:
            before[self._stage.seen_as(node)] += self._bearing(node).stories
        known = [id for id, _ in sorted(before.items(), key=lambda pair: (-pair[1], pair[0])) if id]
        for id in (*known, self._stage.known_as(digest), digest):
            if id and not self._stage.has_id(id):
                return id
        number = 1
        while self._stage.has_id(id := _digest(f"{key}\n{kind}\n{number}")):
            number += 1
        return id

    def _drop(self, number: int, heir: int) -> None:
        """An actor whose names are others' now: his id leads to the heir, if there is one."""
        figure, other = self._stage.figure(number), self._stage.figure(heir) if heir else None
        self._stage.drop(number)
        if figure is not None and other is not None:
            self._stage.redirect(figure.id, other.id)


def _first(machine: str, keys: set[str]) -> list[str]:
    key = fold_key(machine)
    return [key, *sorted(keys - {key})]


@lru_cache(maxsize=1 << 12)
def _digest(text: str) -> str:
    """Eight base32 characters of a digest."""
    return base64.b32encode(hashlib.sha256(text.encode("utf-8")).digest())[:8].decode("ascii").lower()


def _person(name: str, words: Mapping[str, int], stories: int) -> Person:
    attested = frozenset(word for word, count in words.items() if count * _ONE_IN >= stories)
    return Person(pronoun(fold_key(name), sorted(attested)), attested)


def aliases(written: Counter[str], titled: Counter[str], name: str, kind: ActorKind) -> tuple[Alias, ...]:
    """The ways an actor is written, the most frequent first."""
    forms = _set_small(written)
    for text, count in titled.items():
        forms.setdefault(text, count)
    if kind is ActorKind.PERSON and " " in name:
        # He may be asked for by his surname, whether or not a story calls him so.
        forms.setdefault(name.rpartition(" ")[2], 0)
    return tuple(Alias(text, count) for text, count in sorted(forms.items(), key=lambda form: (-form[1], form[0])))


def _set_small(forms: Counter[str]) -> dict[str, int]:
    """Forms in capitals counted under the same form in usual writing, where there is one."""
    usual = {text.casefold(): text for text in sorted(forms) if not text.isupper()}
    found: Counter[str] = Counter()
    for text, count in forms.items():
        found[usual.get(text.casefold(), text) if text.isupper() else text] += count
    return dict(found)


def fullest(root: Node, forms: Counter[str]) -> str:
    """The fullest form that is well attested; for a state its usual name, unless only other languages name it."""
    kind, key = root
    if KINDS[kind] is ActorKind.PLACE and key in _STATES and not forms.keys() <= lists.abroad().keys():
        return _STATES[key]
    full = {text: count for text, count in forms.items() if " " in text or "-" in text} or dict(forms)
    least = _ATTESTED * sum(full.values())
    attested = [text for text, count in full.items() if count >= least] or list(full)
    abroad = lists.abroad()
    return max(
        attested,
        key=lambda text: (text not in abroad, len(people.parts(fold_key(text))), not text.isupper(), full[text], text),
    )


class Present(NamedTuple):
    """Who is in a story, by actor: mentions, quotations, roles; who says each quotation (0: not known); and who is
    spoken of in one, or to: (actor, place of the quotation) to whether he is addressed."""

    mentions: dict[int, int]
    said: dict[int, int]
    roles: list[tuple[int, str]]
    speakers: list[int]
    spoken_of: dict[tuple[int, int], bool]


def present(scene: Scene, actors: list[int], figure: Callable[[int], Figure]) -> Present:
    """Who is in a story whose nodes are these actors' names (0: nobody's)."""
    mentions: dict[int, int] = defaultdict(int)
    places: list[Place] = []
    numbers: dict[Node, int] = {}
    for each in scene.named:
        actor = actors[each.node]
        if not actor:
            continue
        mentions[actor] += 1
        kind = KINDS.index(figure(actor).kind)
        node = (kind, str(actor))
        numbers[node] = actor
        places.append(Place(each.block, each.start, each.end, node, kind, each.possessive))
    speakers: list[int] = []
    said: dict[int, int] = defaultdict(int)
    for quotation in scene.said:
        speaker = resolve(quotation, places, lambda node: figure(numbers[node]).person)
        speakers.append(0 if speaker is None else numbers[speaker])
        if speaker is not None:
            said[numbers[speaker]] += 1
    roles = list(dict.fromkeys((actors[node], role) for node, role in scene.roles if actors[node]))
    return Present(dict(mentions), dict(said), roles, speakers, _spoken_of(scene, actors, speakers))


def _spoken_of(scene: Scene, actors: list[int], speakers: list[int]) -> dict[tuple[int, int], bool]:
    """Who is named inside a quotation, or told it by a verb of its own paragraph; never the speaker himself."""
    found: dict[tuple[int, int], bool] = {}
    for place, said in enumerate(scene.said):
        for each in scene.named:
            actor = actors[each.node]
            if each.block != said.block or not actor or actor == speakers[place]:
                continue
            if said.start <= each.start < said.end:
                found.setdefault((actor, place), False)
            elif each.addressed and speakers[place]:
                found[actor, place] = True
    return found
