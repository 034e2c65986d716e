"""Nexis Uni and its forerunners (LexisNexis Academic): stories with their fields, between marks of the documents.

Two layouts, in every format that they are delivered in: the older begins each story with `3 of 40 DOCUMENTS`, its
source and its date, and gives the fields in capitals; the newer ends each with `End of Document`, and puts the body
under a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tui.ingest.databases.datelines import date_line
from tui.ingest.databases.labels import Labels
from tui.ingest.databases.pieces import Exported, Lines, Piece, Tells, has, in_order

_NUMBERED = re.compile(
    r"(?:\d{1,6}\s+(?:of|de|von|van|sur|di)\s+\d{1,6}\s+(?:DOCUMENTS?|DOCUMENTOS?|DOKUMENTEN?|DOCUMENTEN|DOCUMENTI)"
    r"|Document\s+\d{1,6}\s+of\s+\d{1,6})"
)
_END = re.compile(
    r"(?:end of document|ende des dokuments|fin (?:du|del) documento?|fine del documento|fim do documento"
    r"|einde van (?:het )?document)",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\)\s|all rights reserved|alle rechte vorbehalten|tous droits)", re.IGNORECASE
)
_EDITION = re.compile(
    r"\b(?:edition|ausgabe|édition|edición|editie|edizione|final|correction appended)\b", re.IGNORECASE
)
_PAGE = re.compile(r"page \d{1,5} of \d{1,5}", re.IGNORECASE)
_COVER = re.compile(r"(?:user name|date and time|job number|documents?\s*\(\d+\)|download request)\b", re.IGNORECASE)
_IN_A_LIST = re.compile(r"1\.\s+(\S.*)")
_CENTRED = 6  # columns
_APART = 12  # lines of one field at the end at most
_LONGEST_HEADLINE = 4  # lines

_HEAD = {
    Tells.HEADLINE: "headline,titel,titre,titular,título,titolo",
    Tells.BYLINE: "byline,autor,auteur,author,autore,door,von",
    Tells.DATELINE: "dateline",
    Tells.STANDFIRST: "highlight",
    Tells.FRAME: "body,volltext,corps,cuerpo,hoofdtekst,corpo",
    Tells.OTHER: (
        "section,length,series,distribution,page,column,type,edition,rubrik,ressort,länge,rubrique,longueur,sección"
        ",longitud,extensión,sectie,rubriek,lengte,sezione,lunghezza,secção,comprimento,correction,encart,sectionpage"
    ),
}
_TAIL = {
    Tells.LOADED: "load-date,update,ladedatum,date-chargement,fecha-carga,fecha de carga,laaddatum,data-caricamento",
    Tells.LANGUAGE: "language,sprache,langue,idioma,taal,lingua",
    Tells.URL: "url",
    Tells.OTHER: (
        "graphic,graphics,publication-type,journal-code,subject,person,people,organization,organisation,geographic,city"
        ",state,country,region,company,ticker,industry,notes,acc-no,accession-number,document-type,correction-date"
        ",zeitungs-code,grafik,publikationstyp,type-publication,tipo-publicación,publicatietype,tijdschrift-code"
        ",issn,contact,name,transmission-date,product,event,copyright,loaded,classification"
    ),
}
_HEADS = Labels(_HEAD, {Tells.FRAME: "body,volltext,corps,cuerpo,hoofdtekst,corpo"})
_TAILS = Labels(_TAIL, {Tells.OTHER: "graphic,classification,notes,klassifizierung,classificatie,clasificación,grafik"})


def parse(text: Sequence[str]) -> list[Exported]:
    """The stories of an export, none where it is none."""
    lines = Lines(text)
    starts = [number for number in lines.filled(1, len(lines)) if _NUMBERED.fullmatch(lines[number])]
    ends = [number for number in lines.filled(1, len(lines)) if _END.fullmatch(lines[number])]
    if ends:
        spans = list(zip([1, *(end + 1 for end in ends[:-1])], ends, strict=True))
        spans[-1] = (spans[-1][0], len(lines))
    elif starts and any(_fielded(lines, number) for number in lines.filled(1, len(lines))):
        spans = list(zip([1, *starts[1:]], [*(start - 1 for start in starts[1:]), len(lines)], strict=True))
    elif sum(_fielded(lines, number) for number in lines.filled(1, len(lines))) >= 2:
        spans = [(1, len(lines))]
    else:
        return []
    found = [_story(lines, first, last, newer=bool(ends)) for first, last in spans]
    return found if any(has(story, Tells.DATE, Tells.LOADED) for story in found) else []


def _fielded(lines: Lines, number: int) -> bool:
    """Whether a line bears a field that only these exports have."""
    return re.match(r"(?:load-date|publication-type|length:\s*\d+ words)", lines[number], re.IGNORECASE) is not None


def _story(lines: Lines, first: int, last: int, *, newer: bool) -> Exported:
    there = lines.filled(first, last)
    tail = _tail(lines, there)
    anchor = next((number for number in there if number < tail and _HEADS.of(lines[number])), tail)
    newer = newer or any(lines[number].lower() == "body" for number in there)
    pieces, body, text = _fields(lines, anchor, tail)
    pieces += _opening(lines, [number for number in there if number < anchor], pieces, newer=newer)
    title = next((piece.text for piece in pieces if piece.tells is Tells.HEADLINE), "")
    pieces += _body(lines, [number for number in there if body <= number < tail], title, text)
    pieces += _closing(lines, [number for number in there if number >= tail])
    return in_order(pieces)


def _tail(lines: Lines, there: Sequence[int]) -> int:
    """The line that the fields behind the body begin with; behind the last line where there are none."""
    start = (there[-1] if there else 0) + 1
    gap = 0
    for number in reversed(there):
        if _TAILS.of(lines[number]):
            start, gap = number, 0
        elif _HEADS.of(lines[number]) or gap > _APART:
            break
        gap += 1
    return start


def _body(lines: Lines, there: Sequence[int], title: str, beginning: str | None) -> list[Piece]:
    """The body on these lines; the numbers of pages in it, and the headline on top of a page, are the export's."""
    if not there:
        return []
    pages = {number for number in there if _PAGE.fullmatch(lines[number])}
    heads = {number for above, number in pairwise(there) if above in pages and lines[number] == title}
    return lines.parted_body("", there[0], there[-1], beginning, sorted(pages | heads))


