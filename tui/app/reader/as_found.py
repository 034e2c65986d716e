"""A document as it was found: its raw lines with their numbers, and what each was taken for."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app.paint.flow import Passage
from tui.app.paint.wrapping import Span
from tui.app.reader.passages import Point, Told
from tui.model import BlockKind, Story
from tui.search import marking
from tui.text.clean import visible

LABEL = max(len(kind) for kind in BlockKind) + 1
_QUIET = (BlockKind.FURNITURE, BlockKind.COMMENT)


def as_found(story: Story, lines: Sequence[str], words_to_mark: Sequence[str]) -> Told:
    """The lines of the story's document as passages; those of its other stories are dim and say so."""
    blocks: dict[int, list[int]] = {}
    for at, block in enumerate(story.blocks):
        for number in range(block.first, block.last + 1):
            blocks.setdefault(number, []).append(at)
    digits = len(str(len(lines)))
    passages: list[Passage] = []
    points: list[Point] = []
    strange = False
    for number, line in enumerate(lines, 1):
        here = blocks.get(number, [])
        text = visible(line).expandtabs(4)
        label = ""
        if here:
            # A dateline and its paragraph stand on one line: the label names the first and tells that there are more.
            begins = [at for at in here if story.blocks[at].first == number]
            label = story.blocks[begins[0]].kind + ("+" if len(begins) > 1 else "") if begins else ""
        elif text.strip() and not strange:
            label = "not of it"
        strange = not here and (strange or bool(text.strip()))
        found = marking.spans(text, words_to_mark) if here else []
        quiet = not here or all(story.blocks[at].kind in _QUIET for at in here)
        passages.append(
            Passage(
                text,
                "dim" if quiet else "",
                lead=f"{number:>{digits}} {label:<{LABEL}} ",
                lead_inks="dim",
                block=here[0] if here else None,
                spans=tuple(Span(start, end, "hits") for start, end in found),
                measure=0,
                role="raw",
                target=number,
            )
        )
        points += [Point(number - 1, start, end, True, block=number - 1) for start, end in found]
    return Told(tuple(passages), tuple(points))
