"""NewsBank (Access World News): stories with their particulars above and below, each ending with its record number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.ingest.databases.datelines import date_line
from tui.ingest.databases.labels import Labels
from tui.ingest.databases.pieces import Exported, Lines, Piece, Tells, has, in_order

_RULE = re.compile(r"[_=*-]{5,}")
_RECORD = re.compile(r"(?:record number|record|accession number|article id)\s*:", re.IGNORECASE)
_SIGNS = re.compile(
    r"(?:openurl link|readability\s*:|author/byline\s*:|newsbank\b|.*\bnewsbank, inc|paper\s*:|word count\s*:"
    r"|publication\s*:)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:copyright\b|\(c\)|©|openurl link|https?://|•?\s*citation \(|all rights reserved|.*\bnewsbank\b)", re.IGNORECASE
)
_SOURCE_AND_DATE = re.compile(r"(?P<source>.{3,60}?)\s+[-–—]\s+(?P<date>.{6,50})")
_CITED = re.compile(r"•\s*citation\b|.{0,200}available from newsbank", re.IGNORECASE)
_OPENING = 6  # lines in which the headline, the source and the date stand

_LABELS = Labels(
    {
        Tells.HEADLINE: "title,headline,article title",
        Tells.BYLINE: "author/byline,author,byline,authors",
        Tells.DATE: "date,publication date,published",
        Tells.SOURCE: "paper,publication,source,newspaper",
        Tells.DATELINE: "dateline",
        Tells.URL: "url",
        Tells.LANGUAGE: "language",
        Tells.OTHER: (
            "section,page,edition,column,readability,word count,length,record number,record,accession number,article id"
            ",copyright,index terms,memo,caption,correction,place,estimated printed pages,source location,series"
            ",document type,location,openurl link,product,subject,issn,type"
        ),
    },
    {Tells.OTHER: "openurl link"},
)


def parse(text: Sequence[str]) -> list[Exported]:
    """The stories of an export, none where it is none."""
    lines = Lines(text)
    there = lines.filled(1, len(lines))
    marks = [number for number in there if _RECORD.match(lines[number])]
    if not marks or not any(_SIGNS.match(lines[number]) for number in there):
        return []
    ends = [_end(lines, mark, following) for mark, following in zip(marks, [*marks[1:], len(lines) + 1], strict=True)]
    found = []
    first = 1
    for end in ends:
        last = len(lines) if end == ends[-1] else end
        found.append(_story(lines, first, end, last))
        first = end + 1
    return found if all(has(story, Tells.DATE) for story in found) else []


def _end(lines: Lines, mark: int, until: int) -> int:
    """The last line of a record: what follows its number as a label, a copyright or an address is still its own."""
    end = mark
    for number in lines.filled(mark + 1, until - 1):
        text = lines[number]
        if _RULE.fullmatch(text):
            return number
        label = _LABELS.of(text)
        if not _CLOSING.match(text) and (label is None or label.tells is not Tells.OTHER):
            break
        end = number
    return end


def _story(lines: Lines, first: int, end: int, last: int) -> Exported:
    there = lines.filled(first, end)
    rules = [number for number in there if _RULE.fullmatch(lines[number])]
    own = [number for number in there if number not in rules]
    opening, fields, begins = _opening(lines, own)
    tail = _tail(lines, [number for number in own if number >= begins], end)
    pieces = [*lines.frame(end + 1, last), *(lines.piece(Tells.FRAME, "", number, number) for number in rules)]
    pieces += opening + fields
    pieces += lines.body("", begins, tail - 1)
    for number in (number for number in own if number >= tail):
        label = _LABELS.of(lines[number])
        if label:
            pieces.append(Piece(label.tells, label.name, label.text, number, number))
        else:
            pieces.append(lines.piece(Tells.OTHER, "", number, number))
    return in_order(pieces)


def _opening(lines: Lines, own: Sequence[int]) -> tuple[list[Piece], list[Piece], int]:
    """The lines above the body without a label, the fields among them, and where the body begins."""
    fields: list[Piece] = []
    bare: list[int] = []
    begins = own[0] if own else 1
    for nth, number in enumerate(own):
        if fields and number <= fields[-1].last:
            continue
        text = lines[number]
        label = _LABELS.of(text)
        if label:
            fields.append(_LABELS.piece(lines, number, until=own[-1] + 1))
            begins = fields[-1].last + 1
        elif (nth < _OPENING and not fields) or date_line(text):
            bare.append(number)
        elif nth >= _OPENING or fields:
            break
    bare = [number for number in bare if number < begins]
    return _bare(lines, bare, fields), fields, begins


def _bare(lines: Lines, bare: Sequence[int], fields: Sequence[Piece]) -> list[Piece]:
    pieces: list[Piece] = []
    titled = has(tuple(fields), Tells.HEADLINE)
    for number in bare:
        text = lines[number]
        both = _SOURCE_AND_DATE.fullmatch(text)
        if date_line(text):
            pieces.append(lines.piece(Tells.DATE, "date", number, number))
        elif both and date_line(both["date"]):
            pieces.append(Piece(Tells.SOURCE, "source", both["source"], number, number))
            pieces.append(Piece(Tells.DATE, "date", both["date"], number, number))
        elif not titled:
            pieces.append(lines.piece(Tells.HEADLINE, "headline", number, number))
            titled = True
        elif pieces and pieces[-1].tells is Tells.HEADLINE and lines.goes_on(number - 1):
            head = pieces.pop()
            pieces.append(lines.piece(Tells.HEADLINE, "headline", head.first, number))
        else:
            pieces.append(lines.piece(Tells.OTHER, "", number, number))
    return pieces


def _tail(lines: Lines, there: Sequence[int], end: int) -> int:
    """The line that the particulars below the body begin with."""
    tail = end + 1
    for number in reversed(there):
        text = lines[number]
        if _LABELS.of(text) or _CLOSING.match(text) or _CITED.match(text):
            tail = number
        elif tail - number > 3:
            break
    return tail
