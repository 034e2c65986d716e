"""Which of several stories came first, in words; where their dates do not tell it, that is said."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import When
from tui.relate.descent.telling import dated_before, same_day
from tui.views.wording import count

SAME_DAY = "Same day, order unknown"


def order_words(left: When, right: When) -> str:
    """Which of two reports came first by their own dates, or why that is not known."""
    for one, other, side in ((left, right, "Left"), (right, left, "Right")):
        if (found := dated_before(one, other)) is not None:
            return f"{side} came first {found.evidence}"
    undated = [side for side, date in (("left", left), ("right", right)) if date.inferred or date.earliest is None]
    if undated:
        has = "has no date of its own" if len(undated) == 1 else "have no date of their own"
        return f"Order unknown: {' and '.join(undated)} {has}"
    return SAME_DAY if same_day(left, right) else "Order unknown: their days do not tell it"


def among_its_day(placed: When, kin: Sequence[When]) -> str:
    """How many of a story's copies and other reports have its day without telling which was first; "" for none."""
    level = [
        other
        for other in kin
        if same_day(placed, other) and dated_before(placed, other) is None and dated_before(other, placed) is None
    ]
    if not level:
        return ""
    return (
        f"{SAME_DAY}: {count(len(level), 'copy or other report', 'copies and other reports')} may be earlier or later."
    )
