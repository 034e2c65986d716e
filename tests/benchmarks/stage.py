"""What the measuring programs share: a home of its own for a run, a terminal that is listened to, and how to say it."""

from __future__ import annotations

import os
import platform
import select
import sqlite3
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "terminal"))

from emulator import KEYS, Terminal  # noqa: E402

WIRESIDE = [sys.executable, "-m", "tui"]
_TICKS = os.sysconf("SC_CLK_TCK")
_STILL = 0.06  # seconds without a byte after which a screen is taken to be painted


def home(folder: Path) -> dict[str, str]:
    """The environment of a user who lives in this folder."""
    names = ("CACHE", "DATA", "CONFIG", "STATE")
    return {f"XDG_{name}_HOME": str(folder / name.lower()) for name in names} | {
        "HOME": str(folder),
        "PYTHONPATH": str(ROOT),
    }


def machine() -> str:
    """What it ran on."""
    with Path("/proc/cpuinfo").open(encoding="utf-8") as file:
        model = next((line.partition(":")[2].strip() for line in file if line.startswith("model name")), "")
    load = os.getloadavg()[0]
    return (
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {os.cpu_count()} cores"
        f" ({model or platform.machine()}), load {load:.1f}"
    )


def said(name: str, values: Sequence[float], unit: str) -> str:
    """A line: the median, the least and the most."""
    return f"{name:44}  median {statistics.median(values):8.2f} {unit:3}  {min(values):8.2f} to {max(values):.2f}"


def cpu_seconds(pid: int) -> float:
    """User and system time of one process so far, without its children."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def family(pid: int) -> list[int]:
    """A process, its children and theirs."""
    found, waiting = [], [pid]
    while waiting:
        one = waiting.pop()
        found.append(one)
        for task in Path(f"/proc/{one}/task").glob("*"):
            try:
                waiting += map(int, (task / "children").read_text("ascii").split())
            except OSError:
                continue  # it has ended meanwhile
    return found


def memory(pids: Sequence[int]) -> float:
    """Megabytes that these processes hold, what they share counted once."""
    total = 0
    for pid in pids:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def seconds_to(terminal: Terminal, sign: str, since: float) -> float:
    """Seconds from `since` (perf_counter) until these characters have arrived in one run."""
    terminal.wait(lambda t: sign.encode() in t.raw, sign)
    return time.perf_counter() - since


def first_byte(terminal: Terminal, key: str) -> float:
    """Milliseconds from a key to the first byte of what it changes on the screen; waits until it is painted."""
    while terminal._read(_STILL, show=False):
        pass
    started = time.perf_counter()
    os.write(terminal._master, KEYS.get(key, key).encode())
    if not select.select([terminal._master], [], [], terminal.patience)[0]:
        raise AssertionError(f"nothing happened after {key}")
    took = (time.perf_counter() - started) * 1000
    while terminal._read(_STILL, show=False):
        pass
    return took
