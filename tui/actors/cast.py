"""The corpus step: names of all stories brought together into actors."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from tui.actors import across, lists, people, within
from tui.actors.across import Node
from tui.actors.candidates import KINDS, NONE, Candidate, candidates, fold_key
from tui.actors.recognise import Names
from tui.actors.rescan import known, rescan
from tui.actors.vote import vote
from tui.model import Actor, ActorEdit, Alias, Cast, Mention


def cast(names: Mapping[str, Names], dates: Mapping[str, dt.date | None], edits: Sequence[ActorEdit] = ()) -> Cast:
    """Who is in the news: the actors of all stories, and each story's mentions and quotations resolved to them.

    `names` and `dates` are by story id; `edits` are the reader's word and win over the machine.
    """
    found = {story: list(candidates(each)) for story, each in names.items()}
    tally = vote(found)
    for story, own in found.items():
        within.override(names[story], own)
    everywhere = known(found, names, tally)
    found = {story: rescan(names[story], own, everywhere) for story, own in found.items()}
    for story, own in found.items():
        within.override(names[story], own)
        found[story] = [candidate for candidate in own if candidate.kind != NONE]
    nodes = {story: _nodes(names[story], own) for story, own in found.items()}
    stories: Counter[Node] = Counter()
    for each in nodes.values():
        stories.update(set(each))
    merges = across.merge(stories, [pair for each in names.values() for pair in each.short_forms])
    return _collect(names, found, nodes, merges)


def _nodes(names: Names, own: list[Candidate]) -> list[Node]:
    return [(candidate.kind, key) for candidate, key in zip(own, within.fullest(names, own), strict=True)]


def actor_id(name: str) -> str:
    """Eight base32 characters of a digest of the folded name, whatever its kind."""
    digest = hashlib.sha256(fold_key(name).encode("utf-8")).digest()
    return base64.b32encode(digest)[:8].decode("ascii").lower()


def _collect(
    names: Mapping[str, Names],
    found: Mapping[str, list[Candidate]],
    nodes: Mapping[str, list[Node]],
    merges: across.Merges,
) -> Cast:
    written: dict[Node, Counter[str]] = {}
    where: dict[Node, dict[str, None]] = {}
    for story, own in found.items():
        for candidate, node in zip(own, nodes[story], strict=True):
            root = merges.find(node)
            written.setdefault(root, Counter())[_surface(names[story], candidate)] += 1
            where.setdefault(root, {})[story] = None
    names_of = {root: _canonical(root, forms) for root, forms in written.items()}
    ids = {root: actor_id(name) for root, name in names_of.items()}
    actors = []
    for root, forms in written.items():
        aliases = tuple(Alias(text, count) for text, count in forms.most_common())
        actors.append(
            Actor(ids[root], names_of[root], KINDS[root[0]], aliases, (), tuple(where[root]), sum(forms.values()))
        )
    mentions = {}
    for story, own in found.items():
        listed = []
        for candidate, node in zip(own, nodes[story], strict=True):
            placed = names[story].runs[candidate.place]
            root = merges.find(node)
            start, end = placed.run.starts[candidate.first], placed.run.ends[candidate.last]
            listed.append(
                Mention(placed.block, start, end, _surface(names[story], candidate), KINDS[root[0]], ids[root])
            )
        mentions[story] = tuple(sorted(listed, key=lambda mention: (mention.block, mention.start)))
    return Cast(tuple(actors), mentions, {})


def _surface(names: Names, candidate: Candidate) -> str:
    return within.written(names, candidate)


def _canonical(root: Node, forms: Counter[str]) -> str:
    """The fullest form that is well attested: at least a tenth of the full forms are written so."""
    kind, key = root
    if kind == within.PLACE:
        for name, usual in lists.state_names().items():
            if fold_key(usual) == key:
                return usual
    full = {text: count for text, count in forms.items() if " " in text} or dict(forms)
    least = 0.1 * sum(full.values())
    attested = [text for text, count in full.items() if count >= least] or list(full)
    return max(attested, key=lambda text: (len(people.parts(fold_key(text))), not text.isupper(), full[text], text))
