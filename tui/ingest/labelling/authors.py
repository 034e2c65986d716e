"""What a page tells of a story's author below the last paragraph: who it is, and how to reach them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.ingest.labelling.furniture import Furniture
from tui.ingest.labelling.passages import Passage
from tui.model import BlockKind

_FURTHEST = 4
_ABOVE = 3
_LONGEST = 110  # words
_ROLES = (
    r"writer|reporter|correspondent|editor|columnist|journalist|contributor|author|fellow|professor|producer|blogger"
    r"|broadcaster|commentator|anchor|curator|redakteur(?:in)?|autor(?:in)?|korrespondent(?:in)?|reporterin|journalistin"
    r"|volontär(?:in)?|kolumnist(?:in)?|journaliste|rédact\w+|chroniqueu\w+|periodista|redactora?|columnista|jornalista"
    r"|giornalista|redacteur|verslaggever|yazar|muhabir"
)
_IS = r"is|was|are|ist|war|est|es|é|è"
_WHO = re.compile(
    rf"(?i:\b(?:{_IS}) (?:an?|the|eine?|un|una|une|um|uma|een)? ?(?:[\w'’.-]+[ ,/]+){{0,6}}(?:{_ROLES})\b)"
    r"|(?i:\b(?:he|she|they) (?:has |have )?(?:been )?(?:writ|report|cover)(?:es?|ing|s) (?:about|on|for|the)\b)"
    r"|(?i:\bist (?:beim?|für|als)\b.{0,60}\bzuständig\b)"
    r"|(?i:\b(?:follow|reach|e-?mail|contact)) (?:him|her|them|me|[A-Z]\w+)(?: \w+)? (?:on|at|via|here)\b"
    r"|(?i:\b(?:send (?:him|her|them|us )?(?:story |news )?tips|(?:he|she|they) can be reached"
    r"|(?:you|readers) can (?:e-?mail|reach|contact|follow) )\b)"
    r"|\b(?:lives|lebt) (?:in|and|mit)\b.{0,80}\b(?:dogs?|cats?|wife|husband|family|familie)\b"
)
_NAME = r"[^\W\d_a-z][\w.'’-]+"
_WHOLE_NAME = re.compile(rf"\W*(?P<name>{_NAME}(?:\s+{_NAME}){{1,3}}?)(?=\s+[^\W\d_A-Z]|,|’s|'s)")


def label_authors(passages: Sequence[Passage], start: int, end: int) -> None:
    """The last paragraphs of a body, from `start` to `end`, are furniture where they tell who wrote it.

    Whom the story itself names in full is somebody in it.
    """
    for i in range(end, max(start + 2, end - _FURTHEST), -1):
        passage = passages[i]
        if passage.kind is not BlockKind.PARAGRAPH:
            continue
        if passage.words > _LONGEST or not (_below_heading(passages, i) or _told(passage.text, passages[start:i])):
            return
        passage.kind = BlockKind.FURNITURE


def _below_heading(passages: Sequence[Passage], i: int) -> bool:
    return any(above.furniture is Furniture.ABOUT for above in passages[max(0, i - _ABOVE) : i])


def _told(text: str, above: Sequence[Passage]) -> bool:
    if not _WHO.search(text):
        return False
    name = _WHOLE_NAME.match(text)
    return name is None or not any(name["name"] in p.text for p in above if p.kind is BlockKind.PARAGRAPH)
