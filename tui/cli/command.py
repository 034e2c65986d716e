"""Running a command: understand the words, read the stories, print, and say by the exit status how it went."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping

from tui.cli.arguments import Arguments, understand
from tui.cli.complaints import Complaint, complain

DONE, NOTHING, WRONG = 0, 1, 2
_INTERRUPTED = 130


def run() -> int:
    """Run the command that this process was started with; its exit status."""
    try:
        arguments = understand(sys.argv[1:])
        status = _run(arguments)
        sys.stdout.flush()
    except Complaint as complaint:
        complain(str(complaint))
        return complaint.status
    except BrokenPipeError:
        _let_go()
        return DONE
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


def _run(arguments: Arguments) -> int:
    from tui.cli.roots import STANDARD_INPUT, roots  # noqa: PLC0415  --help does without
    from tui.library.entries import LibraryError  # noqa: PLC0415

    try:
        if arguments.command == "read":
            from tui.cli.opening import open_reader  # noqa: PLC0415

            with roots(arguments.paths) as paths:
                return open_reader(arguments, paths)
        from tui.cli.asked import named_files  # noqa: PLC0415
        from tui.cli.loading import loaded  # noqa: PLC0415

        with roots(arguments.paths or named_files(arguments)) as paths:
            arguments.cache = arguments.cache and STANDARD_INPUT not in arguments.paths
            with loaded(arguments, paths) as library:
                return _verbs()[arguments.command](arguments, library)
    except LibraryError as error:
        raise Complaint(str(error)) from error


def _verbs() -> Mapping[str, Callable[..., int]]:
    from tui.cli import relations, stories  # noqa: PLC0415

    return {
        "list": stories.list_stories,
        "show": stories.show_story,
        "search": stories.search_stories,
        "actors": stories.list_actors,
        "copies": relations.list_matches,
        "compare": relations.compare_stories,
    }


def _let_go() -> None:
    """Whoever read the output has gone (`| head`): nothing more is written, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
