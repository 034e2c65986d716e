"""A list of a million: python a_million.py [COUNT] [--keys 20]

Lines of made-up stories are written into a library, without documents behind them, and the list is opened: told are
the processor time to the first list beside that for the sample of five, and the milliseconds from a key to the first
byte of what it changes on the terminal.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from stage import ROOT, Terminal, cpu_seconds, first_byte, home, machine, memory, said

sys.path.insert(0, str(ROOT))

from tui.library.building.store import Store
from tui.library.building.store_order import set_order
from tui.library.building.store_stories import date_columns
from tui.library.file.opening import make_ready
from tui.library.file.records import dump_story
from tui.model import Basis, Document, Story, When

OPEN = "import sys; from tui.app.app import Wireside; Wireside(sys.argv[1:], build=False, marks=False).run()"
PATH_OF = "import sys; from tui.library.paths import library_path; print(library_path(sys.argv[1:]))"
READ = """
import sys
from tui.library.building.build import build
from tui.library.library import open_library
with open_library(sys.argv[1:]) as library:
    build(library.path, library.roots, lambda change: None)
"""
COLUMNS = (
    "number, id, key, document, part, headline, headline_derived, place, agency, byline, outlet, url, language, words,"
    " placed, earliest, latest, day, month, first"
)
KEYS = (("Down", 10), ("PgDn", 40), ("End", 50), ("Home", 50))
MONTHS = 600
SETTLED = 3.0  # seconds


def fill(path: Path, count: int) -> None:
    """Write so many lines into a library."""
    draw = random.Random(1)
    first = dt.date(1970, 1, 1)
    make_ready(path)
    story = Story(
        "a", Document("a", "", 0, 0, "", "", ""), 1, (), "Headline", False, When(), "", "", "", "", "", "en", 9
    )
    record = dump_story(story)
    with closing(Store(path)) as store:
        connection = store.connection
        with store.writing():
            connection.execute("INSERT INTO files VALUES (1, '/made/up.jsonl', 1, 1, '', 0)")
            connection.execute("INSERT INTO documents VALUES (1, 1, '', 1, 1, '', '', '')")
            days = (first + dt.timedelta(days=draw.randrange(MONTHS * 30)) for _ in range(count))
            whens = (date_columns(When(day, day, day, Basis.METADATA, 1.0, "made up")) for day in days)
            rows = (
                (n, f"{n:010}", f"{n:010}", 1, n, f"Headline {n:07} of a story that was made up", 0, "", "", "",
                 f"Outlet {n % 40}", "", "en", 300, *when, n)
                for n, when in enumerate(whens, 1)
            )  # fmt: skip
            connection.executemany(f"INSERT INTO stories ({COLUMNS}) VALUES ({', '.join('?' * 20)})", rows)
            connection.executemany("INSERT INTO records VALUES (?, ?)", ((n, record) for n in range(1, count + 1)))
            set_order(store)


def said_by(code: str, path: str, env: dict[str, str]) -> str:
    with Terminal([sys.executable, "-c", code, path], env=env, columns=200) as terminal:
        terminal.ends()
        return terminal.text.strip()


def first_list(path: str, sign: str, env: dict[str, str]) -> tuple[float, float]:
    """Seconds of processor and megabytes when the list stands on the screen."""
    with Terminal([sys.executable, "-c", OPEN, path], env=env) as terminal:
        terminal.stops_at(sign)
        return cpu_seconds(terminal.process.pid), memory([terminal.process.pid])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("count", nargs="?", type=int, default=1_000_000)
    options.add_argument("--keys", type=int, default=20)
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        env, few = home(Path(folder)), str(ROOT / "seeds")
        many = str(Path(folder) / "pile")
        fill(Path(said_by(PATH_OF, many, env)), chosen.count)
        said_by(READ, few, env)
        pairs = [(first_list(few, "Dozens of US", env), first_list(many, "Headline", env)) for _ in range(chosen.runs)]
        print(machine())
        print(f"{chosen.count:,} stories beside the sample")
        for which, name in ((0, "the sample"), (1, "the pile")):
            print(said(f"{name}: processor to the first list", [pair[which][0] for pair in pairs], "s"))
            print(said(f"{name}: memory", [pair[which][1] for pair in pairs], "MB"))
        ratio = statistics.median(pile[0] / sample[0] for sample, pile in pairs)
        print(f"ratio of processor times: median {ratio:.2f}")
        for key, goal in KEYS:
            with Terminal([sys.executable, "-c", OPEN, many], env=env) as terminal:
                terminal.shows("Headline", " of ")
                time.sleep(SETTLED)  # what is made ready after the first list is no key's work
                before = cpu_seconds(terminal.process.pid)
                there = {"Home": "End"}.get(key)  # from where the key has a way to go
                back = {"End": "Home"}.get(key)
                times = []
                for _ in range(chosen.keys):
                    if there:
                        first_byte(terminal, there)
                    times.append(first_byte(terminal, key))
                    if back:
                        first_byte(terminal, back)
                presses = chosen.keys * (2 if back or there else 1)
                worked = (cpu_seconds(terminal.process.pid) - before) * 1000 / presses
                print(f"{said(f'{key} (at most {goal})', times, 'ms')}; processor {worked:.1f} ms a key")


if __name__ == "__main__":
    main()
