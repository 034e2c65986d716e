"""Runs of capitalised words in a text: where a name may stand, with the words that hold it together and around it."""

from __future__ import annotations

import re
import sys
from collections.abc import Container
from typing import NamedTuple

from tui.actors import lists, wordcase
from tui.text.calendar import MONTH_NAMES, WEEKDAY_NAMES


def _upper() -> str:
    """A regular expression's class of all capital letters of scripts that have them."""
    ranges: list[list[int]] = []
    for code in range(0x41, 0x2000):
        letter = chr(code)
        if letter.isupper() or letter.istitle():
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(a)}-{chr(b)}" if a != b else chr(a) for a, b in ranges)


_U = _upper()
_ABBREVIATED = "|".join(sorted(word.capitalize() for word in lists.words("abbreviated")))
_PARTICLES = "|".join(sorted(lists.words("particles"), key=len, reverse=True))
# The apostrophe of an owner that is part of a name: People's Party, King's College.
_OWNERS = "|".join(f"(?<={word.capitalize()}['’])" for word in sorted(lists.words("owners")))
_OWNED = rf"['’](?:{_OWNERS})s?(?=[ \u00a0][{_U}])"
_BEFORE = "van|von|de|di|da|du|del|della|bin|ibn|den|der|ter|ten|dos"
_CONNECTORS = rf"of|for|and|the|on|in|to|at|{_PARTICLES}"
# A word of a name: an initialism, an initial or an abbreviation with its stop, or a capitalised word with the small
# particles, apostrophes and figures that hyphens bind into it.
_WORD = (
    rf"(?:(?:[{_U}]\.){{2,}}(?:[{_U}](?!\w))?"
    rf"|[{_U}]\.(?=[ -]?[{_U}])"
    rf"|(?:{_ABBREVIATED})\.(?=\s)"
    rf"|(?:(?:al|el|an|ad|as|ash|ul|ur|d|l|o)[-'’])?[{_U}]\w*+"
    rf"(?:[-‐‑](?:[a-z]{{1,3}}[-‐‑])(?=[{_U}])\w++|[-‐‑]\d\w*+|['’](?=[{_U}])\w++|{_OWNED}|&(?=[{_U}])\w++|\.(?:com|org|net|gov)\b)*+)"
)
_NICKNAME = rf"[\"“‘'](?:[Tt]he[ \u00a0])?[{_U}][\w.-]*(?:[ \u00a0][\w.-]+){{0,3}}[\"”’']"
_GAP = (
    rf"(?:[ \u00a0]{_NICKNAME}[ \u00a0]|[ \u00a0]+(?:(?:{_CONNECTORS})[ \u00a0]+){{0,2}}|[-‐‑–]|[ \u00a0]?&[ \u00a0]?)"
)
_RUN = re.compile(rf"(?<![\w@#/.])(?:(?:{_BEFORE})[ \u00a0]+){{0,2}}{_WORD}(?:{_GAP}(?={_WORD}){_WORD})*+")
_QUOTED = re.compile(rf"(?<=\w[ \u00a0]){_NICKNAME}(?=[ \u00a0][{_U}])")
_PIECE = re.compile(rf"({_WORD})(['’]s\b|['’](?!\w))?")
_LEFT = re.compile(r"\w[\w'’-]*|[^\w\s]")
_BESIDE = r"(['’]s\b|['’](?!\w)|[-‐‑]\w+|[\w'’]+|[^\w\s])?"
_RIGHT = re.compile(rf"\s*{_BESIDE}\s*{_BESIDE}\s*{_BESIDE}")
_NUMBER = re.compile(r"\d[\d.,:/-]*")
_PLAIN_WORD = re.compile(r"[^\W\d_][\w'’]*")


