"""What each line of a web page is: its markup and the extracted story say it first, then the rules for plain text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tui.ingest.labelling.agencies import sign_off
from tui.ingest.labelling.authors import label_authors
from tui.ingest.labelling.body import body_end, prose, trim
from tui.ingest.labelling.bylines import byline
from tui.ingest.labelling.captions import credit
from tui.ingest.labelling.comments import label_comments
from tui.ingest.labelling.content import content_words
from tui.ingest.labelling.furniture import Furniture
from tui.ingest.labelling.label import Labelled, label
from tui.ingest.labelling.passages import Passage
from tui.ingest.web.headline import plain
from tui.ingest.web.text import Line, Where
from tui.model import BlockKind

_LEAST_BODY = 40  # words; less than that is no story that was found
_ONLY_LINKS = 0.9
_ONLY_BOLD = 0.95
_LONGEST_SUBHEAD = 16
_OFTEN = 3
_HALF = 0.5
_SHARED = 0.25
_LEAST_LEFT_OUT = 2
_LONGEST_NAME = 60
_BESIDE_NAME = 4  # words beside an author's name: says, replied, the time
_MAY_GO = (None, BlockKind.PARAGRAPH, BlockKind.SUBHEAD, BlockKind.FURNITURE)
_OPENING = (BlockKind.STAMP, BlockKind.BYLINE, BlockKind.CAPTION)
_ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.)\s*$")


def label_page(
    lines: Sequence[Line], passages: list[Passage], in_body: Sequence[bool], headline: str, standfirsts: Sequence[str]
) -> Labelled:
    """The passages of a page, one a line, each with its kind; `in_body` says which lines are the story's text.

    Where hardly any are, the page is labelled as plain text is.
    """
    _label_marked(lines, passages)
    body = [i for i, inside in enumerate(in_body) if inside and passages[i].kind is None]
    body = _without_repeats(passages, body, headline)
    if sum(passages[i].words for i in body) < _LEAST_BODY:
        return label([_unmarked(passage) for passage in passages])
    body = [*_left_out(lines, passages, body, headline, standfirsts), *body]
    inside = set(body)
    for i, passage in enumerate(passages):
        if passage.kind is None and i not in inside and not _may_go_on(lines, i):
            passage.kind = BlockKind.FURNITURE
    start, end = trim(passages, body[0], body[-1])
    end = body_end(passages, start, end)
    _label_body(lines, passages, start, end)
    head = _label_headline(lines, passages, start, headline)
    _label_opening(passages, head, start, standfirsts)
    _label_tail(passages, start, end)
    for passage in passages:
        passage.kind = passage.kind or BlockKind.FURNITURE
    return _labelled(_with_comments(lines, passages, end), head, passages)


def _labelled(passages: list[Passage], head: int | None, before: Sequence[Passage]) -> Labelled:
    return Labelled(passages, None if head is None else next(i for i, p in enumerate(passages) if p is before[head]))


def _may_go_on(lines: Sequence[Line], i: int) -> bool:
    """Whether a line may be the story's though it was not taken for it: pages call the place of a story "comments"."""
    return lines[i].where is Where.COMMENTS and not lines[i].who


def _unmarked(passage: Passage) -> Passage:
    passage.kind = BlockKind.CAPTION if passage.kind is BlockKind.CAPTION else None
    return passage


def _label_marked(lines: Sequence[Line], passages: Sequence[Passage]) -> None:
    """What markup, or a line by itself, shows to be no paragraph."""
    for i, (line, passage) in enumerate(zip(lines, passages, strict=True)):
        if line.where is Where.CAPTION:
            passage.kind = BlockKind.CAPTION
        elif line.where in (Where.EMBED, Where.AUTHOR) or passage.furniture not in (None, Furniture.KEY_POINTS):
            passage.kind = BlockKind.FURNITURE
        elif line.heading:
            continue
        elif passage.stamp is not None and not (passage.ends and passage.words > 8):
            passage.kind = BlockKind.STAMP
        elif credit(passage.text, passage.words):
            passage.kind = BlockKind.CAPTION
            above = passages[i - 1] if i else None
            if above and above.kind is None and not above.heading and above.captioned:
                above.kind = BlockKind.CAPTION
        elif passage.captioned:
            passage.kind = BlockKind.CAPTION
        elif byline(passage.text, passage.words) and not (passage.ends and passage.words > 7):
            passage.kind = BlockKind.BYLINE
        elif line.linked >= _ONLY_LINKS and (line.bullet or not passage.ends or passage.text.isupper()):
            passage.kind = BlockKind.FURNITURE


