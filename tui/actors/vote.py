"""The vote on what a name is: its mentions in the story first, those of all other stories behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.actors import lists, wordcase
from tui.actors.candidates import KINDS, NONE, Candidate
from tui.actors.evidence import peoples
from tui.model import ActorKind

# Other stories together weigh as much as this many mentions of the story's own.
_OTHERS = 3.0
PLACE = KINDS.index(ActorKind.PLACE)
# A lone word that is mostly set small needs this much more to be a name, in natural log odds.
_ORDINARY = (4.0, 2.5, 1.0, 0.3, 0.0)
_NO_ACTOR = 12.0


# What a name gains as a place where what is made of it names its people, in natural log odds.
_PEOPLE = 6.0


class Tally:
    """The summed log probabilities of every key, over all stories and in each."""

    def __init__(self) -> None:
        self.whole: dict[str, list[float]] = {}
        self.stories: dict[str, int] = {}
        self.peopled: frozenset[str] = frozenset()

    def add(self, candidates: Iterable[Candidate]) -> dict[str, list[float]]:
        """Count a story's candidates; gives the sums of this story, each with the number of mentions last."""
        own: dict[str, list[float]] = {}
        for candidate in candidates:
            _add(own.setdefault(candidate.key, [0.0] * 5), candidate)
        for key, sums in own.items():
            whole = self.whole.setdefault(key, [0.0] * 5)
            for place in range(5):
                whole[place] += sums[place]
            self.stories[key] = self.stories.get(key, 0) + 1
        return own

    def derive(self) -> None:
        """Let words for peoples speak for the places that they are made of (Varkani for Varkana)."""
        adjectives = {key for key, sums in self.whole.items() if " " not in key and _mostly_none(sums)}
        self.peopled = frozenset(
            key
            for key in self.whole
            if " " not in key and len(key) > 3 and any(people in adjectives for people in peoples(key))
        )

    def decide(self, key: str, own: list[float]) -> int:
        """The kind of a key in a story whose sums are `own`."""
        whole = self.whole[key]
        others = whole[4] - own[4]
        share = min(1.0, _OTHERS / others) if others else 0.0
        scores = [own[place] + share * (whole[place] - own[place]) for place in range(4)]
        if key in self.peopled:
            scores[PLACE] += _PEOPLE
        if " " not in key and "-" not in key:
            scores[NONE] += _NO_ACTOR if key in lists.words("no actors") else _ORDINARY[wordcase.level(key)]
        return max(range(4), key=scores.__getitem__)

    def settled(self, key: str) -> int:
        """The kind of a key over all stories."""
        return self.decide(key, self.whole[key])


def _mostly_none(sums: list[float]) -> bool:
    return sums[NONE] >= max(sums[:NONE])


def _add(sums: list[float], candidate: Candidate) -> None:
    for place in range(4):
        sums[place] += candidate.logs[place]
    sums[4] += 1


def vote(stories: Mapping[str, list[Candidate]]) -> Tally:
    """Decide the kind of every candidate of all stories, in place."""
    tally = Tally()
    own = {story: tally.add(found) for story, found in stories.items()}
    tally.derive()
    for story, found in stories.items():
        kinds = {key: tally.decide(key, sums) for key, sums in own[story].items()}
        for candidate in found:
            candidate.kind = kinds[candidate.key]
    return tally
