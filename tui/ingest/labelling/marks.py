"""The marks that text browsers and converters leave in running text: numbered links, Markdown's links and emphasis."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tui.ingest.labelling.unwrap import Run

# A list of the addresses that numbers in brackets stand for, as lynx prints it below a page.
_REFERENCES = re.compile(r"^\s*(?:References|(?:Visible|Hidden) links:?)\s*$")
_REFERENCE = re.compile(r"\s*\d{1,4}\.\s(?:https?|ftp|file|mailto|javascript|about):")
_LEAST_REFERENCES = 2
_NUMBERED = re.compile(r"\[\d{1,4}\](?=\S|\s|$)")

_ADDRESS = r"\((?:[^()\s]|\([^()\s]*\)){0,2000}(?:\s+\"[^\"]{0,300}\")?\)"
_IMAGE = re.compile(rf"!\[([^\[\]]{{0,500}})\]{_ADDRESS}")
_LINK = re.compile(rf"\[([^\[\]]{{0,500}})\]{_ADDRESS}")
_NAMED_LINK = re.compile(r"\[([^\[\]]{1,300})\]\[[^\[\]]{0,60}\]")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1")
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*]{1,1000}?)(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=[^\s_])([^_]{1,1000}?)(?<=[^\s_])_(?!\w)"
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_CODE = re.compile(r"`([^`]{1,200})`")
_HEADED = re.compile(r"^#{1,6}\s\S", re.MULTILINE)
_MARKDOWN = ("](", "][", "**", "__", "\\")


def without_marks(runs: list[Run]) -> list[Run]:
    """The runs with the marks of a renderer taken out, where the document shows that it has such; else as they are."""
    clean = _cleaner(runs)
    if clean is None:
        return runs
    cleaned = []
    for run in runs:
        text = clean(run.text)
        cleaned.append(run if text == run.text else run._replace(text=" ".join(text.split()) or run.text))
    return cleaned


def _cleaner(runs: Sequence[Run]) -> Callable[[str], str] | None:
    whole = "\n".join([run.text for run in runs])
    linked = "[" in whole
    if linked and ("[1]" in whole or "[2]" in whole) and _referenced(runs):
        return lambda text: text if _REFERENCE.match(text) else _NUMBERED.sub("", text)
    if any(mark[0] in whole and mark in whole for mark in _MARKDOWN):
        return _without_markdown
    if "#" in whole and _HEADED.search(whole):
        return _without_markdown
    marked = [run.text for run in runs if run.text[0] in "_*" and run.text.count(run.text[0]) > 1]
    if any(_EMPHASIS.match(text) for text in marked):
        return _without_markdown
    return None


def _referenced(runs: Sequence[Run]) -> bool:
    for i, run in enumerate(runs):
        if _REFERENCES.match(run.text):
            below = runs[i + 1 : i + 12]
            if sum(_REFERENCE.match(line.text) is not None for line in below) >= min(_LEAST_REFERENCES, len(below)) > 0:
                return True
    return False


def _without_markdown(text: str) -> str:
    if "](" in text:
        # A picture alone on its line stays one, for its text to be taken for no paragraph.
        if not _IMAGE.fullmatch(text):
            text = _IMAGE.sub(r"\1", text)
            text = _LINK.sub(r"\1", text)
            text = _LINK.sub(r"\1", text)  # a link that held a picture
    elif "][" in text:
        text = _NAMED_LINK.sub(r"\1", text)
    if "**" in text or "__" in text:
        text = _STRONG.sub(r"\2", text) if not _STRONG.fullmatch(text) else text
    if "_" in text or "*" in text:
        text = _EMPHASIS.sub(lambda found: found[1] or found[2], text)
    if "`" in text:
        text = _CODE.sub(r"\1", text)
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text
