"""The command that follows a sentence through the stories: trace."""

from __future__ import annotations

from tui.cli.arguments import Arguments
from tui.cli.complaints import Complaint, complain
from tui.cli.printing import Printer
from tui.cli.roots import Roots
from tui.library.library import Library
from tui.text.words import words

DONE, NOTHING = 0, 1


def trace_sentence(arguments: Arguments, library: Library, _: Roots) -> int:
    """`trace`: every story that carries the sentence, in order of time."""
    from tui.library.asking.tracing import carriers  # noqa: PLC0415  aligns, which no other list does
    from tui.views.json_descent import carrier_json  # noqa: PLC0415
    from tui.views.trace import trace_lines  # noqa: PLC0415

    sentence = arguments.asked[0].strip()
    if not words(sentence):
        raise Complaint("there are no words in it to look for")
    found = carriers(library, sentence)
    if not found:
        complain(f"no story carries {sentence!r}")
        return NOTHING
    printer = Printer()
    if arguments.json:
        for carrier in found:
            printer.json(carrier_json(carrier))
    else:
        printer.lines(trace_lines(sentence, found))
    return DONE
