"""Features and names as bytes: pickled, and unpickled so that nothing but our own plain classes can be made of them.

A library may have been written by somebody else; a plain `pickle.loads` of it would run what it says.
"""

from __future__ import annotations

import importlib
import io
import pickle
import struct
import zlib
from functools import cache
from typing import Any

from tui.library.entries import LibraryDamaged

_HEAD = struct.Struct(">LB")  # CRC-32 of what follows, and whether that is squeezed
_LEVEL = 1
# Modules whose classes may be made, and what else plain data is made of.
_OURS = ("tui.model.", "tui.text.", "tui.relate.", "tui.actors.")
_PLAIN = {
    ("array", "array"),
    ("array", "_array_reconstructor"),
    ("builtins", "frozenset"),
    ("builtins", "set"),
    ("collections", "Counter"),
    ("datetime", "date"),
    ("datetime", "time"),
    ("numpy", "dtype"),
    ("numpy", "ndarray"),
    *((f"numpy.{core}.numeric", "_frombuffer") for core in ("core", "_core")),
    *((f"numpy.{core}.multiarray", "_reconstruct") for core in ("core", "_core")),
}


class PackingError(LibraryDamaged):
    """Bytes that were not packed here, or not all of them."""


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        return _allowed(module, name)


@cache
def _allowed(module: str, name: str) -> Any:
    if (module, name) in _PLAIN:
        return getattr(importlib.import_module(module), name)
    if "." not in name and module.startswith(_OURS):
        found = getattr(importlib.import_module(module), name, None)
        if isinstance(found, type) and found.__module__ == module:
            return found
    raise PackingError(f"{module}.{name} may not be made from a library")


def pack(value: object, *, squeeze: bool = False) -> bytes:
    """A value made of our own dataclasses and plain data as bytes; what is mostly text is worth squeezing."""
    data = pickle.dumps(value, protocol=5)
    if squeeze:
        data = zlib.compress(data, _LEVEL)
    return _HEAD.pack(zlib.crc32(data), squeeze) + data


def unpack(packed: bytes) -> Any:
    """The value that `pack` packed. Raises PackingError."""
    if len(packed) < _HEAD.size:
        raise PackingError("too short")
    checksum, squeezed = _HEAD.unpack_from(packed)
    data = packed[_HEAD.size :]
    if zlib.crc32(data) != checksum:
        raise PackingError("not as it was written")
    try:
        return _Unpickler(io.BytesIO(zlib.decompress(data) if squeezed else data)).load()
    except (pickle.UnpicklingError, zlib.error, EOFError, ImportError) as error:
        raise PackingError(str(error)) from error
