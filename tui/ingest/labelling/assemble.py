"""Labelled passages to a Story: its blocks, its fields, its id."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from itertools import chain, filterfalse

from tui.ingest.labelling import dateline
from tui.ingest.labelling.agencies import first_agency
from tui.ingest.labelling.bylines import byline, name_line
from tui.ingest.labelling.dating import Clues, when
from tui.ingest.labelling.headline import derived
from tui.ingest.labelling.label import Labelled
from tui.ingest.labelling.passages import Passage
from tui.ingest.labelling.printed import NOT_PRINTED, Printed
from tui.ingest.labelling.stamps import Stamp
from tui.model import Block, BlockKind, Document, Story
from tui.text.language import language
from tui.text.words import WORD

_DATELINES_IN = 3
_LONGEST_KICKER = 10
_STAMPS_ABOVE = 6
_STAMPS_BELOW = 12
_PUNCTUATION = '.,;:!?"“”()'
_UNSPACED = ("zh", "ja")
_URL = re.compile(r"https?://\S+")


def story(
    document: Document,
    part: int,
    labelled: Labelled,
    lines: Sequence[str],
    lang: str = "",
    *,
    printed: Printed = NOT_PRINTED,
) -> Story:
    """The story that labelled passages make. `lines` are the document's; `part` counts its stories from 1.

    `lang` is its language where that is known already, `printed` what a browser that printed it tells.
    """
    passages = labelled.passages
    body = [passage for passage in passages if passage.kind is BlockKind.PARAGRAPH]
    text = "\n".join(passage.text for passage in body)
    lang = lang or language(text or " ".join(passage.text for passage in passages[:40]))
    blocks, found = _blocks(passages, text)
    head, front = _headline(labelled), labelled.front
    paragraphs = [block.text for block in blocks if block.kind is BlockKind.PARAGRAPH]
    derived_from = paragraphs[0] if paragraphs else passages[0].text if passages else ""
    stamps = _stamps(passages)
    url = (front.url if front else "") or _url(passages) or printed.url
    dated = (front.date, front.said) if front and front.date and front.date.day else None
    date = when(
        Clues(
            header=dated or next(((line.date, said) for line, said in found if line.header and line.date), None),
            dateline=next(((line.date, said) for line, said in found if not line.header and line.date), None),
            stamps=stamps,
            url=url,
            path=document.member or document.path,
            mtime_ns=document.mtime_ns,
            body=text,
            printed=printed.day,
        )
    )
    return Story(
        id=story_key("\n".join(lines[passages[0].first - 1 : passages[-1].last]) if passages else ""),
        document=document,
        part=part,
        blocks=tuple(blocks),
        headline=head or derived(derived_from),
        headline_derived=not head,
        when=date,
        place=next((line.place for line, _ in found if line.place), ""),
        agency=next((line.agency for line, _ in found if line.agency), "") or _signed(passages),
        byline=(front.byline if front else "") or _byline(passages, stamps),
        outlet=(front.outlet if front else "") or printed.site or host(url),
        url=url,
        language=lang,
        words=_count_unspaced(paragraphs) if lang in _UNSPACED else _count(paragraphs, body),
    )


def _headline(labelled: Labelled) -> str:
    """The headline, with the kicker above it where that runs on into it: "The valley" / ": A late frost"."""
    i, passages = labelled.headline, labelled.passages
    if i is None:
        return ""
    text = _behind_header(passages[i].text)
    if text[0] == ":" and i and passages[i - 1].words <= _LONGEST_KICKER:
        return passages[i - 1].text + text
    return text


def _behind_header(text: str) -> str:
    head = dateline.header(text)
    return text[head.end :] if head and head.end < len(text) else text


def _count(paragraphs: Sequence[str], body: Sequence[Passage]) -> int:
    """How many words the paragraphs of a body hold, datelines having been cut off from the first of them.

    No word crosses a space; letters alone are one, where spaces are set.
    """
    whole = body[_DATELINES_IN:]
    tokens = " ".join(paragraphs[: len(paragraphs) - len(whole)]).split()
    tokens += chain.from_iterable([passage.tokens for passage in whole])
    odd = [token for token in filterfalse(str.isalnum, tokens) if not _plain(token.strip(_PUNCTUATION))]
    return len(tokens) - len(odd) + len(WORD.findall(" ".join(odd)))


def _count_unspaced(paragraphs: Sequence[str]) -> int:
    return len(WORD.findall("\n".join(paragraphs)))


def _plain(bare: str) -> bool:
    return bare.isalpha() and bare.isascii()


def story_key(span: str) -> str:
    """The key of a story: 10 base32 characters of the SHA-256 of its raw lines, as they stand in the document."""
    raw = "\n".join(map(str.rstrip, span.split("\n"))).strip()
    return (
        base64.b32encode(hashlib.sha256(raw.encode("utf-8", "surrogatepass")).digest()[:10])[:10]
        .decode("ascii")
        .lower()
    )


def _blocks(passages: Sequence[Passage], body: str) -> tuple[list[Block], list[tuple[dateline.Dateline, str]]]:
    """The blocks, datelines cut off from the paragraphs they stand in; and the datelines with their words."""
    blocks: list[Block] = []
    found: list[tuple[dateline.Dateline, str]] = []
    paragraphs = 0
    for passage in passages:
        kind = passage.kind or BlockKind.FURNITURE
        text = passage.text
        if kind is BlockKind.DATELINE:
            line = dateline.own_line(text, passage.words)
            if line is not None:
                found.append((line, text))
        head = dateline.header(text) if kind is BlockKind.HEADLINE else None
        if head is not None and head.end < len(text):
            found.append((head, text[: head.end].strip()))
            blocks.append(Block(BlockKind.STAMP, text[: head.end].strip(), passage.first, passage.last))
            text = text[head.end :]
        if kind is BlockKind.PARAGRAPH:
            paragraphs += 1
            if paragraphs <= _DATELINES_IN:
                text = _cut_datelines(passage, paragraphs == 1, body, blocks, found)
                if not text:
                    continue
        blocks.append(Block(kind, text, passage.first, passage.last, passage.by))
    return blocks, found


def _cut_datelines(
    passage: Passage, leading: bool, body: str, blocks: list[Block], found: list[tuple[dateline.Dateline, str]]
) -> str:
    """The paragraph's text behind its header and dateline, which become blocks of their own."""
    text = passage.text
    head = dateline.header(text) if leading else None
    if head is not None:
        found.append((head, text[: head.end].strip()))
        blocks.append(Block(BlockKind.STAMP, text[: head.end].strip(), passage.first, passage.last))
        text = text[head.end :]
    if any(not line.header for line, _ in found):
        return text
    line = dateline.run_in(text, leading, lambda place: head is not None or _names_place(body, place))
    if line is not None:
        said = text[: line.end].strip()
        found.append((line, said.rstrip(" :–—-")))
        blocks.append(Block(BlockKind.DATELINE, said, passage.first, passage.last))
        text = text[line.end :]
    return text


