"""Many stories made of fewer: python tests/benchmarks/clones.py STORIES.jsonl[.gz] COUNT TARGET.jsonl

STORIES has one JSON object a line with `title`, `text` and `date` (ISO), and `id`, `outlet` and `url` where there are
any. All of them are written again and again, each time as another world: in round k every word that is neither common
nor in one story alone stands for another one that is about as frequent and written alike (with a capital, or without),
by seed k, and dates and years lie 9 k years earlier. So copies and events within a round stay what they are, and
between rounds there are none. Texts are cut to 500 words. What is written is the same for the same stories. TARGET must
lie outside the project.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
WORDS = 500  # of a text that are kept
LEAST, MOST = 2, 0.15  # stories, and part of all stories, that a word stands in which is swapped
BANDS = 3  # to a doubling of the number of stories that a word stands in
YEARS = 9  # that lie between two rounds
ROUNDS = 44  # after which the years begin again: none lies before 1600
SHORTEST = 3  # letters of a word that is swapped

Story = dict[str, str]

_PIECES = re.compile(r"(\w+)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CUT = re.compile(rf"(?:\S+\s+){{{WORDS - 1}}}\S+")


def clones(stories: Iterable[Mapping[str, object]], count: int) -> Iterator[Story]:
    """So many stories made of these, round after round; the first round is the stories themselves, cut."""
    held = [_cut(story) for story in stories]
    bands = _bands(held)
    for nth in range(count):
        turn, place = divmod(nth, len(held))
        if not place:
            swaps = _swaps(bands, turn)
            back = YEARS * (turn % ROUNDS)
        yield _clone(held[place], turn, swaps, back)


def stories_in(path: Path) -> Iterator[dict[str, object]]:
    """The stories of a file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def outside(target: Path) -> Path:
    """The target, made absolute. Raises SystemExit where it lies in the project."""
    target = target.resolve()
    if target.is_relative_to(ROOT):
        sys.exit(f"{target} lies in the project; name a place outside it")
    return target


def _cut(story: Mapping[str, object]) -> Story:
    text = str(story["text"])
    cut = _CUT.match(text)
    kept = {name: str(story.get(name) or "") for name in ("id", "title", "text", "date", "outlet", "url")}
    return {**kept, "text": cut[0] if cut else text}


def _bands(stories: Iterable[Story]) -> list[list[str]]:
    """The words that are swapped, in bands of those that are about as frequent and written alike."""
    held: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    total = 0
    for total, story in enumerate(stories, 1):  # noqa: B007  counted beside
        for word in set(_PIECES.findall(f"{story['title']}\n{story['text']}")):
            if word.isalpha() and len(word) >= SHORTEST:
                held[word.lower()] += 1
                capital[word.lower()] += not word.islower()
    bands: dict[tuple[int, bool], list[str]] = defaultdict(list)
    for word, often in held.items():
        if LEAST <= often <= max(LEAST, total * MOST):
            bands[(often**BANDS).bit_length(), capital[word] * 2 > often].append(word)
    return [sorted(words) for _, words in sorted(bands.items())]


def _swaps(bands: Iterable[list[str]], turn: int) -> dict[str, str]:
    """What each word becomes in this round, as it may be written."""
    draw = random.Random(turn)
    swaps: dict[str, str] = {}
    for words in bands if turn else ():
        others = draw.sample(words, len(words))
        for word, other in zip(words, others, strict=True):
            for written in (str.lower, str.capitalize, str.upper):
                swaps[written(word)] = written(other)
    return swaps


def _clone(story: Story, turn: int, swaps: Mapping[str, str], back: int) -> Story:
    def swapped(text: str) -> str:
        pieces = _PIECES.split(text)
        for i in range(1, len(pieces), 2):
            word = pieces[i]
            pieces[i] = str(int(word) - back) if back and _YEAR.fullmatch(word) else swaps.get(word, word)
        return "".join(pieces)

    date = story["date"]
    if back and date[:4].isdigit():
        date = f"{int(date[:4]) - back}{date[4:]}".replace("-02-29", "-02-28")
    return {
        **story,
        "id": f"{story['id']}-{turn}",
        "title": swapped(story["title"]),
        "text": swapped(story["text"]),
        "date": date,
        "url": f"{story['url']}?{turn}" if story["url"] else "",
    }


def main() -> None:
    """Write them."""
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    source, count, target = Path(sys.argv[1]), int(sys.argv[2]), outside(Path(sys.argv[3]))
    with target.open("w", encoding="utf-8") as file:
        for story in clones(stories_in(source), count):
            file.write(json.dumps(story, ensure_ascii=False) + "\n")
    print(f"{count:,} stories, {target.stat().st_size / 1e6:,.0f} MB: {target}")


if __name__ == "__main__":
    main()
