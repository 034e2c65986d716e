"""What all stories together say of each key, and the vote on what a name is.

Every figure is a sum over stories, so that a story is taken in or out by difference. What a story may ask of the
figures is coarse (a mean in steps, a count by its size), so that a pile's growth seldom changes an answer; and every
answer follows from the figures alone, so that it does not matter in what order the stories came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from tui.actors import lists, wordcase
from tui.actors.finding.candidates import KINDS, NONE, UNIT
from tui.actors.finding.evidence import peoples
from tui.actors.finding.features import gazetteer
from tui.actors.telling.heard import Sums
from tui.model import ActorKind

Row = list[int]
# A row: what speaks against each class, and the mentions, over all stories; stories in which it is the surname of a
# person named in full; mentions that the stories' own reading took for names; stories that give it as a short form,
# and as what one stands for.
MENTIONS, BEARERS, ACCEPTED, SHORT, SPELT = 4, 5, 6, 7, 8
NOTHING: Row = [0] * 9

PERSON = KINDS.index(ActorKind.PERSON)
PLACE = KINDS.index(ActorKind.PLACE)
# All stories together weigh as much as the story's own mentions and this many more.
_OTHERS = 3
# The mean that the stories give is taken in steps of a quarter, in natural logarithms.
_STEP = UNIT // 4
# From so many mentions on it is the mean, a story's own included; of fewer, the others are counted exactly.
_MANY = 64
# A lone word that is mostly set small needs this much more to be a name.
_ORDINARY = tuple(round(UNIT * odds) for odds in (4.0, 2.5, 1.0, 0.3, 0.0))
_NO_ACTOR = 12 * UNIT
# What a name gains as a place where what is made of it names its people.
_PEOPLE = 6 * UNIT
# A surname that this many stories name a person by, and one for so many mentions, is his wherever it stands alone.
_BEARERS = 3
_WIDELY = 16
_NEVER_SMALL = 4
_ENDINGS = ("i", "n", "an", "ian", "ese", "ish", "er")


class Standing(NamedTuple):
    """What the second look asks of a key: its kind (NONE: not known), whether it is surely a name wherever it stands,
    whether a story gives it as a short form, or spells it out."""

    kind: int
    sure: bool
    short: bool
    spelt: bool


class Weight(NamedTuple):
    """How often a key was taken for a name, and how often it was seen, by size."""

    accepted: int
    seen: int


UNKNOWN = Standing(NONE, False, False, False)
UNSEEN = Weight(0, 0)


def size(count: int) -> int:
    """A count by its size: 0, 1, 2, 3, then one more for every doubling."""
    return count if count < 4 else 2 + count.bit_length()


@lru_cache(maxsize=1 << 16)
def _against_names(key: str) -> int:
    """What speaks against a key being a name at all: that it is an ordinary word, or one for no actor."""
    if " " in key or "-" in key:
        return 0
    return _NO_ACTOR if key in lists.words("no actors") else _ORDINARY[wordcase.level(key)]


class Ledger:
    """The rows by key, and the answers that they give. `was` holds each row as it stood before the first change."""

    def __init__(self, *, follow: bool = True) -> None:
        """`follow`: whether what rows were before is kept; where there was nothing before, nobody asks for it."""
        self._follow = follow
        self.rows: dict[str, Row] = {}
        self.was: dict[str, Row | None] = {}
        self._priors: dict[str, tuple[int, int, int, int]] = {}
        self._peopled: dict[str, bool] = {}

    def change(self, key: str) -> Row:
        """The row of a key, to be changed."""
        row = self.rows.get(key)
        if self._follow and key not in self.was:
            self.was[key] = None if row is None else list(row)
        if row is None:
            row = self.rows[key] = list(NOTHING)
        return row

    def count(self, sums: dict[str, Sums], sign: int) -> None:
        """Take a story's sums in (1), or out again (-1)."""
        for key, own in sums.items():
            row = self.change(key)
            for place in range(5):
                row[place] += sign * own[place]

    def settle(self) -> None:
        """The sums are whole: answers may be asked for. Called again after each change of them."""
        self._priors.clear()
        self._peopled.clear()

    # ----------------------------------------------------------------------------------------------------- the vote

    def decide(self, key: str, own: Sums) -> int:
        """The kind of a key in a story whose sums are `own`."""
        row = self.rows[key]
        if row[MENTIONS] < _MANY:
            return _decide(key, own, row, None, self.peopled(key))
        prior = self._priors.get(key)
        if prior is None:
            prior = self._priors[key] = _prior(row)
        return _decide(key, own, row, prior, self.peopled(key))

    def decided_before(self, key: str, own: Sums) -> int:
        """What `decide` answered before the change."""
        row = self._before(key) or NOTHING
        prior = None if row[MENTIONS] < _MANY else _prior(row)
        return _decide(key, own, row, prior, _peopled(key, self._before))

    def voted_anew(self, key: str) -> bool:
        """Whether what a story hears of a key may have changed."""
        row, was = self.rows.get(key, NOTHING), self._before(key) or NOTHING
        if self.peopled(key) != _peopled(key, self._before):
            return True
        if min(row[MENTIONS], was[MENTIONS]) < _MANY:
            return row[: MENTIONS + 1] != was[: MENTIONS + 1]
        return _prior(row) != _prior(was)

    def settled(self, key: str) -> int:
        """The kind of a key over all stories."""
        return _settled(key, self.rows.get(key, NOTHING), self.peopled(key))

    def peopled(self, key: str) -> bool:
        """Whether what is made of a place's name names its people (Varkani for Varkana)."""
        found = self._peopled.get(key)
        if found is None:
            found = self._peopled[key] = _peopled(key, self.rows.get)
        return found

    def _before(self, key: str) -> Row | None:
        return self.was[key] if key in self.was else self.rows.get(key)

    # -------------------------------------------------------------------------------------------------- persons' names

    def bearer(self, key: str) -> tuple[bool, bool]:
        """Whether a key is the surname of a person somewhere, and whether it is mostly a person."""
        return _bearer(key, self.rows.get(key, NOTHING), self.peopled(key))

    def bearer_before(self, key: str) -> tuple[bool, bool]:
        """What `bearer` answered before the change."""
        return _bearer(key, self._before(key) or NOTHING, _peopled(key, self._before))

    # ------------------------------------------------------------------------------------------------ the second look

    def standing(self, key: str) -> Standing:
        """What the second look may ask of a key."""
        row = self.rows.get(key)
        return UNKNOWN if row is None else _standing(key, row, self.peopled(key))

    def standing_before(self, key: str) -> Standing:
        """What `standing` answered before the change."""
        row = self._before(key)
        return UNKNOWN if row is None else _standing(key, row, _peopled(key, self._before))

    def weight(self, key: str) -> Weight:
        """How often a key was taken for a name, and seen, by size."""
        return _weight(self.rows.get(key))

    def weight_before(self, key: str) -> Weight:
        """What `weight` answered before the change."""
        return _weight(self._before(key))


