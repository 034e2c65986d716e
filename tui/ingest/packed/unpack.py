"""What compressed files and archives hold, within limits: nothing is written to disk, no link is followed.

An archive is untrusted: how far it may expand, how many members it may have and how deep archives may lie in one
another is bounded, and a member that is refused costs only itself.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BufferedReader, BytesIO, RawIOBase
from typing import IO, TYPE_CHECKING, cast

from tui.ingest.beside import beside_pages, lies_in
from tui.ingest.errors import ReadError
from tui.ingest.files import LARGEST as LARGEST_PAGE
from tui.ingest.files import megabytes
from tui.ingest.formats import SUFFIXES as FORMAT_SUFFIXES
from tui.ingest.formats import suffix
from tui.ingest.looks import ending
from tui.ingest.packed.warc import pages
from tui.ingest.packed.zstd import Zstd
from tui.text.clean import visible

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

LARGEST = 512 * 1024 * 1024  # bytes of an archive, and
LARGEST_IN_ALL = 1024 * 1024 * 1024  # of all that it holds
MOST = 100_000  # members
DEEPEST = 3
_RATIO, _SMALL = 100, 4 * 1024 * 1024  # text never shrinks to a hundredth; a few megabytes may
_CHUNK = 1 << 16
_COMPRESSED = (".gz", ".bz2", ".xz", ".zst")
_TARS = (".tar", ".tgz", ".tbz", ".tbz2", ".txz", ".tzst", *(f".tar{ending}" for ending in _COMPRESSED))
_WARCS = (".warc", *(f".warc{ending}" for ending in _COMPRESSED))
SUFFIXES = (".zip", ".tar", ".tgz", ".tbz", ".tbz2", ".txz", ".tzst", ".warc", *_COMPRESSED)
_DAMAGE = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError)
_REFUSED = (NotImplementedError, RuntimeError)  # what zipfile raises for methods and passwords that it does not know


@dataclass(frozen=True, slots=True)
class Member:
    """A document in an archive: its name, made visible, archives in archives parted by a slash; and its bytes.

    `url` is the address of a page of a web archive, and `taken_ns` when it was taken down, in nanoseconds since 1970;
    "" and 0 for everything else.
    """

    name: str
    data: bytes
    url: str = ""
    taken_ns: int = 0


@dataclass(frozen=True, slots=True)
class Flaw:
    """A member that cannot be read, or the whole archive where `name` is empty, and why."""

    name: str
    reason: str


Wanted = Callable[[str], int | str]
"""How many bytes of a member of this name are wanted, 0 for none, or why it cannot be read; archives in it too."""


def unpack(name: str, data: bytes, wanted: Wanted) -> Iterator[Member | Flaw]:
    """The members of an archive of this name, in its order, those inside archives in it too."""
    yield from _Unpacker(wanted).opened(_by_look(name, data), data, "", 1)


def is_archive(name: str) -> bool:
    """Whether a document of this name is opened here."""
    return name.lower().endswith(SUFFIXES)


class _Unpacker:
    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._bytes = LARGEST_IN_ALL
        self._members = MOST
        self._seen: dict[str, int] = {}

    def opened(self, name: str, data: bytes, within: str, depth: int) -> Iterator[Member | Flaw]:
        """What an archive holds; `within` is its own name as a member, "" for a file."""
        if depth > DEEPEST:
            yield Flaw(within, f"archives in one another more than {DEEPEST} deep")
            return
        low = name.lower()
        try:
            if low.endswith(".zip"):
                yield from self._zip(data, within, depth)
            elif low.endswith(_TARS):
                yield from self._tar(low, data, within, depth)
            elif low.endswith(_WARCS):
                yield from self._warc(low, data, within)
            else:
                yield from self._single(name, data, within, depth)
        except ReadError as error:
            yield Flaw(within, error.reason)
        except _DAMAGE as error:
            yield Flaw(within, f"a damaged or cut archive: {_why(error)}")

    def _single(self, name: str, data: bytes, within: str, depth: int) -> Iterator[Member | Flaw]:
        inner = name.rpartition("/")[2].rpartition(".")[0] or "unnamed"
        member = self._named(inner, within)
        size = self._wanted(member)
        if isinstance(size, str):
            yield Flaw(member, size)
            return
        if not size:
            return
        kept = BytesIO()
        cut = ""
        try:
            with _expanded(name.lower(), data) as file:
                for chunk in self._chunks(file, len(data), size):
                    kept.write(chunk)
        except _DAMAGE as error:
            if not kept.tell():
                raise
            cut = f"damaged or cut, and read as far as it goes: {_why(error)}"
            whole = kept.getvalue().rfind(b"\n") + 1
            kept.truncate(whole or kept.tell())
        yield from self._given(inner, member, kept.getvalue(), depth)
        if cut:
            yield Flaw(member, cut)

    def _zip(self, data: bytes, within: str, depth: int) -> Iterator[Member | Flaw]:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            beside = beside_pages(archive.namelist())
            for info in archive.infolist():
                if info.is_dir() or lies_in(info.filename, beside):
                    continue
                member = self._named(info.filename, within)
                size = self._wanted(member)
                if not size:
                    continue
                if isinstance(size, str):
                    yield Flaw(member, size)
                elif stat.S_ISLNK(info.external_attr >> 16):
                    yield Flaw(member, "a link inside an archive; it is not followed")
                elif info.flag_bits & 1:
                    yield Flaw(member, "it can only be opened with a password")
                else:
                    yield from self._zipped(archive, info, member, size, depth)

    def _zipped(
        self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, member: str, size: int, depth: int
    ) -> Iterator[Member | Flaw]:
        try:
            with archive.open(info) as file:
                data = b"".join(self._chunks(file, info.compress_size, size))
        except ReadError as error:
            yield Flaw(member, error.reason)
        except (*_DAMAGE, *_REFUSED) as error:
            yield Flaw(member, f"damaged: {_why(error)}")
        else:
            yield from self._given(info.filename, member, data, depth)

    def _tar(self, name: str, data: bytes, within: str, depth: int) -> Iterator[Member | Flaw]:
        plain = name.endswith(".tar")
        with BytesIO(data) if plain else _expanded(name, data) as file:
            stream = file if plain else cast("IO[bytes]", _Bounded(file, len(data)))
            with tarfile.open(fileobj=stream, mode="r|") as archive:
                for info in archive:
                    if not info.isdir():
                        yield from self._tarred(archive, info, within, depth)

    def _tarred(
        self, archive: tarfile.TarFile, info: tarfile.TarInfo, within: str, depth: int
    ) -> Iterator[Member | Flaw]:
        member = self._named(info.name, within)
        size = self._wanted(member)
        if not size:
            return
        file = archive.extractfile(info) if info.isreg() else None
        if isinstance(size, str):
            yield Flaw(member, size)
        elif info.issym() or info.islnk():
            yield Flaw(member, "a link inside an archive; it is not followed")
        elif file is None:
            yield Flaw(member, "not a regular file (a pipe or a device)")
        elif info.size > size:
            yield Flaw(member, _too_large(size))
        else:
            data = b"".join(self._chunks(file, info.size, size))
            if len(data) < info.size:
                raise EOFError("it ends in the middle of a member")
            yield from self._given(info.name, member, data, depth)

    def _warc(self, name: str, data: bytes, within: str) -> Iterator[Member | Flaw]:
        plain = name.endswith(".warc")
        with BytesIO(data) if plain else _expanded(name, data) as file:
            stream = cast("IO[bytes]", BufferedReader(_Bounded(file, len(data))))
            for page in pages(stream, LARGEST_PAGE):
                self._bytes -= len(page.data)
                if self._bytes < 0:
                    raise ReadError(f"more than {megabytes(LARGEST_IN_ALL)} in one archive; the rest is not read")
                member = self._named(page.url, within)
                yield Flaw(member, page.flaw) if page.flaw else Member(member, page.data, page.url, page.taken_ns)

    def _given(self, name: str, member: str, data: bytes, depth: int) -> Iterator[Member | Flaw]:
        name = _by_look(name, data)
        if is_archive(name):
            yield from self.opened(name, data, member, depth + 1)
        else:
            yield Member(member, data)

    def _named(self, name: str, within: str) -> str:
        """A member's name, safe to show and its own. Raises ReadError where there are too many of them."""
        self._members -= 1
        if self._members < 0:
            raise ReadError(f"more than {MOST} members; the rest is not read")
        shown = visible(name.removeprefix("./")).replace("\n", "␊").replace("\t", "␉") or "unnamed"
        shown = f"{within}/{shown}" if within else shown
        times = self._seen[shown] = self._seen.get(shown, 0) + 1
        return shown if times == 1 else f"{shown} ({times})"

    def _chunks(self, file: IO[bytes], compressed: int, limit: int) -> Iterator[bytes]:
        """A member's bytes as they expand. Raises ReadError beyond a limit."""
        bounded = _Bounded(file, compressed)
        while chunk := bounded.read(_CHUNK) or b"":
            self._bytes -= len(chunk)
            if self._bytes < 0:
                raise ReadError(f"more than {megabytes(LARGEST_IN_ALL)} in one archive; the rest is not read")
            if bounded.total > limit:
                raise ReadError(_too_large(limit))
            yield chunk


