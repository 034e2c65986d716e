"""Who says so: quotations with the words that name their speaker, as one text prints them.

The patterns are those of news English: “…,” said NAME · “…,” NAME said · NAME said: “…” · according to NAME, “…”.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from tui.actors import lists
from tui.text.calendar import WEEKDAY_NAMES
from tui.text.quotations import Quoted, quoted

_ABBREVIATED = "|".join(sorted(word.capitalize() for word in lists.words("abbreviated")))
_TOKEN = re.compile(rf"(?:{_ABBREVIATED})\.|(?:[^\W\d_]\.)+(?=\s*[\w,])|\w(?:[\w'’&-]*\w)?|[^\w\s]")
_SAYING = lists.words("saying")
_PARTICIPLES = frozenset(word for word in _SAYING if word.endswith("ing"))
_PRONOUNS = frozenset(("he", "she", "they", "i", "we", "it", "who", "you"))
_STARTS = frozenset(
    ("the", "a", "an", "one", "another", "his", "her", "their", "its", "our", "my", "some", "many", "several", "this")
)
_STARTS |= frozenset(("two", "three", "other", "both", "all", "these", "those", "most", "few"))
_PEOPLE = lists.words("people")
_SKIPPED = lists.words("speech adverbs")
_STOPS = lists.words("speech stops")
_CLAUSES = frozenset(
    ("and", "but", "that", "which", "while", "as", "when", "after", "if", "because", "since", "though")
)
_CLAUSES |= frozenset(("where", "whether", "before", "so", "or", "than", "although", "with", "in", "on", "at", "by"))
_ENDS = frozenset(".?!")
_BREAKS = frozenset(',;:()[]—–-"“”')
_DASHES = frozenset("-—–―")
_LEADING = _DASHES | {","}
_OF = frozenset(("of", "the", "de", "van", "and", ","))
_BETWEEN = re.compile(r"\b(?:adding|asking|saying|added|asked|told|replied|noting)\b")
_LONGEST = 8


class Token(NamedTuple):
    """A word or mark and its offsets."""

    word: str
    start: int
    end: int

    @property
    def small(self) -> str:
        return self.word.lower()


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


class _Cue(NamedTuple):
    """The verb of saying, and the offsets of who says it."""

    verb: str
    start: int
    end: int
    stop: int


def sayings(block: int, text: str, before: Said | None = None) -> list[Said]:
    """The quotations of one paragraph with their speakers; `before` is the last quotation of the paragraph before."""
    marks = quoted(text)
    found: list[Said] = []
    last = 0
    for number, mark in enumerate(marks):
        after = marks[number + 1].start - 1 if number + 1 < len(marks) else len(text)
        behind = _behind(text, mark, after)
        cue = behind or _ahead(text, mark, last)
        said = _said(block, text, mark, cue)
        if found and _goes_on(text, found[-1], mark, cue, behind):
            said = _join(found.pop(), said)
        elif cue is None:
            said = _carry(said, found[-1] if found else None, before if number == 0 else None, text)
        found.append(said)
        last = (behind.stop if behind else mark.end + 1) if mark.closed else len(text)
    return found


def _said(block: int, text: str, mark: Quoted, cue: _Cue | None) -> Said:
    if cue is None:
        return Said(block, mark.start, mark.end, mark.text, open=not mark.closed)
    return Said(
        block, mark.start, mark.end, mark.text, cue.verb, text[cue.start : cue.end], block, cue.start, cue.end,
        open=not mark.closed,
    )  # fmt: skip


def _goes_on(text: str, one: Said, mark: Quoted, cue: _Cue | None, behind: _Cue | None) -> bool:
    """Whether a quotation is the rest of the one before, which its speaker only interrupts."""
    if behind is not None or not one.named or one.speaker_start < one.end or mark.start - one.end > 280:
        return False
    if _BETWEEN.search(text, one.speaker_end, mark.start):
        return False
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


def _tokens(text: str, start: int, end: int) -> list[Token]:
    """The words and marks of a piece of text, without what stands in brackets (a party, an age)."""
    found: list[Token] = []
    bracket = -1
    for match in _TOKEN.finditer(text, start, max(start, end)):
        word = match[0]
        if word == "(":
            bracket = len(found)
        elif word == ")" and bracket >= 0:
            del found[bracket:]
            bracket = -1
            continue
        found.append(Token(word, match.start(), match.end()))
    return found


def _ends_sentence(tokens: list[Token], number: int) -> bool:
    if tokens[number].word not in _ENDS:
        return False
    after = tokens[number + 1].word if number + 1 < len(tokens) else ""
    return not (after == "," or after[:1].islower())


def _sentence(tokens: list[Token]) -> list[Token]:
    """The tokens up to the end of the sentence."""
    return next((tokens[:number] for number in range(len(tokens)) if _ends_sentence(tokens, number)), tokens)


def _behind(text: str, mark: Quoted, limit: int) -> _Cue | None:
    """The cue behind a quotation: its verb first ("said NAME"), its subject first ("NAME said"), "according to"."""
    if not mark.closed:
        return None
    if mark.text.rstrip()[-1:] == "." and not _follows_on(text, mark.end + 1):
        return None
    tokens = _sentence(_tokens(text, mark.end + 1, min(limit, mark.end + 320)))
    dash = bool(tokens) and tokens[0].word in _DASHES
    while tokens and tokens[0].word in _LEADING:
        tokens = tokens[1:]
    if not tokens:
        return None
    if dash and len(tokens) <= _LONGEST and all(token.word[0].isupper() or token.small in _OF for token in tokens):
        return _Cue("—", tokens[0].start, tokens[-1].end, tokens[-1].end)
    if tokens[0].small in _SAYING and tokens[0].small not in _PARTICIPLES:
        return _subject_after(tokens, 1, tokens[0])
    if [token.small for token in tokens[:2]] == ["according", "to"]:
        return _subject_after(tokens, 2, tokens[0], tokens[1])
    if not _begins_phrase(tokens[0]):
        return None
    for number, token in enumerate(tokens[1:45], 1):
        if number > 17 and tokens[number - 1].word != ",":
            continue
        if token.small in _SAYING and token.small not in _PARTICIPLES and _is_verb(tokens, number):
            end = next((at for at in range(1, number) if tokens[at].word in _BREAKS), number)
            while end > 1 and tokens[end - 1].small in _SKIPPED:
                end -= 1
            if end > _LONGEST or any(tokens[at].small in _CLAUSES - {"in", "on", "at"} for at in range(end)):
                return None
            return _Cue(token.small, tokens[0].start, tokens[end - 1].end, token.end)
    return None


def _follows_on(text: str, at: int) -> bool:
    """Whether what stands behind a full stop's closing mark goes on in the same sentence."""
    rest = text[at : at + 40].lstrip(" ”’\"'")
    return bool(rest) and (rest[0].islower() or rest[0] in ",-—–―")


