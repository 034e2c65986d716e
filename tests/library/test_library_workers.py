"""Workers: what happens to the documents that a process could not survive, and to the processes themselves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tui.library.building.workers import Lost, Workers
from tui.library.entries import LibraryError

sys.path.insert(0, str(Path(__file__).parent))

from deeds import Deed


@pytest.fixture
def pool() -> Iterator[Workers]:
    with Workers(1, module="deeds") as workers:
        yield workers


def by_turns(batches: Sequence[list[Deed]]) -> Callable[[], list[Deed]]:
    """What gives one batch after the other, and then none."""
    waiting = iter(batches)
    return lambda: next(waiting, [])


def outcome(workers: Workers, *batches: list[Deed]) -> tuple[list[Any], list[Lost]]:
    results = [result for some in workers.run(by_turns(batches)) for result in some]
    return [r for r in results if not isinstance(r, Lost)], [r for r in results if isinstance(r, Lost)]


def wait_until(true: Callable[[], bool], seconds: float = 20.0) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return True
        threading.Event().wait(0.02)
    return true()


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text("ascii").rpartition(")")[2].split()[0] != "Z"


def test_a_document_that_kills_its_worker_costs_itself_and_nothing_else(pool: Workers) -> None:
    batch = [Deed("die" if number == 4 else "fine", number) for number in range(9)]
    done, lost = outcome(pool, batch, [Deed("fine", 100)])
    assert sorted(number for _, number, _ in done) == [0, 1, 2, 3, 5, 6, 7, 8, 100]
    assert [entry.task for entry in lost] == [Deed("die", 4)]
    assert "status -9" in lost[0].reason


def test_an_error_nobody_foresaw_is_named_with_its_words(pool: Workers) -> None:
    done, lost = outcome(pool, [Deed("fail", 7), Deed("fine", 8)])
    assert [number for _, number, _ in done] == [8]
    assert lost[0].reason == "ValueError: no such deed: 7"


def test_a_document_may_not_take_all_memory(pool: Workers) -> None:
    _, lost = outcome(pool, [Deed("devour")])
    assert lost[0].reason == "reading it takes too much memory"


def test_a_document_that_never_ends_is_given_up() -> None:
    with Workers(1, module="deeds", seconds=0.5) as pool:
        done, lost = outcome(pool, [Deed("hang", 1)], [Deed("fine", 2)])
    assert [number for _, number, _ in done] == [2]
    assert [(entry.task, entry.reason) for entry in lost] == [(Deed("hang", 1), "reading it took too long")]


def test_what_takes_long_is_handed_over_in_parts_and_has_its_time_again_for_each() -> None:
    with Workers(1, module="deeds", seconds=2.0) as pool:
        parts = [
            [what for what, *_ in some]
            for some in pool.run(by_turns([[*map(Deed, ("fine", "long", "long", "fine"), range(1, 5), [0] * 4)]]))
        ]
    assert parts == [["fine", "begun"], ["long", "begun"], ["long", "fine"]]


def test_a_worker_that_dies_after_a_part_costs_nothing_that_it_has_finished(pool: Workers) -> None:
    done, lost = outcome(pool, [Deed("fine", 1), Deed("long and die", 2), Deed("fine", 3)])
    assert [number for what, number, _ in done if what == "fine"] == [1, 3]
    assert [entry.task for entry in lost] == [Deed("long and die", 2)]


def test_a_stray_print_does_not_spoil_an_answer(pool: Workers) -> None:
    done, lost = outcome(pool, [Deed("print", 1)])
    assert [(what, number) for what, number, _ in done] == [("print", 1)]
    assert not lost


def test_no_more_workers_are_started_than_there_are_batches() -> None:
    with Workers(8, module="deeds") as pool:
        done, _ = outcome(pool, [Deed("fine", 1), Deed("fine", 2), Deed("fine", 3)])
    assert len({process for _, _, process in done}) == 1


def test_workers_end_when_they_are_closed(pool: Workers) -> None:
    (((_, _, process),), _) = outcome(pool, [Deed("fine")])
    assert alive(process)
    pool.close()
    assert not alive(process)


def test_a_program_that_cannot_start_its_workers_says_so_once() -> None:
    refused = pytest.raises(LibraryError, match=r"cannot start.*no_such_module")
    with Workers(1, module="no_such_module") as pool, refused:
        outcome(pool, [Deed("fine", number) for number in range(5)])


PARENT = """
import sys
from deeds import Deed
from tui.library.building.workers import Workers
pool = Workers(1, module="deeds")
batches = [[Deed("fine")], [Deed(sys.argv[1])]]
for results in pool.run(lambda: batches.pop(0) if batches else []):
    print(results[0][2], flush=True)
input()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by signal")
@pytest.mark.parametrize("busy_with", ["fine", "hang"])
def test_a_worker_ends_when_its_parent_is_killed_idle_or_busy(busy_with: str) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, busy_with],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    )
    assert parent.stdout is not None
    worker = int(parent.stdout.readline())
    assert alive(worker)
    os.kill(parent.pid, signal.SIGKILL)
    parent.communicate()
    assert wait_until(lambda: not alive(worker))
