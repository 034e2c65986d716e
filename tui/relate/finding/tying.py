"""Copies and parts as the words and the reader have them, the dates that copies give, and the groups that fold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

import numpy as np

from tui.model import MatchKind, Verdict
from tui.relate.finding.candidates import candidates, stirred
from tui.relate.finding.copies import Overlap, folded
from tui.relate.finding.indexing import Indexed, Step
from tui.relate.finding.kept import Kept, Shared, copied_moment, said_moment
from tui.relate.finding.placing import from_copies
from tui.relate.finding.ragged import Numbers
from tui.relate.finding.tie import SAME_COPY, Tie

_EACH = 256  # pairs between two steps


def compare(kept: Kept, overlap: Overlap, made: Indexed, gone: Collection[int], step: Step) -> set[int]:
    """Find which stories are copies and parts by their words; those with other pairs than before."""
    new = np.array(sorted(made.new), dtype=np.int64)
    wanted: Numbers | None = None
    again = set(made.new)
    if not made.everything:
        again.update(stirred(kept, _in_order(kept), new, made.dead).tolist())
        wanted = np.array(sorted(again), dtype=np.int64)
    before = {story: kept.shared.pop(story, {}) for story in {*again, *gone}}
    for story, held in before.items():
        for other in held:
            if other not in before:
                kept.shared[other] = {one: tie for one, tie in kept.shared[other].items() if one != story}
    found: defaultdict[int, Shared] = defaultdict(dict)
    codes = candidates(kept, _in_order(kept), wanted)
    for done, code in enumerate(codes.tolist()):
        one, other = sorted((code >> 32, code & 0xFFFFFFFF), key=lambda number: kept.known[number].id)
        if (tie := overlap.tie(one, other)) is not None:
            found[one][other] = found[other][one] = tie
        if done % _EACH == 0:
            step(done / len(codes))
    changed: set[int] = set()
    for story in {*before, *found}:
        was, now = before.get(story, {}), found.get(story, {})
        if story in before:
            if now:
                kept.shared[story] = now
            others = {other for other in {*was, *now} if was.get(other) != now.get(other)}
            changed.update(others, {story} if others else ())
        else:
            kept.shared[story] = {**kept.shared.get(story, {}), **now}
    return changed


def _in_order(kept: Kept) -> Callable[[Numbers], Numbers]:
    def order(numbers: Numbers) -> Numbers:
        return np.array(sorted(numbers.tolist(), key=lambda one: said_moment(kept.known[one])), dtype=np.int64)

    return order


class Word:
    """What the reader says of pairs, by the numbers of stories. Of two verdicts on a pair the later one counts."""

    def __init__(self, kept: Kept, verdicts: Sequence[Verdict]) -> None:
        self._kept = kept
        self._said: defaultdict[str, dict[str, bool]] = defaultdict(dict)
        for verdict in verdicts:
            self._said[verdict.left][verdict.right] = verdict.same
            self._said[verdict.right][verdict.left] = verdict.same
        self._numbers: dict[str, Sequence[int]] = {}

    def of(self, story: int, same: bool) -> list[int]:
        """The other stories that he calls the same as this one; or different."""
        said = self._said.get(self._kept.known[story].key, {})
        return [n for key, word in said.items() if word is same for n in self.numbers(key) if n != story]

    def numbers(self, key: str) -> Sequence[int]:
        """The stories of a text."""
        if key not in self._numbers:
            self._numbers[key] = self._kept.of_key(key)
        return self._numbers[key]


class Copies:
    """The copies and parts of each story, with the reader's word."""

    def __init__(self, kept: Kept, overlap: Overlap, word: Word) -> None:
        self._kept = kept
        self._overlap = overlap
        self.word = word
        self._ties: dict[int, Shared] = {}

    def of(self, story: int) -> Shared:
        """The ties of one story, by the other."""
        if (known := self._ties.get(story)) is not None:
            return known
        held = self._kept.shared.get(story, {})
        apart = self.word.of(story, same=False)
        ties = {other: tie for other, tie in held.items() if other not in apart} if apart else dict(held)
        for other in self.word.of(story, same=True):
            ties[other] = self._joined(story, other, ties.get(other))
        self._ties[story] = ties
        return ties

    def same(self, story: int) -> list[int]:
        """The stories of the same copy as this one."""
        return [other for other, tie in self.of(story).items() if tie.kind in SAME_COPY]

    def _joined(self, story: int, other: int, tie: Tie | None) -> Tie:
        if (facing := self._ties.get(other)) is not None and story in facing:
            return facing[story]
        if tie is None:
            one, two = sorted((story, other), key=lambda number: self._kept.known[number].id)
            tie = self._overlap.measured(one, two, MatchKind.COPY)
        return replace(tie, kind=tie.kind if tie.kind in SAME_COPY else MatchKind.COPY, by_reader=True)


def place(kept: Kept, copies: Copies, stories: Iterable[int]) -> set[int]:
    """Give stories the dates of their copies; those whose date is another one now."""
    changed = set()
    for number in stories:
        story = kept.known[number]
        copied = from_copies(story.said, [kept.known[other].said for other in copies.same(number)])
        if copied != story.copied:
            story.copied = copied
            changed.add(number)
    return changed


def fold(kept: Kept, copies: Copies, stories: Iterable[int]) -> set[int]:
    """Fold these stories and all that hang together with them; the stories looked at."""
    reached: set[int] = set()
    for seed in stories:
        if seed in reached:
            continue
        part, waiting = {seed}, [seed]
        while waiting:
            for other in copies.same(waiting.pop()):
                if other not in part:
                    part.add(other)
                    waiting.append(other)
        reached |= part
        for number in part:
            kept.known[number].first = number
            kept.groups.pop(number, None)
        if len(part) > 1:
            _fold(kept, copies, sorted(part, key=lambda number: copied_moment(kept.known[number])))
    return reached


def _fold(kept: Kept, copies: Copies, part: Sequence[int]) -> None:
    alike = {number: copies.same(number) for number in part}
    bound = {number: copies.word.of(number, same=True) for number in part}
    apart = {number: copies.word.of(number, same=False) for number in part}
    for group in folded(part, alike, bound, apart):
        for number in group:
            kept.known[number].first = group[0]
            kept.groups[number] = group
