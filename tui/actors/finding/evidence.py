"""Plain evidence on kinds that no count of words replaces: lists, and what only states have."""

from __future__ import annotations

from tui.actors import lists
from tui.actors.finding.runs import Run
from tui.actors.finding.weights import Scores

# In units of the weights: what being listed as an organisation adds, what being spoken of as a state does, what a
# building's word does.
_LISTED = 64
_STATE = 40
_BUILDING = 32
# A capitalised span counts for a name a little sooner than its teacher had it, who left out what he had never met.
_MISSED = 8


def weigh(run: Run, first: int, last: int, surface: str, scores: Scores) -> Scores:
    """The scores of a span with the plain evidence added."""
    person, organisation, place, none = scores
    none -= _MISSED
    if surface in lists.organisations():
        organisation += _LISTED
        none -= _LISTED
        person -= _LISTED
    elif first == last and _state_like(run, first):
        place += _STATE
    elif last > first and _building(run, first, last):
        place += _BUILDING
        organisation -= _BUILDING
    return person, organisation, place, none


def _building(run: Run, first: int, last: int) -> bool:
    """Whether a name of several words is a building's: it ends with such a word, or begins with one and "of"."""
    buildings = lists.words("buildings")
    return run.words[last].lower() in buildings or (
        run.gaps[first] in ("of", "of the") and run.words[first].lower() in buildings
    )


def _state_like(run: Run, at: int) -> bool:
    """Whether a word stands as a state's name does: "X's government", "government of X", "X's border"."""
    if at + 1 == len(run.words) and run.right[0] in ("'s", "’s", "’", "'") and run.right[1] in lists.words("of states"):
        return True
    if at == 0:
        return run.left[0] in ("of", "with") and run.left[1] in lists.words("state of")
    return run.gaps[at - 1] == "of" and run.words[at - 1].lower() in lists.words("state of")


def peoples(key: str) -> tuple[str, ...]:
    """What the people of a place, or what is of it, may be called: Varkani, Torlander, Sudanese, by the place's key."""
    bare = key[:-1] if key[-1] in "aeiouy" else key
    return tuple({stem + ending for stem in (key, bare) for ending in ("i", "n", "an", "ian", "ese", "ish", "er")})
