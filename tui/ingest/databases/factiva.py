"""Factiva: stories as fields under two-letter codes, or as articles that end with their accession number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise

from tui.ingest.databases.datelines import date_line
from tui.ingest.databases.pieces import Exported, Lines, Piece, Tells, has, in_order
from tui.ingest.labelling.bylines import byline, name_line

_PARTICULARS = "SE CLM WC ET SC ED PG VOL CY CR CT RF ART CO IN NS RE IPC IPD PUB AN GC CX DLN"
_CODES = {
    **dict.fromkeys(("HD",), Tells.HEADLINE),
    **dict.fromkeys(("BY",), Tells.BYLINE),
    **dict.fromkeys(("PD",), Tells.DATE),
    **dict.fromkeys(("SN",), Tells.SOURCE),
    **dict.fromkeys(("LA",), Tells.LANGUAGE),
    **dict.fromkeys(("LP", "TD"), Tells.BODY),
    **dict.fromkeys(_PARTICULARS.split(), Tells.OTHER),
}
_CODED = re.compile(rf"({'|'.join(_CODES)})(?:(?:\s{{2,}}|\s*\t\s*|\s*\|\s*)(.*)|\s*)")
_ACCESSION = re.compile(r"(?:Document|Documento|Dokument)\s+([A-Za-z0-9_]{2,12}\d{8}[a-z0-9]{5,14})\.?")
_WORDS = re.compile(
    r"\d[\d.,\s]*\s?(?:words|mots|wörter|palabras|parole|palavras|woorden|ord|слов[аo]?|字|words?)", re.IGNORECASE
)
_CLOCK = re.compile(r"\d{1,2}:\d\d(?:\s*[AP]M)?(?:\s+[A-Z]{2,4})?")
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,7}")
_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\)|\(copyright\))", re.IGNORECASE)
_FOOTER = re.compile(
    r"(?:Page\s+\d+(?:\s+of\s+\d+)?\s*)?(?:©|\(c\)|Copyright)?\s*\d{4}\s+Factiva\b.*|Page \d+ of \d+.*", re.IGNORECASE
)
_LANGUAGES = """
english german french spanish italian portuguese dutch swedish norwegian danish finnish russian polish turkish arabic
chinese japanese korean indonesian malay catalan czech hungarian deutsch français español italiano português nederlands
chinese-traditional chinese-simplified inglés anglais englisch inglese inglês engels bulgarian slovak
"""
_LANGUAGE = frozenset(_LANGUAGES.split())
# What the fields above the body end with: the copyright, else the language, else the source's code.
_ENDS: tuple[Callable[[str], bool], ...] = (
    lambda text: _COPYRIGHT.match(text) is not None,
    lambda text: text.lower() in _LANGUAGE,
    lambda text: _CODE.fullmatch(text) is not None,
)
_HEADED = 12  # lines at most between the number of words and the body


def parse(text: Sequence[str]) -> list[Exported]:
    """The stories of an export, none where it is none."""
    lines = Lines(text)
    return _by_codes(lines) or _articles(lines)


def _by_codes(lines: Lines) -> list[Exported]:
    """The stories of an export that gives every field under its code."""
    coded = [(number, match) for number in lines.filled(1, len(lines)) if (match := _CODED.fullmatch(lines[number]))]
    if not {"HD", "PD"} <= {match[1] for _, match in coded} or not {"SN", "AN"} & {match[1] for _, match in coded}:
        return []
    starts: list[int] = []
    seen: set[str] = set()
    for number, match in coded:
        if match[1] in ("SE", "CLM", "HD") and (not starts or "HD" in seen):
            starts.append(number)
            seen.clear()
        seen.add(match[1])
    bounds = [1, *starts[1:], len(lines) + 1]
    numbers = [number for number, _ in coded]
    spans = (
        (first, behind, bisect_left(numbers, first), bisect_left(numbers, behind)) for first, behind in pairwise(bounds)
    )
    return [_coded(lines, coded[start:end], first, behind) for first, behind, start, end in spans]


def _coded(lines: Lines, coded: Sequence[tuple[int, re.Match[str]]], first: int, behind: int) -> Exported:
    pieces = lines.frame(first, coded[0][0] - 1)
    ends = [*(number for number, _ in coded[1:]), behind]
    for (number, match), end in zip(coded, ends, strict=True):
        tells, text = _CODES[match[1]], (match[2] or "").strip()
        if match[1] == "AN":
            last = number if text else next(iter(lines.filled(number + 1, end - 1)), number)
            pieces.append(Piece(tells, match[1], text or lines.joined(number + 1, last), number, last))
            pieces += lines.frame(last + 1, end - 1)
        elif tells is Tells.BODY:
            pieces += _text(lines, match[1], number, end - 1, text)
        else:
            last = max((number, *lines.filled(number + 1, end - 1)))
            pieces.append(Piece(tells, match[1], f"{text} {lines.joined(number + 1, last)}".strip(), number, last))
    return in_order(pieces)


def _text(lines: Lines, name: str, first: int, last: int, beginning: str | None) -> list[Piece]:
    """The body between two lines; the feet of pages in it are the export's."""
    feet = [
        number for number in lines.filled(first + (beginning is not None), last) if _FOOTER.fullmatch(lines[number])
    ]
    return lines.parted_body(name, first, last, beginning, feet)


