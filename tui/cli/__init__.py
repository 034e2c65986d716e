"""The command line: opens the reader, and prints the plain and the JSON twin of every view."""

from __future__ import annotations


def main() -> int:
    """Run `wireside` with the arguments of this process; the exit status: 0 done, 1 nothing found, 2 wrong use."""
    from tui.cli.command import run  # noqa: PLC0415  every worker process imports this package anew

    return run()
