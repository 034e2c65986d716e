"""The tagger's weights: linear models over string features, learnt by `tui.actors.train`.

One says of a span whether it names a person, an organisation, a place or no actor, another says so of names that
nobody has met; the third says of a gap between two capitalised words whether one name goes on across it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from tui.actors import lists
from tui.actors.finding.features import Group, Grouped

Scores = tuple[int, int, int, int]
CLASSES = ("person", "organisation", "place", "none")
# The share of the model of strangers.
_STRANGE = 0.5
_LANE = 20
_MASK = (1 << _LANE) - 1
_HALF = 1 << (_LANE - 1)
_STRANGERS = 4 * _LANE  # where in a sum the second model's four begin
_EVEN = sum(_HALF << _LANE * lane for lane in range(8))  # with this added, none of the eight lies below 0
_KEPT = 1 << 16  # sums of groups that are kept: most come again and again


class Weights(NamedTuple):
    """Feature to weights. `spans` packs four into one integer, so that adding up adds up all four; `scale` is one."""

    scale: int
    spans: dict[str, int]
    strangers: dict[str, int]
    gaps: dict[str, int]


def pack(values: list[int]) -> int:
    """Four small signed integers as one, such that packed ones can be added."""
    return sum(value << (_LANE * lane) for lane, value in enumerate(values))


def unpack(total: int) -> Scores:
    """The first four sums that a sum of packed integers holds. Each must lie within ±2**19."""
    total += _EVEN
    return (
        (total & _MASK) - _HALF,
        (total >> _LANE & _MASK) - _HALF,
        (total >> 2 * _LANE & _MASK) - _HALF,
        (total >> 3 * _LANE & _MASK) - _HALF,
    )


@cache
def load() -> Weights:
    """The shipped weights, read once. Raises OSError where the installation lacks them."""
    raw = json.loads(lists.read_packed("weights.json.gz"))
    return Weights(raw["scale"], raw["spans"], raw["strangers"], raw["gaps"])


def span_scores(groups: Sequence[Grouped]) -> Scores:
    """How much speaks for each of CLASSES, in units of 1/scale of natural log odds.

    Of a name none of whose words the model has met, the model of strangers has a say too.
    """
    *often, (group, words) = groups
    weight_of = _both().get
    total = 0
    for feature in group(*words):
        total += weight_of(feature, 0)
    for group, words in often:
        total += _span_sum(group, *words)
    scores = unpack(total)
    if (total + _EVEN) >> 2 * _STRANGERS:
        return scores
    strange = unpack((total + _EVEN >> _STRANGERS) - _EVEN)
    a, b, c, d = (round(_STRANGE * two + (1 - _STRANGE) * one) for one, two in zip(scores, strange, strict=True))
    return a, b, c, d


@lru_cache(maxsize=_KEPT)
def _span_sum(group: Group, *words: Any) -> int:
    weight_of = _both().get
    return sum(weight_of(feature, 0) for feature in group(*words))


@cache
def _both() -> dict[str, int]:
    """The weights of features of spans by both models, and behind them 1 for a word of the span the first has met."""
    weights = load()
    found = dict(weights.spans)
    for feature in weights.spans:
        if feature[0] == "=":
            found[feature] += 1 << 2 * _STRANGERS
    for feature, weight in weights.strangers.items():
        found[feature] = found.get(feature, 0) + (weight << _STRANGERS)
    return found


@lru_cache(maxsize=1 << 14)
def met(word: str) -> bool:
    """Whether the models know this very word, as a name by itself or at either end of one."""
    known, small = load().spans, word.lower()
    return "=1" + word in known or "=f" + small in known or "=t" + small in known


def gap_score(groups: list[Grouped]) -> int:
    """Above 0 where one name goes on across the gap, in units of 1/scale of natural log odds."""
    total = 0
    for group, words in groups:
        total += _gap_sum(group, *words)
    return total


@lru_cache(maxsize=_KEPT)
def _gap_sum(group: Group, *words: str) -> int:
    gaps = load().gaps
    return sum(gaps.get(feature, 0) for feature in group(*words))
