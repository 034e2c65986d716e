"""The fields of the query language as data: the grammar, the completion and the help all read this table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Takes(StrEnum):
    """What stands behind the colon of a field."""

    NAMES = "names"
    DATES = "dates"
    COUNT = "count"
    STATES = "states"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class FieldOf:
    """A field: its name, what it takes, what it finds, an example of its value, and its fixed values if it has any."""

    name: str
    takes: Takes
    finds: str
    example: str
    values: tuple[str, ...] = ()


STATES: dict[str, str] = {
    "unread": "not read yet",
    "read": "read",
    "star": "starred",
    "noted": "with a note or a highlight",
    "highlighted": "with a highlighted passage",
    "tagged": "with a tag",
    "copy": "a copy of an earlier story",
    "derived": "without a headline of its own",
    "undated": "without a date of its own",
}

SCOPES: dict[str, str] = {
    "headline": "the headline alone",
    "comments": "readers' comments and what else stands around the story",
    "all": "the story and all around it",
}

_ALL = (
    FieldOf("headline", Takes.NAMES, "words of the headline", "headline:senator"),
    FieldOf("actor", Takes.NAMES, "stories that name a person, organisation or place", 'actor:"jane doe",acme'),
    FieldOf("with", Takes.NAMES, "the same, to read well after another", "actor:doe with:acme"),
    FieldOf("says", Takes.NAMES, "stories that quote somebody", "says:doe"),
    FieldOf("place", Takes.NAMES, "the place of the dateline", "place:geneva"),
    FieldOf("source", Takes.NAMES, "the outlet", 'source:"daily news"'),
    FieldOf("agency", Takes.NAMES, "the news agency", "agency:reuters,ap"),
    FieldOf("date", Takes.DATES, "days, months, years and spans of them", "date:2024-10..2024-12"),
    FieldOf("copies", Takes.COUNT, "how many stories are the same copy", "copies:>1"),
    FieldOf("event", Takes.COUNT, "how many report the event, or the event of a story", "event:>=3"),
    FieldOf("is", Takes.STATES, "the state of a story", "is:unread", tuple(STATES)),
    FieldOf("tag", Takes.NAMES, "your tags, on stories and on highlighted passages", "tag:check"),
    FieldOf("note", Takes.NAMES, "words of your notes, on stories and on highlighted passages", "note:source"),
    FieldOf("in", Takes.PLACE, "where the words are looked for", "in:comments", tuple(SCOPES)),
    FieldOf("lang", Takes.NAMES, "the language of the text", "lang:en,fr"),
)

FIELDS: dict[str, FieldOf] = {field.name: field for field in _ALL}

OTHER_NAMES: dict[str, str] = {"title": "headline", "outlet": "source", "language": "lang"}
OTHER_STATES: dict[str, str] = {"starred": "star", "copies": "copy", "new": "unread"}


def field_called(name: str) -> FieldOf | None:
    """The field of this name in any case, or None."""
    folded = name.lower()
    return FIELDS.get(OTHER_NAMES.get(folded, folded))


def likely_field(name: str) -> str:
    """The field that a mistyped name most likely means, empty when none is near."""
    import difflib  # noqa: PLC0415  only a query with a wrong field pays for it

    near = difflib.get_close_matches(name.lower(), [*FIELDS, *OTHER_NAMES], n=1, cutoff=0.7)
    return OTHER_NAMES.get(near[0], near[0]) if near else ""
