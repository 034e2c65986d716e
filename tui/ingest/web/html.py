"""Saved web pages: HTML, XHTML and the web archives of one page that browsers save (MHTML)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tui.ingest.databases.signs import may_be_export
from tui.ingest.errors import ReadError
from tui.ingest.files import LONGEST_LINE, megabytes
from tui.ingest.formats import Format, Reading, Source
from tui.ingest.labelling.assemble import host, story
from tui.ingest.labelling.passages import of_runs
from tui.ingest.labelling.unwrap import Run
from tui.ingest.looks import like_page_archive
from tui.ingest.web import fields as html_fields
from tui.ingest.web.body import Inside, extract, letters, located, read_date
from tui.ingest.web.fields import Fields, fields
from tui.ingest.web.headline import choose_headline
from tui.ingest.web.label import label_page
from tui.ingest.web.mhtml import page_of
from tui.ingest.web.text import Line, Where, render
from tui.ingest.web.tree import Element, page_text, parse
from tui.model import Basis, Document, Story, When
from tui.text.language import language

_READ_OFF = 0.6  # how far a day is trusted that is found somewhere on the page
_SURE = (Basis.HEADER, Basis.DATELINE, Basis.STAMP)
_LEAST_DATA = 50  # words of a story in a page's data for which it is worth showing
_MOST_TEXT = 3_000_000  # characters
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Page:
    tree: Element
    fields: Fields
    lines: list[Line]
    encoding: str
    media_type: str


def read(source: Source) -> list[Reading]:
    """The story of a page, or those of a news database's export.

    Raises ReadError for what is no page, has no text, or is nested beyond reason.
    """
    page = _page(source.data, source.url)
    document = source.document(page.media_type, page.encoding)
    shown = [line.text for line in page.lines]
    if may_be_export(shown):
        from tui.ingest.databases.stories import stories  # noqa: PLC0415  few pages are exports

        if found := tuple(stories(document, shown)):
            return [Reading(document, found, ())]
    return [Reading(document, (_story(document, page),), ())]


def lines(data: bytes) -> list[str]:
    """The lines of a page's text, the first of them being line 1 of its blocks. Raises ReadError as `read` does."""
    return [line.shown for line in _page(data).lines]


def _page(data: bytes, url: str = "") -> _Page:
    media_type = "text/html"
    if like_page_archive(data):
        data, url = page_of(data)
        media_type = "multipart/related"
    decoded = page_text(data)
    tree = parse(decoded.text)
    said = fields(tree, decoded.text)
    if url and not said.url:
        said = replace(said, url=url, outlet=said.outlet or host(url))
    shown = render(tree)
    shown.extend(_data_lines(shown, said.article_body))
    if not shown:
        raise ReadError("no text in it")
    size = sum(len(line.text) for line in shown)
    if size > _MOST_TEXT or max(len(line.text) for line in shown) > LONGEST_LINE:
        raise ReadError(f"not a story: {megabytes(size)} of text")
    return _Page(tree, said, shown, decoded.encoding, media_type)


def _data_lines(shown: list[Line], article_body: str) -> list[Line]:
    """The story as the page's data hold it, where the page itself does not show it."""
    if len(_WORDS.findall(article_body)) < _LEAST_DATA:
        return []
    held = [text for piece in article_body.split("\n") if (text := " ".join(piece.split()))]
    there = Inside("".join(letters(line.text) for line in shown))
    missing = [text for text in held if letters(text) not in there]
    if sum(map(len, missing)) * 2 < sum(map(len, held)) or any(located([line.text for line in shown], held)):
        return []
    return [Line(text, 0, False, Where.PLAIN, 0.0, 0.0, "") for text in missing]


def _story(document: Document, page: _Page) -> Story:
    shown = [line.text for line in page.lines]
    passages, lang = of_runs([Run(line.shown, number, number, 0) for number, line in enumerate(page.lines, 1)])
    headings = [line.text for line in page.lines if line.heading == 1]
    headline = choose_headline(page.fields.headlines, page.fields.names, headings)
    in_body = located(shown, extract(page.tree))
    held = [piece for piece in page.fields.article_body.split("\n") if piece.strip()]
    in_data = located(shown, held)
    long = [len(text.split()) >= 5 for text in shown]
    in_body = [a or (b and c) for a, b, c in zip(in_body, in_data, long, strict=True)]
    labelled = label_page(page.lines, passages, in_body, headline, page.fields.standfirsts)
    made = story(document, 1, labelled, [line.shown for line in page.lines], "")
    body = " ".join(made.paragraphs)
    return replace(
        made,
        headline=headline or made.headline,
        headline_derived=not headline and made.headline_derived,
        when=_when(document, page, made),
        byline=page.fields.byline or made.byline,
        outlet=page.fields.outlet or made.outlet,
        url=page.fields.url or made.url,
        language=language(body) or page.fields.language or lang,
    )


def _when(document: Document, page: _Page, made: Story) -> When:
    said = html_fields.when(page.fields.date, document.mtime_ns)
    if said is not None:
        return said
    if made.when.basis in _SURE and made.when.day is not None:
        return made.when
    read_off = html_fields.when(("text", read_date(page.tree)), document.mtime_ns)
    if read_off is None:
        return made.when
    return replace(read_off, basis=Basis.STAMP, confidence=_READ_OFF * read_off.confidence)


FORMAT = Format("web page", read, lines=lines)
