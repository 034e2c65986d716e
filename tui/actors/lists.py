"""The shipped lists: states with their peoples and capitals, cities, given names, and words that stand around names."""

from __future__ import annotations

import gzip
from functools import cache
from importlib import resources
from typing import NamedTuple


class State(NamedTuple):
    """A country: its usual name, its other names, what belongs to it or lives in it, its capital (may be empty)."""

    name: str
    others: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str


def read_data(name: str) -> str:
    """The text of a file of `tui/actors/data`. Raises OSError where the installation lacks it."""
    return resources.files("tui.actors").joinpath("data", name).read_text("utf-8")


def read_packed(name: str) -> str:
    """The text of a gzip file of `tui/actors/data`. Raises OSError where the installation lacks it."""
    return gzip.decompress(resources.files("tui.actors").joinpath("data", name).read_bytes()).decode("utf-8")


def _lines(name: str) -> list[str]:
    return [line for line in read_data(name).splitlines() if line and not line.startswith("#")]


def _sections(name: str) -> dict[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    for line in _lines(name):
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), set())
        else:
            current.update(line.split())
    return {title: frozenset(words) for title, words in sections.items()}


@cache
def words(title: str) -> frozenset[str]:
    """A list of `words.txt` by its title, in lower case. Raises KeyError where there is none of that title."""
    return _word_lists()[title]


@cache
def _word_lists() -> dict[str, frozenset[str]]:
    return _sections("words.txt")


@cache
def states() -> tuple[State, ...]:
    """The states of the world, some former ones and parts that news speak of as countries."""
    found = []
    for line in _lines("countries.tsv"):
        name, others, demonyms, capital = [*line.split("\t"), "", "", ""][:4]
        found.append(State(name, _cell(others), _cell(demonyms), capital))
    return tuple(found)


def _cell(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


@cache
def state_names() -> dict[str, str]:
    """Each name of a state, as written, to its usual name; those of other languages among them."""
    names = {name: state.name for state in states() for name in (state.name, *state.others)}
    usual = set(names.values())
    return {name: here for name, here in abroad().items() if here in usual} | names


@cache
def abroad() -> dict[str, str]:
    """The names of states and cities in other languages, as written, to the usual ones."""
    rows = (line.split("\t") for line in _lines("abroad.tsv"))
    return {name: here for here, names in rows for name in _cell(names)}


@cache
def demonyms() -> dict[str, str]:
    """Each demonym, as written, to the state's usual name."""
    return {word: state.name for state in states() for word in state.demonyms}


@cache
def cities() -> frozenset[str]:
    """Larger cities of the world and all capitals, as written, also as other languages call them."""
    capitals = {state.capital for state in states() if state.capital}
    return frozenset(_lines("cities.txt")) | capitals | (abroad().keys() - state_names().keys())


@cache
def regions() -> frozenset[str]:
    """Parts of states and of the world that news name without more: as written."""
    return frozenset(_lines("regions.txt"))


@cache
def organisations() -> dict[str, str]:
    """Organisations that news name without saying what they are: each form as written to the usual one."""
    return {form: line.partition("|")[0] for line in _lines("organisations.txt") for form in line.split("|")}


@cache
def given_names() -> dict[str, str]:
    """Given names, as written, to "he", "she" or "either"."""
    return {name: kind for kind, names in _sections("first_names.txt").items() for name in names}
