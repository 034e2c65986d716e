"""Printed pages (.pdf): their text in the order of the pages, a line a line, a blank line where a gap shows one.

What runs along the head or foot of the pages is left out, as it would part sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any

from tui.ingest.errors import ReadError
from tui.ingest.extras import extra
from tui.ingest.files import megabytes
from tui.ingest.formats import Format, Reading, Source
from tui.ingest.labelling.printed import browser_lines
from tui.ingest.office.written import LARGEST, MOST_TEXT, written

_MOST_PAGES = 5000
_GAP = 0.7  # of a line's height, from which on it parts two paragraphs
_EDGE = 2  # lines at the head and at the foot of a page that may run along all of them
_FIGURES = re.compile(r"\d+")
_PARTED = re.compile(r"[\ufffe\x02](\w*[^\w\s]?)\s?")  # what stands for a hyphen and the end of its line


def read(source: Source) -> Iterator[Reading]:
    """The stories of a document. Raises ReadError for what is none, is locked, or holds no text."""
    return written(source, lines(source.data), "application/pdf")


def lines(data: bytes) -> list[str]:
    """The lines of a document's text. Raises ReadError as `read` does."""
    if not data.strip():
        raise ReadError("empty")
    pdfium = extra("pypdfium2", "pdf", "a PDF file")
    try:
        with closing(pdfium.PdfDocument(data)) as document:
            pages = list(_pages(document))
    except pdfium.PdfiumError as error:
        said = str(error).lower()
        reason = "it can only be opened with a password" if "password" in said else "a damaged or cut PDF file"
        raise ReadError(reason) from error
    found = [line for page in _without_running_lines(pages) for line in page]
    if not any(map(str.strip, found)):
        raise ReadError("no text in it: a PDF file of pictures of pages perhaps, which only show text")
    return found


def _pages(document: Any) -> Iterator[list[str]]:
    """The lines of each page."""
    size = 0
    if len(document) > _MOST_PAGES:
        raise ReadError(f"too large: more than {_MOST_PAGES} pages")
    for number in range(len(document)):
        with closing(document[number]) as page, closing(page.get_textpage()) as text:
            found = _lines(text)
        size += sum(map(len, found))
        if size > MOST_TEXT:
            raise ReadError(f"too large: more than {megabytes(MOST_TEXT)} of text")
        yield found


def _lines(page: Any) -> list[str]:
    """The lines of a page, with a blank one where the space between two is wide; a word that was parted is whole."""
    found: list[str] = []
    above: tuple[float, float] | None = None
    position = 0
    for line in page.get_text_range().split("\n"):
        first, last = position + len(line) - len(line.lstrip()), position + len(line.rstrip()) - 1
        position += len(line) + 1
        if last < first:
            continue
        _, _, _, top = page.get_charbox(first, loose=True)
        if above is not None and above[0] - top > _GAP * max(1.0, above[1]):
            found.append("")
        _, bottom, _, under = page.get_charbox(last, loose=True)
        above = (bottom, under - bottom)
        found += _PARTED.sub(_together, line).strip().split("\n")
    return found


def _together(found: re.Match[str]) -> str:
    """A word whose end stood in the next line, in front of that line; a hyphen that parted none stays."""
    rest = found[1]
    return f"{rest}\n" if rest[:1].islower() else f"-\n{rest} "


def _without_running_lines(pages: Sequence[list[str]]) -> Iterator[list[str]]:
    """The pages without the lines at their head and foot that most of them have, but for their figures.

    What a browser prints there goes from all pages but the first, whose head it names, and the last, whose foot.
    """
    counted = Counter(form for page in pages for form in {_form(page[at]) for at in _edges(page)})
    most = len(pages) if len(pages) > _EDGE else len(pages) * 2
    running = {form for form, times in counted.items() if times * 2 > most}
    browsers = browser_lines([page[at] for page in pages for at in _edges(page)])
    for number, page in enumerate(pages):
        there = _edges(page)
        kept = {*(there[:_EDGE] if number == 0 else ()), *(there[-_EDGE:] if number == len(pages) - 1 else ())}
        left_out = {at for at in there if (at not in kept if page[at] in browsers else _form(page[at]) in running)}
        yield [line for at, line in enumerate(page) if at not in left_out]


def _edges(page: Sequence[str]) -> list[int]:
    there = [at for at, line in enumerate(page) if line]
    return [*there[:_EDGE], *there[-_EDGE:]]


def _form(line: str) -> str:
    return _FIGURES.sub("0", line.strip())


FORMAT = Format("a PDF file", read, LARGEST, lines)
