"""A comparison as plain text: the verdict, the facts one by one, and both stories in one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.model import SAME_TEXT, BlockKind, Comparison, Edit, Fact, FactKind, Row, RowKind, Story
from tui.views.lines import EMPTY, MEASURE, Line, Run, line
from tui.views.verdict import added, differing, told_alone, verdict

SIGNS = {
    RowKind.SAME: "=",
    RowKind.TYPOGRAPHY: "≈",
    RowKind.EDITED: "~",
    RowKind.LEFT: "-",
    RowKind.RIGHT: "+",
    RowKind.MOVED: "»",
}
INKS = {
    RowKind.SAME: "dim",
    RowKind.TYPOGRAPHY: "dim",
    RowKind.EDITED: "edit",
    RowKind.LEFT: "left",
    RowKind.RIGHT: "right",
    RowKind.MOVED: "moved",
}
_SHORT_KINDS = frozenset({FactKind.FIGURE, FactKind.DATE, FactKind.NAME})
_LEAD = 5


def comparison_page(comparison: Comparison, descent: Sequence[str] = ()) -> Iterator[Line]:
    """The whole comparison in one text: `[-left-]{+right+}` where words differ, `{~'|’~}` where typography does.

    `descent` says in sentences which is a version of which, and who cut whom.
    """
    yield from opening(comparison, descent)
    yield EMPTY
    for row in comparison.rows:
        yield inline_row(comparison, row)


def opening(comparison: Comparison, descent: Sequence[str] = ()) -> Iterator[Line]:
    """The verdict, what stands behind it, and the facts."""
    yield line(Run(verdict(comparison), "head"), hang=1)
    for said in (*descent, *added(comparison)):
        yield line(f"{said}.", hang=1)
    yield from fact_lines(comparison)


def fact_lines(comparison: Comparison) -> Iterator[Line]:
    """The facts one by one: what both tell (of two reports), where they differ, what only one tells."""
    found = comparison.facts
    if comparison.kind not in SAME_TEXT:
        yield from _section("Both tell", [fact for fact in found if fact.same])
    yield from _section("They differ", differing(comparison))
    yield from _alone("Only left tells", told_alone(comparison, True), "left")
    yield from _alone("Only right tells", told_alone(comparison, False), "right")


def inline_row(comparison: Comparison, row: Row) -> Line:
    """One row: its sign, then its text with the changes marked in it."""
    sign = SIGNS[row.kind]
    if row.kind is RowKind.MOVED:
        return _moved(comparison, row)
    lead = Run(f"{sign:>{_LEAD - 2}}  ", INKS[row.kind])
    if row.left is None or row.right is None:
        side, number = (comparison.left, row.left) if row.right is None else (comparison.right, row.right)
        text = "" if number is None else side.blocks[number].text
        marked = f"[-{text}-]" if row.kind is RowKind.LEFT else f"{{+{text}+}}"
        return line(lead, Run(marked, INKS[row.kind]), hang=_LEAD, measure=MEASURE + _LEAD)
    left, right = comparison.left.blocks[row.left].text, comparison.right.blocks[row.right].text
    runs = [run for edit in row.edits for run in _marked(edit, left, right)]
    return line(lead, *runs, hang=_LEAD, measure=MEASURE + _LEAD)


def paragraph_number(story: Story, block: int) -> int:
    """Which paragraph of the body a block is, counted from 1; for another block, which one comes next."""
    return 1 + sum(one.kind is BlockKind.PARAGRAPH for one in story.blocks[:block])


def _moved(comparison: Comparison, row: Row) -> Line:
    """A moved block: with its changes at its place on the left, by its beginning at its place on the right."""
    if row.left is None or row.right is None:
        return EMPTY
    left, right = comparison.left.blocks[row.left].text, comparison.right.blocks[row.right].text
    if row.at_left:
        place, side = paragraph_number(comparison.right, row.right), "right"
        runs = [run for edit in row.edits for run in _marked(edit, left, right)]
    else:
        place, side = paragraph_number(comparison.left, row.left), "left"
        runs = [Run(_short(right), "moved")]
    lead, note = f"{f'»{place}':>{_LEAD - 2}}  ", f" (moved: stands on the {side} as paragraph {place})"
    return line(Run(lead, "moved"), *runs, Run(note, "moved"), hang=_LEAD, measure=MEASURE + _LEAD)


def _marked(edit: Edit, left: str, right: str) -> Iterator[Run]:
    old, new = left[slice(*edit.left)], right[slice(*edit.right)]
    if edit.kind is RowKind.SAME:
        yield Run(old)
        return
    if edit.kind is RowKind.TYPOGRAPHY:
        yield Run(f"{{~{old}|{new}~}}", "glyph")
        return
    text = old or new  # blanks at the ends stand outside the marks
    head, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    yield Run(head)
    if old:
        yield Run(f"[-{old.strip()}-]", "left")
    if new:
        yield Run(f"{{+{new.strip()}+}}", "right")
    yield Run(tail)


def _section(title: str, facts: list[Fact]) -> Iterator[Line]:
    if not facts:
        return
    yield EMPTY
    yield line(Run(title, "head"))
    for fact in facts:
        yield line("  ", Run(f"{fact.kind.value:<12}", "dim"), *_told(fact), hang=14)


def _alone(title: str, facts: list[Fact], ink: str) -> Iterator[Line]:
    """What only one side tells, kind by kind, the short ones together in a line."""
    if not facts:
        return
    yield EMPTY
    yield line(Run(title, "head"))
    for kind in FactKind:
        texts = [fact.left or fact.right for fact in facts if fact.kind is kind]
        told = [", ".join(texts)] if texts and kind in _SHORT_KINDS else texts
        for said in told:
            marked = f"“{said}”" if kind is FactKind.QUOTATION else said
            yield line("  ", Run(f"{kind.value:<12}", "dim"), Run(marked, ink), hang=14, measure=MEASURE + 14)


def _told(fact: Fact) -> Iterator[Run]:
    marks = "“{}”" if fact.kind is FactKind.QUOTATION else "{}"
    left, right = (marks.format(side) if side else "" for side in (fact.left, fact.right))
    if fact.same:
        yield Run(left)
        if fact.right.casefold() != fact.left.casefold():
            yield Run(" = ", "dim")
            yield Run(right)
        return
    if left:
        yield Run(left, "left")
    if left and right:
        yield Run(" ~ ", "edit")
    if right:
        yield Run(right, "right")


def _short(text: str) -> str:
    return text if len(text) <= MEASURE else text[:MEASURE].rsplit(" ", 1)[0] + " …"
