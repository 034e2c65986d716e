"""Counts of what the list shows, by outlet and by month, copies counted once beside: as choices to narrow it by."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from tui.app.asking.pick import Choice
from tui.app.paint.glyphs import signs
from tui.app.stories.facets import asked, month_choice
from tui.library.asking.contexts import count_hits
from tui.library.asking.tally import Part, Tally, tallied
from tui.library.library import Library
from tui.views.counted import whole_of

MOST_COUNTED = 2000
"""Stories in which hits are counted: each of them is read for it."""
BAR = 24  # cells of the longest bar


class Counted(NamedTuple):
    """The counts: a line that sums them up, a choice for every part, and what can be done with them."""

    title: str
    choices: tuple[Choice, ...]
    prompt: str


def counted(library: Library, kept: Collection[int] | None, words: Sequence[str]) -> Counted:
    """Count these stories (None: all), and the hits of these words in them where the stories are not too many."""
    numbers = library.order() if kept is None else kept
    few = len(numbers) <= MOST_COUNTED
    hits = count_hits(library, numbers, words) if words and few else None
    tally = tallied(library, numbers, hits)
    prompt = "Type to narrow; Enter shows these stories alone"
    if words and not few:
        prompt = f"Type to narrow; hits are counted in up to {MOST_COUNTED:,} stories"
    return Counted(whole_of(tally, hits=hits is not None), tuple(_choices(tally, hits=hits is not None)), prompt)


def _choices(tally: Tally, *, hits: bool) -> list[Choice]:
    columns = "".join(f"{name:>7}" for name in ("stories", "once", "hits")[: 2 + hits])
    by_outlet, by_month = f"{columns}  By outlet", f"{columns}  By month"
    found: list[Choice] = []
    most = max((part.once for part in tally.months), default=1)
    for part in tally.outlets:
        value = f"({asked('source', part.name)} OR {asked('agency', part.name)})" if part.name else ""
        found.append(Choice(value, part.name or "no outlet", _numbers(part, hits), group=by_outlet))
    for part in tally.months:
        bar = signs().bars[-1] * max(round(part.once / most * BAR), 1)
        if part.name:
            month = month_choice(part.name, part.once)
            found.append(Choice(month.value, month.label, _numbers(part, hits), bar, by_month, month.value))
        else:
            found.append(Choice("", "no date ", _numbers(part, hits), bar, by_month))
    return found


def _numbers(part: Part, hits: bool) -> str:
    return "".join(f"{number:>7,}" for number in (part.stories, part.once, part.hits)[: 2 + hits])