class Run(NamedTuple):
    """A run of capitalised words: `words` with their offsets, the gaps between them, and what stands around.

    `gaps[i]` lies between word i and i + 1: "" for a space, "-" for a hyphen, else the small words there ("of the").
    `left` are the two words or marks before, nearest first, `right` the three after; "^" and "$" are the ends of the
    text. `opens` says that the run begins a sentence; `article` is the offset of a capital "The" right before it that
    begins no sentence, else -1.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    gaps: tuple[str, ...]
    left: tuple[str, str]
    right: tuple[str, str, str]
    opens: bool
    article: int


_QUOTES = ('"', "“", "‘", "'")
_OPENERS = frozenset('.?!:;"“”‘•*…—–-|>')
_HYPHENS = frozenset("‐‑–-")
_FUNCTION = lists.words("function words")
_INNER = lists.words("articles and pronouns")
_DAYS = frozenset(WEEKDAY_NAMES)
_MONTHS = frozenset(MONTH_NAMES)
_TAIL = re.compile(r"[-‐‑]([a-z]{2,})(?![\w-])")
_PAPER = re.compile(rf" (?:{'|'.join(sorted(word.capitalize() for word in lists.words('papers')))})\b")
_DATE = re.compile(r"\.?,? \d")


def runs(text: str, small: Container[str] = ()) -> list[Run]:
    """The runs of capitalised words of a text, in order.

    A possessive ends a run, and so do days of the week, dates, and words that are capitalised only because a sentence
    begins with them (which are in no run). `small` are the small words of the text's language where that is not
    English.
    """
    found: list[Run] = []
    nicknames = _nicknames(text)
    for match in _RUN.finditer(text):
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        begin, article = match.start(), -1
        stop = -1
        for piece in _PIECE.finditer(text, match.start(), match.end()):
            word = piece[1]
            a, b = piece.span(1)
            while nicknames and nicknames[-1][1] <= a:
                nicknames.pop()
            if nicknames and nicknames[-1][0] <= a:
                if words:
                    continue
                stop = nicknames.pop()[1]  # what is no part of a name is no nickname
            if words and 0 <= stop <= a:
                found.append(run_of(text, words, starts, ends, article))
                words, starts, ends = [], [], []
                begin, article, stop = -1, -1, -1
            if _no_name(text, word, b, not words) or (
                small and not words and word.lower() in small and _opens(text, a)
            ):
                if words:
                    found.append(run_of(text, words, starts, ends, article))
                    words, starts, ends = [], [], []
                begin, article = -1, a if word == "The" else -1
                continue
            if b == match.end() and (tail := _TAIL.match(text, b)) and wordcase.level(tail[1]) >= 3:
                word, b = word + tail[0], tail.end()  # Kim Jong-un, but not Doe-led
            words.append(sys.intern(word))
            starts.append(begin if begin >= 0 and len(words) == 1 else a)
            begin = -1
            ends.append(b)
        if words:
            found.append(run_of(text, words, starts, ends, article))
    return found


def _nicknames(text: str) -> list[tuple[int, int]]:
    """Where words in quotation marks stand between two others, the second with a capital; the last one first."""
    if not any(mark in text for mark in _QUOTES):
        return []
    return [each.span() for each in _QUOTED.finditer(text)][::-1]


def _no_name(text: str, word: str, end: int, first: bool) -> bool:
    if len(word) > 1 and word.isupper():
        return word == "THE" or word.capitalize() in _DAYS
    if (word in _DAYS and not _PAPER.match(text, end)) or (word in _MONTHS and _DATE.match(text, end)):
        return True
    return word.lower() in (_FUNCTION if first else _INNER)


def _opens(text: str, start: int) -> bool:
    before = _words_before(text, start)
    return not before or before[-1] in _OPENERS


def run_of(text: str, words: list[str], starts: list[int], ends: list[int], article: int) -> Run:
    """A run of these words of a text, by their offsets, with what stands around it."""
    gaps = [text[b:a].strip(" \u00a0") for b, a in zip(ends, starts[1:], strict=False)]
    before = _words_before(text, starts[0])
    after = _RIGHT.match(text, ends[-1], ends[-1] + 48)
    assert after is not None  # it may match nothing
    right1, right2, right3 = (sys.intern(word.lower()) for word in after.groups("$"))
    left1 = sys.intern(before[-1].lower()) if before else "^"
    left2 = sys.intern(before[-2].lower()) if len(before) > 1 else "^"
    opens = left1 == "^" or left1 in _OPENERS
    if article >= 0 and (left2 == "^" or left2 in _OPENERS):
        article = -1  # capitalised only because the sentence begins
    return Run(
        tuple(words),
        tuple(starts),
        tuple(ends),
        tuple("-" if gap in _HYPHENS else gap for gap in gaps),
        (left1, left2),
        (right1, right2, right3),
        opens,
        article,
    )


def _words_before(text: str, start: int) -> list[str]:
    """The words and marks before a place in a text, or only the nearest, two of them at least."""
    found: list[str] = []
    for piece in text[max(0, start - 32) : start].rsplit(None, 2)[-2:]:
        found += [piece] if piece.isalpha() else _LEFT.findall(piece)
    return found


def is_nickname(gap: str) -> bool:
    """Whether what stands between two words of a name is a nickname in quotation marks."""
    return gap[:1] in _QUOTES


def title_case(text: str) -> bool:
    """Whether a text is set as a title or in capitals, so that capitals in it say nothing. A table of names is not.

    A title sets small only the words that titles set small; running text has others, and so has a full sentence.
    """
    small = capital = 0
    sentence = text.rstrip(_CLOSING)[-1:] in _SENTENCE_ENDS
    words = _PLAIN_WORD.finditer(text)
    next(words, None)
    for match in words:
        word = match[0]
        if not word[0].islower():
            capital += word[0] != word[0].lower()  # many scripts have no capitals
        elif word not in _SMALL_IN_TITLES:
            small += 1
            if sentence:
                return False
    if capital < 2:
        return capital > 0 and text.isupper()
    if small > 0.2 * (small + capital) or (small and capital < 4):
        return False
    return text.isupper() or len(_NUMBER.findall(text)) * 6 < small + capital


_SMALL_IN_TITLES = lists.words("small in titles")
_CLOSING = "\"'”’») \t"
_SENTENCE_ENDS = frozenset(".!?…")
