"""The plain twins and JSON forms of counts, and of hits in context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.library.asking.contexts import Hit
from tui.library.asking.tally import Part, Tally
from tui.library.entries import Entry
from tui.views.json import Json
from tui.views.lines import EMPTY, Line, Run, cells, line, padded
from tui.views.wording import count, when

BESIDE = 46  # columns on either side of a hit


def counts(tally: Tally, *, hits: bool) -> Iterator[Line]:
    """Stories, with copies counted once, and hits where there are any: the whole, by outlet, by month."""
    yield line(Run(_row(("stories", "once", "hits")[: 2 + hits]), "dim"), whole=True)
    yield line(Run(_numbers(tally.whole, hits), "head"), Run("  all", "head"), whole=True)
    for title, parts, nameless in (("By outlet", tally.outlets, "no outlet"), ("By month", tally.months, "no date")):
        yield EMPTY
        yield line(Run(title, "head"))
        for part in parts:
            yield line(
                _numbers(part, hits), "  ", Run(part.name or nameless, "bright" if part.name else "dim"), whole=True
            )


def counts_json(tally: Tally) -> Iterator[Json]:
    """The counts, an object for each part; `once` counts copies once."""
    for kind, parts in (("all", (tally.whole,)), ("outlet", tally.outlets), ("month", tally.months)):
        for part in parts:
            yield {"by": kind, "name": part.name, "stories": part.stories, "once": part.once, "hits": part.hits}


def in_context(hits: Iterable[tuple[Hit, Entry]]) -> Iterator[Line]:
    """Hits one under another, what stands before them flush with them; id, date and outlet in front."""
    for hit, entry in hits:
        before = hit.place.before[-BESIDE:]
        before = f"{' ' * max(0, BESIDE - cells(before))}{before}"
        yield line(
            Run(entry.id, "dim"),
            "  ",
            Run(padded(_short(when(entry.placed), 13), 13), "dim"),
            "  ",
            Run(padded(_short(entry.outlet or entry.agency, 16), 16), "dim"),
            "  ",
            before,
            Run(hit.place.hit, "accent"),
            hit.place.after,
            whole=True,
        )


def context_json(hit: Hit, entry: Entry) -> Json:
    """A hit with what stands around it; `block`, `start` and `end` say where it is in the story's blocks."""
    place = hit.place
    return {
        "story": entry.id,
        "block": hit.block,
        "start": place.start,
        "end": place.end,
        "before": place.before,
        "hit": place.hit,
        "after": place.after,
    }


def whole_of(tally: Tally, *, hits: bool) -> str:
    """The counts in a line: `213 stories, 180 with copies counted once, 540 hits`."""
    told = [count(tally.whole.stories, "story", "stories"), f"{tally.whole.once:,} with copies counted once"]
    return ", ".join([*told, count(tally.whole.hits, "hit")] if hits else told)


def _numbers(part: Part, hits: bool) -> str:
    return _row([f"{part.stories:,}", f"{part.once:,}", f"{part.hits:,}"][: 2 + hits])


def _row(texts: Sequence[str]) -> str:
    return "".join(f"{text:>9}" for text in texts)


def _short(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
