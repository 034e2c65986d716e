"""Running a command: understand the words, read the stories, print, and say by the exit status how it went."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import FrameType

from tui.actors.models.chosen import VARIABLE, ModelError, chosen, stamp
from tui.cli.arguments import STANDARD_INPUT, Arguments, understand
from tui.cli.complaints import Complaint, complain
from tui.cli.streams import hold_places, let_go, needed

DONE, NOTHING, WRONG = 0, 1, 2
_INTERRUPTED = 130


def run() -> int:
    """Run the command that this process was started with; its exit status."""
    hold_places()
    try:
        arguments = understand(sys.argv[1:])
        _choose_names(arguments.model)
        needed(read=STANDARD_INPUT in (*arguments.paths, *arguments.asked), written=True)
        status = _run(arguments)
        sys.stdout.flush()
    except Complaint as complaint:
        if str(complaint):
            complain(str(complaint))
        return complaint.status
    except BrokenPipeError:  # whoever read the output has gone (`| head`)
        let_go()
        return DONE
    except OSError as error:
        let_go()
        complain(f"cannot go on: {error.strerror or error}")
        return WRONG
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


def _choose_names(model: str) -> None:
    """Let the pipeline that the user named find names, here and in the processes that this one starts.

    Raises Complaint where it cannot be had.
    """
    if model:
        os.environ[VARIABLE] = model
    if named := chosen():
        try:
            stamp(named)
        except ModelError as error:
            raise Complaint(str(error)) from error


@contextmanager
def _ended_soundly() -> Iterator[None]:
    """Let a request to end (kill, a closed terminal) close what is open, so that nothing private is left behind."""

    def end(number: int, _frame: FrameType | None) -> None:
        sys.exit(128 + number)

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _run(arguments: Arguments) -> int:
    from tui.cli.roots import roots  # noqa: PLC0415  --help does without
    from tui.library.entries import LibraryError  # noqa: PLC0415

    try:
        if arguments.command == "read":
            from tui.cli.opening import open_reader  # noqa: PLC0415

            with roots(arguments.paths) as read:
                return open_reader(arguments, read.paths)
        from tui.cli.asked import paths_to_read  # noqa: PLC0415
        from tui.cli.loading import loaded  # noqa: PLC0415

        with roots(paths_to_read(arguments)) as read:
            if read.spooled:
                arguments.cache = False
                arguments.asked = [read.spooled if name == STANDARD_INPUT else name for name in arguments.asked]
            with _ended_soundly(), loaded(arguments, read) as library:
                return _verbs()[arguments.command](arguments, library, read)
    except LibraryError as error:
        raise Complaint(str(error)) from error


def _verbs() -> Mapping[str, Callable[..., int]]:
    from tui.cli import relations, stories, tracing  # noqa: PLC0415

    return {
        "list": stories.list_stories,
        "show": stories.show_story,
        "search": stories.search_stories,
        "actors": stories.list_actors,
        "copies": relations.list_matches,
        "compare": relations.compare_stories,
        "trace": tracing.trace_sentence,
    }
