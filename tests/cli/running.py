"""The command run inside the test's own process, with streams of its own: what a shell would see, at once."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from tui.cli import main


@dataclass(frozen=True)
class Done:
    """How a command went."""

    returncode: int
    stdout: str
    stderr: str


class Stream(io.TextIOWrapper):
    """What is written, kept; a terminal where it is to be one."""

    def __init__(self, *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    @property
    def text(self) -> str:
        written = self.buffer
        assert isinstance(written, io.BytesIO)
        return written.getvalue().decode()


def command(*arguments: str | Path, stdin: str | bytes = "", terminal: bool = False) -> Done:
    """Run `wireside ARGUMENTS` in the environment of this process."""
    out, errors = Stream(terminal=terminal), Stream()
    given = io.TextIOWrapper(io.BytesIO(stdin.encode() if isinstance(stdin, str) else stdin), encoding="utf-8")
    with (
        patch.object(sys, "argv", ["wireside", *map(str, arguments)]),
        patch.object(sys, "stdin", given),
        redirect_stdout(out),
        redirect_stderr(errors),
    ):
        try:
            status = main()
        except SystemExit as stopped:
            status = stopped.code if isinstance(stopped.code, int) else 1
    return Done(status, out.text, errors.text)
