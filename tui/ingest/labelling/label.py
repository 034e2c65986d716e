"""What each passage of a story is: headline, standfirst, paragraph, caption … The stages, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.ingest.labelling import dateline
from tui.ingest.labelling.agencies import sign_off
from tui.ingest.labelling.authors import label_authors
from tui.ingest.labelling.body import body_end, body_span, prose, trim
from tui.ingest.labelling.boxes import label_boxes
from tui.ingest.labelling.bylines import byline
from tui.ingest.labelling.captions import credit
from tui.ingest.labelling.comments import label_comments
from tui.ingest.labelling.front_matter import FrontMatter, front_matter
from tui.ingest.labelling.furniture import Furniture, bare
from tui.ingest.labelling.headline import again, headline
from tui.ingest.labelling.opening import (
    below_dateline,
    clean,
    label_opening,
    opening_end,
    paragraphs_above,
    sentences_above,
)
from tui.ingest.labelling.passages import LEAST_PROSE, Passage
from tui.ingest.labelling.pull_quotes import label_pull_quotes, opens_quote
from tui.ingest.labelling.stamps import stamp
from tui.ingest.labelling.tail import without_tail
from tui.model import BlockKind

_LONGEST_SUBHEAD = 16
_ANNOUNCES = 5  # words of a sentence whose colon announces a list
_SAYS_MUCH = 10
_LEAST_SHOUTED = 4
_STOPS = ".!…;"
_LEAST_TWIN = 6
_LONGEST_TWIN = 45
_SAME_START = 10  # characters
_SAME = 0.7
_LEAST_HEADLINE = 8  # characters behind an explicit date
_TRANSPARENT = (Furniture.MARK, Furniture.ADVERTISEMENT)


@dataclass(frozen=True, slots=True)
class Labelled:
    """The passages of one story, each with its kind; the number of its headline, None where it has none."""

    passages: list[Passage]
    headline: int | None
    front: FrontMatter | None = None


def label(passages: list[Passage]) -> Labelled:
    """Every passage of a story with its kind set. The passages are changed in place; comments draw lines together."""
    front = front_matter(passages)
    if front is None or front.end >= len(passages):
        return _label(passages, "")
    below = _label(passages[front.end :], bare(front.headline.lower()))
    head = next((i for i in range(front.end) if passages[i].kind is BlockKind.HEADLINE), None)
    if head is None and below.headline is not None:
        head = front.end + below.headline
    return Labelled([*passages[: front.end], *below.passages], head, front)


def _label(passages: list[Passage], title: str) -> Labelled:
    """The passages of a story labelled; `title` is its headline, bare, where that is known already."""
    _label_single(passages)
    passages = label_comments(passages)
    _label_captions(passages)
    label_boxes(passages)
    span = body_span(passages)
    if span is None:
        return _without_body(passages)
    start, end = span
    start, end = trim(passages, start, end)
    end = body_end(passages, start, without_tail(passages, start, end))
    start = opening_end(passages, sentences_above(passages, start), end)
    start = paragraphs_above(passages, start)
    whole = clean(passages, start)
    if whole:
        start = below_dateline(passages, start)
        end = max(i for i, passage in enumerate(passages) if i == end or passage.ends or passage.words >= _SAYS_MUCH)
    _label_body(passages, start, end, whole)
    label_pull_quotes(passages, start, end)
    body = [passage for passage in passages[start : end + 1] if passage.kind is BlockKind.PARAGRAPH]
    if title:
        head = next((i for i, passage in enumerate(passages[:start]) if passage.plain == title), None)
        if head is None:
            label_opening(passages, -1, start)
    else:
        head = headline(passages, start, body)
    if head is not None:
        heads = (head, *again(passages, head, start))
        for i in heads:
            passages[i].kind = BlockKind.HEADLINE
        label_opening(passages, min(heads), start)
    _label_sign_offs(passages, start, end)
    label_authors(passages, start, end)
    for passage in passages:
        if passage.kind is None:
            passage.kind = BlockKind.FURNITURE
    return Labelled(passages, head)


def _label_single(passages: Sequence[Passage]) -> None:
    """What a line shows by itself: furniture, stamps, bylines, credits."""
    for i, passage in enumerate(passages):
        if passage.furniture is not None or passage.words > 22:
            continue
        if _own_dateline(passages, i):
            passage.kind = BlockKind.DATELINE
        elif _stamped(passage):
            passage.kind = BlockKind.STAMP
        elif credit(passage.text, passage.words):
            passage.kind = BlockKind.CAPTION
        elif byline(passage.text, passage.words) and not (passage.ends and passage.words > 7):
            passage.kind = BlockKind.BYLINE


def _stamped(passage: Passage) -> bool:
    """Whether a line is a stamp; a sentence that names days without their year is none."""
    found = passage.stamp
    if found is None:
        return False
    head = dateline.header(passage.text)
    if (
        head is not None
        and len(passage.text) - head.end > _LEAST_HEADLINE
        and stamp(passage.text[head.end :], passage.words) is None
    ):
        return False  # a headline behind it
    dates_alone = not (found.published or found.updated or found.time) and bool(found.dates)
    return not (dates_alone and passage.ends and passage.words >= 5 and not any(date.year for date in found.dates))


def _own_dateline(passages: Sequence[Passage], i: int) -> bool:
    """Whether a line is a dateline as a whole and stands directly above prose; above any text if it says the year."""
    passage = passages[i]
    if passage.words > 10 or i + 1 >= len(passages):
        return False
    below = passages[i + 1]
    if not prose(below) and (below.furniture is not None or below.words < LEAST_PROSE):
        return False
    line = dateline.own_line(passage.text, passage.words)
    return line is not None and (prose(below) or (line.date is not None and line.date.year > 0))


def _label_captions(passages: Sequence[Passage]) -> None:
    """Lines that read as captions, and lines that stand on a credit or repeat beside one."""
    for i, passage in enumerate(passages):
        if passage.kind is not None or passage.furniture is not None:
            continue
        if passage.captioned or _repeated_at_credit(passages, i):
            passage.kind = BlockKind.CAPTION
        elif i + 1 < len(passages) and _twins(passage, passages[i + 1]):
            passage.kind = passages[i + 1].kind = BlockKind.CAPTION
        elif i + 1 < len(passages) and passage.words <= 50 and _is_credit(passages[i + 1]) and not passage.heading:
            goes_on = passage.ends and i > 0 and prose(passages[i - 1])
            if not goes_on and (passage.words <= 30 or not prose(passage)):
                passage.kind = BlockKind.CAPTION


def _repeated_at_credit(passages: Sequence[Passage], i: int) -> bool:
    """Whether a line stands twice at a picture's credit: as the text for the blind and as its caption."""
    here = passages[i]
    plain = here.plain
    if i > 0 and passages[i - 1].plain == plain and passages[i - 1].kind is BlockKind.CAPTION:
        return True
    if i > 1 and passages[i - 2].plain == plain and _is_credit(passages[i - 1]):
        return True
    if i + 1 >= len(passages):
        return False
    below = passages[i + 1]
    further = passages[i + 2] if i + 2 < len(passages) else None
    if further and plain in (below.plain, further.plain) and (_is_credit(below) or _is_credit(further)):
        return True
    if below.words > here.words >= 5 and below.text.startswith(here.text):
        return below.captioned
    return False


