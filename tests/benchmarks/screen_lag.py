"""How late the screen is while the library fills: python screen_lag.py PATH [--seconds 30]

The reader runs without a terminal, with a library of its own; a task that wants to run every 10 ms notes how late it
is, first while nothing goes on (on the sample of five, already read), then while PATH is read. Milliseconds.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

from stage import ROOT, home, machine

sys.path.insert(0, str(ROOT))

EVERY = 0.01


async def lags(path: str, seconds: float, *, idle: bool) -> list[float]:
    """How late the loop was, while the files under this path are read or, `idle`, when they have been."""
    from tui.app.app import Wireside  # noqa: PLC0415  its home is set first
    from tui.app.desk.desk import Desk  # noqa: PLC0415

    app = Wireside([path])
    found = []
    async with app.run_test(size=(160, 45)):
        desk = app.screen_stack[0]
        assert isinstance(desk, Desk)
        while idle and (desk.building.wanted or desk.building.running):
            await asyncio.sleep(0.05)
        until = time.perf_counter() + seconds
        while time.perf_counter() < until and (idle or desk.building.wanted or desk.building.running):
            before = time.perf_counter()
            await asyncio.sleep(EVERY)
            found.append((time.perf_counter() - before - EVERY) * 1000)
    return sorted(found)


def spread(name: str, found: list[float]) -> None:
    at = [found[int(len(found) * part)] for part in (0.5, 0.95, 0.99)]
    print(f"{name:24}  median {at[0]:6.1f}   95% {at[1]:6.1f}   99% {at[2]:6.1f}   most {found[-1]:6.1f}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("path")
    options.add_argument("--seconds", type=float, default=30.0)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(home(Path(folder)))
        idle = asyncio.run(lags(str(ROOT / "seeds"), min(chosen.seconds, 10), idle=True))
        busy = asyncio.run(lags(chosen.path, chosen.seconds, idle=False))
    print(machine())
    spread("nothing goes on", idle)
    spread("while the library fills", busy)


if __name__ == "__main__":
    main()
