"""What a figure counts, as its sentence says it: the nouns, what befell those counted, who else is named there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum

from tui.relate.comparing.claim_words import COUNTED, FATES
from tui.relate.comparing.names import is_acronym
from tui.text.figures import Figure
from tui.text.words import WORD, key

YEAR = re.compile(r"(?<![\w$€£.,/-])(?:1[89]|20)\d\d(?!\w|[.,/]\d|-\d\d-)")
"""A year that stands alone."""

_IN_YEAR = re.compile(r"\b(?:in|of|during)\s+(?:[A-Z][a-z]+\s+)?((?:1[89]|20)\d\d)\b")
_NOUN_WORDS = 3
_CONTEXT_WORDS = 9
_FATE_BEFORE, _FATE_BEHIND, _CLAUSE = 4, 6, 3  # words to look for a fate; words that a comma between is worth
_FURTHER = re.compile(r"\b(?:another|a further|further|an additional|additional|other|extra)\s+$", re.IGNORECASE)
_MORE_BEHIND = re.compile(r"\s+(?:more|others?|extra|further|additional)\b", re.IGNORECASE)
_AMONG = re.compile(r"\b(?:including|includes?|included|among them|of whom|of which|of them)\s+$", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+(?:\w+\s+)?of\s+(?:them|whom|which|these|those)\b", re.IGNORECASE)
_RANGE_BEFORE = re.compile(r"\d(?:[-–]|\s(?:to|and|of)\s)\s?$|\bbetween\s+$|\b(?:aged|from) \w+ to\s+$", re.IGNORECASE)
_RANGE_BEHIND = re.compile(r"(?:[-–]\s?|\s(?:to|or)\s)[$£€]?\s?\d")
_LONGEST_LEAD = 24
_PAUSES = frozenset(",;:—–")


class Manner(Enum):
    """How a figure stands to what is counted: it is the whole, some more, a part, or one end of a range."""

    WHOLE = 0
    MORE = 1
    PART = 2
    RANGE = 3


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts. Words are stems, but `named`, which are keys of capitalised words.

    `nouns` say what is counted, `noun` is the last of them; `context` are the words around it. `fate` is the number of
    what befell those counted (-1: not told). `named` are the names of the sentence, `actor` the one of them that
    stands before the figure; `years` are those that the sentence is set in. It begins at `sentence` in its block.
    """

    nouns: frozenset[str] = frozenset()
    noun: str = ""
    context: frozenset[str] = frozenset()
    fate: int = -1
    manner: Manner = Manner.WHOLE
    named: frozenset[str] = frozenset()
    actor: str = ""
    years: frozenset[str] = frozenset()
    sentence: int = 0


NOTHING = Counted()


def counted(text: str, figure: Figure, spans: Sequence[tuple[int, int]], stops: frozenset[str]) -> tuple[int, Counted]:
    """Where the words end that say what a figure counts, and what it counts; `spans` are the sentences of the text."""
    begin, stop = spans[max(0, bisect_right(spans, (figure.start, len(text))) - 1)] if spans else (0, len(text))
    stop = max(stop, figure.end)
    end, nouns = _nouns(text, figure.end, stop, stops)
    behind = [key(word) for word in WORD.findall(text, figure.end, stop)[:_CONTEXT_WORDS]]
    before = [key(word) for word in WORD.findall(text, begin, figure.start)[-_CONTEXT_WORDS:]]
    named = [
        (match.start(), said.removesuffix("'s"))
        for match in WORD.finditer(text, begin, stop)
        if match[0][0].isupper() and (said := key(match[0])) not in stops
    ]
    return end, Counted(
        nouns=frozenset(nouns),
        noun=nouns[-1] if nouns else "",
        context=frozenset(stem(word) for word in behind + before if word not in stops or word == "us"),
        fate=_fate(text, (begin, figure.start), (end, stop)),
        manner=_manner(text, begin, figure.start, end if nouns else figure.end),
        named=frozenset(said for _, said in named),
        actor=next((said for at, said in reversed(named) if at < figure.start), ""),
        years=frozenset(_IN_YEAR.findall(text, begin, stop)),
        sentence=begin,
    )


def stem(word: str) -> str:
    """A word without its commonest English endings, for matching only."""
    word = word.removesuffix("'s")
    for ending in ("ings", "ing", "ers", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e") if len(word) > 3 else word


def is_plural(word: str) -> bool:
    """Whether a word ends what a figure counts: "40 city councillors", "12 people"."""
    said = word.lower()
    return said in COUNTED or (said.endswith("s") and not said.endswith(("ss", "us")) and not word.isupper())


def _nouns(text: str, start: int, stop: int, stops: Collection[str]) -> tuple[int, list[str]]:
    """Where the words end that say what a figure counts ("40 city councillors", "two of his paintings"), and these."""
    end = at = start
    nouns: list[str] = []
    seen_of = False
    for match in WORD.finditer(text, start, stop):
        if text[at : match.start()].strip() or not match[0][0].isalpha():
            break
        word = key(match[0])
        at = match.end()
        small = word in stops and not is_acronym(match[0])
        if word == "of" and not nouns and not seen_of:
            seen_of = True
            continue
        if small:
            if seen_of and not nouns:
                continue
            if word != "other":
                break
        elif word.endswith("ly") or (nouns and (word in FATES or word.endswith("ed"))):
            break
        else:
            nouns.append(stem(word))
        end = at
        if len(nouns) == _NOUN_WORDS or word.endswith(("'s", "'")) or is_plural(match[0]):
            break
    return end, nouns


def _fate(text: str, before: tuple[int, int], behind: tuple[int, int]) -> int:
    """What befell those counted: the nearest word that says so; a pause or an "and" between is worth some words."""
    backwards = [match.span() for match in reversed(list(WORD.finditer(text, *before))[-_FATE_BEFORE:])]
    onwards = [match.span() for match in list(WORD.finditer(text, *behind))[:_FATE_BEHIND]]
    found: list[tuple[int, int]] = []
    for steps, from_ in ((backwards, before[1]), (onwards, behind[0])):
        at, away = from_, 0
        for start, end in steps:
            word = key(text[start:end])
            gap = text[end:at] if steps is backwards else text[at:start]
            away += 1 + _CLAUSE * (word == "and" or any(c in _PAUSES for c in gap))
            at = start if steps is backwards else end
            if word in FATES:
                found.append((away, FATES[word]))
    return min(found)[1] if found else -1


def _manner(text: str, begin: int, start: int, end: int) -> Manner:
    low = max(begin, start - _LONGEST_LEAD)
    if _RANGE_BEFORE.search(text, low, start) or _RANGE_BEHIND.match(text, end):
        return Manner.RANGE
    if _FURTHER.search(text, low, start) or _MORE_BEHIND.match(text, end):
        return Manner.MORE
    return Manner.PART if _AMONG.search(text, low, start) or _OF_THEM.match(text, end) else Manner.WHOLE
