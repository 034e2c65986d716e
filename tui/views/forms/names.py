"""The names of the forms to write in, and the endings of their files. Light: nothing else is imported."""

from __future__ import annotations

from collections.abc import Mapping

ENDINGS: Mapping[str, str] = {
    "md": ".md",
    "html": ".html",
    "jsonl": ".jsonl",
    "csv": ".csv",
    "tags": ".tags.csv",
    "ris": ".ris",
    "bib": ".bib",
    "csl": ".json",
    "txt": ".txt",
}
"""The ending of the files of each form, by the name of the form."""


def form_named(path: str) -> str:
    """The form that a file's name asks for by its ending, "" for an ending that is not known."""
    named = path.lower()
    fitting = [name for name, ending in ENDINGS.items() if named.endswith(ending)]
    return max(fitting, key=lambda name: len(ENDINGS[name]), default="")
