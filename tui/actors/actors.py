"""Actors as the reader sees them: name, aliases, roles, stories, mentions, and ids that stay."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from collections import Counter
from dataclasses import dataclass, field

from tui.actors import lists, people, within
from tui.actors.across import Merges, Node
from tui.actors.candidates import KINDS, Candidate, fold_key
from tui.actors.edits import Wishes
from tui.actors.recognise import Names
from tui.actors.speakers import Person, Place, pronoun, resolve
from tui.actors.speech import Said
from tui.actors.titles import is_title, title_words
from tui.model import Actor, ActorKind, Alias, Cast, Mention, Quotation, Role

# A form that this share of the full forms have is attested well enough to name the actor.
_ATTESTED = 0.1


@dataclass(slots=True)
class _Gathered:
    """What the stories say of one actor: forms as written, titled forms, roles, stories in their order."""

    kind: ActorKind
    written: Counter[str] = field(default_factory=Counter)
    titled: Counter[str] = field(default_factory=Counter)
    roles: dict[tuple[str, str], Role] = field(default_factory=dict)
    stories: dict[str, None] = field(default_factory=dict)


class Gathering:
    """Collects the stories' names by actor, and makes the cast of them."""

    def __init__(self, merges: Merges, wanted: Wishes) -> None:
        self._merges = merges
        self._wanted = wanted
        self._actors: dict[Node, _Gathered] = {}
        self._mentions: dict[str, list[tuple[Mention, Node]]] = {}
        self._places: dict[str, list[Place]] = {}
        self._said: dict[str, tuple[Said, ...]] = {}

    def add(self, story: str, names: Names, own: list[Candidate], nodes: list[Node], date: dt.date | None) -> None:
        """Take in a story: its candidates in the order of the text, and the node of each."""
        roles: dict[tuple[int, int], list[str]] = {}
        for place, last, role in names.roles:
            roles.setdefault((place, last), []).append(role)
        listed = self._mentions.setdefault(story, [])
        places = self._places.setdefault(story, [])
        self._said[story] = names.said
        for candidate, node in zip(own, nodes, strict=True):
            root = self._merges.find(node)
            actor = self._actors.setdefault(root, _Gathered(KINDS[root[0]]))
            mention = _mention(names, candidate, actor.kind)
            actor.written[mention.surface] += 1
            actor.stories[story] = None
            if actor.kind is ActorKind.PERSON:
                if titled := _titled(names, candidate):
                    actor.titled[titled] += 1
                for role in roles.get((candidate.place, candidate.last), ()):
                    actor.roles.setdefault((role.casefold(), story), Role(role, story, date))
            listed.append((mention, root))
            run = names.runs[candidate.place].run
            possessive = candidate.last == len(run.words) - 1 and run.right[0] in ("'s", "’s")
            places.append(Place(mention.block, mention.start, mention.end, root, root[0], possessive))

    def cast(self) -> Cast:
        """The actors, the most mentioned first, and the mentions by story."""
        names = {root: self._name(root, actor) for root, actor in self._actors.items()}
        order = sorted(self._actors, key=lambda root: (-len(self._actors[root].stories), names[root], root))
        ids: dict[Node, str] = {}
        taken: set[str] = set()
        for root in order:
            key = fold_key(_name_first_given(root, self._actors[root]))
            found = _digest(key)
            ids[root] = found if found not in taken else _digest(f"{key}\n{KINDS[root[0]]}")
            taken.add(ids[root])
        hidden = {root for root in order if self._hidden(root, names[root])}
        kinds = {root: self._kind(root, names[root]) for root in order}
        actors = [self._actor(root, ids[root], names[root], kinds[root]) for root in order if root not in hidden]
        mentions = {
            story: tuple(
                Mention(m.block, m.start, m.end, m.surface, kinds[root], ids[root])
                for m, root in sorted(listed, key=lambda pair: (pair[0].block, pair[0].start))
                if root not in hidden
            )
            for story, listed in self._mentions.items()
        }
        people = {root: self._person(root) for root in order if KINDS[root[0]] is ActorKind.PERSON}
        quotations = {}
        for story, said in self._said.items():
            places = sorted(self._places[story])
            quotations[story] = tuple(
                _quotation(each, resolve(each, places, people.__getitem__), names, ids, hidden) for each in said
            )
        return Cast(tuple(actors), mentions, quotations)

    def _person(self, root: Node) -> Person:
        actor = self._actors[root]
        roles = [role.role for role in actor.roles.values()] + list(actor.titled)
        words = frozenset(word for role in roles for word in role.lower().split())
        return Person(pronoun(fold_key(_fullest(root, actor.written)), roles), words)

    def _keys(self, root: Node, name: str) -> set[str]:
        return {fold_key(name), root[1]}

    def _name(self, root: Node, actor: _Gathered) -> str:
        machine = _fullest(root, actor.written)
        for key in (fold_key(machine), root[1]):
            if key in self._wanted.called:
                return self._wanted.called[key]
        return machine

    def _hidden(self, root: Node, name: str) -> bool:
        return bool(self._keys(root, name) & self._wanted.hidden)

    def _kind(self, root: Node, name: str) -> ActorKind:
        machine = fold_key(_fullest(root, self._actors[root].written))
        for key in (fold_key(name), machine, root[1]):
            if key in self._wanted.kinds:
                return self._wanted.kinds[key]
        return KINDS[root[0]]

    def _actor(self, root: Node, identity: str, name: str, kind: ActorKind) -> Actor:
        actor = self._actors[root]
        forms = _set_small(actor.written)
        total = sum(forms.values())
        for text, count in actor.titled.items():
            forms.setdefault(text, count)
        if kind is ActorKind.PERSON and " " in name:
            # He may be asked for by his surname, whether or not a story calls him so.
            forms.setdefault(name.rpartition(" ")[2], 0)
        aliases = tuple(
            Alias(text, count) for text, count in sorted(forms.items(), key=lambda form: (-form[1], form[0]))
        )
        roles = tuple(actor.roles.values())
        return Actor(identity, name, kind, aliases, roles, tuple(actor.stories), total)


