"""What the reader may call the fields of a record by: which column holds the body, which the date."""

from __future__ import annotations

from collections.abc import Iterable

Names = tuple[tuple[str, str], ...]
"""For kinds of fields, as records know them, the columns that hold them: (("body", "artikel_text"), …)."""

_KINDS = {
    **{"headline": "title", "title": "title", "body": "body", "text": "body", "date": "date", "url": "url"},
    **{"source": "outlet", "outlet": "outlet", "author": "author", "byline": "author", "language": "language"},
    **{"standfirst": "teaser", "summary": "teaser"},
}
SHOWN = "headline, standfirst, body, date, source, author, url, language"


def understood(words: Iterable[str]) -> Names:
    """The columns that words such as `body=artikel_text` name. Raises ValueError, in words for the reader."""
    found: dict[str, str] = {}
    for word in words:
        name, sign, column = word.partition("=")
        kind = _KINDS.get(name.strip().lower())
        if not sign or not column.strip():
            raise ValueError(f"a field is given as NAME=COLUMN, body=artikel_text say, and not as {word!r}")
        if kind is None:
            raise ValueError(f"no field is called {name.strip()!r}; there are {SHOWN}")
        if found.get(kind, column.strip()) != column.strip():
            raise ValueError(f"{name.strip()} is given twice: {found[kind]!r} and {column.strip()!r}")
        found[kind] = column.strip()
    return tuple(sorted(found.items()))
