"""Stories put into segments, taken out of them, and put in anew where a paragraph of theirs has become furniture."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from tui.relate.finding.furniture import LEAST_STORIES, MOST_LOOKED_AT, is_furniture
from tui.relate.finding.kept import Kept
from tui.relate.finding.ragged import Numbers, among, once
from tui.relate.finding.segments import FULL, PARTS, SMALL, Parts, Rows, joined_parts, parts_of, rows_of, taken

_SKETCHES = ("bands", "shingles")
Step = Callable[[float], None]


@dataclass(slots=True)
class Indexed:
    """What became of the segments: the stories that came, and whether there are no others; the stories whose sketches
    are new, and the keys of those that they had before; the paragraphs that became furniture or are none any more."""

    come: set[int]
    everything: bool = False
    new: set[int] = field(default_factory=set)
    dead: dict[str, list[npt.NDArray[np.uint32]]] = field(default_factory=lambda: {name: [] for name in _SKETCHES})
    furniture: set[int] = field(default_factory=set)


def index(kept: Kept, come: Collection[int], gone: Collection[int], step: Step) -> Indexed:
    """Let stories come (anew, where they stand there already) and go. `step` hears how much of it is done, 0 to 1."""
    made = Indexed(set(come))
    touched = [np.zeros(0, dtype=np.uint64)]
    for segment, places in _places(kept, {*come, *gone}):
        touched.append(kept.part(segment, "paragraphs").take(places).values)
        _bury(kept, made, segment, places)
    numbers = sorted(come)
    for begin in range(0, len(numbers), FULL):
        some = numbers[begin : begin + FULL]
        parts = parts_of([kept.features[number] for number in some], kept.furniture)
        touched.append(parts["paragraphs"].values)
        _add(kept, rows_of(some), parts)
        step(begin / len(numbers))
    made.everything = sum(len(rows.alive) for rows in kept.segments.values()) == len(made.come)
    made.new.update(come)
    made.furniture = _turned(kept, once(np.concatenate(touched)))
    if made.furniture:
        kept.furniture ^= made.furniture
        _sketch_again(kept, made)
    return made


def _sketch_again(kept: Kept, made: Indexed) -> None:
    """Make new sketches for the stories that have what became furniture or is none any more."""
    paragraphs = np.array(sorted(made.furniture), dtype=np.uint64)
    having = []
    for segment, rows in kept.segments.items():
        part = kept.part(segment, "paragraphs")
        places = once(part.owners()[among(paragraphs, part.values)[0]])
        having.append((segment, places[rows.numbers[places] > 0]))
    if not having:
        return
    found = [_some_rows(kept.segments[segment], places) for segment, places in having]
    for segment, places in having:
        _bury(kept, made, segment, places, made.come)
    again = _joined(found)
    made.new.update(again.numbers.tolist())
    for begin in range(0, len(again.numbers), FULL):
        some = _some_rows(again, np.arange(begin, min(begin + FULL, len(again.numbers))))
        _add(kept, some, parts_of([kept.features[number] for number in some.numbers.tolist()], kept.furniture))


def _places(kept: Kept, numbers: Collection[int]) -> list[tuple[int, Numbers]]:
    """Where these stories stand: the segments, and the rows in each."""
    sought = np.array(sorted(numbers), dtype=np.int64)
    found = ((segment, np.flatnonzero(among(sought, rows.numbers)[0])) for segment, rows in kept.segments.items())
    return [(segment, places) for segment, places in found if len(places)]


def _bury(kept: Kept, made: Indexed, segment: int, places: Numbers, young: Collection[int] = ()) -> None:
    """Let stories of a segment die; of the `young`, that came just now, nobody knows the keys."""
    if not len(places):
        return
    rows = kept.segments[segment]
    old = places[[number not in young for number in rows.numbers[places].tolist()]]
    for name in _SKETCHES:
        made.dead[name].append(kept.part(segment, name).take(old).values)
    rows.numbers[places] = 0
    kept.touched(segment)
    if not len(rows.alive):
        kept.drop(segment)


def _add(kept: Kept, rows: Rows, parts: Parts) -> None:
    """Add stories, together with those of a segment that has few living."""
    if len(rows.numbers) < FULL:
        for segment, others in kept.segments.items():
            alive = others.alive
            if len(alive) < SMALL and len(alive) + len(rows.numbers) <= FULL:
                held = {name: kept.part(segment, name) for name in PARTS}
                kept.drop(segment)
                parts = joined_parts([taken(held, alive), parts])
                rows = _joined([_some_rows(others, alive), rows])
                break
    kept.add(rows, parts)


def _some_rows(rows: Rows, places: Numbers) -> Rows:
    return Rows(rows.numbers[places], rows.first[places], rows.last[places], rows.leads[places])


def _joined(many: Sequence[Rows]) -> Rows:
    return Rows(
        np.concatenate([rows.numbers for rows in many]),
        np.concatenate([rows.first for rows in many]),
        np.concatenate([rows.last for rows in many]),
        np.concatenate([rows.leads for rows in many]),
    )


def _turned(kept: Kept, paragraphs: npt.NDArray[np.uint64]) -> set[int]:
    """The paragraphs, of some (rising), that have become furniture or are none any more."""
    hashes, numbers = [np.zeros(0, dtype=np.uint64)], [np.zeros(0, dtype=np.int64)]
    for segment, rows in kept.segments.items():
        part = kept.part(segment, "paragraphs")
        owners = rows.numbers[part.owners()]
        told = among(paragraphs, part.values)[0] & (owners > 0)
        hashes.append(part.values[told])
        numbers.append(owners[told])
    every, owners = np.concatenate(hashes), np.concatenate(numbers)
    order = np.argsort(every, kind="stable")
    every, owners = every[order], owners[order]
    unique, begins, counts = np.unique(every, return_index=True, return_counts=True)
    often = counts >= LEAST_STORIES
    standing = set()
    for paragraph, begin, count in zip(*(column[often].tolist() for column in (unique, begins, counts)), strict=True):
        if _stands(kept, owners[begin : begin + count].tolist()):
            standing.add(paragraph)
    before = kept.furniture.intersection(paragraphs.tolist())
    return before ^ standing


def _stands(kept: Kept, having: Sequence[int]) -> bool:
    looked_at = sorted(having, key=lambda number: kept.known[number].id)[:MOST_LOOKED_AT]
    return is_furniture([(kept.features[number], kept.known[number].said) for number in looked_at])
