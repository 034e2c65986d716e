"""What to mark in a story that a query found, and where it stands; the passage to show of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.search.plan import And, Names, Node, Or, Phrase, Plan, Word
from tui.search.terms import Term, terms, terms_in


def words_to_mark(plan: Plan) -> tuple[str, ...]:
    """The words that a plan looks for in the text, folded; a phrase is words with spaces, a star stands for any end."""
    if plan.root is None:
        return ()
    return tuple(dict.fromkeys(word for word in _words(plan.root) if word))


def spans(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where these words stand in a text as written, in order and without overlap (offsets in code points)."""
    wanted = [(word.rstrip("*").split(), word.endswith("*")) for word in words]
    wanted = [(parts, prefix) for parts, prefix in wanted if parts]
    if not wanted:
        return []
    found = list(terms_in(text))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(_matches(found, wanted)):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of a story around what was found, and the offsets of it in the passage; empty where nothing was."""

    text: str
    marks: tuple[tuple[int, int], ...]


def snippet(texts: Sequence[str], words: Sequence[str], width: int = 160) -> Snippet:
    """The first passage of at most about `width` characters that holds the most different words of those sought."""
    best: tuple[int, str, list[tuple[int, int]], int] | None = None
    for text in texts:
        marks = spans(text, words)
        for at, (start, _) in enumerate(marks):
            inside = [mark for mark in marks[at:] if mark[1] <= start + width]
            worth = len({tuple(terms(text[first:last])) for first, last in inside})
            if inside and (best is None or worth > best[0]):
                best = worth, text, inside, at
    if best is None:
        return Snippet("", ())
    _, text, inside, _ = best
    return _cut(text, inside, width)


def _words(node: Node) -> Iterator[str]:
    match node:
        case Word() | Phrase():
            yield _word(node)
        case Names("headline", values):
            yield from map(_word, values)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _words(part)


def _word(node: Word | Phrase) -> str:
    folded = " ".join(terms(node.text))
    return f"{folded}*" if folded and node.prefix else folded


def _matches(found: list[Term], wanted: list[tuple[list[str], bool]]) -> Iterator[tuple[int, int]]:
    places: dict[str, list[int]] = {}
    for at, term in enumerate(found):
        places.setdefault(term.text, []).append(at)
    for parts, prefix in wanted:
        if len(parts) == 1 and prefix:
            yield from ((term.start, term.end) for term in found if term.text.startswith(parts[0]))
            continue
        for first in places.get(parts[0], ()):
            last = first + len(parts) - 1
            if last < len(found) and all(_is(found[first + n].text, parts, n, prefix) for n in range(1, len(parts))):
                yield found[first].start, found[last].end


def _is(term: str, parts: list[str], at: int, prefix: bool) -> bool:
    return term.startswith(parts[at]) if prefix and at == len(parts) - 1 else term == parts[at]


def _cut(text: str, marks: list[tuple[int, int]], width: int) -> Snippet:
    first, last = marks[0][0], marks[-1][1]
    room = max(0, width - (last - first))
    start = max(0, min(first - room // 3, len(text) - width))
    end = min(len(text), start + width)
    if start:
        # Begin at a word, never inside the first mark.
        gap = text.find(" ", start, first)
        start = gap + 1 if gap >= 0 else start
    if end < len(text):
        gap = text.rfind(" ", last, end)
        end = gap if gap >= 0 else end
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shift = len(before) - start
    return Snippet(f"{before}{text[start:end]}{after}", tuple((a + shift, b + shift) for a, b in marks))
