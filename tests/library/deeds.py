"""Tasks for workers that do more than documents do: they die, hang, and are greedy."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Deed:
    what: str
    number: int = 0
    weight: int = 1


def perform(deed: Deed) -> tuple[str, int, int]:
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
    return deed.what, deed.number, os.getpid()
