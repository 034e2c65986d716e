"""Whether two claims say the same, and whether a story already tells what a claim of another says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from unicodedata import combining, normalize

from tui.model import FactKind
from tui.relate.comparing.claim_words import NEGATIONS
from tui.relate.comparing.claims import Claim

_TURNING = frozenset().union(*NEGATIONS.values())
_UNWRITTEN = (0, 0, 0, -1)
_PEOPLE = ("s", "n", "ns", "an", "ans", "ian", "ians", "i", "is", "ese", "ish", "ic")
_FIRMS = frozenset({"co", "inc", "corp", "ltd", "llc", "plc", "ag", "sa", "gmbh"})


def agree(a: Claim, b: Claim) -> bool:
    """Whether two claims of one kind, in one place, say the same: other forms of a name do, fuller dates, too."""
    if a.kind is FactKind.DATE:
        return dates_agree(a, b)
    if a.kind is FactKind.NAME:
        return _names(a, b) or _names(b, a)
    if a.kind is FactKind.QUOTATION:
        return _quoted_shorter(a, b) or _quoted_shorter(b, a)
    return a.key == b.key


def _quoted_shorter(whole: Claim, part: Claim) -> bool:
    """Whether a quotation is a run of another's words, and what it leaves out of that turns nothing round."""
    if "".join(whole.key) == "".join(part.key):  # "give into", "give in to"
        return True
    if not within(part.key, whole.key):
        return False
    left_out = Counter(whole.key) - Counter(part.key)
    return not any(word in _TURNING or word.endswith("n't") for word in left_out)


class Telling:
    """What a story tells, to be asked whether a claim of another story is already among it.

    `vocabulary` holds the words of its text: a name is told where all its words, in whatever form, are.
    """

    def __init__(self, told: Iterable[Claim] = (), vocabulary: Iterable[str] = ()) -> None:
        self._vocabulary = vocabulary
        self._names: set[str] = set()
        self._initials: set[str] = set()
        self._figures: set[tuple[float, str]] = set()
        self._dates: dict[tuple[int, int, int, int], Claim] = {}
        self._quoted: list[str] = []
        for claim in told:
            self.add(claim)

    def add(self, claim: Claim) -> None:
        """Count a claim among what is told."""
        if claim.kind is FactKind.FIGURE:
            self._figures.add((claim.value, claim.unit))
        elif claim.kind is FactKind.DATE:
            self._dates.setdefault(claim.date, claim)
        elif claim.kind is FactKind.NAME:
            self._names.update(part.removesuffix("'s") for word in claim.key for part in (word, *word.split("-")))
            self._initials.update(_initials(claim))
        else:
            self._quoted.append(f" {' '.join(claim.key)} ")

    def tells(self, claim: Claim) -> bool:
        """Whether what is told holds what the claim says."""
        if claim.kind is FactKind.FIGURE:
            return (claim.value, claim.unit) in self._figures
        if claim.kind is FactKind.DATE:
            return any(dates_agree(told, claim) for told in self._dates.values())
        if claim.kind is FactKind.NAME:
            if len(claim.key) == 1 and claim.key[0] in self._initials:
                return True
            return all(self._has(word) for word in claim.key) or any(self._has(word) for word in _initials(claim))
        said = f" {' '.join(claim.key)} "
        return any(said in told for told in self._quoted)

    @cached_property
    def _words(self) -> set[str]:
        """The words of the text and their parts; most comparisons come to no name that asks for them."""
        said = set(self._vocabulary)
        return said | {part.removesuffix("'s") for word in said for part in word.split("-")}

    def _has(self, word: str) -> bool:
        parts = word.removesuffix("'s").split("-")
        return all(any(form in self._names or form in self._words for form in other_forms(part)) for part in parts)


def dates_agree(a: Claim, b: Claim) -> bool:
    """Whether two dates may be the same: they differ in nothing that both of them write, and share something."""
    pairs = list(zip(a.date, b.date, _UNWRITTEN, strict=True))
    both = [(x, y) for x, y, unwritten in pairs if unwritten not in (x, y)]
    return bool(both) and all(x == y for x, y in both)


def written_alike(a: Claim, b: Claim) -> bool:
    """Whether two dates write anything in common by which they could disagree: two days of a month, two weekdays."""
    return any(unwritten not in (x, y) for x, y, unwritten in zip(a.date, b.date, _UNWRITTEN, strict=True))


def within(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the words of `a` stand in `b` in one run."""
    return f" {' '.join(a)} " in f" {' '.join(b)} "


def _names(full: Claim, name: Claim) -> bool:
    """Whether a name stands in a fuller one, in whatever form, or is either's initials."""
    parts = [_bare(part) for word in full.key for part in (word, *word.split("-"))]
    bases = {base for part in parts for base in _bases(part)}
    if all(any(form in parts for form in other_forms(word)) or _bases(word) & bases for word in _pieces(name)):
        return True
    return _initials(full) == name.key or _initials(name) == full.key


def _pieces(name: Claim) -> list[str]:
    """The words of a name, those that a hyphen joins apart."""
    return [_bare(part) for word in name.key for part in word.split("-") if part]


def _bare(word: str) -> str:
    """The word without its accents: whether a paper sets them is its typography."""
    return word if word.isascii() else "".join(c for c in normalize("NFKD", word) if not combining(c))


def _bases(word: str) -> set[str]:
    """The word without what makes it a people, a plural or an adjective: "democrats" and "democratic" share one."""
    return {word, *(word.removesuffix(ending) for ending in _PEOPLE if word.endswith(ending) and len(word) > 7)}


def _initials(name: Claim) -> tuple[str, ...]:
    said = [word for word in name.key if word not in _FIRMS]
    return ("".join(word[0] for word in said),) if len(said) > 1 else ()


def other_forms(word: str) -> Iterator[str]:
    """The word, and what its people or its country would be called: "iran", "iranian"; no two countries meet there."""
    yield word
    for ending in _PEOPLE:
        yield word + ending
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            yield word.removesuffix(ending)
