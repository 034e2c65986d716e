"""The commands on what stories are to one another: copies and compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.cli.arguments import Arguments
from tui.cli.asked import meant
from tui.cli.complaints import Complaint
from tui.cli.printing import Printer
from tui.cli.roots import Roots
from tui.library.entries import Entry
from tui.library.library import Library
from tui.model import Chain, Comparison, Match, MatchKind
from tui.views import plain
from tui.views.inline import comparison_page, opening
from tui.views.json import compare_json, match_json
from tui.views.lines import EMPTY

DONE, NOTHING = 0, 1


def list_matches(arguments: Arguments, library: Library, _: Roots) -> int:
    """`copies`: the verified pairs, or versions, or what became of the text from copy to copy."""
    printer = Printer()
    only = meant(library, arguments.story)[0] if arguments.story else None
    if arguments.versions:
        return _list_versions(arguments, library, printer, only)
    if arguments.descent or arguments.paragraphs:
        return _list_groups(arguments, library, printer, only)
    found = [match for match in library.matches(only) if arguments.related or match.kind is not MatchKind.RELATED]
    if arguments.json:
        for match in found:
            printer.json(match_json(match))
        return DONE if found else NOTHING
    printer.lines(plain.matches(found, _entries(library, _ids(found))))
    told = _versions(library, only)
    if told:
        if found:
            printer.lines([EMPTY])
        _print_versions(told, library, printer)
    return DONE if found or told else NOTHING


def _ids(matches: Iterable[Match]) -> set[str]:
    return {id for match in matches for id in (match.left, match.right)}


def _entries(library: Library, ids: Iterable[str]) -> dict[str, Entry]:
    return {entry.id: entry for entry in library.entries([library.number(id) for id in ids])}


def _versions(library: Library, only: int | None) -> list[Chain]:
    from tui.library.asking.descending import all_versions, versions_of  # noqa: PLC0415  aligns, which a list does not

    if only is None:
        return list(all_versions(library))
    chain = versions_of(library, only)
    return [chain] if chain is not None else []


def _list_versions(arguments: Arguments, library: Library, printer: Printer, only: int | None) -> int:
    from tui.views.json_descent import chain_json  # noqa: PLC0415

    found = _versions(library, only)
    if arguments.json:
        for chain in found:
            printer.json(chain_json(chain))
    else:
        _print_versions(found, library, printer)
    return DONE if found else NOTHING


def _print_versions(found: list[Chain], library: Library, printer: Printer) -> None:
    from tui.views.descent import chains  # noqa: PLC0415

    ids = {version.story for chain in found for version in chain.versions}
    printer.lines(chains(found, _entries(library, ids)))


def _list_groups(arguments: Arguments, library: Library, printer: Printer, only: int | None) -> int:
    """The groups of copies, or that of one story: their descent, or their paragraphs."""
    from tui.library.asking.descending import lineage_of, provenance_of  # noqa: PLC0415
    from tui.views.descent import lineage_lines, provenance_lines  # noqa: PLC0415
    from tui.views.json_descent import lineage_json, provenance_json  # noqa: PLC0415

    told = False
    for number in _groups(library, only):
        entries = {entry.id: entry for entry in library.entries(library.copies(number))}
        if told and not arguments.json:
            printer.lines([EMPTY])
        told = True
        if arguments.descent:
            lineage = lineage_of(library, number)
            assert lineage is not None
            if arguments.json:
                printer.json(lineage_json(lineage))
            else:
                printer.lines(lineage_lines(lineage, entries))
        else:
            table = provenance_of(library, number)
            assert table is not None
            if arguments.json:
                printer.json(provenance_json(table))
            else:
                printer.lines(provenance_lines(table, entries, printer.width))
    return DONE if told else NOTHING


def _groups(library: Library, only: int | None) -> Iterator[int]:
    """The first story of every group of copies, in order of time; of one story's group alone."""
    if only is not None:
        if len(library.copies(only)) > 1:
            yield only
        return
    firsts = {library.number(group.first) for group in library.groups()}
    yield from library.in_order(firsts)


def compare_stories(arguments: Arguments, library: Library, roots: Roots) -> int:
    """`compare`: two stories side by side on a terminal that is wide enough, in one text elsewhere."""
    from tui.relate.compare import compare  # noqa: PLC0415

    one, other = (meant(library, name)[0] for name in arguments.asked)
    if one == other:
        raise Complaint("both are the same story; compare takes two")
    match = library.match(one, other)
    comparison = compare(library.story(one), library.story(other), match.kind if match else None)
    descent = _descent(library, one, comparison)
    printer = Printer()
    if arguments.form:
        from tui.cli.writing import write_comparison  # noqa: PLC0415  few comparisons are written out

        write_comparison(arguments, comparison, (library.placed(one), library.placed(other)), roots)
    elif arguments.json:
        printer.json(compare_json(comparison, descent))
    elif printer.terminal:
        _print_on_terminal(comparison, library.entries([one, other]), printer, descent)
    else:
        printer.lines(comparison_page(comparison, descent))
    return DONE


def _descent(library: Library, one: int, comparison: Comparison) -> tuple[str, ...]:
    from tui.library.asking.descending import versions_of  # noqa: PLC0415
    from tui.views.descent import pair_words  # noqa: PLC0415

    return pair_words(versions_of(library, one, changed=False), comparison)


def _print_on_terminal(comparison: Comparison, entries: list[Entry], printer: Printer, descent: Sequence[str]) -> None:
    from tui.cli.sides import NARROWEST, columns  # noqa: PLC0415  draws with rich, which a pipe does without

    if printer.width < NARROWEST:
        printer.lines(comparison_page(comparison, descent))
        return
    printer.lines(opening(comparison, descent))
    printer.lines([EMPTY])
    printer.texts(columns(comparison, (entries[0], entries[1]), printer.console()))
