"""What a web page says of itself as data: JSON-LD of schema.org first, then OpenGraph and other meta elements."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateutil.parser import isoparse

from tui.ingest.labelling.assemble import host
from tui.ingest.web.headline import Says, plain
from tui.ingest.web.tree import Element
from tui.model import Basis, When
from tui.text.calendar import dates
from tui.text.clean import printable

_MOST_NODES = 20_000
_ARTICLES = frozenset(("Article", "BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting"))
_DATE_META = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article:published",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "parsely-pub-date",
    "publish-date",
    "publishdate",
    "publish_date",
    "publication_date",
    "pubdate",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "date.created",
    "originalpublicationdate",
    "citation_publication_date",
    "dc.date",
    "dcterms.date",
    "date",
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(https?://\S{1,2000})\s*-->")
_COMMENT_IN_JSON = re.compile(
    r"^\s*(?:/\*.*?\*/|<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*+\]\]>|\]\]>)\s*+;?\s*+$", re.DOTALL
)
_TAGS = re.compile(r"</?[a-zA-Z][^>]{0,300}>")
_EARLIEST = 1900
_DEEPEST_NAME = 6  # lists and objects in one another that hold the name of an author


@dataclass(frozen=True, slots=True)
class Fields:
    """What the page says: empty texts where it does not. `article_body` is the story's text as data, if given."""

    headlines: tuple[tuple[Says, str], ...]  # what is said to be the headline, and by what
    names: tuple[str, ...]  # of the site
    standfirsts: tuple[str, ...]
    outlet: str
    byline: str
    url: str
    language: str
    date: tuple[str, str]  # what says it, and the date as written
    article_body: str


def fields(tree: Element, source: str) -> Fields:
    """All that the data of a page say of its story; nothing in them is trusted to be well formed."""
    meta = _meta(tree)
    article = _article(tree, meta)
    outlet = _name(article.get("publisher")) or meta.get("og:site_name", "") or meta.get("application-name", "")
    title = next((_clean("".join(element.itertext())) for element in tree.iter("title")), "")
    url = _url(tree, meta, article, source)
    said = (
        (Says.DATA, _text(article.get("headline"))),
        (Says.GRAPH, meta.get("og:title", "")),
        (Says.TITLE, title),
        (Says.SHARE, meta.get("twitter:title", "")),
    )
    return Fields(
        headlines=tuple((by, text) for by, text in said if text),
        names=tuple(filter(None, (outlet, meta.get("og:site_name", ""), host(url)))),
        standfirsts=tuple(
            dict.fromkeys(
                filter(
                    None,
                    (
                        _text(article.get("description")),
                        _text(article.get("alternativeHeadline")),
                        meta.get("og:description", ""),
                        meta.get("description", ""),
                        meta.get("twitter:description", ""),
                    ),
                )
            )
        ),
        outlet=outlet or host(url),
        byline=_byline(article, meta),
        url=url,
        language=(_text(article.get("inLanguage")) or tree.get("lang", ""))[:2].lower(),
        date=_date(tree, meta, article),
        article_body=_article_body(article),
    )


def when(said: tuple[str, str], mtime_ns: int) -> When | None:
    """The date that a page's data name; None where they name none that can be read."""
    label, text = said
    written = _written(text)
    if written is None:
        return None
    day, time, zone = written
    evidence = f"the page's {label} says {text}"
    confidence = 0.97
    try:
        latest = dt.datetime.fromtimestamp(mtime_ns / 1e9, dt.UTC).date() + dt.timedelta(days=1)
    except (OverflowError, OSError, ValueError):
        latest = dt.date.max  # a file's time that is none bounds nothing
    if day > latest:
        confidence, evidence = confidence / 2, f"{evidence}; doubtful, as the file is older than that"
    return When(day, day, day, Basis.METADATA, confidence, evidence, (), time, zone)


def _written(text: str) -> tuple[dt.date, dt.time | None, str] | None:
    """Day, time and zone of a date in data: ISO 8601, or as people write it."""
    try:
        moment = isoparse(text.replace(" ", "T", 1) if re.match(r"\d{4}-\d\d-\d\d \d", text) else text)
    except (ValueError, OverflowError):
        found = [date for date in dates(text) if date.day is not None]
        if len(found) != 1 or found[0].day is None:
            return None
        clock = re.search(r"T?\b(\d\d):(\d\d)", text)
        time = dt.time(int(clock[1]), int(clock[2])) if clock and int(clock[1]) < 24 and int(clock[2]) < 60 else None
        return (found[0].day, time, "") if found[0].day.year >= _EARLIEST else None
    if not moment.year >= _EARLIEST or len(text) < 8:
        return None
    clocked = ":" in text
    offset = moment.strftime("%z") if clocked else ""
    zone = "UTC" if text.endswith("Z") and clocked else f"{offset[:3]}:{offset[3:5]}" if offset else ""
    return moment.date(), moment.time().replace(microsecond=0) if clocked else None, zone


