"""Boxes that stand among the paragraphs of a story: the form of a newsletter, teasers of other stories."""

from __future__ import annotations

from collections.abc import Sequence

from tui.ingest.labelling.furniture import Furniture
from tui.ingest.labelling.passages import Passage
from tui.model import BlockKind

_LONGEST_IN_FORM = 25  # words
_LONGEST_SLOGAN = 12
_LONGEST_BUTTON = 3
_LONGEST_TEASER = 60
_LEAST_HEADLINE = 3
_LEAST_ABOVE = 60
_AHEAD = 3
_CLIPS = (" video", " audio")
_MORE_LINES = """
more|mehr|read more|weiterlesen|mehr lesen|weiter|full story|read full story|read the full story|lire la suite
lire plus|leer más|seguir leyendo|leia mais|ler mais|leggi tutto|leggi|continua|lees meer|lees verder|devamı
läs mer|les mer|læs mere|lue lisää|czytaj więcej|číst dále|více|tovább|citește mai mult|selengkapnya|читать далее
"""
_MORE = frozenset(entry for row in _MORE_LINES.split("\n") for entry in row.split("|") if entry)


def label_boxes(passages: Sequence[Passage]) -> None:
    """What lies in such boxes is furniture, though it reads as text."""
    links: list[int] = []
    read = 0
    for i, passage in enumerate(passages):
        if passage.low.endswith(_CLIPS) and i + 1 < len(passages):
            _label_clip(passages, i)
        if passage.furniture is Furniture.SIGN_UP:
            _label_form(passages, i)
        elif passage.furniture is not None and read >= _LEAST_ABOVE and passage.plain in _MORE:
            links.append(i)
        if passage.reads:
            read += passage.words
    teasers = [passages[i - 2 : i] for i in links if i > 1 and _teaser(*passages[i - 2 : i])]
    if len(teasers) > 1:  # one alone may be the link that unfolds the story's own rest
        for head, lead in teasers:
            head.kind = lead.kind = BlockKind.FURNITURE


def _label_clip(passages: Sequence[Passage], i: int) -> None:
    """A clip's picture, whose text says what it is, the clip's title once more, and the sentence that describes it."""
    title = passages[i + 1]
    if title.kind is not None or passages[i].plain.rpartition(" ")[0] != title.plain:
        return
    passages[i].kind = title.kind = BlockKind.FURNITURE
    if i + 2 < len(passages) and passages[i + 2].words <= _LONGEST_TEASER and passages[i + 2].furniture is None:
        passages[i + 2].kind = passages[i + 2].kind or BlockKind.CAPTION


def _label_form(passages: Sequence[Passage], i: int) -> None:
    """The sentences between two lines of a form, and the slogan between a newsletter's name and a button."""
    for j in range(i + 1, min(len(passages), i + 1 + _AHEAD)):
        below = passages[j]
        if below.furniture is Furniture.SIGN_UP:
            for between in passages[i + 1 : j]:
                between.kind = between.kind or BlockKind.FURNITURE
            return
        if below.words > _LONGEST_IN_FORM or (below.furniture is None and below.kind is not None):
            break
    if i + 2 < len(passages) and "newsletter" in passages[i].plain:
        slogan, button = passages[i + 1 : i + 3]
        if slogan.words <= _LONGEST_SLOGAN and button.words <= _LONGEST_BUTTON and not button.ends:
            slogan.kind = slogan.kind or BlockKind.FURNITURE


def _teaser(head: Passage, lead: Passage) -> bool:
    """Whether two passages are a headline and the one paragraph that is shown of its story."""
    if lead.furniture is not None or lead.kind is not None or not lead.reads or lead.words > _LONGEST_TEASER:
        return False
    return head.furniture is None and head.kind is None and not head.reads and head.words >= _LEAST_HEADLINE
