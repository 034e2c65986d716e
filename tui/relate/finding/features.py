"""What a story is compared by, taken in one pass over its words: compact, picklable, made in any process.

Copies are found by shingles (A. Broder, "On the resemblance and containment of documents", 1997): the hashes of all
runs of five words. Events are found by weighed words, names and figures.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from tui.model import BlockKind, Story
from tui.relate.finding.frequencies import word_hash
from tui.relate.finding.vocabulary import COMMON, FIGURE, NAME, Raws, Vocabulary
from tui.text.calendar import weekdays_named
from tui.text.language import stop_words

SHINGLE = 5
_LEAD_WORDS = 60
# The heaviest terms of each kind; the scores of labelled sets are the same with all of them.
_MOST_WORDS, _MOST_NAMES, _MOST_FIGURES = 100, 40, 20
# The languages that the frequencies were counted in; and where it is not known which it is.
_WELL_COUNTED = ("en", "")
_HASH = np.uint64(0xFFFFFFFF)
_KINDS = np.array([NAME << 32, FIGURE << 32], dtype=np.uint64)
_HINT_PARAGRAPHS = 4
# Shorter texts are too short to be compared.
LEAST_WORDS = 20
_ABOVE = (BlockKind.STANDFIRST, BlockKind.KEY_POINT)
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIXER = np.uint64(0xD6E8FEB86659FD93)

Keys = npt.NDArray[np.uint32]
Weights = npt.NDArray[np.float32]
Counted = tuple[npt.NDArray[np.uint64], npt.NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class Terms:
    """Weighed terms of one kind: keys rising (uint32 hashes), weights of length 1 in all (float32)."""

    keys: Keys
    weights: Weights


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """What a story is compared by.

    `digest` is equal for bodies of the same words, empty without any. `shingles` are hashes of runs of five words in
    the order of the body (uint32, words - 4 of them). `starts` is the number of the first word
    of each paragraph, `paragraphs` the hash of its words (uint64). `words`, `names`, `figures` and `lead` are terms of
    the whole story and of its beginning. `weekdays` are those that the beginning names: 0 for Monday, and as written.
    """

    digest: bytes
    length: int
    shingles: Keys
    starts: npt.NDArray[np.uint32]
    paragraphs: npt.NDArray[np.uint64]
    words: Terms
    names: Terms
    figures: Terms
    lead: Terms
    weekdays: tuple[tuple[int, str], ...]

    @property
    def paragraph_lengths(self) -> npt.NDArray[np.int64]:
        """How many words each paragraph has."""
        ends = np.append(self.starts[1:], np.uint32(self.length)) if len(self.starts) else self.starts
        return ends.astype(np.int64) - self.starts


_vocabulary = Vocabulary()


def features(story: Story) -> Features:
    """The features of one story; its words are looked up in a table of this process that grows."""
    told, paragraphs = _told(story)
    head = told if story.headline_derived else [story.headline, *told]
    read, starts = _vocabulary.read([*head, *paragraphs])
    begin = int(starts[len(head)]) if paragraphs else len(read)
    body, body_starts = read[begin:], starts[len(head) :] - begin
    hashes = _vocabulary.hashes[body]
    plain, names, figures = _by_kind(read, story.language)
    return Features(
        digest=hashlib.blake2b(hashes.tobytes(), digest_size=16).digest() if len(body) else b"",
        length=len(body),
        shingles=_shingles(hashes),
        starts=body_starts.astype(np.uint32),
        paragraphs=_paragraphs(hashes, body_starts),
        words=_weighed(*plain, _MOST_WORDS),
        names=_weighed(*names, _MOST_NAMES),
        figures=_weighed(*figures, _MOST_FIGURES),
        lead=_lead(read[:_LEAD_WORDS], story.language),
        weekdays=_weekdays(paragraphs, body, body_starts),
    )


def _told(story: Story) -> tuple[list[str], list[str]]:
    """The texts above the body, and the body; where that is next to nothing, all that the story tells is its body."""
    body = story.paragraphs
    if sum(text.count(" ") + 1 for text in body) >= LEAST_WORDS:
        return [block.text for block in story.of(*_ABOVE)], list(body)
    return [], [block.text for block in story.of(*_ABOVE, BlockKind.CAPTION, BlockKind.PARAGRAPH)]


def _shingles(hashes: npt.NDArray[np.uint64]) -> Keys:
    """The hashes of all runs of five words: a polynomial over the hashes of the words, its upper half."""
    count = len(hashes) - SHINGLE + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint32)
    rolled = hashes[:count].copy()
    for step in range(1, SHINGLE):
        rolled *= _MULTIPLIER
        rolled += hashes[step : step + count]
    rolled ^= rolled >> np.uint64(29)
    rolled *= _MIXER
    return (rolled >> np.uint64(32)).astype(np.uint32)


def _paragraphs(hashes: npt.NDArray[np.uint64], starts: npt.NDArray[np.int64]) -> npt.NDArray[np.uint64]:
    """A hash of the words of each paragraph; 0 for one without words."""
    if not len(hashes):
        return np.zeros(len(starts), dtype=np.uint64)
    lengths = np.concatenate((starts[1:], [len(hashes)])) - starts
    inside = np.arange(len(hashes)) - np.repeat(starts, lengths)
    scattered = hashes * (2 * inside + 1).astype(np.uint64)
    held = lengths > 0
    summed = np.zeros(len(starts), dtype=np.uint64)
    summed[held] = np.add.reduceat(scattered, starts[held])
    return summed


def _counted(read: Raws, language: str) -> Counted:
    """The terms of some words, rising, so by kind first; the weight of each, 1 + log(count) times rarity."""
    rising = _vocabulary.terms[read]
    rising = np.sort(rising[rising != COMMON])
    first = _firsts(rising)
    counts = np.empty_like(first)
    np.subtract(first[1:], first[:-1], out=counts[:-1])
    counts[-1:] = len(rising) - first[-1:]
    numbers = rising[first]
    terms, weights = _vocabulary.keys[numbers], (1 + np.log(counts)) * _vocabulary.rarity[numbers]
    order = terms.argsort()
    terms, weights = terms[order], weights[order]
    if language not in _WELL_COUNTED:
        known = ~np.isin(terms & _HASH, _small_words(language))
        return terms[known], weights[known]
    return terms, weights


def _firsts(rising: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """Where in an array that rises each of its values stands first."""
    new = np.empty(len(rising), dtype=np.bool_)
    new[:1] = True
    np.not_equal(rising[1:], rising[:-1], out=new[1:])
    return new.nonzero()[0]


def _by_kind(read: Raws, language: str) -> list[Counted]:
    """The terms of some words: plain words, names, figures."""
    terms, weights = _counted(read, language)
    cuts = [0, *terms.searchsorted(_KINDS).tolist(), len(terms)]
    return [(terms[begin:end], weights[begin:end]) for begin, end in pairwise(cuts)]


def _lead(read: Raws, language: str) -> Terms:
    """The terms of a beginning, whatever their kind; of two kinds the first counts."""
    terms, weights = _counted(read, language)
    keys = terms & _HASH
    order = keys.argsort(kind="stable")
    keys = keys[order]
    first = _firsts(keys)
    return _weighed(keys[first], weights[order[first]], _LEAD_WORDS)


def _weighed(terms: npt.NDArray[np.uint64], weights: npt.NDArray[np.float64], most: int) -> Terms:
    """The heaviest terms of one kind, their squared weights summing to 1."""
    if len(terms) > most:
        kept = (-weights).argsort(kind="stable")[:most]
        kept.sort()
        terms, weights = terms[kept], weights[kept]
    length = math.sqrt(np.square(weights).sum()) or 1.0  # a sum that is the same wherever the array lies
    return Terms((terms & _HASH).astype(np.uint32), (weights / length).astype(np.float32))


def _weekdays(paragraphs: list[str], body: Raws, starts: npt.NDArray[np.int64]) -> tuple[tuple[int, str], ...]:
    """The weekdays of the first paragraph that names any, if it is one of the first, each with an "on" before it."""
    named: dict[int, str] = {}
    for number, text in enumerate(paragraphs[:_HINT_PARAGRAPHS]):
        end = int(starts[number + 1]) if number + 1 < len(starts) else len(body)
        if not _vocabulary.weekdays[body[starts[number] : end]].any():
            continue
        for begin, stop, weekday in weekdays_named(text):
            preceding = "on " if text[max(0, begin - 3) : begin].lower() == "on " else ""
            named.setdefault(weekday, preceding + text[begin:stop])
        if named:
            break
    return tuple(named.items())


_small: dict[str, npt.NDArray[np.uint64]] = {}


def _small_words(language: str) -> npt.NDArray[np.uint64]:
    """The small words of a language as hashes of terms."""
    if language not in _small:
        hashes = [word_hash(word) >> 32 for word in sorted(stop_words(language))]
        _small[language] = np.array(hashes, dtype=np.uint64)
    return _small[language]
