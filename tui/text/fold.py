"""Folding: text with its typography taken off, so that equal words compare equal however they were set.

`fold` is for comparing (copies, facts, names); `fold_for_search` goes further, for an index that is typed into.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Marks of typography that NFKC leaves alone, each with the plain sign that a typewriter would have used.
_SINGLE = "‘’‚‛ʻʼʽ′‵`´ʹˈ‹›"
_DOUBLE = "“”„‟″‶«»〝〞〟❝❞"
_DASHES = "‐‑‒–—―−⸺⸻﹘﹣－"
_DROPPED = "\u00ad\u200b\u200e\u200f\u2060\ufeff\u061c"  # soft hyphen, zero-width space, direction marks, joiner
_PLAIN = {ord(c): "'" for c in _SINGLE}
_PLAIN |= {ord(c): '"' for c in _DOUBLE}
_PLAIN |= {ord(c): "-" for c in _DASHES}
_PLAIN |= dict.fromkeys(map(ord, _DROPPED), "")
_LONG = 64  # characters from which looking for each mark in turn is quicker than looking at each character
_MARKS = [(chr(mark), plain) for mark, plain in _PLAIN.items()]

_TYPEWRITTEN = re.compile(r"''")

# Letters that no decomposition takes apart, as one would type them without their strokes.
_STROKES = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ŧ": "t"}
_STROKED = {ord(k): v for k, v in _STROKES.items()}
# Accents of Latin, Greek and Cyrillic, and the vowel points of Hebrew and Arabic; vowel signs of Indic scripts stay.
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]+")
# What stands between the brackets of a pattern for a character of a script that sets no spaces (Chinese, Japanese).
UNSPACED = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_UNSPACED = re.compile(f"([{UNSPACED}])")


def fold(text: str) -> str:
    """The text for comparing: NFKC, plain quotes, dashes and spaces, no case; runs of white space become one space.

    Two opening or two closing single marks are a double one, as typewriters write them. Folding twice changes nothing.
    """
    if text.isascii():
        folded = text.lower()
        if "`" in folded:
            folded = folded.replace("`", "'")
    else:
        folded = _composed(text)
    if "''" in folded:
        folded = _TYPEWRITTEN.sub('"', folded)
    return _spaced(folded)


def fold_for_search(text: str) -> str:
    """The text for an index: folded, without accents and vowel points, each unspaced (CJK) character a word."""
    folded = fold(text)
    if folded.isascii():
        return folded
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", folded)).translate(_STROKED)
    composed = unicodedata.normalize("NFC", bare)
    return _spaced(_UNSPACED.sub(r" \1 ", composed))


@lru_cache(maxsize=1 << 14)
def fold_word(word: str) -> str:
    """`fold` for a single word, remembered: words of a pile of news come again and again."""
    return fold(word)


def _composed(text: str) -> str:
    """NFKC and no case, repeated until it stands (a few letters need it twice), with plain marks put in first."""
    previous = ""
    while text != previous:
        previous = text
        text = unicodedata.normalize("NFKC", _plain(text)).casefold()
        if text.isascii():
            break
    return text.replace("`", "'")


def _spaced(text: str) -> str:
    """The text with one space for every run of white space."""
    line = text.replace("\n", " ")
    if "  " not in line and line.isprintable():  # of white space, a space alone prints
        return line
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"


def _plain(text: str) -> str:
    if len(text) < _LONG:
        return text.translate(_PLAIN)
    for mark, plain in _MARKS:
        text = text.replace(mark, plain)
    return text
