"""The fields of a record, found by the names that exports and feeds give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tui.ingest.files import LONGEST_LINE, megabytes
from tui.ingest.mojibake import mended
from tui.ingest.naming import Names
from tui.ingest.records.markup import plain
from tui.text.clean import printable

# By what they tell, the surest name first; names are compared by their letters and figures alone.
_NAMES: dict[str, str] = {
    "title": "title headline heading webtitle titletext subject head hl1 titel titre titulo",
    "body": (
        "body bodytext articlebody maintext fulltext contenttext text articletext plaintext cleantext cleanedtext"
        " storytext contenthtml encoded content article story paragraphs document html bodyhtml fullcontent"
        " leadparagraph"
    ),
    "teaser": (
        "standfirst subtitle subheadline dek deck trailtext description summary abstract abstractnote teaser excerpt"
        " snippet lead"
    ),
    "date": (
        "datepublished publisheddate publicationdate publishdate publishedat datepublish datepublication pubdate"
        " published webpublicationdate publishedon firstpublished firstpublicationdate publicationtime publishedtime"
        " date issued datetime seendate displaydate createdat datecreated created timestamp time dateadded updated"
        " datemodified modified updatedat datum fecha"
    ),
    "url": "url link canonicalurl canonical weburl articleurl pageurl permalink href externalurl uri",
    "outlet": (
        "outlet publisher source sourcename publication publicationtitle newspaper medianame medium"
        " media sitename website site journal provider agency sourcedomain domain"
    ),
    "author": "byline author authors creator authorname writer writers reporter by",
    "language": "language lang inlanguage languagecode locale",
}
_KIND_OF = {name: kind for kind, names in _NAMES.items() for name in names.split()}
_RANK_OF = {name: rank for names in _NAMES.values() for rank, name in enumerate(names.split())}
_CALLED = ("name", "title", "main", "original", "text", "value", "content", "rendered", "label", "title_full")
_LETTERS = re.compile(r"[^a-z\d]+")
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][a-z]{2,4})*", re.IGNORECASE)
_LANGUAGES = {
    **{"english": "en", "german": "de", "spanish": "es", "french": "fr", "portuguese": "pt", "italian": "it"},
    **{"dutch": "nl", "turkish": "tr", "arabic": "ar", "chinese": "zh", "russian": "ru", "japanese": "ja"},
    **{"hindi": "hi", "urdu": "ur", "polish": "pl", "swedish": "sv", "deutsch": "de", "eng": "en", "deu": "de"},
    **{"spa": "es", "fra": "fr", "por": "pt", "ita": "it", "nld": "nl", "tur": "tr", "ara": "ar", "zho": "zh"},
}
_CUT = re.compile(r"\s*…?\s*\[\+\d{1,7} chars\]\s*$")  # where a service gives the beginning of a text alone
_CUT_ENDS = " chars]"
_LONGEST_REST = 200
_LONGEST_TITLE = 20_000  # characters
_LEAST_TEXT = 300
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Fields:
    """What a record says, each as plain text, "" where it does not say it; `rest` are its other short fields."""

    title: str
    body: str
    teaser: str
    date: str
    date_name: str
    url: str
    outlet: str
    author: str
    language: str
    rest: tuple[tuple[str, str], ...]

    @property
    def is_story(self) -> bool:
        """Whether there is something to read."""
        return bool(self.title or self.body)

    @property
    def fault(self) -> str:
        """Why it is no story though there is something to read; empty where it is one."""
        longest = max(map(len, self.body.split("\n")))
        if longest > LONGEST_LINE:
            return f"not a story: a line of {megabytes(longest)}"
        longest = max(len(self.title), len(self.teaser), len(self.author), len(self.outlet))
        return f"not a story: a headline or byline of {longest:,} characters" if longest > _LONGEST_TITLE else ""


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """The letters and figures of a field's name: `pub_date`, `pubDate` and `Pub Date` are one."""
    return _LETTERS.sub("", name.lower())


def known(names: Iterable[object], given: Names = ()) -> set[str]:
    """What is told by fields of these names: of title, body, teaser, date, url, outlet, author, language.

    `given` are the columns that the reader named for some of these.
    """
    found = {bare(name) for name in names if isinstance(name, str)}
    told = {_KIND_OF[name] for name in found if name in _KIND_OF}
    return told | {kind for kind, column in given if bare(column) in found or bare(column.partition(".")[0]) in found}


def find(record: Mapping[str, object], given: Names = ()) -> Fields:
    """The fields of a record by the names `given` for them, else by the usual ones, those of nested records last."""
    settled = _settled(record, given)
    best, rest = _sorted_out(record, settled)
    if "body" not in best and "body" not in settled and rest:
        longest = max(rest, key=lambda field: len(field[1]))
        if len(longest[1]) >= _LEAST_TEXT and " " in longest[1]:
            rest.remove(longest)
            best["body"] = (0, *longest)
    if "body" not in best and "body" not in settled and "teaser" in best:
        best["body"] = best.pop("teaser")
    return Fields(
        title=_line(best, "title"),
        body=_whole(plain(best["body"][2])) if "body" in best else "",
        teaser=_line(best, "teaser"),
        date=_line(best, "date"),
        date_name=best["date"][1] if "date" in best else "",
        url=_line(best, "url"),
        outlet=_line(best, "outlet"),
        author=_line(best, "author"),
        language=language_code(_line(best, "language")),
        rest=tuple((one_line(name), one_line(text)) for name, text in rest if len(text) <= _LONGEST_REST),
    )


