"""CPU to the first painted list, as a ratio to a bare Textual app in the same run.

    python tests/benchmarks/first_paint.py [FOLDER] [--runs 5]

Both run on a pseudo-terminal of 160 by 45, in turn, with bytecode compiled and a library that a first start has
filled. What counts is the user and system time of the screen's process at the moment when the first row (for the bare
app: its one word) arrives at the terminal, which is when it is held still. Linux only: the time is read from /proc.
"""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "terminal"))

from emulator import Terminal  # noqa: E402

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("ready")
Bare().run()
"""


def cpu_seconds(pid: int) -> float:
    """User and system time of one process so far, without its children."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(command: list[str], sign: str, env: dict[str, str]) -> float:
    with Terminal(command, env=env) as terminal:
        terminal.stops_at(sign)
        return cpu_seconds(terminal.process.pid)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", nargs="?", default=str(ROOT / "seeds"))
    options.add_argument("--sign", default="Dozens of US", help="what the first painted list shows of that folder")
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    compileall.compile_dir(ROOT / "tui", quiet=1)
    with tempfile.TemporaryDirectory() as home:
        env = {f"XDG_{name}_HOME": f"{home}/{name}" for name in ("CACHE", "DATA", "CONFIG", "STATE")} | {"HOME": home}
        ours = [sys.executable, "-m", "tui", chosen.folder]
        with Terminal(ours, env=env) as terminal:
            terminal.shows(chosen.sign, " of ")
            terminal.press("Q")
            terminal.ends()
        bare, reader = [], []
        for _ in range(chosen.runs):
            bare.append(measure([sys.executable, "-c", BARE], "ready", env))
            reader.append(measure(ours, chosen.sign, env))
    ratios = [ours / theirs for ours, theirs in zip(reader, bare, strict=True)]
    print(f"Python {platform.python_version()} on {platform.machine()}, {os.cpu_count()} cores, {chosen.runs} runs")
    for name, values in (("bare Textual app, CPU s", bare), ("wireside, CPU s", reader), ("ratio", ratios)):
        print(f"{name:26}  median {statistics.median(values):.2f}   {min(values):.2f} to {max(values):.2f}")


if __name__ == "__main__":
    main()
