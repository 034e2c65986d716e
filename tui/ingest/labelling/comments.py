"""Readers' comments: where they begin on a page, and who said what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tui.ingest.labelling.body import prose
from tui.ingest.labelling.furniture import FORM_LINES, Furniture
from tui.ingest.labelling.passages import Passage
from tui.model import BlockKind

# So many words of a story stand above its comments; fewer need more proof.
_BODY_WORDS = 100
_LEAST_BODY_WORDS = 30
_AUTHORS_IN_A_ROW = 3
_SAYS = re.compile(
    r"^(?:\d+[.)]\s*)?(?P<who>.{1,60}?)\s*(?:says?|said|sagte?|schreibt|schrieb|meinte?|a dit|dit|dice|dijo|diz|disse"
    r"|zegt|schreef|skriver|wrote)"
    r"(?:\s*[:,]|\s+(?:on|am|at|:)\b).{0,60}$",
    re.IGNORECASE,
)
# One of these stands in whatever `_SAYS` matches.
_SAYING = ("say", "sai", "sag", "schr", "mein", " di", "zegt", "skriver", "wrote", "a dit")
_REPLY_WORDS = """
reply antworten antwort répondre responder rispondi reageren yanıtla svara svar vastaa odpowiedz odpovědět
antwortenlöschen ответить reageer 返信 回复 balas
"""
_REPLY = frozenset(_REPLY_WORDS.split())
_ENDS_COMMENTS = (Furniture.LEGAL, Furniture.RELATED, Furniture.ELSEWHERE, Furniture.TAGS, Furniture.ABOUT)
_LOOK_AHEAD = 14
_LEAST_NAME = 3  # letters
_NAME_WORD = re.compile(r"[^\W\d_]{2,}")
_STROKE = re.compile(r"\s[|/·•–-]\s")
_FORM_HEAD = re.compile(
    r"^\W*(?:schreibe? einen kommentar|hinterlassen? (?:sie )?(?:eine antwort|einen kommentar)|leave a (?:reply"
    r"|comment)|post a comment|add a comment"
    r"|kommentar (?:schreiben|verfassen|hinzufügen|abgeben)|deja (?:un comentario|una respuesta)"
    r"|laisse[rz] un commentaire|deixe um comentário"
    r"|lascia un commento|your email address will not|deine e-mail-adresse wird|ihre e-mail-adresse wird"
    r"|you must be logged in|schreiben sie)",
    re.IGNORECASE,
)


def label_comments(passages: list[Passage]) -> list[Passage]:
    """The passages with the comments' labelled and their authors' lines drawn into them; the rest as it was.

    Whatever follows the comments on the page is furniture.
    """
    start = comments_start(passages)
    if start is None:
        return passages
    out = passages[:start]
    author, first, open_entry, ended = "", 0, False, False
    for i in range(start, len(passages)):
        passage = passages[i]
        closes = passage.furniture in _ENDS_COMMENTS or (
            passage.words <= 24 and _FORM_HEAD.match(passage.text) is not None
        )
        ended = ended or (closes and i > start and not _more_follow(passages, i))
        if ended or (passage.furniture is not None and not _initial(passage)):
            passage.kind = BlockKind.FURNITURE
            if passage.plain in _REPLY:
                author, first, open_entry = "", 0, False
            out.append(passage)
            continue
        who = _author(passages, i)
        if who is not None:
            if open_entry or not first:
                first, author, open_entry = passage.first, "", False
            author = author or who
            passage.kind = BlockKind.FURNITURE
            out.append(passage)
            continue
        passage.kind, passage.by = BlockKind.COMMENT, author
        if first and not open_entry:
            # The lines that name its author belong to the comment.
            while out and out[-1].first >= first and len(out) > start:
                out.pop()
            passage.first = first
        open_entry = True
        out.append(passage)
    return out


@lru_cache(maxsize=4096)
def _says(text: str) -> str | None:
    """Whom a line like "Paul says:" names, None where it is none."""
    low = text.lower()
    for word in _SAYING:
        if word in low:
            match = _SAYS.match(text)
            return match["who"] if match else None
    return None


def comments_start(passages: Sequence[Passage]) -> int | None:
    """The first passage of the readers' comments: their heading, or the first author where none stands above.

    A heading with no author near it is a link to the comments where a heading with authors comes later.
    """
    words = 0
    heading: int | None = None
    for i, passage in enumerate(passages):
        if prose(passage):
            words += passage.words
        if words < _LEAST_BODY_WORDS:
            continue
        if passage.furniture is Furniture.COMMENTS:
            if passage.plain not in _REPLY and _entries_follow(passages, i + 1, words):
                if any(_names_author(below) for below in passages[i + 1 : i + 5]):
                    return i
                heading = i if heading is None else heading
        elif heading is None and passage.furniture is None and passage.words <= 12 and words >= _BODY_WORDS:
            if _says(passage.text) is not None:
                if _reply_follows(passages, i):
                    return i
            elif _signed_entries(passages, i) >= _AUTHORS_IN_A_ROW:
                return i
    return heading


def _names_author(passage: Passage) -> bool:
    """Whether a line by itself shows that somebody commented: an avatar, "Paul says:", a name with date and time."""
    if _initial(passage) or _signs(passage):
        return True
    return passage.furniture is None and passage.words <= 12 and _says(passage.text) is not None


def _signed_entries(passages: Sequence[Passage], i: int) -> int:
    """How many entries begin here in a row: a name with date and time, and sentences under it. 0 where none does."""
    if not _signs(passages[i]):
        return 0
    ahead = range(i, min(len(passages) - 1, i + 2 * _LOOK_AHEAD))
    return sum(_signs(passages[j]) and any(map(_said, passages[j + 1 : j + 3])) for j in ahead)


def _signs(passage: Passage) -> bool:
    """Whether a line is an author's name with the date and time of what he said."""
    if passage.furniture is not None or passage.words > 12:
        return False
    dated = passage.stamp
    if dated is None or dated.published or dated.updated or not 1 <= len(_NAME_WORD.findall(dated.rest)) <= 4:
        return False
    if dated.time is not None:
        return True
    if not dated.dates:
        return passage.text.startswith(dated.rest[:_LEAST_NAME])  # "Paul 3 hours ago"
    return any(date.monthday for date in dated.dates) and _STROKE.search(passage.text) is not None