def _weight(row: Row | None) -> Weight:
    return UNSEEN if row is None else Weight(size(row[ACCEPTED]), size(row[MENTIONS]))


def _prior(row: Row) -> tuple[int, int, int, int]:
    """How far the mean of each class lies behind that of the best, in steps."""
    count = row[MENTIONS]
    if not count:
        return 0, 0, 0, 0
    a, b, c, d = row[:MENTIONS]
    best, unit = min(a, b, c, d), count * _STEP
    half = unit // 2
    return (a - best + half) // unit, (b - best + half) // unit, (c - best + half) // unit, (d - best + half) // unit


def _decide(key: str, own: Sums, row: Row, prior: tuple[int, int, int, int] | None, peopled: bool) -> int:
    """The kind of a key by a story's own sums and, behind them, the other stories'; `prior` where these are many."""
    a, b, c, d, count = own
    if prior is not None:
        weight = (count + _OTHERS) * _STEP
        against = [a + weight * prior[0], b + weight * prior[1], c + weight * prior[2], d + weight * prior[3]]
    elif (others := row[MENTIONS] - count) > 0:
        share = min(1.0, (count + _OTHERS) / others)
        against = [
            a + round(share * (row[0] - a)),
            b + round(share * (row[1] - b)),
            c + round(share * (row[2] - c)),
            d + round(share * (row[3] - d)),
        ]
    else:
        against = [a, b, c, d]
    if peopled:
        against[PLACE] -= _PEOPLE
    against[NONE] -= _against_names(key)
    return against.index(min(against))


def _settled(key: str, row: Row, peopled: bool) -> int:
    against = row[:MENTIONS]
    if peopled:
        against[PLACE] -= _PEOPLE
    against[NONE] -= _against_names(key)
    return against.index(min(against))


def _mostly_none(row: Row | None) -> bool:
    return row is not None and row[MENTIONS] > 0 and row[NONE] <= min(row[:NONE])


def _peopled(key: str, row_of: object) -> bool:
    if " " in key or len(key) < 4:
        return False
    return any(_mostly_none(row_of(people)) for people in peoples(key))  # type: ignore[operator]


def places_of(people: str) -> Iterator[str]:
    """The places that a word for a people may be made of: `peoples`, the other way round."""
    for ending in _ENDINGS:
        if people.endswith(ending) and len(people) > len(ending) and " " not in people:
            stem = people[: -len(ending)]
            yield stem
            for vowel in "aeiouy":
                yield stem + vowel


def speaks_anew(row: Row | None, was: Row | None) -> bool:
    """Whether a key has become a word for a people, or is one no more."""
    return _mostly_none(row) != _mostly_none(was)


def _bearer(key: str, row: Row, peopled: bool) -> tuple[bool, bool]:
    if not row[BEARERS] or gazetteer(key.capitalize()):
        return False, False
    return True, row[MENTIONS] > 0 and (_widely_borne(key, row) or _settled(key, row, peopled) == PERSON)


def _widely_borne(key: str, row: Row) -> bool:
    """Whether so many stories name a person in full by this surname that it is his, whatever single sentences say."""
    if row[BEARERS] < _BEARERS or row[BEARERS] * _WIDELY < row[MENTIONS]:
        return False
    return wordcase.level(key) == _NEVER_SMALL and key not in lists.words("place words")


def _standing(key: str, row: Row, peopled: bool) -> Standing:
    accepted, seen = row[ACCEPTED], row[MENTIONS]
    sure = accepted >= 2 and accepted * 5 >= seen * 4 and " " not in key and wordcase.level(key) >= 3
    kind = _settled(key, row, peopled) if accepted else NONE
    return Standing(kind, sure, row[SHORT] > 0, row[SPELT] > 0)


def made_of(keys: Iterable[str]) -> Iterator[str]:
    """The words for peoples that may speak for these keys."""
    for key in keys:
        if " " not in key and len(key) > 3:
            yield from peoples(key)
