"""How long a search takes at every key: python tests/benchmarks/search_as_you_type.py PATH...

Queries are drawn from the stories themselves, always the same for the same stories: one to three words that stand
beside one another, each asked for letter by letter. The library of PATH... is built first where it has not been. Where
the package tantivy is installed, an index of the same text is made in memory and asked the same in the same run; it
gives the first fifty in order of days.
"""

from __future__ import annotations

import argparse
import platform
import random
import sqlite3
import time
from collections.abc import Callable, Iterable
from importlib.util import find_spec

from tui.library.building.build import build
from tui.library.library import Library, open_library
from tui.search.query import parse
from tui.search.terms import terms

QUERIES = 200
PAGE = 50
MEASURED = [
    ("a word and a day", "date:>=2000 {0}"),
    ("one without the other", "{0} -{1}"),
    ("one of two", "{0} OR {1}"),
    ("unread", "is:unread {0}"),
    ("all but", "-{0}"),
]


def drawn(library: Library) -> list[str]:
    """The queries."""
    draw = random.Random(7)
    order = library.order()
    found: list[str] = []
    while len(found) < QUERIES:
        words = " ".join(library.story(draw.choice(order)).paragraphs).split()
        if words:
            at, length = draw.randrange(len(words)), draw.choice((1, 1, 2, 2, 3))
            found.append(" ".join(word.strip('.,;:"“”()') for word in words[at : at + length]))
    return found


def rival(library: Library) -> Callable[[str], object]:
    """What asks tantivy for the first stories in order of days that have all these words, the last one begun."""
    import tantivy  # noqa: PLC0415  only where it is installed

    schema = tantivy.SchemaBuilder()
    schema.add_text_field("text", tokenizer_name="whitespace")
    schema.add_integer_field("day", fast=True)
    index = tantivy.Index(schema.build())
    writer = index.writer(100_000_000, 1)
    for place, number in enumerate(library.order()):
        text = " ".join(terms(" ".join(block.text for block in library.story(number).blocks)))
        writer.add_document(tantivy.Document(text=[text], day=place))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def ask(query: str) -> object:
        words = terms(query)
        if not words:
            return None
        parts = [tantivy.Query.term_query(index.schema, "text", word) for word in words[:-1]]
        parts.append(tantivy.Query.regex_query(index.schema, "text", f"{words[-1]}.*"))
        every = tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])
        return searcher.search(every, PAGE, order_by_field="day", order=tantivy.Order.Asc).hits

    return ask


def times(ask: Callable[[str], object], queries: Iterable[str]) -> str:
    """The spread of what asking takes, by the clock and by the processor, in milliseconds."""
    clock: list[float] = []
    work: list[float] = []
    for query in queries:
        before = time.perf_counter(), time.thread_time()
        ask(query)
        clock.append((time.perf_counter() - before[0]) * 1000)
        work.append((time.thread_time() - before[1]) * 1000)
    return f"{len(clock):6,}   {_spread(clock)}   {_spread(work)}"


def _spread(found: list[float]) -> str:
    found.sort()
    return f"{found[len(found) // 2]:8.1f}{found[int(len(found) * 0.95)]:8.1f}{found[-1]:8.1f}"


def main() -> None:
    """Measure, and print a line for each kind of query."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("path", nargs="+")
    roots = options.parse_args().path
    with open_library(roots) as library:
        if not library.summary().fresh:
            build(library.path, roots, lambda _change: None)
        queries = drawn(library)
        words = [word for query in queries for word in query.split() if word.isalpha()]
        print(f"{len(library.order()):,} stories, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}")
        print(f"{'':24}{'asked':>6}   {'clock: median, 95%, most':>24}   {'work: median, 95%, most':>24}   (ms)")

        def typed(query: str) -> object:
            return library.search(parse(query, typing=True))

        def first(query: str) -> object:
            return library.first_page(parse(query, typing=True), PAGE)

        keys = [query[:end] for query in queries for end in range(1, len(query) + 1)]
        library.first_page(parse("warm"), PAGE)
        print(f"{'every key, first page':24}{times(first, keys)}")
        phrases = [f'"{query}"' for query in queries if " " in query]
        print(f"{'a phrase, first page':24}{times(first, phrases)}")
        if find_spec("tantivy") is not None:
            print(f"{'every key, by tantivy':24}{times(rival(library), keys)}")
        print(f"{'whole, ranked':24}{times(lambda query: library.ranked(parse(query, typing=True)), queries)}")
        kinds = {
            "every key": keys,
            "one letter": sorted({query[:1] for query in queries}),
            "whole, typing": queries,
        }
        for kind, shape in MEASURED:
            kinds[kind] = [shape.format(*draw) for draw in zip(words[::2], words[1::2], strict=False)][:60]
        library.search(parse("warm"))
        for kind, asked in kinds.items():
            print(f"{kind:24}{times(typed, asked)}")


if __name__ == "__main__":
    main()