def _quotation(
    said: Said, speaker: Node | None, names: dict[Node, str], ids: dict[Node, str], hidden: set[Node]
) -> Quotation:
    known = speaker is not None and speaker not in hidden
    name, identity = (names[speaker], ids[speaker]) if speaker is not None and known else ("", "")
    return Quotation(said.block, said.start, said.end, said.text, name, said.speaker, said.cue, identity)


def _digest(text: str) -> str:
    """Eight base32 characters of a digest."""
    return base64.b32encode(hashlib.sha256(text.encode("utf-8")).digest())[:8].decode("ascii").lower()


def _name_first_given(root: Node, actor: _Gathered) -> str:
    """The machine's own name of an actor, on which his id rests whatever the reader calls him."""
    return _fullest(root, actor.written)


def _mention(names: Names, candidate: Candidate, kind: ActorKind) -> Mention:
    placed = names.runs[candidate.place]
    run = placed.run
    start, end = run.starts[candidate.first], run.ends[candidate.last]
    surface = within.written(names, candidate)
    if kind is ActorKind.ORGANISATION and candidate.first == 0 and run.article >= 0:
        start, surface = run.article, f"The {surface}"
    return Mention(placed.block, start, end, surface, kind)


def _titled(names: Names, candidate: Candidate) -> str:
    """A lone surname with the title before it ("Senator Marsh"); empty where there is none."""
    run = names.runs[candidate.place].run
    if not candidate.single or not candidate.first or not is_title(run.words[candidate.first - 1]):
        return ""
    marked = title_words(run)
    first = candidate.first
    while first > 0 and marked[first - 1] and not run.gaps[first - 1]:
        first -= 1
    return " ".join(run.words[first : candidate.first + 1])


def _set_small(forms: Counter[str]) -> dict[str, int]:
    """Forms in capitals counted under the same form in usual writing, where there is one."""
    usual = {text.casefold(): text for text in forms if not text.isupper()}
    found: Counter[str] = Counter()
    for text, count in forms.items():
        found[usual.get(text.casefold(), text) if text.isupper() else text] += count
    return dict(found)


def _fullest(root: Node, forms: Counter[str]) -> str:
    """The fullest form that is well attested; for a state its usual name."""
    kind, key = root
    if KINDS[kind] is ActorKind.PLACE and key in _STATES:
        return _STATES[key]
    full = {text: count for text, count in forms.items() if " " in text or "-" in text} or dict(forms)
    least = _ATTESTED * sum(full.values())
    attested = [text for text, count in full.items() if count >= least] or list(full)
    return max(attested, key=lambda text: (len(people.parts(fold_key(text))), not text.isupper(), full[text], text))


_STATES = {fold_key(usual): usual for usual in lists.state_names().values()}
