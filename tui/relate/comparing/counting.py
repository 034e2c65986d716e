"""Whether figures of two reports count one thing: those that agree, and those that differ, the surest first.

A figure that differs is told where both sentences speak of one thing, and left out where anything speaks against it:
other people in the sentence, another year, a part set against the whole, some more set against all.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from tui.model import FactKind
from tui.relate.comparing.claims import Claim
from tui.relate.comparing.counted import Manner, stem
from tui.relate.comparing.pairing import Cell, one_to_one, scored

_SAME_THING = 4.0
_DIFFER, _DIFFER_THOUGH_TOLD = 2.5, 3.0
_CONTEXT_COUNTS = 3.0
_SMALL_NUMBER = 20  # equal by chance up to here
_LARGE_NUMBER = 50
_NEAR, _FEW, _CLOSE = 0.8, 5, 0.95
_FAR, _FAR_WITHOUT_FATE = 6, 2  # times as much: another thing, or another span of time
_NOT_NEAR, _OTHERS, _OTHERS_DO = 1.5, 2.5, 3.0
_SOME, _CLEARLY, _MUCH = 0.25, 1.0, 2.0
_LEAD = 6  # blocks from the top, where a report has the main figures of its event
_WRITTEN_OUT = 1000  # a whole number from here on that ends in noughts may be a round one
_ROUNDED_UP, _ROUNDED_DOWN, _ABOUT = 1.25, 0.8, 0.1
_OPEN_BOUND = re.compile(r"at (?:least|most)|no (?:less|fewer|more)|up to|as (?:many|much|few)", re.IGNORECASE)
_NO_THINGS = frozenset(map(stem, ("times", "parts", "ways", "kinds", "sides")))
_ANYBODY = frozenset(map(stem, ("people", "persons", "men", "women", "others", "victims", "cases", "members")))

Told = tuple[Claim, Claim, bool]


class Counting:
    """The figures of two reports; `left` and `right` are all the claims of either."""

    def __init__(self, left: Sequence[Claim], right: Sequence[Claim]) -> None:
        self._names = {part for one in (*left, *right) if one.kind is FactKind.NAME for part in one.key}
        self._common = _sentences_with(left) + _sentences_with(right)

    def facts(self, a: Sequence[Claim], b: Sequence[Claim]) -> Iterator[Told]:
        """The pairs of figures that count one thing, each side once: those that agree, then those that differ.

        What both sides tell of one thing is in no dispute, unless one of them also tells it a little otherwise.
        """
        alike = scored(a, b, self._agreeing, _SAME_THING, _telling)
        yield from ((a[i], b[j], True) for i, j in one_to_one(alike))
        settled = {a[i].key for i, _ in alike}, {b[j].key for _, j in alike}
        unlike: dict[Cell, float] = {}
        for (i, j), value in scored(a, b, self._differing, _DIFFER, _telling).items():
            told = (a[i].key in settled[0]) + (b[j].key in settled[1])
            if not told or (told == 1 and value >= _DIFFER_THOUGH_TOLD and _is_near(a[i], b[j])):
                unlike[i, j] = value
        for i, j in sorted(_disputed(unlike, a, b), key=lambda cell: (-unlike[cell], cell)):
            yield a[i], b[j], False

    def _agreeing(self, p: Claim, q: Claim) -> float:
        """How surely two figures say the same of one thing: noun, fate, value are worth 2 each, a word around them 1.

        Small numbers are equal by chance: they need a noun, or a fate, in common.
        """
        if _of_other_kinds(p, q):
            return 0.0
        equal = p.value == q.value and _bounds_agree(p, q)
        if not (equal or _rounded(p, q)):
            return 0.0
        of, to = p.counted, q.counted
        around = min(_CONTEXT_COUNTS, len((of.context | of.nouns) & (to.context | to.nouns)))
        nouns = 2.0 if of.nouns & to.nouns else 0.0
        fate = 2.0 if of.fate == to.fate != -1 else 0.0
        if not nouns and not fate and (abs(p.value) <= _SMALL_NUMBER and not p.unit if equal else around < _MUCH):
            return 0.0
        return (2.0 if equal else 1.0) + nouns + around + fate + (0.5 if p.key == q.key else 0.0)

    def _differing(self, p: Claim, q: Claim) -> float:
        """How surely two figures give one thing differently; 0 where they need not."""
        of, to = p.counted, q.counted
        if _of_other_kinds(p, q) or of.manner is not to.manner or of.manner is Manner.RANGE or _compatible(p, q):
            return 0.0
        near, fate, around = _is_near(p, q), of.fate == to.fate != -1, self._around(p, q)
        close = near and _is_close(p, q)
        if not _comparable(p, q, fate=fate) or not _may_be_one_thing(p, q, near=near, fate=fate):
            return 0.0
        if around < self._least_around(p, q, near=near, close=close, fate=fate):
            return 0.0
        sure = (1.0 if near else 0.0 if fate else -_NOT_NEAR) + (1.0 if close else 0.0) + (2.0 if fate else 0.0)
        sure += _noun_worth(p, q) + around + (1.0 if max(p.block, q.block) < _LEAD else 0.0)
        return max(0.0, sure - self._against(p, q, fate=fate))

    def _least_around(self, p: Claim, q: Claim, *, near: bool, close: bool, fate: bool) -> float:
        """What the words around both must be worth, by how little else says that they count one thing."""
        if fate:
            return 0.0 if near else _SOME
        nouns = p.counted.nouns & q.counted.nouns
        if not nouns and (not close or not p.unit):
            return _CLEARLY if close else _MUCH
        told_at_once = close or max(p.block, q.block) < _LEAD
        return 0.0 if told_at_once and not nouns <= _ANYBODY else _SOME

    def _around(self, p: Claim, q: Claim) -> float:
        """What the words around both are worth: 1 for one that no other sentence with a figure has."""
        of, to = p.counted, q.counted
        shared = (of.context & to.context) - of.nouns - to.nouns
        return min(_CONTEXT_COUNTS, sum(2.0 / max(2, self._common[word]) for word in shared))

    def _against(self, p: Claim, q: Claim, *, fate: bool) -> float:
        """What speaks for two things: other people in the sentence, another one before the figure."""
        of, to = p.counted, q.counted
        named = of.named & self._names, to.named & self._names
        others = bool(named[0] and named[1]) and (
            not named[0] & named[1] or (of.actor in named[0] - named[1] and to.actor in named[1] - named[0])
        )
        return (_OTHERS if fate else _OTHERS_DO) if others else 0.0


def _is_near(p: Claim, q: Claim) -> bool:
    """Whether two values are so near that they may be of one thing."""
    x, y = abs(p.value), abs(q.value)
    return min(x, y) >= _NEAR * max(x, y) and max(x, y) > _FEW


def _is_close(p: Claim, q: Claim) -> bool:
    x, y = abs(p.value), abs(q.value)
    return min(x, y) >= _CLOSE * max(x, y) and max(x, y) > _SMALL_NUMBER


def _telling(claim: Claim) -> frozenset[str]:
    return claim.counted.context | claim.counted.nouns


def _sentences_with(told: Sequence[Claim]) -> Counter[str]:
    """In how many sentences with a figure each word stands."""
    words: dict[tuple[int, int], set[str]] = {}
    for claim in told:
        if claim.kind is FactKind.FIGURE:
            words.setdefault((claim.block, claim.counted.sentence), set()).update(_telling(claim))
    return Counter(chain.from_iterable(words.values()))


def _of_other_kinds(p: Claim, q: Claim) -> bool:
    of, to = p.counted, q.counted
    return (
        p.unit != q.unit
        or bool({of.noun, to.noun} & _NO_THINGS)
        or (of.fate != to.fate and -1 not in (of.fate, to.fate))
    )


def _noun_worth(p: Claim, q: Claim) -> float:
    """What they count: the same thing by name is worth 2, anybody 1, a word in common 1."""
    of, to = p.counted, q.counted
    if of.noun and of.noun == to.noun:
        return 1.0 if of.noun in _ANYBODY else 2.0
    return 1.0 if of.nouns & to.nouns else 0.0


def _may_be_one_thing(p: Claim, q: Claim, *, near: bool, fate: bool) -> bool:
    """Whether nothing says at once that they are two: other years, other nouns, a fate of one alone."""
    of, to = p.counted, q.counted
    if of.years != to.years:
        return False
    if of.nouns & to.nouns:
        return near or (of.fate < 0) == (to.fate < 0)
    if not near or not (fate or p.unit or abs(p.value) >= _LARGE_NUMBER):
        return False
    return fate or bool(p.unit) or _is_close(p, q) or not (of.nouns and to.nouns)


def _comparable(p: Claim, q: Claim, *, fate: bool) -> bool:
    x, y = abs(p.value), abs(q.value)
    return max(x, y) <= (_FAR if fate else _FAR_WITHOUT_FATE) * min(x, y)


def _bounds_agree(p: Claim, q: Claim) -> bool:
    """Whether "about", "at least" and the like are the manner of telling one value, and not two values.

    "More than 60" is not 60, where people were counted; "more than £500 million" is the manner of telling a round sum.
    """
    bounds = {claim.key[2] for claim in (p, q) if not _OPEN_BOUND.match(claim.text)}
    if p.unit or abs(p.value) >= _WRITTEN_OUT:
        bounds.discard("")
    return len(bounds) < 2 or "about" in bounds


def _compatible(p: Claim, q: Claim) -> bool:
    """Whether one figure may be what the other says, as it stands or in rounder words."""
    return _bounds_agree(p, q) if p.value == q.value else _rounded(p, q)


def _rounded(p: Claim, q: Claim) -> bool:
    """Whether one figure is the other in rounder words: "more than 700" of 715, "$13 billion" of "$13.2 billion"."""
    if p.value == q.value:
        return False
    bounds = p.key[2], q.key[2]
    if any(bounds) and not all(bounds):
        round_one, exact = (p.value, q.value) if bounds[0] else (q.value, p.value)
        bound = bounds[0] or bounds[1]
        ratio = exact / round_one if round_one else 0.0
        if bound == "more":
            return 1 < ratio <= _ROUNDED_UP
        return _ROUNDED_DOWN <= ratio < 1 if bound == "less" else abs(ratio - 1) <= _ABOUT
    steps = _step(p.value), _step(q.value)
    return steps[0] != steps[1] and abs(p.value - q.value) <= max(steps) / 2


def _step(value: float) -> float:
    """The least difference that a figure as written can tell: 0.1 for 13.2, a thousand million for 13 billion."""
    if not value.is_integer():
        return 10.0 ** -len(repr(value).partition(".")[2])
    whole = str(abs(int(value)))
    return 10.0 ** (len(whole) - len(whole.rstrip("0"))) if abs(value) >= _WRITTEN_OUT else 1.0


def _disputed(scores: Mapping[Cell, float], a: Sequence[Claim], b: Sequence[Claim]) -> list[Cell]:
    """The figures that differ, one to one; where one side gives several values close together, with all of these."""
    pairs = one_to_one(scores)
    taken = {i for i, _ in pairs}, {j for _, j in pairs}
    more = [
        (i, j)
        for i, j in scores
        for x, y in pairs
        if (i == x and j not in taken[1] and _beside(b[j], b[y]))
        or (j == y and i not in taken[0] and _beside(a[i], a[x]))
    ]
    return sorted({*pairs, *more})


def _beside(p: Claim, q: Claim) -> bool:
    return p.value != q.value and math.isclose(p.value, q.value, rel_tol=1 - _CLOSE)
