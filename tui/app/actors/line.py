"""How a line of the actors pane is set: sign, name, what he is called, count, and his stories over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.app.actors.rows import TITLES, ActorRow, KindHeading, busiest, span_of, sparkline
from tui.app.desk.top import bar
from tui.app.paint.cells import fit, pad, width
from tui.app.paint.flow import MEASURE
from tui.app.paint.lines import Piece
from tui.library.entries import ActorCount
from tui.model import Actor

SIGNS = 2
"""Cells in front of a name: a sign and a blank."""
SPARKLINE_FROM = 34
"""The least room, in cells, in which stories over time are drawn; with less, one bar shows the share."""
MOST_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Scale:
    """What all lines are set against: the stories shown, the months of all actors, the most stories in one month."""

    total: int = 0
    span: tuple[int, int] | None = None
    most: int = 0

    @classmethod
    def of(cls, counts: Sequence[ActorCount], total: int) -> Scale:
        """The scale of these actors of `total` stories."""
        return cls(total, span_of(counts), busiest(counts))


def actor_line(row: ActorRow, sign: Piece, inks: str, scale: Scale, room: int) -> list[Piece]:
    """One line in at most `room` cells: of a kind its name and number, of an actor all that is said of him."""
    room = min(room - 1, MEASURE)
    digits = len(f"{max(scale.total, 1):,}")
    cells = min(max(room - SPARKLINE_FROM + 4, 4), MOST_MONTHS) if room >= SPARKLINE_FROM else 1
    room -= digits + cells + 2
    if isinstance(row, KindHeading):
        return [(pad(TITLES[row.kind], room), "dim bold"), (f" {row.actors:>{digits},}", "dim")]
    name = fit(row.actor.name, room - SIGNS)
    called = _called(row.actor, room - SIGNS - width(name))
    return [
        sign,
        (" ", ""),
        (name, inks),
        (called, "dim"),
        (" " * (room - SIGNS - width(name) - width(called) + 1), ""),
        (f"{row.stories:>{digits},}", inks),
        (" ", ""),
        (_over_time(row, scale, cells), "link"),
    ]


def _called(actor: Actor, room: int) -> str:
    """What an actor is, where there is room for it: the latest role, else another name."""
    told = [actor.roles[-1].role] if actor.roles else [one.text for one in actor.aliases if one.text != actor.name]
    return fit(f"  {told[0]}", room) if told and room >= 14 else ""


def _over_time(row: ActorCount, scale: Scale, cells: int) -> str:
    if cells == 1:
        return bar(row.stories, max(scale.total, row.stories, 1))
    return sparkline(row.months, scale.span, cells, scale.most) if scale.span is not None else " " * cells
