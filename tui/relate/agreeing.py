"""Whether two claims say the same, and whether one already tells what another would."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.model import FactKind
from tui.relate.claims import Claim

_UNWRITTEN = (0, 0, 0, -1)
_PEOPLE = ("s", "n", "ns", "an", "ans", "ian", "ians", "i", "is", "ese", "ish")


def agree(a: Claim, b: Claim) -> bool:
    """Whether two claims of one kind, in one place, say the same: other forms of a name do, fuller dates, too."""
    if a.kind is FactKind.DATE:
        return dates_agree(a, b)
    if a.kind is FactKind.NAME:
        return _names(a, b) or _names(b, a)
    return a.key == b.key


def gives(given: Claim, claim: Claim) -> bool:
    """Whether a claim, wherever it stands, already tells what another would."""
    if given.kind is not claim.kind:
        return False
    if claim.kind is FactKind.DATE:
        return dates_agree(given, claim)
    if claim.kind is FactKind.FIGURE:
        return (given.value, given.unit) == (claim.value, claim.unit)
    if claim.kind is FactKind.NAME:
        return _names(given, claim)
    return within(claim.key, given.key)


def dates_agree(a: Claim, b: Claim) -> bool:
    """Whether two dates may be the same: they differ in nothing that both of them write, and share something."""
    pairs = list(zip(a.date, b.date, _UNWRITTEN, strict=True))
    both = [(x, y) for x, y, unwritten in pairs if unwritten not in (x, y)]
    return bool(both) and all(x == y for x, y in both)


def within(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the words of `a` stand in `b` in one run."""
    return f" {' '.join(a)} " in f" {' '.join(b)} "


def _names(full: Claim, name: Claim) -> bool:
    """Whether a name stands in a fuller one, in whatever form, or is either's initials."""
    if all(any(form in full.key for form in other_forms(word)) for word in name.key):
        return True
    return _initials(full) == name.key or _initials(name) == full.key


def _initials(name: Claim) -> tuple[str, ...]:
    return ("".join(word[0] for word in name.key),) if len(name.key) > 1 else ()


def other_forms(word: str) -> Iterator[str]:
    """The word, and what its people or its country would be called: "iran", "iranian"; no two countries meet there."""
    yield word
    for ending in _PEOPLE:
        yield word + ending
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            yield word.removesuffix(ending)
