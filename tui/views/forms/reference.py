"""A story as a bibliography cites it: what RIS, BibTeX and CSL-JSON are made from."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from tui.model import BlockKind
from tui.text.clean import printable
from tui.views.forms.kept import Kept

_PARTICLES = frozenset({"al", "bin", "da", "de", "del", "della", "der", "di", "du", "el", "la", "le", "van", "von"})
_BY = re.compile(r"^(?:by|von|par|por)\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b)\s*")
_LONGEST_NAME = 5  # words
_TITLE = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Name:
    """An author; `family` alone where it is no person's name, or cannot be told apart."""

    family: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A newspaper article. `first` and `last` are the days it can be of, None where that is not known.

    `circa` tells that the date is inferred. `keywords` are the reader's tags; `url` is empty unless it is a web
    address.
    """

    id: str
    title: str
    authors: tuple[Name, ...]
    outlet: str
    agency: str
    place: str
    first: dt.date | None
    last: dt.date | None
    circa: bool
    url: str
    language: str
    abstract: str
    keywords: tuple[str, ...]
    note: str
    sha256: str

    @property
    def day(self) -> dt.date | None:
        """The day, where it is one."""
        return self.first if self.first == self.last else None

    @property
    def year(self) -> int | None:
        """The year, where all its days are of one."""
        if self.first is None or self.last is None or self.first.year != self.last.year:
            return None
        return self.first.year


def reference(one: Kept) -> Reference:
    """A story as it is cited. Its text is on one line and holds no control characters."""
    story, placed = one.story, one.placed
    authors = names(story.byline)
    if not authors and story.agency:
        authors = (Name(_line(story.agency)),)
    said = [block.text for block in story.of(BlockKind.STANDFIRST)]
    dated = placed.day is not None or not placed.vague
    return Reference(
        id=story.id,
        title=_line(story.headline),
        authors=authors,
        outlet=_line(story.outlet or story.agency),
        agency=_line(story.agency),
        place=_line(story.place),
        first=(placed.day or placed.earliest) if dated else None,
        last=(placed.day or placed.latest) if dated else None,
        circa=placed.inferred,
        url=story.url if re.fullmatch(r"https?://[^\s<>\"{}\\^`|]+", story.url) else "",
        language=_line(story.language),
        abstract=_line(" ".join(said)),
        keywords=tuple(_line(tag) for tag in one.tags),
        note=_line(one.note),
        sha256=story.document.digest,
    )


def names(byline: str) -> tuple[Name, ...]:
    """The people of a byline: `By Jane Doe and John van Dam`; what does not look like names is one name as it stands.

    The last word is taken for the family name, with the particles before it.
    """
    text = _BY.sub("", _line(byline))
    if not text:
        return ()
    parts = [part for part in _BETWEEN.split(text) if part]
    if not all(_is_name(part) for part in parts):
        return (Name(text),)
    return tuple(_split(part) for part in parts)


def _is_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= _LONGEST_NAME and all(
        word[:1].isupper() or word.lower() in _PARTICLES for word in words if _TITLE.match(word)
    )


def _split(text: str) -> Name:
    words = text.split()
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    return Name(" ".join(words[at:]), " ".join(words[:at]))


def _line(text: str) -> str:
    return " ".join(printable(text).split())
