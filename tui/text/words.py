"""Words, and words with punctuation marks, of a text.

A word is letters and digits held together by apostrophes and single hyphens ("Stoke-on-Trent", "today's"), a
figure with its points and commas ("1,234.5"), an initialism ("U.S.", equal to "US"), or one character of a script
that sets no spaces. Dashes that hold no word together are punctuation.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.text.fold import UNSPACED, fold_word

# `\w` leaves out the vowel signs of Indic and South-East Asian scripts, and the joiners that belong inside words.
_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e8\u06ea-\u06ed\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u1000-\u109f\u1780-\u17d3\u200c\u200d\u00ad"
)
# Possessive runs: no way back into them, so no text however odd makes the search slow.
_RUN = rf"(?:[A-Za-z0-9]++|[^\W_{UNSPACED}]|[{_MARKS}])++"
_WORD = (
    r"\d+(?:[.,]\d+)+(?!\w)"
    r"|(?<!\w)(?:[^\W\d_]\.){2,}(?!\w\w)"
    rf"|{_RUN}(?:['’ʼ‘`´]{_RUN}|(?:(?<!\d)[-‐‑–]|[-‐‑–](?!\d)){_RUN})*+"
    rf"|[{UNSPACED}]"
)
WORD = re.compile(_WORD)
_TOKEN = re.compile(rf"{_WORD}|``|''|-{{2,}}|\.{{2,}}|[^\w\s]|_+")
_INITIALISM = re.compile(r"(?:[^\W\d_]\.){2,}")
_DASH_RUN = re.compile(r"-{2,}")


class Token(NamedTuple):
    """A word or a punctuation mark at text[start:end]; equal keys are equal but for typography."""

    start: int
    end: int
    key: str


def words(text: str) -> list[str]:
    """The words of a text in its order, folded; punctuation is left out."""
    return [key(match) for match in WORD.findall(text)]


def tokens(text: str) -> list[Token]:
    """Words and punctuation marks with their offsets; between tokens lies white space or nothing."""
    return [Token(match.start(), match.end(), key(match.group())) for match in _TOKEN.finditer(text)]


def key(token: str) -> str:
    """The folded form of one word or mark: what makes it equal to another. An initialism loses its points."""
    if "." in token and _INITIALISM.fullmatch(token):
        token = token.replace(".", "")
    folded = fold_word(token)
    if folded.startswith("--") and _DASH_RUN.fullmatch(folded):
        return "-"
    return folded or token
