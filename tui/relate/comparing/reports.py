"""What two reports of one event share, and where they disagree: quotations, figures and dates over whole stories."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import Indel

from tui.model import Fact, FactKind, Row
from tui.relate.comparing.agreeing import dates_agree, within
from tui.relate.comparing.claims import Claim, quoted_words, stem
from tui.text.language import stop_words
from tui.text.sentences import sentences

_ALIKE_QUOTES = 0.5
_SHARED_WORDS = 4
_SHARED_RUN = 5
_ALIKE_RUN = 0.7
_SHARED_STEMS = 4
_LONGER = 2.5
_SHORTEST_SENTENCE = 3
_SAME_THING = 4.0
_NEAR, _FEW = 0.8, 5
_CONTEXT_COUNTS = 3
_MAX_PAIRS = 20_000
_SHARED_TELLING = 2
_SMALL_NUMBER = 20  # equal by chance up to here
_LARGE_NUMBER = 50
_CLOSE = 0.05
_FAR, _FAR_WITHOUT_FATE = 12, 2  # times as much: another thing, or another span of time
_NOT_NEAR = 1.5
_NO_THINGS = frozenset(map(stem, ("times", "parts", "ways", "kinds", "sides")))
_OPEN_BOUND = re.compile(r"at (?:least|most)|no (?:less|fewer|more)|up to|as (?:many|much|few)", re.IGNORECASE)
_ROUNDED_UP, _ROUNDED_DOWN, _ABOUT = 1.25, 0.8, 0.1
_CURRENCY_LETTERS = 3

Linked = tuple[Claim, Claim, bool]


def reports(
    rows: Sequence[Row], a: Sequence[Claim], b: Sequence[Claim]
) -> tuple[list[Fact], tuple[list[Claim], list[Claim]]]:
    """The facts that both stories give, agreeing or not, and the claims of either that the other has nothing to set to.

    Quotations agree where one's words stand in the other's, and are one quotation in two wordings where they are
    alike. Figures answer each other where they count the same thing, told by their unit, their nouns, the words
    around them and what befell those counted. Of the dates only those that agree are set against each other.
    """
    at = rows_of(rows)
    told = _told(a), _told(b)
    found: list[Fact] = []
    met_a: set[Claim] = set()
    met_b: set[Claim] = set()
    for kind, link in ((FactKind.QUOTATION, _quotations), (FactKind.FIGURE, _figures), (FactKind.DATE, _dates)):
        p, q = _once(told[0], kind), _once(told[1], kind)
        for x, y, same in link(p, q):
            row = at[0].get(x.block)
            found.append(
                Fact(kind, x.text, y.text, row if row is not None and row == at[1].get(y.block) else None, same)
            )
            met_a.add(x)
            met_b.add(y)
    found.sort(key=lambda fact: not fact.same)
    rest = _left_over(told[0], met_a), _left_over(told[1], met_b)
    return found, rest


def _left_over(found: Sequence[Claim], met: set[Claim]) -> list[Claim]:
    """The claims that neither met one of the other side nor say again what one that did says."""
    quoted = [f" {' '.join(claim.key)} " for claim in met if claim.kind is FactKind.QUOTATION]
    known = {(claim.kind, claim.key) for claim in met}
    return [
        c
        for c in found
        if (c.kind, c.key) not in known
        and not (
            c.kind is FactKind.QUOTATION and len(c.key) > 1 and any(f" {' '.join(c.key)} " in said for said in quoted)
        )
    ]


def _told(found: Sequence[Claim]) -> list[Claim]:
    return [c for claim in found for c in (_by_sentence(claim) if claim.kind is FactKind.QUOTATION else (claim,))]


def rows_of(rows: Sequence[Row]) -> tuple[Mapping[int, int], Mapping[int, int]]:
    """The number of the first row of every block, of the left and of the right."""
    left: dict[int, int] = {}
    right: dict[int, int] = {}
    for number, row in enumerate(rows):
        if row.left is not None and row.at_left:
            left.setdefault(row.left, number)
        if row.right is not None:
            right.setdefault(row.right, number)
    return left, right


def _once(found: Sequence[Claim], kind: FactKind) -> list[Claim]:
    """The claims of a kind, each meaning once: for a figure, once for each thing that it counts."""
    whole = [f" {' '.join(c.key)} " for c in found if c.kind is kind is FactKind.QUOTATION]
    seen: set[Hashable] = set()
    out = []
    for claim in found:
        if claim.kind is not kind or (claim.key, claim.nouns) in seen:
            continue
        said = f" {' '.join(claim.key)} "
        if len(claim.key) < _SHORTEST_SENTENCE or not any(said in other != said for other in whole):
            seen.add((claim.key, claim.nouns))
            out.append(claim)
    return out


def _scored(
    a: Sequence[Claim],
    b: Sequence[Claim],
    score: Callable[[Claim, Claim], float],
    least: float,
    telling: Callable[[Claim], Iterable[str]],
) -> dict[tuple[int, int], float]:
    """The pairs that score enough; `telling` gives a claim's own words."""
    scores: dict[tuple[int, int], float] = {}
    for i, j in _candidates([set(telling(c)) for c in a], [set(telling(c)) for c in b]):
        value = score(a[i], b[j])
        if value >= least:
            scores[i, j] = value
    return scores


