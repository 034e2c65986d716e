"""The content words of a text: what two passages have in common when they speak of the same."""

from __future__ import annotations

import re
from functools import lru_cache

_LONG = re.compile(r"[^\W\d_]{5,}")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_NO_LETTER = re.compile(r"[\W\d_]+")


@lru_cache(maxsize=2048)
def content_words(text: str) -> frozenset[str]:
    """The words of five letters and more in lower case; pairs of characters in scripts that write no spaces."""
    if not text.isascii() and _WIDE.search(text):
        letters = _NO_LETTER.sub("", text)
        return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))
    return frozenset(_LONG.findall(text.lower()))
