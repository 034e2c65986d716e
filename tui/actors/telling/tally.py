"""What one story has been counted for, and who is in it: all that the corpus step makes of a story, as plain rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tui.actors import lists
from tui.actors.finding.candidates import Candidate
from tui.actors.finding.speech import Said
from tui.actors.finding.titles import is_title, title_words
from tui.actors.telling.heard import Heard, Sums, said_row
from tui.actors.telling.within import ORGANISATION, PERSON, written

Node = tuple[int, str]
"""A name of one kind: what actors are made of."""


class Share(NamedTuple):
    """What one story gives to a node: mentions, forms as written, forms with a title, words of the roles."""

    node: Node
    mentions: int
    written: dict[str, int]
    titled: dict[str, int]
    words: list[str]


@dataclass(slots=True)
class Tally:
    """What one story has been counted for, each part to be taken back by the next reading of it."""

    sums: dict[str, Sums] = field(default_factory=dict)
    shorts: list[tuple[str, str]] = field(default_factory=list)
    surnames: list[str] = field(default_factory=list)
    accepted: dict[str, int] = field(default_factory=dict)
    longs: list[tuple[str, str]] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)

    def rows(self) -> list[Any]:
        """It as plain lists, texts and numbers."""
        sums = [[key, *own] for key, own in self.sums.items()]
        shares = [[*share.node, *share[1:]] for share in self.shares]
        return [sums, self.shorts, self.surnames, self.accepted, self.longs, shares]


def tally_in(rows: list[Any]) -> Tally:
    """The tally that these rows were made of. Raises TypeError or ValueError for anything else."""
    sums, shorts, surnames, accepted, longs, shares = rows
    return Tally(
        {key: (a, b, c, d, n) for key, a, b, c, d, n in sums},
        [(short, long) for short, long in shorts],
        surnames,
        accepted,
        [(short, long) for short, long in longs],
        [Share((kind, key), *more) for kind, key, *more in shares],
    )


class Named(NamedTuple):
    """A mention where it stands, the number of its node in the story, whether a possessive follows, and whether it
    stands behind a verb of telling, so that somebody speaks to it."""

    block: int
    start: int
    end: int
    surface: str
    node: int
    possessive: bool
    addressed: bool


@dataclass(slots=True)
class Scene:
    """Who is in one story: nodes, mentions in the text's order, roles of the nodes, quotations as printed."""

    nodes: list[Node]
    named: list[Named]
    roles: list[tuple[int, str]]
    said: list[Said]

    def rows(self) -> list[Any]:
        """It as plain rows."""
        return [
            self.nodes,
            [list(each) for each in self.named],
            self.roles,
            [said_row(each) for each in self.said],
        ]


def scene_in(rows: list[Any]) -> Scene:
    """The scene that these rows were made of. Raises TypeError or ValueError for anything else."""
    nodes, named, roles, said = rows
    return Scene(
        [(kind, key) for kind, key in nodes],
        [Named(*each) for each in named],
        [(node, role) for node, role in roles],
        [Said(*each) for each in said],
    )


def scene_of(heard: Heard, own: list[Candidate], nodes: list[Node]) -> tuple[Scene, list[Share]]:
    """Who is in a story: its names after the second look in the text's order, and the node of each."""
    names = heard.names
    roles: dict[tuple[int, int], list[str]] = {}
    for place, last, role in names.roles:
        roles.setdefault((place, last), []).append(role)
    numbers: dict[Node, int] = {}
    shares: list[Share] = []
    named: list[Named] = []
    called: dict[tuple[int, str], str] = {}
    for candidate, node in zip(own, nodes, strict=True):
        number = numbers.setdefault(node, len(numbers))
        if number == len(shares):
            shares.append(Share(node, 0, {}, {}, []))
        mention = _named(heard, candidate, number)
        named.append(mention)
        share = shares[number]
        share.written[mention.surface] = share.written.get(mention.surface, 0) + 1
        if candidate.kind == PERSON:
            if titled := _titled(heard, candidate):
                share.titled[titled] = share.titled.get(titled, 0) + 1
            for role in roles.get((candidate.place, candidate.last), ()):
                called.setdefault((number, role.casefold()), role)
    named.sort(key=lambda each: (each.block, each.start))
    mentions = Counter(each.node for each in named)
    told = [(number, role) for (number, _), role in called.items()]
    shares = [
        share._replace(mentions=mentions[number], words=_words(number, share, told))
        for number, share in enumerate(shares)
    ]
    return Scene(list(numbers), named, told, list(names.said)), shares


def _words(number: int, share: Share, told: list[tuple[int, str]]) -> list[str]:
    """The words of a person's roles and titles that may stand for him, or tell whether it is he or she."""
    texts = [role for node, role in told if node == number] + list(share.titled)
    return sorted({word for text in texts for word in text.lower().split()} & _telling())


def _telling() -> frozenset[str]:
    return _TELLING


_TELLS = frozenset(("told", "tell", "tells", "telling", "asked", "urged", "warned", "assured", "reminded", "informed"))
_TELLING = lists.words("people") | lists.words("titles") | lists.words("said of women") | lists.words("said of men")


def _named(heard: Heard, candidate: Candidate, node: int) -> Named:
    placed = heard.names.runs[candidate.place]
    run = placed.run
    start, end = run.starts[candidate.first], run.ends[candidate.last]
    surface = written(heard.names, candidate)
    if candidate.kind == ORGANISATION and candidate.first == 0 and run.article >= 0:
        start, surface = run.article, f"The {surface}"
    possessive = candidate.last == len(run.words) - 1 and run.right[0] in ("'s", "’s")
    addressed = candidate.first == 0 and run.left[0] in _TELLS
    return Named(placed.block, start, end, surface, node, possessive, addressed)


def _titled(heard: Heard, candidate: Candidate) -> str:
    """A lone surname with the title before it ("Senator Marsh"); empty where there is none."""
    run = heard.names.runs[candidate.place].run
    if not candidate.single or not candidate.first or not is_title(run.words[candidate.first - 1]):
        return ""
    marked = title_words(run)
    first = candidate.first
    while first > 0 and marked[first - 1] and not run.gaps[first - 1]:
        first -= 1
    return " ".join(run.words[first : candidate.first + 1])
