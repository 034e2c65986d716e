"""Files packed by zstd, expanded little by little, so that not even a hostile one takes much memory."""

from __future__ import annotations

from io import RawIOBase
from typing import TYPE_CHECKING, Any

from tui.ingest.extras import extra

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_STEP = 512  # packed bytes at a time: of a few bytes each may come a block of 128 kB


class Zstd(RawIOBase):
    """The bytes that a zstd file holds, its frames one after the other.

    Reading raises OSError where it is damaged and EOFError where it is cut. Raises ReadError where the library is
    missing.
    """

    def __init__(self, data: bytes) -> None:
        self._library = extra("zstandard", "zstd", "a zstd file")
        self._data = data
        self._at = 0
        self._frame: Any = None
        self._held = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        while not self._held and (self._at < len(self._data) or self._frame is not None):
            self._held = self._next()
        size = min(len(view), len(self._held))
        view[:size] = self._held[:size]
        self._held = self._held[size:]
        return size

    def _next(self) -> bytes:
        """What the next packed bytes expand to."""
        if self._at >= len(self._data):
            raise EOFError("it ends in the middle of a frame")
        if self._frame is None:
            self._frame = self._library.ZstdDecompressor().decompressobj()
        packed = self._data[self._at : self._at + _STEP]
        try:
            expanded: bytes = self._frame.decompress(packed)
        except self._library.ZstdError as error:
            raise OSError(str(error)) from error
        self._at += len(packed)
        if self._frame.eof:
            self._at -= len(self._frame.unused_data)
            self._frame = None
        return expanded
