"""The facts of a comparison as items: what both tell, where they differ, what only one tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from tui.app.compare.items import SIGN, Difference, Laid
from tui.app.paint.cells import pad
from tui.app.paint.columns import SPACE, Item
from tui.app.paint.flow import Passage
from tui.app.paint.glyphs import Signs
from tui.model import SAME_TEXT, Comparison, Fact, FactKind
from tui.views.verdict import differing

_MANY = {
    FactKind.FIGURE: "figures",
    FactKind.DATE: "dates",
    FactKind.NAME: "names",
    FactKind.QUOTATION: "quotations",
    FactKind.NEGATION: "negations",
    FactKind.ATTRIBUTION: "attributions",
}
_LABEL = max(map(len, _MANY.values())) + 1
_ORDER = (
    FactKind.QUOTATION,
    FactKind.ATTRIBUTION,
    FactKind.NEGATION,
    FactKind.NAME,
    FactKind.DATE,
    FactKind.FIGURE,
)
_TOGETHER = (FactKind.FIGURE, FactKind.DATE, FactKind.NAME)
"""Facts short enough to stand in one line, several of them."""


def facts(comparison: Comparison, signs: Signs, *, narrow: bool) -> Laid:
    """The facts above the columns; of two reports of one event, those that differ are what one goes through.

    Of a copy or a part only what differs is told: the rest is the same text anyway.
    """
    copies = comparison.kind in SAME_TEXT
    shared = [] if copies else [fact for fact in comparison.facts if fact.same]
    unlike = differing(comparison) if copies else [fact for fact in comparison.facts if not fact.same]
    lay = _Layer(signs, narrow)
    items = list(lay.section("Both tell", lay.shared(shared)))
    first = len(items) + 1
    items += lay.section("They differ", lay.differing([fact for fact in unlike if fact.left and fact.right]))
    found = [at for at in range(first, len(items)) if items[at].role == "fact"]
    items += lay.section("Only one tells", lay.alone([fact for fact in unlike if not (fact.left and fact.right)]))
    return Laid(tuple(items), () if copies else tuple(Difference(at, None, None) for at in found))


def row_of(comparison: Comparison, fact: Fact) -> int | None:
    """The number of the row that a fact stands in: as the comparison says, else the first that has its words."""
    if fact.row is not None:
        return fact.row
    for number, row in enumerate(comparison.rows):
        for story, block, text in ((comparison.left, row.left, fact.left), (comparison.right, row.right, fact.right)):
            if text and block is not None and text in story.blocks[block].text:
                return number
    return None


class _Layer:
    """Lays facts out in two columns, or where it is narrow one side under the other."""

    def __init__(self, signs: Signs, narrow: bool) -> None:
        self.signs = signs
        self.narrow = narrow
        self._said = ""

    def section(self, title: str, items: Iterator[Item]) -> Iterator[Item]:
        """A heading and what stands under it; nothing at all when there is nothing."""
        self._said = ""
        below = list(items)
        if below:
            yield Item(Passage(title, "dim bold"), wide=True, role="heading")
            yield from below
            yield SPACE

    def shared(self, facts: Sequence[Fact]) -> Iterator[Item]:
        """What both tell."""
        sign = self.signs.same, "dim"
        for kind, found in _by_kind(facts):
            yield from (self._item((fact,), (fact,), sign) for fact in found if kind not in _TOGETHER)
            if kind in _TOGETHER:
                yield self._item(found, found, sign)

    def differing(self, facts: Sequence[Fact]) -> Iterator[Item]:
        """What both tell, but not alike: one by one."""
        return (self._item((fact,), (fact,), (self.signs.edited, "edit bold")) for fact in facts)

    def alone(self, facts: Sequence[Fact]) -> Iterator[Item]:
        """What only one side tells, the short first; what the other tells of the same kind stands beside it."""
        for kind, found in reversed(list(_by_kind(facts))):
            left, right = [fact for fact in found if fact.left], [fact for fact in found if fact.right]
            if kind in _TOGETHER:
                yield from self._beside(left, right)
            else:
                for one, other in zip_longest(left, right):
                    yield from self._beside([one] if one else [], [other] if other else [])

    def _beside(self, left: Sequence[Fact], right: Sequence[Fact]) -> Iterator[Item]:
        if self.narrow:
            yield from (self._item(left, (), (self.signs.left, "left bold")) for _ in left[:1])
            yield from (self._item((), right, (self.signs.right, "right bold")) for _ in right[:1])
        elif left and right:
            yield self._item(left, right, (f"{self.signs.left} {self.signs.right}", "dim bold"))
        else:
            sign = (self.signs.left, "left bold") if left else (self.signs.right, "right bold")
            yield self._item(left, right, sign)

    def _item(self, left: Sequence[Fact], right: Sequence[Fact], sign: tuple[str, str]) -> Item:
        """Facts of one kind as one item: as the left gives them, and as the right does."""
        of = (*left, *right)
        kind, row = of[0].kind, of[0].row
        label = _MANY[kind] if max(len(left), len(right)) > 1 else kind.value
        lead = pad("" if label == self._said else label, _LABEL) + " "
        self._said = label
        told_left, told_right = (
            self._told(kind, [fact.left for fact in left]),
            self._told(kind, [fact.right for fact in right]),
        )
        if not self.narrow:
            beside = Passage(told_left, lead=lead, lead_inks="dim", target=of[0]), Passage(told_right)
            return Item(*beside, sign=sign[0], sign_inks=sign[1], role="fact", row=row)
        between = self.signs.same if of[0].same else self.signs.edited
        told = f" {between} ".join(dict.fromkeys(filter(None, (told_left, told_right))))
        passage = Passage(told, lead=f"{sign[0]:>{SIGN - 1}} {lead}", lead_inks=sign[1], target=of[0])
        return Item(passage, wide=True, role="fact", row=row)

    def _told(self, kind: FactKind, texts: Iterable[str]) -> str:
        quoted = (f"“{text}”" if kind is FactKind.QUOTATION else text for text in texts if text)
        return ", ".join(quoted)


def _by_kind(facts: Sequence[Fact]) -> Iterator[tuple[FactKind, list[Fact]]]:
    """The facts kind by kind, quotations first: they are what reports share most surely."""
    for kind in _ORDER:
        found = [fact for fact in facts if fact.kind is kind]
        if found:
            yield kind, found
