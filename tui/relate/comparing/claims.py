"""What a story claims: the figures, dates, names and quotations of its blocks, where they stand and what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.model import Block, BlockKind, FactKind, Story
from tui.relate.comparing.caseless import caseless_names
from tui.relate.comparing.claim_words import JOINERS
from tui.relate.comparing.counted import NOTHING, YEAR, Counted, counted, is_plural
from tui.relate.comparing.names import capitalised_names
from tui.relate.comparing.spelling import one_spelling
from tui.text.calendar import dates, weekdays_named
from tui.text.figures import Figure, figures
from tui.text.language import stop_words
from tui.text.quotations import quoted
from tui.text.sentences import sentences
from tui.text.words import WORD, words

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
_PHONE = re.compile(r"(?<!\w)\+?\(?\d{1,4}\)?(?:[ .-]\(?\d{2,4}\)?)+[ .-]\d{4}(?!\w)")
_MORE = re.compile(r"more|over|at least|above|greater|higher|no (?:less|fewer)", re.IGNORECASE)
_PASSED = re.compile(
    r"\b(?:past|beyond|tops|topp(?:ed|ing)|(?:pass|exceed|surpass)(?:es|ed|ing|s)?)\s+$", re.IGNORECASE
)
_LESS = re.compile(r"less|fewer|under|below|lower|up to|at most|no more|nearly|almost", re.IGNORECASE)
_ABOUT = re.compile(r"about|around|some|roughly|approximately|estimated", re.IGNORECASE)
_INTERPOLATED = re.compile(r"\[[^\]]{1,80}\]|\([^)]{1,80}\)")  # what editors put into a quotation is not what was said
_ENDS = frozenset(".!?…:;\"”’'»)")
_HALF_DAY = re.compile(r"\s?[ap]\s?\.\s?m\b", re.IGNORECASE)
_TITLED = 0.5
_NAME_BEFORE = re.compile(r"\b[A-Z][a-z]+ $")
_LONGEST_WORD = 24


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim at `text[start:end]` of a block, `text` as it is shown.

    `key` is equal for claims that say the same: the folded words of names and quotations; for a figure its value, its
    unit and "more", "less", "about" or ""; for a date what `date` holds: year, month, day and weekday, 0 (-1 for the
    weekday) where it is not written. `counted` says what a figure counts.
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
    counted: Counted = NOTHING


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
    """The words of a quotation; how a paper joins and spells them is how it is set, not what was said."""
    return tuple(one_spelling(part) for word in words(text) for part in word.split("-") if part)


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
    for match in YEAR.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield _date(number, text, match.span(), (int(match[0]), 0, 0, -1))


def _date(number: int, text: str, span: tuple[int, int], written: tuple[int, int, int, int]) -> Claim:
    return Claim(FactKind.DATE, number, *span, text[slice(*span)].strip(), tuple(map(str, written)), date=written)


# ----------------------------------------------------------------------------------------------------- figures


def _figure(number: int, text: str, figure: Figure, spans: Sequence[tuple[int, int]], stops: frozenset[str]) -> Claim:
    end, what = counted(text, figure, spans, stops)
    passed = _PASSED.search(text, max(0, figure.start - _LONGEST_WORD), figure.start)
    bound = "more" if passed else "" if figure.unit and not figure.text[0].isalpha() else _bound(figure.text)
    return Claim(
        FactKind.FIGURE,
        number,
        figure.start,
        figure.end,
        text[figure.start : end],
        (str(figure.value), figure.unit, bound),
        figure.value,
        figure.unit,
        counted=what,
    )


def _names_a_thing(text: str, figure: Figure, claim: Claim) -> bool:
    """Whether a bare number belongs to the name in front of it ("Expedition 39"), rather than counting what follows."""
    before = _NAME_BEFORE.search(text, max(0, figure.start - _LONGEST_WORD), figure.start)
    if before is None or figure.unit or not text[figure.start].isdigit():
        return False
    behind = text[figure.end : claim.start + len(claim.text)].split()
    return not (behind and is_plural(behind[-1]))


def _bound(text: str) -> str:
    if _LESS.match(text):
        return "less"
    if _MORE.match(text):
        return "more"
    return "about" if _ABOUT.match(text) else ""
