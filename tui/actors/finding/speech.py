"""What is quoted in one text: its quotations, put together where their speaker only interrupts, and who says them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tui.actors import lists
from tui.actors.finding.cues import Cue, ahead, announcing, behind
from tui.text.quotations import Quoted, quoted

# What begins another saying, or words of the writer's own, between two quotations.
_BETWEEN = re.compile(
    r"\b(?:adding|asking|saying|added|asked|told|replied|noting)\b|, (?:but|suggesting|going|\w+ing (?:that|the|a|to)) "
)
_WHOLE = frozenset(".?!,;…—–-’'")
_SET_OFF = frozenset((*".?!”\"’“‘'", ""))
_SMALL_IN_TITLES = lists.words("small in titles")
_NEXT_NAME = re.compile(r"[ \u00a0][^\W\d_a-z]")
_LAST_WORD = re.compile(r"(\w+(?:['’]s?)?)[ \u00a0]\Z")
_SAYING = lists.words("saying")
_ENDS = frozenset(".?!")


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation: its offsets and text, its speaker as written and where (empty where none is named).

    An interrupted quotation (“A,” he said, “B.”) is one: it runs from its first part to its last, and its text is
    the parts put together. `carried` says that the speaker is taken over from the quotation before.
    """

    block: int
    start: int
    end: int
    text: str
    cue: str = ""
    speaker: str = ""
    speaker_block: int = -1
    speaker_start: int = 0
    speaker_end: int = 0
    carried: bool = False
    open: bool = False

    @property
    def named(self) -> bool:
        return self.speaker_end > self.speaker_start


def worth(said: Said) -> bool:
    """Whether a quotation is one: not a word in quotation marks, or the title of a work, that nobody says."""
    words = said.text.split()
    if said.named and not said.carried:
        return True
    return len(words) > 3 and not all(word[:1].isupper() or len(word) < 4 for word in words)


def sayings(block: int, text: str, before: Said | None = None) -> list[Said]:
    """The quotations of one paragraph with their speakers; `before` is the last quotation of the paragraph before."""
    marks = [mark for mark in quoted(text) if not _entitles(text, mark)]
    found: list[Said] = []
    last = 0
    for number, mark in enumerate(marks):
        after = marks[number + 1].start - 1 if number + 1 < len(marks) else len(text)
        follows = behind(text, mark, after)
        cue = follows or ahead(text, mark, last)
        said = _said(block, text, mark, cue)
        if found and follows is None and _goes_on(text, found[-1], last, mark, cue):
            said = _join(found.pop(), said)
        elif cue is None:
            said = _carry(said, found[-1] if found else None, before if number == 0 else None, text)
        found.append(said)
        last = (follows.stop if follows else mark.end + 1) if mark.closed else len(text)
    return found


def announced(block: int, text: str) -> Said | None:
    """The speaker of a paragraph that ends with a colon, as of a quotation that goes on in the next; else None."""
    cue = announcing(text)
    if cue is None:
        return None
    return Said(
        block, len(text), len(text), "", cue.verb, text[cue.start : cue.end], block, cue.start, cue.end, open=True
    )


def _entitles(text: str, mark: Quoted) -> bool:
    """Whether marks hold a title (Radio Six’s “Over the Hills”) or a nickname (Joe “Ace” Marsh): nobody says those."""
    words = mark.text.rstrip(",.").split()
    capitals = sum(word[0].isupper() for word in words)
    if not capitals or not all(word[0].isupper() or word in _SMALL_IN_TITLES for word in words):
        return False
    word = _LAST_WORD.search(text[max(0, mark.start - 32) : mark.start - 1])
    if word is None or word[1].lower() in _SAYING:
        return False
    if capitals == 1:
        return word[1][0].isupper() and _NEXT_NAME.match(text, mark.end + 1) is not None
    return True


def _said(block: int, text: str, mark: Quoted, cue: Cue | None) -> Said:
    words = mark.text.strip() or mark.text  # French sets spaces inside its marks
    start = mark.start + mark.text.index(words)
    found = Said(block, start, start + len(words), words, open=not mark.closed)
    if cue is None:
        return found
    said_by = text[cue.start : cue.end]
    return replace(
        found, cue=cue.verb, speaker=said_by, speaker_block=block, speaker_start=cue.start, speaker_end=cue.end
    )


def _goes_on(text: str, one: Said, at: int, mark: Quoted, cue: Cue | None) -> bool:
    """Whether a quotation is the rest of the one before, which its speaker, named up to `at`, only interrupts."""
    if not one.named or one.speaker_start < one.end or mark.start - one.end > 280:
        return False
    if _BETWEEN.search(text, at, mark.start):
        return False
    if text[at : mark.start - 1].rstrip()[-1:] in _ENDS:
        if mark.closed and mark.text[-1] not in _WHOLE:
            return False  # words of the next sentence, which is not the speaker's
        if text[: one.start - 1].rstrip()[-1:] not in _SET_OFF:
            return False  # the one before stands in a sentence of its own
    return cue is None or cue.start == one.speaker_start


def _join(one: Said, two: Said) -> Said:
    return replace(one, end=two.end, text=f"{one.text} {two.text}", open=two.open)


def _carry(said: Said, sibling: Said | None, before: Said | None, text: str) -> Said:
    """A quotation without a cue: the speaker of the one before, where it goes on with that."""
    source = sibling if sibling is not None and sibling.named else None
    opens = not text[: said.start].strip(" \"“”'‘*•")
    if source is None and before is not None and before.named and before.open and opens:
        source = before
    if source is None:
        return said
    return replace(
        source, start=said.start, end=said.end, block=said.block, text=said.text, carried=True, open=said.open
    )
