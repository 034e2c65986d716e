"""Opening the reader on the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec

from tui.cli.arguments import STANDARD_INPUT, Arguments
from tui.cli.complaints import Complaint


def open_reader(arguments: Arguments, roots: Sequence[str]) -> int:
    """Run the reader until it is quit. Raises Complaint where there is no terminal to run it on."""
    if not any(os.path.lexists(root) for root in roots):
        raise Complaint(f"no such file or folder: {', '.join(roots)}; `wireside --help` names the commands")
    if not sys.stdout.isatty():
        raise Complaint("the reader needs a terminal; `wireside list PATH...` prints the stories as plain text")
    if arguments.watch and find_spec("watchfiles") is None:
        raise Complaint("--watch needs the package watchfiles: pip install 'wireside[watch]'")
    spooled = STANDARD_INPUT in arguments.paths
    if spooled or not sys.stdin.isatty():
        _keys_from_terminal()
    from tui.app.app import Wireside  # noqa: PLC0415  the screen is heavy, and no other command wants it

    # What came in by a pipe is gone when the reader quits: a library of it would only lie about.
    cache = arguments.cache and not spooled
    Wireside(roots, cache=cache, marks=arguments.marks, watch=arguments.watch, names=arguments.names).run()
    return 0


def _keys_from_terminal() -> None:
    """Let keys come from the terminal, where standard input was a pipe."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise Complaint(f"the reader needs a terminal for its keys: {error.strerror}") from error
    os.dup2(terminal, 0)
    os.close(terminal)
