"""What is said where a plan finds nothing: words and values that there are not, and where the words do stand."""

from __future__ import annotations

import time
from collections.abc import Iterator

from tui.library.asking import suggest
from tui.library.asking.carry import Carried
from tui.library.asking.match import has_words
from tui.search.plan import And, In, Names, Node, Not, Or, Phrase, Plan, Word, to_text
from tui.search.terms import terms


def why_nothing(carried: Carried, plan: Plan) -> tuple[str, ...]:
    """Hints for a plan that finds nothing, in words."""
    said = [_no_word(carried, node) for node in asked(plan.root)]
    said += [_no_value(carried, field, value) for field, value in carried.fields.unknown]
    found = tuple(dict.fromkeys(hint for hint in said if hint))
    return found or _elsewhere(carried, plan) or _without(carried, plan.root)


def asked(node: Node | None) -> Iterator[Word | Phrase]:
    """The words that are asked for, not those left out."""
    match node:
        case Word() | Phrase():
            yield node
        case Names("headline", found):
            yield from found
        case And(parts) | Or(parts):
            for part in parts:
                yield from asked(part)


def _no_word(carried: Carried, node: Word | Phrase) -> str:
    words = terms(node.text)
    for at, word in enumerate(words):
        if suggest.known(carried.connection, word, prefix=node.prefix and at == len(words) - 1):
            continue
        near = suggest.nearest_word(carried.connection, word)
        return f"“{word}” stands nowhere. Did you mean {near}?" if near else f"“{word}” stands nowhere."
    return ""


def _no_value(carried: Carried, field: str, value: str) -> str:
    near = suggest.nearest_value(value, suggest.all_values(carried.connection, carried.fields.marks, field))
    return f"{field}: has no “{value}”." + (f" Did you mean {near}?" if near else "")


def _elsewhere(carried: Carried, plan: Plan) -> tuple[str, ...]:
    if plan.root is None or not has_words(plan.root) or _has_scope(plan.root):
        return ()
    count = int(carried.stories(And((plan.root, In("all")))).sum())
    if not count:
        return ()
    return (f"{_stories(count)} {'has' if count == 1 else 'have'} it in comments or furniture: add in:all.",)


def _without(carried: Carried, root: Node | None) -> tuple[str, ...]:
    """Which part to leave out where each finds something, and all of them together do not."""
    if not isinstance(root, And):
        return ()
    until = time.thread_time() + suggest.BUDGET
    best, least = 0, ""
    for part in root.parts:
        rest = tuple(other for other in root.parts if other is not part)
        count = int(carried.stories(And(rest) if len(rest) > 1 else rest[0]).sum())
        if count > best:
            best, least = count, to_text(Plan(part))
        if time.thread_time() > until:
            break
    return (f"No story has all of it; without {least} there {'is' if best == 1 else 'are'} {best:,}.",) if best else ()


def _has_scope(node: Node) -> bool:
    match node:
        case In():
            return True
        case Not(part):
            return _has_scope(part)
        case And(parts) | Or(parts):
            return any(map(_has_scope, parts))
    return False


def _stories(count: int) -> str:
    return "1 story" if count == 1 else f"{count:,} stories"
