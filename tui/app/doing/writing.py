"""Writing stories to a file in the form that its ending asks for; never into the folders that are read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tui.library.library import Library
from tui.views.forms import writing
from tui.views.forms.kept import kept
from tui.views.forms.names import ENDINGS, form_named

KINDS = tuple(ENDINGS.values())
"""The endings that a file can have."""


def refused(path: Path, roots: Sequence[str]) -> str:
    """Why nothing can be written there; "" when it can."""
    if not form_named(path.name):
        return f"The ending must be one of {', '.join(KINDS)}."
    return writing.refused(path, roots)


def write(library: Library, numbers: Sequence[int], path: Path) -> str:
    """Write these stories in order of time; returns what was done. Raises OSError."""
    ordered = library.in_order(numbers)
    form = writing.FORMS[form_named(path.name)]
    writing.write_out(path, form.stories(kept(library, ordered), path.stem))
    return f"{len(ordered):,} written to {path}."