def _twins(here: Passage, below: Passage) -> bool:
    """Whether two sentences say the same in nearly the same words: the text for the blind and the caption."""
    if not here.ends or not _LEAST_TWIN <= here.words <= _LONGEST_TWIN or abs(here.words - below.words) > _LEAST_TWIN:
        return False
    if here.low[:_SAME_START] != below.low[:_SAME_START] or below.kind is not None or below.furniture is not None:
        return False
    words, others = set(here.low.split()), set(below.low.split())
    return len(words & others) >= _SAME * max(len(words), len(others))


def _is_credit(passage: Passage) -> bool:
    return passage.kind is BlockKind.CAPTION and credit(passage.text, passage.words)


def _label_body(passages: Sequence[Passage], start: int, end: int, whole: bool) -> None:
    """Paragraphs, subheads and what lies between them, from the first passage of the body to the last.

    In a text that is `whole` what is not furniture by itself is text.
    """
    skipping = listing = False
    for i in range(start, end + 1):
        passage = passages[i]
        if passage.kind is not None:
            continue
        if passage.furniture is not None:
            passage.kind = BlockKind.FURNITURE
            skipping = skipping or passage.furniture in (Furniture.RELATED, Furniture.ELSEWHERE)
            listing = listing and passage.furniture in _TRANSPARENT
            continue
        if passage.colon and passage.words >= _ANNOUNCES:
            listing = True
        elif (prose(passage) and passage.ends) or passage.heading:
            listing = False
        elif listing:
            passage.kind = BlockKind.PARAGRAPH
            continue
        if skipping:
            if not prose(passage) or passage.bullet:
                passage.kind = BlockKind.FURNITURE
                continue
            skipping = False
        kind = _kind_in_body(passages, i, end)
        passage.kind = BlockKind.PARAGRAPH if whole and kind is BlockKind.FURNITURE else kind
    seen: set[str] = set()
    for passage in passages[start : end + 1]:
        if passage.kind is BlockKind.PARAGRAPH and passage.words >= 8:
            if passage.plain in seen:
                passage.kind = BlockKind.PULL_QUOTE if opens_quote(passage.text) else BlockKind.FURNITURE
            seen.add(passage.plain)


