"""What finding and telling apart of actors costs: python tests/benchmarks/actors.py STORIES.jsonl[.gz] [COUNT]

STORIES has one JSON object a line with `title` and `text`. The first COUNT of them (all, without it) are gone through
in one process as a build does it, each pass on its own: names and quotations, what of them is kept, telling all apart
from the start. Then ten stories more are taken in. Words are those between blanks, CPU seconds the process's own. A
spaCy pipeline finds the names of some of the stories in the same run, where one is installed (its name in
SPACY_PIPELINE, en_core_web_sm without it; only its `ner` and what that needs).
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

from tui.actors.recognise import RUNNING, names
from tui.actors.telling.heard import rows_of
from tui.library.building.cast_draft import Draft
from tui.library.building.store import Store
from tui.library.building.store_people import cast, cast_anew
from tui.library.file.opening import make_ready
from tui.library.file.packing import pack
from tui.model import Block, BlockKind, Document, Story

MORE = 10  # stories that come later
SAMPLE = 200  # stories that spaCy is given
_DOCUMENT = Document("/pile/stories.jsonl", "", 0, 0, "", "application/jsonl", "utf-8")


def read(path: Path, count: int | None) -> Iterator[Story]:
    """The stories of the file, a block for each line of their text."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, count), 1):
            told = json.loads(line)
            texts = [text.strip() for text in told["text"].split("\n")]
            blocks = [Block(BlockKind.HEADLINE, told["title"], 1, 1)]
            blocks += [Block(BlockKind.PARAGRAPH, text, at, at) for at, text in enumerate(texts, 2) if text]
            yield Story(f"{number:010d}", _DOCUMENT, number, tuple(blocks), told["title"], False)


def words(stories: Sequence[Story]) -> int:
    return sum(len(block.text.split()) for story in stories for block in story.blocks if block.kind in RUNNING)


class Clock:
    """CPU seconds of this process between two looks."""

    def __init__(self) -> None:
        self._since = time.process_time()

    def look(self) -> float:
        now = time.process_time()
        spent, self._since = now - self._since, now
        return spent


def main(path: Path, count: int | None) -> None:
    """Go through the passes and say what each costs."""
    stories = list(read(path, count))
    old, new = stories[:-MORE], stories[-MORE:]
    total = words(old)
    clock = Clock()
    found = [names(story) for story in old]
    reading = clock.look()
    kept = [pack(rows_of(each), squeeze=True) for each in found]
    keeping = clock.look()
    del found
    size = sum(map(len, kept)) / len(kept)
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        make_ready(library)
        with closing(Store(library)) as store:
            _put(store, 1, old, kept)
            del kept
            before = _memory()
            clock.look()
            cast_anew(store, Draft(store, ()), (), lambda _count: None, store.writing)
            casting = clock.look()
            after = _memory()
            _put(store, len(old) + 1, new, [pack(rows_of(names(story)), squeeze=True) for story in new])
            clock.look()
            with store.writing():
                cast(store, (list(range(len(old) + 1, len(stories) + 1)), [], []), ((), ()), lambda _count: None)
            adding = clock.look()
            (actors,) = store.connection.execute("SELECT count(*) FROM actors").fetchone()
        size_on_disk = library.stat().st_size
    whole = reading + keeping + casting
    print(f"{platform.machine()}, Python {platform.python_version()}")
    print(f"{len(old):,} stories, {total:,} words, {actors:,} actors")
    for title, spent in (("names and quotations", reading), ("keeping them", keeping), ("telling apart", casting)):
        print(f"{title:24} {spent:8.1f} CPU s {total / spent:12,.0f} words a CPU second")
    print(f"{'all of it':24} {whole:8.1f} CPU s {total / whole:12,.0f} words a CPU second")
    times = adding / MORE / (casting / len(old))
    print(f"{MORE} stories more          {adding:8.2f} CPU s, each {times:.1f} times one of those before")
    print(
        f"memory: {before:,.0f} MB before telling apart, {after:,.0f} MB at the most; kept: {size:,.0f} bytes a story"
    )
    print(f"library: {size_on_disk / 1e6:,.0f} MB")
    _beside(old[:SAMPLE], total / whole)


def _put(store: Store, first: int, stories: Sequence[Story], kept: Sequence[bytes]) -> None:
    """Put stories and their names into a library, as the passes before do."""
    with store.writing():
        for number, (story, packed) in enumerate(zip(stories, kept, strict=True), first):
            store.connection.execute(
                "INSERT INTO stories (number, id, key, document, part, headline, headline_derived, place, agency,"
                " byline, outlet, url, language, words, placed, first)"
                " VALUES (?, ?, ?, 1, 1, '', 0, '', '', '', '', '', '', 0, '', ?)",
                (number, story.id, story.id, number),
            )
            store.connection.execute("INSERT INTO names (number, names, finder) VALUES (?, ?, '')", (number, packed))


def _memory() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _beside(stories: Sequence[Story], ours: float) -> None:
    """What a spaCy pipeline takes to find the names alone."""
    try:
        import spacy  # noqa: PLC0415
    except ImportError:
        print("spaCy is not installed: nothing to set beside it")
        return
    name = os.environ.get("SPACY_PIPELINE", "en_core_web_sm")
    pipeline = spacy.load(name, disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    texts = [block.text for story in stories for block in story.blocks]
    clock = Clock()
    for document in pipeline.pipe(texts, batch_size=64):
        len(document.ents)
    theirs = words(stories) / clock.look()
    print(f"{name}, names alone: {theirs:,.0f} words a CPU second; all of ours is {ours / theirs:.1f} times as fast")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("stories", type=Path)
    options.add_argument("count", type=int, nargs="?")
    chosen = options.parse_args()
    main(chosen.stories, chosen.count)
