"""A comparison as a page that looks like the screen: the verdict, the facts, and both stories side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.model import Comparison, Edit, Fact, FactKind, Row, RowKind, Story, When
from tui.views.forms.page import page, span, text
from tui.views.inline import SIGNS, paragraph_number
from tui.views.verdict import added, differing, told_alone, verdict
from tui.views.wording import when


def comparison_html(comparison: Comparison, dates: tuple[When, When]) -> Iterator[str]:
    """The whole page; `dates` are those of both sides as they were placed."""
    left, right = comparison.left, comparison.right
    yield from page(f"{left.headline} / {right.headline}", (), _body(comparison, dates))


def _body(comparison: Comparison, dates: tuple[When, When]) -> Iterator[str]:
    yield f'<main class="compare">\n<h1>{text(verdict(comparison))}</h1>\n'
    yield "".join(f"<div>{text(said)}.</div>\n" for said in added(comparison))
    yield from _facts("Both tell", [fact for fact in comparison.facts if fact.same])
    yield from _facts("They differ", differing(comparison))
    yield from _facts("Only left tells", told_alone(comparison, True))
    yield from _facts("Only right tells", told_alone(comparison, False))
    yield '<div class="sides">\n'
    left, right = _head(comparison.left, dates[0], "left"), _head(comparison.right, dates[1], "right")
    yield f'{left}<div class="sign"></div>{right}\n'
    for row in comparison.rows:
        yield _row(comparison, row)
    yield "</div>\n</main>\n"


def _head(story: Story, placed: When, side: str) -> str:
    told = [when(placed), story.place, story.agency, story.outlet, story.id]
    return f'<div><b class="{side}">{text(" · ".join(part for part in told if part))}</b></div>'


def _facts(title: str, facts: Sequence[Fact]) -> Iterator[str]:
    if not facts:
        return
    yield f'<h2>{text(title)}</h2>\n<table class="facts">\n'
    for fact in facts:
        marks = "“{}”" if fact.kind is FactKind.QUOTATION else "{}"
        sides = [
            span(marks.format(said), "" if fact.same else side) if said else ""
            for said, side in ((fact.left, "left"), (fact.right, "right"))
        ]
        told = sides[:1] if fact.same and fact.left == fact.right else sides
        cells = "".join(f"<td>{side}</td>" for side in told)
        yield f"<tr><th>{text(fact.kind.value)}</th>{cells}</tr>\n"
    yield "</table>\n"


def _row(comparison: Comparison, row: Row) -> str:
    left = None if row.left is None else comparison.left.blocks[row.left].text
    right = None if row.right is None else comparison.right.blocks[row.right].text
    sign = SIGNS[row.kind]
    if row.kind is RowKind.MOVED and row.left is not None and row.right is not None:
        sign, left_cell, right_cell = _moved(comparison, row, row.left, row.right)
    elif left is None or right is None:
        whole = '<div class="gone"></div>'
        left_cell = whole if left is None else f"<div>{span(left, tag='del')}</div>"
        right_cell = whole if right is None else f"<div>{span(right, tag='ins')}</div>"
    else:
        kind = "edit" if row.kind is RowKind.EDITED else ""
        left_cell = f'<div class="{kind}">{_side(row.edits, left, True)}</div>'
        right_cell = f'<div class="{kind}">{_side(row.edits, right, False)}</div>'
    return f'{left_cell}<div class="sign">{text(sign)}</div>{right_cell}\n'


def _moved(comparison: Comparison, row: Row, left: int, right: int) -> tuple[str, str, str]:
    """A moved block with its changes where it stands; on the other side, where it went."""
    if row.at_left:
        place = paragraph_number(comparison.right, right)
        said = _side(row.edits, comparison.left.blocks[left].text, True)
        note = f"(stands as paragraph {place})"
        return f"»{place}", f"<div>{said}</div>", f"<div>{span(note, 'moved')}</div>"
    place = paragraph_number(comparison.left, left)
    said = _side(row.edits, comparison.right.blocks[right].text, False)
    note = f"(stands as paragraph {place})"
    return f"»{place}", f"<div>{span(note, 'moved')}</div>", f"<div>{said}</div>"


def _side(edits: Sequence[Edit], said: str, on_left: bool) -> str:
    return "".join(_run(edit.kind, said[slice(*(edit.left if on_left else edit.right))], on_left) for edit in edits)


def _run(kind: RowKind, said: str, on_left: bool) -> str:
    if kind is RowKind.SAME:
        return text(said)
    if kind is RowKind.TYPOGRAPHY:
        return span(said, "glyph")
    return span(said, tag="del" if on_left else "ins")
