"""Stories as BibTeX entries: UTF-8, signs that LaTeX takes for its own escaped, capitals of titles held by braces."""

from __future__ import annotations

from collections.abc import Iterator

from tui.views.forms.reference import Name, Reference

_ESCAPED = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(one: Reference) -> str:
    """One entry, called by the story's id, an empty line behind it."""
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(one))
    return f"@article{{wireside-{one.id},\n{fields}}}\n\n"


def _fields(one: Reference) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{{{escaped(one.title)}}}}}"
    if one.authors:
        yield "author", f"{{{' and '.join(map(_name, one.authors))}}}"
    for name, value in (("journal", one.outlet), ("location", one.place), ("langid", one.language)):
        if value:
            yield name, f"{{{escaped(value)}}}"
    if one.first and one.last:
        days = dict.fromkeys((one.first.isoformat(), one.last.isoformat()))
        yield "date", f"{{{'/'.join(f'{day}~' if one.circa else day for day in days)}}}"
    if one.year is not None:
        yield "year", f"{{{one.year}}}"
    if one.day is not None:
        yield "month", _MONTHS[one.day.month - 1]
    if one.url:
        # Addresses are written as they are: \url of the styles takes them so; a per cent sign alone ends a line there.
        yield "url", f"{{{one.url.replace('%', chr(92) + '%')}}}"
    if one.keywords:
        yield "keywords", f"{{{', '.join(map(escaped, one.keywords))}}}"
    if one.abstract:
        yield "abstract", f"{{{escaped(one.abstract)}}}"
    said = [one.note, f"SHA-256 {one.sha256}" if one.sha256 else ""]
    if any(said):
        yield "note", f"{{{escaped('; '.join(filter(None, said)))}}}"


def escaped(text: str) -> str:
    """The text with the signs of LaTeX written so that they stand for themselves."""
    return "".join(_ESCAPED.get(sign, sign) for sign in text)


def _name(name: Name) -> str:
    # Braces keep an agency, or the word "and" inside a name, from being read as several names.
    if not name.given:
        return f"{{{escaped(name.family)}}}"
    return f"{escaped(name.family)}, {escaped(name.given)}"
