"""The grammar of the query language: text to plan, by recursive descent over the tokens.

    either  := both ("OR" both)*            words beside one another are ANDed; AND may be written, too
    both    := one ("AND"? one)*
    one     := "-"* ("(" either ")" | word | "a phrase" | field ":" value ("," value)*)

`typing=True` reads a query that is still being written: what is not finished is closed or left out, and the last word
may go on; it never fails.
"""

from __future__ import annotations

import re

from tui.search import days
from tui.search.fields import OTHER_STATES, SCOPES, STATES, FieldOf, Takes, likely_field
from tui.search.plan import And, Count, Dates, In, Is, Names, Node, Not, Or, Phrase, Plan, QueryError, Word
from tui.search.scan import Piece, Sign, Token, scan

DEEPEST = 40
LONGEST = 10_000

_LIKE_A_FIELD = re.compile(r"([A-Za-z]{2,}):(?=[^\s/])")
_COUNT = re.compile(r"(>=|<=|>|<|=)?(\d{1,9})|(\d{0,9})\.\.(\d{0,9})")
_TO_QUOTE = "To search for the text itself, put it in quotes."


def parse(query: str, typing: bool = False) -> Plan:
    """Parse a query to a plan. Raises QueryError with a position inside the query; never when `typing`."""
    return _Parser(query[:LONGEST] if typing else query, typing).plan()


