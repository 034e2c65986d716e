"""What a story claims: the figures, dates, names and quotations of its blocks, where they stand and what they mean."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.model import Block, BlockKind, FactKind, Story
from tui.relate.comparing.claim_words import COUNTED, FATES, JOINERS, NUMBERS, TITLES
from tui.text.calendar import MONTHS, WEEKDAYS, dates, weekdays_named
from tui.text.figures import Figure, figures
from tui.text.language import stop_words
from tui.text.quotations import quoted
from tui.text.sentences import sentences
from tui.text.words import WORD, Token, key, tokens, words

TELLING = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.HEADLINE,
        BlockKind.STANDFIRST,
        BlockKind.KEY_POINT,
        BlockKind.SUBHEAD,
        BlockKind.CAPTION,
    }
)
"""The blocks that make claims; a pull quote repeats one, bylines, datelines and stamps say where a story is from."""

# Every word may be capitalised there, or stand for the photographer.
_NAMELESS = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.CAPTION})
_CAPITALISED_NOUNS = frozenset({"de"})
_YEAR = re.compile(r"(?<![\w$€£.,/-])(?:1[89]|20)\d\d(?!\w|[.,/]\d|-\d\d-)")
_PHONE = re.compile(r"(?<!\w)\+?\(?\d{1,4}\)?(?:[ .-]\(?\d{2,4}\)?)+[ .-]\d{4}(?!\w)")
_CONSTITUENCY = re.compile(r"[A-Z]-[A-Z]\w+")  # "D-Conn." behind a senator's name
_MORE = re.compile(r"more|over|at least|above|greater|higher|no (?:less|fewer)", re.IGNORECASE)
_LESS = re.compile(r"less|fewer|under|below|lower|up to|at most|no more|nearly|almost", re.IGNORECASE)
_ABOUT = re.compile(r"about|around|some|roughly|approximately|estimated", re.IGNORECASE)
_NOUN_WORDS = 3
_CONTEXT_WORDS = 9


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim at `text[start:end]` of a block, `text` as it is shown.

    `key` is equal for claims that say the same: the folded words of names and quotations; for a figure its value, its
    unit and "more", "less", "about" or ""; for a date what `date` holds: year, month, day and weekday, 0 (-1 for the
    weekday) where it is not written. `nouns` are the stems of what a figure counts, `context` those of the words around
    it, `fate` the number of what befell those counted (-1: not told).
    """

    kind: FactKind
    block: int
    start: int
    end: int
    text: str
    key: tuple[str, ...]
    value: float = 0.0
    unit: str = ""
    date: tuple[int, int, int, int] = (0, 0, 0, -1)
    nouns: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    fate: int = -1


def claims(story: Story) -> list[Claim]:
    """The claims of a story in its order."""
    found: list[Claim] = []
    stops = stop_words(story.language or "en")
    for number, block in enumerate(story.blocks):
        if block.kind in TELLING:
            found.extend(sorted(_of_block(story, number, block, stops), key=lambda claim: claim.start))
    return found


def _of_block(story: Story, number: int, block: Block, stops: frozenset[str]) -> Iterator[Claim]:
    text = block.text
    spans = sentences(text)
    dated = list(_dates(number, text))
    yield from dated
    closed = [(date.start, date.end) for date in dated] + [match.span() for match in _PHONE.finditer(text)]
    for figure in figures(text):
        if not any(start < figure.end and figure.start < end for start, end in closed):
            yield _figure(number, text, figure, spans, stops)
    for quote in quoted(text):
        said = tuple(words(quote.text))
        if said:
            yield Claim(FactKind.QUOTATION, number, quote.start, quote.end, quote.text.strip().rstrip(","), said)
    if block.kind not in _NAMELESS:
        yield from _names(number, text, spans, stops, story.language)


# ------------------------------------------------------------------------------------------------------- dates


def _dates(number: int, text: str) -> Iterator[Claim]:
    taken: list[tuple[int, int]] = []
    for date in dates(text):
        year = date.among[0].year if date.among and not date.month else date.year
        taken.append((date.start, date.end))
        yield _date(number, text, (date.start, date.end), (year, date.month, date.monthday, -1))
    for start, end, day in weekdays_named(text):
        yield _date(number, text, (start, end), (0, 0, 0, day))
    for match in _YEAR.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield _date(number, text, match.span(), (int(match[0]), 0, 0, -1))


def _date(number: int, text: str, span: tuple[int, int], written: tuple[int, int, int, int]) -> Claim:
    return Claim(FactKind.DATE, number, *span, text[slice(*span)].strip(), tuple(map(str, written)), date=written)


