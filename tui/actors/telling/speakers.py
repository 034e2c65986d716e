"""Who the speaker of a quotation is: names, pronouns and designations resolved to actors, or left open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.actors import lists
from tui.actors.finding.speech import Said
from tui.actors.telling.tally import Node
from tui.actors.telling.within import ORGANISATION, PERSON

# How many blocks back a pronoun or a designation may point.
_REACH = 4
_SINGULAR = {"he": "he", "she": "she"}
_ARTICLES = frozenset(("the", "this", "that"))
_POSSESSIVES = frozenset(("his", "her", "their", "its"))


class Place(NamedTuple):
    """A mention where it stands, whose it is, its kind, and whether a possessive follows."""

    block: int
    start: int
    end: int
    node: Node
    kind: int
    possessive: bool


class Person(NamedTuple):
    """What is known of a person over all stories: "he", "she" or "", and the words of the roles, small."""

    pronoun: str
    roles: frozenset[str]


def resolve(said: Said, places: Sequence[Place], person: Callable[[Node], Person]) -> Node | None:
    """The actor who speaks, or None where the text does not tell. `places` are the story's, in its order."""
    if not said.named:
        return None
    words = said.speaker.lower().split()
    here = (said.speaker_block, said.speaker_start)
    if len(words) == 1 and words[0] in _SINGULAR:
        return _last(places, here, lambda node: person(node).pronoun in ("", words[0]))
    inside = [
        place
        for place in places
        if place.block == said.speaker_block and said.speaker_start <= place.start < said.speaker_end
    ]
    people = [place for place in inside if place.kind == PERSON and not place.possessive]
    if people:
        return people[-1].node
    head = words[-1].strip(".")
    named = [place for place in inside if place.kind == ORGANISATION and not place.possessive]
    designated = any(word.strip(".,") in lists.words("people") for word in words)
    if named and not designated and words[0] not in _POSSESSIVES:
        return named[-1].node
    theirs = words[0] in _ARTICLES or words[0].endswith(("'s", "’s"))
    return _designated(places, here, head, person) if designated and theirs else None


def _designated(
    places: Sequence[Place], here: tuple[int, int], head: str, person: Callable[[Node], Person]
) -> Node | None:
    """The person of the story who is called so: the last before, or the only one there is."""
    before = _last(places, here, lambda node: head in person(node).roles)
    if before is not None:
        return before
    bearers = {place.node for place in places if place.kind == PERSON and head in person(place.node).roles}
    return bearers.pop() if len(bearers) == 1 else None


def _last(places: Sequence[Place], here: tuple[int, int], fits: Callable[[Node], bool]) -> Node | None:
    """The person named last before a place in the text of whom this holds; of a possessive only where no other is."""
    before = [
        place
        for place in places
        if place.kind == PERSON and here[0] - _REACH <= place.block and (place.block, place.start) < here
    ]
    for candidates in ([place for place in before if not place.possessive], before):
        fitting = [place.node for place in candidates if fits(place.node)]
        if fitting:
            return fitting[-1]
    return None


def pronoun(key: str, roles: Sequence[str]) -> str:
    """What a person is spoken of as, by given name and roles; empty where neither tells."""
    told = {word for role in roles for word in role.lower().split()}
    if told & lists.words("said of women"):
        return "she"
    if told & lists.words("said of men"):
        return "he"
    given = lists.given_names().get(key.partition(" ")[0].capitalize(), "")
    return given if given in ("he", "she") else ""
