"""Facts that changed between two copies: what stands in the edited runs of paragraphs laid against each other."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from rapidfuzz.distance import Indel

from tui.model import BlockKind, Fact, FactKind, Row, RowKind, Story
from tui.relate.comparing.agreeing import Telling, agree, written_alike
from tui.relate.comparing.claims import Claim, is_titled
from tui.relate.comparing.places import CHANGES, Places, overlap, side_of
from tui.relate.comparing.turns import Turns

_SHORT = 6  # words of an edit within which one figure or name takes the place of another
_BESIDE_A_NAME = 1  # words of an edit that puts one name in the place of another
_ALIKE_SPELLING = 0.6
_ALIKE_QUOTES = 0.3

Sides = tuple[Sequence[Claim], Sequence[Claim]]


def changed(
    left: Story, right: Story, rows: Sequence[Row], claims: Sides, tellings: tuple[Telling, Telling]
) -> Iterator[Fact]:
    """The facts that changed, came in or went out inside paired rows, given the claims of both stories."""
    of_left, of_right = _by_block(claims[0]), _by_block(claims[1])
    for number, row in enumerate(rows):
        if row.left is None or row.right is None or not row.edits or (row.kind is RowKind.MOVED and not row.at_left):
            continue
        if not any(edit.kind in CHANGES for edit in row.edits):
            continue
        texts = left.blocks[row.left].text, right.blocks[row.right].text
        sides = _inside(of_left[row.left], row, 0), _inside(of_right[row.right], row, 1)
        if sides[0] or sides[1]:
            yield from _claims_changed(number, Places(row.edits), sides, tellings)
        if left.blocks[row.left].kind is BlockKind.HEADLINE or any(map(is_titled, texts)):
            continue  # another headline is another choice of words, not another claim
        turns = Turns(number, texts, left.language or right.language or "en")
        for edit in row.edits:
            if edit.kind in CHANGES:
                yield from turns.of(edit)


def _by_block(found: Sequence[Claim]) -> Mapping[int, list[Claim]]:
    out: dict[int, list[Claim]] = defaultdict(list)
    for claim in found:
        out[claim.block].append(claim)
    return out


def _inside(found: Sequence[Claim], row: Row, side: int) -> list[Claim]:
    low, high = side_of(row.edits[0], side)[0], side_of(row.edits[-1], side)[1]
    return [claim for claim in found if low <= claim.start < high]


# ------------------------------------------------------------------------------------------------------ claims


def _claims_changed(number: int, places: Places, sides: Sides, tellings: tuple[Telling, Telling]) -> Iterator[Fact]:
    for kind in (FactKind.FIGURE, FactKind.DATE, FactKind.NAME, FactKind.QUOTATION):
        every = [c for c in sides[0] if c.kind is kind], [c for c in sides[1] if c.kind is kind]
        a, b = ([c for c in every[side] if places.touched((c.start, c.end), side)] for side in (0, 1))
        gone = set(chain.from_iterable(_matched(places, (a, b), every, agree)))
        a, b = [c for c in a if c not in gone], [c for c in b if c not in gone]
        rest = [c for c in every[0] if c not in gone], [c for c in every[1] if c not in gone]
        for p, q in _matched(places, (a, b), rest, partial(_in_place_of, places)):
            gone |= {p, q}
            yield Fact(kind, p.text, q.text, number)
        yield from (Fact(kind, p.text, "", number) for p in a if p not in gone and not tellings[1].tells(p))
        yield from (Fact(kind, "", q.text, number) for q in b if q not in gone and not tellings[0].tells(q))


def _matched(
    places: Places, claims: Sides, among: Sides, fits: Callable[[Claim, Claim], bool]
) -> list[tuple[Claim, Claim]]:
    """Claims of either side with one among the other's that stands at their place and fits; each is used once."""
    out: list[tuple[Claim, Claim]] = []
    used: set[tuple[int, Claim]] = set()
    for side in (0, 1):
        ends = [other.end for other in among[1 - side]]
        for claim in claims[side]:
            if (side, claim) in used:
                continue
            place = places.across((claim.start, claim.end), side)
            for other in among[1 - side][bisect_left(ends, place[0]) :]:
                if other.start > place[1]:
                    break
                pair = (other, claim) if side else (claim, other)
                if (1 - side, other) not in used and overlap(place, (other.start, other.end)) and fits(*pair):
                    used |= {(side, claim), (1 - side, other)}
                    out.append(pair)
                    break
    return out


def _in_place_of(places: Places, a: Claim, b: Claim) -> bool:
    """Whether one claim stands where the other had another one, rather than in a passage written anew."""
    if a.kind is FactKind.QUOTATION:
        return Indel.normalized_similarity(a.key, b.key) >= _ALIKE_QUOTES
    if a.kind is FactKind.FIGURE and a.unit != b.unit and not a.counted.nouns & b.counted.nouns:
        return False
    if a.kind is FactKind.FIGURE and a.counted.nouns & b.counted.nouns and a.counted.fate == b.counted.fate:
        return True
    if a.kind is FactKind.DATE and not written_alike(a, b):
        return False
    longest = _SHORT
    if a.kind is FactKind.NAME:
        if set(a.key) & set(b.key) or _spelt_alike(a.text, b.text):
            return True
        longest = max(len(a.key), len(b.key)) + _BESIDE_A_NAME
    return max(places.longest_change((a.start, a.end), 0), places.longest_change((b.start, b.end), 1)) <= longest


def _spelt_alike(a: str, b: str) -> bool:
    return Indel.normalized_similarity(a.casefold(), b.casefold()) >= _ALIKE_SPELLING