def _fields(lines: Lines, anchor: int, tail: int) -> tuple[list[Piece], int, str | None]:
    """The fields in front of the body, the line that it begins with, and its words there where a label precedes."""
    pieces: list[Piece] = []
    number = anchor
    while number < tail:
        if not lines[number]:
            number += 1
            continue
        label = _HEADS.of(lines[number])
        if label is None:
            break
        if label.tells is Tells.FRAME and label.text:
            return pieces, number, label.text
        piece = _HEADS.piece(lines, number, until=tail)
        pieces.append(piece)
        number = piece.last + 1
        if label.tells is Tells.FRAME:
            break
    return pieces, number, None


def _opening(lines: Lines, there: Sequence[int], fields: Sequence[Piece], *, newer: bool) -> list[Piece]:
    """What stands above the first field: headline, source, date, edition, and the marks of the export."""
    dated = [number for number in there if date_line(lines[number])]
    if not dated:
        return [_plain(lines, number) for number in there]
    date = dated[-1] if newer else dated[0]
    above = [number for number in there if number < date and _own(lines[number])]
    source = above[-1:]
    below = [number for number in there if number > date]
    if newer:
        headline = above[:-1][-_rows(lines, there, above[:-1]) :]
    else:
        headline = [number for number in below if not _about_the_edition(lines, number)]
    titled = not has(tuple(fields), Tells.HEADLINE)
    first, *others = _rows_joined(lines, headline) if titled else ([],)
    pieces = [lines.piece(Tells.DATE, "date", date, date)]
    pieces += [lines.piece(Tells.SOURCE, "source", number, number) for number in source]
    pieces += [lines.piece(Tells.HEADLINE, "headline", first[0], first[-1])] if first else []
    pieces += [lines.piece(Tells.STANDFIRST, "", rows[0], rows[-1]) for rows in others]
    taken = {date, *source, *first, *(number for rows in others for number in rows)}
    return pieces + [_plain(lines, number) for number in there if number not in taken]


def _own(line: str) -> bool:
    """Whether a line is the story's, rather than the export's."""
    return not (
        _COPYRIGHT.match(line)
        or _PAGE.match(line)
        or _NUMBERED.fullmatch(line)
        or line.lower().endswith("rights reserved")
    )


def _about_the_edition(lines: Lines, number: int) -> bool:
    text = lines[number]
    if not _own(text) or (lines.wrapped and lines.indent(number) >= _CENTRED):
        return True
    return len(text) < 60 and _EDITION.search(text) is not None and not text.endswith(".")


def _rows(lines: Lines, there: Sequence[int], above: Sequence[int]) -> int:
    """How many of the lines above the source are the headline: all, or as many as a list of contents has of it."""
    if not any(_COVER.match(lines[number]) for number in there):
        return _LONGEST_HEADLINE
    listed = [match[1] for number in there if (match := _IN_A_LIST.match(lines[number]))]
    for rows in range(1, _LONGEST_HEADLINE + 1):
        text = " ".join(lines[number] for number in above[-rows:])
        if text in listed:
            return rows
    return 1


def _rows_joined(lines: Lines, numbers: Sequence[int]) -> list[list[int]]:
    """The lines of a headline and of what follows it, those put together that were one before they were broken."""
    joined: list[list[int]] = []
    for number in numbers:
        if joined and joined[-1][-1] == number - 1 and lines.goes_on(number - 1):
            joined[-1].append(number)
        else:
            joined.append([number])
    return joined or [[]]


def _plain(lines: Lines, number: int) -> Piece:
    framed = _PAGE.match(lines[number]) or _NUMBERED.fullmatch(lines[number]) or _COVER.match(lines[number])
    return lines.piece(Tells.FRAME if framed else Tells.OTHER, "", number, number)


def _closing(lines: Lines, there: Sequence[int]) -> list[Piece]:
    """The fields behind the body, each with the lines under its name."""
    pieces: list[Piece] = []
    for number in there:
        label = _TAILS.of(lines[number])
        if _END.fullmatch(lines[number]) or not _own(lines[number]):
            pieces.append(lines.piece(Tells.FRAME, "", number, number))
        elif label:
            pieces.append(Piece(label.tells, label.name, label.text, number, number))
        elif pieces and pieces[-1].tells is not Tells.FRAME:
            held = pieces.pop()
            pieces.append(Piece(held.tells, held.name, f"{held.text} {lines[number]}".strip(), held.first, number))
        else:
            pieces.append(lines.piece(Tells.OTHER, "", number, number))
    return pieces
