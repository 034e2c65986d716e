"""Compressed files and archives as documents: each member is read as a file of its name would be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tui.ingest.discover import passed_over
from tui.ingest.errors import ReadError
from tui.ingest.files import file_bytes
from tui.ingest.formats import Format, Reading, Source, format_by_content, largest, other_kind, web_pages
from tui.ingest.packed.unpack import LARGEST, Flaw, Member, is_archive, unpack
from tui.model import Document, Problem

_MOST_NAMED = 50


def read(source: Source) -> Iterator[Reading]:
    """The readings of all members, a Problem for each that cannot be read. Raises ReadError where there is none."""
    if not source.data:
        raise ReadError("empty")
    counted: Counter[str] = Counter()
    some = False
    for member in unpack(Path(source.found.path).name, source.data, _wanted):
        some = True
        for reading in _readings(source, member):
            counted["problems"] += len(reading.problems) if reading.document is None else 0
            if reading.document is None and counted["problems"] > _MOST_NAMED:
                counted["unnamed"] += 1
            else:
                yield reading
    if counted["unnamed"]:
        yield _failed(source, "", f"{counted['unnamed']} more members that cannot be read")
    if not some:
        raise ReadError("an archive without a document in it")


def member_bytes(document: Document) -> bytes:
    """The bytes of a document in an archive. Raises ReadError where they cannot be read any more."""
    name = document.member

    def wanted(member: str) -> int | str:
        return _wanted(member) if name == member or name.startswith(f"{member}/") else 0

    for member in unpack(Path(document.path).name, file_bytes(document.path, LARGEST), wanted):
        if isinstance(member, Member) and member.name == name:
            return member.data
    raise ReadError(f"the archive holds no {name} any more")


def _readings(source: Source, member: Member | Flaw) -> Iterator[Reading]:
    if isinstance(member, Flaw):
        yield _failed(source, member.name, member.reason)
        return
    try:
        form = web_pages() if member.url else format_by_content(member.name, member.data, source.names)
        found = replace(source.found, mtime_ns=member.taken_ns) if member.taken_ns else source.found
        yield from form.read(Source(found, member.name, member.data, member.url, source.names))
    except ReadError as error:
        yield _failed(source, member.name, error.reason)


def _failed(source: Source, member: str, reason: str) -> Reading:
    return Reading(None, (), (Problem(source.found.path, reason, member),))


def _wanted(name: str) -> int | str:
    """How many bytes of a member are read, or why not; 0 for what would be passed over in a folder."""
    if any(passed_over(part) or part == "__MACOSX" for part in name.split("/") if part != ".."):
        return 0
    if is_archive(name):
        return LARGEST
    kind = other_kind(name)
    return f"{kind}: it is not read" if kind else largest(name)


FORMAT = Format("an archive", read, LARGEST)
