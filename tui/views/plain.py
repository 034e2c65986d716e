"""The plain twins of the lists: stories, copies, actors, hits, problems, one thing a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui.library.entries import ActorCount, Entry, Summary
from tui.model import Match, MatchKind, Mention, Problem
from tui.views.evidence import of_match
from tui.views.lines import EMPTY, Line, Run, cells, line, padded
from tui.views.wording import count, days, when

_HEADS = {
    MatchKind.IDENTICAL: "Same copy, word for word",
    MatchKind.COPY: "Same copy",
    MatchKind.PART: "Part of another",
    MatchKind.EVENT: "Same event, other words",
    MatchKind.RELATED: "Related",
}


def story_list(entries: Sequence[Entry], snippets: Mapping[int, str] | None = None) -> Iterator[Line]:
    """Stories in the order given: id, date, marks (`‖2` copies, `◇3` reports of one event), headline, source."""
    dates = [when(entry.placed) for entry in entries]
    marks = [_marks(entry) for entry in entries]
    wide, marked = _widest(dates), _widest(marks)
    name = _widest(entry.id for entry in entries)
    for entry, date, mark in zip(entries, dates, marks, strict=True):
        yield line(
            Run(padded(entry.id, name), "dim"),
            "  ",
            Run(padded(date, wide, right=True), "dim" if entry.placed.inferred else ""),
            "  ",
            Run(f"{padded(mark, marked)}  " if marked else "", "accent"),
            Run(entry.headline or "(no words)", "dim" if entry.headline_derived else "bright"),
            Run(_source(entry), "dim"),
            whole=True,
        )
        if snippets is not None and (said := snippets.get(entry.number)):
            yield line(" " * (name + 2), said, hang=name + 2)


def summary(loaded: Summary) -> Line:
    """What is loaded, in a line."""
    said = [count(loaded.stories, "story", "stories"), f"in {count(loaded.files, 'file')}"]
    told = [
        *([count(loaded.copies, "copy", "copies")] if loaded.copies else []),
        *([count(loaded.events, "event") + " with several reports"] if loaded.events else []),
        *([count(loaded.problems, "problem")] if loaded.problems else []),
    ]
    span = [days(loaded.earliest, loaded.latest)] if loaded.earliest and loaded.latest else []
    return line(Run(" · ".join([" ".join(said), *told, *span]), "dim"))


def matches(found: Sequence[Match], entries: Mapping[str, Entry]) -> Iterator[Line]:
    """Matched pairs under the kind that they are of: both stories, then what the match rests on."""
    first = True
    for kind in MatchKind:
        pairs = [match for match in found if match.kind is kind]
        if not pairs:
            continue
        if not first:
            yield EMPTY
        first = False
        yield line(Run(f"{_HEADS[kind]}: {count(len(pairs), 'pair')}", "head"))
        for match in pairs:
            sides = [entries[match.left], entries[match.right]]
            wide = _widest(when(side.placed) for side in sides)
            name = _widest(side.id for side in sides)
            for side, ink in zip(sides, ("left", "right"), strict=True):
                yield line(
                    "  ",
                    Run(padded(side.id, name), ink),
                    "  ",
                    padded(when(side.placed), wide, right=True),
                    "  ",
                    Run(side.headline, "dim" if side.headline_derived else "bright"),
                    Run(_source(side), "dim"),
                    whole=True,
                )
            yield line("    ", Run(of_match(match), "dim"), hang=4)


def actors(counts: Sequence[ActorCount]) -> Iterator[Line]:
    """Actors with kind, stories, mentions, and how else they are written."""
    names = [count.actor.name for count in counts]
    wide = min(_widest(names), 44)
    name = _widest(count.actor.id for count in counts)
    yield line(
        Run(f"{padded('id', name)}  {padded('kind', 12)}  stories  mentions  {padded('name', wide)}  also", "dim"),
        whole=True,
    )
    for found in counts:
        actor = found.actor
        others = ", ".join(alias.text for alias in actor.aliases if alias.text != actor.name)
        yield line(
            Run(padded(actor.id, name), "dim"),
            f"  {padded(actor.kind.value, 12)}  {found.stories:>7}  {found.mentions:>8}  ",
            Run(padded(actor.name, wide), "bright"),
            Run(f"  {others}" if others else "", "dim"),
            whole=True,
        )


def mentions(found: Iterable[tuple[str, Mention]]) -> Iterator[Line]:
    """Mentions in the order given: story, actor, kind, where (block, start, end), as written."""
    for story, mention in found:
        where = f"{mention.block}:{mention.start}-{mention.end}"
        yield line(
            Run(f"{story}  {mention.actor}", "dim"),
            f"  {padded(mention.kind.value, 12)}  {where:<12}  ",
            Run(mention.surface, "bright"),
            whole=True,
        )


def problems(found: Iterable[Problem]) -> Iterator[Line]:
    """What could not be read and why, one clear line each."""
    for problem in found:
        yield line(problem_words(problem))


def problem_words(problem: Problem) -> str:
    """A problem as `path, member, line 3: why`."""
    where = problem.path + (f", {problem.member}" if problem.member else "")
    return f"{where}{f', line {problem.line}' if problem.line else ''}: {problem.reason}"


def _marks(entry: Entry) -> str:
    copies = f"‖{entry.copies}" if entry.copies > 1 else ""
    return " ".join(filter(None, (copies, f"◇{entry.reports}" if entry.event and entry.reports > entry.copies else "")))


def _source(entry: Entry) -> str:
    named = [part for part in (entry.agency or entry.outlet, entry.place) if part]
    return f"  ({', '.join(named)})" if named else ""


def _widest(texts: Iterable[str]) -> int:
    return max(map(cells, texts), default=0)
