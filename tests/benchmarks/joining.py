"""What it takes to relate many stories: python tests/benchmarks/joining.py STORIES.jsonl[.gz] COUNT [COUNT ...]

STORIES has one JSON object a line with `title`, `text`, `date` (ISO) and `outlet`, as `clones.py` writes them. For each
COUNT the first so many are related in a process of its own: CPU seconds for the features and for joining them into
copies and events, both as multiples of one pass of `re.findall(r"\\w+", text)` over the same texts, the greatest memory
that the process took, what was found, and what it takes to relate ten more.
"""

from __future__ import annotations

import datetime as dt
import gzip
import itertools
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from tui.model import Basis, Block, BlockKind, Document, MatchKind, Story, When
from tui.relate.finding.features import features
from tui.relate.finding.kept import Kept
from tui.relate.relate import Happened, Item, known, relate_changes, relations

WORD = re.compile(r"\w+")
TEN = 10


def stories(path: Path, count: int) -> Iterator[tuple[str, Story]]:
    """The texts and stories of a file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(itertools.islice(lines, count)):
            row = json.loads(line)
            yield row["text"], story(f"s{number:07d}", row)


def story(name: str, row: dict[str, str]) -> Story:
    """The story of a record, a paragraph to a line."""
    paragraphs = (Block(BlockKind.PARAGRAPH, line, 1, 1) for line in row["text"].split("\n") if line.strip())
    try:
        day = dt.date.fromisoformat((row.get("date") or "")[:10])
    except ValueError:
        day = None
    return Story(
        id=name,
        document=Document(f"/{name}", "", 0, 0, "", "", ""),
        part=1,
        blocks=tuple(paragraphs),
        headline=row["title"],
        headline_derived=False,
        when=When(day, day, day, Basis.METADATA, 1.0, "the record") if day else When(),
        outlet=row.get("outlet") or "",
        language="en",
    )


def seconds(work: Callable[[], Any]) -> tuple[float, Any]:
    """The CPU seconds that something takes, and its result."""
    begin = time.process_time()
    made = work()
    return time.process_time() - begin, made


def measure(path: Path, count: int) -> None:
    words = regex = taken = 0.0
    items = []
    for text, one in stories(path, count + TEN):
        if len(items) < count:
            spent, found = seconds(lambda text=text: WORD.findall(text))  # type: ignore[misc]
            regex, words = regex + spent, words + len(found)
        spent, made = seconds(lambda one=one: features(one))  # type: ignore[misc]
        taken += spent if len(items) < count else 0
        items.append(Item(one.id, one.document.path, 1, one.when, one.outlet, made))
    kept = Kept({number: item.features for number, item in enumerate(items, 1)})
    for number, item in enumerate(items[:count], 1):
        kept.known[number] = known(number, item)
    joined, _ = seconds(lambda: relate_changes(kept, Happened(range(1, count + 1))))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1 << 10) / 1e3
    result = relations(kept)
    kinds = [match.kind for match in result.matches]
    copies = sum(kind in (MatchKind.IDENTICAL, MatchKind.COPY) for kind in kinds)
    for number in range(count + 1, len(items) + 1):
        kept.known[number] = known(number, items[number - 1])
    more, _ = seconds(lambda: relate_changes(kept, Happened(range(count + 1, len(items) + 1))))
    print(f"{count:>7,} stories, {words / 1e6:.1f} million words; a pass takes {regex:.1f} s; {memory:.2f} GB in all")
    rate = words / 500 / taken
    print(f"        features {taken:.1f} s ({taken / regex:.1f} passes), {rate:,.0f} stories of 500 words a second")
    print(
        f"        joining {joined:.1f} s ({joined / regex:.1f} passes), {len(items) - count} stories more {more:.2f} s"
    )
    parts = kinds.count(MatchKind.PART)
    print(f"        {copies:,} copies, {parts:,} parts, {len(result.groups):,} groups, {len(result.events):,} events")


def main() -> None:
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    counts = [int(count) for count in sys.argv[2:]]
    if len(counts) == 1:
        measure(Path(sys.argv[1]), counts[0])
        return
    for count in counts:
        subprocess.run([sys.executable, __file__, sys.argv[1], str(count)], check=True)


if __name__ == "__main__":
    main()
