"""Documents made for the tests, and what ingest makes of them."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from tui.ingest.discover import discover
from tui.ingest.read import read
from tui.model import BlockKind, Found, Problem, Story

SAVED = dt.datetime(2025, 6, 30, 12, tzinfo=dt.UTC)

BRIDGE = [
    "Engineers have closed the old bridge over the Tarn after they found cracks in two pillars, the council said.",
    "The mayor, Lena Orvik, told reporters that traffic would go by the northern road until the repairs are done.",
    "Nobody could say how long that would take. The engineers spoke of two years, shopkeepers of ruin before that.",
    "“We have waited long enough for this to be looked at,” said Pavel Rudd, who runs a bakery at the bridge’s foot.",
]
ORCHARD = [
    "A late frost has destroyed most of the cherry blossom in the valley, growers said after a night in the orchards.",
    "Temperatures fell to minus six degrees before dawn, and neither candles nor sprinklers could save the young buds.",
    "Marta Quill, who farms forty hectares near the river, expects to harvest a tenth of what she picked last summer.",
    "The growers’ union asked the ministry for help and for a fund that would pay in years when insurers will not.",
]


def stories(text: str, folder: Path, name: str = "page.txt") -> list[Story]:
    """The stories of a document with this text, saved on 30 June 2025."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    os.utime(path, (SAVED.timestamp(), SAVED.timestamp()))
    return [
        story for found in discover([str(path)]) if isinstance(found, Found) for r in read(found) for story in r.stories
    ]


def story(text: str, folder: Path) -> Story:
    """The only story of a document with this text."""
    (only,) = stories(text, folder)
    return only


def problems(path: Path) -> list[Problem]:
    """What is said of a path that cannot be read."""
    said: list[Problem] = []
    for found in discover([str(path)]):
        if isinstance(found, Problem):
            said.append(found)
        else:
            said.extend(problem for reading in read(found) for problem in reading.problems)
    return said


def texts(story: Story, kind: BlockKind) -> list[str]:
    """The texts of a story's blocks of one kind."""
    return [block.text for block in story.of(kind)]


def page(*pieces: str) -> str:
    """A document whose pieces stand under one another, a blank line between them."""
    return "\n\n".join(pieces) + "\n"
