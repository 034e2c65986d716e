"""Stories and dates as they are kept: JSON without names, squeezed. Nothing here runs what it reads."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from typing import TYPE_CHECKING, Any

from tui import model
from tui.model import UNDATED, Basis, When

if TYPE_CHECKING:
    from tui.model import Document, Match, Story

_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
_LEVEL = 1  # two thirds smaller in a tenth of a millisecond; higher levels cost more than they save


def dump_when(when: When) -> str:
    """A date as a line of JSON; undated is the empty string."""
    if when == UNDATED:
        return ""
    return _dumps(_when_row(when))


def load_when(text: str) -> When:
    """The date that `dump_when` wrote."""
    return _when(json.loads(text)) if text else UNDATED


def basis_of(text: str) -> Basis:
    """What the date rests on that `dump_when` wrote."""
    return Basis(json.loads(text)[3]) if text else Basis.NONE


def dump_story(story: Story) -> bytes:
    """A story without its id, document and part, which the tables hold."""
    blocks = [  # a kind is a str and is written as its value
        (block.kind, block.text, block.first, block.last, block.by)
        if block.by
        else (block.kind, block.text, block.first, block.last)
        for block in story.blocks
    ]
    row = (
        story.headline,
        int(story.headline_derived),
        _when_row(story.when),
        story.place,
        story.agency,
        story.byline,
        story.outlet,
        story.url,
        story.language,
        story.words,
        blocks,
    )
    return zlib.compress(_dumps(row).encode("utf-8", "surrogatepass"), _LEVEL)


def load_story(record: bytes, id: str, document: Document, part: int) -> Story:
    """The story that `dump_story` wrote. Raises zlib.error where the record is not as it was written."""
    row = json.loads(zlib.decompress(record).decode("utf-8", "surrogatepass"))
    headline, derived, when, place, agency, byline, outlet, url, language, words, blocks = row
    return model.Story(
        id=id,
        document=document,
        part=part,
        blocks=tuple(model.Block(model.BlockKind(block[0]), *block[1:]) for block in blocks),
        headline=headline,
        headline_derived=bool(derived),
        when=_when(when),
        place=place,
        agency=agency,
        byline=byline,
        outlet=outlet,
        url=url,
        language=language,
        words=words,
    )


def match_of(row: tuple[Any, ...]) -> Match:
    """A match from (left id, right id, kind, the numbers, by reader) as the table has them."""
    left, right, kind, shared_left, shared_right, shared_words, jaccard, likeness, days_apart, by_reader = row
    return model.Match(
        left,
        right,
        model.MatchKind(kind),
        shared_left,
        shared_right,
        shared_words,
        jaccard,
        likeness,
        days_apart,
        bool(by_reader),
    )


def ordinal(day: dt.date | None) -> int | None:
    """A day as the tables hold it."""
    return None if day is None else day.toordinal()


def day_of(number: int | None) -> dt.date | None:
    """A day from the tables."""
    return None if number is None else dt.date.fromordinal(number)


def _when_row(when: When) -> list[Any]:
    return [
        ordinal(when.earliest),
        ordinal(when.latest),
        ordinal(when.day),
        when.basis.value,
        when.confidence,
        when.evidence,
        [day.toordinal() for day in when.among],
        None if when.time is None else when.time.isoformat(),
        when.zone,
    ]


def _when(row: list[Any]) -> When:
    earliest, latest, day, basis, confidence, evidence, among, time, zone = row
    return When(
        earliest=day_of(earliest),
        latest=day_of(latest),
        day=day_of(day),
        basis=Basis(basis),
        confidence=confidence,
        evidence=evidence,
        among=tuple(dt.date.fromordinal(number) for number in among),
        time=None if time is None else dt.time.fromisoformat(time),
        zone=zone,
    )


def _dumps(value: Any) -> str:
    return _ENCODER.encode(value)
