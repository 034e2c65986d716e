"""What a query means: the tree that the parser makes, the library carries out, and a saved search is written from."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass


class QueryError(ValueError):
    """A query that is wrong: where (offset into it, in code points), why, and what to do about it."""

    def __init__(self, position: int, reason: str, hint: str = "") -> None:
        super().__init__(f"{reason} {hint}".strip())
        self.position = position
        self.reason = reason
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written. As the value of a field, an empty word with `prefix` means that there is any value."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order, as written between quotes; with `prefix`, the last of them may go on."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """A field with any of these values."""

    field: str
    values: tuple[Word | Phrase, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `earliest` to `latest`, both included; None leaves that end open."""

    earliest: dt.date | None
    latest: dt.date | None


@dataclass(frozen=True, slots=True)
class Dates:
    """A story that may be of one of these spans."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """A field whose number is from `low` to `high`, both included; None leaves that end open."""

    field: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Is:
    """A story in any of these states."""

    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class In:
    """Where the words of this bracket are looked for: `headline`, `comments` or `all`."""

    scope: str


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Node, ...]


Node = Word | Phrase | Names | Dates | Count | Is | In | Not | And | Or


@dataclass(frozen=True, slots=True)
class Plan:
    """A parsed query. `root` is None where nothing is asked for: then every story is meant."""

    root: Node | None = None
    hints: tuple[str, ...] = ()


def to_text(plan: Plan) -> str:
    """The query that parses to this plan, in its plainest form."""
    return "" if plan.root is None else _text(plan.root)


def _text(node: Node) -> str:
    match node:
        case Word() | Phrase():
            return _value(node)
        case Names(field, values):
            return f"{field}:{','.join(_value(value) for value in values)}"
        case Dates(spans):
            return f"date:{','.join(_span(span) for span in spans)}"
        case Count(field, low, high):
            return f"{field}:{_numbers(low, high)}"
        case Is(states):
            return f"is:{','.join(states)}"
        case In(scope):
            return f"in:{scope}"
        case Not(part):
            return f"-{_inside(part)}"
        case And(parts):
            return " ".join(_inside(part) for part in parts)
        case Or(parts):
            return " OR ".join(f"({_text(part)})" if isinstance(part, Or) else _text(part) for part in parts)


def _inside(node: Node) -> str:
    return f"({_text(node)})" if isinstance(node, And | Or) else _text(node)


def _value(value: Word | Phrase) -> str:
    star = "*" if value.prefix else ""
    return f'"{value.text}"{star}' if isinstance(value, Phrase) else value.text + star


def _numbers(low: int | None, high: int | None) -> str:
    if low is None:
        return f"<={high}"
    if high is None:
        return f">={low}"
    return str(low) if low == high else f"{low}..{high}"


def _span(span: Span) -> str:
    first, last = span.earliest, span.latest
    if first is None:
        return "" if last is None else f"<={_shortest(last, _ends(last))}"
    if last is None:
        return f">={_shortest(first, _begins(first))}"
    parts = min(_begins(first), _ends(last))
    begin, end = _shortest(first, parts), _shortest(last, parts)
    return begin if begin == end else f"{begin}..{end}"


def _begins(day: dt.date) -> int:
    """How much of a day can be left unsaid where a span begins with it: 0 nothing, 1 the day, 2 the month, too."""
    return (2 if day.month == 1 else 1) if day.day == 1 else 0


def _ends(day: dt.date) -> int:
    if day.day != calendar.monthrange(day.year, day.month)[1]:
        return 0
    return 2 if day.month == 12 else 1


def _shortest(day: dt.date, left_out: int) -> str:
    return day.isoformat()[: (10, 7, 4)[left_out]]
