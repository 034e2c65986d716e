"""Plain evidence on kinds that no count of words replaces: lists, and what only states, towns and events have."""

from __future__ import annotations

from tui.actors import lists
from tui.actors.finding.features import categories, gazetteer
from tui.actors.finding.runs import Run
from tui.actors.finding.weights import Scores, met

_PLACES = ("c", "r", "y")
_EVENTS = lists.words("events")
_EVENT_NAMES = lists.words("event names")
_BUILDINGS = lists.words("buildings")
_BODY_HEADS = lists.words("body heads")
_OF_STATES = lists.words("of states")
_PLACE_OF = lists.words("state of") | lists.words("town of")
# In units of the weights: what being listed as an organisation adds, what being spoken of as a state or a town does,
# what a building's word, an event's word and a movement's do.
_LISTED = 64
_STATE = 40
_BUILDING = 32
_EVENT = 48
_BODY = 40
# What a lone word that the lists of places hold gains where the models have not met it; half of it for a given name.
_ON_THE_MAP = 32
# A capitalised span counts for a name a little sooner than its teacher had it, who left out what he had never met.
_MISSED = 8


def weigh(run: Run, first: int, last: int, surface: str, scores: Scores) -> Scores:
    """The scores of a span with the plain evidence added."""
    person, organisation, place, none = scores
    none -= _MISSED
    if surface in lists.organisations():
        return person - _LISTED, organisation + _LISTED, place, none - _LISTED
    if "-" in surface and any(_body(word) for word in run.words[first : last + 1]):
        organisation += _BODY
        person -= _BODY
    if first == last:
        word = run.words[first]
        if _stands_behind_of(run, first) or _owns(run, first):
            place += _STATE
        if gazetteer(word) in _PLACES and not met(word):
            gain = _ON_THE_MAP // 2 if "G" in categories(word) else _ON_THE_MAP
            place += gain
            organisation -= gain
    elif _event(run, first, last):
        none += _EVENT
        organisation -= _EVENT
    elif _building(run, first, last):
        place += _BUILDING
        organisation -= _BUILDING
    return person, organisation, place, none


def _body(word: str) -> bool:
    """Whether a word with hyphens is a movement's or a party's: Junbish-e-Adl, Hizb-ut-Tahrir."""
    parts = word.lower().replace("‑", "-").split("-")
    return "e" in parts[1:-1] or parts[0] in _BODY_HEADS


def _event(run: Run, first: int, last: int) -> bool:
    """Whether a name of several words is an event's, a law's or a prize's."""
    head, tail = run.words[first].lower(), run.words[last].lower()
    return tail in _EVENTS or head in _EVENT_NAMES or (head in _EVENTS and run.gaps[first].startswith("of"))


def _building(run: Run, first: int, last: int) -> bool:
    """Whether a name of several words is a building's: it ends with such a word, or begins with one and "of"."""
    return run.words[last].lower() in _BUILDINGS or (
        run.gaps[first] in ("of", "of the") and run.words[first].lower() in _BUILDINGS
    )


def _owns(run: Run, at: int) -> bool:
    """Whether what only a state has follows as its own: "X's government", "X's border"."""
    owner = at + 1 == len(run.words) and run.right[0] in ("'s", "’s", "’", "'")
    return owner and run.right[1] in _OF_STATES


def _stands_behind_of(run: Run, at: int) -> bool:
    """Whether a word stands as a state's or a town's name does: "government of X", "border with X", "city of X"."""
    if at == 0:
        return run.left[0] in ("of", "with") and run.left[1] in _PLACE_OF
    return run.gaps[at - 1] == "of" and run.words[at - 1].lower() in _PLACE_OF


def peoples(key: str) -> tuple[str, ...]:
    """What the people of a place, or what is of it, may be called: Varkani, Torlander, Sudanese, by the place's key."""
    bare = key[:-1] if key[-1] in "aeiouy" else key
    return tuple({stem + ending for stem in (key, bare) for ending in ("i", "n", "an", "ian", "ese", "ish", "er")})
