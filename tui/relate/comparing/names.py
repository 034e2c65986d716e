"""Names in a text as it writes them: runs of capitalised words, with the small words that hold them together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.relate.comparing.claim_words import JOINERS, NUMBERS, TITLES
from tui.text.calendar import MONTHS, WEEKDAYS
from tui.text.words import Token, tokens

_CAPITALISED_NOUNS = frozenset({"de"})
_CONSTITUENCY = re.compile(r"[A-Z]-[A-Z]\w+")  # "D-Conn." behind a senator's name
_CUT_INITIALISM = re.compile(r"[-‐‑][A-Z]\Z")  # "Russia-U.S." without its point
_LONGEST_ACRONYM, _SHORTEST_LABEL = 5, 4


def capitalised_names(
    text: str, spans: Sequence[tuple[int, int]], stops: frozenset[str], language: str
) -> Iterator[tuple[int, int]]:
    """The spans of names in a text with these sentences and small words: runs of capitalised words, by their ends."""
    firsts = {start for start, _ in spans}

    def small(token: Token) -> bool:
        said = token.key.removesuffix("'s")
        return not is_acronym(text[token.start : token.end]) and (
            said in stops or said in WEEKDAYS or said in MONTHS or said in NUMBERS or said in TITLES
        )

    for run in _capitalised(text, tokens(text)):
        first = next((n for n, token in enumerate(run) if not small(token)), len(run))
        last = next((n for n in range(len(run), first, -1) if not small(run[n - 1])), first)
        name = run[first:last]
        if not name or (len(name) == 1 and (_begins(text, name[0].start, firsts) or language in _CAPITALISED_NOUNS)):
            continue
        start, end = name[0].start, name[-1].end
        if text[start:end].endswith(("'s", "’s")) or _CUT_INITIALISM.search(text, start, end):
            end -= 2
        if end - start > 1 and not _CONSTITUENCY.fullmatch(text, start, end):
            yield start, end


def _begins(text: str, at: int, firsts: set[int]) -> bool:
    """Whether a sentence or a quotation begins here, where every word is capitalised."""
    while at and text[at - 1] in "\"'“‘«„(":
        at -= 1
        if at in firsts:
            return True
    return at in firsts or text[max(0, at - 3) : at].rstrip()[-1:] in (":", "“", '"')


def _capitalised(text: str, found: Sequence[Token]) -> Iterator[list[Token]]:
    """Runs of capitalised words, with the small words and initials' points that hold a name together."""
    run: list[Token] = []
    held: list[Token] = []
    for token in found:
        first = text[token.start]
        gap = text[(held or run)[-1].end : token.start] if run else ""
        if first.isupper() and first.isalpha() and (not run or gap in (" ", "\u00a0", "")):
            if run and not text[token.start : token.end].isupper() and _is_label(text, run):
                yield run
                run, held = [], []
            run += [*held, token]
            held = []
            if text[token.start : token.end].endswith(("'s", "’s")):
                yield run
                run = []
        elif run and _holds(token, run, held, gap):
            held.append(token)
        else:
            if run:
                yield run
            run, held = [], []
    if run:
        yield run


def _is_label(text: str, run: Sequence[Token]) -> bool:
    """Whether a run is in capitals without being an acronym: a label before a name, as in "MUST READ Jane Roe"."""
    said = [text[token.start : token.end] for token in run]
    shortest = _SHORTEST_LABEL if len(said) > 1 else _LONGEST_ACRONYM + 1
    return all(word.isupper() and len(word) >= shortest for word in said)


def _holds(token: Token, run: Sequence[Token], held: Sequence[Token], gap: str) -> bool:
    """Whether a small word, or the point of an initial, may stand inside the name that the run has begun."""
    if token.key == ".":
        return not held and token.start - run[-1].start == 1
    if token.key not in JOINERS or gap != " " or len(held) > 1:
        return False
    return held[-1].key == "of" if held else token.key != "the"


def is_acronym(word: str) -> bool:
    """Whether a word is in capitals throughout."""
    return len(word) > 1 and word.isupper()
