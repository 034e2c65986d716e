"""The facts of a comparison as items: what differs, what both tell, what only one tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.app.columns import SPACE, Item
from tui.app.flow import Passage
from tui.app.glyphs import Signs
from tui.app.wrapping import Span
from tui.model import Comparison, Fact, FactKind, MatchKind
from tui.views.verdict import differing

_MANY = {
    FactKind.FIGURE: "figures",
    FactKind.DATE: "dates",
    FactKind.NAME: "names",
    FactKind.QUOTATION: "quotations",
    FactKind.NEGATION: "negations",
    FactKind.ATTRIBUTION: "attributions",
}
_SAME_TEXT = (MatchKind.IDENTICAL, MatchKind.COPY, MatchKind.PART)


def facts(comparison: Comparison, signs: Signs, *, narrow: bool) -> list[Item]:
    """The facts above the columns; two reports of one event also tell what they share.

    Of a copy or a part only what differs is told: the rest is the same text anyway.
    """
    copies = comparison.kind in _SAME_TEXT
    shared = [] if copies else [fact for fact in comparison.facts if fact.same]
    unlike = differing(comparison) if copies else [fact for fact in comparison.facts if not fact.same]
    lay = _Layer(signs, narrow)
    return [
        *lay.section("Both tell", lay.shared(shared)),
        *lay.section("They differ", lay.differing([fact for fact in unlike if fact.left and fact.right])),
        *lay.section("Only one tells", lay.alone([fact for fact in unlike if not (fact.left and fact.right)])),
    ]


class _Layer:
    """Lays facts out in two columns, or where it is narrow one side under the other."""

    def __init__(self, signs: Signs, narrow: bool) -> None:
        self.signs = signs
        self.narrow = narrow

    def section(self, title: str, items: Iterable[Item]) -> list[Item]:
        """A heading and what stands under it; nothing at all when there is nothing."""
        below = list(items)
        return [Item(Passage(title, "dim bold"), wide=True, role="heading"), *below, SPACE] if below else []

    def shared(self, facts: Sequence[Fact]) -> Iterator[Item]:
        """What both tell: quotations one by one, the rest kind by kind."""
        sign = self.signs.same, "dim"
        for fact in facts:
            if fact.kind is FactKind.QUOTATION:
                yield self._sides((fact,), sign)
        for kind in FactKind:
            found = [fact for fact in facts if fact.kind is kind]
            if found and kind is not FactKind.QUOTATION:
                yield self._sides(found, sign)

    def differing(self, facts: Sequence[Fact]) -> Iterator[Item]:
        """What both tell, but not alike: one by one."""
        return (self._sides((fact,), (self.signs.edited, "edit bold")) for fact in facts)

    def alone(self, facts: Sequence[Fact]) -> Iterator[Item]:
        """What only one side tells: figures, dates and names together, quotations and the like one by one."""
        left, right = (self.signs.left, "left bold"), (self.signs.right, "right bold")
        for kind in FactKind:
            for on_left, sign in ((True, left), (False, right)):
                found = [fact for fact in facts if fact.kind is kind and bool(fact.left) is on_left]
                if kind in (FactKind.FIGURE, FactKind.DATE, FactKind.NAME) and found:
                    yield self._sides(found, sign)
                else:
                    yield from (self._sides((fact,), sign) for fact in found)

    def _sides(self, facts: Sequence[Fact], sign: tuple[str, str]) -> Item:
        """Facts of one kind as one item: as the left gives them, and as the right does."""
        kind, row = facts[0].kind, facts[0].row
        label = kind.value if len(facts) == 1 else _MANY[kind]
        left, right = (
            self._told(kind, side) for side in zip(*((fact.left, fact.right) for fact in facts), strict=True)
        )
        if not self.narrow:
            cells = [self._cell(label, told) if told else None for told in (left, right)]
            return Item(cells[0], cells[1], sign=sign[0], sign_inks=sign[1], role="fact", row=row)
        told = f" {self.signs.edited} ".join(dict.fromkeys(filter(None, (left, right))))
        return Item(self._cell(label, told, f"{sign[0]:>3} ", sign[1]), wide=True, role="fact", row=row)

    def _told(self, kind: FactKind, texts: Sequence[str]) -> str:
        quoted = (f"“{text}”" if kind is FactKind.QUOTATION else text for text in texts if text)
        return f" {self.signs.dot} ".join(quoted)

    def _cell(self, label: str, text: str, lead: str = "", lead_inks: str = "") -> Passage:
        said = f"{label}  {text}"
        return Passage(said, "", lead=lead, lead_inks=lead_inks, spans=(Span(0, len(label), "dim"),))
