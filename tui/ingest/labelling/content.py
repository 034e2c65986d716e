"""The content words of a text: what two passages have in common when they speak of the same."""

from __future__ import annotations

import re
from functools import lru_cache

_LEAST = 5
_STEM = 8  # where long words go on, endings do
_EDGES = ".,;:!?…\"“”„«»‹›'‘’()[]{}–—-*/|·•"
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_NO_LETTER = re.compile(r"[\W\d_]+")


@lru_cache(maxsize=2048)
def content_words(text: str) -> frozenset[str]:
    """The first eight signs of words of five and more, in lower case; pairs of characters in scripts without spaces."""
    if not text.isascii() and _WIDE.search(text):
        letters = _NO_LETTER.sub("", text)
        return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))
    stripped = [word.strip(_EDGES) for word in text.lower().split() if len(word) >= _LEAST]
    return frozenset([word[:_STEM] for word in stripped if len(word) >= _LEAST])
