"""Which panes stand on the screen, and how wide: three from 140 columns, two from 90, one below."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

WIDE = 90
ULTRA = 140
ACTORS = (27, 34)  # at least, at most
READER = 78  # running text of 72 cells, its margins, the rule
NARROWEST = 20


class Place(StrEnum):
    """Where the reader is: the pane that has the keys."""

    STORIES = "stories"
    READER = "reader"
    COMPARE = "compare"
    ACTORS = "actors"
    PAGE = "page"


def arrange(
    width: int,
    place: Place,
    right: Place = Place.READER,
    *,
    zoomed: bool = False,
    nudges: Mapping[Place, int] | None = None,
) -> dict[Place, int]:
    """The panes in sight from left to right, each with its width in cells; the widths add up to `width`.

    `right` says what stands in the column of the reader (the story, or an actor's page), `nudges` by how many cells a
    pane was made wider.
    """
    wanted = nudges or {}
    usual = max(ACTORS[0], min(ACTORS[1], width // 5))
    if width < WIDE or zoomed or place is Place.COMPARE:
        return {place: width}
    if width < ULTRA:
        if place is Place.ACTORS:
            left = _within(usual + wanted.get(Place.ACTORS, 0) - wanted.get(Place.STORIES, 0), width - NARROWEST)
            return {Place.ACTORS: left, Place.STORIES: width - left}
        middle = width * 46 // 100 + wanted.get(Place.STORIES, 0) - wanted.get(right, 0)
        middle = _within(middle, width - NARROWEST)
        return {Place.STORIES: middle, right: width - middle}
    left = _within(usual + wanted.get(Place.ACTORS, 0), width // 3)
    last = min(READER, (width - usual) // 2) + wanted.get(right, 0) - wanted.get(Place.STORIES, 0)
    last = _within(last, width - left - NARROWEST)
    return {Place.ACTORS: left, Place.STORIES: width - left - last, right: last}


def _within(wanted: int, most: int) -> int:
    return max(min(wanted, most), min(NARROWEST, most))
