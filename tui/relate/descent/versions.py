"""Versions: one story of one outlet as it stood at several times, told by its address or by its headline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from itertools import pairwise

from tui.model import Chain, SameStory, Story, Version
from tui.relate.descent.address import plain_address
from tui.relate.descent.changes import changes
from tui.relate.descent.telling import Before, Telling, before, in_order
from tui.text.words import words

# What two must share, of the shorter: an address may be used again, and a column has its headline every week.
_LEAST_SHARED = {SameStory.ADDRESS: 0.2, SameStory.HEADLINE: 0.5}
_FEWEST_HEADLINE_WORDS = 3


def versions(stories: Sequence[Story], *, changed: bool = True) -> list[Chain]:
    """The chains of versions among some stories; what `changed` is told against the version before.

    Stories are of one chain where they share an address, or outlet and headline, and enough of their text with
    another of the chain.
    """
    tellings = [Telling(story) for story in stories]
    found = []
    for members, basis in _linked(tellings):
        chain: list[Version] = []
        for old, new in pairwise([None, *in_order(members)]):
            assert new is not None
            if old is None:
                chain.append(Version(new.id))
                continue
            known = before(old, new, one_outlet=True)
            chain.append(Version(new.id, changes(old.story, new.story) if changed else None, _after(known)))
        found.append(Chain(tuple(chain), basis))
    return found


def version_keys(url: str, outlet: str, headline: str, derived: bool) -> list[tuple[SameStory, Hashable]]:
    """What a story shares with its versions: its address, and its outlet with a headline that is not `derived`."""
    keys: list[tuple[SameStory, Hashable]] = []
    if address := plain_address(url):
        keys.append((SameStory.ADDRESS, address))
    said = tuple(words(headline))
    if outlet and not derived and len(said) >= _FEWEST_HEADLINE_WORDS:
        keys.append((SameStory.HEADLINE, (tuple(words(outlet)), said)))
    return keys


def _linked(tellings: Sequence[Telling]) -> list[tuple[list[Telling], SameStory]]:
    """Tellings that share a key and enough of their text, in the order of their first."""
    owner = list(range(len(tellings)))

    def root(at: int) -> int:
        while owner[at] != at:
            owner[at] = owner[owner[at]]
            at = owner[at]
        return at

    by_key: dict[tuple[SameStory, Hashable], list[int]] = defaultdict(list)
    for number, story in enumerate(telling.story for telling in tellings):
        for key in version_keys(story.url, story.outlet, story.headline, story.headline_derived):
            by_key[key].append(number)
    by_address: set[int] = set()
    for (basis, _), members in by_key.items():
        for nth, one in enumerate(members):
            for other in members[nth + 1 :]:
                if _shared(tellings[one], tellings[other]) >= _LEAST_SHARED[basis]:
                    owner[root(other)] = root(one)
                    if basis is SameStory.ADDRESS:
                        by_address |= {one, other}
    chains: dict[int, list[int]] = defaultdict(list)
    for number in range(len(tellings)):
        chains[root(number)].append(number)
    return [
        ([tellings[at] for at in chain], SameStory.ADDRESS if by_address.issuperset(chain) else SameStory.HEADLINE)
        for chain in chains.values()
        if len(chain) > 1
    ]


def _shared(one: Telling, other: Telling) -> float:
    return max(one.shared_with(other), other.shared_with(one))


def _after(known: Before | None) -> str:
    return known.evidence if known is not None else ""
