"""What may stand where the cursor is in a query: names of fields, their fixed values, or whose values to ask for."""

from __future__ import annotations

from dataclasses import dataclass

from tui.search.fields import FIELDS, Takes
from tui.search.scan import Piece, Sign, scan


@dataclass(frozen=True, slots=True)
class Completion:
    """What the cursor stands on: query[start:end] begins with `begun`.

    `texts` are the ways it can go on that the language knows itself. `field` names the field whose values can stand
    here, empty where a word stands; its values that are not in `texts` are the library's to give.
    """

    start: int
    end: int
    begun: str
    field: str = ""
    texts: tuple[str, ...] = ()


_FROM_LIBRARY = frozenset({Takes.NAMES, Takes.DATES})


def complete(query: str, cursor: int) -> Completion:
    """What can stand at the cursor (offset into the query): fields for a word, values behind a colon."""
    cursor = max(0, min(cursor, len(query)))
    for token in scan(query[:cursor]):
        if token.end < cursor or token.sign not in (Sign.TEXT, Sign.FIELD):
            continue
        piece = token.pieces[-1]
        if token.field is None:
            return _field_names(piece, cursor)
        begun = piece.text.lower()
        texts = tuple(value for value in token.field.values if value.startswith(begun))
        asked = token.field.name if token.field.takes in _FROM_LIBRARY or token.field.values else ""
        return Completion(piece.start, _end_of(query, piece, cursor), piece.text, asked, texts)
    return Completion(cursor, cursor, "", "", tuple(f"{name}:" for name in FIELDS))


def put(query: str, completion: Completion, text: str) -> tuple[str, int]:
    """The query with `text` where the completion stands, quoted if it has to be, and the place of the cursor then."""
    if not text.endswith(":") and any(character.isspace() or character in '(),"*' for character in text):
        text = '"{}"'.format(text.replace('"', " "))
    rest = query[completion.end :]
    if not text.endswith(":") and not rest.startswith((" ", ")", ",")):
        text += " "
    return f"{query[: completion.start]}{text}{rest}", completion.start + len(text)


def _field_names(piece: Piece, cursor: int) -> Completion:
    if piece.quoted:
        return Completion(cursor, cursor, "")
    begun = piece.text.lower()
    texts = tuple(f"{name}:" for name in FIELDS if name.startswith(begun))
    return Completion(piece.start, piece.end, piece.text, "", texts)


def _end_of(query: str, piece: Piece, cursor: int) -> int:
    """Where the value ends that the cursor stands in: a quotation that is open here may be closed further on."""
    whole = next((token for token in scan(query) if token.start <= piece.start < token.end and token.pieces), None)
    ends = [value.end for value in whole.pieces if value.start == piece.start] if whole else []
    return max([cursor, *ends])
