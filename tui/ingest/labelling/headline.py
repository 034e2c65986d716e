"""The headline of a story: among the lines above its body the one that its words and its page speak for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tui.ingest.labelling.bylines import name_line
from tui.ingest.labelling.furniture import Furniture
from tui.ingest.labelling.passages import Passage
from tui.model import BlockKind

_CONTENT = re.compile(r"(?:[^\W\d_]|[\u0900-\u0dff]){4,}|\d{2,}")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_WIDE_LETTERS = re.compile(r"[\W\d_]")
_FURTHEST = 60
_SECOND_ABOVE = 16
_BEHIND = 1.6  # the score by which a headline may lie behind the standfirst below it
_WHO_AND_WHEN = (BlockKind.STAMP, BlockKind.BYLINE, BlockKind.DATELINE)
_STOPS = ".。।۔"
# A path of sections: "Home > News > Local", "Front | Ausland |".
_PATH = re.compile(r"\s[|>/›»·•]\s.*\s[|>/›»·•](?:\s|$)|^\S+\s[|>›»]\s\S+$|[|>›»]\s*$")
_DERIVED_WORDS = 14
_DERIVED_LENGTH = 90
_LEAST = 0.5
_ALONE = 4
_SECTION_WORDS = 3


def headline(passages: Sequence[Passage], start: int, body: Sequence[Passage]) -> int | None:
    """The number of the passage that is the headline, None where no line above the body (from `start`) can be one."""
    counts = Counter(passage.plain for passage in passages[: start + 1])
    said = " ".join([passage.low for passage in body[:12]])
    margin = min((passage.indent for passage in body[:6]), default=0)
    scores: dict[int, float] = {}
    for i in range(max(0, start - _FURTHEST), start):
        passage = passages[i]
        if passage.kind is not None or passage.furniture is not None or not 2 <= passage.words <= 32:
            continue
        score = _score(passage, said, counts[passage.plain], start - i)
        if passage.ends and passage.text[-1:] in _STOPS and not (i == 0 and _above_who_and_when(passages)):
            score -= 3.0
        if passage.indent < margin:
            score += 1.2
        if any(below.kind in _WHO_AND_WHEN for below in passages[i + 1 : i + 6]):
            score += 1.2
        if any(above.kind in _WHO_AND_WHEN for above in passages[max(0, i - 6) : i]):
            score -= 0.5
        scores[i] = score
    if not scores:
        return None
    best = max(scores, key=lambda i: scores[i])
    if scores[best] < _LEAST:
        return None
    return _without_section(passages, scores, _above_its_standfirst(passages, scores, best))


def _without_section(passages: Sequence[Passage], scores: dict[int, float], best: int) -> int:
    """The line that is the headline alone, where the best one has a section's name run into its front."""
    text = passages[best].text
    for i in scores:
        alone = passages[i].text
        if passages[i].words >= _ALONE and len(alone) < len(text) and text.endswith(alone):
            before = text.removesuffix(alone)
            if len(before.split()) <= _SECTION_WORDS and not before.rstrip().endswith((":", "-", "–", "—")):
                return i
    return best


def _above_who_and_when(passages: Sequence[Passage]) -> bool:
    """Whether the first line stands directly above a byline, a stamp or a dateline: wires end headlines with stops."""
    below = passages[1:3]
    if below and below[0].kind is None and name_line(below[0].text, below[0].words):
        below = below[1:]
    return bool(below) and below[0].kind in _WHO_AND_WHEN


def _above_its_standfirst(passages: Sequence[Passage], scores: dict[int, float], best: int) -> int:
    """The line above, where the best one is the standfirst of a headline that stands directly above it."""
    above = best - 1
    while above >= 0 and passages[above].furniture is Furniture.MARK:
        above -= 1
    if passages[best].heading == 1 or above not in scores or scores[above] < max(_LEAST, scores[best] - _BEHIND):
        return best
    line, below = passages[above], passages[best]
    if line.plain == below.plain or line.words < 4 or line.bullet or line.colon or line.words > below.words + 4:
        return best
    return best if line.indent > below.indent + 1 and line.words < below.words else above


def _keys(passage: Passage) -> list[str]:
    """The content words of a passage, pairs of characters where it has no spaces, in lower case."""
    if not passage.text.isascii() and _WIDE.search(passage.text):
        letters = _WIDE_LETTERS.sub("", passage.text)
        return [letters[i : i + 2] for i in range(len(letters) - 1)]
    return _CONTENT.findall(passage.low)


def again(passages: Sequence[Passage], head: int, start: int) -> list[int]:
    """The other lines above the body that are headlines too: the same one repeated, or another for the same story."""
    plain = passages[head].plain
    words = set(_keys(passages[head]))
    found = []
    for i, passage in enumerate(passages[:start]):
        if i == head or passage.kind is not None:
            continue
        if passage.plain == plain or (plain and passage.plain.startswith(plain) and passage.words < 30):
            found.append(i)
        elif (
            passage.furniture is None
            and 5 <= passage.words <= 22
            and not passage.ends
            and not passage.bullet
            and i > head - _SECOND_ABOVE
        ):
            shared = words & set(_keys(passage))
            if len(shared) >= 3 and len(shared) >= len(words) * 0.4:
                found.append(i)
    return found


def derived(text: str) -> str:
    """A headline made of the first words of a body, cut at a word, with an ellipsis where it was cut."""
    words = text.split()
    made = ""
    for word in words[:_DERIVED_WORDS]:
        if made and len(made) + 1 + len(word) > _DERIVED_LENGTH:
            break
        made = f"{made} {word}" if made else word[:_DERIVED_LENGTH]
    return made if len(made) >= len(" ".join(words)) else made.rstrip(" ,;:–—-") + "…"


def _score(passage: Passage, said: str, count: int, distance: int) -> float:
    words = _keys(passage)
    overlap = sum(word in said for word in words) / len(words) if words else 0.0
    score = 2.5 * overlap - 0.08 * min(distance, 30)
    score += {1: 3.0, 2: 1.0}.get(passage.heading, 0.0)
    length = passage.words * 0.7 if passage.words > 3 * len(passage.text.split()) else passage.words
    if 4 <= length <= 20:
        score += 1.0
    elif length <= 2:
        score -= 1.0
    elif length > 20:
        score -= 0.1 * (length - 20)
    if name_line(passage.text, passage.words):
        score -= 1.0
    if passage.colon or _PATH.search(passage.text):
        score -= 1.5
    elif " | " in passage.text:
        score -= 0.4
    if passage.bullet:
        score -= 1.5
    return score + (1.0 if count > 1 else 0.0)