def _articles(lines: Lines) -> list[Exported]:
    """The stories of an export that gives them as articles, the fields without their names."""
    ends = [number for number in lines.filled(1, len(lines)) if _ACCESSION.fullmatch(lines[number])]
    found: list[Exported] = []
    first = 1
    for end in ends:
        last = len(lines) if end == ends[-1] else end
        counted = next((n for n in lines.filled(first, end) if _WORDS.fullmatch(lines[n])), None)
        if counted is None:
            return []
        found.append(_article(lines, first, counted, end, last))
        first = end + 1
    return found if any(has(story, Tells.DATE) for story in found) else []


def _article(lines: Lines, first: int, counted: int, end: int, last: int) -> Exported:
    above = lines.filled(first, counted - 1)
    own = [number for number in above if not _FOOTER.fullmatch(lines[number])]
    pieces = [lines.piece(Tells.FRAME, "", number, number) for number in above if number not in own]
    pieces += _titled(lines, own)
    pieces.append(lines.piece(Tells.OTHER, "length", counted, counted))
    begins = counted + 1
    for tells, name, number in _particulars(lines, counted + 1, end):
        pieces.append(lines.piece(tells, name, number, number))
        begins = number + 1
    pieces += _text(lines, "", begins, end - 1, None)
    pieces.append(lines.piece(Tells.OTHER, "accession number", end, end))
    pieces += lines.frame(end + 1, last)
    return in_order(pieces)


def _titled(lines: Lines, own: Sequence[int]) -> list[Piece]:
    """What stands above the number of words: the section perhaps, the headline, the byline perhaps."""
    rows = list(own)
    pieces: list[Piece] = []
    if len(rows) > 1:
        text, words = lines[rows[-1]], len(lines[rows[-1]].split())
        if byline(text, words) or name_line(text, words):
            pieces.append(lines.piece(Tells.BYLINE, "byline", rows[-1], rows[-1]))
            rows.pop()
    if len(rows) > 1 and len(lines[rows[0]].split()) <= 4 < len(lines[rows[1]].split()) and not lines.goes_on(rows[0]):
        pieces.append(lines.piece(Tells.OTHER, "section", rows[0], rows[0]))
        rows.pop(0)
    if rows:
        last = rows[0]
        while last + 1 in rows and lines.goes_on(last):
            last += 1
        pieces.append(lines.piece(Tells.HEADLINE, "headline", rows[0], last))
        pieces += [lines.piece(Tells.STANDFIRST, "", number, number) for number in rows if number > last]
    return pieces


def _particulars(lines: Lines, first: int, end: int) -> list[tuple[Tells, str, int]]:
    """The fields under the number of words, in their order, as far as they go."""
    found: list[tuple[Tells, str, int]] = []
    there = lines.filled(first, end - 1)[:_HEADED]
    if not there or not date_line(lines[there[0]]):
        return found
    last = _last_particular(lines, there)
    source = False
    for number in there:
        text = lines[number]
        if number > last:
            break
        if not found:
            found.append((Tells.DATE, "date", number))
        elif _CLOCK.fullmatch(text):
            found.append((Tells.OTHER, "time", number))
        elif not source:
            found.append((Tells.SOURCE, "source", number))
            source = True
        elif text.lower() in _LANGUAGE:
            found.append((Tells.LANGUAGE, "language", number))
        elif _COPYRIGHT.match(text):
            found.append((Tells.OTHER, "", number))
        elif _CODE.fullmatch(text) and not any(name == "source code" for _, name, _ in found):
            found.append((Tells.OTHER, "source code", number))
        else:
            found.append((Tells.OTHER, "page" if text[0].isdigit() or len(text) <= 4 else "edition", number))
    return found


def _last_particular(lines: Lines, there: Sequence[int]) -> int:
    """The line that ends the fields: the copyright, else the language, else the source's code or the source."""
    for ends in _ENDS:
        for number in there:
            if ends(lines[number]):
                last = number
                while _COPYRIGHT.match(lines[number]) and lines.goes_on(last):
                    last += 1
                return last
    after = 2 if len(there) > 2 and _CLOCK.fullmatch(lines[there[1]]) else 1
    return there[min(after, len(there) - 1)]
