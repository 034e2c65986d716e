"""The folders that browsers save beside a page for what belongs to it: its pictures, frames and programs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

# How browsers end the name of such a folder, in the languages that they speak.
_ENDING_NAMES = """
_files .files -Dateien _fichiers _archivos _ficheros _arquivos _ficheiros _file -filer _bestanden _dosyalar _pliki
_soubory _tiedostot _fajlovi _datoteke _elemei _failid _fitxers
"""
ENDINGS = tuple(_ENDING_NAMES.split())
PAGES = (".html", ".htm", ".xhtml")


def beside_pages(names: Iterable[str]) -> frozenset[str]:
    """The paths that the folders beside the pages among these files may have."""
    pages = [page for page in map(PurePosixPath, names) if page.suffix.lower() in PAGES]
    return frozenset(str(page.with_suffix("")) + ending for page in pages for ending in ENDINGS)


def lies_in(name: str, folders: frozenset[str]) -> bool:
    """Whether a file lies in one of the folders, or in a folder of theirs."""
    if not folders:
        return False
    path = str(PurePosixPath(name))
    above = (stroke.start() for stroke in re.finditer("/", path))
    return any(path.endswith(ENDINGS, 0, end) and path[:end] in folders for end in above)
