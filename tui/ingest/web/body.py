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
_BLOCK = 12  # letters
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


class Inside:
    """A long run of letters, in which it is soon known of most others that they do not stand in it."""

    def __init__(self, whole: str) -> None:
        self._whole = whole
        self._blocks = {whole[at : at + _BLOCK] for at in range(0, len(whole), _BLOCK)}

    def __contains__(self, key: str) -> bool:
        """Whether it holds these letters: wherever they stand in it, they hold a whole block if they are two long."""
        if len(key) >= 2 * _BLOCK and not any(key[at : at + _BLOCK] in self._blocks for at in range(_BLOCK)):
            return False
        return key in self._whole


def located(texts: Sequence[str], pieces: Sequence[str]) -> list[bool]:
    """For each line of a page, whether it is one of the pieces, or stands in one."""
    held = [letters(piece) for piece in pieces]
    alone, inside = frozenset(held), Inside("".join(held))  # long lines may reach across pieces
    keys = map(letters, texts)
    return [bool(key) and (key in alone or (len(key) >= _LEAST_INSIDE and key in inside)) for key in keys]
