"""Facts that changed between two copies: what stands in the edited runs of paragraphs laid against each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from rapidfuzz.distance import Indel

from tui.model import Edit, Fact, FactKind, Row, RowKind, Story
from tui.relate.agreeing import agree, gives
from tui.relate.claim_words import NEGATIONS, SAYING
from tui.relate.claims import Claim
from tui.text.words import WORD, words

CHANGES = frozenset({RowKind.EDITED, RowKind.LEFT, RowKind.RIGHT})
_SHORT = 6  # words of an edit within which one figure or name takes the place of another
# Words of an edit within which a negation or a verb of saying still belongs to the claim around it: where one wording
# takes the place of another, and where words only come in or go out.
_TURNED = 8
_NEGATED, _ATTRIBUTED = 4, 6
_ALIKE_SPELLING = 0.6
_ALIKE_QUOTES = 0.3
_AROUND = 2

Span = tuple[int, int]


def changed(left: Story, right: Story, rows: Sequence[Row], a: Sequence[Claim], b: Sequence[Claim]) -> Iterator[Fact]:
    """The facts that changed, came in or went out inside paired rows, given the claims of both stories."""
    of_left, of_right = _by_block(a), _by_block(b)
    for number, row in enumerate(rows):
        if row.left is None or row.right is None or not row.edits or (row.kind is RowKind.MOVED and not row.at_left):
            continue
        if not any(edit.kind in CHANGES for edit in row.edits):
            continue
        texts = left.blocks[row.left].text, right.blocks[row.right].text
        sides = _inside(of_left[row.left], row, 0), _inside(of_right[row.right], row, 1)
        if sides[0] or sides[1]:
            yield from _claims_changed(number, row, sides, (a, b))
        for edit in row.edits:
            if edit.kind in CHANGES:
                yield from _turned(number, edit, texts, left.language or right.language or "en")


def _by_block(found: Sequence[Claim]) -> Mapping[int, list[Claim]]:
    out: dict[int, list[Claim]] = defaultdict(list)
    for claim in found:
        out[claim.block].append(claim)
    return out


def _inside(found: Sequence[Claim], row: Row, side: int) -> list[Claim]:
    low, high = _range(row.edits[0], side)[0], _range(row.edits[-1], side)[1]
    return [claim for claim in found if low <= claim.start < high]


def _range(edit: Edit, side: int) -> Span:
    return edit.right if side else edit.left


# ------------------------------------------------------------------------------------------------------ claims


def _claims_changed(
    number: int, row: Row, sides: tuple[list[Claim], list[Claim]], stories: tuple[Sequence[Claim], Sequence[Claim]]
) -> Iterator[Fact]:
    for kind in (FactKind.FIGURE, FactKind.DATE, FactKind.NAME, FactKind.QUOTATION):
        a = [claim for claim in sides[0] if claim.kind is kind]
        b = [claim for claim in sides[1] if claim.kind is kind]
        touched = [c for c in a if _touched(c, row.edits, 0)], [c for c in b if _touched(c, row.edits, 1)]
        gone = set(chain.from_iterable(_matched(row, touched, (a, b), agree)))
        left = [c for c in touched[0] if c not in gone], [c for c in touched[1] if c not in gone]
        for p, q in _matched(row, left, left, partial(_in_place_of, row)):
            gone |= {p, q}
            yield Fact(kind, p.text, q.text, number)
        for p in left[0]:
            if p not in gone and not any(gives(q, p) for q in stories[1]):
                yield Fact(kind, p.text, "", number)
        for q in left[1]:
            if q not in gone and not any(gives(p, q) for p in stories[0]):
                yield Fact(kind, "", q.text, number)


def _matched(
    row: Row,
    claims: tuple[Sequence[Claim], Sequence[Claim]],
    among: tuple[Sequence[Claim], Sequence[Claim]],
    fits: Callable[[Claim, Claim], bool],
) -> list[tuple[Claim, Claim]]:
    """Claims of either side with one among the other's that stands at their place and fits; each is used once."""
    out: list[tuple[Claim, Claim]] = []
    used: set[tuple[int, Claim]] = set()
    for side in (0, 1):
        for claim in claims[side]:
            if (side, claim) in used:
                continue
            place = project(row.edits, (claim.start, claim.end), side)
            for other in among[1 - side]:
                pair = (other, claim) if side else (claim, other)
                if (1 - side, other) not in used and _overlap(place, (other.start, other.end)) and fits(*pair):
                    used |= {(side, claim), (1 - side, other)}
                    out.append(pair)
                    break
    return out


