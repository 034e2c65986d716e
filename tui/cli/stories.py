"""The commands that print stories and who is in them: list, show, search, actors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from tui.cli.arguments import STANDARD_INPUT, Arguments
from tui.cli.asked import meant
from tui.cli.complaints import Complaint, complain
from tui.cli.printing import Printer
from tui.cli.roots import Roots
from tui.library.entries import Entry
from tui.library.library import Library
from tui.model import Mention, Story
from tui.views import plain
from tui.views.json import Json, actor_json, mention_json, problem_json, story_json
from tui.views.lines import EMPTY
from tui.views.page import story_page
from tui.views.wording import count

DONE, NOTHING = 0, 1
_AT_ONCE = 500


def list_stories(arguments: Arguments, library: Library, roots: Roots) -> int:
    """`list`: all stories in order of time, or what could not be read."""
    printer = Printer()
    if arguments.problems:
        problems = library.problems()
        if arguments.json:
            for problem in problems:
                printer.json(problem_json(replace(problem, path=_path(problem.path, roots))))
        else:
            printer.lines(plain.problems(replace(problem, path=roots.said(problem.path)) for problem in problems))
        return DONE if problems else NOTHING
    order = _once(library, library.order()) if arguments.once else library.order()
    if arguments.counts:
        return _print_counts(arguments, library, printer, order, ())
    if arguments.form:
        _written(arguments, library, order, roots, "All stories")
        return DONE
    if arguments.json:
        for form in _forms(library, order, roots):
            printer.json(form)
        return DONE
    printer.lines(plain.story_list(library.entries(order)))
    if printer.terminal:
        printer.lines([plain.summary(library.summary())])
    return DONE


def show_story(arguments: Arguments, library: Library, roots: Roots) -> int:
    """`show`: the story asked for; every story of a file."""
    printer = Printer()
    numbers = meant(library, arguments.asked[0])
    if arguments.form:
        _written(arguments, library, numbers, roots, library.entry(numbers[0]).headline)
        return DONE
    if arguments.json:
        for form in _forms(library, numbers, roots):
            printer.json(form)
        return DONE
    for nth, number in enumerate(numbers):
        if nth:
            printer.lines([EMPTY, EMPTY])
        page = story_page(
            _from(library.story(number), roots.said), library.placed(number), _relations(library.entry(number))
        )
        printer.lines(page)
    return DONE


def search_stories(arguments: Arguments, library: Library, roots: Roots) -> int:
    """`search`: the stories that the query finds, each with the piece of it that was hit."""
    from tui.search.plan import QueryError  # noqa: PLC0415
    from tui.search.query import parse  # noqa: PLC0415

    query = arguments.asked[0]
    try:
        plan = parse(query)
    except QueryError as error:
        at = f" (at character {error.position + 1} of {query!r})"
        raise Complaint(f"{error.reason}{at} {error.hint}".strip()) from error
    hits = library.search(plan)
    for hint in hits.hints:
        complain(hint)
    if not hits.numbers:
        complain(f"nothing found for {query!r}")
        return NOTHING
    printer = Printer()
    numbers: Sequence[int] = library.ranked(plan) if arguments.rank else hits.numbers
    if arguments.once:
        numbers = _once(library, numbers)
    if arguments.counts:
        return _print_counts(arguments, library, printer, numbers, hits.words)
    if arguments.kwic:
        return _print_contexts(arguments, library, printer, numbers, hits.words)
    if arguments.form:
        _written(arguments, library, numbers, roots, query)
    elif arguments.json:
        for form in _forms(library, numbers, roots):
            printer.json(form)
    else:
        snippets = {number: library.snippet(number, plan) for number in numbers}
        printer.lines(plain.story_list(library.entries(numbers), snippets))
    return DONE


def _print_counts(
    arguments: Arguments, library: Library, printer: Printer, numbers: Sequence[int], words: tuple[str, ...]
) -> int:
    """Stories and hits by outlet and month."""
    from tui.library.asking.contexts import count_hits  # noqa: PLC0415
    from tui.library.asking.tally import tallied  # noqa: PLC0415
    from tui.views.counted import counts, counts_json  # noqa: PLC0415

    tally = tallied(library, numbers, count_hits(library, numbers, words) if words else None)
    if arguments.json:
        for form in counts_json(tally):
            printer.json(form)
    else:
        printer.lines(counts(tally, hits=bool(words)))
    return DONE


def _print_contexts(
    arguments: Arguments, library: Library, printer: Printer, numbers: Sequence[int], words: tuple[str, ...]
) -> int:
    """Every hit with what stands around it."""
    from tui.library.asking.contexts import contexts  # noqa: PLC0415
    from tui.views.counted import BESIDE, context_json, in_context  # noqa: PLC0415

    found = False
    for batch in _batches(numbers):
        entries = {entry.number: entry for entry in library.entries(batch)}
        hits = ((hit, entries[hit.story]) for hit in contexts(library, entries, words, BESIDE))
        for hit, entry in hits:
            found = True
            if arguments.json:
                printer.json(context_json(hit, entry))
            else:
                printer.lines(in_context([(hit, entry)]))
    return DONE if found else NOTHING


def _once(library: Library, numbers: Iterable[int]) -> list[int]:
    """These stories, of copies only the first that is among them."""
    from tui.views.forms.kept import one_per_group  # noqa: PLC0415

    return one_per_group(library.entries(numbers))


def _written(arguments: Arguments, library: Library, numbers: Iterable[int], roots: Roots, title: str) -> None:
    from tui.cli.writing import write_stories  # noqa: PLC0415  few commands write

    write_stories(arguments, library, numbers, roots, title)


def list_actors(arguments: Arguments, library: Library, roots: Roots) -> int:
    """`actors`: who is in all stories, or in one; the page of one of them; or every mention, one a line."""
    printer = Printer()
    if arguments.actor or arguments.form:
        return _show_actor(arguments, library, roots, printer)
    numbers = [meant(library, arguments.story)[0]] if arguments.story else None
    if arguments.mentions:
        return _list_mentions(arguments, library, printer, library.order() if numbers is None else numbers)
    counts = library.actors(numbers)
    if arguments.json:
        for found in counts:
            printer.json(actor_json(found.actor))
    elif counts:
        printer.lines(plain.actors(counts))
    return DONE if counts else NOTHING


def _show_actor(arguments: Arguments, library: Library, roots: Roots, printer: Printer) -> int:
    """The page of one actor."""
    from tui.cli.writing import write_actor  # noqa: PLC0415
    from tui.library.entries import UnknownActor  # noqa: PLC0415
    from tui.views.forms.actor import actor_kept, actor_named  # noqa: PLC0415

    if not arguments.actor:
        raise Complaint("--format writes the page of one actor: --actor NAME says which")
    try:
        found = actor_kept(library, actor_named(library, arguments.actor))
    except UnknownActor as error:
        raise Complaint(str(error), NOTHING) from error
    if arguments.json:
        printer.json(actor_json(found.actor))
    else:
        arguments.form = arguments.form or "md"
        write_actor(arguments, found, roots)
    return DONE


def _list_mentions(arguments: Arguments, library: Library, printer: Printer, numbers: Iterable[int]) -> int:
    found = False
    for story, mention in _mentions(library, numbers):
        found = True
        if arguments.json:
            printer.json(mention_json(story, mention))
        else:
            printer.lines(plain.mentions([(story, mention)]))
    return DONE if found else NOTHING


def _mentions(library: Library, numbers: Iterable[int]) -> Iterator[tuple[str, Mention]]:
    for batch in _batches(numbers):
        ids = library.ids(batch)
        for number in batch:
            for mention in library.mentions(number):
                yield ids[number], mention


def _forms(library: Library, numbers: Iterable[int], roots: Roots) -> Iterator[Json]:
    """Stories as JSON, read from the library in batches."""
    for batch in _batches(numbers):
        entries = library.entries(batch)
        ids = library.ids({number for entry in entries for number in (entry.first, entry.event) if number})
        mentions = {entry.number: library.mentions(entry.number) for entry in entries}
        names = library.actor_names({mention.actor for found in mentions.values() for mention in found})
        for entry in entries:
            yield story_json(
                _from(library.story(entry.number), lambda path: _path(path, roots)),
                entry.placed,
                mentions[entry.number],
                library.quotations(entry.number),
                names=names,
                group=ids[entry.first] if entry.copies > 1 else None,
                event=ids[entry.event] if entry.event else None,
            )


def _path(path: str, roots: Roots) -> str:
    """A path for another program: what came in by standard input stands in no file that it could open."""
    return STANDARD_INPUT if path == roots.spooled else path


def _from(story: Story, said: Callable[[str], str]) -> Story:
    """The story, its document under the path that is said for it."""
    path = said(story.document.path)
    return story if path == story.document.path else replace(story, document=replace(story.document, path=path))


def _batches(numbers: Iterable[int]) -> Iterator[list[int]]:
    every = list(numbers)
    for start in range(0, len(every), _AT_ONCE):
        yield every[start : start + _AT_ONCE]


def _relations(entry: Entry) -> str:
    told = []
    if entry.copies > 1:
        told.append(f"‖ {count(entry.copies - 1, 'other copy', 'other copies')}")
    if entry.event and entry.reports > entry.copies:
        others = entry.reports - entry.copies
        told.append(f"◇ {count(others, 'other report')} of the event")
    return " · ".join(told)
