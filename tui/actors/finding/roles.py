"""What people are called in front of and behind their names."""

from __future__ import annotations

import re

from tui.actors import lists, wordcase
from tui.actors.finding.features import categories

_LEFT = re.compile(r"[\w'’&.-]+|[^\w\s]")
_LONGEST = 8
_HEAD = lists.words("titles") | lists.words("people")
_QUALIFIES = lists.words("title modifiers") | lists.words("organisation heads")
_SHORT = lists.words("abbreviated")
_FORMER = re.compile(r"(?:former|ex|late|acting|interim|then|outgoing|incoming)\b", re.IGNORECASE)
_APPOSITION = re.compile(
    r"(?:['’]s)?, (?:\d{1,3}, )?(?P<role>[^,;:.()“”\"–—!?]{3,100}?)"
    r"(?=,|\.(?:\s|$)|;|$| –| —| \(| (?:who|said|says|told|has|was|is)\b)"
)
_ARTICLE = re.compile(r"(?:a|an|the|one of the|both|currently|now)\s+", re.IGNORECASE)
_WORD = re.compile(r"[\w'’-]+")


def before(text: str, start: int) -> str:
    """The role in front of a name that begins at `start`: "former Prime Minister"; empty where there is none."""
    pieces = list(_LEFT.finditer(text, max(0, start - 120), start))
    if not pieces or pieces[-1].end() < start - 1:
        return ""
    at = len(pieces) - 1
    head = _head(pieces, at)
    if head < 0:
        return ""
    first = head
    while first > 0 and len(pieces) - first < _LONGEST and _belongs(pieces[first - 1][0]):
        first -= 1
    while pieces[first][0] in ("of", "for"):
        first += 1
    found = text[pieces[first].start() : start].strip()
    return "" if found.lower().rstrip(".") in lists.words("honorifics") else found


def _head(pieces: list[re.Match[str]], at: int) -> int:
    """The number of the word that is the role's head: the last one, or one with "of State", "for Health" behind."""
    if _is_head(pieces[at][0]):
        return at
    for back in range(1, 5):
        number = at - back
        if number > 0 and pieces[number][0] in ("of", "for", "to", "on") and _is_head(pieces[number - 1][0]):
            inside = [piece[0] for piece in pieces[number + 1 : at + 1] if piece[0] not in ("the", "and")]
            return number - 1 if inside and all(word[0].isupper() for word in inside) else -1
    return -1


def _is_head(word: str) -> bool:
    small = word.lower().rstrip(".")
    return small in _HEAD or small.startswith("ex-")


def _belongs(word: str) -> bool:
    small = word.lower().rstrip(".")
    if not word[0].isalpha() or "’" in word or "'" in word or (word[-1] == "." and small not in _SHORT):
        return False
    if small in _HEAD or small in _QUALIFIES or _FORMER.match(word):
        return True
    if not word[0].isupper():
        return small in ("of", "for") or small.endswith(("-based", "-born", "-elect"))
    return "d" in categories(word) or wordcase.level(word) >= 3 or word.isupper()


def behind(text: str, end: int) -> str:
    """The role in apposition behind a name that ends at `end`: "chairman of the board"; empty where there is none."""
    match = _APPOSITION.match(text, end)
    if match is None:
        return ""
    role = match["role"].strip()
    article = _ARTICLE.match(role)
    if article is not None:
        role = role[article.end() :]
    words = _WORD.findall(role)
    if not words or len(words) > 14:
        return ""
    first = words[0].lower()
    starts = (
        article is not None
        or first.removesuffix("'s").removesuffix("’s") != first
        or first in _HEAD
        or first in _QUALIFIES
        or bool(_FORMER.match(first))
        or "d" in categories(words[0])
        or words[0][0].isupper()
    )
    headed = any(_is_head(word) for word in words[: 1 + _cut(words)])
    return role if starts and headed else ""


def _cut(words: list[str]) -> int:
    """How far into an apposition its head may stand: up to the first small word that leads away from it."""
    away = ("of", "for", "in", "at", "from", "with", "who", "which", "turned", "and", "on", "to", "by", "as")
    return next((number for number, word in enumerate(words) if word in away), len(words))
