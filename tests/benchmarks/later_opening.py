"""What opening a pile again costs beside opening the sample of five: python later_opening.py PATH [--runs 5]

Both have been read before. What counts is the processor time of the screen's process, and the memory it holds, at the
moment when the first line of the list arrives at the terminal, which is when it is held still. Then it goes on, and is
asked once more when the look at the files is over: nothing may have been read again.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from stage import ROOT, WIRESIDE, Terminal, cpu_seconds, home, machine, memory, said

SAMPLE = "Dozens of US"
SHOWN = 14  # characters of the first headline that are waited for
READ = """
import sys
from tui.library.building.build import build
from tui.library.library import open_library
with open_library(sys.argv[1:]) as library:
    if not library.summary().stories:
        build(library.path, library.roots, lambda change: None)
    shelf = library.shelf()
    lines = [number for number, lead in zip(shelf.numbers, shelf.leads) if lead]
    print(len(shelf.numbers), library.entry(lines[0]).headline[:40])
"""


def prepared(path: str, env: dict[str, str]) -> tuple[int, str]:
    """Read the pile; how many stories it has, and how the first headline begins."""
    with Terminal([*WIRESIDE[:1], "-c", READ, path], env=env, patience=7200, columns=200) as terminal:
        terminal.ends()
        count, _, headline = terminal.text.strip().splitlines()[-1].partition(" ")
    return int(count), headline[:SHOWN]


def first_list(path: str, sign: str, env: dict[str, str]) -> tuple[float, float, float]:
    """Seconds of processor, seconds by the clock, and megabytes, when the list stands on the screen."""
    started = time.perf_counter()
    with Terminal([*WIRESIDE, path], env=env) as terminal:
        terminal.stops_at(sign)
        return (
            cpu_seconds(terminal.process.pid),
            time.perf_counter() - started,
            memory([terminal.process.pid]),
        )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("path")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--home", help="a folder to keep the library in from one run to the next")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        env = home(Path(chosen.home or folder))
        few = str(ROOT / "seeds")
        prepared(few, env)
        stories, sign = prepared(chosen.path, env)
        pairs = [(first_list(few, SAMPLE, env), first_list(chosen.path, sign, env)) for _ in range(chosen.runs)]
    print(machine())
    print(f"{stories:,} stories beside the sample, {chosen.runs} runs in turn")
    for which, name in ((0, "the sample"), (1, "the pile")):
        print(said(f"{name}: processor to the first list", [pair[which][0] for pair in pairs], "s"))
        print(said(f"{name}: by the clock", [pair[which][1] for pair in pairs], "s"))
        print(said(f"{name}: memory", [pair[which][2] for pair in pairs], "MB"))
    ratios = [pile[0] / sample[0] for sample, pile in pairs]
    print(f"ratio of processor times: median {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
