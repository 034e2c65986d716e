"""Who says a quotation: the words around it that name the speaker, and the verb of saying.

The patterns are those of news English: “…,” said NAME · “…,” NAME said · NAME said: “…” · according to NAME, “…”.
Of other languages there is one behind the quotation, verb first: »…«, sagte NAME · « … », a déclaré la ministre, NAME.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.actors import lists, wordcase
from tui.text.calendar import WEEKDAY_NAMES
from tui.text.quotations import Quoted

_ABBREVIATED = "|".join(sorted(word.capitalize() for word in lists.words("abbreviated")))
_TOKEN = re.compile(rf"(?:{_ABBREVIATED})\.|(?:[^\W\d_]\.)+(?=\s*[\w,])|\w(?:[\w'’&-]*\w)?|[^\w\s]")
_SAYING = lists.words("saying")
_SAYING_ABROAD = lists.words("saying abroad")
_HELPERS_ABROAD = lists.words("helping verbs abroad")
_PARTICLES = lists.words("particles")
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
_BREAKS = frozenset(",;:()[]—–-")
_MARKS = frozenset('"“”')
_DASHES = frozenset("-—–―")
_LEADING = _DASHES | {","}
_OF = frozenset(("of", "the", "de", "van", "and", ","))
_LONGEST = 8
_LONGEST_ABROAD = 12


class Token(NamedTuple):
    """A word or mark and its offsets."""

    word: str
    start: int
    end: int

    @property
    def small(self) -> str:
        return self.word.lower()


class Cue(NamedTuple):
    """The verb of saying, and the offsets of who says it."""

    verb: str
    start: int
    end: int
    stop: int


def behind(text: str, mark: Quoted, limit: int) -> Cue | None:
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
        return Cue("—", tokens[0].start, tokens[-1].end, tokens[-1].end)
    if tokens[0].small in _SAYING and tokens[0].small not in _PARTICIPLES:
        return _subject_after(tokens, 1, tokens[0])
    if [token.small for token in tokens[:2]] == ["according", "to"]:
        return _subject_after(tokens, 2, tokens[0], tokens[1])
    helped = len(tokens) > 1 and tokens[0].small in _HELPERS_ABROAD
    if tokens[helped].small in _SAYING_ABROAD:
        return _subject_abroad(tokens[helped + 1 :], tokens[helped])
    if not _begins_phrase(tokens[0]) and not (len(tokens) > 1 and _titled(tokens[1])):
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
            return Cue(token.small, tokens[0].start, tokens[end - 1].end, token.end)
    return None


def ahead(text: str, mark: Quoted, floor: int) -> Cue | None:
    """The cue ahead of a quotation, in its own sentence: "NAME said: “…”", "NAME called it “…”"."""
    return _leading(_tokens(text, max(floor, mark.start - 400), mark.start - 1))


def announcing(text: str) -> Cue | None:
    """The cue in a paragraph that ends with a colon, of a quotation in the next one."""
    if not text.rstrip().endswith(":"):
        return None
    cue = _leading(_tokens(text, max(0, len(text) - 400), len(text)))
    return None if cue is None or cue.verb == ":" else cue


def _leading(tokens: list[Token]) -> Cue | None:
    """The cue in words that lead to a quotation, in their last sentence."""
    ends = [number for number in range(len(tokens)) if _ends_sentence(tokens, number)]
    if ends and ends[-1] + 1 == len(tokens):
        return _reported(tokens[ends[-2] + 1 if len(ends) > 1 else 0 : -1])
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
        return Cue(":", tokens[0].start, tokens[-2].end, tokens[-2].end)
    return None


def _tokens(text: str, start: int, end: int) -> list[Token]:
    """The words and marks of a piece of text, but for quotation marks and what stands in brackets (a party, an age)."""
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
        elif word in _MARKS:
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


def _titled(token: Token) -> bool:
    """Whether a word is a title set with a capital ("panel Chairman NAME")."""
    return token.word[0].isupper() and token.small.rstrip(".") in lists.words("titles")


def _subject_after(tokens: list[Token], first: int, verb: Token, more: Token | None = None) -> Cue | None:
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
    return Cue(cue, tokens[first].start, tokens[end - 1].end, tokens[end - 1].end)


def _subject_abroad(tokens: list[Token], verb: Token) -> Cue | None:
    """The speaker behind a verb of another language: the first name in full, else what follows the verb."""
    names: list[tuple[int, int]] = []
    for number, token in enumerate(tokens[:_LONGEST_ABROAD]):
        capital = token.word[0].isupper()
        led = number + 1 < len(tokens) and token.small in _PARTICLES and tokens[number + 1].word[0].isupper()
        if names and names[-1][1] == number and (capital or led):
            names[-1] = (names[-1][0], number + 1)
        elif capital:
            names.append((number, number + 1))
        elif token.word == ";" or (token.word == "," and names and names[-1][1] - names[-1][0] > 1):
            break
    full = next(((first, end) for first, end in names if end - first > 1), None)
    if full is None:
        end = next((at for at, token in enumerate(tokens[:_LONGEST]) if token.word in _BREAKS), min(3, len(tokens)))
        full = names[0] if names and names[0][0] == 0 else (0, names[0][1] if names else end)
    first, end = full
    return Cue(verb.small, tokens[first].start, tokens[end - 1].end, tokens[end - 1].end) if first < end else None


def _reported(tokens: list[Token]) -> Cue | None:
    """The speaker of a sentence that ends with him ("They may wait, Marsh said."): what is quoted next is his."""
    if len(tokens) > 3 and tokens[-1].small in _SAYING and _is_verb(tokens, len(tokens) - 1):
        cue = _subject_before(tokens, len(tokens) - 1)
        at = next((at for at, token in enumerate(tokens) if cue is not None and token.start == cue.start), 0)
        return cue if at and tokens[at - 1].word == "," else None
    return None


def _subject_before(tokens: list[Token], verb: int) -> Cue | None:
    """The subject of the verb: the phrase before it, past what commas set apart; for a participle the first one."""
    if tokens[verb].small in _PARTICIPLES:
        return _name_before(tokens, verb) or _first_phrase(tokens, verb)
    end = verb
    while end > 0 and _passed_over(tokens[end - 1]):
        end -= 1
        if tokens[end].small == "and" and end > 1:
            return _first_phrase(tokens, verb)  # a second verb of the same subject
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
    while first + 1 < end and not _begins_phrase(tokens[first]):
        first += 1
    if first == end or not _begins_phrase(tokens[first]):
        return None
    return Cue(tokens[verb].small, tokens[first].start, tokens[end - 1].end, tokens[verb].end)


def _name_before(tokens: list[Token], verb: int) -> Cue | None:
    """The name that stands right before a participle ("footage of NAME asking")."""
    first = verb
    while first > 1 and tokens[first - 1].word[0].isupper():
        first -= 1
    return (
        Cue(tokens[verb].small, tokens[first].start, tokens[verb - 1].end, tokens[verb].end) if first < verb else None
    )


def _passed_over(token: Token) -> bool:
    """Whether a word may stand between a subject and its verb: an adverb, a helping verb, "on Thursday"."""
    return token.small in _SKIPPED or token.small.endswith("ly") or token.word in WEEKDAY_NAMES or token.small == "on"


def _leads_in(token: Token) -> bool:
    """Whether a capitalised word only begins its sentence (Once, Earlier), and no phrase that may say something."""
    small = token.small
    return wordcase.level(small) == 0 and small not in _PRONOUNS | _STARTS | _PEOPLE | lists.words("titles")


def _first_phrase(tokens: list[Token], verb: int) -> Cue | None:
    """The phrase that a sentence begins with, if a name, a pronoun or a person's designation."""
    if not tokens[0].word[0].isupper() or tokens[0].small in _STOPS | _CLAUSES or _leads_in(tokens[0]):
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
    return Cue(tokens[verb].small, tokens[0].start, tokens[end - 1].end, tokens[verb].end)
