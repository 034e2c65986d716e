"""How long it takes to lay two stories side by side: CPU milliseconds, the median of five.

    python tests/benchmarks/comparing.py

Stories are made of random words with the word counts of news paragraphs; the other side has one word in twelve
changed, is in another order, or tells something else. Then two stories of 2,000 paragraphs are compared at the desk:
how late its event loop is meanwhile, beside how late it is when nothing goes on, and what a step of the cursor costs.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "app"))

from sides import story

from tui.model import MatchKind, Story
from tui.relate.compare import compare
from tui.relate.comparing.align import align
from tui.text.fold import fold_word
from tui.text.language import stop_words

PICK = random.Random(7)
SMALL = sorted(stop_words("en"), key=len)[:40]
LARGE = [
    "".join(PICK.choice("bcdfglmnprst") + PICK.choice("aeiou") for _ in range(PICK.randint(2, 4))) for _ in range(9000)
]


def paragraph() -> str:
    words = [PICK.choice(SMALL) if PICK.random() < 0.45 else PICK.choice(LARGE) for _ in range(PICK.randint(25, 80))]
    return f"{' '.join(words).capitalize()}."


def edited(text: str) -> str:
    return " ".join(PICK.choice(LARGE) if PICK.random() < 1 / 12 else word for word in text.split())


def median_of(run: Callable[[], object]) -> float:
    taken = []
    for _ in range(5):
        fold_word.cache_clear()
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return statistics.median(taken) * 1000


def pairs(paragraphs: int) -> dict[str, tuple[Story, Story]]:
    body = [paragraph() for _ in range(paragraphs)]
    turned = [edited(text) for text in body]
    PICK.shuffle(turned)
    return {
        "edited": (story(*body), story(*map(edited, body))),
        "in another order": (story(*body), story(*turned)),
        "of other things": (story(*body), story(*(paragraph() for _ in range(paragraphs)))),
    }


def main() -> None:
    for paragraphs in (30, 200, 2000):
        for name, (left, right) in pairs(paragraphs).items():
            aligned = median_of(lambda left=left, right=right: align(left, right))  # type: ignore[misc]
            compared = median_of(lambda left=left, right=right: compare(left, right, MatchKind.COPY))  # type: ignore[misc]
            print(f"{paragraphs:>5} paragraphs, {name:<17} align {aligned:8.1f} ms   compare {compared:8.1f} ms")


async def at_the_desk(folder: Path, paragraphs: int) -> None:
    """Compare two long stories on the screen, and go through them."""
    from seed_desk import at_the_desk as desk_of  # noqa: PLC0415

    body = [paragraph() for _ in range(paragraphs)]
    for name, text in (("one", body), ("other", list(map(edited, body)))):
        told = {"title": f"The long report, {name}", "text": "\n\n".join(text), "date": "2031-03-04"}
        (folder / f"{name}.jsonl").write_text(json.dumps(told))
    async with desk_of([str(folder)], (120, 40), build=True) as hands:
        await hands.built()
        idle = await lateness(lambda: asyncio.sleep(2))
        hands.desk.stories.action_mark()
        hands.desk.stories.action_mark()

        async def compared() -> None:
            hands.strike("c")
            while hands.desk.comparing.compared is None:
                await asyncio.sleep(0.01)
            await hands.settle()

        busy = await lateness(compared)
        print(f"event loop late, 95 of 100 times at most: {idle:.1f} ms at rest, {busy:.1f} ms while comparing")
        for key, what in (("j", "line"), ("]", "difference")):
            taken = []
            for _ in range(31):
                start = time.process_time()
                await hands.press(key)
                taken.append(time.process_time() - start)
            print(f"one {what} on, of {paragraphs} paragraphs: {statistics.median(taken) * 1000:.1f} ms of CPU")


async def lateness(doing: Callable[[], Awaitable[None]]) -> float:
    """The 95th percentile of how many milliseconds too late the event loop wakes while something is done."""
    late: list[float] = []

    async def watch() -> None:
        while True:
            start = time.perf_counter()
            await asyncio.sleep(0.005)
            late.append((time.perf_counter() - start) * 1000 - 5)

    watching = asyncio.create_task(watch())
    await doing()
    watching.cancel()
    return sorted(late)[int(len(late) * 0.95)]


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    main()
    with tempfile.TemporaryDirectory() as place:
        for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME"):
            os.environ[name] = str(Path(place) / name)
        (Path(place) / "news").mkdir()
        asyncio.run(at_the_desk(Path(place) / "news", 2000))
