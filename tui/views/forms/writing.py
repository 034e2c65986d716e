"""Everything that can be written out, and in which forms: the command line and the screen both read this table."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tui.model import Comparison, When
from tui.views.export import as_text, comparison_markdown, story_markdown
from tui.views.forms.actor import ActorKept, actor_html, actor_line, actor_markdown
from tui.views.forms.bibtex import bibtex
from tui.views.forms.comparison import comparison_html
from tui.views.forms.csl import csl
from tui.views.forms.html import stories_html
from tui.views.forms.kept import Kept
from tui.views.forms.reference import Reference, reference
from tui.views.forms.ris import ris
from tui.views.forms.table import stories_csv, tags_csv
from tui.views.json import Json, as_json, compare_json, story_json
from tui.views.lines import safe
from tui.views.page import story_page

StoriesForm = Callable[[Iterable[Kept], str], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Form:
    """A form to write in: its name, what it is, and what writes it.

    What cannot be written so is None: `stories` (given with a title), `comparison` (with the dates of both sides as
    they were placed), `actor`.
    """

    name: str
    says: str
    stories: StoriesForm
    comparison: Callable[[Comparison, tuple[When, When]], Iterable[str]] | None = None
    actor: Callable[[ActorKept], Iterable[str]] | None = None


def _jsonl(stories: Iterable[Kept], _title: str) -> Iterator[str]:
    return (as_json(kept_json(one)) + "\n" for one in stories)


def kept_json(one: Kept) -> Json:
    """A story as JSON, with the reader's own word on it."""
    form = story_json(
        one.story, one.placed, one.mentions, one.quotations, names=one.names, group=one.group, event=one.event
    )
    highlights = [
        {"block": own.block, "start": own.start, "end": own.end, "text": own.text, "note": own.note, "tag": own.tag}
        for own in one.highlights
    ]
    own_word = {"read": one.read, "star": one.star, "tags": list(one.tags), "note": one.note, "highlights": highlights}
    return {**form, "url": one.story.url, "sha256": one.story.document.digest, **own_word}


def _markdown(stories: Iterable[Kept], _title: str) -> Iterator[str]:
    for nth, one in enumerate(stories):
        own = [f"> {as_text(line)}  \n" for line in _own_word(one)]
        yield ("\n---\n\n" if nth else "") + story_markdown(one.story, one.placed)
        yield "\n" + "".join(own) if own else ""


def _text(stories: Iterable[Kept], _title: str) -> Iterator[str]:
    for nth, one in enumerate(stories):
        yield "\n\n" if nth else ""
        yield from (f"{line.text}\n" for line in story_page(one.story, one.placed))
        own = _own_word(one)
        yield "\n" + "".join(f"{safe(line)}\n" for line in own) if own else ""


def _own_word(one: Kept) -> Iterator[str]:
    """The reader's tags, note and highlights, a line each."""
    if one.tags:
        yield f"Tags: {', '.join(one.tags)}"
    if one.note:
        yield f"Note: {one.note}"
    for own in one.highlights:
        about = ", ".join(filter(None, [own.tag, own.note]))
        yield f"Highlighted: “{own.text}”" + (f" ({about})" if about else "")


def _csl(stories: Iterable[Kept], _title: str) -> Iterator[str]:
    yield "["
    for nth, one in enumerate(stories):
        yield (",\n" if nth else "\n") + json.dumps(csl(reference(one)), ensure_ascii=False)
    yield "\n]\n"


def _references(write: Callable[[Reference], str]) -> StoriesForm:
    return lambda stories, _title: (write(reference(one)) for one in stories)


def _table(write: Callable[[Iterable[Kept]], Iterator[str]]) -> StoriesForm:
    return lambda stories, _title: write(stories)


def _html(stories: Iterable[Kept], title: str) -> Iterator[str]:
    return stories_html(list(stories), title)


_ALL = (
    Form(
        "md",
        "Markdown",
        _markdown,
        lambda comparison, _dates: [comparison_markdown(comparison)],
        lambda actor: [actor_markdown(actor)],
    ),
    Form("html", "a web page that looks like the screen", _html, comparison_html, actor_html),
    Form(
        "jsonl",
        "JSON, an object a line",
        _jsonl,
        lambda comparison, _dates: [as_json(compare_json(comparison)) + "\n"],
        lambda actor: [actor_line(actor) + "\n"],
    ),
    Form("csv", "a table of the stories", _table(stories_csv)),
    Form("tags", "a table of your tags and highlights", _table(tags_csv)),
    Form("ris", "references for Zotero, EndNote and others", _references(ris)),
    Form("bib", "BibTeX", _references(bibtex)),
    Form("csl", "CSL-JSON, for citation processors", _csl),
    Form("txt", "plain text", _text),
)
FORMS: Mapping[str, Form] = {form.name: form for form in _ALL}


def refused(path: Path, roots: Sequence[str]) -> str:
    """Why no file can be written there, with what to do instead; "" when one can."""
    target = Path(os.path.realpath(path))  # what a link leads to; `Path.resolve` raises where links go in a circle
    try:
        if not target.parent.is_dir():
            return f"There is no folder {target.parent}."
        for root in map(os.path.realpath, roots):
            if target.parent.is_relative_to(root) or target == Path(root):
                return "The folder that is read is never written to. Choose another one."
        if path.is_symlink() or path.exists():
            return "There is such a file already. Choose another name."
    except OSError as error:
        return f"Nothing can be written there: {error.strerror}."
    return ""


def write_out(path: Path, parts: Iterable[str]) -> None:
    """Write these parts into a new file, whole or not at all. Raises OSError, FileExistsError where there is one."""
    with ExitStack() as undo:
        with path.open("x", encoding="utf-8", errors="backslashreplace", newline="") as file:
            undo.callback(path.unlink)
            file.writelines(parts)
        undo.pop_all()  # only once it is closed: a full disk may show itself with the last that is written
