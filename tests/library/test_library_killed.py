"""A build that is killed at any moment: the library opens again, and comes out as if nothing had happened."""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tui.ingest.files import LONG
from tui.library.building.build import build
from tui.library.changes import Done
from tui.library.file.opening import make_ready
from tui.library.library import Library
from tui.library.marks.marks import Marks

BUILD = """
import sys
from pathlib import Path
from tui.ingest.files import LONG
from tui.library.building.build import build
from tui.library.file.opening import make_ready
make_ready(Path(sys.argv[1]))
build(Path(sys.argv[1]), sys.argv[2:], lambda change: None)
"""


@pytest.fixture
def pile(tmp_path: Path, seeds: Path) -> Path:
    """Forty documents, some of them equal, some almost; and a file that is long enough to be read in pieces."""
    for copy in range(8):
        folder = tmp_path / "pile" / str(copy)
        shutil.copytree(seeds, folder)
        for path in folder.iterdir():
            path.write_text(path.read_text("utf-8").replace("24", str(20 + copy)), "utf-8")
    with (tmp_path / "pile" / "long.jsonl").open("w", encoding="utf-8") as file:
        for number in range(24):
            text = f"The council of ward {number} met and voted on its budget. " * 4
            file.write(json.dumps({"title": f"Ward {number} votes", "text": text, "date": f"2023-05-{number + 1:02}"}))
            file.write("\n" * (LONG // 20))
    return tmp_path / "pile"


def holds(path: Path) -> tuple[Any, ...]:
    """All that a library tells, without its numbers."""
    with closing(Library(path, (), Marks(None))) as library:
        order = library.order()
        return (
            [(e.id, e.path, e.headline, e.placed, e.copies, e.reports) for e in library.entries(order)],
            library.groups(),
            library.events(),
            library.matches(),
            library.problems(),
            sorted((c.actor.id, c.actor.name, c.stories, c.mentions, c.months) for c in library.actors()),
            [library.mentions(number) for number in order],
            [library.quotations(number) for number in order],
            library.summary(),
        )


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by signal")
def test_a_build_that_is_killed_comes_out_as_if_it_had_not_been(tmp_path: Path, pile: Path) -> None:
    whole, torn = tmp_path / "whole", tmp_path / "torn"
    make_ready(whole)
    build(whole, [str(pile)], lambda _: None)
    chance = random.Random(6)
    for _ in range(50):
        process = subprocess.Popen([sys.executable, "-c", BUILD, str(torn), str(pile)])
        try:
            process.wait(chance.uniform(0.1, 3.0))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        assert make_ready(torn) == ""
        with closing(Library(torn, (), Marks(None))) as library:
            assert len(library.entries(library.order())) == library.summary().stories
    told: list[Any] = []
    build(torn, [str(pile)], told.append)
    assert isinstance(told[-1], Done)
    assert holds(torn) == holds(whole)
