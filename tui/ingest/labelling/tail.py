"""What stands below a story on its page and reads like text: teasers of other stories, and the page's own matter."""

from __future__ import annotations

from collections.abc import Sequence

from tui.ingest.labelling.body import cost, groups, prose, words_of
from tui.ingest.labelling.furniture import Furniture
from tui.ingest.labelling.passages import Passage
from tui.model import BlockKind

# A gap that costs so much may lie between a story and what the page shows below it.
_WIDE = 4.0
_LEAST_ABOVE = 60
_LEAST_SHARE = 0.3
# Below it goes on with the same matter where so many of the words have stood above already.
_SAME = 0.22
_SAME_IN_LISTS = 0.38
# So many words in a row are a story's, whatever they speak of.
_LONG = 110
_TEASER_WORDS = 26
_LONGEST_TEASER = 60
_LEAST_HEADLINE = 3
_LONGEST_HEADLINE = 28
_OTHER_STORIES = (Furniture.RELATED, Furniture.ELSEWHERE)


def without_tail(passages: Sequence[Passage], start: int, end: int) -> int:
    """The last passage of the body when what the page shows below the story is cut off.

    The cut lies at a wide gap below which nothing but short groups of prose come that speak of other things, that
    stand each under a headline and a date of its own, or that list one teaser below another; or at a heading over
    other stories below which nothing but headlines come, each with one paragraph.
    """
    found = groups(passages, start, end)
    words = [sum(passages[i].words for i in group) for group in found]
    total, above = sum(words), words[0]
    for k in range(1, len(found)):
        if above >= max(_LEAST_ABOVE, total * _LEAST_SHARE) and _cut_above(passages, found, k, above):
            return found[k - 1][-1]
        above += words[k]
    return end


def _cut_above(passages: Sequence[Passage], found: Sequence[Sequence[int]], k: int, above: int) -> bool:
    """Whether the groups from number `k` on are the page's, below `above` words of the story."""
    gap, rest = passages[found[k - 1][-1] + 1 : found[k][0]], found[k:]
    if any(passage.furniture in _OTHER_STORIES for passage in gap) and _teasers(passages, rest):
        return True
    if sum(map(cost, gap)) < _WIDE:
        return False
    return _cards(passages, rest) or (not _goes_on(passages, rest) and _other(passages, found[:k], rest, above))


def _teasers(passages: Sequence[Passage], rest: Sequence[Sequence[int]]) -> bool:
    """Whether every group is one paragraph, and not a long one, directly below a line that may be its headline."""
    return len(rest) > 1 and all(
        len(group) == 1
        and passages[group[0]].words <= _LONGEST_TEASER
        and _LEAST_HEADLINE <= passages[group[0] - 1].words <= _LONGEST_HEADLINE
        and not prose(passages[group[0] - 1])
        and passages[group[0] - 1].furniture is None
        for group in rest
    )


def _goes_on(passages: Sequence[Passage], rest: Sequence[Sequence[int]]) -> bool:
    return any(sum(passages[i].words for i in group) >= _LONG for group in rest)


def _cards(passages: Sequence[Passage], rest: Sequence[Sequence[int]]) -> bool:
    """Whether every group is one paragraph below a short line and a date: the cards of other stories."""
    return len(rest) > 1 and all(
        len(group) == 1
        and any(passage.kind in (BlockKind.STAMP, BlockKind.BYLINE) for passage in passages[group[0] - 3 : group[0]])
        for group in rest
    )


def _other(
    passages: Sequence[Passage], before: Sequence[Sequence[int]], rest: Sequence[Sequence[int]], above: int
) -> bool:
    """Whether the rest lists short pieces, or is less than half of what is above and speaks of something else."""
    said = set().union(*(words_of(passages, group) for group in before))
    new = set().union(*(words_of(passages, group) for group in rest))
    shared = len(new & said) / max(1, len(new))
    read = [i for group in rest for i in group]
    short = sum(passages[i].words for i in read) <= _TEASER_WORDS * len(read)
    between = sum(not prose(passage) for passage in passages[rest[0][0] : rest[-1][-1]])
    if short and between >= len(read):
        return shared < _SAME_IN_LISTS
    return shared < _SAME and sum(passages[i].words for i in read) * 2 < above
