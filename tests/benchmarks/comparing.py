"""How long it takes to lay two stories side by side: CPU milliseconds, the best of five.

    python tests/benchmarks/comparing.py

Stories are made of random words with the word counts of news paragraphs; the other side has one word in twelve
changed, is in another order, or tells something else.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

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


def best(run: Callable[[], object]) -> float:
    taken = []
    for _ in range(5):
        fold_word.cache_clear()
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return min(taken) * 1000


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
            aligned = best(lambda left=left, right=right: align(left, right))  # type: ignore[misc]
            compared = best(lambda left=left, right=right: compare(left, right, MatchKind.COPY))  # type: ignore[misc]
            print(f"{paragraphs:>5} paragraphs, {name:<17} align {aligned:8.1f} ms   compare {compared:8.1f} ms")


if __name__ == "__main__":
    main()
