"""The headline of a story: among the lines above its body the one that its words and its page speak for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tui.ingest.passages import Passage

_CONTENT = re.compile(r"[^\W\d_]{4,}|\d{2,}")
_FURTHEST = 60
_DERIVED_WORDS = 14
_DERIVED_LENGTH = 90
_LEAST = 0.5


def headline(passages: Sequence[Passage], start: int, body: Sequence[Passage]) -> int | None:
    """The number of the passage that is the headline, None where no line above the body (from `start`) can be one."""
    counts = Counter(passage.plain for passage in passages[: start + 1])
    vocabulary: set[str] = set()
    for passage in body[:12]:
        vocabulary.update(_CONTENT.findall(passage.text.lower()))
    best, best_score = None, _LEAST
    for i in range(max(0, start - _FURTHEST), start):
        passage = passages[i]
        if passage.kind is not None or passage.furniture is not None or not 2 <= passage.words <= 32:
            continue
        score = _score(passage, vocabulary, counts[passage.plain], start - i)
        if score >= best_score:
            best, best_score = i, score
    return best


def again(passages: Sequence[Passage], head: int, start: int) -> list[int]:
    """The other lines above the body that are headlines too: the same one repeated, or another for the same story."""
    plain = passages[head].plain
    words = set(_CONTENT.findall(passages[head].text.lower()))
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
            and i > head
        ):
            shared = words & set(_CONTENT.findall(passage.text.lower()))
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


def _score(passage: Passage, vocabulary: set[str], count: int, distance: int) -> float:
    words = _CONTENT.findall(passage.text.lower())
    overlap = sum(word in vocabulary for word in words) / len(words) if words else 0.0
    score = 3.0 * overlap - 0.08 * min(distance, 30)
    score += {1: 3.0, 2: 1.0}.get(passage.heading, 0.0)
    if 4 <= passage.words <= 20:
        score += 1.0
    elif passage.words <= 2 or passage.words > 25:
        score -= 1.5
    if passage.ends and passage.text[-1:] in ".。।":
        score -= 3.0
    if passage.colon:
        score -= 1.5
    if passage.bullet:
        score -= 1.5
    return score + (1.0 if count > 1 else 0.0)