def _kind_in_body(passages: Sequence[Passage], i: int, end: int) -> BlockKind:
    passage = passages[i]
    if passage.words >= _LEAST_SHOUTED and _in_capitals(passage.text) and _among_others(passages, i):
        heads = passage.words <= _LONGEST_SUBHEAD and _prose_after(passages, i, end)
        return BlockKind.SUBHEAD if heads else BlockKind.FURNITURE
    if passage.heading and not (passage.ends and passage.words > 14):
        return BlockKind.SUBHEAD if any(map(prose, passages[i + 1 : min(i + 5, end + 1)])) else BlockKind.FURNITURE
    if passage.bullet and _links(passages, i):
        return BlockKind.FURNITURE
    if passage.ends and passage.words >= 2:
        return BlockKind.PARAGRAPH
    if passage.words >= 20:
        return BlockKind.PARAGRAPH
    if passage.colon and passage.words >= 3:
        return BlockKind.PARAGRAPH
    if passage.bullet:
        return BlockKind.FURNITURE
    if passage.words <= _LONGEST_SUBHEAD and _prose_after(passages, i, end):
        return BlockKind.SUBHEAD
    return BlockKind.FURNITURE


def _in_capitals(text: str) -> bool:
    """Whether a line is set in capitals, as headlines of other stories are within a story."""
    return text.isupper() and sum(map(str.isupper, text)) * 2 > len(text)


def _among_others(passages: Sequence[Passage], i: int) -> bool:
    return any(near.reads and not near.text.isupper() for near in passages[max(0, i - 2) : i + 3])


def _prose_after(passages: Sequence[Passage], i: int, end: int) -> bool:
    """Whether a paragraph comes next, but for marks, advertisements and captions."""
    for passage in passages[i + 1 : end + 1]:
        if passage.furniture in _TRANSPARENT or passage.kind is BlockKind.CAPTION:
            continue
        return prose(passage) or (passage.ends and passage.furniture is None) or (passage.bullet and passage.words > 4)
    return False


def _links(passages: Sequence[Passage], i: int) -> bool:
    """Whether an item ends as headlines do, in a question or a quotation, beside one that ends in nothing."""
    beside = (passages[j] for j in (i - 1, i + 1) if 0 <= j < len(passages))
    return passages[i].text[-1] not in _STOPS and any(item.bullet and not item.ends for item in beside)


def _label_sign_offs(passages: Sequence[Passage], start: int, end: int) -> None:
    """The agency's name or the helpers' below the last paragraph."""
    for passage in passages[max(start, end - 3) : end + 4]:
        if passage.kind in (
            None,
            BlockKind.PARAGRAPH,
            BlockKind.FURNITURE,
            BlockKind.SUBHEAD,
            BlockKind.CAPTION,
        ) and sign_off(passage.text, passage.words):
            passage.kind = BlockKind.SIGN_OFF


def _without_body(passages: list[Passage]) -> Labelled:
    """A document that has no prose: its lines are paragraphs where they are no furniture."""
    for passage in passages:
        if passage.kind is None:
            passage.kind = BlockKind.FURNITURE if passage.furniture is not None else BlockKind.PARAGRAPH
    return Labelled(passages, None)
