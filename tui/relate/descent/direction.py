"""Direction: of the copies of one text, which came first, which agency it came from, and who was cut from whom.

Nothing is guessed: an order needs dates, times or notes that tell it, a source needs text or credit that points to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tui.model import BlockKind, Descent, Lineage, Story
from tui.relate.descent.changes import changes
from tui.relate.descent.telling import Telling, before, same_day
from tui.text.words import words

_OWN_TEXT = 0.9  # an agency's own page among those that credit it
_CREDITED_ALONE, _CREDITED_BY_ALL = 0.6, 0.9
_CLEARLY_NEARER = 0.03  # of its runs of words, which one source has more of than the next
_ONLY_ONE, _NEAREST = 1.0, 0.8
_LEAST_OF_SOURCE = 0.2
_SMALL = frozenset({"the", "and", "of", "a", "for", "de", "la"})
_BEFORE_AGENCY = 2


def lineage(stories: Sequence[Story]) -> Lineage:
    """Where the copies of one group come from; `stories` in the order of time, as far as it is known."""
    tellings = [Telling(story) for story in stories]
    agency, sure, why = _agency(stories)
    own = [telling for telling in tellings if agency and _is_agency(telling.story, agency)]
    first, first_sure, first_why = _first(tellings, own)
    copies = tuple(_descent(telling, tellings, own, first, agency) for telling in tellings)
    return Lineage(first.id if first else None, first_sure, first_why, agency, sure, why, copies)


def first_of(stories: Sequence[Story]) -> tuple[Story | None, float, tuple[str, ...]]:
    """The story that came before all others, how sure that is, and what says so; None and why nothing does."""
    tellings = [Telling(story) for story in stories]
    agency, _, _ = _agency(stories)
    own = [telling for telling in tellings if agency and _is_agency(telling.story, agency)]
    first, sure, why = _first(tellings, own)
    return (first.story if first else None), sure, why


def _first(tellings: Sequence[Telling], own: Sequence[Telling]) -> tuple[Telling | None, float, tuple[str, ...]]:
    """The telling that is before all others, how sure that is, and what says so or why nothing does."""
    for one in tellings:
        known = [before(one, other) for other in tellings if other is not one]
        if known and all(known):
            told = [found for found in known if found is not None]
            least = min(told, key=lambda found: found.confidence)
            return one, least.confidence, (f"it comes first {least.evidence}",)
    if len(own) == 1 and not any(before(other, own[0]) for other in tellings if other is not own[0]):
        return own[0], _OWN_TEXT, ("it is the agency's own, which the others credit",)
    return None, 0.0, (_why_unknown([telling.story for telling in tellings]),)


def _why_unknown(stories: Sequence[Story]) -> str:
    days = {story.when.day for story in stories if story.when.day is not None and not story.when.inferred}
    undated = sum(story.when.inferred or story.when.earliest is None for story in stories)
    if undated:
        own = "has no date of its own" if undated == 1 else "have no date of their own"
        return f"order unknown: {undated} of {len(stories)} {own}"
    return "same day, order unknown" if len(days) == 1 else "order unknown: the days do not tell it"


# ------------------------------------------------------------------------------------------------------ agency


def _agency(stories: Sequence[Story]) -> tuple[str, float, tuple[str, ...]]:
    """The agency that the copies credit: nothing where two are credited alike, or none is."""
    credited = Counter(story.agency for story in stories if story.agency)
    if not credited:
        return "", 0.0, ("no copy credits an agency",)
    (agency, most), *others = credited.most_common()
    if others and others[0][1] == most:
        return "", 0.0, (f"{agency} and {others[0][0]} are credited alike",)
    share = most / sum(credited.values())
    sure = _CREDITED_ALONE + (_CREDITED_BY_ALL - _CREDITED_ALONE) * min(1.0, (most - 1) / max(1, len(stories) - 1))
    where = dict.fromkeys(place for story in stories if story.agency == agency for place in _credits(story))
    by = f" ({', '.join(where)})" if where else ""
    return agency, sure * share, (f"{agency} is credited in {most} of {len(stories)}{by}",)


def _credits(story: Story) -> list[str]:
    """In which parts of the story its agency is named."""
    named = tuple(words(story.agency))
    return [
        kind.value
        for kind in (BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.SIGN_OFF)
        if any(_has(words(block.text), named) for block in story.of(kind))
    ]


def _has(said: Sequence[str], named: Sequence[str]) -> bool:
    size = len(named)
    return any(tuple(said[at : at + size]) == tuple(named) for at in range(len(said) - size + 1))


def _is_agency(story: Story, agency: str) -> bool:
    """Whether a story stands at the agency itself: its outlet bears the agency's name, or spells it out."""
    outlet = [word for word in words(story.outlet) if word not in _SMALL]
    if not outlet:
        return False
    named = [word for word in words(agency) if word not in _SMALL]
    initials = "".join(part[0] for word in outlet for part in word.split("-") if part)
    return outlet[: len(named)] == named or (len(named) == 1 and initials == named[0])


# ------------------------------------------------------------------------------------------------------ sources


def _descent(
    telling: Telling, tellings: Sequence[Telling], own: Sequence[Telling], first: Telling | None, agency: str
) -> Descent:
    """What a copy was made from: the nearest in text of those that came before it, or the agency's own page."""
    base = first or tellings[0]
    against = None if telling is base else changes(base.story, telling.story)
    if telling is first:
        return Descent(telling.id)
    earlier = [(other, found) for other in tellings if other is not telling and (found := before(other, telling))]
    credits_it = len(own) == 1 and telling is not own[0] and telling.story.agency == agency
    if not earlier and credits_it and telling.shared_with(own[0]) >= _LEAST_OF_SOURCE and not before(telling, own[0]):
        told = changes(own[0].story, telling.story)
        return Descent(telling.id, own[0].id, told, _OWN_TEXT, (f"it credits {agency}, whose own page that is",))
    if not earlier:
        return Descent(telling.id, None, against, 0.0, (_why_no_source(telling, tellings),))
    shares = sorted(((telling.shared_with(other), nth) for nth, (other, _) in enumerate(earlier)), reverse=True)
    share, nearest = shares[0]
    if share < _LEAST_OF_SOURCE:
        return Descent(telling.id, None, against, 0.0, ("it shares too little with any that came before",))
    source, known = earlier[nearest]
    if len(shares) > 1 and share - shares[1][0] < _CLEARLY_NEARER:
        why = (
            f"{len([one for one, _ in shares if share - one < _CLEARLY_NEARER])} earlier copies are equally near to it"
        )
        return Descent(telling.id, None, against, 0.0, (why,))
    alone = len(shares) == 1
    why = "the only copy before it" if alone else "the nearest in text of those before it"
    sure = known.confidence * (_ONLY_ONE if alone else _NEAREST) * min(1.0, 0.5 + share / 2)
    told = changes(source.story, telling.story)
    return Descent(
        telling.id,
        source.id,
        told,
        sure,
        (f"{why}: {_percent(share)} of its runs of words stand there", known.evidence),
    )


def _why_no_source(telling: Telling, tellings: Sequence[Telling]) -> str:
    if telling.story.when.inferred or telling.story.when.earliest is None:
        return "no date of its own: order unknown"
    level = sum(same_day(telling.story.when, other.story.when) for other in tellings) - 1
    if level <= 0:
        return "nothing that is surely earlier"
    return f"same day{'' if level == len(tellings) - 1 else f' as {level} of the others'}, order unknown"


def _percent(share: float) -> str:
    return f"{min(99, round(share * 100)) if share < 1 else 100}%"
