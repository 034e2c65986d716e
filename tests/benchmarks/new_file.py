"""How soon a new file is in the list of a pile that is followed: python new_file.py PATH [--files 5]

PATH is a folder or a file outside the project; it is read first, and then followed on a terminal. Told are the
milliseconds from when a new file stands until the count under the list on the terminal has its story; the list itself
keeps the reader's place. The files are taken away at the end.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from later_opening import prepared
from stage import WIRESIDE, Terminal, home, machine, said, seconds_to

TEXT = (
    "{headline}\n\nTARNFORD, January {day}, 1850 - The spring fair opened in the rain, and the band played under the"
    " roof of the market hall until late.\n"
)
NAMES = ("Aldmoor", "Brentwick", "Corley", "Dunmere", "Elstow", "Farrow", "Gosling", "Hartley", "Ilsington", "Kettle")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("path")
    options.add_argument("--files", type=int, default=5)
    options.add_argument("--home", help="a folder to keep the library in from one run to the next")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        env = home(Path(chosen.home or folder))
        pile, new = Path(chosen.path).absolute(), Path(folder) / "new"
        new.mkdir()
        stories, _ = prepared(str(pile), env)
        times = []
        # The folder of new files is a root of its own, so that nothing is written into the pile.
        with Terminal([*WIRESIDE, "--watch", str(pile), str(new)], env=env, patience=3600) as terminal:
            terminal.shows("following the folder")
            for nth in range(chosen.files):
                headline = f"Fair of {NAMES[nth % len(NAMES)]} opens in the rain {nth}"
                (new / f"{nth}.txt").write_text(TEXT.format(headline=headline, day=30 - nth), "utf-8")
                count = stories + nth + 1
                times.append(seconds_to(terminal, f"{count:,} of {count:,}", time.perf_counter()) * 1000)
                time.sleep(1.0)
            terminal.press("Q")
    print(machine())
    print(f"{stories:,} stories")
    print(said("a new file is in the list after", times, "ms"))


if __name__ == "__main__":
    main()
