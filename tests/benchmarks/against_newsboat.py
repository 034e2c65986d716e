"""Beside newsboat: python against_newsboat.py STORIES.jsonl[.gz] [--stories 20000] [--more 100000]

The same stories as 20 feeds (RSS) of local files for both. Told are the first load, the time from starting the program
again until its first list stands on the terminal, the memory then, and how soon Wireside shows its first stories when
it has never seen the feeds; and Wireside's second opening with more stories. Needs `newsboat`.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from email.utils import format_datetime
from itertools import islice
from pathlib import Path
from xml.sax.saxutils import escape

from clones import clones, stories_in
from later_opening import prepared
from stage import WIRESIDE, Terminal, home, machine, memory, said, seconds_to

FEEDS = 20
ISO = re.compile(r"\d{4}-\d\d-\d\d")
UNDATED = "2000-01-01"  # feeds want a date for every item
ITEM = (
    "<item><title>{title}</title><link>{url}</link><guid>{id}</guid><pubDate>{date}</pubDate>"
    "<description>{text}</description></item>\n"
)


def feeds(stories: Path, count: int, folder: Path) -> None:
    """Write the stories as feeds, each in its turn."""
    folder.mkdir()
    files = [(folder / f"feed{nth:02}.xml").open("w", encoding="utf-8") for nth in range(FEEDS)]
    for nth, file in enumerate(files):
        file.write(f'<?xml version="1.0"?><rss version="2.0"><channel><title>Feed {nth:02}</title>\n')
    for nth, story in enumerate(islice(clones(stories_in(stories), count), count)):
        day = dt.datetime.fromisoformat(story["date"][:10] if ISO.match(story["date"]) else UNDATED)
        paragraphs = "".join(f"<p>{escape(text)}</p>" for text in story["text"].split("\n") if text)
        parts = {name: escape(story[name]) for name in ("title", "url", "id")}
        files[nth % FEEDS].write(
            ITEM.format(**parts, date=format_datetime(day.replace(tzinfo=dt.UTC)), text=escape(paragraphs))
        )
    for file in files:
        file.write("</channel></rss>\n")
        file.close()


def opened(command: Sequence[str], sign: str, env: dict[str, str]) -> tuple[float, float]:
    """Seconds until the sign stands on the terminal, and megabytes then."""
    started = time.perf_counter()
    with Terminal(command, env=env, patience=900) as terminal:
        return seconds_to(terminal, sign, started), memory([terminal.process.pid])


def loaded(command: Sequence[str], env: dict[str, str]) -> float:
    started = time.perf_counter()
    with Terminal(command, env=env, patience=3600) as terminal:
        terminal.ends()
    return time.perf_counter() - started


def first_headline(path: str, env: dict[str, str]) -> str:
    """How the first line of the list begins; everything has been read then."""
    with Terminal([*WIRESIDE, "list", path], env=env, columns=200, rows=60, patience=7200) as terminal:
        terminal.ends()
    return prepared(path, env)[1]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("source", type=Path)
    options.add_argument("--stories", type=int, default=20_000)
    options.add_argument("--more", type=int, default=0)
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    newsboat = shutil.which("newsboat") or sys.exit("newsboat is not installed")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = home(folder)
        pile = folder / "feeds"
        feeds(chosen.source, chosen.stories, pile)
        urls, cache = folder / "urls", folder / "cache.db"
        urls.write_text("".join(f"{path.as_uri()}\n" for path in sorted(pile.iterdir())), "utf-8")
        theirs = [newsboat, "-q", "-u", str(urls), "-c", str(cache)]
        print(machine())
        size = sum(path.stat().st_size for path in pile.iterdir()) / 1e6
        print(f"{chosen.stories:,} stories in {FEEDS} feeds, {size:.0f} MB")
        print(f"newsboat: first load {loaded([*theirs, '-x', 'reload'], env):.1f} s")
        first, _ = opened([*WIRESIDE, str(pile)], "●", env)
        print(f"Wireside: first stories on the screen after {first:.1f} s")
        sign = first_headline(str(pile), env)
        pairs = [
            (opened(theirs, "Feed 00", env), opened([*WIRESIDE, str(pile)], sign, env)) for _ in range(chosen.runs)
        ]
        for which, who in ((0, "newsboat"), (1, "Wireside")):
            print(said(f"{who}: opened again", [pair[which][0] for pair in pairs], "s"))
            print(said(f"{who}: memory", [pair[which][1] for pair in pairs], "MB"))
        print(f"ratio: median {statistics.median(ours[0] / their[0] for their, ours in pairs):.2f}")
        if chosen.more:
            larger = folder / "larger"
            feeds(chosen.source, chosen.more, larger)
            sign = first_headline(str(larger), env)
            times = [opened([*WIRESIDE, str(larger)], sign, env) for _ in range(chosen.runs)]
            print(said(f"Wireside with {chosen.more:,}: opened again", [seconds for seconds, _ in times], "s"))


if __name__ == "__main__":
    main()