def date_of(record: Mapping[str, object], given: Names = ()) -> str:
    """The date that a record says, as `find` finds it; nothing else is looked at."""
    return _line(_sorted_out(record, _settled(record, given), only="date")[0], "date")


def _settled(record: Mapping[str, object], given: Names) -> dict[str, str]:
    """The columns that the reader named, of those that the record has."""
    return {kind: column for kind, column in given if has(record, column)}


def _sorted_out(
    record: Mapping[str, object], settled: Mapping[str, str], *, only: str = ""
) -> tuple[dict[str, tuple[int, str, str]], list[tuple[str, str]]]:
    """The best field of each kind, with its rank, its name and its text; and the names and texts of the others.

    Fields of another kind than the `only` one wanted are passed over.
    """
    best: dict[str, tuple[int, str, str]] = {}
    rest: list[tuple[str, str]] = []
    for kind, column in settled.items():
        value = _held(record, column)
        if text := _address(value) if kind == "url" else _text(value, kind == "author"):
            best[kind] = (-1, column, text)
    columns = {bare(column) for column in settled.values()}
    for depth, name, value in _walk(record, 0):
        plainly = bare(name)
        if depth == 0 and plainly in columns:
            continue
        kind = _KIND_OF.get(plainly, "")
        kind = "" if kind in settled else kind
        if only and kind != only:
            continue
        text = _address(value) if kind == "url" else _text(value, kind == "author")
        if not text:
            continue
        rank = depth * 100 + _RANK_OF.get(plainly, 0)
        if kind and (kind not in best or rank < best[kind][0]):
            if kind in best:
                rest.append(best[kind][1:])
            best[kind] = (rank, name, text)
        else:
            rest.append((name, text))
    return best, rest


def _whole(text: str) -> str:
    """A text, or the beginning of one without the mark of the service that gives no more."""
    return _CUT.sub("…", text) if text.rstrip().endswith(_CUT_ENDS) else text


def has(record: Mapping[str, object], column: str) -> bool:
    """Whether a record has a field that the reader calls so: by its name, or by the way to it (`fields.bodyText`)."""
    return _held(record, column) is not None


def _held(record: Mapping[str, object], column: str) -> object:
    """What a record holds under a name, "" for nothing at all, None where it has no such field."""
    wanted = bare(column)
    for name, value in record.items():
        if name == column or (wanted and bare(name) == wanted):
            return "" if value is None else value
    outer, _, inner = column.partition(".")
    value = record.get(outer)
    return _held(value, inner) if inner and isinstance(value, Mapping) else None


def one_line(text: str) -> str:
    """A field's text without markup and controls, on one line."""
    return " ".join(printable(plain(text)).split())


def _line(best: Mapping[str, tuple[int, str, str]], kind: str) -> str:
    return one_line(best[kind][2]) if kind in best else ""


def _walk(record: Mapping[str, object], depth: int) -> Iterable[tuple[int, str, object]]:
    for name, value in record.items():
        if isinstance(value, Mapping) and _is_nested(name, value):
            if depth < _DEEPEST:
                yield from _walk(value, depth + 1)
        else:
            yield depth, name, value


def _is_nested(name: str, value: Mapping[str, object]) -> bool:
    """Whether a field holds a record of its own rather than a name with its particulars."""
    return "body" in known(value) or (_KIND_OF.get(bare(name), "body") == "body" and not _called(value))


def _called(value: Mapping[str, object]) -> str:
    """The text of a field that is a record of its own, as `{"name": …}` or `{"#text": …}`; "" where it is none."""
    if len(value) > 4:
        return ""
    for name in _CALLED:
        if isinstance(value.get(name), str):
            return "" if {"body", "title"} <= known(value) else str(value[name])
    return ""


def _text(value: object, people: bool) -> str:
    if isinstance(value, str):
        return mended(value.strip())
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        return next((str(value[n]).strip() for n in _CALLED if isinstance(value.get(n), str)), "")
    if isinstance(value, list):
        texts = [text for part in value[:10_000] if not isinstance(part, list) and (text := _text(part, False))]
        return (", " if people or all(len(text) < 40 for text in texts) else "\n\n").join(texts)
    return ""


def _address(value: object) -> str:
    """The first web address that a field gives."""
    for text in _text(value, True).split(", "):
        if text.startswith(("http://", "https://")):
            return text.split()[0]
    return ""


def language_code(text: str) -> str:
    """The two letters of a language that a field names or codes; empty where it names none."""
    low = text.lower()
    if low in _LANGUAGES:
        return _LANGUAGES[low]
    code = _LANGUAGE.fullmatch(low)
    return code[1] if code else ""
