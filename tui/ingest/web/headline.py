"""The headline of a web page: what its data, its titles and its headings agree on, without the name of its site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

_SEPARATOR = re.compile(r"\s+[|–—·•*-]\s+|\s*(?:::|[|»«：｜])\s*")
_WORDS = re.compile(r"\w+")
_STRANGE = 0.3  # share of a heading's words that the data name too; with fewer it is another's


class Says(Enum):
    """What names a headline, with its weight: titles are made for search engines and for sharing."""

    HEADING = 1.6
    DATA = 1.2
    GRAPH = 1.0
    TITLE = 0.7
    SHARE = 0.5
    STRANGE_HEADING = 0.3


def choose_headline(said: Sequence[tuple[Says, str]], names: Sequence[str], shown: Sequence[str]) -> str:
    """The headline that most speaks for: the page's data and titles (`said`) and its main headings (`shown`).

    `names` are the site's. Empty where nothing says a headline.
    """
    texts = (*(text for _, text in said), *shown)
    sites = _sites(names) | _named_beside(texts, shown)
    named = [(by, _without_site(text, sites, () if by is Says.DATA else texts)) for by, text in said]
    words = {word for by, text in named if by in (Says.DATA, Says.GRAPH) for word in plain(text).split()}
    for heading in dict.fromkeys(shown):
        own = set(plain(heading).split())
        strange = plain(heading) in sites or (words and len(own & words) < len(own) * _STRANGE)
        named.append((Says.STRANGE_HEADING if strange else Says.HEADING, heading))
    votes = {"": -1.0}
    for by, text in named:
        if plain(text):
            votes[plain(text)] = votes.get(plain(text), 0.0) + by.value
    return max((text for _, text in named), key=lambda text: votes[plain(text)], default="")


def plain(text: str) -> str:
    """The words of a text and nothing else, for comparing."""
    return " ".join(_WORDS.findall(text.casefold()))


def _named_beside(texts: Sequence[str], shown: Sequence[str]) -> frozenset[str]:
    """Headings that are the site's name: titles have them behind something longer that is no heading."""
    headings = {plain(heading) for heading in shown}
    found = set()
    for text in texts:
        for match in _SEPARATOR.finditer(text):
            head, tail = plain(text[: match.start()]), plain(text[match.end() :])
            if tail in headings and head not in headings and len(head) > len(tail):
                found.add(tail)
    return frozenset(found)


def _sites(names: Sequence[str]) -> frozenset[str]:
    """How a site may be called in a title: its names, and its host with and without the ending."""
    return frozenset(plain(form) for name in names for form in (name, name.partition(".")[0], name + ".com"))


def _without_site(text: str, sites: frozenset[str], others: Sequence[str]) -> str:
    """A title without the site's or section's name behind or before it, as the site is called or others show."""
    whole = {plain(other) for other in others if other != text} - sites
    pieces = [piece.strip() for piece in _SEPARATOR.split(text)]
    shown = [piece for piece in pieces if plain(piece) and plain(piece) in whole]
    if len(pieces) > 1 and shown:
        return max(shown, key=len)
    for match in _SEPARATOR.finditer(text):
        head, tail = text[: match.start()].strip(), text[match.end() :].strip()
        if plain(head) and (plain(head) in whole or plain(tail) in sites):
            return head
        if plain(tail) and plain(head) in sites:
            return tail
    return text
