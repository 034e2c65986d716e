"""Bylines: who wrote a story, as its page says on a line of its own."""

from __future__ import annotations

import re
from functools import lru_cache

_BY = re.compile(
    r"^\W{0,3}(?:(?:story|words|written|reported|report|text|article|analysis|opinion|review|posted|published"
    r"|updated) )?"
    r"(?:by|von|par|por|di|door|av|af|text|texte|texto|testo|autor(?:in)?|author|written by|autore|auteur|yazar|tekst"
    r"|oleh|"
    r"автор|penulis|reporter)(?:\s*[:|]\s*|\s+)(?P<who>\S.*)$",
    re.IGNORECASE,
)
_NAME = r"(?:[^\W\d_a-z][\w'’.-]*)"
_WHO = re.compile(
    rf"^(?P<names>{_NAME}(?:\s+(?:de|da|do|dos|del|della|di|van|von|der|den|el|al|bin|ibn|la|le|y|e|{_NAME})){{0,5}}"
    rf"(?:(?:\s*(?:,|&|\||/|;)\s*|\s+(?:and|und|et|y|e|og|och|en|ve|i|a)\s+){_NAME}(?:\s+{_NAME}){{0,4}})*)"
)
_NAME_LINE = re.compile(
    r"^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s)?[^\W\d_a-z][\w'’.-]+(?:\s(?:de|da|dos|del|van|von|der|den|el|al|bin|la|le"
    r"|[^\W\d_a-z][\w'’.-]*)){1,4}$"
)
_TRAILING_ROLE = re.compile(
    r"\s*(?:,|\||–|-|·|•)\s*(?:(?:staff|senior|chief|special|foreign|political|the|our|ap|ani)\b.*|.*\b(?:writer"
    r"|reporter|editor"
    r"|correspondent|staff|agency|press|redakteur|redaktion)\b.*)$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def byline(text: str, words: int) -> str:
    """The names of a line that says "By …" in one of many languages; empty where it says nothing of the kind."""
    if words > 18:
        return ""
    match = _BY.match(text)
    if match is None:
        return ""
    who = _TRAILING_ROLE.sub("", match["who"].strip(" .|·•–-"))
    names = _WHO.match(who)
    if names is None or (words > 8 and len(names["names"]) * 3 < len(who)):
        return ""
    return names["names"].strip(" ,|&/;")


def name_line(text: str, words: int) -> bool:
    """Whether a line may be a person's name and nothing else."""
    return 2 <= words <= 5 and bool(_NAME_LINE.match(text)) and not text.isupper()
