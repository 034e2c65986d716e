"""The query language told by example, as data for the query line, the help screen and the command line."""

from __future__ import annotations

from tui.search.fields import FIELDS, SCOPES, STATES

EXAMPLES: tuple[tuple[str, str], ...] = (
    ("senate letter", "both words, anywhere in headline, standfirst, key points or body"),
    ('"human rights"', "these words in this order"),
    ("lawmak*", "any word that begins so"),
    ("tax OR duty", "one of the two"),
    ("tax -income", "the first without the second"),
    ("(tax OR duty) import", "brackets hold together"),
    ("actor:doe,acme date:2024-10..2024-12", "fields; a comma means any of these"),
)


def lines() -> list[tuple[str, str]]:
    """The whole language: (what to write, what it finds), words first, then every field, state and scope."""
    found = list(EXAMPLES)
    found += [(field.example, field.finds) for field in FIELDS.values() if not field.values]
    found += [(f"is:{state}", meaning) for state, meaning in STATES.items()]
    found += [(f"in:{scope}", f"look for the words in {meaning}") for scope, meaning in SCOPES.items()]
    return found