def _said(passage: Passage) -> bool:
    return passage.furniture is None and passage.ends and passage.words >= 3


def _entries_follow(passages: Sequence[Passage], start: int, words: int) -> bool:
    """Whether what comes next is comments (or nothing more of a story), rather than the story going on."""
    strong = weak = named = text = 0
    for i in range(start, min(len(passages), start + _LOOK_AHEAD)):
        passage = passages[i]
        if passage.plain in _REPLY or _names_author(passage):
            strong += 1
        elif passage.plain in FORM_LINES or passage.furniture in (Furniture.COMMENTS, Furniture.FORM):
            weak += 1
        elif passage.furniture is None and _author(passages, i) is not None:
            named += 1
        elif prose(passage):
            text += 1
    if words < _BODY_WORDS:
        return strong >= 2
    return strong + weak + named // 3 >= 1 and (strong * 2 + weak + named) * 2 >= text


def _more_follow(passages: Sequence[Passage], i: int) -> bool:
    return any(passage.plain in _REPLY for passage in passages[i + 1 : i + 1 + _LOOK_AHEAD])


def _reply_follows(passages: Sequence[Passage], i: int) -> bool:
    after = passages[i + 1 : i + 2 + _LOOK_AHEAD]
    return any(
        passage.plain in _REPLY or (passage.words <= 12 and _says(passage.text) is not None) for passage in after
    )


def _initial(passage: Passage) -> bool:
    """An avatar: the first letter of an author's name, alone on a line."""
    return len(passage.text) == 1 and passage.text.isalpha()


def _author(passages: Sequence[Passage], i: int) -> str | None:
    """The author that a line names ("" for a line that dates or pictures one), None where it is no such line."""
    passage = passages[i]
    if _initial(passage):
        return ""
    if passage.words > 14:
        return None
    says = _says(passage.text)
    if says is not None:
        return says.strip(" ,")
    dated = passage.stamp
    if dated is not None:
        return dated.rest.strip(" ,|·•-–—/:()#") if len(dated.rest.split()) <= 5 else ""
    if passage.words <= 4 and not passage.ends and not passage.colon and i + 1 < len(passages):
        below = passages[i + 1]
        if below.words > 4 or below.furniture is not None or below.stamp is not None:
            return passage.text
    return None
