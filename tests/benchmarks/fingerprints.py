"""How quickly stories become signatures: python tests/benchmarks/fingerprints.py STORIES.jsonl[.gz] [COUNT]

STORIES is as for `joining.py`. From text to a signature of 128 minima in one process, CPU time: Wireside's features
(which serve Jaccard, containment and events at once), and beside them datasketch and rensa over runs of five words,
where they are installed (`pip install datasketch rensa`; Wireside itself needs neither). Wireside's table of words is
warm after the first tenth of the stories, which is not measured for any of them.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from joining import stories

from tui.model import Story
from tui.relate.finding.features import features
from tui.relate.finding.furniture import own_shingles
from tui.relate.finding.sketch import bands, minima, sampled

WORD = re.compile(r"\w+")
MINIMA = 128


def runs(text: str) -> list[str]:
    """The runs of five words of a text, as the other programs are given them."""
    words = WORD.findall(text.lower())
    return [" ".join(words[at : at + 5]) for at in range(len(words) - 4)]


def wireside(_: str, story: Story) -> object:
    """A story's features, minima, bands and sample."""
    own = own_shingles(features(story), ())
    return (minima(own), bands(own), sampled(own)) if len(own) else None


def others() -> dict[str, Callable[[str, Story], object]]:
    """The programs that are installed beside it."""
    found: dict[str, Callable[[str, Story], object]] = {}
    if importlib.util.find_spec("datasketch"):
        from datasketch import MinHash  # noqa: PLC0415  it need not be there

        def datasketch(text: str, _: Story) -> object:
            made = MinHash(num_perm=MINIMA)
            made.update_batch([run.encode() for run in runs(text)])
            return made

        found["datasketch"] = datasketch
    if importlib.util.find_spec("rensa"):
        from rensa import RMinHash  # noqa: PLC0415

        def rensa(text: str, _: Story) -> object:
            made = RMinHash(num_perm=MINIMA, seed=1)
            made.update(runs(text))
            return made.digest()

        found["rensa"] = rensa
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("stories", type=Path)
    options.add_argument("count", type=int, nargs="?", default=5000)
    chosen = options.parse_args()
    held = list(stories(chosen.stories, chosen.count))
    first = len(held) // 10
    words = sum(len(WORD.findall(text)) for text, _ in held[first:])
    for name, made in {"Wireside": wireside, **others()}.items():
        for text, story in held[:first]:
            made(text, story)
        begin = time.process_time()
        for text, story in held[first:]:
            made(text, story)
        spent = time.process_time() - begin
        print(f"{name:<12}{words / 500 / spent:>8,.0f} stories of 500 words a CPU-second", flush=True)


if __name__ == "__main__":
    main()
