"""One story as a page of plain text: where it comes from, its body, and below a rule what is not its text."""

from __future__ import annotations

from collections.abc import Iterator

from tui.model import Block, BlockKind, Story, When
from tui.views.evidence import of_date
from tui.views.lines import EMPTY, MEASURE, Line, Run, line
from tui.views.wording import count, rests_on, when

_INKS = {
    BlockKind.SUBHEAD: "head",
    BlockKind.STANDFIRST: "bright",
    BlockKind.CAPTION: "dim",
    BlockKind.PULL_QUOTE: "dim",
    BlockKind.BYLINE: "dim",
    BlockKind.STAMP: "dim",
    BlockKind.SIGN_OFF: "dim",
}
_BELOW = frozenset({BlockKind.COMMENT, BlockKind.FURNITURE})


def story_page(story: Story, placed: When, relations: str = "") -> Iterator[Line]:
    """The story from its headline to its comments; `relations` says what other stories are to it."""
    yield line(Run(story.headline, "dim" if story.headline_derived else "head"), measure=MEASURE)
    yield line(Run(_source(story, placed), "dim"), hang=2)
    if placed.inferred:
        yield line(Run(" ".join(of_date(placed)), "dim"), hang=2)
    if relations:
        yield line(Run(relations, "dim"), hang=2)
    yield line(Run(_where(story), "dim"), hang=2)
    yield EMPTY
    last: Block | None = None
    lead = ""
    for block in story.blocks:
        if block.kind in _BELOW or (block.kind is BlockKind.HEADLINE and block.text == story.headline):
            continue
        if block.kind is BlockKind.DATELINE:  # it stands in front of the first paragraph, as in print
            lead = f"{block.text} "
            continue
        if last is not None and not last.kind is block.kind is BlockKind.KEY_POINT:
            yield EMPTY
        last = block
        yield _block(block, lead)
        lead = ""
    yield from _below(story)


def _block(block: Block, lead: str = "") -> Line:
    if block.kind is BlockKind.KEY_POINT:
        return line("• ", block.text, hang=2, measure=MEASURE)
    if block.kind is BlockKind.CAPTION:
        return line(Run(f"[{block.text}]", "dim"), hang=1, measure=MEASURE)
    return line(Run(lead, "dim"), Run(block.text, _INKS.get(block.kind, "")), measure=MEASURE)


def _below(story: Story) -> Iterator[Line]:
    comments, furniture = story.of(BlockKind.COMMENT), story.of(BlockKind.FURNITURE)
    if not comments and not furniture:
        return
    yield EMPTY
    told = [
        count(len(found), noun) for found, noun in ((comments, "comment"), (furniture, "line of furniture")) if found
    ]
    said = " and ".join(told).replace("line of furnitures", "lines of furniture")
    yield line(Run(f"── {said}", "dim"))
    for comment in comments:
        yield line(Run(f"{comment.by or 'somebody'}: ", "accent"), Run(comment.text, "dim"), hang=2, measure=MEASURE)


def _source(story: Story, placed: When) -> str:
    rests = rests_on(placed)
    parts = [
        f"{when(placed)}{f', {rests}' if rests else ''}",
        story.place,
        story.agency,
        story.byline,
        story.outlet,
        count(story.words, "word"),
    ]
    return " · ".join(part for part in parts if part)


def _where(story: Story) -> str:
    inside = f", {story.document.member}" if story.document.member else ""
    part = f", story {story.part} of the file" if story.part > 1 else ""
    return f"{story.id} · {story.document.path}{inside}{part}"
