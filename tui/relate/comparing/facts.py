"""The facts that two stories give: which of them agree, which differ, and which only one of the two tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.model import SAME_TEXT, Fact, MatchKind, Row, RowKind, Story
from tui.relate.comparing.agreeing import Telling
from tui.relate.comparing.changed import changed
from tui.relate.comparing.claims import TELLING, Claim, claims
from tui.relate.comparing.reports import reports, rows_of
from tui.text.words import words


def facts(left: Story, right: Story, rows: Sequence[Row], kind: MatchKind | None) -> tuple[Fact, ...]:
    """The facts of two stories, given their aligned rows and what they are to each other.

    Copies: the figures, dates, names, quotations, negations and attributions that changed, came in or went out within
    rows that stand against each other, in the order of the rows; then what whole blocks of one side tell that the
    other nowhere does. Other pairs: shared quotations, figures and dates; figures of one thing that differ and
    quotations that are worded differently; then what only one tells. Typography alone is never a fact.
    """
    a, b = claims(left), claims(right)
    tellings = _telling(left, a), _telling(right, b)
    found: list[Fact] = []
    alone: tuple[Sequence[Claim], Sequence[Claim]]
    if kind in SAME_TEXT:
        found.extend(changed(left, right, rows, (a, b), tellings))
        on_left = {row.left for row in rows if row.kind is RowKind.LEFT}
        on_right = {row.right for row in rows if row.kind is RowKind.RIGHT}
        alone = [c for c in a if c.block in on_left], [c for c in b if c.block in on_right]
    else:
        shared, alone = reports(rows, a, b)
        found.extend(shared)
    if kind is MatchKind.PART:  # a round-up tells much else; that is what makes it one
        return tuple(found)
    at = rows_of(rows)
    found.extend(Fact(c.kind, c.text, "", at[0].get(c.block)) for c in _only(alone[0], tellings[1]))
    found.extend(Fact(c.kind, "", c.text, at[1].get(c.block)) for c in _only(alone[1], tellings[0]))
    return tuple(found)


def _telling(story: Story, told: Sequence[Claim]) -> Telling:
    return Telling(told, (word for block in story.blocks if block.kind in TELLING for word in words(block.text)))


def _only(alone: Sequence[Claim], other: Telling) -> Iterator[Claim]:
    """The claims that the other story does not tell, each once, in their order."""
    told = Telling()
    for claim in alone:
        if not other.tells(claim) and not told.tells(claim):
            told.add(claim)
            yield claim
