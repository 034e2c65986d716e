"""Names in one story: where they may stand, and what speaks for each being a person, an organisation or a place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from tui.actors.finding import paragraphs, tongues
from tui.actors.finding.paragraphs import Reading, Span
from tui.actors.finding.runs import Run
from tui.actors.finding.speech import Said, announced, sayings, worth
from tui.model import BlockKind, Story

RUNNING = frozenset(
    (
        BlockKind.HEADLINE,
        BlockKind.STANDFIRST,
        BlockKind.KEY_POINT,
        BlockKind.PARAGRAPH,
        BlockKind.SUBHEAD,
        BlockKind.CAPTION,
        BlockKind.PULL_QUOTE,
        BlockKind.DATELINE,
    )
)


class Placed(NamedTuple):
    """A run and its block; `weak` where the block is set as a title, so that its capitals say nothing."""

    block: int
    weak: bool
    run: Run


@dataclass(frozen=True, slots=True)
class Names:
    """What one story gives towards a cast: picklable, and all that the corpus step needs of the story.

    `runs` are all runs of capitalised words of the running text, `spans` the candidates in those that are not weak.
    `short_forms` are short forms with what the story says they stand for. `roles` are runs, last words of names in
    them, and what the person so named is called. `said` are the quotations, their speakers as written.
    """

    runs: tuple[Placed, ...]
    spans: tuple[Span, ...]
    short_forms: tuple[tuple[str, str], ...]
    roles: tuple[tuple[int, int, str], ...]
    said: tuple[Said, ...]


def running(story: Story) -> list[str]:
    """The texts of a story's blocks in which names are looked for."""
    return [block.text for block in story.blocks if block.kind in RUNNING]


def names(story: Story, read: Callable[[str, bool], Reading] | None = None) -> Names:
    """The names that a story may hold, from its running text: never from comments, furniture, stamps or bylines.

    `read` gives the names of a text, told whether it may be a title; without it they are found by the weights, and in
    other languages than English only those are left that are likely there.
    """
    abroad = "" if read or tongues.english(story.language) else story.language
    read = read or partial(paragraphs.read, language=abroad)
    placed: list[Placed] = []
    spans: list[Span] = []
    short_forms: list[tuple[str, str]] = []
    roles: list[tuple[int, int, str]] = []
    said: list[Said] = []
    last: Said | None = None
    for number, block in enumerate(story.blocks):
        if block.kind not in RUNNING:
            continue
        quotations = sayings(number, block.text, last)
        said += [each for each in quotations if worth(each)]
        if block.kind is BlockKind.PARAGRAPH:
            last = announced(number, block.text) or (quotations[-1] if quotations else None)
        reading = read(block.text, block.kind is not BlockKind.DATELINE)
        first = len(placed)
        placed += [Placed(number, reading.weak, run) for run in reading.runs]
        spans += [span._replace(run=first + span.run) for span in reading.spans]
        short_forms += reading.short_forms
        roles += [(first + run, word, role) for run, word, role in reading.roles]
    if abroad:
        runs = [each.run for each in placed]
        spans = tongues.likely(abroad, runs, spans)
        roles += tongues.offices(runs, spans)
    return Names(tuple(placed), tuple(spans), tuple(short_forms), tuple(roles), tuple(said))
