"""The text of a web page as lines: every visible piece of it on a line of its own, in the page's order.

Headings begin with "#" marks by their level and items of lists with "•", so that a page reads as plain text does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from tui.ingest.web.tree import Element
from tui.text.clean import printable

# What is never shown as text; some of it parts the text around it.
_UNSEEN_TAGS = """
script style noscript template head svg math iframe object embed audio video canvas map select datalist
"""
_PARTING_TAGS = "iframe object embed audio video canvas"
_INLINE_TAGS = """
a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span
strike strong sub sup time tt u var wbr img picture source
"""
_UNSEEN, _PARTING, _INLINE = (frozenset(tags.split()) for tags in (_UNSEEN_TAGS, _PARTING_TAGS, _INLINE_TAGS))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_WHOLE = frozenset(("html", "body", "main", "article"))
_APART = frozenset(("nav", "footer", "aside", "form", "button"))
_CAPTION = frozenset(("figcaption", "caption"))
_BOLD = frozenset(("b", "strong"))
_NAMED_EMBED = re.compile(
    r"(?:^|[\s_-])(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|fb-post|reddit-embed\w*"
    r"|text-post-media|mastodon-embed|telegram-post)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NAMED_AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:author-?(?:s-)?(?:bio|box|info|card|description|profile)|about-?(?:the-?)?author|bio"
    r"|(?:saboxplugin|pp-author|post-author)[\w-]*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NAMED_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:(?:img|image|photo|picture|media|wp|foto|figure)[-_]{0,2}(?:caption|credit|copyright|text)"
    r"|caption|bildunterschrift|photo-?credit)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NAMED_COMMENTS = re.compile(
    r"(?:^|[\s_#-])(?:comments|comment-?(?:list|section|area|thread|body|text|content)|comments-[\w-]+|disqus_thread"
    r"|kommentare|commentaires|comentarios|commenti|reacties|yorumlar)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NAMED_COMMENTER = re.compile(
    r"(?:^|[\s_-])(?:fn|author|username|user-?name|nick(?:name)?|commenter|display-?name|screen-?name|byline)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[^\S\n]+")
_LONGEST_NAMES = 400


class Where(Enum):
    """The part of the page that a line stands in, as its markup tells."""

    PLAIN = auto()
    CAPTION = auto()
    COMMENTS = auto()
    EMBED = auto()
    AUTHOR = auto()
    APART = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the rendering and what its markup says of it.

    `heading` is the level of its heading, 0 for none; `linked` and `bold` are the shares of its characters (0..1) in
    links and in bold type; `who` is what is marked as the author's name in a line of a comment.
    """

    text: str
    heading: int
    bullet: bool
    where: Where
    linked: float
    bold: float
    who: str

    @property
    def shown(self) -> str:
        """The line as the rendering has it."""
        if self.heading:
            return "#" * self.heading + " " + self.text
        return "• " + self.text if self.bullet else self.text


def render(tree: Element) -> list[Line]:
    """The lines of a page, without blank ones, in its order. The page is walked without recursion."""
    return _Renderer().lines(tree)


@dataclass(frozen=True, slots=True)
class _State:
    heading: int = 0
    where: Where = Where.PLAIN
    kept: bool = False  # line ends stand as they are
    linked: bool = False
    bold: bool = False
    who: bool = False


class _Renderer:
    def __init__(self) -> None:
        self._out: list[Line] = []
        self._bullet = False
        self._state = _State()
        self._clear()

    def _clear(self) -> None:
        self._pieces: list[str] = []
        self._who: list[str] = []
        self._linked = self._bold = 0

    def lines(self, tree: Element) -> list[Line]:
        stack: list[tuple[Element, _State, bool]] = [(tree, self._state, False)]
        while stack:
            element, outer, closing = stack.pop()
            tag = element.tag
            block = isinstance(tag, str) and tag not in _INLINE
            if closing or not isinstance(tag, str) or tag in _UNSEEN:
                if (closing and block) or tag in _PARTING:
                    self._end()
                self._state = outer
                if element is not tree:
                    self._add(element.tail)
                continue
            if block:
                self._end()
            inner = _inner(element, tag, outer)
            self._state = inner
            self._bullet = self._bullet or tag == "li"
            self._add(element.text)
            stack.append((element, outer, True))
            stack.extend((child, inner, False) for child in reversed(list(element)))
        self._end()
        return self._out

    def _add(self, text: str | None) -> None:
        if not text:
            return
        state = self._state
        self._pieces.append(text if state.kept else text.replace("\n", " "))
        letters = len("".join(text.split()))
        self._linked += letters if state.linked else 0
        self._bold += letters if state.bold else 0
        if state.who:
            self._who.append(text)

    def _end(self) -> None:
        if not self._pieces:
            return
        whole = printable("".join(self._pieces).replace("\t", " "))
        letters = max(1, len("".join(whole.split())))
        linked, bold, who = self._linked / letters, self._bold / letters, " ".join(" ".join(self._who).split())
        self._clear()
        for piece in whole.split("\n"):
            text = _SPACES.sub(" ", piece).strip()
            if text:
                state = self._state
                self._out.append(Line(text, state.heading, self._bullet, state.where, linked, bold, who))
                self._bullet = False


def _inner(element: Element, tag: str, outer: _State) -> _State:
    names = f"{element.get('id', '')} {element.get('class', '')}"
    named = 1 < len(names) < _LONGEST_NAMES
    where = outer.where
    if tag not in _WHOLE:
        where = _where(tag, names if named else "", outer.where)
    state = _State(
        heading=_HEADINGS.get(tag, outer.heading),
        where=where,
        kept=outer.kept or tag == "pre",
        linked=outer.linked or tag == "a",
        bold=outer.bold or tag in _BOLD,
        who=outer.who or (where is Where.COMMENTS and named and _NAMED_COMMENTER.search(names) is not None),
    )
    return outer if state == outer else state


def _where(tag: str, names: str, outer: Where) -> Where:
    if outer not in (Where.PLAIN, Where.APART):
        return outer
    if tag in _CAPTION:
        return Where.CAPTION
    for pattern, where in (
        (_NAMED_COMMENTS, Where.COMMENTS),
        (_NAMED_CAPTION, Where.CAPTION),
        (_NAMED_EMBED, Where.EMBED),
        (_NAMED_AUTHOR, Where.AUTHOR),
    ):
        if names and pattern.search(names):
            return where
    return Where.APART if tag in _APART else outer