def _is_verb(tokens: list[Token], number: int) -> bool:
    """Whether a word that may be a verb of saying is one where it stands, not a noun behind an article."""
    before = tokens[number - 1].small
    return before not in _STARTS and before not in (
        "of",
        "to",
        "for",
        "in",
        "by",
        "with",
        "no",
        "not",
        "any",
        "’s",
        "'s",
    )


def _begins_phrase(token: Token) -> bool:
    return token.word[0].isupper() or token.word[0].isdigit() or token.small in _PRONOUNS or token.small in _STARTS


def _subject_after(tokens: list[Token], first: int, verb: Token, more: Token | None = None) -> _Cue | None:
    """The speaker behind the verb: to the next mark or the next word that leads on."""
    while first < len(tokens) and tokens[first].small in _SKIPPED:
        first += 1
    end = first
    while end < len(tokens) and end - first < _LONGEST + 2:
        token = tokens[end]
        if token.word in _BREAKS or (token.small in _STOPS and end > first):
            break
        end += 1
    if end == first or end - first > _LONGEST + 1:
        return None
    if not _begins_phrase(tokens[first]) and tokens[first].small not in lists.words("people"):
        return None
    cue = f"{verb.small} {more.small}" if more else verb.small
    return _Cue(cue, tokens[first].start, tokens[end - 1].end, tokens[end - 1].end)