def _best_of_either(scores: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs in which one is the other's best, in the order of the left."""
    best: set[tuple[int, int]] = set()
    for side in (0, 1):
        top: dict[int, tuple[float, tuple[int, int]]] = {}
        for cell, value in scores.items():
            if cell[side] not in top or value > top[cell[side]][0]:
                top[cell[side]] = value, cell
        best |= {cell for _, cell in top.values()}
    return sorted(best)


def _one_to_one(scores: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Pairs from the highest score down, each side of them used once, in the order of the left."""
    taken: tuple[set[int], set[int]] = set(), set()
    out = []
    for (i, j), _ in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            out.append((i, j))
    return sorted(out)


def _candidates(a: Sequence[set[str]], b: Sequence[set[str]]) -> Iterator[tuple[int, int]]:
    """All pairs of short lists; of long ones those that share a word that is not in every second of them."""
    if len(a) * len(b) <= _MAX_PAIRS:
        yield from ((i, j) for i in range(len(a)) for j in range(len(b)))
        return
    where: dict[str, list[int]] = defaultdict(list)
    for j, told in enumerate(b):
        for word in told:
            where[word].append(j)
    rare = max(4, int(len(b) ** 0.5))
    for i, told in enumerate(a):
        yield from ((i, j) for j in sorted({j for word in told if len(where[word]) <= rare for j in where[word]}))


# -------------------------------------------------------------------------------------------------- quotations


def _quotations(a: Sequence[Claim], b: Sequence[Claim]) -> Iterator[Linked]:
    for i, j in _best_of_either(_scored(a, b, _quoted_alike, _ALIKE_QUOTES, lambda claim: claim.key)):
        yield a[i], b[j], _overlapping(a[i], b[j])


def _overlapping(p: Claim, q: Claim) -> bool:
    return within(p.key, q.key) or within(q.key, p.key)


def _quoted_alike(p: Claim, q: Claim) -> float:
    """How surely two quotations are of one utterance: 1 where one stands in the other, else by their telling words."""
    if _overlapping(p, q):
        return 1.0 if min(len(p.key), len(q.key)) >= _SHARED_WORDS or p.key == q.key else 0.0
    stops = stop_words("en")
    short, long = sorted(([stem(w) for w in c.key if w not in stops and len(w) > 1] for c in (p, q)), key=len)
    shared = Indel.similarity(short, long) // 2
    share = shared / max(1, len(short))
    run = Indel.similarity(p.key, q.key) // 2
    if (
        run >= max(_SHARED_RUN, _ALIKE_RUN * min(len(p.key), len(q.key)))
        and shared >= _SHARED_TELLING
        and share >= _ALIKE_QUOTES
    ):
        return 0.9 * run / min(len(p.key), len(q.key))
    phrase = 1 < shared == len(short) and len(long) <= _LONGER * len(short)
    return share * 0.9 if phrase or (shared >= _SHARED_STEMS and share >= _ALIKE_QUOTES) else 0.0


def _by_sentence(claim: Claim) -> Iterator[Claim]:
    """A quotation sentence by sentence, as reports quote one of them and leave the next."""
    parts = [(start, end, quoted_words(claim.text[start:end])) for start, end in sentences(claim.text)]
    if any(len(said) < _SHORTEST_SENTENCE for _, _, said in parts):
        yield claim
        return
    for start, end, said in parts:
        yield replace(claim, start=claim.start + start, text=claim.text[start:end].rstrip(" ,"), key=said)


# ---------------------------------------------------------------------------------------------- figures, dates


def _figures(a: Sequence[Claim], b: Sequence[Claim]) -> Iterator[Linked]:
    """The figures that count one thing: those that agree first, and of the rest, one to one, those that do not.

    What both sides tell of one thing is in no dispute, unless one of them also tells it a little otherwise.
    """
    alike = _scored(a, b, _same_thing, _SAME_THING, lambda claim: claim.context | claim.nouns)
    agreeing = {cell: value for cell, value in alike.items() if _agree(a[cell[0]], b[cell[1]])}
    found = [(cell, True) for cell in _one_to_one(agreeing)]
    settled = {a[i].key for i, _ in agreeing}, {b[j].key for _, j in agreeing}
    rest = {}
    for (i, j), value in alike.items():
        told = (a[i].key in settled[0]) + (b[j].key in settled[1])
        if (i, j) not in agreeing and (told == 0 or (told == 1 and _is_near(a[i], b[j]))):
            rest[i, j] = value
    found += [(cell, False) for cell in _disputed(rest, a, b) if not _compatible(a[cell[0]], b[cell[1]])]
    for (i, j), same in sorted(found, key=lambda one: (one[1], _weight(a[one[0][0]]), one[0])):
        yield a[i], b[j], same


def _agree(p: Claim, q: Claim) -> bool:
    """Whether two reports state one value; that one of them says "about" or "at least" is its manner."""
    if p.value != q.value or p.unit != q.unit:
        return False
    bounds = {claim.key[2] for claim in (p, q) if not _OPEN_BOUND.match(claim.text)}
    return len(bounds) < 2 or "about" in bounds


def _disputed(scores: Mapping[tuple[int, int], float], a: Sequence[Claim], b: Sequence[Claim]) -> list[tuple[int, int]]:
    """The figures that differ, one to one; where one side gives several values close together, with all of these."""
    pairs = _one_to_one(scores)
    taken = {i for i, _ in pairs}, {j for _, j in pairs}
    more = [
        (i, j)
        for i, j in scores
        for x, y in pairs
        if (i == x and j not in taken[1] and _close(b[j], b[y]))
        or (j == y and i not in taken[0] and _close(a[i], a[x]))
    ]
    return sorted({*pairs, *more})


def _close(p: Claim, q: Claim) -> bool:
    return p.value != q.value and abs(p.value - q.value) <= _CLOSE * max(abs(p.value), abs(q.value))


def _compatible(p: Claim, q: Claim) -> bool:
    """Whether one figure is what the other says in rounder words: 715, and "more than 700"."""
    bounds = p.key[2], q.key[2]
    if not any(bounds) or all(bounds):
        return False
    round_one, exact = (p, q) if bounds[0] else (q, p)
    if not round_one.value:
        return False
    ratio = exact.value / round_one.value
    return {"more": 1 < ratio <= _ROUNDED_UP, "less": _ROUNDED_DOWN <= ratio < 1}.get(
        bounds[0] or bounds[1], abs(ratio - 1) <= _ABOUT
    )


def _weight(claim: Claim) -> tuple[int, int]:
    """The order in which figures that differ are told: the dead and hurt, money, shares, counts; measures last."""
    if claim.fate >= 0:
        return 0, claim.fate
    if len(claim.unit) == _CURRENCY_LETTERS and claim.unit.isupper():
        return 1, 0
    return (2, 0) if claim.unit == "%" else (3, 0) if not claim.unit else (4, 0)


def _same_thing(p: Claim, q: Claim) -> float:
    """How surely two figures count the same thing: a noun is worth 2, a word around them 1, an equal value 2.

    Small numbers are equal by chance: they need a noun, or a fate, in common.
    """
    if p.unit != q.unit or {p.noun, q.noun} & _NO_THINGS or (p.fate != q.fate and -1 not in (p.fate, q.fate)):
        return 0.0
    about_p, about_q = p.context | p.nouns, q.context | q.nouns
    around = min(_CONTEXT_COUNTS, len(about_p & about_q))
    nouns = 2.0 if p.nouns & q.nouns else 0.0
    fate = 2.0 if p.fate == q.fate != -1 else 0.0
    x, y = abs(p.value), abs(q.value)
    if p.value == q.value:
        if x <= _SMALL_NUMBER and not p.unit and not nouns and not fate:
            return 0.0
        return 2.0 + nouns + around + fate + (0.5 if p.key == q.key else 0.0)
    near = _is_near(p, q)
    if not nouns and not (near and (fate or p.unit or x >= _LARGE_NUMBER)):
        return 0.0
    if not near and (p.fate < 0) != (q.fate < 0):
        return 0.0
    if max(x, y) > (_FAR if fate else _FAR_WITHOUT_FATE) * min(x, y):
        return 0.0
    last = 1.0 if p.noun and p.noun == q.noun else 0.0
    if nouns and not last and not fate:  # "two reaction wheels", "four wheel failures": they share a word, not a thing
        nouns = 1.0
    return (1.0 if near else 0.0) + nouns + last + around + fate - (0.0 if near or fate else _NOT_NEAR)


def _is_near(p: Claim, q: Claim) -> bool:
    """Whether two values are so near that they may be of one thing."""
    x, y = abs(p.value), abs(q.value)
    return min(x, y) >= _NEAR * max(x, y) and max(x, y) > _FEW


def _dates(a: Sequence[Claim], b: Sequence[Claim]) -> Iterator[Linked]:
    taken: set[int] = set()
    for p in a:
        for j, q in enumerate(b):
            if j not in taken and dates_agree(p, q):
                taken.add(j)
                yield p, q, True
                break
