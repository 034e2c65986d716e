"""The story's text on a web page: what trafilatura takes for it, found again among the lines of the page's text.

A. Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction", ACL 2021.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any

from tui.ingest.web.tree import Element

_LETTERS = re.compile(r"[^\W_]+")
_LEAST_INSIDE = 25  # letters of a line that may stand for itself inside a longer piece
_LIBRARIES = ("trafilatura", "htmldate", "courlan", "justext")


@cache
def _trafilatura() -> Any:
    for name in _LIBRARIES:
        # They report on standard error what is wrong with a page; that is told as problems here.
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return import_module("trafilatura")


def extract(tree: Element) -> tuple[str, ...]:
    """The paragraphs that trafilatura takes for the story; none where it finds none. The tree stays as it is."""
    etree: Any = import_module("lxml.etree")
    try:
        found = _trafilatura().bare_extraction(tree, include_comments=True, with_metadata=False)
    except (ValueError, TypeError, RecursionError, etree.LxmlError):
        found = None  # the page's lines are then labelled as plain text is
    text: str = found.text or "" if found is not None else ""
    return tuple(piece for piece in text.split("\n") if piece.strip())


def read_date(tree: Element) -> str:
    """The day that htmldate reads off a page's addresses and text, YYYY-MM-DD; empty where it finds none."""
    _trafilatura()
    find: Any = import_module("htmldate").find_date
    try:
        day: str | None = find(tree, original_date=True, extensive_search=False)
    except (ValueError, TypeError, RecursionError):
        return ""  # a date that it cannot make sense of is none
    return day or ""


def letters(text: str) -> str:
    """The letters and digits of a text in lower case, for finding it again."""
    return "".join(_LETTERS.findall(text.casefold()))


def located(texts: Sequence[str], pieces: Sequence[str]) -> list[bool]:
    """For each line of a page, whether it is one of the pieces, or stands in one."""
    keys = [letters(piece) for piece in pieces]
    alone = set(keys)
    # Pieces are kept apart so that no line matches across two of them by chance; long lines may.
    whole, joined = "|".join(keys), "".join(keys)
    found = []
    for text in texts:
        key = letters(text)
        if not key:
            found.append(False)
        elif len(key) < _LEAST_INSIDE:
            found.append(key in alone)
        else:
            found.append(key in alone or key in whole or key in joined)
    return found
