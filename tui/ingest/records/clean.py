"""The text of a field: labelled as a story's body is, or as a whole page where it was taken down as one."""

from __future__ import annotations

from collections.abc import Sequence

from tui.ingest.labelling.agencies import sign_off
from tui.ingest.labelling.body import prose
from tui.ingest.labelling.bylines import byline
from tui.ingest.labelling.captions import credit
from tui.ingest.labelling.label import Labelled, label
from tui.ingest.labelling.passages import Passage, passages
from tui.model import BlockKind
from tui.text.fold import fold

_BEGINNING = 16  # characters


def labelled(lines: Sequence[str], title: str) -> tuple[Labelled, str]:
    """The passages of a record's text, and its language: whole pages are taken apart, clean texts left whole."""
    found, lang = passages(lines)
    if _is_page(found):
        whole = label(found)
        if any(passage.kind is BlockKind.PARAGRAPH for passage in whole.passages):
            return whole, lang
        found, lang = passages(lines)
    for i, passage in enumerate(found):
        passage.kind = _kind(found, i, title)
    return Labelled(found, None), lang


def folds_to(text: str, folded: str) -> bool:
    """Whether a text is this one when it is folded; mostly told by how it begins, as no fold reaches across a space."""
    end = text.find(" ", _BEGINNING)
    if end > 0 and not folded.strip().startswith(fold(text[:end]).strip()):
        return False
    return fold(text) == folded


def _is_page(found: Sequence[Passage]) -> bool:
    """Whether a text is what a whole page showed: furniture, and many lines that are no sentences."""
    furniture = sum(passage.furniture is not None for passage in found)
    sentences = sum(prose(passage) or passage.ends for passage in found)
    return furniture >= 2 and (furniture * 6 >= len(found) or sentences * 2 < len(found))


def _kind(found: Sequence[Passage], i: int, title: str) -> BlockKind:
    """What a passage of a clean text is: a paragraph, but for what says otherwise by itself."""
    passage = found[i]
    if title and i < 3 and folds_to(passage.text, title):
        return BlockKind.HEADLINE
    if i < 4 and passage.stamp is not None:
        return BlockKind.STAMP
    if i < 4 and passage.words <= 8 and byline(passage.text, passage.words):
        return BlockKind.BYLINE
    if credit(passage.text, passage.words):
        return BlockKind.CAPTION
    if passage.furniture is not None and not passage.ends and passage.words <= 12:
        return BlockKind.FURNITURE
    if i and i == len(found) - 1 and sign_off(passage.text, passage.words):
        return BlockKind.SIGN_OFF
    short = passage.words <= 12 and not (passage.ends or passage.colon or passage.bullet)
    return BlockKind.SUBHEAD if short and any(map(prose, found[i + 1 : i + 2])) else BlockKind.PARAGRAPH
