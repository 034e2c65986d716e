"""The trace of a claim: the stories that carry a sentence, in order of time, and how each of them does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.library.asking.tracing import Carrier
from tui.model import Carriage, RowKind, When
from tui.views.lines import EMPTY, MEASURE, Line, Run, line
from tui.views.wording import percent, when

_INDENT = 4


def trace_lines(sentence: str, found: Sequence[Carrier]) -> Iterator[Line]:
    """The sentence, how many carry it, and each carrier with its passage."""
    yield line(Run(f"“{sentence}”", "head"), hang=1, measure=MEASURE)
    yield line(summary(found), hang=1)
    for carrier in found:
        entry = carrier.entry
        yield EMPTY
        source = "  ".join(part for part in (entry.agency or entry.outlet, entry.place) if part)
        yield line(
            Run(f"{when(entry.placed)}  ", "" if not entry.placed.inferred else "dim"),
            Run(how(carrier), "dim" if carrier.carried.how is Carriage.EXACT else "edit"),
            Run(f"  {entry.headline}", "bright"),
            Run(f"  ({source})" if source else "", "dim"),
            Run(f"  {entry.id}", "dim"),
            hang=_INDENT,
        )
        yield line(" " * _INDENT, *passage(carrier), hang=_INDENT, measure=MEASURE + _INDENT)
        if carrier.speaker:
            yield line(" " * _INDENT, Run(f"said by {carrier.speaker}", "dim"), hang=_INDENT)


def how(carrier: Carrier) -> str:
    """How a story carries the sentence: `word for word`, `edited, 83% of its words`."""
    carried = carrier.carried
    if carried.how is not Carriage.EDITED:
        return carried.how.value
    return f"{carried.how.value}, {percent(carried.share)} of its words"


def passage(carrier: Carrier) -> Iterator[Run]:
    """The passage with its changes marked: what it leaves out, and what it has instead or besides."""
    sought = carrier.sentence
    for edit in carrier.carried.edits:
        old, new = sought[slice(*edit.left)], carrier.text[slice(*edit.right)]
        if edit.kind in (RowKind.SAME, RowKind.TYPOGRAPHY):
            yield Run(new)
            continue
        told = old or new
        yield Run(told[: len(told) - len(told.lstrip())])
        if old.strip():
            yield Run(f"[-{old.strip()}-]", "left")
        if new.strip():
            yield Run(f"{{+{new.strip()}+}}", "right")
        yield Run(told[len(told.rstrip()) :])


def summary(found: Sequence[Carrier]) -> str:
    """How many stories carry it and how, and which of them is the first, where the days tell it."""
    if not found:
        return "No story carries it."
    kinds = [carrier.carried.how for carrier in found]
    split = [f"{kinds.count(kind)} {kind.value}" for kind in Carriage if kind in kinds]
    if len(found) == 1:
        return f"1 story carries it, {kinds[0].value}."
    if len(split) == 1:
        split = [f"all {kinds[0].value}"]
    texts = len({carrier.entry.first for carrier in found})
    among = (
        " (copies of one text)" if texts == 1 else f" ({texts} texts and their copies)" if texts < len(found) else ""
    )
    return f"{len(found):,} stories carry it{among}: {', '.join(split)}. {_first(found)}"


def _first(found: Sequence[Carrier]) -> str:
    one, other = found[0].entry, found[1].entry
    first, second = one.placed, other.placed
    if any(carrier.entry.placed.earliest is None or carrier.entry.placed.latest is None for carrier in found):
        return "Which is the first is unknown: some have no date."
    assert first.latest is not None
    assert second.earliest is not None
    by = one.outlet or one.agency
    if first.latest < second.earliest or _by_time(first, second):
        return f"First on {when(first)}{f', by {by}' if by else ''}."
    return "The first of them have the same day: order unknown." if first.day else "Which is the first is unknown."


def _by_time(first: When, second: When) -> bool:
    """Whether the times of one day tell the order."""
    known = first.day == second.day and first.time is not None and second.time is not None
    return known and first.zone == second.zone and first.basis is second.basis and first.time != second.time