def _without_repeats(passages: Sequence[Passage], body: Sequence[int], headline: str) -> list[int]:
    """The lines of the body without the headline, and each text once: among its like, or nowhere if it comes often."""
    head = plain(headline)
    times = Counter(passages[i].plain for i in body)
    kept: list[int] = []
    seen: set[str] = set()
    for i in body:
        text = passages[i].plain
        if plain(passages[i].text) == head or text in seen:
            continue
        if times[text] >= _OFTEN:
            continue
        if times[text] > 1:
            others = [j for j in body if passages[j].plain == text]
            if i != min(others, key=lambda j: _distance(j, body, others)):
                continue
            seen.add(text)
        kept.append(i)
    return kept


def _left_out(
    lines: Sequence[Line], passages: Sequence[Passage], body: Sequence[int], headline: str, standfirsts: Sequence[str]
) -> list[int]:
    """The paragraphs between headline and body that were not taken for the story though they speak of the same."""
    heads = [i for i in range(body[0]) if plain(passages[i].text) == plain(headline)]
    if not heads:
        return []
    spoken = set().union(*(content_words(passages[i].text) for i in body))
    said = {plain(text) for text in standfirsts}
    found = []
    for i in range(heads[-1] + 1, body[0]):
        passage, line = passages[i], lines[i]
        told = passage.kind is None and prose(passage) and not passage.bullet and plain(passage.text) not in said
        if told and line.linked < _HALF and line.where in (Where.PLAIN, Where.COMMENTS):
            words = content_words(passage.text)
            if len(words & spoken) >= len(words) * _SHARED:
                found.append(i)
    return found if len(found) >= _LEAST_LEFT_OUT else []


def _distance(i: int, body: Sequence[int], others: Sequence[int]) -> int:
    """How far a line lies from the nearest other lines of the body on both sides."""
    alike = set(others)
    near = sorted(abs(i - j) for j in body if j not in alike)
    return sum(near[:3])


def _label_body(lines: Sequence[Line], passages: Sequence[Passage], start: int, end: int) -> None:
    first = next((i for i in range(start, end + 1) if prose(passages[i]) and not passages[i].bullet), start)
    for i in range(start, end + 1):
        passage = passages[i]
        if lines[i].heading and passage.kind in (None, BlockKind.FURNITURE) and passage.furniture is None:
            below = next((p for p in passages[i + 1 : end + 1] if p.kind is not BlockKind.CAPTION), None)
            shown = lines[i].linked < _ONLY_LINKS and lines[i].where is Where.PLAIN
            if below is not None and below.kind in (None, BlockKind.PARAGRAPH) and (shown or passage.kind is None):
                passage.kind = BlockKind.SUBHEAD
                continue
        if passage.kind is not None:
            continue
        bold = lines[i].bold >= _ONLY_BOLD and not passage.ends and passage.words <= _LONGEST_SUBHEAD
        if bold and not passage.bullet and i < end and passages[i + 1].kind is None:
            passage.kind = BlockKind.SUBHEAD
        elif passage.bullet and i < first:
            passage.kind = BlockKind.KEY_POINT
        elif passage.heading:
            passage.kind = BlockKind.SUBHEAD if i < end else BlockKind.FURNITURE
        else:
            passage.kind = BlockKind.PARAGRAPH


