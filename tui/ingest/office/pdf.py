"""Printed pages (.pdf): their paragraphs in the order of the pages, a blank line where a gap shows one.

What runs along the head or foot of the pages is left out, as it would part sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import accumulate
from typing import Any

from tui.ingest.errors import ReadError
from tui.ingest.extras import extra
from tui.ingest.files import megabytes
from tui.ingest.formats import Format, Reading, Source
from tui.ingest.labelling.printed import browser_lines
from tui.ingest.mojibake import mended
from tui.ingest.office.set_lines import SetLine, paragraphs
from tui.ingest.office.written import LARGEST, MOST_TEXT, written

_MOST_PAGES = 5000
_EDGE = 2  # lines at the head and at the foot of a page that may run along all of them
_FIGURES = re.compile(r"\d+")
_PARTED = re.compile(r"[\ufffe\x02]\s*(?=(\w?))")  # what stands for a hyphen and the end of its line


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
    found = [mended(text) for text in paragraphs(list(_without_running_lines(pages)))]
    if not any(map(str.strip, found)):
        raise ReadError("no text in it: a PDF file of pictures of pages perhaps, which only show text")
    return found


def _pages(document: Any) -> Iterator[list[SetLine]]:
    """The lines of each page."""
    size = 0
    if len(document) > _MOST_PAGES:
        raise ReadError(f"too large: more than {_MOST_PAGES} pages")
    for number in range(len(document)):
        with closing(document[number]) as page, closing(page.get_textpage()) as text:
            found = list(_lines(text))
        size += sum(len(line.text) for line in found)
        if size > MOST_TEXT:
            raise ReadError(f"too large: more than {megabytes(MOST_TEXT)} of text")
        yield found


def _lines(page: Any) -> Iterator[SetLine]:
    """The lines of a page that hold a sign; one whose last word was parted is one with the next."""
    text: str = page.get_text_range()
    box = _boxes(page, text)
    position = 0
    for line in text.split("\n"):
        bare = line.strip()
        first = position + line.find(bare)
        position += len(line) + 1
        if bare:
            left, _, _, top = box(first)
            _, bottom, right, under = box(first + len(bare) - 1)
            _, _, end, _ = box(first + len(bare.split(None, 1)[0]) - 1)
            yield SetLine(
                _PARTED.sub(_together, bare.replace("\0", "")),
                left,
                right,
                bottom,
                top,
                max(1.0, under - bottom),
                max(0.0, end - left),
            )


def _boxes(page: Any, text: str) -> Callable[[int], tuple[float, float, float, float]]:
    """What gives left, bottom, right and top of a sign of a page's text, by its place in it."""
    index = extra("pypdfium2.raw", "pdf", "a PDF file").FPDFText_GetCharIndexFromTextIndex
    units = (
        list(accumulate((1 + (sign > "\uffff") for sign in text), initial=0))
        if max(text, default="") > "\uffff"
        else None
    )

    def box(at: int) -> tuple[float, float, float, float]:
        found = index(page.raw, units[at] if units else at)
        left, bottom, right, top = page.get_charbox(max(0, found), loose=True)
        return left, bottom, right, top

    return box


def _together(found: re.Match[str]) -> str:
    """What stands for a hyphen and the end of its line: nothing inside a word, a hyphen in front of a capital."""
    return "" if found[1].islower() else "-"


def _without_running_lines(pages: Sequence[list[SetLine]]) -> Iterator[list[SetLine]]:
    """The pages without the lines at their head and foot that most of them have, but for their figures.

    What a browser prints there goes from all pages but the first, whose head it names, and the last, whose foot.
    """
    counted = Counter(form for page in pages for form in {_form(page[at]) for at in _edges(page)})
    most = len(pages) if len(pages) > _EDGE else len(pages) * 2
    running = {form for form, times in counted.items() if times * 2 > most}
    browsers = browser_lines([page[at].text for page in pages for at in _edges(page)])
    for number, page in enumerate(pages):
        there = _edges(page)
        kept = {*(there[:_EDGE] if number == 0 else ()), *(there[-_EDGE:] if number == len(pages) - 1 else ())}
        left_out = {at for at in there if (at not in kept if page[at].text in browsers else _form(page[at]) in running)}
        yield [line for at, line in enumerate(page) if at not in left_out]


def _edges(page: Sequence[SetLine]) -> list[int]:
    there = range(len(page))
    return sorted({*there[:_EDGE], *there[-_EDGE:]})


def _form(line: SetLine) -> str:
    return _FIGURES.sub("0", line.text)


FORMAT = Format("a PDF file", read, LARGEST, lines)
