"""A real terminal for tests: the command runs on a pseudo-terminal, and an emulator keeps what a user would see."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType

import pyte

KEYS = {
    "Enter": "\r",
    "Esc": "\x1b",
    "Tab": "\t",
    "Up": "\x1b[A",
    "Down": "\x1b[B",
    "End": "\x1b[F",
    "Home": "\x1b[H",
    "PgDn": "\x1b[6~",
    "PgUp": "\x1b[5~",
    "Backspace": "\x7f",
    "Space": " ",
}


class Terminal:
    """A command on a pseudo-terminal of `columns` by `rows`. Use it as a context manager; leaving kills what runs."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 160,
        rows: int = 45,
        env: Mapping[str, str] | None = None,
        patience: float = 60.0,
    ) -> None:
        self.patience = patience
        self.screen = pyte.Screen(columns, rows)
        self.raw = bytearray()
        self._stream = pyte.ByteStream(self.screen)
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.settings_before = termios.tcgetattr(slave)
        self._slave = slave
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})},
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self._slave)
        os.close(self._master)

    def press(self, *keys: str) -> None:
        """Press keys: names of KEYS, or text to type."""
        for key in keys:
            os.write(self._master, KEYS.get(key, key).encode())

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def wait(self, until: Callable[[Terminal], bool], what: str) -> None:
        """Read the terminal until the condition holds; fail, with the screen, when patience ends."""
        deadline = time.monotonic() + self.patience
        while not until(self):
            left = deadline - time.monotonic()
            if left <= 0 or not self._read(left):
                raise AssertionError(f"waited in vain for {what}; the screen shows:\n{self.text}")

    def shows(self, *parts: str) -> None:
        """Wait until all the parts stand on the screen."""
        self.wait(lambda t: all(part in t.text for part in parts), " and ".join(map(repr, parts)))

    def hides(self, *parts: str) -> None:
        """Wait until none of the parts stands on the screen."""
        self.wait(lambda t: not any(part in t.text for part in parts), "no " + " and no ".join(map(repr, parts)))

    def stops_at(self, sign: str) -> None:
        """Hold the command still at the moment when these characters arrive in one run; nothing is emulated."""
        deadline = time.monotonic() + self.patience
        while sign.encode() not in self.raw:
            if time.monotonic() > deadline or not self._read(deadline - time.monotonic(), show=False):
                raise AssertionError(f"waited in vain for {sign!r}")
        os.kill(self.process.pid, signal.SIGSTOP)

    def ends(self) -> int:
        """Wait until the command has ended, read what it still said, and give its exit status."""
        deadline = time.monotonic() + self.patience
        while self.process.poll() is None:
            if time.monotonic() > deadline:
                raise AssertionError(f"the command has not ended; the screen shows:\n{self.text}")
            self._read(0.1)
        while self._read(0.0):
            pass
        return self.process.returncode

    @property
    def settings_now(self) -> list[object]:
        return termios.tcgetattr(self._slave)

    def _read(self, timeout: float, *, show: bool = True) -> bool:
        ready, _, _ = select.select([self._master], [], [], timeout)
        if not ready:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            return False
        self.raw += data
        if show:
            self._stream.feed(data)
        return bool(data)
