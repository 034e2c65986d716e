"""Plain evidence on kinds that no count of words replaces: lists, and what only states have."""

from __future__ import annotations

from tui.actors import lists
from tui.actors.runs import Run
from tui.actors.weights import Scores

# In units of the weights: what being listed as an organisation adds, what speaking as of a state does.
_LISTED = 40
_STATE = 40
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
    return person, organisation, place, none


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
