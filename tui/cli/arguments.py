"""What may be typed after `wireside`: the commands, their flags, and help that teaches by example."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NoReturn

from tui import __version__
from tui.cli.complaints import complain

STANDARD_INPUT = "-"
COMMANDS = ("list", "show", "copies", "compare", "trace", "actors", "search")

_ABOUT = """\
Read a pile of saved news: in order of time, copies folded, two stories side by side, and who is in them.

  wireside                      read what lies in this folder
  wireside ~/clippings a.txt    read a folder and a file
  wireside --watch ~/clippings  show new stories as their files come
  cat dump.txt | wireside -     read standard input

Every view has a plain twin, and with --json one JSON object a line:

  wireside list PATH...              the stories in order of time
  wireside show ID PATH...           one story
  wireside copies PATH...            which stories are the same copy, which report the same event
  wireside compare A B PATH...       two stories laid side by side, and the facts in which they differ
  wireside trace "SENTENCE" PATH...  every story that carries a sentence or a quotation, and who changed it
  wireside actors PATH...            people, organisations and places
  wireside search QUERY PATH...      stories that a query finds

`wireside COMMAND --help` has examples. A file or folder named like a command opens as ./list."""

_EXIT = "exit status: 0 done, 1 nothing found, 2 wrong use or nothing readable"

_EXAMPLES = {
    "list": """\
  wireside list clippings
  wireside list clippings --json | jq -r 'select(.date == null) | .path'
  wireside list clippings --counts        how many by outlet and month, copies counted once beside
  wireside list clippings --format csv --out stories.csv
  wireside list clippings --problems      what could not be read, and why
  wireside list news.csv --field body=artikel_text --field date=datum""",
    "show": """\
  wireside show k3v5q2 clippings          the beginning of an id will do
  wireside show clippings/a.txt           or the file that the story stands in
  wireside show k3v5q2 clippings --format bib""",
    "copies": """\
  wireside copies clippings
  wireside copies clippings --related     also later and neighbouring events
  wireside copies clippings --versions    what changed from one version of a story to the next
  wireside copies clippings --descent     who had it first, who cut whom, and which agency it came from
  wireside copies clippings --paragraphs --story k3v5q2
                                          what each copy of this story kept, edited, moved, cut and added
  wireside copies clippings --json | jq -r 'select(.kind == "copy") | [.left, .right] | @tsv'""",
    "compare": """\
  wireside compare k3v5q2 m7wzaa clippings
  wireside compare a.txt b.txt            two files, the first story of each
  wireside compare a.txt b.txt | less     plain: [-only left-] {+only right+} {~'|’~} typography
  FORCE_COLOR=1 wireside compare a.txt b.txt | less -R
  wireside compare a.txt b.txt --format html --out a-b.html""",
    "trace": """\
  wireside trace 'We will never leave the valley' clippings
  wireside trace 'At least 34 people were killed.' clippings --json | jq -r '[.date, .how, .outlet] | @tsv'""",
    "actors": """\
  wireside actors clippings
  wireside actors clippings --story k3v5q2
  wireside actors clippings --actor 'Jane Roe'
                                          one of them: how written, what said, which stories, with whom
  wireside actors clippings --mentions    every mention: story, actor, kind, where, as written
  wireside actors clippings --names de_core_news_md
                                          names as an installed spaCy pipeline finds them""",
    "search": """\
  wireside search 'election fraud' clippings
  wireside search '"state of emergency" -drill' clippings
  wireside search 'actor:"Jane Roe" date:2024-10..2024-12 copies:>1' clippings
  wireside search '-drill says:minister' clippings
  wireside search budget clippings --kwic       every hit with what stands around it
  wireside search budget clippings --counts     hits and stories by outlet and month
  wireside search is:star clippings --format ris --out starred.ris""",
}
_SAYS = {
    "list": "The stories in order of time: id, date, marks (‖2 copies, ◇3 reports of one event), headline, source.",
    "show": "One story: where it comes from, its key points, its body.",
    "copies": "Pairs of stories that are the same copy, that hold a part of each other, or that report the same event.",
    "compare": "Two stories side by side: the verdict, the facts in which they differ, and every change.",
    "trace": "Every story that carries a sentence or a quotation, in order of time, and how.",
    "actors": "The people, organisations and places in the stories, by the number of stories.",
    "search": "Stories that a query finds, in order of time.",
}


@dataclass
class Arguments:
    """The command line as understood; `command` is "read" for the reader itself."""

    command: str
    paths: list[str]
    asked: list[str] = field(default_factory=list)
    json: bool = False
    cache: bool = True
    marks: bool = True
    problems: bool = False
    related: bool = False
    versions: bool = False
    descent: bool = False
    paragraphs: bool = False
    mentions: bool = False
    story: str = ""
    actor: str = ""
    form: str = ""
    out: str = ""
    once: bool = False
    rank: bool = False
    kwic: bool = False
    counts: bool = False
    names: tuple[tuple[str, str], ...] = ()
    model: str = ""
    watch: bool = False


_SHIELD = " "  # argparse takes no word for a flag that begins with it
_WRITTEN = frozenset({"list", "show", "search", "compare", "actors"})
_ASKED = {"show": ("ID",), "compare": ("A", "B"), "trace": ("SENTENCE",), "search": ("QUERY",)}


def understand(words: Sequence[str]) -> Arguments:
    """Read the words after `wireside`. Wrong use ends the program with status 2, help and version with 0."""
    command, rest = _command(words)
    given, literal = _before_dashes(rest)
    if command in ("search", "trace"):
        given = _query_shielded(given)
    parser = _parser(command)
    found = parser.parse_intermixed_args(given)
    positional = [*found.words, *literal]
    wanted = _ASKED.get(command, ())
    if len(positional) < len(wanted):
        parser.error(f"{' and '.join(wanted[len(positional) :])} missing")
    return Arguments(
        command,
        paths=positional[len(wanted) :],
        asked=[word.removeprefix(_SHIELD) for word in positional[: len(wanted)]],
        json=getattr(found, "json", False),
        cache=not found.no_cache,
        marks=not found.no_marks,
        problems=getattr(found, "problems", False),
        related=getattr(found, "related", False),
        versions=getattr(found, "versions", False),
        descent=getattr(found, "descent", False),
        paragraphs=getattr(found, "paragraphs", False),
        mentions=getattr(found, "mentions", False),
        story=getattr(found, "story", ""),
        names=_names(parser, found.field or ()),
        actor=getattr(found, "actor", ""),
        form=_form(parser, found),
        out=getattr(found, "out", ""),
        once=getattr(found, "once", False),
        rank=getattr(found, "rank", False),
        kwic=getattr(found, "kwic", False),
        counts=getattr(found, "counts", False),
        model=found.names,
        watch=getattr(found, "watch", False),
    )


def _form(parser: argparse.ArgumentParser, found: argparse.Namespace) -> str:
    """The form to write in: as asked for, else as the ending of the file says; "" where nothing is written."""
    form, out = getattr(found, "form", ""), getattr(found, "out", "")
    if not form and not out:
        return ""
    if found.json:
        parser.error("--json prints a view; --format jsonl writes the stories as JSON")
    from tui.views.forms.names import ENDINGS, form_named  # noqa: PLC0415  few write anything out

    if form and form not in ENDINGS:
        parser.error(f"--format is one of {', '.join(ENDINGS)}, not {form}")
    named = form or form_named(out)
    if not named:
        parser.error(f"{out}: the ending must be one of {', '.join(ENDINGS.values())}, or --format must say the form")
    return named


def _names(parser: argparse.ArgumentParser, words: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The columns that `--field` names. Wrong ones end the program with status 2."""
    if not words:
        return ()
    from tui.ingest.naming import understood  # noqa: PLC0415  few files need it

    try:
        return understood(words)
    except ValueError as error:
        parser.error(str(error))


class _Parser(argparse.ArgumentParser):
    """A parser that tells wrong use in one line, as everything else is told."""

    def error(self, message: str) -> NoReturn:
        complain(f"{message}; `{self.prog} --help` has examples")
        raise SystemExit(2)


def _command(words: Sequence[str]) -> tuple[str, list[str]]:
    """The command, wherever flags stand before it, and the words without it."""
    for at, word in enumerate(words):
        if word == "--":
            break
        if word.startswith("-") and word != "-":
            continue
        if word in COMMANDS:
            return word, [*words[:at], *words[at + 1 :]]
        break
    return "read", list(words)


def _before_dashes(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words up to `--`, and those behind it, which are no flags however they begin."""
    at = list(words).index("--") if "--" in words else len(words)
    return list(words[:at]), list(words[at + 1 :])


def _query_shielded(words: list[str]) -> list[str]:
    """The words of a search; a query that begins with a dash, as `-drill`, is kept from being taken for a flag."""
    for at, word in enumerate(words):
        if word.startswith("--"):
            continue
        if word.startswith("-") and word != "-h":
            return [*words[:at], _SHIELD + word, *words[at + 1 :]]
        break
    return words


def _parser(command: str) -> argparse.ArgumentParser:
    name = "wireside" if command == "read" else f"wireside {command}"
    parser = _Parser(
        prog=name,
        usage=" ".join([name, *_ASKED.get(command, ()), "[PATH...]", "[flags]"]),
        description=_ABOUT if command == "read" else _SAYS[command],
        epilog=_EXIT if command == "read" else f"examples:\n{_EXAMPLES[command]}\n\n{_EXIT}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    asked = {"show": "the id of a story, or its beginning", "compare": "two ids, or two files"}
    asked |= {"trace": "a sentence or a quotation", "search": "a query"}
    paths = "files and folders, - for standard input; none: this folder"
    parser.add_argument(
        "words", nargs="*", metavar="PATH", help=f"{asked[command]}; then {paths}" if command in asked else paths
    )
    if command == "read":
        parser.add_argument("--watch", action="store_true", help="show new stories as their files come")
    else:
        parser.add_argument("--json", action="store_true", help="one JSON object a line")
    if command == "list":
        parser.add_argument("--problems", action="store_true", help="what could not be read, and why, instead")
    if command == "copies":
        parser.add_argument("--related", action="store_true", help="also stories that are merely related")
        shown = parser.add_mutually_exclusive_group()
        shown.add_argument("--versions", action="store_true", help="instead, versions of one story and what changed")
        shown.add_argument("--descent", action="store_true", help="instead, which copy came first and who cut whom")
        shown.add_argument("--paragraphs", action="store_true", help="instead, paragraphs by copies")
        parser.add_argument("--story", metavar="ID", default="", help="only what this story is part of")
    if command == "actors":
        parser.add_argument("--story", metavar="ID", default="", help="only the actors of this story")
        parser.add_argument("--actor", metavar="NAME", default="", help="the page of one actor, by name or id")
        parser.add_argument("--mentions", action="store_true", help="every mention instead, one a line")
    if command == "search":
        parser.add_argument("--rank", action="store_true", help="the most relevant first, not in order of time")
        parser.add_argument("--kwic", action="store_true", help="every hit with what stands around it, one a line")
    if command in ("list", "search"):
        parser.add_argument("--counts", action="store_true", help="counts by outlet and month instead")
        parser.add_argument("--once", action="store_true", help="of copies only the first")
    if command in _WRITTEN:
        parser.add_argument(
            "--format", dest="form", metavar="FORM", default="", help="write: md html jsonl csv tags ris bib csl txt"
        )
        parser.add_argument("--out", metavar="FILE", default="", help="into a new file, outside what is read")
    parser.add_argument(
        "--field",
        metavar="NAME=COLUMN",
        action="append",
        help="which column, or field of JSON, holds the headline, body, date, source, author or url; repeatable",
    )
    parser.add_argument(
        "--names", metavar="MODEL", default="", help="find names with this installed spaCy pipeline: package or folder"
    )
    parser.add_argument("--no-cache", action="store_true", help="read everything anew, keep no library")
    parser.add_argument("--no-marks", action="store_true", help="without your own marks, verdicts and merges")
    parser.add_argument("--version", action="version", version=f"wireside {__version__}")
    return parser
