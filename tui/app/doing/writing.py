"""What can be written out from where the reader is, in which forms, and into which file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from tui.app.asking.pick import Choice
from tui.library.entries import Entry
from tui.library.library import Library
from tui.model import Comparison, When
from tui.views.forms import writing
from tui.views.forms.actor import actor_kept
from tui.views.forms.kept import kept, one_per_group
from tui.views.forms.names import ENDINGS, form_named
from tui.views.wording import count

Write = Callable[[str, str], Iterable[str]]
"""Gives the parts of a file: what is written, in the form of this name, with this title."""
_LONGEST_NAME = 40


class Matter(NamedTuple):
    """Something that can be written out: what it is in words, a name for its file, its forms, and what writes it."""

    says: str
    name: str
    forms: tuple[str, ...]
    write: Write


def stories_matter(library: Library, numbers: Sequence[int], says: str, name: str) -> Matter:
    """Stories in order of time."""

    def write(form: str, title: str) -> Iterable[str]:
        return writing.FORMS[form].stories(kept(library, library.in_order(numbers)), title)

    return Matter(says, name, tuple(ENDINGS), write)


def list_matters(library: Library, entries: Sequence[Entry], which: str) -> list[Matter]:
    """The stories of a list: all of them, and where copies are among them, one of each group."""
    numbers = [entry.number for entry in entries]
    found = [stories_matter(library, numbers, f"{count(len(numbers), 'story', 'stories')} {which}", "stories")]
    once = one_per_group(entries)
    if len(once) < len(numbers):
        found.append(
            stories_matter(library, once, f"{len(once):,} of them, one of each group of copies", "stories-once")
        )
    return found


def story_matter(library: Library, entry: Entry) -> Matter:
    """One story."""
    return stories_matter(library, [entry.number], "This story", _named(entry.headline) or entry.id)


def comparison_matter(comparison: Comparison, dates: tuple[When, When]) -> Matter:
    """Two stories side by side, with their dates as they were placed."""

    def write(form: str, _title: str) -> Iterable[str]:
        told = writing.FORMS[form].comparison
        return () if told is None else told(comparison, dates)

    forms = tuple(name for name, form in writing.FORMS.items() if form.comparison is not None)
    return Matter("This comparison", "comparison", forms, write)


def actor_matter(library: Library, id: str, name: str) -> Matter:
    """An actor's page."""

    def write(form: str, _title: str) -> Iterable[str]:
        told = writing.FORMS[form].actor
        return () if told is None else told(actor_kept(library, id))

    forms = tuple(one for one, form in writing.FORMS.items() if form.actor is not None)
    return Matter(f"The page of {name}", _named(name) or id, forms, write)


def choices(matters: Sequence[Matter]) -> list[Choice]:
    """Every form of every matter to pick from; the value is `place of the matter` and `form` with a space between."""
    return [
        Choice(f"{nth} {form}", writing.FORMS[form].says, ENDINGS[form], group=matter.says, also=form)
        for nth, matter in enumerate(matters)
        for form in matter.forms
    ]


def free_file(name: str, form: str, roots: Sequence[str]) -> str:
    """A file that can be written, as a reader would name it: in this folder, else at home."""
    for folder in (Path.cwd(), Path.home()):
        for nth in range(1, 100):
            path = folder / f"{name}{f'-{nth}' if nth > 1 else ''}{ENDINGS[form]}"
            if not writing.refused(path, roots):
                return path.name if folder == Path.cwd() else f"~/{path.name}"
    return f"{name}{ENDINGS[form]}"


def refused(path: Path, roots: Sequence[str], forms: Sequence[str] = tuple(ENDINGS)) -> str:
    """Why nothing can be written there; "" when it can."""
    if form_named(path.name) not in forms:
        return f"The ending must be one of {', '.join(ENDINGS[form] for form in forms)}."
    return writing.refused(path, roots)


def write_to(matter: Matter, path: Path) -> str:
    """Write something into a new file in the form that its ending says; returns what was done. Raises OSError."""
    writing.write_out(path, matter.write(form_named(path.name), path.stem))
    return f"{matter.says}: written to {path}."


def _named(text: str) -> str:
    """The first words of a text as the name of a file: letters, figures and hyphens alone."""
    words = re.findall(r"[^\W_]+", text.lower())
    name = ""
    for word in words:
        if len(name) + len(word) >= _LONGEST_NAME:
            break
        name += f"{'-' if name else ''}{word}"
    return name
