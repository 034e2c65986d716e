"""Stories as RIS, the tagged form that reference managers read; two letters, two blanks, a dash, a blank, the value.

Tags as Zotero and EndNote take them for a newspaper article (NEWS).
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.views.forms.reference import Name, Reference


def ris(one: Reference) -> str:
    """One record, an empty line behind it; lines end in CR LF."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _tags(one)) + "ER  - \r\n\r\n"


def _tags(one: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", one.id
    if one.title:
        yield "TI", one.title
    for author in one.authors:
        yield "AU", _name(author)
    for tag, value in (("T2", one.outlet), ("CY", one.place), ("LA", one.language), ("AB", one.abstract)):
        if value:
            yield tag, value
    if one.year is not None:
        yield "PY", str(one.year)
        yield "DA", one.day.isoformat().replace("-", "/") if one.day else f"{one.year}///{_about(one)}"
    for keyword in one.keywords:
        yield "KW", keyword
    if one.url:
        yield "UR", one.url
    if one.note:
        yield "N1", one.note
    if one.sha256:
        yield "M1", f"SHA-256 {one.sha256}"


def _name(name: Name) -> str:
    return f"{name.family}, {name.given}" if name.given else name.family


def _about(one: Reference) -> str:
    """What stands for the day where it is not known: the days it can be of."""
    return f"{one.first} to {one.last}"
