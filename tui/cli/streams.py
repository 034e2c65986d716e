"""The three standard streams, where whoever started the program has closed one, or the disk under one is full."""

from __future__ import annotations

import os
import sys

from tui.cli.complaints import Complaint


def hold_places() -> None:
    """Let no file that is opened later take the number of a closed standard stream, to be written into by mistake."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  open as long as the program runs


def needed(*, read: bool, written: bool) -> None:
    """Raises Complaint where standard input is to be read, or standard output to be written, and it is closed."""
    if read and sys.stdin is None:
        raise Complaint("standard input is closed")
    if written and sys.stdout is None:
        raise Complaint("standard output is closed")


def let_go() -> None:
    """Nothing more is written on standard output, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
