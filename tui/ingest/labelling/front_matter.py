"""Front matter: the lines `Title: …`, `Date: …`, `Source: …` that stand above a saved story, or YAML between rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.ingest.labelling.passages import Passage
from tui.model import BlockKind
from tui.text.calendar import DateFound, dates

_HEADLINE, _DATE, _OUTLET, _URL, _AUTHOR = "headline", "date", "outlet", "url", "author"
# Each field with the names that exports, notes and static sites give it.
_NAMES = {
    _HEADLINE: "title headline head hed titel titre título titulo titolo kop başlık rubrik överskrift 标题 タイトル",
    _DATE: (
        "date published publication_date pubdate pub_date published_at published_on publish_date date_published "
        "datepublished posted posted_on datum veröffentlicht fecha data tarih publié publicado pubblicato 日期 日付"
    ),
    _OUTLET: (
        "source outlet publication publisher newspaper site website sitename site_name medium paper journal quelle "
        "zeitung fuente fonte journal bron kaynak 来源"
    ),
    _URL: "url link permalink canonical canonical_url source_url original_url address web_address",
    _AUTHOR: "author authors byline by writer creator autor autorin auteur autore yazar auteurs författare 作者",
    "": (
        "section tags tag keywords category categories language lang id guid copyright length words word_count "
        "location place description summary excerpt slug layout type edition page pages country retrieved accessed "
        "fetched crawled saved updated modified last_modified created image subject subjects draft weight aliases "
        "ressort rubrique sección sezione"
    ),
}
_FIELD_OF = {name.replace("_", " "): field for field, names in _NAMES.items() for name in names.split()}
_LINE = re.compile(r"[\"']?(?P<name>[^\W\d][\w -]{0,20}?)[\"']?\s*[:：](?:\s+|(?=[^\s/])|$)(?P<value>.*)$")
_RULE = re.compile(r"-{3,}|\+{3,}|={3,}|\.{3}$")
_TELLING = (_HEADLINE, _DATE, _OUTLET, _URL)
_LEAST = 2
_FURTHEST = 3
_LONGEST = 40
_LONGEST_NAME = 26


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What front matter says, "" or None where it does not: `said` is the line that gives the date, `end` counts its
    passages.
    """

    end: int
    headline: str = ""
    outlet: str = ""
    url: str = ""
    byline: str = ""
    date: DateFound | None = None
    said: str = ""


def front_matter(passages: Sequence[Passage]) -> FrontMatter | None:
    """The front matter that a story's passages begin with, its passages labelled; None where there is none."""
    begin = 0
    while begin < min(_FURTHEST, len(passages)) and not field(passages[begin]):
        if begin == 0 and not _RULE.match(passages[0].text):
            return None
        begin += 1
    if begin >= len(passages) or not field(passages[begin]):
        return None
    fenced = begin > 0 and _RULE.match(passages[begin - 1].text) is not None
    end, known = _extent(passages, begin, fenced)
    fields = [(i, *named) for i in known if (named := field(passages[i]))]
    if len(fields) < _LEAST or not any(name in _TELLING for _, name, _ in fields):
        return None
    return _read(passages, end, fields)


def beginnings(passages: Sequence[Passage]) -> list[int]:
    """The passages with which front matter begins."""
    named = [i for i, passage in enumerate(passages) if ":" in passage.text or "：" in passage.text]
    return [i for i in named if _begins(passages, i)]


def _begins(passages: Sequence[Passage], i: int) -> bool:
    name = field(passages[i])
    if not name or name[0] not in _TELLING or (i and field(passages[i - 1])):
        return False
    return len(_extent(passages, i, False)[1]) >= _LEAST


def field(passage: Passage) -> tuple[str, str] | None:
    """The field that a line gives, and its value; None where it is no line of front matter."""
    start = passage.text[:_LONGEST_NAME]
    match = _LINE.match(passage.text) if ":" in start or "：" in start else None
    if match is None:
        return None
    name = _FIELD_OF.get(match["name"].lower().replace("_", " ").replace("-", " ").strip())
    return None if name is None else (name, match["value"].strip().strip("\"'“”").strip())


def _extent(passages: Sequence[Passage], begin: int, fenced: bool) -> tuple[int, list[int]]:
    """Where front matter ends, and which passages of it name a field that is known."""
    known: list[int] = []
    end = begin
    for i in range(begin, min(len(passages), begin + _LONGEST)):
        passage = passages[i]
        if fenced and _RULE.match(passage.text):
            return i + 1, known
        if field(passage):
            known.append(i)
        elif not (fenced and i > begin) or passage.gap > 0:
            break
        end = i + 1
    if not fenced and end < len(passages) and _RULE.match(passages[end].text):
        end += 1
    return end, known


def _read(passages: Sequence[Passage], end: int, fields: Sequence[tuple[int, str, str]]) -> FrontMatter:
    values: dict[str, str] = {}
    date, said = None, ""
    for passage in passages[:end]:
        passage.kind = BlockKind.FURNITURE
    for i, name, value in fields:
        passage = passages[i]
        if not name or not value or name in values:
            continue
        values[name] = value
        if name == _HEADLINE:
            passage.kind, passage.text = BlockKind.HEADLINE, value
        elif name == _AUTHOR:
            passage.kind, passage.text = BlockKind.BYLINE, value
        elif name == _DATE:
            passage.kind, said = BlockKind.STAMP, passage.text
            found = dates(value)
            date = found[0] if found else None
    return FrontMatter(
        end,
        values.get(_HEADLINE, ""),
        values.get(_OUTLET, ""),
        values.get(_URL, ""),
        values.get(_AUTHOR, ""),
        date,
        said,
    )