def _ahead(text: str, mark: Quoted, floor: int) -> _Cue | None:
    """The cue ahead of a quotation, in its own sentence: "NAME said: “…”", "NAME called it “…”"."""
    tokens = _tokens(text, max(floor, mark.start - 400), mark.start - 1)
    ends = [number for number in range(len(tokens)) if _ends_sentence(tokens, number)]
    if ends and ends[-1] + 1 == len(tokens):
        return None
    tokens = tokens[ends[-1] + 1 if ends else 0 :]
    for number in range(len(tokens) - 1, -1, -1):
        small = tokens[number].small
        if small == "according" and number + 1 < len(tokens) and tokens[number + 1].small == "to":
            return _subject_after(tokens, number + 2, tokens[number], tokens[number + 1])
        if small in _SAYING and (number == 0 or _is_verb(tokens, number)):
            cue = _subject_before(tokens, number)
            if cue is not None:
                return cue
    if tokens and tokens[-1].word == ":" and 1 < len(tokens) <= _LONGEST and tokens[0].word[0].isupper():
        return _Cue(":", tokens[0].start, tokens[-2].end, tokens[-2].end)
    return None


def _subject_before(tokens: list[Token], verb: int) -> _Cue | None:
    """The subject of the verb: the phrase before it, past what commas set apart; for a participle the first one."""
    if tokens[verb].small in _PARTICIPLES:
        return _first_phrase(tokens, verb)
    end = verb
    while end > 0 and _passed_over(tokens[end - 1]):
        end -= 1
    if end > 0 and tokens[end - 1].word in ",—–)":
        opener = "(" if tokens[end - 1].word == ")" else tokens[end - 1].word
        start = next((at for at in range(end - 2, -1, -1) if tokens[at].word == opener), -1)
        if start <= 0:
            return _first_phrase(tokens, verb) if start == -1 else None
        end = start
    first = end
    while first > 0 and end - first < _LONGEST:
        token = tokens[first - 1]
        if token.word in _BREAKS or token.small in _CLAUSES or (token.small in _SAYING and not token.word[0].isupper()):
            break
        first -= 1
        if token.small in _PRONOUNS or token.small in _STARTS:
            break
    if first == end or not _begins_phrase(tokens[first]):
        return None
    return _Cue(tokens[verb].small, tokens[first].start, tokens[end - 1].end, tokens[verb].end)


def _passed_over(token: Token) -> bool:
    """Whether a word may stand between a subject and its verb: an adverb, a helping verb, "on Thursday"."""
    return token.small in _SKIPPED or token.small.endswith("ly") or token.word in WEEKDAY_NAMES or token.small == "on"


def _first_phrase(tokens: list[Token], verb: int) -> _Cue | None:
    """The phrase that a sentence begins with, if a name, a pronoun or a person's designation."""
    if not tokens[0].word[0].isupper() or tokens[0].small in _STOPS | _CLAUSES:
        comma = next((at for at in range(1, min(verb, 14)) if tokens[at].word == ","), -1)
        if comma > 0 and verb - comma > 2 and _begins_phrase(tokens[comma + 1]):
            return _first_phrase(tokens[comma + 1 :], verb - comma - 1)
        return None
    end = 0
    while end < verb and end < _LONGEST and tokens[end].word not in _BREAKS and tokens[end].small not in _STOPS:
        if end and tokens[end].small in _PRONOUNS | _SAYING | _SKIPPED:
            break
        after_name = end and tokens[end].word.islower() and tokens[end - 1].word[0].isupper()
        if after_name and tokens[end].small != "of" and tokens[end].small.removesuffix("s") not in _PEOPLE:
            break
        if tokens[end].small in _PRONOUNS:
            end += 1
            break
        end += 1
    if not end or not _begins_phrase(tokens[0]):
        return None
    return _Cue(tokens[verb].small, tokens[0].start, tokens[end - 1].end, tokens[verb].end)
