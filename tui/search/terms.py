"""Text as the index holds it: what is indexed, what is asked for and what is marked all pass through here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from tui.text.fold import UNSPACED, fold_for_search

# Single letters held together by points, the last of which may be missing: it is, until it has been typed.
_INITIALISM = re.compile(r"(?<!\w)[^\W\d_](?:\.[^\W\d_])+\.?(?!\w)")
_END_OF_ONE = re.compile(r"\.[^\W\d_](?!\w)")  # every initialism has one, and it is quickly looked for
_RUN = re.compile(rf"[{UNSPACED}]|[^\s{UNSPACED}]+")
_PLAIN_TERM = re.compile(r"[a-z0-9]+")


class Term(NamedTuple):
    """A word of the index and where it stands in the text as written."""

    start: int
    end: int
    text: str


class _Blanked(dict[int, str]):
    """For str.translate: what is no part of a word becomes a space, one for one; looked up once a character."""

    def __init__(self, inside: str) -> None:
        self._inside = inside

    def __missing__(self, point: int) -> str:
        character = chr(point)
        categories = map(unicodedata.category, unicodedata.normalize("NFKC", character))
        inside = any(category[0] in "LNM" or category in self._inside for category in categories)
        self[point] = character if inside else " "
        return self[point]


_SPLIT = _Blanked("Co")
# Joiners and soft hyphens stand inside words as written, whatever folding makes of them.
_SPLIT_AS_WRITTEN = _Blanked("CoCf")


def searchable(text: str) -> str:
    """The text for the index: initialisms without points, then folded (case, typography, accents, CJK spaced)."""
    if _END_OF_ONE.search(text):
        text = " ".join([_without_points(word) if "." in word[:-1] else word for word in text.split(" ")])
    return fold_for_search(text)


def _without_points(word: str) -> str:
    return _INITIALISM.sub(lambda match: match[0].replace(".", ""), word)


def terms(text: str) -> list[str]:
    """The words of a text as the index has them."""
    folded = searchable(text)
    return _PLAIN_TERM.findall(folded) if folded.isascii() else folded.translate(_SPLIT).split()


def terms_in(text: str) -> Iterator[Term]:
    """The words of a text as the index has them, with their offsets; those of one character share it."""
    blanked = text.translate(_SPLIT_AS_WRITTEN)
    if "." in text:
        for match in _INITIALISM.finditer(text):
            blanked = f"{blanked[: match.start()]}{'i' * len(match[0])}{blanked[match.end() :]}"
    for match in _RUN.finditer(blanked):
        yield from _terms_between(text, *match.span())


def _terms_between(text: str, start: int, end: int) -> Iterator[Term]:
    """The words of a run without white space; folding may still cut it, at a character or inside one."""
    found = terms(text[start:end])
    cut = next((at for at in range(start + 1, end) if _opens(text[at])), None) if len(found) > 1 else None
    if cut is not None:
        yield from _terms_between(text, start, cut)
        yield from _terms_between(text, cut, end)
    elif len(found) == end - start:
        yield from (Term(start + at, start + at + 1, term) for at, term in enumerate(found))
    else:
        yield from (Term(start, end, term) for term in found)


def _opens(character: str) -> bool:
    """Whether folding sets a space before this character: an accent that stands alone does."""
    return unicodedata.normalize("NFKC", character)[0].isspace()
