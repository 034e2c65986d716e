"""What a comparison comes to, in words, with the numbers behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from tui.model import SAME_TEXT, BlockKind, Comparison, Fact, FactKind, MatchKind, RowKind
from tui.views.wording import blocks, count, facts, listed, percent

_ADDED = (
    BlockKind.HEADLINE,
    BlockKind.STANDFIRST,
    BlockKind.KEY_POINT,
    BlockKind.PARAGRAPH,
    BlockKind.SUBHEAD,
    BlockKind.CAPTION,
    BlockKind.PULL_QUOTE,
    BlockKind.COMMENT,
)
_OPENING = {
    MatchKind.IDENTICAL: "Same copy.",
    MatchKind.COPY: "Same copy.",
    MatchKind.EVENT: "Same event, two reports.",
    MatchKind.RELATED: "Related stories, not the same event.",
    None: "Different stories.",
}
_SHARED = (FactKind.QUOTATION, FactKind.FIGURE, FactKind.DATE)
_TURNS = frozenset({FactKind.NEGATION, FactKind.ATTRIBUTION})
_SHOWN = 3


def verdict(comparison: Comparison) -> str:
    """What the two are to each other, and how far they agree: one or two sentences."""
    if comparison.kind not in SAME_TEXT:
        return f"{_OPENING[comparison.kind]} {_shared(comparison)}"
    said = [_words(comparison), *_moved(comparison), _differing(comparison)]
    body = "; ".join(said) + "."
    if comparison.kind is MatchKind.PART:
        part, whole = _part_and_whole(comparison)
        return f"{part.capitalize()} is part of {whole}. {body}"
    return f"{_OPENING[comparison.kind]} {body}"


def added(comparison: Comparison) -> tuple[str, ...]:
    """What stands behind the verdict, a sentence each: where facts differ, what one side has alone, typography."""
    return tuple(_behind(comparison))


def differing(comparison: Comparison) -> list[Fact]:
    """The facts in which the two do not agree; a negation or an attribution differs where only one side has it."""
    return [fact for fact in comparison.facts if not fact.same and ((fact.left and fact.right) or fact.kind in _TURNS)]


def told_alone(comparison: Comparison, on_left: bool) -> list[Fact]:
    """The facts that only this side tells."""
    other = [fact.right if on_left else fact.left for fact in comparison.facts]
    return [
        fact
        for fact, missing in zip(comparison.facts, other, strict=True)
        if not missing and not fact.same and fact.kind not in _TURNS
    ]


# ------------------------------------------------------------------------------------------------------ copies


def _words(comparison: Comparison) -> str:
    same, left, right = comparison.words_same, comparison.words_left, comparison.words_right
    if same == left == right:
        return f"All {count(same, 'word')} of the body agree"
    if comparison.kind is MatchKind.PART:
        share = percent(same / max(left, right, 1))
        whole = _part_and_whole(comparison)[1]
        return (
            f"{same:,} of its {count(min(left, right), 'word')} stand there, {share} of {whole}'s {max(left, right):,}"
        )
    if left == right:
        return f"{same:,} of {count(left, 'word')} of the body agree"
    shares = [percent(same / words) if words else "none" for words in (left, right)]
    return (
        f"{count(same, 'word')} of the body agree, {shares[0]} of left's {left:,} and {shares[1]} of right's {right:,}"
    )


def _part_and_whole(comparison: Comparison) -> tuple[str, str]:
    """The sides of a part and its whole, which is the longer one: either can be laid on either side."""
    return ("left", "right") if comparison.words_left < comparison.words_right else ("right", "left")


def _moved(comparison: Comparison) -> Iterator[str]:
    moved = sum(row.kind is RowKind.MOVED and row.at_left for row in comparison.rows)
    if moved:
        yield f"{count(moved, 'paragraph')} moved"


def _differing(comparison: Comparison) -> str:
    found = differing(comparison)
    if not found:
        return "no fact differs"
    kinds = Counter(fact.kind for fact in found)
    return f"{listed([facts(kind, kinds[kind]) for kind in FactKind if kinds[kind]])} " + (
        "differs" if len(found) == 1 else "differ"
    )


# ----------------------------------------------------------------------------------------------------- reports


def _shared(comparison: Comparison) -> str:
    kinds = Counter(fact.kind for fact in comparison.facts if fact.same)
    shared = [facts(kind, kinds[kind]) for kind in _SHARED if kinds[kind]]
    unlike = Counter(fact.kind for fact in differing(comparison))
    differ = [facts(kind, unlike[kind]) for kind in _SHARED if unlike[kind]]
    said = f"They share {listed(shared)}" if shared else "They share no quotation and no figure"
    if differ:
        said += f"; {listed(differ)} {'differs' if sum(unlike.values()) == 1 else 'differ'}"
    return said + "."


# ------------------------------------------------------------------------------------------------------ behind


def _behind(comparison: Comparison) -> Iterator[str]:
    copies = comparison.kind in SAME_TEXT
    if not copies:
        yield from _figures(comparison)
    for side, counts in (("Left", comparison.added_left), ("Right", comparison.added_right)):
        if copies and (said := _blocks(counts)):
            yield f"{side} adds {said}"
    for side in ("Left", "Right"):
        if said := _alone(comparison, side == "Left"):
            yield f"{side} alone tells {said}"
    if copies:
        yield from _credits(comparison)
    if comparison.typography:
        differ = "difference is" if comparison.typography == 1 else "differences are"
        yield f"{comparison.typography:,} {differ} of typography alone"


def _blocks(counts: Mapping[BlockKind, int]) -> str:
    told = ((kind, counts[kind]) for kind in _ADDED if counts.get(kind))
    return ", ".join("a paragraph" if (kind, n) == (BlockKind.PARAGRAPH, 1) else blocks(kind, n) for kind, n in told)


def _alone(comparison: Comparison, on_left: bool) -> str:
    kinds = Counter(fact.kind for fact in told_alone(comparison, on_left))
    return listed([facts(kind, kinds[kind]) for kind in FactKind if kinds[kind]])


def _figures(comparison: Comparison) -> Iterator[str]:
    """Where figures of one thing differ: what one side says, and all that the other says for it."""
    unlike: dict[str, list[str]] = {}
    for fact in differing(comparison):
        if fact.kind is FactKind.FIGURE:
            unlike.setdefault(fact.left, []).append(fact.right)
    shown = [f"“{left}” / {', '.join(f'“{right}”' for right in rights)}" for left, rights in unlike.items()]
    if shown:
        more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
        yield f"Figures differ: {'; '.join(shown[:_SHOWN])}{more}"


def _credits(comparison: Comparison) -> Iterator[str]:
    """Who is named as the source, where the two do not name the same: dropped credit is the mark of a copy."""
    left, right = ((story.agency or story.byline) for story in (comparison.left, comparison.right))
    if left != right:
        yield f"Left credits {left or 'nobody'}, right {right or 'nobody'}"
