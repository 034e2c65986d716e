"""Tasks for workers that do more than documents do: they die, hang, and are greedy."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Deed:
    what: str
    number: int = 0
    weight: int = 1


def perform(deed: Deed) -> Iterator[tuple[str, int, int]]:
    if deed.what.startswith("long"):
        until = time.monotonic() + 1.2
        while time.monotonic() < until:
            pass
        yield "begun", deed.number, os.getpid()
        if deed.what == "long and die":
            os.kill(os.getpid(), signal.SIGKILL)
    if deed.what == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if deed.what == "hang":
        while True:
            pass
    if deed.what == "devour":
        bytearray(1 << 40)
    if deed.what == "fail":
        raise ValueError(f"no such deed: {deed.number}")
    if deed.what == "print":
        print("a stray line")
        sys.stdout.flush()
    yield deed.what, deed.number, os.getpid()