def _meta(tree: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = _clean(element.get("content", ""))
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute, "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _article(tree: Element, meta: Mapping[str, str]) -> Mapping[str, object]:
    """The story's own JSON-LD object: of those of a story's type the one whose headline the page repeats."""
    titles = {plain(meta.get("og:title", "")), plain(meta.get("twitter:title", ""))}
    best: Mapping[str, object] = {}
    score = 0.0
    for n, (node, depth) in enumerate(_nodes(tree)):
        headline = _text(node.get("headline")) or _text(node.get("name"))
        worth = 10.0 * bool(headline and plain(headline) in titles) + 3 * bool(headline) - depth - n / 1000
        worth += 2 * bool(node.get("datePublished")) + bool(node.get("articleBody"))
        if not best or worth > score:
            best, score = node, worth
    return best


def _nodes(tree: Element) -> Iterator[tuple[Mapping[str, object], int]]:
    """The JSON-LD objects of a story's type, with their depth."""
    left = _MOST_NODES
    for script in tree.iter("script"):
        if "ld+json" not in script.get("type", "").lower():
            continue
        waiting: list[tuple[object, int]] = [(_loads(script.text or ""), 0)]
        while waiting and left:
            left -= 1
            node, depth = waiting.pop(0)
            if isinstance(node, dict):
                kinds = node.get("@type")
                named = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(kind, str) and _of_story(kind) for kind in named):
                    yield node, depth
                waiting.extend((value, depth + 1) for value in node.values() if isinstance(value, dict | list))
            elif isinstance(node, list):
                waiting.extend((value, depth) for value in node if isinstance(value, dict | list))


def _of_story(kind: str) -> bool:
    kind = kind.rpartition("/")[2].rpartition(":")[2]
    return kind in _ARTICLES or kind.endswith("NewsArticle")


def _loads(text: str) -> object:
    text = _COMMENT_IN_JSON.sub("", _COMMENT_IN_JSON.sub("", text)).strip().rstrip(";")
    try:
        loaded: object = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return loaded


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value", "")
    return _clean(value) if isinstance(value, str) else ""


def _clean(text: str) -> str:
    text = html.unescape(html.unescape(text)) if "&" in text else text
    text = _TAGS.sub(" ", text) if "<" in text else text
    return " ".join(printable(text).split())


def _names(value: object, deepest: int = _DEEPEST_NAME) -> list[str]:
    if isinstance(value, list) and deepest:
        return [name for one in value[:12] for name in _names(one, deepest - 1)]
    if isinstance(value, dict) and deepest:
        return _names(value.get("name"), deepest - 1)
    text = _clean(value) if isinstance(value, str) else ""
    return [text] if text and "://" not in text and len(text) < 80 else []


def _name(value: object) -> str:
    return next(iter(_names(value)), "")


def _byline(article: Mapping[str, object], meta: Mapping[str, str]) -> str:
    names = _names(article.get("author"))
    for name in ("author", "article:author", "parsely-author", "byl", "dc.creator", "sailthru.author"):
        if names:
            break
        names = _names(meta.get(name, ""))
    joined = ", ".join(dict.fromkeys(names))
    return re.sub(r"^(?:by|von|par|por|di)\s+", "", joined, flags=re.IGNORECASE)


def _url(tree: Element, meta: Mapping[str, str], article: Mapping[str, object], source: str) -> str:
    links = [link.get("href", "") for link in tree.iter("link") if link.get("rel", "").lower() == "canonical"]
    page = article.get("mainEntityOfPage")
    said = page.get("@id") if isinstance(page, dict) else page
    saved = _SAVED_FROM.search(source[:4096])
    for url in (*links, meta.get("og:url", ""), article.get("url"), said, saved[1] if saved else ""):
        if isinstance(url, str) and re.match(r"https?://[^\s/]+\.[^\s/]+", url.strip()):
            return printable(url.strip())
    return ""


def _date(tree: Element, meta: Mapping[str, str], article: Mapping[str, object]) -> tuple[str, str]:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        said = _text(article.get(key))
        if said and _written(said):
            return key, said
    for name in _DATE_META:
        if meta.get(name) and _written(meta[name]):
            return name, meta[name]
    for element in tree.iter("time"):
        marked = f"{element.get('itemprop', '')} {element.get('class', '')}".lower()
        said = element.get("datetime", "").strip()
        if ("publish" in marked or "pubdate" in element.attrib) and said and _written(said):
            return "time of publication", said
    return "", ""


def _article_body(article: Mapping[str, object]) -> str:
    body = article.get("articleBody")
    if not isinstance(body, str):
        return ""
    body = html.unescape(html.unescape(body))
    if "<" in body:
        body = _TAGS.sub(" ", re.sub(r"</p>|<br\s*/?>|</h\d>|</li>", "\n", body, flags=re.IGNORECASE))
    return printable(body)