class _Parser:
    def __init__(self, query: str, typing: bool) -> None:
        if len(query) > LONGEST:
            raise QueryError(LONGEST, f"The query is longer than {LONGEST:,} characters.")
        self.query = query
        self.typing = typing
        self.tokens = [token for token in scan(query) if not _is_mere_punctuation(token)]
        self.at = 0
        self.hints: list[str] = []

    def plan(self) -> Plan:
        root = self.either(0, outer=True)
        if root is None and not self.typing and self.query.strip():
            raise QueryError(0, "There is no letter or figure to look for.")
        return Plan(root, tuple(dict.fromkeys(self.hints)))

    @property
    def next(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def either(self, depth: int, outer: bool = False) -> Node | None:
        parts: list[Node] = []
        joint: Token | None = None
        while True:
            part = self.both(depth)
            if part is not None:
                parts.append(part)
            elif not self.typing and (joint or self.sign_is(Sign.OR)):
                token = joint or self.tokens[self.at]
                raise QueryError(token.start, f"Nothing stands {'after' if joint else 'before'} OR.", _TO_QUOTE)
            joint = self.next
            if joint is None or joint.sign is Sign.CLOSE:
                if joint is None or not outer:
                    break
                if not self.typing:
                    raise QueryError(joint.start, "This bracket was never opened.", "Take it away, or write ( before.")
            self.at += 1
            joint = joint if joint.sign is Sign.OR else None
        return _one_of(parts, Or)

    def both(self, depth: int) -> Node | None:
        parts: list[Node] = []
        joint: Token | None = None
        while (token := self.next) and token.sign not in (Sign.OR, Sign.CLOSE):
            if token.sign is Sign.AND:
                if not self.typing and (joint or not parts):
                    raise QueryError(token.start, "Nothing stands before AND.", _TO_QUOTE)
                self.at, joint = self.at + 1, token
                continue
            part = self.one(depth)
            if part is not None:
                parts.append(part)
            joint = None
        if joint and not self.typing:
            raise QueryError(joint.start, "Nothing stands after AND.", _TO_QUOTE)
        return _one_of(parts, And)

    def one(self, depth: int) -> Node | None:
        token = self.tokens[self.at]
        minus: Token | None = None
        without = False
        while token.sign is Sign.NOT:
            minus, without, self.at = token, not without, self.at + 1
            if (following := self.next) is None or following.sign in (Sign.OR, Sign.AND, Sign.CLOSE):
                if self.typing:
                    return None
                raise QueryError(token.start, "Nothing stands after the minus sign.", "Write -word or -field:value.")
            token = following
        self.at += 1
        match token.sign:
            case Sign.OPEN:
                part = self.bracket(token, depth + 1)
            case Sign.TEXT:
                part = self.text(token, left_out=without)
            case _:
                part = self.field(token, left_out=without)
        if part is None or not minus:
            return part
        return Not(part) if without else part

    def bracket(self, opened: Token, depth: int) -> Node | None:
        if depth > DEEPEST:
            if self.typing:
                self.at = len(self.tokens)
                return None
            raise QueryError(opened.start, f"Brackets stand more than {DEEPEST} deep.")
        part = self.either(depth)
        if self.next is None and not self.typing:
            raise QueryError(opened.start, "This bracket is not closed.", "Write ) after it.")
        self.at += 1
        if part is None and not self.typing:
            raise QueryError(opened.start, "Nothing stands between the brackets.")
        return part

    def sign_is(self, sign: Sign) -> bool:
        return (token := self.next) is not None and token.sign is sign

    # ------------------------------------------------------------------------------------------- words and values

    def goes_on(self, piece: Piece) -> bool:
        """Whether this is the word that is being typed."""
        return self.typing and piece.end == len(self.query) and not (piece.quoted and piece.closed)

    def value(self, piece: Piece, left_out: bool = False) -> Word | Phrase:
        # A word left out is taken as it stands: `-i` on the way to `-imran` must not empty the list.
        prefix = piece.starred or (self.goes_on(piece) and not left_out)
        return Phrase(piece.text, prefix) if piece.quoted else Word(piece.text, prefix)

    def check_quote(self, piece: Piece) -> None:
        if not piece.closed:
            raise QueryError(piece.start, "The quotation mark is not closed.", 'Write " after the last word.')
        if piece.quoted and not piece.says_something:
            raise QueryError(piece.start, "Nothing to look for stands between the quotation marks.")

    def text(self, token: Token, left_out: bool) -> Node | None:
        (piece,) = token.pieces
        if not self.typing:
            self.check_quote(piece)
        elif not piece.says_something:
            return None
        if not piece.quoted and (named := _LIKE_A_FIELD.match(piece.text)):
            near = likely_field(named[1])
            meant = f" Did you mean {near}:?" if near else ""
            self.hints.append(f"“{named[1]}:” is no field; searched as text.{meant}")
        return self.value(piece, left_out)

    def field(self, token: Token, left_out: bool) -> Node | None:
        field = token.field
        assert field is not None
        pieces = [piece for piece in token.pieces if _is_value(piece, field)]
        if not self.typing:
            self.check_values(token, field)
        elif not pieces:
            return None
        match field.takes:
            case Takes.NAMES:
                return Names(field.name, tuple(self.value(piece, left_out) for piece in pieces))
            case Takes.DATES:
                return self.dates(pieces)
            case Takes.COUNT:
                return self.count(field, pieces[0])
            case Takes.STATES:
                return self.states(pieces)
        return self.scope(pieces)

    def check_values(self, token: Token, field: FieldOf) -> None:
        for piece in token.pieces:
            self.check_quote(piece)
            if _is_value(piece, field):
                continue
            if len(token.pieces) > 1:
                raise QueryError(token.start, "A value is missing beside the comma.", "Write no space after a comma.")
            hint = f"Write for example {field.example}, without a space after the colon. {_TO_QUOTE}"
            raise QueryError(token.start, f"Nothing stands after “{field.name}:”.", hint)

    def dates(self, pieces: list[Piece]) -> Node | None:
        if self.typing:
            spans = tuple(found for piece in pieces if (found := days.so_far(piece.text)))
            return Dates(spans) if spans else None
        return Dates(tuple(days.span(piece.text, piece.start + piece.quoted) for piece in pieces))

    def count(self, field: FieldOf, piece: Piece) -> Node | None:
        match = _COUNT.fullmatch(piece.text)
        if not match:
            if piece.text[0] not in "<>=.":
                return Names(field.name, (self.value(piece),))
            if self.typing:
                return None
            raise QueryError(piece.start, f"“{piece.text}” is not a number.", f"Write for example {field.example}.")
        sign, number, low, high = match.groups()
        if number is None:
            found = Count(field.name, int(low) if low else None, int(high) if high else None)
        else:
            found = _compared(field.name, sign or "=", int(number))
        if found.low is not None and found.high is not None and found.low > found.high:
            if self.typing:
                return None
            raise QueryError(piece.start, f"“{piece.text}” ends before it begins.")
        return found

    def states(self, pieces: list[Piece]) -> Node | None:
        found: list[str] = []
        for piece in pieces:
            state = self.known(piece, {**{name: name for name in STATES}, **OTHER_STATES})
            if state:
                found.append(state)
            elif not self.typing:
                raise QueryError(piece.start, f"“is:{piece.text}” is not known.", f"There is {_list(STATES)}.")
        return Is(tuple(found)) if found else None

    def scope(self, pieces: list[Piece]) -> Node | None:
        if len(pieces) > 1 and not self.typing:
            raise QueryError(pieces[1].start, "“in:” takes one place.", f"There is {_list(SCOPES)}.")
        scope = self.known(pieces[0], {name: name for name in SCOPES})
        if scope:
            return In(scope)
        if self.typing:
            return None
        raise QueryError(pieces[0].start, f"“in:{pieces[0].text}” is not known.", f"There is {_list(SCOPES)}.")

    def known(self, piece: Piece, names: dict[str, str]) -> str:
        """The fixed value that is meant; while it is typed, the only one that begins so."""
        text = piece.text.lower()
        if text in names:
            return names[text]
        if not self.goes_on(piece):
            return ""
        begun = {meant for name, meant in names.items() if name.startswith(text)}
        return begun.pop() if len(begun) == 1 else ""


def _is_value(piece: Piece, field: FieldOf) -> bool:
    return piece.says_something or (piece.starred and not piece.quoted and field.takes is Takes.NAMES)


def _is_mere_punctuation(token: Token) -> bool:
    return token.sign is Sign.TEXT and not token.pieces[0].quoted and not token.pieces[0].says_something


def _one_of(parts: list[Node], kind: type[And] | type[Or]) -> Node | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    return kind(tuple(parts))


def _compared(field: str, sign: str, number: int) -> Count:
    match sign:
        case ">=":
            return Count(field, number, None)
        case ">":
            return Count(field, number + 1, None)
        case "<=":
            return Count(field, None, number)
        case "<":
            return Count(field, None, number - 1)
    return Count(field, number, number)


def _list(values: dict[str, str]) -> str:
    *most, last = values
    return f"{', '.join(most)} and {last}"
