"""What is said on standard error: one clear line each, nothing that can control a terminal."""

from __future__ import annotations

import sys

from tui.text.clean import printable


class Complaint(Exception):
    """Wrong use, or nothing to work on: the program says this line and ends with `status`."""

    def __init__(self, words: str, status: int = 2) -> None:
        super().__init__(words)
        self.status = status


def complain(words: str) -> None:
    """Say one line on standard error."""
    said = " ".join(printable(words).split())
    sys.stderr.write(f"wireside: {said}\n")
