"""Claim trace over a library: every story that carries a sentence, in order of time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.library.entries import Entry
from tui.model import Carried
from tui.relate.descent.trace import Sought
from tui.search.plan import And, In, Phrase
from tui.search.terms import terms
from tui.text.language import stop_words
from tui.text.words import WORD, key

if TYPE_CHECKING:
    from tui.library.library import Library

_RUN, _SHORT_RUN, _SHORT = 3, 2, 6  # words asked of the index at once; of a sentence of so few, fewer
_MOST_RUNS = 32
_MOST_CANDIDATES = 600
_LEAST_RUNS = 0.08  # of the runs asked for, which a story must have to be looked into


@dataclass(frozen=True, slots=True)
class Carrier:
    """A story that carries a sentence: its line, how it carries it, the passage, and who is said to say it there."""

    entry: Entry
    carried: Carried
    sentence: str
    text: str
    speaker: str = ""


def carriers(library: Library, sentence: str) -> list[Carrier]:
    """The stories that carry a sentence, in order of time. Interrupted as "trace".

    The text index finds the stories that share runs of its words; each is verified by alignment.
    """
    sought = Sought(sentence)
    found: dict[int, Carrier] = {}
    for number in _candidates(library, sentence):
        story = library.story(number)
        carried = sought.carried_by(story)
        if carried is not None:
            text = story.blocks[carried.block].text[carried.start : carried.end]
            found[number] = Carrier(library.entry(number), carried, sentence, text, _speaker(library, number, carried))
    return [found[number] for number in library.in_order(found)]


def _candidates(library: Library, sentence: str) -> list[int]:
    """The stories that share the most runs of words with the sentence."""
    runs = list(_runs(sentence))
    votes: Counter[int] = Counter()
    with library.reading("trace") as connection:
        asked = library.carrying(connection)
        for run in runs:
            votes.update(asked.timeline.those(asked.stories(And((Phrase(run), In("all"))))))
    least = max(1, _LEAST_RUNS * len(runs))
    return [number for number, count in votes.most_common(_MOST_CANDIDATES) if count >= least]


def _runs(sentence: str) -> Iterator[str]:
    """Runs of words that are not small words alone, spread over a sentence however long."""
    spans = [match.span() for match in WORD.finditer(sentence)]
    if not spans:
        return
    size = min(len(spans), _SHORT_RUN if len(spans) <= _SHORT else _RUN)
    stops = stop_words("en")
    runs = []
    for at in range(len(spans) - size + 1):
        text = sentence[spans[at][0] : spans[at + size - 1][1]]
        if terms(text):
            small = all(key(sentence[start:end]) in stops for start, end in spans[at : at + size])
            runs.append((small, text))
    told = [text for small, text in runs if not small] or [text for _, text in runs]
    step = max(1.0, len(told) / _MOST_RUNS)
    yield from dict.fromkeys(told[int(at * step)] for at in range(min(len(told), _MOST_RUNS)))


def _speaker(library: Library, number: int, carried: Carried) -> str:
    """Who is quoted in the passage, "" where it is nobody's or several people's words."""
    said = {
        quotation.speaker
        for quotation in library.quotations(number)
        if quotation.block == carried.block and quotation.start < carried.end and carried.start < quotation.end
    }
    return said.pop() if len(said) == 1 else ""
