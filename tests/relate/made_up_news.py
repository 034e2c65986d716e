"""News that nobody wrote: bodies of made-up sentences, the same for the same seed, and items to relate."""

from __future__ import annotations

import datetime as dt
import random

from sides import story

from tui.model import Basis, When
from tui.relate.finding.features import features
from tui.relate.finding.item import Item

_WRITTEN = "ba ce di fo gu ha ki lo mu ne pa ri so tu va we xi yo za bre cli dra fle gno plu sta tri"
_SYLLABLES = _WRITTEN.split()
DAY = dt.date(2031, 3, 3)


def sentences(seed: int, count: int, length: int = 12) -> list[str]:
    """Sentences of words that only this seed has."""
    dice = random.Random(seed)
    lexicon = ["".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4))) for _ in range(200)]
    return [" ".join(dice.choices(lexicon, k=length)).capitalize() + "." for _ in range(count)]


def body(seed: int, words: int = 240) -> list[str]:
    """Paragraphs of three sentences, so many words in all."""
    told = sentences(seed, words // 12)
    return [" ".join(told[at : at + 3]) for at in range(0, len(told), 3)]


def on(day: dt.date | None) -> When:
    """A date as a file's own header gives it."""
    return When(day, day, day, Basis.HEADER, 1.0, "the file's own header") if day else When()


def item(*lines: str, name: str, day: dt.date | None = DAY, outlet: str = "") -> Item:
    """A story of such lines, ready to be related."""
    made = story(*lines, name=name, day=day)
    return Item(made.id, made.document.path, 1, made.when, outlet, features(made))
