"""Stories as CSL-JSON, the form that citation processors (citeproc, pandoc, Zotero) read."""

from __future__ import annotations

import datetime as dt
from typing import Any

from tui.views.forms.reference import Name, Reference


def csl(one: Reference) -> dict[str, Any]:
    """One item of the type `article-newspaper`; what is not known is left out."""
    item: dict[str, Any] = {
        "id": one.id,
        "type": "article-newspaper",
        "title": one.title,
        "author": [_name(author) for author in one.authors],
        "container-title": one.outlet,
        "publisher-place": one.place,
        "issued": _issued(one),
        "URL": one.url,
        "language": one.language,
        "abstract": one.abstract,
        "keyword": ", ".join(one.keywords),
        "note": "; ".join(filter(None, [one.note, f"SHA-256 {one.sha256}" if one.sha256 else ""])),
    }
    return {name: value for name, value in item.items() if value}


def _name(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}


def _issued(one: Reference) -> dict[str, Any]:
    if one.first is None or one.last is None:
        return {}
    parts = [_parts(one.first)] if one.day else [_parts(one.first), _parts(one.last)]
    return {"date-parts": parts, "circa": True} if one.circa else {"date-parts": parts}


def _parts(day: dt.date) -> list[int]:
    return [day.year, day.month, day.day]
