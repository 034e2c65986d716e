"""Which files there are to read under the paths that were given."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tui.ingest.beside import ENDINGS, PAGES, beside_pages
from tui.ingest.files import why
from tui.ingest.formats import SUFFIXES, suffix
from tui.model import Found, Problem

LOOKED_FOR: tuple[str, ...] = (*SUFFIXES, "and files without an ending")

# What cannot be a saved story: pictures, sound, film, fonts, styles, programs, and the droppings of other software.
_NEVER_NEWS_ENDINGS = """
.png .jpg .jpeg .gif .webp .svg .ico .bmp .tif .tiff .heic .avif .psd .mp3 .wav .ogg .flac .m4a .aac .opus .mp4 .mov
.avi .mkv .webm .wmv .mpg .mpeg .m4v .ttf .otf .woff .woff2 .eot .css .scss .less .map .js .mjs .ts .jsx .tsx .wasm
.py .pyc .pyo .pyi .so .o .a .dll .dylib .exe .class .jar .c .h .cpp .hpp .rs .go .rb .pl .sh .bat .ps1 .db .sqlite
.sqlite3 .library .lock .tmp .bak .swp .part .crdownload .log .toml .ini .cfg .iso .img .dmg .deb .rpm .torrent
"""
_NEVER_NEWS = frozenset(_NEVER_NEWS_ENDINGS.split())
_BESIDE_A_DATABASE = re.compile(r"-(?:wal|shm|journal)$", re.IGNORECASE)  # what SQLite adds to the name of its file


def discover(roots: Sequence[str]) -> Iterator[Found | Problem]:
    """The files under the roots, each once, a folder's in sorted order; a Problem for what cannot be opened.

    Paths are absolute. Hidden files and files that cannot be news are passed over, unless they are a root themselves.
    Links are followed only inside the roots.
    """
    starts = [os.path.normpath(Path(root).absolute()) for root in roots]
    inside = tuple(os.path.realpath(start) for start in starts)
    seen: set[tuple[int, int]] = set()
    for start in starts:
        try:
            status = Path(start).stat()
        except (OSError, ValueError) as error:
            yield Problem(start, why(error) if isinstance(error, OSError) else "not a path")
            continue
        if stat.S_ISDIR(status.st_mode):
            yield from _walk(start, inside, seen)
        else:
            yield from _file(start, status, seen)


def discover_among(paths: Iterable[str], roots: Sequence[str]) -> Iterator[Found]:
    """The regular files among these absolute paths that a look under the roots would find; problems are left to it."""
    starts = [os.path.normpath(Path(root).absolute()) for root in roots]
    inside = tuple(os.path.realpath(start) for start in starts)
    for path in sorted(set(paths)):
        start = next((start for start in starts if _within(path, (start,))), None)
        if start is None or not _within(os.path.realpath(path), inside) or _passed_over_below(start, path):
            continue
        try:
            status = Path(path).stat()
        except OSError:
            continue
        if stat.S_ISREG(status.st_mode):
            yield Found(path, status.st_size, status.st_mtime_ns)


def _passed_over_below(start: str, path: str) -> bool:
    """Whether a file, or a folder on the way to it from its root, is left alone in silence."""
    here = Path(start)
    for name in Path(path).relative_to(start).parts:
        if passed_over(name):
            return True
        for ending in ENDINGS:
            page = name.removesuffix(ending)
            if page != name and str(here / name) != path and any((here / (page + of)).exists() for of in PAGES):
                return True
        here /= name
    return False


def passed_over(name: str) -> bool:
    """Whether a file of that name in a folder is left alone in silence."""
    return name.startswith(".") or name.endswith("~") or suffix(_BESIDE_A_DATABASE.sub("", name)) in _NEVER_NEWS


def _walk(folder: str, inside: tuple[str, ...], seen: set[tuple[int, int]]) -> Iterator[Found | Problem]:
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            status = Path(here).stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(here) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield Problem(here, why(error))
            continue
        folders = []
        beside = beside_pages(entry.name for entry in listed)
        for entry in listed:
            if passed_over(entry.name) or (entry.name in beside and entry.is_dir()):
                continue
            if entry.is_symlink() and not _within(os.path.realpath(entry.path), inside):
                yield Problem(entry.path, "a link that leads outside the given paths; it is not followed")
                continue
            try:
                status = entry.stat()
            except OSError as error:
                yield Problem(entry.path, why(error))
                continue
            if stat.S_ISDIR(status.st_mode):
                folders.append(entry.path)
            else:
                yield from _file(entry.path, status, seen)
        waiting.extend(reversed(folders))


def _within(path: str, inside: tuple[str, ...]) -> bool:
    return any(path == root or path.startswith(root.rstrip(os.sep) + os.sep) for root in inside)


def _file(path: str, status: os.stat_result, seen: set[tuple[int, int]]) -> Iterator[Found | Problem]:
    if not stat.S_ISREG(status.st_mode):
        yield Problem(path, "not a regular file (a pipe, a socket or a device)")
        return
    if (status.st_dev, status.st_ino) not in seen:
        seen.add((status.st_dev, status.st_ino))
        yield Found(path, status.st_size, status.st_mtime_ns)
