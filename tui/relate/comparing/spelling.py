"""One spelling for words that Britons and Americans write differently: a paper's spelling is not what was said."""

from __future__ import annotations

import re
from functools import lru_cache

_SHORTEST = 6
_ALIKE = tuple(
    (re.compile(pattern), told)
    for pattern, told in (
        (r"our(?=(?:s|ed|ing|ite|ites|able|ful|al|hood|ers?)?$)", "or"),  # colour, favourite, neighbourhood
        (r"is(?=(?:e|es|ed|ing|ation|ations|er|ers)$)", "iz"),
        (r"ys(?=(?:e|es|ed|ing)$)", "yz"),
        (r"enc(?=es?$)", "ens"),  # defence
        (r"tre(?=s?$)", "ter"),
        (r"ogue(?=s?$)", "og"),
        (r"ll(?=(?:ed|ing|ers?)$)", "l"),  # travelled
        (r"mme(?=s?$)", "m"),  # programme
    )
)


@lru_cache(maxsize=20_000)
def one_spelling(word: str) -> str:
    """The folded word in one of its spellings, for comparing only: it need not be a word any more."""
    if len(word) >= _SHORTEST:
        for pattern, told in _ALIKE:
            word = pattern.sub(told, word)
    return word
