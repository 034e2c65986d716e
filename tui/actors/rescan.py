"""The second look: what one story names is looked for in all others, and in what is set as a title."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.actors import acronyms, lists, wordcase
from tui.actors.candidates import KINDS, NONE, Candidate, empty, fold_key, key_of
from tui.actors.features import categories
from tui.actors.recognise import Names, Placed
from tui.actors.runs import Run
from tui.actors.vote import Tally
from tui.model import ActorKind

_PERSON = KINDS.index(ActorKind.PERSON)
_ORGANISATION = KINDS.index(ActorKind.ORGANISATION)
_PLACE = KINDS.index(ActorKind.PLACE)
_LONGEST = 8


@dataclass(slots=True)
class Known:
    """Names found in running text: key to kind and to how many mentions were accepted; keys that short forms give."""

    kinds: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    spelt_out: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()

    def sure(self, key: str) -> bool:
        """Whether a lone word is so surely a name that it is one wherever it stands."""
        count = self.counts.get(key, 0)
        return count >= 2 and count >= 0.8 * self.seen.get(key, 0) and wordcase.level(key) >= 3


def known(stories: Mapping[str, list[Candidate]], names: Mapping[str, Names], tally: Tally) -> Known:
    """What the stories' own reading has found."""
    found = Known()
    for candidates in stories.values():
        for candidate in candidates:
            key = candidate.key
            found.seen[key] = found.seen.get(key, 0) + 1
            if candidate.kind != NONE:
                found.counts[key] = found.counts.get(key, 0) + 1
    found.kinds = {key: kind for key in found.counts if (kind := tally.settled(key)) != NONE}
    found.spelt_out = frozenset(fold_key(long) for each in names.values() for _, long in each.short_forms)
    found.short = frozenset(fold_key(short) for each in names.values() for short, _ in each.short_forms)
    return found


def rescan(names: Names, own: list[Candidate], known: Known) -> list[Candidate]:
    """A story's candidates after the second look, in the order of the text."""
    local = _local(names, own)
    by_place: dict[int, list[Candidate]] = {}
    for candidate in own:
        by_place.setdefault(candidate.place, []).append(candidate)
    after: list[Candidate] = []
    for candidate in own:
        if candidate.kind == NONE and candidate.key in known.short:
            candidate.kind = known.kinds.get(candidate.key, _ORGANISATION)
    for place, placed in enumerate(names.runs):
        if placed.weak:
            after += _in_title(place, placed, local, known)
        else:
            after += _again(place, placed, by_place.get(place, []), known)
    return after


def _local(names: Names, own: list[Candidate]) -> dict[str, int]:
    """What this story's running text names, with the first and last words of its people."""
    local: dict[str, int] = {}
    for candidate in own:
        if candidate.kind == NONE:
            continue
        local[candidate.key] = candidate.kind
        if candidate.kind == _PERSON and not candidate.single:
            words = names.runs[candidate.place].run.words
            local.setdefault(fold_key(words[candidate.last]), _PERSON)
    return local


def _in_title(place: int, placed: Placed, local: dict[str, int], known: Known) -> list[Candidate]:
    """Names known from running text that stand in a title; the longest first, from the left."""
    run = placed.run
    size = len(run.words)
    found = []
    first = 0
    while first < size:
        for last in range(min(size, first + _LONGEST) - 1, first - 1, -1):
            key = key_of(run, first, last)
            kind = local.get(key, NONE)
            if kind == NONE and (last > first or known.sure(key)):
                kind = known.kinds.get(key, NONE)
            if kind != NONE and (last > first or wordcase.level(key) >= 2 or acronyms.is_acronym(run.words[first])):
                found.append(Candidate(place, first, last, key, empty(), kind, found=True))
                first = last
                break
        first += 1
    return found


def _again(place: int, placed: Placed, own: list[Candidate], known: Known) -> list[Candidate]:
    """A run cut anew where well-known names stand across its cuts, or within a span that nothing else confirms."""
    run = placed.run
    if len(run.words) < 2:
        return own
    after: list[Candidate] = []
    number = 0
    while number < len(own):
        joined = _joined(placed, own, number, known)
        if joined:
            first, last = own[number].first, own[joined].last
            key = key_of(run, first, last)
            after.append(Candidate(place, first, last, key, empty(), known.kinds[key], found=True))
            number = joined + 1
            continue
        after += _parted(placed, own[number], known)
        number += 1
    return after


def _joined(placed: Placed, own: list[Candidate], number: int, known: Known) -> int:
    """The last of the spans from `number` on that make up one well-known name, or 0."""
    for last in range(min(len(own) - 1, number + _LONGEST), number, -1):
        key = key_of(placed.run, own[number].first, own[last].last)
        if key in known.kinds and (key in known.spelt_out or known.counts[key] >= 3):
            return last
    return 0


def _parted(placed: Placed, candidate: Candidate, known: Known) -> list[Candidate]:
    """The names that a long span is made of, where each stands elsewhere more often than the whole."""
    if candidate.single or candidate.last - candidate.first > 2 * _LONGEST or candidate.key in known.spelt_out:
        return [candidate]
    run, first, last = placed.run, candidate.first, candidate.last
    count = known.counts.get(candidate.key, 0)
    for cut in range(first, last):
        if run.gaps[cut] not in ("", "-", "and", "for", "of"):
            continue
        left, right = key_of(run, first, cut), key_of(run, cut + 1, last)
        left_kind, right_kind = known.kinds.get(left, NONE), known.kinds.get(right, NONE)
        left_title = all(_titled(word) for word in run.words[first : cut + 1]) and run.gaps[cut] == ""
        enough = known.counts.get(right, 0) >= count
        people = right_kind == _PERSON and (cut + 1 < last or left_title)
        posted = first == 0 and known.seen.get(left, 0) > count and _posted(run)
        apart = posted or (left_kind not in (NONE, _PERSON) and known.counts[left] >= count)
        if people and enough and (left_title or apart):
            parts = [Candidate(candidate.place, cut + 1, last, right, candidate.logs, right_kind, found=True)]
            if not left_title:
                kind = left_kind if left_kind not in (NONE, _PERSON) else _PLACE
                parts.insert(0, Candidate(candidate.place, first, cut, left, candidate.logs, kind, found=True))
            return parts
        alike = left_kind == right_kind != NONE and run.gaps[cut] in ("-", "and")
        if alike and min(known.counts[left], known.counts[right]) > count:
            return [
                Candidate(candidate.place, first, cut, left, candidate.logs, left_kind, found=True),
                Candidate(candidate.place, cut + 1, last, right, candidate.logs, right_kind, found=True),
            ]
    return [candidate]


def _posted(run: Run) -> bool:
    """Whether "envoy for" or its like stands before a run: what comes first is where he is sent, not his name."""
    return run.left[0] in ("for", "to", "of") and run.left[1] in lists.words("titles") | lists.words("people")


def _titled(word: str) -> bool:
    cats = categories(word)
    return "T" in cats or "H" in cats or "M" in cats
