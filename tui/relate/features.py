"""What a story is compared by, taken in one pass over its words: compact, picklable, made in any process.

Copies are found by shingles (A. Broder, "On the resemblance and containment of documents", 1997): the hashes of all
runs of five words. Events are found by weighed words, names and figures.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tui.model import BlockKind, Story
from tui.relate.frequencies import word_hash
from tui.relate.vocabulary import COMMON, FIGURE, NAME, PLAIN, Vocabulary
from tui.text.calendar import weekdays_named
from tui.text.language import stop_words

SHINGLE = 5
_LEAD_WORDS = 60
_HINT_PARAGRAPHS = 4
# Shorter texts are too short to be compared.
LEAST_WORDS = 20
_ABOVE = (BlockKind.STANDFIRST, BlockKind.KEY_POINT)
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIXER = np.uint64(0xD6E8FEB86659FD93)

Keys = npt.NDArray[np.uint32]
Weights = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Terms:
    """Weighed terms of one kind: keys rising (uint32 hashes), weights of length 1 in all (float32)."""

    keys: Keys
    weights: Weights


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """What a story is compared by.

    `digest` is equal for bodies of the same words, empty without any. `shingles` are hashes of runs of five words in
    the order of the body (uint32, words - 4 of them). `starts` is the number of the first word of each paragraph,
    `paragraphs` the hash of its words (uint64). `words`, `names`, `figures` and `lead` are terms of the whole story
    and of its beginning. `weekdays` are named in the first paragraphs: 0 for Monday, and as written.
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
    language: str

    @property
    def paragraph_lengths(self) -> npt.NDArray[np.int64]:
        """How many words each paragraph has."""
        ends = np.append(self.starts[1:], np.uint32(self.length)) if len(self.starts) else self.starts
        return ends.astype(np.int64) - self.starts


_vocabulary = Vocabulary()


def features(story: Story) -> Features:
    """The features of one story; its words are looked up in a table of this process that grows."""
    vocabulary = _vocabulary
    told, paragraphs = _told(story)
    head = told if story.headline_derived else [story.headline, *told]
    read, starts = vocabulary.read([*head, *paragraphs])
    begin = int(starts[len(head)]) if paragraphs else len(read)
    body, body_starts = read[begin:], starts[len(head) :] - begin
    hashes = vocabulary.hashes[body]
    kinds = vocabulary.kinds[read]
    if story.language != "en":
        kinds = np.where(np.isin(vocabulary.terms[read], _small_words(story.language)), np.uint8(COMMON), kinds)
    return Features(
        digest=hashlib.blake2b(hashes.tobytes(), digest_size=16).digest() if len(body) else b"",
        length=len(body),
        shingles=_shingles(hashes),
        starts=body_starts.astype(np.uint32),
        paragraphs=_paragraphs(hashes, body_starts),
        words=_terms(vocabulary, read, kinds == PLAIN),
        names=_terms(vocabulary, read, kinds == NAME),
        figures=_terms(vocabulary, read, kinds == FIGURE),
        lead=_terms(vocabulary, read[:_LEAD_WORDS], kinds[:_LEAD_WORDS] != COMMON),
        weekdays=_weekdays(paragraphs),
        language=story.language,
    )


def _told(story: Story) -> tuple[list[str], list[str]]:
    """The texts above the body, and the body; where that is next to nothing, all that the story tells is its body."""
    body = story.paragraphs
    if sum(len(text.split()) for text in body) >= LEAST_WORDS:
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
    lengths = np.diff(starts, append=len(hashes))
    inside = np.arange(len(hashes), dtype=np.int64) - np.repeat(starts, lengths)
    scattered = hashes * (inside.astype(np.uint64) * np.uint64(2) + np.uint64(1))
    held = lengths > 0
    summed = np.zeros(len(starts), dtype=np.uint64)
    summed[held] = np.add.reduceat(scattered, starts[held])
    return summed


def _terms(vocabulary: Vocabulary, read: npt.NDArray[np.int64], wanted: npt.NDArray[np.bool_]) -> Terms:
    """The terms of some words, weighed by 1 + log(count) times rarity, their squares summing to 1."""
    chosen = read[wanted]
    keys, first, counts = np.unique(vocabulary.terms[chosen], return_index=True, return_counts=True)
    weights = (1 + np.log(counts)) * vocabulary.rarity[chosen[first]]
    length = float(np.sqrt(weights @ weights)) or 1.0
    return Terms(keys, (weights / length).astype(np.float32))


def _weekdays(paragraphs: list[str]) -> tuple[tuple[int, str], ...]:
    """The weekdays that the first paragraphs name, each once, in their order."""
    named: dict[int, str] = {}
    for text in paragraphs[:_HINT_PARAGRAPHS]:
        for start, end, weekday in weekdays_named(text):
            preceding = "on " if text[max(0, start - 3) : start].lower() == "on " else ""
            named.setdefault(weekday, preceding + text[start:end])
    return tuple(named.items())


_small: dict[str, Keys] = {}


def _small_words(language: str) -> Keys:
    """The small words of a language as term keys."""
    if language not in _small:
        _small[language] = np.array([word_hash(word) >> 32 for word in sorted(stop_words(language))], dtype=np.uint32)
    return _small[language]
