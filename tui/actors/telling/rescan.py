"""The second look: what one story names is looked for in all others, and in what is set as a title."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from tui.actors import acronyms, lists, wordcase
from tui.actors.finding.candidates import KINDS, NONE, Candidate, empty, fold_key, key_of
from tui.actors.finding.features import categories
from tui.actors.finding.runs import Run
from tui.actors.recognise import Names, Placed
from tui.actors.telling.ledger import Standing, Weight
from tui.model import ActorKind

_PERSON = KINDS.index(ActorKind.PERSON)
_ORGANISATION = KINDS.index(ActorKind.ORGANISATION)
_PLACE = KINDS.index(ActorKind.PLACE)
_LONGEST = 8


class Known(Protocol):
    """What all stories say of a key."""

    def standing(self, key: str) -> Standing:
        """What it is, if it is known."""

    def weight(self, key: str) -> Weight:
        """How often it was taken for a name, and seen, by size."""


def rescan(names: Names, own: list[Candidate], known: Known) -> list[Candidate]:
    """A story's candidates after the second look, in the order of the text."""
    local = _local(names, own)
    by_place: dict[int, list[Candidate]] = {}
    for candidate in own:
        by_place.setdefault(candidate.place, []).append(candidate)
    after: list[Candidate] = []
    for candidate in own:
        if candidate.kind == NONE and (standing := known.standing(candidate.key)).short:
            candidate.kind = standing.kind if standing.kind != NONE else _ORGANISATION
    for place, placed in enumerate(names.runs):
        if placed.weak:
            after += _in_title(place, placed, local, known)
        else:
            after += _again(place, placed, by_place.get(place, []), known)
    return after


def windows(names: Names) -> Iterator[str]:
    """The keys that the second look may ask about in a story."""
    for placed in names.runs:
        size = len(placed.run.words)
        if size > 1 or placed.weak:
            for first in range(size):
                for last in range(first, min(size, first + 2 * _LONGEST)):
                    yield key_of(placed.run, first, last)


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
            if kind == NONE:
                standing = known.standing(key)
                kind = standing.kind if last > first or standing.sure else NONE
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
            after.append(Candidate(place, first, last, key, empty(), known.standing(key).kind, found=True))
            number = joined + 1
            continue
        after += _parted(placed, own[number], known)
        number += 1
    return after


def _joined(placed: Placed, own: list[Candidate], number: int, known: Known) -> int:
    """The last of the spans from `number` on that make up one well-known name, or 0."""
    for last in range(min(len(own) - 1, number + _LONGEST), number, -1):
        key = key_of(placed.run, own[number].first, own[last].last)
        standing = known.standing(key)
        if standing.kind != NONE and (standing.spelt or known.weight(key).accepted >= 3):
            return last
    return 0


def _parted(placed: Placed, candidate: Candidate, known: Known) -> list[Candidate]:
    """The names that a long span is made of, where each stands elsewhere more often than the whole."""
    if candidate.single or candidate.last - candidate.first > 2 * _LONGEST:
        return [candidate]
    if known.standing(candidate.key).spelt:
        return [candidate]
    run, first, last = placed.run, candidate.first, candidate.last
    for cut in range(first, last):
        if run.gaps[cut] not in ("", "-", "and", "for", "of"):
            continue
        left, right = key_of(run, first, cut), key_of(run, cut + 1, last)
        after = known.standing(right)
        if after.kind == NONE:
            continue
        before = known.standing(left)
        left_title = run.gaps[cut] == "" and all(_titled(word) for word in run.words[first : cut + 1])
        if after.kind == _PERSON and (cut + 1 < last or left_title):
            count = known.weight(candidate.key).accepted
            named = before.kind not in (NONE, _PERSON) and known.weight(left).accepted >= count
            posted = first == 0 and _posted(run) and known.weight(left).seen > count
            if (left_title or named or posted) and known.weight(right).accepted >= count:
                parts = [Candidate(candidate.place, cut + 1, last, right, candidate.logs, after.kind, found=True)]
                if not left_title:
                    kind = before.kind if before.kind not in (NONE, _PERSON) else _PLACE
                    parts.insert(0, Candidate(candidate.place, first, cut, left, candidate.logs, kind, found=True))
                return parts
        alike = before.kind == after.kind and run.gaps[cut] in ("-", "and")
        if alike and min(known.weight(left), known.weight(right)).accepted > known.weight(candidate.key).accepted:
            return [
                Candidate(candidate.place, first, cut, left, candidate.logs, before.kind, found=True),
                Candidate(candidate.place, cut + 1, last, right, candidate.logs, after.kind, found=True),
            ]
    return [candidate]


def _posted(run: Run) -> bool:
    """Whether "envoy for" or its like stands before a run: what comes first is where he is sent, not his name."""
    return run.left[0] in ("for", "to", "of") and run.left[1] in lists.words("titles") | lists.words("people")


def _titled(word: str) -> bool:
    cats = categories(word)
    return "T" in cats or "H" in cats or "M" in cats
