"""What a story claims: the figures, dates, names and quotations of its blocks, where they stand and what they mean."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.model import Block, BlockKind, FactKind, Story
from tui.relate.comparing.caseless import caseless_names
from tui.relate.comparing.claim_words import COUNTED, FATES, JOINERS
from tui.relate.comparing.names import capitalised_names, is_acronym
from tui.text.calendar import dates, weekdays_named
from tui.text.figures import Figure, figures
from tui.text.language import stop_words
from tui.text.quotations import quoted
from tui.text.sentences import sentences
from tui.text.words import WORD, key, words

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
_YEAR = re.compile(r"(?<![\w$€£.,/-])(?:1[89]|20)\d\d(?!\w|[.,/]\d|-\d\d-)")
_PHONE = re.compile(r"(?<!\w)\+?\(?\d{1,4}\)?(?:[ .-]\(?\d{2,4}\)?)+[ .-]\d{4}(?!\w)")
_MORE = re.compile(r"more|over|at least|above|greater|higher|no (?:less|fewer)", re.IGNORECASE)
_LESS = re.compile(r"less|fewer|under|below|lower|up to|at most|no more|nearly|almost", re.IGNORECASE)
_ABOUT = re.compile(r"about|around|some|roughly|approximately|estimated", re.IGNORECASE)
_INTERPOLATED = re.compile(r"\[[^\]]{1,80}\]|\([^)]{1,80}\)")  # what editors put into a quotation is not what was said
_ENDS = frozenset(".!?…:;\"”’'»)")
_HALF_DAY = re.compile(r"\s?[ap]\s?\.\s?m\b", re.IGNORECASE)
_TITLED = 0.5
_NAME_BEFORE = re.compile(r"\b[A-Z][a-z]+ $")
_LONGEST_WORD = 24
_NOUN_WORDS = 3
_CONTEXT_WORDS = 9


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim at `text[start:end]` of a block, `text` as it is shown.

    `key` is equal for claims that say the same: the folded words of names and quotations; for a figure its value, its
    unit and "more", "less", "about" or ""; for a date what `date` holds: year, month, day and weekday, 0 (-1 for the
    weekday) where it is not written. `nouns` are the stems of what a figure counts, `context` those of the words around
    it, `noun` the stem of the last of the nouns, `fate` the number of what befell those counted (-1: not told).
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
    noun: str = ""


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
        if any(start < figure.end and figure.start < end for start, end in closed):
            continue
        claim = _figure(number, text, figure, spans, stops)
        if not (_names_a_thing(text, figure, claim) or _HALF_DAY.match(text, figure.end)):
            yield claim
    for quote in quoted(text):
        said = quoted_words(_INTERPOLATED.sub(" ", quote.text)) or quoted_words(quote.text)
        if said:
            yield Claim(FactKind.QUOTATION, number, quote.start, quote.end, quote.text.strip().rstrip(","), said)
    named = list(caseless_names(text))
    if block.kind not in _NAMELESS and not is_titled(text):
        named += capitalised_names(text, spans, stops, story.language)
    for start, end in named:
        if parts := tuple(word for word in words(text[start:end]) if word not in JOINERS):
            yield Claim(FactKind.NAME, number, start, end, text[start:end], parts)


def quoted_words(text: str) -> tuple[str, ...]:
    """The words of a quotation; whether two of them are joined by a hyphen is how it is set, not what was said."""
    return tuple(part for word in words(text) for part in word.split("-") if part)


def is_titled(text: str) -> bool:
    """Whether a block is set like a headline: most words capitalised, and no sentence comes to its end."""
    if text.rstrip()[-1:] in _ENDS:
        return False
    found = WORD.findall(text)
    capitals: int = sum(word[0].isupper() for word in found)
    return capitals > _TITLED * len(found)


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
    end, counted = _counted(text, figure.end, stop, stops)
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
        nouns=frozenset(counted),
        context=context,
        fate=FATES[near[0]] if near else -1,
        noun=counted[-1] if counted else "",
    )


def _names_a_thing(text: str, figure: Figure, claim: Claim) -> bool:
    """Whether a bare number belongs to the name in front of it ("Expedition 39"), rather than counting what follows."""
    before = _NAME_BEFORE.search(text, max(0, figure.start - _LONGEST_WORD), figure.start)
    if before is None or figure.unit or not text[figure.start].isdigit():
        return False
    counted = text[figure.end : claim.start + len(claim.text)].split()
    return not (counted and _plural(counted[-1]))


def _bound(text: str) -> str:
    if _LESS.match(text):
        return "less"
    if _MORE.match(text):
        return "more"
    return "about" if _ABOUT.match(text) else ""


def _counted(text: str, start: int, stop: int, stops: frozenset[str]) -> tuple[int, list[str]]:
    """Where the words end that say what a figure counts ("40 city councillors", "two of his paintings"), and these."""
    end = at = start
    nouns: list[str] = []
    seen_of = False
    for match in WORD.finditer(text, start, stop):
        if text[at : match.start()].strip() or not match[0][0].isalpha():
            break
        word = key(match[0])
        at = match.end()
        small = word in stops and not is_acronym(match[0])
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
    return end, nouns


def _plural(word: str) -> bool:
    """Whether a word ends what a figure counts: "40 city councillors", "12 people"."""
    said = word.lower()
    return said in COUNTED or (said.endswith("s") and not said.endswith(("ss", "us")) and not word.isupper())


def stem(word: str) -> str:
    """A word without its commonest English endings, for matching only."""
    word = word.removesuffix("'s")
    for ending in ("ings", "ing", "ers", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e") if len(word) > 3 else word
