"""A story's page as passages: the head, the body with its marks, and below a rule what goes with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from tui.app.paint.flow import GAP, Passage
from tui.app.paint.glyphs import Signs
from tui.app.paint.phrases import RESTS_ON, count, when
from tui.app.paint.wrapping import Span
from tui.app.reader.page import ReaderPage
from tui.model import Block, BlockKind, Mention, Quotation
from tui.search import marking
from tui.text.fold import fold

if TYPE_CHECKING:
    from tui.library.entries import Entry
    from tui.library.marks.markstore import Highlight

FOLDED = (BlockKind.COMMENT, BlockKind.FURNITURE)
# What the lines of the head say already, or show in a place of their own.
_ABOVE = (
    BlockKind.HEADLINE,
    BlockKind.STANDFIRST,
    BlockKind.KEY_POINT,
    BlockKind.BYLINE,
    BlockKind.DATELINE,
    BlockKind.STAMP,
)
_INKS: Mapping[BlockKind, str] = {
    BlockKind.SUBHEAD: "bold bright",
    BlockKind.STANDFIRST: "italic",
    BlockKind.CAPTION: "dim italic",
    BlockKind.PULL_QUOTE: "dim italic",
    BlockKind.SIGN_OFF: "dim",
    BlockKind.FURNITURE: "dim",
}
_QUOTATION_MARKS = "\"'“”„‟‘’‚«»‹›「」『』`´"
_LISTED = 6
"""How many copies or reports are listed below a story before the rest is only counted."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place to go to in a page, at offsets of a passage: a hit of the search (no mention) or a mention.

    `wanted` tells that the search or the filter asks for it.
    """

    passage: int
    start: int
    end: int
    wanted: bool
    mention: Mention | None = None
    block: int = 0

    @property
    def place(self) -> tuple[int, int, int, bool]:
        """What stays the same of it however the page is told: block, start, end, and whether it is a mention."""
        return self.block, self.start, self.end, self.mention is not None


@dataclass(frozen=True, slots=True)
class Told:
    """The passages of a page, and its points in the order of reading."""

    passages: tuple[Passage, ...]
    points: tuple[Point, ...]


def tell(page: ReaderPage, signs: Signs, *, marked: bool = False, unfolded: frozenset[BlockKind] = frozenset()) -> Told:
    """The page of a story; `marked` underlines its actors, `unfolded` names the kinds shown below the rule."""
    teller = _Teller(page, signs, marked)
    teller.head()
    teller.body()
    teller.below(unfolded)
    return Told(tuple(teller.passages), tuple(teller.points))


def origin(page: ReaderPage, signs: Signs) -> str:
    """Where a story comes from, in one line: date and what it rests on, place, agency or byline, outlet, words."""
    story, placed = page.story, page.placed
    dated = when(placed, signs)
    rests = RESTS_ON.get(placed.basis)
    if rests is None:
        dated += " (i)"
    elif placed.inferred:
        dated += f", {rests} (i)"
    said = [dated, story.place, story.agency, story.byline, story.outlet, count(story.words, "word")]
    if page.entry.star:
        said.insert(0, signs.star)
    once = {fold(part): part for part in reversed(said) if part}
    return f" {signs.dot} ".join(part for part in said if part and once[fold(part)] is part)


def relations(page: ReaderPage, signs: Signs) -> str:
    """How many copies and other reports a story has: `no copies · ◇ 1 other report (c)`."""
    copies, reports = len(page.other_copies), len(page.other_reports)
    if page.relating and not copies and not reports:
        return "copies are still being looked for"
    said = [
        f"{signs.copies} {count(copies, 'other copy', 'other copies')}" if copies else "no copies",
        f"{signs.reports} {count(reports, 'other report')}" if reports else "no other report",
    ]
    return f" {signs.dot} ".join(said) + (" (c)" if copies or reports else "")


class _Teller:
    """Collects the passages and points of one page."""

    def __init__(self, page: ReaderPage, signs: Signs, marked: bool) -> None:
        self.page = page
        self.signs = signs
        self.marked = marked
        self.passages: list[Passage] = []
        self.points: list[Point] = []
        self._mentions = _by_block(page.mentions)
        self._quotations = _by_block(page.quotations)

    def head(self) -> None:
        story = self.page.story
        heads = self._of(BlockKind.HEADLINE)
        chosen = next((at for at, block in heads if block.text == story.headline), None)
        if story.headline:
            inks = "dim italic" if story.headline_derived else "bold bright"
            self._add(Passage(story.headline, inks, block=chosen, role="headline"))
        for at, block in heads:
            if at != chosen and fold(block.text) != fold(story.headline):
                self._add(Passage(block.text, "dim", block=at))
        self._add(Passage(origin(self.page, self.signs), "dim", role="origin"))
        self._add(Passage(relations(self.page, self.signs), "dim", role="relations"))
        if self.page.version:
            self._add(Passage(self.page.version, "dim" if self.page.version.startswith("Version 1 ") else "edit"))
        if self.page.tags:
            self._add(Passage(", ".join(self.page.tags), "bright", lead="tags ", lead_inks="dim", role="tags"))
        if self.page.note:
            self._add(Passage(self.page.note, "bright", lead="note ", lead_inks="dim", role="note"))
        for kind in (BlockKind.STANDFIRST, BlockKind.KEY_POINT):
            found = self._of(kind)
            lead = f"{self.signs.point} " if kind is BlockKind.KEY_POINT else ""
            for nth, (at, block) in enumerate(found):
                if nth == 0 or kind is BlockKind.STANDFIRST:
                    self._add(GAP)
                self._block(at, block, lead)

    def body(self) -> None:
        for at, block in enumerate(self.page.story.blocks):
            if block.kind not in _ABOVE and block.kind not in FOLDED:
                self._add(GAP)
                self._block(at, block, f"{self.signs.upright} " if block.kind is BlockKind.PULL_QUOTE else "")

    def below(self, unfolded: frozenset[BlockKind]) -> None:
        comments, furniture = self._of(BlockKind.COMMENT), self._of(BlockKind.FURNITURE)
        copies, reports = self.page.other_copies, self.page.other_reports
        if not (comments or furniture or copies or reports):
            return
        self._add(GAP)
        self._add(Passage("", "rule", role="rule"))
        self._others(copies, self.signs.copies, "copy", "copies")
        self._others(reports, self.signs.reports, "other report", "other reports")
        lines = sum(block.last - block.first + 1 for _at, block in furniture)
        self._fold(BlockKind.COMMENT, comments, count(len(comments), "comment"), unfolded)
        self._fold(BlockKind.FURNITURE, furniture, f"{count(lines, 'line')} of furniture", unfolded)

    def _others(self, entries: Iterable[Entry], sign: str, one: str, many: str) -> None:
        entries = tuple(entries)
        for entry in entries[:_LISTED]:
            source = entry.agency or entry.outlet
            said = [when(entry.placed, self.signs), source, entry.headline]
            text = f" {self.signs.dot} ".join(part for part in said if part)
            self._add(Passage(text, "link", lead=f"{sign} ", lead_inks="dim", role="entry", target=entry))
        if len(entries) > _LISTED:
            self._add(Passage(f"and {count(len(entries) - _LISTED, f'more {one}', f'more {many}')} (c)", "dim"))

    def _fold(self, kind: BlockKind, found: list[tuple[int, Block]], said: str, unfolded: frozenset[BlockKind]) -> None:
        if not found:
            return
        is_open = kind in unfolded
        sign = self.signs.open if is_open else self.signs.folded
        hint = "" if is_open else " (Enter)"
        self._add(Passage(said + hint, "dim", lead=f"{sign} ", lead_inks="dim", role="fold", target=kind))
        if not is_open:
            return
        for at, block in found:
            if block.by:
                self._add(GAP)
                self._add(Passage(block.by, "bold bright", lead="  ", role="author"))
            self._block(at, block, "  ")
        self._add(GAP)

    def _block(self, at: int, block: Block, lead: str = "") -> None:
        self._add(Passage(block.text, _INKS.get(block.kind, ""), lead=lead, lead_inks="dim", block=at))

    def _add(self, passage: Passage) -> None:
        at = passage.block
        if at is not None:
            number = len(self.passages)
            spans = [_with_marks(passage.text, said) for said in self._quotations.get(at, ())]
            points: list[Point] = []
            for mention in self._mentions.get(at, ()):
                wanted = mention.actor in self.page.actors_to_mark
                if wanted or self.marked:
                    inks = "link underline bold" if wanted else "link underline"
                    spans.append(Span(mention.start, mention.end, inks))
                points.append(Point(number, mention.start, mention.end, wanted, mention, at))
            for start, end in marking.spans(passage.text, self.page.words_to_mark):
                spans.append(Span(start, end, "hits"))
                points.append(Point(number, start, end, True, None, at))
            self.points += sorted(points, key=lambda point: point.start)
            own = [highlight for highlight in self.page.highlights if highlight.block == at]
            spans += [Span(highlight.start, highlight.end, "edit-wash") for highlight in own]
            passage = replace(passage, spans=tuple(spans))
            self.passages.append(passage)
            self._about(own)
            return
        self.passages.append(passage)

    def _about(self, highlights: Iterable[Highlight]) -> None:
        """Below a paragraph, what the reader noted on its highlighted passages."""
        for own in highlights:
            said = f" {self.signs.dot} ".join(filter(None, [own.tag and f"#{own.tag}", own.note]))
            if said:
                lead = f"  {self.signs.quotation} "
                self.passages.append(
                    Passage(said, "edit", lead=lead, lead_inks="edit", role="highlight", target=own.id, block=own.block)
                )

    def _of(self, kind: BlockKind) -> list[tuple[int, Block]]:
        return [(at, block) for at, block in enumerate(self.page.story.blocks) if block.kind is kind]


_Placed = TypeVar("_Placed", Mention, Quotation)


def _by_block(found: Iterable[_Placed]) -> dict[int, list[_Placed]]:
    sorted_out: dict[int, list[_Placed]] = {}
    for one in found:
        sorted_out.setdefault(one.block, []).append(one)
    return sorted_out


def _with_marks(text: str, said: Quotation) -> Span:
    """The span of a quotation, its quotation marks taken in."""
    start = said.start - 1 if said.start and text[said.start - 1] in _QUOTATION_MARKS else said.start
    end = said.end + 1 if said.end < len(text) and text[said.end] in _QUOTATION_MARKS else said.end
    return Span(start, end, "bright italic")