# ----------------------------------------------------------------------------------------------------- figures


def _figure(number: int, text: str, figure: Figure, spans: Sequence[tuple[int, int]], stops: frozenset[str]) -> Claim:
    begin, stop = spans[max(0, bisect_right(spans, (figure.start, len(text))) - 1)] if spans else (0, len(text))
    stop = max(stop, figure.end)
    end, nouns = _counted(text, figure.end, stop, stops)
    behind = words(text[figure.end : stop])[:_CONTEXT_WORDS]
    before = words(text[begin : figure.start])[-_CONTEXT_WORDS:]
    context = frozenset(stem(word) for word in behind + before if word not in stops or word == "us")
    near = [word for word in behind[:6] + before[-4:] if word in FATES]
    bound = "" if figure.unit and not figure.text[0].isalpha() else _bound(figure.text)
    return Claim(
        FactKind.FIGURE,
        number,
        figure.start,
        figure.end,
        text[figure.start : end],
        (str(figure.value), figure.unit, bound),
        figure.value,
        figure.unit,
        nouns=nouns,
        context=context,
        fate=FATES[near[0]] if near else -1,
    )


def _bound(text: str) -> str:
    if _LESS.match(text):
        return "less"
    if _MORE.match(text):
        return "more"
    return "about" if _ABOUT.match(text) else ""


def _counted(text: str, start: int, stop: int, stops: frozenset[str]) -> tuple[int, frozenset[str]]:
    """Where the words end that say what a figure counts ("40 city councillors", "two of his paintings"), and these."""
    end = at = start
    nouns: list[str] = []
    seen_of = False
    for match in WORD.finditer(text, start, stop):
        if text[at : match.start()].strip() or not match[0][0].isalpha():
            break
        word = key(match[0])
        at = match.end()
        small = word in stops and not _acronym(match[0])
        if word == "of" and not nouns and not seen_of:
            seen_of = True
            continue
        if small:
            if seen_of and not nouns:
                continue
            if word != "other":
                break
        elif word.endswith("ly") or (nouns and (word in FATES or word.endswith("ed"))):
            break
        else:
            nouns.append(stem(word))
        end = at
        if len(nouns) == _NOUN_WORDS or word.endswith(("'s", "'")) or _plural(match[0]):
            break
    return end, frozenset(nouns)


def _plural(word: str) -> bool:
    """Whether a word ends what a figure counts: "40 city councillors", "12 people"."""
    said = word.lower()
    return said in COUNTED or (said.endswith("s") and not said.endswith(("ss", "us")) and not word.isupper())


def _acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def stem(word: str) -> str:
    """A word without its commonest English endings, for matching only."""
    word = word.removesuffix("'s")
    for ending in ("ings", "ing", "ers", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e") if len(word) > 3 else word


# ------------------------------------------------------------------------------------------------------- names


def _names(
    number: int, text: str, spans: Sequence[tuple[int, int]], stops: frozenset[str], language: str
) -> Iterator[Claim]:
    firsts = {start for start, _ in spans}

    def small(token: Token) -> bool:
        said = token.key.removesuffix("'s")
        return not _acronym(text[token.start : token.end]) and (
            said in stops or said in WEEKDAYS or said in MONTHS or said in NUMBERS or said in TITLES
        )

    for run in _capitalised(text, tokens(text)):
        first = next((n for n, token in enumerate(run) if not small(token)), len(run))
        last = next((n for n in range(len(run), first, -1) if not small(run[n - 1])), first)
        name = run[first:last]
        if not name or (len(name) == 1 and (_begins(text, name[0].start, firsts) or language in _CAPITALISED_NOUNS)):
            continue
        start, end = name[0].start, name[-1].end
        if text[start:end].endswith(("'s", "’s")):
            end -= 2
        parts = tuple(word for word in words(text[start:end]) if word not in JOINERS)
        if parts and end - start > 1 and not _CONSTITUENCY.fullmatch(text, start, end):
            yield Claim(FactKind.NAME, number, start, end, text[start:end], parts)


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
        if first.isupper() and (first.isalpha()) and (not run or gap in (" ", "\u00a0", "")):
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


def _holds(token: Token, run: Sequence[Token], held: Sequence[Token], gap: str) -> bool:
    """Whether a small word, or the point of an initial, may stand inside the name that the run has begun."""
    if token.key == ".":
        return not held and token.start - run[-1].start == 1
    if token.key not in JOINERS or gap != " " or len(held) > 1:
        return False
    return held[-1].key == "of" if held else token.key != "the"
