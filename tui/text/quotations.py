"""Direct quotations in a running text: where the marks open and close."""

from __future__ import annotations

import re
from dataclasses import dataclass

# What closes a quotation that this mark opens, the likeliest first.
_CLOSERS = {"“": '”“"', '"': '"”', "„": '“”"', "«": "»", "»": "«", "”": "”"}
_MARKS = re.compile(r"[“”\"„«»‘']|``")
# Characters; a single mark that nothing closes within so many was an apostrophe.
_LONGEST_SINGLE = 2000
_BEFORE_OPENING = " \t\n\u00a0\u202f([{—–-/:"
_CURLY = re.compile("[“”]")
_SINGLE_CLOSE = re.compile(r"[’'](?!\w)")
_ELISION = re.compile(r"[‘'’](?:\d\ds?\b|(?:em|n|til|tis|twas|cause|bout|round|cuz|kay)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted span: offsets in code points of the text inside the marks, and whether the marks close."""

    start: int
    end: int
    text: str
    closed: bool


def _opens(text: str, at: int) -> bool:
    """Whether a mark that could be either way stands where an opening one does."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before in _BEFORE_OPENING or before in "“‘„«\"'") and not after.isspace() and after not in ",.;:!?)"


def _close(text: str, opener: str, start: int) -> int:
    """Where the quotation that begins at `start` is closed; -1 where it is not."""
    if opener == "“":
        nested = _close_nested(text, start)
        if nested >= 0:
            return nested
    closers = _CLOSERS[opener]
    for at in range(start, len(text)):
        mark = text[at]
        if mark not in closers:
            continue
        after = text[at + 1] if at + 1 < len(text) else " "
        if mark == closers[0] and mark != '"':
            return at
        if not after.isalnum() and (mark != "“" or not text[at - 1].isspace()):
            return at
    return -1


def _close_nested(text: str, start: int) -> int:
    """Where a curly quotation is closed that has another one inside; -1 where the marks do not pair."""
    depth = 1
    for match in _CURLY.finditer(text, start):
        depth += 1 if match[0] == "“" else -1
        if not depth:
            return match.start()
        if depth > 2:
            break
    return -1


def _close_single(text: str, start: int, limit: int) -> int:
    """Where a quotation in single marks is closed; -1 where the mark was an apostrophe after all."""
    found = -1
    for match in _SINGLE_CLOSE.finditer(text, start, limit):
        at = match.start()
        if text[at - 1].isspace():
            continue
        follower = text[at + 1 : at + 3]
        plural = text[at - 1] in "sS" and follower[:1] == " " and follower[1:].islower()
        if not plural:
            return at
        if found < 0:
            found = at  # a plural's possessive, or the end: a later mark decides
    return found


def quoted(text: str) -> list[Quoted]:
    """The direct quotations of a text, in order, each without the quotations inside it.

    Curly, straight, low and angle double marks; single marks where they open and close a quotation and are no
    apostrophe. A quotation in double marks that nothing closes runs to the end of the text and is not `closed`, as a
    paragraph has it whose quotation goes on in the next.
    """
    spans: list[Quoted] = []
    at = 0
    while match := _MARKS.search(text, at):
        mark, where = match.group(), match.start()
        at = match.end()
        if mark == "``":
            end = text.find("''", at)
            if end > at:
                spans.append(Quoted(at, end, text[at:end], True))
                at = end + 2
            continue
        if mark in "‘'":
            if not _opens(text, where) or _ELISION.match(text, where):
                continue
            limit = text.find("\n\n", at, at + _LONGEST_SINGLE)
            end = _close_single(text, at, limit if limit >= 0 else at + _LONGEST_SINGLE)
            inside = text[at:end] if end > at else ""
            if inside and inside.count("“") == inside.count("”") and inside.count('"') % 2 == 0:
                spans.append(Quoted(at, end, inside, True))
                at = end + 1
            continue
        if mark in '"”»' and not _opens(text, where):
            continue
        if mark == "”" and "“" in text:
            continue
        end = _close(text, mark, at)
        if end < 0 and mark == "»":
            continue
        stop = end if end >= 0 else len(text.rstrip())
        if stop > at:
            spans.append(Quoted(at, stop, text[at:stop], end >= 0))
        at = max(at, stop + (end >= 0))
    return spans
