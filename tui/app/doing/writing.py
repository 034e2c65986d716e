"""Writing stories to a file: JSON lines, Markdown or plain text; never into the folders that are read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from tui.app.paint.glyphs import signs
from tui.app.paint.phrases import when
from tui.library.library import Library
from tui.model import BlockKind
from tui.views.json import story_json


def refused(path: Path, roots: Sequence[str]) -> str:
    """Why nothing can be written there; "" when it can."""
    if path.suffix not in KINDS:
        return f"The ending must be one of {', '.join(KINDS)}."
    folder = path.resolve().parent
    if not folder.is_dir():
        return f"There is no folder {folder}."
    for root in roots:
        if folder.is_relative_to(Path(root).resolve()) or path.resolve() == Path(root).resolve():
            return "The folder that is read is never written to. Choose another one."
    if path.exists():
        return "There is such a file already. Choose another name."
    return ""


def write(library: Library, numbers: Sequence[int], path: Path) -> str:
    """Write these stories in order of time; returns what was done. Raises OSError."""
    made = KINDS[path.suffix]
    ordered = library.in_order(numbers)
    with path.open("x", encoding="utf-8") as file:
        for number in ordered:
            file.write(made(library, number))
    return f"{len(ordered):,} written to {path}."


def _json(library: Library, number: int) -> str:
    story, placed = library.story(number), library.placed(number)
    mentions, quotations = library.mentions(number), library.quotations(number)
    names = {mention.actor: library.actor(mention.actor).name for mention in mentions if mention.actor}
    return json.dumps(story_json(story, placed, mentions, quotations, names=names), ensure_ascii=False) + "\n"


def _lines(library: Library, number: int) -> Iterator[tuple[str, str]]:
    """The parts of a story, each with what it is: headline, origin, paragraph, subhead."""
    story = library.story(number)
    yield "headline", story.headline or "Without a headline"
    said = [when(library.placed(number), signs()), story.place, story.agency or story.byline, story.outlet]
    yield "origin", ", ".join(part for part in said if part)
    for block in story.of(BlockKind.STANDFIRST, BlockKind.KEY_POINT, BlockKind.SUBHEAD, BlockKind.PARAGRAPH):
        yield block.kind.value, block.text
    yield "source", story.url or story.document.path


def _markdown(library: Library, number: int) -> str:
    forms = {
        "headline": "## {}",
        "origin": "*{}*",
        BlockKind.KEY_POINT.value: "- {}",
        BlockKind.SUBHEAD.value: "### {}",
        "source": "Source: {}",
    }
    return "\n\n".join(forms.get(kind, "{}").format(_plain(text)) for kind, text in _lines(library, number)) + "\n\n"


def _plain(text: str) -> str:
    """Text in which Markdown finds nothing to make of."""
    return "".join(f"\\{character}" if character in "\\`*_[]<>#|" else character for character in text)


def _text(library: Library, number: int) -> str:
    return "\n\n".join(text for _, text in _lines(library, number)) + "\n\n\n"


KINDS: Mapping[str, Callable[[Library, int], str]] = {".jsonl": _json, ".md": _markdown, ".txt": _text}
