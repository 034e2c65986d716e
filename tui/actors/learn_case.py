"""Count how words are set over a pile of news, and write `data/wordcase.txt.gz`.

    python -m tui.actors.learn_case STORIES.jsonl.gz tui/actors/data/wordcase.txt.gz

STORIES has one JSON object a line with the story's `text`, paragraphs parted by empty lines. Only words and the class
of their share of small letters are kept, of words that stand small at least `_LEAST` times.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tui.actors.finding.runs import title_case
from tui.actors.wordcase import SHARES

_LEAST = 6
_ABOUT = (
    "# English words by how they are set inside sentences: always, mostly, often, sometimes small. Counted over the "
    "news of the Article-Bias-Prediction data set (Baly et al. 2020, Apache-2.0) by tui.actors.learn_case."
)
# A word that no hyphen makes part of another, with the mark before it that may have made it begin with a capital.
_WORD = re.compile(
    r"(?P<opens>[.?!:;\"“”‘(\[•*…—–|>]\s*)?(?<![\w'’‐‑-])(?P<word>[^\W\d_]+)(?:['’][^\W\d_]+)*+(?![\w‐‑-])"
)


def count(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word, in small letters, stands small and capital where no sentence begins."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        for paragraph in text.split("\n\n"):
            if title_case(paragraph):
                continue
            for match in _WORD.finditer(paragraph):
                word = match["word"]
                if word[0].islower():
                    small[word] += 1
                elif match.start() and not match["opens"] and not word.isupper():
                    capital[word.lower()] += 1
    return small, capital


def rows(small: Counter[str], capital: Counter[str]) -> list[str]:
    """The words of each level of `wordcase.SHARES`, as lines."""
    levels: list[list[str]] = [[] for _ in SHARES]
    for word, times in sorted(small.items()):
        share = times / (times + capital[word])
        level = next((level for level, least in enumerate(SHARES) if share >= least), None)
        if times >= _LEAST and level is not None:
            levels[level].append(word)
    return [" ".join(level) for level in levels]


def _texts(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as stories:
        for line in stories:
            yield json.loads(line)["text"]


def main() -> int:
    """Count and write. Arguments: the stories, the file to write."""
    source, target = map(Path, sys.argv[1:3])
    written = "\n".join([_ABOUT, *rows(*count(_texts(source)))])
    target.write_bytes(gzip.compress(written.encode("utf-8"), 9, mtime=0))
    return 0


if __name__ == "__main__":
    sys.exit(main())
