"""Why the program says what it says: sentences for a date, a match, an actor."""

from __future__ import annotations

from tui.model import Actor, Basis, Match, MatchKind, When
from tui.views.wording import RESTS_ON, clocked, count, day, days, listed, percent, when

_WORDS_OF = {
    MatchKind.IDENTICAL: "the same words",
    MatchKind.COPY: "the same copy",
    MatchKind.PART: "part of it",
    MatchKind.EVENT: "the same event",
    MatchKind.RELATED: "related",
}
_SHOWN = 6


def of_date(placed: When) -> tuple[str, ...]:
    """What a date rests on: the day or days, what says so, and how sure that is."""
    if placed.basis is Basis.NONE and placed.earliest is None and placed.latest is None:
        said = "No date: nothing in the document gives one"
        return (f"{said}, {placed.evidence}." if placed.evidence else f"{said}.",)
    if placed.vague and not placed.among:
        return (_sentence(when(placed)), *([_sentence(placed.evidence)] if placed.evidence else []))
    if placed.among:
        known = " or ".join(day(one) for one in placed.among)
    elif placed.day is not None:
        known = clocked(day(placed.day), placed)
    else:
        known = days(placed.earliest, placed.latest)
    inferred = "Inferred: " if placed.inferred else ""
    rests = RESTS_ON.get(placed.basis, "")
    sentences = [f"{inferred}{known}{', ' + rests if rests else ''}."]
    if placed.day is not None and placed.earliest != placed.latest:
        sentences.append(f"It lies within {days(placed.earliest, placed.latest)}.")
    if placed.evidence:
        sentences.append(_sentence(placed.evidence))
    sentences.append(f"Confidence {percent(placed.confidence)}.")
    return tuple(sentences)


def of_match(match: Match) -> str:
    """What two stories are to each other and the numbers that say so, in one sentence."""
    said = f"{_WORDS_OF[match.kind].capitalize()}: "
    numbers = []
    if match.kind in (MatchKind.EVENT, MatchKind.RELATED):
        numbers.append(f"likeness {match.likeness:.2f} by words, names and figures")
        if match.days_apart is not None:
            apart = "on the same day" if match.days_apart == 0 else f"{count(match.days_apart, 'day')} apart"
            numbers.append(apart)
        else:
            numbers.append("one of them without a certain day")
        if match.shared_words:
            numbers.append(f"{count(match.shared_words, 'word')} in shared runs")
    else:
        left, right = percent(match.shared_left), percent(match.shared_right)
        numbers.append(f"{left} of left's and {right} of right's words stand in the other")
        if match.shared_words:
            numbers.append(f"{count(match.shared_words, 'word')} in shared runs")
        if match.days_apart:
            numbers.append(f"{count(match.days_apart, 'day')} apart")
    if match.by_reader:
        numbers.append("by the reader's own verdict")
    return said + "; ".join(numbers) + "."


def of_actor(actor: Actor) -> tuple[str, ...]:
    """Who an actor is: how often and where named, as what written, and what called."""
    where = count(len(actor.stories), "story", "stories")
    sentences = [f"{actor.name}, {actor.kind.value}: named {_times(actor.mentions)} in {where}."]
    others = [f"“{alias.text}” ({alias.count:,})" for alias in actor.aliases if alias.text != actor.name]
    if others:
        more = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
        sentences.append(f"Also written {', '.join(others[:_SHOWN])}{more}.")
    roles = list(dict.fromkeys(role.role for role in actor.roles))
    if roles:
        sentences.append(f"Called {listed(roles[:_SHOWN])}.")
    return tuple(sentences)


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def _sentence(words: str) -> str:
    said = words[:1].upper() + words[1:]
    return said if said.endswith((".", "!", "?")) else f"{said}."
