"""What is told of stories in the end: copies and parts, the reports of one event, and what is only related."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from tui.model import MatchKind
from tui.relate.finding.copies import Overlap
from tui.relate.finding.kept import Kept, Ties, placed_moment
from tui.relate.finding.likeness import WINDOW
from tui.relate.finding.nearness import NO_EDGES
from tui.relate.finding.placing import gap
from tui.relate.finding.tie import Tie
from tui.relate.finding.tying import Copies

# Of an event that never ends, each story is paired with so many others, the most alike; and with so many related ones.
_MOST_PAIRED, _MOST_RELATED = 64, 5
# What is as much alike as this, and not of one event, is a neighbouring event.
_LEAST_RELATED = 0.24


class Telling:
    """The ties of stories, made anew; what has been measured of pairs of which neither is `new` is taken over."""

    def __init__(self, kept: Kept, copies: Copies, overlap: Overlap, new: Collection[int]) -> None:
        self._kept = kept
        self._copies = copies
        self._overlap = overlap
        self._new = new
        self._pairs_of_words: dict[tuple[int, int], Tie] = {}
        self._nearest: dict[int, tuple[dict[int, float], dict[int, float]]] = {}

    def tell(self, stories: Iterable[int]) -> dict[int, Ties]:
        """All ties of these stories."""
        return {story: self._of(story) for story in stories}

    def _of(self, story: int) -> Ties:
        ties = {(other, True): self._finished(tie) for other, tie in self._copies.of(story).items()}
        reports, related = self._near(story)
        for other in self._kept.events.get(story, ()):
            if self._pairs(story, other, reports):
                ties[other, False] = self._event(story, other)
        for other, likeness in related.items():
            if story in self._near(other)[1]:
                ties[other, False] = self._finished(Tie(story, other, MatchKind.RELATED, likeness=likeness))
        return ties

    def _pairs(self, story: int, other: int, reports: dict[int, float]) -> bool:
        return other in reports or (other != story and story in self._near(other)[0])

    def _near(self, story: int) -> tuple[dict[int, float], dict[int, float]]:
        """The stories of its event that are most like a leading one, and the related ones, with their likeness."""
        if (known := self._nearest.get(story)) is not None:
            return known
        kept = self._kept
        others, likeness = kept.edges.get(story, NO_EDGES)
        event = kept.events.get(story, ())
        told = likeness >= _LEAST_RELATED
        related = dict(zip(others[told].tolist(), likeness[told].tolist(), strict=True))
        reports = {}
        for other in event:
            related.pop(other, None)
            at = int(others.searchsorted(other))
            if at < len(others) and others[at] == other:
                reports[other] = float(likeness[at])
        when = kept.known[story].placed
        near = {other: alike for other, alike in related.items() if gap(when, kept.known[other].placed) <= WINDOW}
        found = self._nearest[story] = self._first(reports, _MOST_PAIRED), self._first(near, _MOST_RELATED)
        return found

    def _first(self, alike: dict[int, float], most: int) -> dict[int, float]:
        if len(alike) <= most:
            return alike
        known = self._kept.known
        return dict(sorted(alike.items(), key=lambda pair: (-pair[1], known[pair[0]].id))[:most])

    def _event(self, story: int, other: int) -> Tie:
        """The tie of two reports; the numbers of their words stay what they were where both texts did."""
        others, likeness = self._kept.edges[story]
        alike = float(likeness[others.searchsorted(other)])
        held = self._kept.ties.get(story, {}).get((other, False))
        if held is None or held.kind is not MatchKind.EVENT or story in self._new or other in self._new:
            held = self._measured(story, other)
        return self._finished(replace(held, likeness=alike))

    def _measured(self, story: int, other: int) -> Tie:
        pair = min(story, other), max(story, other)
        if pair not in self._pairs_of_words:
            one, two = sorted(pair, key=lambda number: self._kept.known[number].id)
            self._pairs_of_words[pair] = self._overlap.measured(one, two, MatchKind.EVENT)
        return self._pairs_of_words[pair]

    def _finished(self, tie: Tie) -> Tie:
        """A tie with its days apart by the placed dates, the earlier story left unless the left one is the whole."""
        left, right = self._kept.known[tie.left], self._kept.known[tie.right]
        one, other = left.placed.day, right.placed.day
        apart = abs((one - other).days) if one and other else None
        if tie.kind is MatchKind.PART or placed_moment(left) <= placed_moment(right):
            return replace(tie, days_apart=apart)
        return replace(
            tie,
            left=tie.right,
            right=tie.left,
            shared_left=tie.shared_right,
            shared_right=tie.shared_left,
            days_apart=apart,
        )
