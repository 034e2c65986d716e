"""Exports to stories: recognising whose export a text is, and what its pieces are in a story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.ingest.databases import factiva, newsbank, nexis, proquest
from tui.ingest.databases.pieces import Exported, Piece, Tells
from tui.ingest.labelling import assemble
from tui.ingest.labelling.bylines import byline
from tui.ingest.labelling.dateline import own_line
from tui.ingest.records.clean import labelled
from tui.ingest.records.dates import fielded, month_first
from tui.ingest.records.fields import language_code
from tui.model import Basis, Block, BlockKind, Document, Story, When
from tui.text.clean import printable
from tui.text.fold import fold

_LAYOUTS = (nexis.parse, factiva.parse, proquest.parse, newsbank.parse)
_KINDS = {
    Tells.HEADLINE: BlockKind.HEADLINE,
    Tells.STANDFIRST: BlockKind.STANDFIRST,
    Tells.BYLINE: BlockKind.BYLINE,
    Tells.DATELINE: BlockKind.DATELINE,
    Tells.DATE: BlockKind.STAMP,
    Tells.LOADED: BlockKind.STAMP,
}
_NAMED = frozenset((Tells.OTHER, Tells.LANGUAGE, Tells.URL, Tells.LOADED, Tells.SOURCE))
_LOADED = 0.4  # how far the day is trusted on which a database took a story in
_LONGEST_PLACE = 5  # words
_SAYS_MORE = (Basis.HEADER, Basis.DATELINE, Basis.STAMP)


def exported(lines: Sequence[str]) -> list[Exported]:
    """The stories of a database's export, none where the lines are none."""
    return next((found for parse in _LAYOUTS if (found := parse(lines))), [])


def stories(document: Document, lines: Sequence[str]) -> Iterator[Story]:
    """The stories of a document's lines where they are an export, in their order; none where they are none."""
    clean = [line if line.isprintable() else printable(line) for line in lines]
    found = exported(clean)
    american = month_first(_said(story, Tells.DATE) for story in found)
    for part, pieces in enumerate(found, 1):
        yield _story(document, part, pieces, american)


def _said(pieces: Exported, tells: Tells) -> str:
    return next((piece.text for piece in pieces if piece.tells is tells and piece.text), "")


def _story(document: Document, part: int, pieces: Exported, american: bool | None) -> Story:
    """The story of some pieces. Its id is of its own words alone, so that it is the same in another format."""
    title = _said(pieces, Tells.HEADLINE)
    lines, above = _body(pieces)
    found, lang = labelled(lines, fold(title))
    written = language_code(_said(pieces, Tells.LANGUAGE).rstrip(";. ").partition(";")[0]) or lang
    told = assemble.story(document, part, found, lines, written)
    body = (replace(block, first=block.first + above, last=block.last + above) for block in told.blocks)
    blocks = sorted((*body, *_blocks(pieces)), key=lambda block: block.first)
    by, place = _said(pieces, Tells.BYLINE), _said(pieces, Tells.DATELINE)
    line = own_line(place, len(place.split())) if place else None
    own = [piece for piece in pieces if piece.tells is not Tells.FRAME] or list(pieces)
    url = _said(pieces, Tells.URL) or told.url
    return replace(
        told,
        id=assemble.story_key("\n".join(" ".join(piece.text.split()) for piece in own)),
        blocks=tuple(blocks),
        headline=title or told.headline,
        headline_derived=told.headline_derived and not title,
        when=_when(document, pieces, told, american),
        place=told.place or (line.place if line else _place(place)),
        agency=told.agency or (line.agency if line else ""),
        byline=byline(by, len(by.split())) or by or told.byline,
        outlet=_said(pieces, Tells.SOURCE) or told.outlet,
        url=url if url.startswith(("http://", "https://")) else "",
    )


def _place(said: str) -> str:
    """The place that a field names, in title case."""
    text = said.strip(" .:;,-–—")
    return (text.title() if text.isupper() else text) if len(text.split()) <= _LONGEST_PLACE else ""


def _body(pieces: Exported) -> tuple[list[str], int]:
    """The lines from the first of the body to its last, blank where it does not stand; and how many lie above them."""
    held = [piece for piece in pieces if piece.tells is Tells.BODY]
    if not held:
        return [], 0
    above = held[0].first - 1
    body = [""] * (held[-1].last - above)
    for piece in held:
        body[piece.first - above - 1 : piece.last - above] = piece.text.split("\n")
    return body, above


def _blocks(pieces: Exported) -> Iterator[Block]:
    for piece in pieces:
        if piece.tells is Tells.BODY:
            if piece.name:
                yield Block(BlockKind.FURNITURE, piece.name, piece.first, piece.first)
            continue
        kind = _KINDS.get(piece.tells, BlockKind.FURNITURE)
        named = piece.name and (piece.tells in _NAMED or not piece.text)
        text = f"{piece.name}: {piece.text}".rstrip(": ") if named else piece.text
        if text:
            yield Block(kind, text, piece.first, piece.last)


def _when(document: Document, pieces: Exported, told: Story, american: bool | None) -> When:
    """The day of publication; what the story says itself; the day that it was loaded on, as no more than that."""
    dated = next((piece for piece in pieces if piece.tells is Tells.DATE), None)
    said = _fielded(document, dated, american)
    if said is not None and (said.day or told.when.basis not in _SAYS_MORE):
        return said
    if told.when.basis in _SAYS_MORE:
        return told.when
    loaded = _fielded(document, next((piece for piece in pieces if piece.tells is Tells.LOADED), None), american)
    if loaded is None:
        return told.when
    evidence = f"{loaded.evidence}; the day on which the database took it in, as no day of publication is given"
    return replace(loaded, confidence=min(_LOADED, loaded.confidence), evidence=evidence, time=None, zone="")


def _fielded(document: Document, piece: Piece | None, american: bool | None) -> When | None:
    if piece is None:
        return None
    return fielded(piece.name or "date", piece.text, document.mtime_ns, american)