def project(edits: Sequence[Edit], span: Span, side: int) -> Span:
    """Where a span of one side lies on the other: `side` 0 is from left to right, 1 from right to left."""
    low, high = -1, -1
    for edit in edits:
        own, other = _range(edit, side), _range(edit, 1 - side)
        if not _overlap(own, span):
            continue
        start, end = other
        if edit.kind is RowKind.SAME:
            start = other[0] + max(0, span[0] - own[0])
            end = other[0] + min(own[1], span[1]) - own[0]
        low, high = start if low < 0 else min(low, start), max(high, end)
    return (low, high) if low >= 0 else (0, 0)


def _overlap(a: Span, b: Span) -> bool:
    """Whether two spans share a place; an empty one lies in another that holds its place or borders on it."""
    if a[0] == a[1] or b[0] == b[1]:
        return a[0] <= b[1] and b[0] <= a[1]
    return a[0] < b[1] and b[0] < a[1]


def _touched(claim: Claim, edits: Sequence[Edit], side: int) -> bool:
    for edit in edits:
        if edit.kind not in CHANGES:
            continue
        start, end = _range(edit, side)
        if start == end:
            if claim.start < start < claim.end:
                return True
        elif start < claim.end and claim.start < end:
            return True
    return False


def _in_place_of(row: Row, a: Claim, b: Claim) -> bool:
    """Whether one claim stands where the other had another one, rather than in a passage written anew."""
    if a.kind is FactKind.QUOTATION:
        return Indel.normalized_similarity(a.key, b.key) >= _ALIKE_QUOTES
    if a.kind is FactKind.FIGURE and a.unit != b.unit and not a.nouns & b.nouns:
        return False
    if a.kind is FactKind.FIGURE and a.nouns & b.nouns:
        return True
    if a.kind is FactKind.NAME and (set(a.key) & set(b.key) or _spelt_alike(a.text, b.text)):
        return True
    return _size(row, a, 0) <= _SHORT and _size(row, b, 1) <= _SHORT


def _spelt_alike(a: str, b: str) -> bool:
    return Indel.normalized_similarity(a.casefold(), b.casefold()) >= _ALIKE_SPELLING


def _size(row: Row, claim: Claim, side: int) -> int:
    """The words of the edit that changes a claim."""
    sizes = [
        (end - start + 5) // 6
        for edit in row.edits
        if edit.kind in CHANGES
        for start, end in (_range(edit, side),)
        if _overlap((start, end), (claim.start, claim.end))
    ]
    return max(sizes, default=0)


# ------------------------------------------------------------------------------- negations and attributions


def _turned(number: int, edit: Edit, texts: tuple[str, str], language: str) -> Iterator[Fact]:
    old, new = words(texts[0][slice(*edit.left)]), words(texts[1][slice(*edit.right)])
    longest = max(len(old), len(new))
    if longest > _TURNED:
        return
    both = bool(old and new)
    shown = _around(texts[0], edit.left), _around(texts[1], edit.right)
    if (both or longest <= _NEGATED) and _negations(old, language) != _negations(new, language):
        yield Fact(FactKind.NEGATION, *shown, number)
    said, says = Counter(SAYING[w] for w in old if w in SAYING), Counter(SAYING[w] for w in new if w in SAYING)
    if (both or longest <= _ATTRIBUTED) and said != says:
        yield Fact(FactKind.ATTRIBUTION, *shown, number)


def _negations(found: Sequence[str], language: str) -> int:
    listed = NEGATIONS.get(language, NEGATIONS["en"])
    return sum(word in listed or word.endswith("n't") for word in found)


def _around(text: str, span: Span) -> str:
    """The span with two words on either side of it, as it is shown."""
    before = [match.start() for match in WORD.finditer(text, max(0, span[0] - 80), span[0])]
    after = [match.end() for match in WORD.finditer(text, span[1], min(len(text), span[1] + 80))]
    start = before[-_AROUND:][0] if before else span[0]
    end = after[:_AROUND][-1] if after else span[1]
    return text[start:end].strip()