class _Bounded(RawIOBase):
    """A file that is being expanded, which may not grow beyond all measure: reading on raises ReadError."""

    def __init__(self, file: IO[bytes], compressed: int) -> None:
        self._file = file
        self._most = max(_SMALL, compressed * _RATIO)
        self.total = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        read = getattr(self._file, "read1", self._file.read)  # what comes in front of a fault is not lost
        view = memoryview(buffer).cast("B")
        data = cast("bytes", read(len(view)))
        self.total += len(data)
        if self.total > self._most:
            raise ReadError(f"it expands to more than {_RATIO} times its size, which text never does")
        view[: len(data)] = data
        return len(data)


def _by_look(name: str, data: bytes) -> str:
    """The name of a document, with the ending of the archive that it looks like where it has none that tells."""
    looks = "" if suffix(name) in FORMAT_SUFFIXES else ending(data)
    return name + looks if looks in SUFFIXES else name


def _expanded(name: str, data: bytes) -> IO[bytes]:
    if name.endswith((".zst", ".tzst")):
        return cast("IO[bytes]", Zstd(data))
    if name.endswith((".bz2", ".tbz", ".tbz2")):
        return cast("IO[bytes]", bz2.open(BytesIO(data)))
    if name.endswith((".xz", ".txz")):
        return cast("IO[bytes]", lzma.open(BytesIO(data)))
    return cast("IO[bytes]", gzip.open(BytesIO(data)))


def _too_large(limit: int) -> str:
    return f"too large: more than {megabytes(limit)}"


def _why(error: Exception) -> str:
    said = visible(str(error)).replace("\n", " ")[:120]
    return f"{said[:1].lower()}{said[1:]}" or type(error).__name__
