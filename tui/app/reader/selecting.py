"""A passage being selected in one paragraph: sentence by sentence, and word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tui.text.sentences import sentences

_WORD_END = re.compile(r"\S(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected: `text[start:end]` of a block, shown in the passage of that number.

    `id` is that of a highlight that stands there already, "" for a new one.
    """

    passage: int
    block: int
    text: str
    start: int
    end: int
    id: str = ""

    @property
    def selected(self) -> str:
        """The selected words."""
        return self.text[self.start : self.end]

    def by_sentence(self, step: int) -> Selection:
        """One more sentence (1), or one less (-1); there is always one left."""
        ends = [end for start, end in _sentences(self.text) if end > self.start]
        if step > 0:
            return self._to(next((end for end in ends if end > self.end), self.end))
        return self._to(max((end for end in ends if end < self.end), default=self.end))

    def by_word(self, step: int) -> Selection:
        """One more word (1), or one less (-1); there is always one left."""
        ends = [match.end() for match in _WORD_END.finditer(self.text, self.start)]
        if step > 0:
            return self._to(next((end for end in ends if end > self.end), self.end))
        return self._to(max((end for end in ends if end < self.end), default=self.end))

    def from_word(self, step: int) -> Selection:
        """Begin a word later (1), or a word earlier (-1)."""
        starts = [match.start() for match in re.finditer(r"\S+", self.text)]
        if step > 0:
            start = next((at for at in starts if self.start < at < self.end), self.start)
        else:
            start = max((at for at in starts if at < self.start), default=self.start)
        return replace(self, start=start)

    def _to(self, end: int) -> Selection:
        return replace(self, end=end)


def begun(passage: int, block: int, text: str, at: int) -> Selection:
    """The sentence that this offset of a block's text stands in."""
    found = _sentences(text)
    start, end = next(((start, end) for start, end in found if start <= at < end), found[0])
    return Selection(passage, block, text, start, end)


def _sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text without the blanks around them; the whole of it where there is none."""
    found = []
    for start, end in sentences(text):
        said = text[start:end]
        found.append((start + len(said) - len(said.lstrip()), start + len(said.rstrip())))
    return [(start, end) for start, end in found if start < end] or [(0, len(text))]
