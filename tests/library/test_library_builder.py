"""The build beside the screen: its changes, its end, and what its processes are made of."""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tui.library.building.builder import Builder
from tui.library.changes import Added, Change, Done, Failed, Stage
from tui.library.library import Library, open_library

linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are found in /proc")

# Notes each module that a process imports, whatever way the process ends.
NOTING = """
import os, sys
_own = os.path.join({folder!r}, str(os.getpid()))
with open(_own, "a") as file:
    print(*sys.orig_argv, file=file)
def _note(event, arguments):
    if event == "import":
        with open(_own, "a") as file:
            print(arguments[0], file=file)
sys.addaudithook(_note)
"""


class Heard:
    """What a builder tells, waited for."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self._coming: queue.Queue[Change] = queue.Queue()

    def __call__(self, change: Change) -> None:
        self._coming.put(change)

    def all(self) -> list[Change]:
        while not self._coming.empty():
            self.changes.append(self._coming.get())
        return self.changes

    def until(self, *kinds: type[Change]) -> Change:
        while True:
            change = self._coming.get(timeout=60)
            self.changes.append(change)
            if isinstance(change, kinds):
                return change


@pytest.fixture
def library(seeds: Path) -> Iterator[Library]:
    with closing(open_library([str(seeds)], cache=False, marks=False)) as opened:
        yield opened


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    """Where each process that has this folder's parent on its path notes what it imports."""
    folder = tmp_path / "noted"
    folder.mkdir()
    (tmp_path / "sitecustomize.py").write_text(NOTING.format(folder=str(folder)), "utf-8")
    return folder


def children(parent: int) -> set[int]:
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, of = stat.read_text("utf-8", "replace").rpartition(")")[2].split()[:2]
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended meanwhile
        if int(of) == parent and state != "Z":
            found.add(int(stat.parent.name))
    return found


def soon(true: Callable[[], bool]) -> bool:
    until = time.monotonic() + 20
    while not true() and time.monotonic() < until:
        threading.Event().wait(0.02)
    return true()


def test_the_screen_hears_of_stories_as_they_come_and_is_loaded_by_no_builder(
    library: Library, noted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(noted.parent))
    heard = Heard()
    builder = Builder(library)
    builder.start(heard)
    done = heard.until(Done, Failed)
    assert isinstance(done, Done)
    assert done.summary.stories == 6
    assert {number for change in heard.changes if isinstance(change, Added) for number in change.numbers} == set(
        library.order()
    )
    builder.stop()
    assert not builder.running
    builder.start_again(heard)
    assert isinstance(heard.until(Done, Failed), Done)
    builder.stop()
    first, again = sorted(processes(noted, "tui.library.building.builder"), key=len, reverse=True)
    assert "tui.relate.relate" in first
    assert "tui.relate.relate" not in again
    assert packages(first).isdisjoint({"textual", "rich"})


@linux
def test_stopping_leaves_no_process_behind(tmp_path: Path, seeds: Path) -> None:
    for copy in range(60):
        shutil.copytree(seeds, tmp_path / str(copy))
    with closing(open_library([str(tmp_path)], cache=False, marks=False)) as library:
        heard = Heard()
        builder = Builder(library)
        builder.start(heard)
        heard.until(Added)
        (process,) = children(os.getpid())
        workers = children(process)
        assert workers
        builder.stop()
        assert not builder.running
        assert soon(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))
        assert library.summary().stories
        assert soon(lambda: "builder" not in {thread.name for thread in threading.enumerate()})
        assert not [change for change in heard.all() if isinstance(change, Failed)]


@linux
def test_a_build_whose_process_dies_says_that_it_broke_off(library: Library) -> None:
    heard = Heard()
    builder = Builder(library)
    builder.start(heard)
    heard.until(Stage)
    for process in children(os.getpid()):
        os.kill(process, 9)
    failed = heard.until(Failed, Done)
    assert isinstance(failed, Failed)
    assert failed.reason == "the build broke off: its process ended with status -9"


def processes(folder: Path, module: str) -> list[set[str]]:
    """What each process that runs this module has imported."""
    noted = [path.read_text("utf-8").split("\n", 1) for path in folder.iterdir()]
    return [set(imported.split()) for command, imported in noted if module in command.split()]


def packages(modules: set[str]) -> set[str]:
    return {module.split(".")[0] for module in modules}


def test_no_worker_of_the_real_command_loads_the_screen(noted: Path, seeds: Path) -> None:
    command = [sys.executable, "-m", "tui", "list", str(seeds), "--no-cache", "--no-marks"]
    environment = {**os.environ, "PYTHONPATH": str(noted.parent)}
    root = Path(__file__).parents[2]
    subprocess.run(command, cwd=root, env=environment, stdout=subprocess.DEVNULL, check=True)
    workers = processes(noted, "tui.library.building.worker")
    assert workers
    for imported in workers:
        assert "tui.ingest.read" in imported
        assert packages(imported).isdisjoint({"textual", "rich"})
        assert {"tui.app", "tui.cli", "tui.views"}.isdisjoint(imported)


def test_painting_a_list_from_a_library_loads_neither_readers_nor_numpy() -> None:
    code = (
        "import sys; from tui.library.library import open_library; library = open_library(['.'], cache=False,"
        " marks=False); library.entries(library.order()); library.summary(); library.close(); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    imported = set(done.stdout.split())
    assert packages(imported).isdisjoint({"numpy", "multiprocessing", "concurrent", "asyncio", "textual", "rich"})
    assert not [m for m in imported if m.startswith(("tui.ingest", "tui.relate", "tui.actors", "tui.search"))]


def test_who_follows_without_what_that_takes_is_told_so_and_nothing_after_it(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "watchfiles.py").write_text("raise ImportError\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    heard = Heard()
    builder = Builder(library)
    builder.start(heard, watch=True)
    heard.until(Failed)
    assert soon(lambda: not any(thread.name == "builder" for thread in threading.enumerate()))
    builder.stop()
    [failed] = heard.all()
    assert "pip install 'wireside[watch]'" in str(failed)
