"""The text part of a plan as an expression of the text index (SQLite FTS5)."""

from __future__ import annotations

from collections.abc import Iterable

from tui.search.plan import And, In, Names, Node, Not, Or, Phrase, Word
from tui.search.terms import terms

_DEEPEST = 10  # brackets in one another; the index's parser fails at about thirty
# Columns of the index by the scope of a query; "" is where a word is looked for without being told.
COLUMNS: dict[str, tuple[str, ...]] = {
    "": ("headline", "standfirst", "body"),
    "headline": ("headline",),
    "comments": ("comments", "furniture"),
    "all": ("headline", "standfirst", "body", "comments", "furniture"),
}


def is_text(node: Node) -> bool:
    """Whether the text index alone can answer this: words, phrases, headlines, and what is made of them.

    What only leaves out is not: the index cannot say which stories there are.
    """
    match node:
        case Word() | Phrase():
            return True
        case Names(field):
            return field == "headline"
        case Or(parts):
            return all(map(is_text, parts))
        case And(parts):
            asked = [is_text(part) for part in parts if not isinstance(part, In | Not)]
            return bool(asked) and all(asked) and all(is_text(part.part) for part in parts if isinstance(part, Not))
    return False


def is_shallow(node: Node, left: int = _DEEPEST) -> bool:
    """Whether the index's own parser, which gives up on deep brackets, can be asked for this at once."""
    match node:
        case Not(part):
            return is_shallow(part, left)
        case And(parts) | Or(parts):
            return left > 0 and all(is_shallow(part, left - 1) for part in parts)
    return True


def has_words(node: Node) -> bool:
    """Whether any word of the text is asked for or left out in it."""
    match node:
        case Word() | Phrase():
            return True
        case Names(field):
            return field == "headline"
        case Not(part):
            return has_words(part)
        case And(parts) | Or(parts):
            return any(map(has_words, parts))
    return False


def scope_of(parts: tuple[Node, ...], scope: str) -> str:
    """Where the words of a bracket are looked for: as its own `in:` says, else as around it."""
    return next((part.scope for part in reversed(parts) if isinstance(part, In)), scope)


def expression(node: Node, scope: str = "") -> str:
    """The expression of a node that `is_text`; its words are folded as the index is."""
    match node:
        case Word() | Phrase():
            return f"{_columns(scope)} : {_sought(node)}"
        case Names(_, values):
            return f"{_columns('headline')} : ({' OR '.join(map(_sought, values))})"
        case Or(parts):
            return f"({' OR '.join(_each(parts, scope))})"
        case And(parts):
            scope = scope_of(parts, scope)
            asked = _each((part for part in parts if not isinstance(part, In | Not)), scope)
            left_out = _each((part.part for part in parts if isinstance(part, Not)), scope)
            found = f"({' AND '.join(asked)})"
            return f"({found} NOT ({' OR '.join(left_out)}))" if left_out else found
    raise TypeError(f"not for the text index: {node}")


def _each(parts: Iterable[Node], scope: str) -> list[str]:
    """The expressions of these nodes, each once."""
    return list(dict.fromkeys(expression(part, scope) for part in parts))


def _columns(scope: str) -> str:
    return "{" + " ".join(COLUMNS[scope]) + "}"


def _sought(node: Word | Phrase) -> str:
    words = " ".join(terms(node.text))
    return f'"{words}" *' if node.prefix and words else f'"{words}"'
