"""Processes of our own, and the messages to and from them: a length, then a pickle, over their standard streams."""

from __future__ import annotations

import os
import pickle
import struct
import subprocess
import sys
from typing import IO, Any, BinaryIO

_LENGTH = struct.Struct(">Q")
_FOREIGN = (pickle.UnpicklingError, AttributeError, ImportError, IndexError, TypeError)
# The child finds the package where its parent did, whatever started the parent, and imports nothing of the launcher.
_START = (
    "import sys; sys.path[:] = sys.argv[2:]; from importlib import import_module; import_module(sys.argv[1]).main()"
)


def spawn(module: str, errors: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start a fresh Python that runs `main()` of a module, its standard streams piped, its errors written to a file.

    It stands in a session of its own, so that Ctrl+C at the terminal reaches only the program that started it.
    """
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(
        [sys.executable, "-c", _START, module, *sys.path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        start_new_session=True,
        env=environment,
    )


def send(stream: IO[bytes], message: object) -> None:
    """Write one message. Raises OSError where nobody reads any more."""
    data = pickle.dumps(message, protocol=5)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Read one message. Raises EOFError where no more will come, OSError for one of another version of the program."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    try:
        return pickle.loads(data)
    except _FOREIGN as error:  # the program was made anew while it ran
        raise OSError("a process of another version of the program answered") from error


def close(stream: IO[bytes]) -> None:
    """Close a pipe, whether or not anybody is left at its other end."""
    try:
        stream.close()
    except OSError:
        return  # a pipe that breaks while it is flushed is closed all the same


def own_streams() -> tuple[BinaryIO, BinaryIO]:
    """For the child: the pipes from and to its parent. What is printed by mistake goes to the errors."""
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123  a descriptor is wanted
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    return incoming, outgoing


def last_words(errors: IO[bytes]) -> str:
    """The last line that a process wrote to its errors, "" where there is none."""
    errors.seek(max(0, errors.seek(0, os.SEEK_END) - 4096))
    lines = errors.read().decode("utf-8", "replace").splitlines()
    return next((line.strip() for line in reversed(lines) if line.strip()), "")
