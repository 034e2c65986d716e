"""The first page of hits: the same stories, in the same order, as the whole of the hits begins with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.library.building.step import FileRead, StoryRow
from tui.library.building.store import Store
from tui.library.building.store_order import set_order
from tui.library.file.records import dump_story, dump_when
from tui.library.file.texts import searched
from tui.library.library import Library, open_library
from tui.model import UNDATED, Basis, Block, BlockKind, Document, Found, Story, When
from tui.search.query import parse

DAY = dt.date(2020, 3, 1)
WORDS = ("river", "rain", "storm", "flood")


def on(day: dt.date, basis: Basis = Basis.DATELINE) -> When:
    return When(day, day, day, basis, 0.9)


def made(number: int) -> StoryRow:
    """A story of every day of three months and more, in no order; each fifth has no date of its own."""
    day = DAY + dt.timedelta(days=number * 37 % 100)
    words = " ".join(word for nth, word in enumerate(WORDS) if number % (nth + 1) == 0)
    body = f"The {words} came on day {number}."
    blocks = (Block(BlockKind.HEADLINE, f"Report {number}", 1, 1), Block(BlockKind.PARAGRAPH, body, 2, 2))
    document = Document(f"/pile/{number}.txt", "", 1, 1, "", "text/plain", "utf-8")
    when = UNDATED if number % 5 == 0 else on(day)
    story = Story(f"s{number:09}", document, 1, blocks, f"Report {number}", False, when, language="en", words=9)
    names = ("key", "part", "headline", "headline_derived", "place", "agency", "byline", "outlet", "url", "language")
    told = {name: getattr(story, name) for name in names}
    return StoryRow(**told, words=9, when=when, record=dump_story(story), texts=searched(story))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Three hundred stories; events have given a day since to some that had none, in the midst of the others."""
    folder = tmp_path_factory.mktemp("pile")
    with open_library([str(folder)], cache=False, marks=False) as opened:
        store = Store(opened.path)
        document = Document("/pile/all.jsonl", "", 1, 1, "", "application/jsonl", "utf-8")
        with store.writing():
            rows = tuple(made(number) for number in range(1, 301))
            store.store(FileRead(Found(document.path, 1, 1), "d", ((document, rows),), ()))
        with store.writing():
            for number in range(10, 300, 10):
                when = on(DAY + dt.timedelta(days=number % 90), Basis.EVENT)
                day = when.day.toordinal() if when.day else 0
                store.connection.execute(
                    "UPDATE stories SET placed = ?, earliest = ?, latest = ?, day = ?, month = 24242 WHERE number = ?",
                    (dump_when(when), day, day, day, number),
                )
            set_order(store)
        store.close()
        yield opened


@pytest.mark.parametrize(
    "query",
    [
        *("river", "rai*", "storm flood", "river OR flood", "river -rain", '"river rain"', "r*", "report*", "-rain"),
        *("date:2020-03 river", "date:2020-04.. rain", "is:unread storm", "is:undated river", "headline:report"),
        *("(river OR rain) -storm date:2020-05", "flood in:all", "nowhere", "date:2020-04", "is:star river"),
    ],
)
@pytest.mark.parametrize("most", [1, 7, 50, 400])
def test_the_first_page_is_how_the_hits_begin(library: Library, query: str, most: int) -> None:
    plan = parse(query)
    assert library.first_page(plan, most) == library.search(plan).numbers[:most]


@given(st.lists(st.sampled_from([*WORDS, "-rain", "re*", "OR", "date:2020-04", "is:undated", "came"]), min_size=1))
@settings(max_examples=120)
def test_the_first_page_is_how_the_hits_of_any_query_begin(library: Library, words: list[str]) -> None:
    plan = parse(" ".join(words), typing=True)
    assert library.first_page(plan, 20) == library.search(plan).numbers[:20]


def test_stories_placed_by_others_stand_where_they_were_placed(library: Library) -> None:
    numbers = library.search(parse("river")).numbers
    days = [entry.placed.earliest for entry in library.entries(numbers)]
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert any(entry.placed.basis is Basis.EVENT for entry in library.entries(numbers[:60]))
    assert None not in days[: len(dated)]


def test_ranking_puts_headlines_first_and_leaves_nothing_out(library: Library) -> None:
    plan = parse("storm OR day")
    assert sorted(library.ranked(plan)) == sorted(library.search(plan).numbers)
    by_headline = library.ranked(parse("(report flood) OR 30"))
    assert 30 in by_headline[:5]
    assert library.ranked(parse("is:undated")) == library.search(parse("is:undated")).numbers
