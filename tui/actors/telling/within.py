"""Who is who inside one story: surnames, given names, short forms and shorter names to the fullest one there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container

from tui.actors import acronyms, lists, wordcase
from tui.actors.finding.candidates import KINDS, NONE, UNIT, Candidate, fold_key
from tui.actors.finding.features import gazetteer
from tui.actors.finding.paragraphs import surface
from tui.actors.recognise import Names
from tui.actors.telling import people
from tui.model import ActorKind

PERSON = KINDS.index(ActorKind.PERSON)
ORGANISATION = KINDS.index(ActorKind.ORGANISATION)
PLACE = KINDS.index(ActorKind.PLACE)


def _nobody(_key: str) -> tuple[bool, bool]:
    return False, False


def override(names: Names, own: list[Candidate], bearer: Callable[[str], tuple[bool, bool]] = _nobody) -> None:
    """Make persons of lone words that are the surname of a person of the story, whatever the vote said of them.

    Lone words that a company of the story begins with are that company. A state's or a city's name stays a place where
    its own sentence says so. `bearer` says of a word whether it is the surname of a person of any story: then the
    word's own sentence must allow it, unless it is mostly a person's.
    """
    full = {people.surname(c.key) for c in own if c.kind == PERSON and not c.single}
    full |= {
        people.parts(c.key)[0] for c in own if c.kind == PERSON and not c.single and len(people.parts(c.key)) > 1
    } & {c.key for c in own if c.single and c.kind == PERSON}
    companies = _companies(names, own) - full
    for candidate in own:
        if candidate.single and candidate.key in companies and _may_be_company(names, candidate):
            candidate.kind = ORGANISATION
            continue
        if not candidate.single or candidate.kind == PERSON:
            continue
        if candidate.key not in full:
            borne, mostly = bearer(candidate.key)
            if names.runs[candidate.place].run.words[candidate.first] in lists.organisations():
                continue
            if mostly or (borne and candidate.logs[PERSON] >= max(candidate.logs) - UNIT):
                candidate.kind = PERSON
            continue
        run = names.runs[candidate.place].run
        doubtful = bool(gazetteer(run.words[candidate.first])) or candidate.kind == NONE
        # Inside a sentence only a name is set with a capital.
        margin = 3 * UNIT if candidate.kind == NONE and not run.opens else UNIT // 2
        if not doubtful or candidate.logs[PERSON] >= max(candidate.logs) - margin:
            candidate.kind = PERSON


def _companies(names: Names, own: list[Candidate]) -> set[str]:
    """The words that companies of the story begin with, whose names end with their form of law."""
    found = set()
    for candidate in own:
        if candidate.kind == ORGANISATION and not candidate.single:
            words = names.runs[candidate.place].run.words
            if words[candidate.last].lower() in lists.words("company forms"):
                found.add(fold_key(words[candidate.first]))
    return found


def _may_be_company(names: Names, candidate: Candidate) -> bool:
    """Whether a lone word may be short for a company: no ordinary word, no listed place, not surely something else."""
    if candidate.kind == NONE and wordcase.level(candidate.key) < 3:
        return False
    if gazetteer(names.runs[candidate.place].run.words[candidate.first]):
        return False
    return candidate.logs[ORGANISATION] >= max(candidate.logs) - 3 * UNIT


def surnames(kinds: dict[str, int], several: Container[str]) -> set[str]:
    """The surnames of the persons among these keys and their kinds that are named in full: in `several` words."""
    return {people.surname(key) for key, kind in kinds.items() if kind == PERSON and key in several}


def fullest(
    names: Names, own: list[Candidate], shorts: list[tuple[str, str]], parted: Callable[[str, str], bool]
) -> tuple[list[str], list[tuple[str, str]]]:
    """For each candidate the key of the fullest name that the story gives to the same actor; short forms resolved.

    `shorts` are the short forms that the story spells out itself; those returned are the acronyms that stand for one
    name of the story alone. `parted` says whether the reader holds two names apart.
    """
    persons = _Persons(own)
    organisations = _Organisations(names, own, shorts)
    found = []
    for number, candidate in enumerate(own):
        key = candidate.key
        if candidate.kind == PERSON:
            key = persons.full(number, candidate)
        elif candidate.kind == ORGANISATION:
            key = organisations.full(candidate.key)
        found.append(candidate.key if parted(candidate.key, key) else key)
    return found, organisations.resolved


class _Persons:
    def __init__(self, own: list[Candidate]) -> None:
        counts = Counter(c.key for c in own if c.kind == PERSON and len(people.parts(c.key)) > 1)
        self.longer = {key: self._fuller(key, counts) for key in counts}
        self.by_word: dict[str, list[tuple[int, str]]] = {}
        for number, candidate in enumerate(own):
            if candidate.key in counts and candidate.kind == PERSON:
                for word in {people.parts(candidate.key)[0], people.surname(candidate.key)}:
                    self.by_word.setdefault(word, []).append((number, candidate.key))

    @staticmethod
    def _fuller(key: str, counts: Counter[str]) -> str:
        """The longest name of the story that this one is a way to write."""
        mine = people.parts(key)
        fuller = [other for other in counts if people.includes(people.parts(other), mine)]
        return max(fuller, key=lambda other: (len(people.parts(other)), counts[other], other), default=key)

    def full(self, number: int, candidate: Candidate) -> str:
        key = candidate.key
        if key in self.longer:
            return self.longer[key]
        word = people.surname(key)
        named = self.by_word.get(word, [])
        by_surname = [(place, full) for place, full in named if people.surname(full) == word]
        options = by_surname or named
        if not options:
            return key
        before = [full for place, full in options if place <= number]
        return self.longer[before[-1] if before else options[0][1]]


class _Organisations:
    def __init__(self, names: Names, own: list[Candidate], shorts: list[tuple[str, str]]) -> None:
        self.to = dict(shorts)
        self.resolved: list[tuple[str, str]] = []
        places = {c.key for c in own if c.kind == PLACE}
        shapes = {}
        for candidate in own:
            if candidate.kind == ORGANISATION and not candidate.single:
                run = names.runs[candidate.place].run
                words = run.words[candidate.first : candidate.last + 1]
                shapes[candidate.key] = (words, run.gaps[candidate.first : candidate.last])
        for candidate in own:
            key = candidate.key
            if candidate.kind != ORGANISATION or key in self.to:
                continue
            word = names.runs[candidate.place].run.words[candidate.first]
            acronym = candidate.single and acronyms.is_acronym(word)
            if acronym:
                fits = {long for long, (words, gaps) in shapes.items() if acronyms.stands_for(word, words, gaps)}
            else:
                fits = {long for long in shapes if _shortened(key, long) and key not in places}
            if len(fits) == 1:
                self.to[key] = fits.pop()
                if acronym:
                    self.resolved.append((key, self.to[key]))

    def full(self, key: str) -> str:
        for _ in range(3):
            if key not in self.to or self.to[key] == key:
                break
            key = self.to[key]
        return key


def _shortened(key: str, long: str) -> bool:
    """Whether a name is the beginning of a longer one, or all of it but the state before."""
    if len(key) >= len(long):
        return False
    if long.startswith(key + " "):
        return len(key) > 3
    if long.endswith(" " + key):
        front = long[: -len(key) - 1]
        return front in _states()
    return False


def _states() -> frozenset[str]:
    return _STATES


_STATES = frozenset(fold_key(name) for name in (*lists.state_names(), *lists.demonyms()))


def written(names: Names, candidate: Candidate) -> str:
    """A candidate as the story writes it."""
    return surface(names.runs[candidate.place].run, candidate.first, candidate.last)
