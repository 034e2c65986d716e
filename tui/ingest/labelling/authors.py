"""What a page tells of a story's author below the last paragraph: who it is, and how to reach them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.ingest.labelling.passages import Passage
from tui.model import BlockKind

_FURTHEST = 4
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
    r"|(?i:\b(?:follow|reach|e-?mail|contact)) (?:him|her|them|me|[A-Z]\w+)(?: \w+)? (?:on|at|via|here)\b"
    r"|(?i:\b(?:send (?:him|her|them|us )?(?:story |news )?tips|(?:he|she|they) can be reached"
    r"|(?:you|readers) can (?:e-?mail|reach|contact|follow) )\b)"
    r"|\b(?:lives|lebt) (?:in|and|mit)\b.{0,80}\b(?:dogs?|cats?|wife|husband|family|familie)\b"
)
_LAST_NAME = re.compile(
    r"^[^\w]*(?:[^\W\d_a-z][\w.'’-]+\s+){1,3}?(?P<last>[^\W\d_a-z][\w'’-]+)(?=\s+[^\W\d_A-Z]|,|’s|'s)"
)


def label_authors(passages: Sequence[Passage], start: int, end: int) -> None:
    """The last paragraphs of a body, from `start` to `end`, are furniture where they tell who wrote it.

    Whom the story itself names is somebody in it.
    """
    for i in range(end, max(start + 2, end - _FURTHEST), -1):
        passage = passages[i]
        if passage.kind is not BlockKind.PARAGRAPH:
            continue
        if passage.words > _LONGEST or not _WHO.search(passage.text) or _named(passage.text, passages[start:i]):
            return
        passage.kind = BlockKind.FURNITURE


def _named(text: str, above: Sequence[Passage]) -> bool:
    name = _LAST_NAME.match(text)
    return name is not None and any(name["last"] in p.text for p in above if p.kind is BlockKind.PARAGRAPH)
