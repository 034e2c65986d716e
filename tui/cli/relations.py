"""The commands on what stories are to one another: copies and compare."""

from __future__ import annotations

from tui.cli.arguments import Arguments
from tui.cli.asked import meant
from tui.cli.complaints import Complaint
from tui.cli.printing import Printer
from tui.cli.roots import Roots
from tui.library.entries import Entry
from tui.library.library import Library
from tui.model import Comparison, MatchKind
from tui.views import plain
from tui.views.inline import comparison_page, opening
from tui.views.json import compare_json, match_json
from tui.views.lines import EMPTY

DONE, NOTHING = 0, 1


def list_matches(arguments: Arguments, library: Library, _: Roots) -> int:
    """`copies`: the verified pairs, the closest kind first; merely related ones where they are asked for."""
    found = [match for match in library.matches() if arguments.related or match.kind is not MatchKind.RELATED]
    printer = Printer()
    if arguments.json:
        for match in found:
            printer.json(match_json(match))
    elif found:
        numbers = {id: library.number(id) for match in found for id in (match.left, match.right)}
        entries = {entry.id: entry for entry in library.entries(numbers.values())}
        printer.lines(plain.matches(found, entries))
    return DONE if found else NOTHING


def compare_stories(arguments: Arguments, library: Library, _: Roots) -> int:
    """`compare`: two stories side by side on a terminal that is wide enough, in one text elsewhere."""
    from tui.relate.compare import compare  # noqa: PLC0415

    one, other = (meant(library, name)[0] for name in arguments.asked)
    if one == other:
        raise Complaint("both are the same story; compare takes two")
    match = library.match(one, other)
    comparison = compare(library.story(one), library.story(other), match.kind if match else None)
    printer = Printer()
    if arguments.json:
        printer.json(compare_json(comparison))
    elif printer.terminal:
        _print_on_terminal(comparison, library.entries([one, other]), printer)
    else:
        printer.lines(comparison_page(comparison))
    return DONE


def _print_on_terminal(comparison: Comparison, entries: list[Entry], printer: Printer) -> None:
    from tui.cli.sides import NARROWEST, columns  # noqa: PLC0415  draws with rich, which a pipe does without

    if printer.width < NARROWEST:
        printer.lines(comparison_page(comparison))
        return
    printer.lines(opening(comparison))
    printer.lines([EMPTY])
    printer.texts(columns(comparison, (entries[0], entries[1]), printer.console()))