def _label_headline(lines: Sequence[Line], passages: Sequence[Passage], start: int, headline: str) -> int | None:
    """The line of the headline above the body, all that repeat it labelled; a main heading where none is equal."""
    wanted = plain(headline)
    equal = [i for i in range(len(passages)) if plain(passages[i].text) == wanted] if wanted else []
    above = [i for i in equal if i <= start]
    heads = [i for i in (above or equal) if lines[i].heading] or above or equal
    if not heads:
        main = [i for i in range(start) if lines[i].heading == 1 and passages[i].words >= 3]
        heads = main[-1:]
    if not heads:
        return None
    for i in {*above, *heads}:
        passages[i].kind = BlockKind.HEADLINE
    return heads[-1] if heads[-1] <= start else heads[0]


def _label_opening(passages: Sequence[Passage], head: int | None, start: int, standfirsts: Sequence[str]) -> None:
    """The standfirst: what the page's data call its description, above the body or parted from it by who and when."""
    said = [plain(_ELLIPSIS.sub("", text)) for text in standfirsts]
    for i in range(0 if head is None else head + 1, min(start + 6, len(passages))):
        passage = passages[i]
        if passage.kind not in _MAY_GO or passage.words < 5:
            continue
        text = plain(passage.text)
        if not any(one and (text == one or (len(one) > 60 and text.startswith(one))) for one in said):
            continue
        parted = passage.heading or any(p.kind in _OPENING for p in passages[i + 1 : i + 4])
        if i < start or parted:
            passage.kind = BlockKind.STANDFIRST


def _label_tail(passages: Sequence[Passage], start: int, end: int) -> None:
    """Sign-offs and what tells of the author, at the foot of the body."""
    for passage in passages[max(start, end - 3) : end + 4]:
        if passage.kind in (*_MAY_GO, BlockKind.CAPTION) and sign_off(passage.text, passage.words):
            passage.kind = BlockKind.SIGN_OFF
    label_authors(passages, start, end)


def _with_comments(lines: Sequence[Line], passages: list[Passage], end: int) -> list[Passage]:
    """The passages with the readers' comments below the body: by their markup, or as in plain text."""
    below = range(end + 1, len(passages))
    marked = [i for i in below if lines[i].where is Where.COMMENTS]
    replied = any(passages[i].kind is BlockKind.STAMP or passages[i].furniture is Furniture.COMMENTS for i in marked)
    if replied and any(lines[i].who for i in marked):
        _label_marked_comments(lines, passages, marked)
        return passages
    plausible = [
        i
        for i in marked or below
        if lines[i].where is not Where.APART
        and lines[i].linked < _ONLY_LINKS
        and not (lines[i].heading and passages[i].furniture is not Furniture.COMMENTS)
    ]
    return _plain_comments(passages, plausible)


def _plain_comments(passages: list[Passage], plausible: Sequence[int]) -> list[Passage]:
    body = [replace(passage, kind=None) for passage in passages if passage.kind is BlockKind.PARAGRAPH]
    trial = label_comments([*body, *(replace(passages[i], kind=None) for i in plausible)])[len(body) :]
    found = [passage for passage in trial if passage.kind is BlockKind.COMMENT]
    drawn_in = {number for comment in found for number in range(comment.first, comment.last + 1)}
    kept = [passage for passage in passages if passage.first not in drawn_in]
    return sorted((*kept, *found), key=lambda passage: passage.first)


def _label_marked_comments(lines: Sequence[Line], passages: Sequence[Passage], marked: Sequence[int]) -> None:
    """Comments under the names that the markup shows; what stands above the first name is no comment."""
    who = ""
    for i in marked:
        passage, line = passages[i], lines[i]
        if line.who and len(line.who) <= _LONGEST_NAME:
            who = line.who.strip(" :,·|-")
            if passage.words <= len(line.who.split()) + _BESIDE_NAME:
                continue
        free = passage.furniture is None and passage.kind is BlockKind.FURNITURE and not line.heading
        if who and free and line.linked < _ONLY_LINKS and len(passage.text) > 1:
            passage.kind, passage.by = BlockKind.COMMENT, who
