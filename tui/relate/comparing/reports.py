"""What two reports of one event share, and where they disagree: quotations, figures and dates over whole stories."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import Indel

from tui.model import Fact, FactKind, Row
from tui.relate.comparing.agreeing import dates_agree, within
from tui.relate.comparing.claims import Claim, quoted_words
from tui.relate.comparing.counted import stem
from tui.relate.comparing.counting import Counting
from tui.relate.comparing.pairing import best_of_either, scored
from tui.text.language import stop_words
from tui.text.sentences import sentences

_ALIKE_QUOTES = 0.5
_SHARED_WORDS = 4
_SHARED_RUN = 5
_SHARED_LETTERS = 24
_ALIKE_RUN = 0.7
_SHARED_STEMS = 4
_LONGER = 2.5
_SHORTEST_SENTENCE = 3
_SHARED_TELLING = 2

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
    for kind, link in (
        (FactKind.QUOTATION, _quotations),
        (FactKind.FIGURE, Counting(a, b).facts),
        (FactKind.DATE, _dates),
    ):
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
        if claim.kind is not kind or (claim.key, claim.counted.nouns) in seen:
            continue
        said = f" {' '.join(claim.key)} "
        if len(claim.key) < _SHORTEST_SENTENCE or not any(said in other != said for other in whole):
            seen.add((claim.key, claim.counted.nouns))
            out.append(claim)
    return out


# -------------------------------------------------------------------------------------------------- quotations


def _quotations(a: Sequence[Claim], b: Sequence[Claim]) -> Iterator[Linked]:
    for i, j in best_of_either(scored(a, b, _quoted_alike, _ALIKE_QUOTES, lambda claim: claim.key)):
        yield a[i], b[j], _overlapping(a[i], b[j])


def _overlapping(p: Claim, q: Claim) -> bool:
    if within(p.key, q.key) or within(q.key, p.key):
        return True
    short, long = sorted(("".join(claim.key) for claim in (p, q)), key=len)
    return len(short) >= _SHARED_LETTERS and short in long  # "every day", "everyday"


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


# ------------------------------------------------------------------------------------------------------- dates


def _dates(a: Sequence[Claim], b: Sequence[Claim]) -> Iterator[Linked]:
    taken: set[int] = set()
    for p in a:
        for j, q in enumerate(b):
            if j not in taken and dates_agree(p, q):
                taken.add(j)
                yield p, q, True
                break
