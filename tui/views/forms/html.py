"""Stories as a page that looks like the screen: the list under its months on one side, the stories on the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tui.model import Block, BlockKind
from tui.views.forms.kept import Kept
from tui.views.forms.page import linked, page, span, text
from tui.views.wording import count, rests_on, when

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_BELOW = (BlockKind.COMMENT, BlockKind.FURNITURE)
_META = (BlockKind.BYLINE, BlockKind.STAMP, BlockKind.SIGN_OFF)
_QUOTATION_MARKS = "\"'“”„‟‘’‚«»‹›「」『』"


def stories_html(stories: Sequence[Kept], title: str) -> Iterator[str]:
    """A page of these stories in the order given; a single one stands without a list."""
    if len(stories) == 1:
        yield from page(stories[0].story.headline or title, (), [f"<main>\n{_article(stories[0])}</main>\n"])
    else:
        yield from page(title, [count(len(stories), "story", "stories")], _two(stories))


def _two(stories: Sequence[Kept]) -> Iterator[str]:
    yield '<main class="two">\n<nav>\n'
    month = ""
    held = [(_month(one), one) for one in stories]
    for nth, (name, one) in enumerate(held):
        if name != month or not nth:
            yield "</ol>\n" if nth else ""
            number = sum(1 for _ in _run(held[nth:], name))
            yield f"<h2>{text(name)}<i></i><span>{number:,}</span></h2>\n<ol>\n"
            month = name
        yield _line(one)
    yield "</ol>\n</nav>\n<div>\n"
    for one in stories:
        yield _article(one)
    yield "</div>\n</main>\n"


def _run(held: Iterable[tuple[str, Kept]], name: str) -> Iterator[Kept]:
    for other, one in held:
        if other != name:
            return
        yield one


def _day(one: Kept) -> dt.date | None:
    return one.placed.day or one.placed.earliest or one.placed.latest


def _month(one: Kept) -> str:
    day = _day(one)
    return f"{_MONTHS[day.month - 1]} {day.year}" if day else "No date"


def _line(one: Kept) -> str:
    story, day = one.story, _day(one)
    guess = " guess" if one.placed.inferred else ""
    dated = f"{'≈' if guess else ''}{day.day}" if day else "–"
    kinds = " ".join(filter(None, ["" if one.read else "unread", "derived dim" if story.headline_derived else ""]))
    marks = f"‖{one.copies}" if one.copies > 1 else ""
    marks += "<i> ◇</i>" if one.event else ""
    star = "★" if one.star else ""
    return (
        f'<li class="{kinds}"><span class="day{guess}">{dated}</span><span class="star">{star}</span>'
        f'<a href="#{text(story.id)}">{text(story.headline or "(no words)")}</a>'
        f'{span(story.outlet or story.agency, "source")}<span class="marks">{marks}</span></li>\n'
    )


def _article(one: Kept) -> str:
    return "".join(_parts(one))


def _parts(one: Kept) -> Iterator[str]:
    story = one.story
    yield f'<article id="{text(story.id)}">\n'
    yield f"{span(story.headline or '(no words)', 'derived dim' if story.headline_derived else '', 'h2')}\n"
    yield from _origin(one)
    lead = ""
    points: list[str] = []
    for at, block in enumerate(story.blocks):
        if block.kind in _BELOW or (block.kind is BlockKind.HEADLINE and block.text == story.headline):
            continue
        if block.kind is BlockKind.KEY_POINT:
            points.append(f"<li>{_marked(one, at, block)}</li>\n")
            continue
        if points:
            yield f"<ul>\n{''.join(points)}</ul>\n"
            points = []
        if block.kind is BlockKind.DATELINE:
            lead = f'<span class="dim">{text(block.text)}</span> '
            continue
        yield _block(block, lead + _marked(one, at, block))
        lead = ""
    if points:
        yield f"<ul>\n{''.join(points)}</ul>\n"
    yield from _below(one)
    yield "</article>\n"


def _origin(one: Kept) -> Iterator[str]:
    story, rests = one.story, rests_on(one.placed)
    dated = f"{when(one.placed)}{f', {rests}' if rests and one.placed.inferred else ''}"
    told = [dated, story.place, story.agency, story.byline, story.outlet, count(story.words, "word")]
    told += [f"‖ {count(one.copies - 1, 'other copy', 'other copies')}"] if one.copies > 1 else []
    yield f'<p class="origin">{text(" · ".join(dict.fromkeys(part for part in told if part)))}</p>\n'
    where = story.document.path + (f" ({story.document.member})" if story.document.member else "")
    yield f'<p class="origin">{linked(story.url) + "<br>" if story.url else ""}{text(where)}<br>'
    yield f"SHA-256 {text(story.document.digest)}</p>\n"
    if one.tags:
        yield f'<p class="own">tags <b>{text(", ".join(one.tags))}</b></p>\n'
    if one.note:
        yield f'<p class="own">note <b>{text(one.note)}</b></p>\n'


def _block(block: Block, inside: str) -> str:
    match block.kind:
        case BlockKind.SUBHEAD:
            return f"<p><b>{inside}</b></p>\n"
        case BlockKind.PULL_QUOTE:
            return f"<blockquote>{inside}</blockquote>\n"
        case BlockKind.CAPTION:
            return f"<figure><figcaption>{inside}</figcaption></figure>\n"
        case BlockKind.STANDFIRST:
            return f'<p class="standfirst">{inside}</p>\n'
    return f'<p class="dim">{inside}</p>\n' if block.kind in _META else f"<p>{inside}</p>\n"


def _marked(one: Kept, at: int, block: Block) -> str:
    """The text of a block with its quotations, and with the passages that the reader highlighted."""
    said = [_with_marks(block.text, quote.start, quote.end) for quote in one.quotations if quote.block == at]
    kept = [highlight for highlight in one.highlights if highlight.block == at]
    edges = {0, len(block.text), *(edge for pair in said for edge in pair)}
    edges |= {edge for highlight in kept for edge in (highlight.start, highlight.end)}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(block.text))
    parts = []
    for start, end in pairwise(cuts):
        run = text(block.text[start:end])
        if any(first <= start and end <= last for first, last in said):
            run = f"<q>{run}</q>"
        if any(highlight.start <= start and end <= highlight.end for highlight in kept):
            run = f"<mark>{run}</mark>"
        about = [" · ".join(filter(None, [own.tag, own.note])) for own in kept if own.end == end]
        parts.append(run + "".join(f' <span class="about">[{text(words)}]</span>' for words in about if words))
    return "".join(parts)


def _with_marks(said: str, start: int, end: int) -> tuple[int, int]:
    """The place of a quotation, its quotation marks taken in."""
    start -= start > 0 and said[start - 1] in _QUOTATION_MARKS
    end += end < len(said) and said[end] in _QUOTATION_MARKS
    return start, end


def _below(one: Kept) -> Iterator[str]:
    comments, furniture = (one.story.of(kind) for kind in _BELOW)
    if comments:
        yield f"<details><summary>{text(count(len(comments), 'comment'))}</summary>\n"
        for block in comments:
            yield f"<p>{span(block.by, tag='b')}{'<br>' if block.by else ''}{text(block.text)}</p>\n"
        yield "</details>\n"
    if furniture:
        lines = sum(block.last - block.first + 1 for block in furniture)
        yield f'<details class="dim"><summary>{text(count(lines, "line"))} of furniture</summary>\n'
        yield from (f"<p>{text(block.text)}</p>\n" for block in furniture)
        yield "</details>\n"