def _names_place(body: str, place: str) -> bool:
    return re.search(rf"\b(?:in|at|from|to|near|around|of)\s+{re.escape(place)}\b", body) is not None


def _stamps(passages: Sequence[Passage]) -> list[tuple[Stamp, str]]:
    """The stamps that may date the story: those about its headline and body, the nearest above the body first."""
    body = [i for i, passage in enumerate(passages) if passage.kind is BlockKind.PARAGRAPH]
    heads = [i for i, passage in enumerate(passages) if passage.kind is BlockKind.HEADLINE]
    first = body[0] if body else len(passages)
    last = body[-1] if body else 0
    top = min(heads, default=first)
    found = []
    for i, passage in enumerate(passages):
        if passage.kind is not BlockKind.STAMP:
            continue
        dated = passage.stamp
        if dated is None or not dated.dates:
            continue
        labelled = dated.published or dated.updated
        if top <= i <= first:
            rank = 0
        elif i < top:
            if top - i > _STAMPS_ABOVE and not labelled:
                continue  # the day on which the page was printed or saved
            rank = 1 + (top - i)
        else:
            if not (labelled or (i > last and (dated.time or not dated.rest))) or abs(i - last) > _STAMPS_BELOW:
                continue  # within the body stand the days of other stories that it leads to
            rank = 50 + abs(i - last)
        found.append((rank, i, dated, passage.text))
    if any(rank == 0 for rank, *_ in found):
        found = [entry for entry in found if entry[0] == 0]
    return [(dated, text) for _, _, dated, text in sorted(found, key=lambda entry: entry[:2])]


def _url(passages: Sequence[Passage]) -> str:
    """The story's own address: the first that stands on a line above the body."""
    for passage in passages:
        if passage.kind is BlockKind.PARAGRAPH:
            break
        match = _URL.match(passage.text)
        if match:
            return match[0]
    return ""


def host(url: str) -> str:
    """The outlet as its host is called: https://www.example.org/a → example.org."""
    named = url.partition("://")[2].partition("/")[0].partition(":")[0].lower()
    return named.removeprefix("www.").removeprefix("m.")


def _byline(passages: Sequence[Passage], stamps: Sequence[tuple[Stamp, str]]) -> str:
    for passage in passages:
        if passage.kind is BlockKind.BYLINE:
            return byline(passage.text, passage.words) or passage.text
    for dated, _ in stamps:
        named = byline(dated.rest, len(dated.rest.split())) or dated.rest
        if name_line(named.strip(" |,-–•·"), len(named.split())):
            return named.strip(" |,-–•·")
    return ""


def _signed(passages: Sequence[Passage]) -> str:
    for passage in passages:
        if passage.kind is BlockKind.SIGN_OFF:
            return first_agency(passage.text)
    return ""
