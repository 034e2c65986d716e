"""How long it takes until a pile that was never seen stands in the library: python first_opening.py PATH...

PATH... are read into a library of their own, as `wireside` does beside the screen. Told are the seconds until the first
stories stand in the list, until all can be listed and searched, until copies and actors are known, each with the
processor time of the writer and its workers until then; the most memory of all processes together; and what the text
index costs beside a bare insertion of the same texts into the same index in one transaction. `--read-only` ends after
the documents are read; `--keep=FILE` leaves the library there.
"""

from __future__ import annotations

import os
import resource
import sqlite3
import sys
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path

from stage import ROOT, cpu_seconds, family, machine, memory

sys.path.insert(0, str(ROOT))


from tui.library.building import build as building
from tui.library.building.store_stories import Stories
from tui.library.changes import Added, Change, Done, Failed, Pass, Stage
from tui.library.file.connections import connect
from tui.library.file.opening import make_ready
from tui.library.file.records import load_story
from tui.library.file.schema import TABLES, TEXT_COLUMNS
from tui.library.file.texts import searched
from tui.model import Document

AGAIN = 5000  # stories that are inserted into a bare index, spread over the library


class Watched:
    """Hears a build, and takes the time of what happens."""

    def __init__(self, read_only: bool) -> None:
        self.started = time.perf_counter()
        self.at: dict[str, tuple[float, float]] = {}  # seconds by the clock, and of processor
        self.enough = False
        self.failed = ""
        self._read_only = read_only

    def __call__(self, change: Change) -> None:
        if isinstance(change, Added):
            self._note("first stories in the list")
        if isinstance(change, Failed):
            self.failed = change.reason
        if isinstance(change, Done):
            self._note("all done")
        if isinstance(change, Stage):
            if change.name in (Pass.MEASURING, Pass.RELATING, Pass.NAMING):
                self._note("list and search complete")
                self.enough = self._read_only
            if change.name is Pass.NAMING:
                self._note("copies, events and dates known")

    def _note(self, what: str) -> None:
        if what not in self.at:
            now = time.perf_counter() - self.started
            self.at[what] = now, sum(cpu_seconds(process) for process in family(os.getpid()))


def bare_insertion(path: Path) -> float:
    """Processor milliseconds a story that a bare index takes for the same texts."""
    with closing(connect(path, readonly=True)) as connection, tempfile.TemporaryDirectory() as folder:
        (count,) = connection.execute("SELECT count(*) FROM records").fetchone()
        rows = connection.execute("SELECT record FROM records WHERE number % ? = 0", (max(count // AGAIN, 1),))
        document = Document("", "", 0, 0, "", "", "")
        texts = [searched(load_story(record, "", document, 1)) for (record,) in rows]
        start = TABLES.index("CREATE VIRTUAL TABLE texts")
        made = TABLES[start : TABLES.index(";", start)].replace(
            "content='searched', content_rowid='mark',", "content='',"
        )
        with closing(sqlite3.connect(Path(folder) / "bare")) as bare:
            bare.execute(made)
            marks = ", ".join("?" * len(TEXT_COLUMNS))
            before = time.process_time()
            bare.executemany(f"INSERT INTO texts ({', '.join(TEXT_COLUMNS)}) VALUES ({marks})", texts)
            bare.commit()
            return (time.process_time() - before) * 1000 / max(len(texts), 1)


def main() -> None:
    words = [word for word in sys.argv[1:] if not word.startswith("--")] or sys.exit(__doc__)
    kept = [word.partition("=")[2] for word in sys.argv if word.startswith("--keep=")]
    watched = Watched("--read-only" in sys.argv)
    index = [0.0]
    settle = Stories.settle

    def timed(self: Stories) -> None:
        before = time.thread_time()
        settle(self)
        index[0] += time.thread_time() - before

    Stories.settle = timed  # type: ignore[method-assign]
    most = [0.0]
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(1.0):
            most[0] = max(most[0], memory(family(os.getpid())))

    threading.Thread(target=look, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(kept[0] if kept else folder + "/measured.library").absolute()
        make_ready(path)
        watched.started = time.perf_counter()
        building.build(path, words, watched, stop=lambda: watched.enough)
        ended.set()
        own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        with closing(connect(path, readonly=True)) as connection:
            (stories,) = connection.execute("SELECT count(*) FROM stories").fetchone()
        print(machine())
        print(f"{stories:,} stories, library of {path.stat().st_size / 1e6:,.0f} MB {watched.failed}")
        for name, (seconds, processor) in sorted(watched.at.items(), key=lambda item: item[1]):
            print(f"{name:44}{seconds:10.1f} s {processor:10.1f} s of processor")
        print(f"{'processor time of the writer':44}{own.ru_utime + own.ru_stime:10.1f} s")
        print(f"{'processor time of the workers':44}{children.ru_utime + children.ru_stime:10.1f} s")
        print(f"{'most memory of all processes':44}{most[0]:10.0f} MB")
        bare, ours = bare_insertion(path), index[0] * 1000 / max(stories, 1)
        print(f"{'text index, processor time a story':44}{ours:10.2f} ms; bare {bare:.2f} ms, ratio {ours / bare:.2f}")


if __name__ == "__main__":
    main()
