"""Writing views out in a form for other programs: to standard output, or into a file outside what is read."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tui.cli.arguments import Arguments
from tui.cli.complaints import Complaint, complain
from tui.cli.roots import Roots
from tui.library.library import Library
from tui.model import Comparison, When
from tui.views.forms.actor import ActorKept
from tui.views.forms.kept import kept
from tui.views.forms.writing import FORMS, refused, write_out
from tui.views.wording import count


def write_stories(arguments: Arguments, library: Library, numbers: Iterable[int], roots: Roots, title: str) -> None:
    """Write these stories in the form asked for. Raises Complaint where the file cannot be written."""
    every = list(numbers)
    told = (
        replace(one, story=replace(one.story, document=replace(one.story.document, path="-")))
        if roots.spooled and one.story.document.path == roots.spooled
        else one
        for one in kept(library, every)
    )
    _give(arguments, roots, FORMS[arguments.form].stories(told, title), count(len(every), "story", "stories"))


def write_comparison(arguments: Arguments, comparison: Comparison, dates: tuple[When, When], roots: Roots) -> None:
    """Write a comparison in the form asked for. Raises Complaint, also where it cannot be written so."""
    write = FORMS[arguments.form].comparison
    if write is None:
        raise Complaint(_cannot("a comparison", arguments.form, [f.name for f in FORMS.values() if f.comparison]))
    _give(arguments, roots, write(comparison, dates), "the comparison")


def write_actor(arguments: Arguments, actor: ActorKept, roots: Roots) -> None:
    """Write an actor's page in the form asked for. Raises Complaint, also where it cannot be written so."""
    write = FORMS[arguments.form].actor
    if write is None:
        raise Complaint(_cannot("an actor's page", arguments.form, [f.name for f in FORMS.values() if f.actor]))
    _give(arguments, roots, write(actor), "the page")


def _cannot(what: str, form: str, forms: list[str]) -> str:
    return f"{what} is written as {', '.join(forms)}, not as {form}"


def _give(arguments: Arguments, roots: Roots, parts: Iterable[str], what: str) -> None:
    if not arguments.out:
        for part in parts:
            sys.stdout.write(part)
        return
    path = Path(arguments.out).expanduser()
    if why := refused(path, roots.paths):
        raise Complaint(f"{path}: {why}")
    try:
        write_out(path, parts)
    except OSError as error:
        raise Complaint(f"{path}: {error.strerror or error}") from error
    complain(f"{what} written to {path}")
