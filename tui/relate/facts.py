"""The facts that two stories give: which of them agree, which differ, and which only one of the two tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tui.model import Fact, FactKind, MatchKind, Row, RowKind, Story
from tui.relate.agreeing import gives, other_forms
from tui.relate.changed import changed
from tui.relate.claims import TELLING, Claim, claims
from tui.relate.reports import reports
from tui.text.words import words

_COPIES = frozenset({MatchKind.IDENTICAL, MatchKind.COPY, MatchKind.PART})


def facts(left: Story, right: Story, rows: Sequence[Row], kind: MatchKind | None) -> tuple[Fact, ...]:
    """The facts of two stories, given their aligned rows and what they are to each other.

    Copies: the figures, dates, names, quotations, negations and attributions that changed, came in or went out within
    rows that stand against each other, in the order of the rows; then what whole blocks of one side tell that the
    other nowhere does. Other pairs: shared quotations, figures and dates; figures of one thing that differ and
    quotations that are worded differently; then what only one tells. Typography alone is never a fact.
    """
    a, b = claims(left), claims(right)
    found: list[Fact] = []
    alone: tuple[Sequence[Claim], Sequence[Claim]]
    if kind in _COPIES:
        found.extend(changed(left, right, rows, a, b))
        on_left = {row.left for row in rows if row.kind is RowKind.LEFT}
        on_right = {row.right for row in rows if row.kind is RowKind.RIGHT}
        alone = [c for c in a if c.block in on_left], [c for c in b if c.block in on_right]
    else:
        shared, alone = reports(rows, a, b)
        found.extend(shared)
    if kind is MatchKind.PART:  # a round-up tells much else; that is what makes it one
        return tuple(found)
    found.extend(_only(alone[0], right, b, {row.left: n for n, row in _backwards(rows)}, on_left=True))
    found.extend(_only(alone[1], left, a, {row.right: n for n, row in _backwards(rows)}, on_left=False))
    return tuple(found)


def _backwards(rows: Sequence[Row]) -> Iterator[tuple[int, Row]]:
    return reversed(list(enumerate(rows)))


def _only(
    alone: Sequence[Claim],
    other: Story,
    others: Sequence[Claim],
    row_of: Mapping[int | None, int],
    *,
    on_left: bool,
) -> Iterator[Fact]:
    """What only this side tells, each once, in its order."""
    said = {word for block in other.blocks if block.kind in TELLING for word in words(block.text)}
    vocabulary = said | {part.removesuffix("'s") for word in said for part in word.split("-")}
    told: list[Claim] = []
    for claim in alone:
        if claim.kind is FactKind.NAME and all(_known(word, vocabulary) for word in claim.key):
            continue
        if any(gives(given, claim) for given in others) or any(gives(given, claim) for given in told):
            continue
        told.append(claim)
        row = row_of.get(claim.block)
        yield Fact(claim.kind, claim.text, "", row) if on_left else Fact(claim.kind, "", claim.text, row)


def _known(word: str, vocabulary: set[str]) -> bool:
    """Whether the other story has a word of a name, or another form of it ("Iranian" for "Iran")."""
    parts = word.removesuffix("'s").split("-")
    return all(any(form in vocabulary for form in other_forms(part)) for part in parts)
