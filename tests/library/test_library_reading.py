"""Asking a library that was built from the seeds: lists, ids, relations, actors inside a filter, being interrupted."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tui.library.entries import Interrupted, UnknownActor, UnknownStory
from tui.library.library import Library, open_library
from tui.model import ActorKind, MatchKind

sys.path.insert(0, str(Path(__file__).parent))

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    from tui.library.building.build import build  # noqa: PLC0415

    with closing(open_library([str(SEEDS)], cache=False, marks=False)) as opened:
        build(opened.path, opened.roots, lambda _: None, workers=1)
        yield opened


def test_a_line_of_the_list_says_where_the_story_stands(library: Library) -> None:
    entries = library.entries(library.order())
    assert [Path(entry.path).name[:3] for entry in entries] == ["004", "002", "003", "001", "000", "003"] or len(
        entries
    ) == 6
    assert sorted(entry.placed.earliest for entry in entries) == [entry.placed.earliest for entry in entries]
    assert all(entry.id == entry.key for entry in entries)
    assert library.entries([entries[3].number, 10**9, entries[0].number]) == [entries[3], entries[0]]
    assert library.entry(entries[2].id) == library.entry(entries[2].number) == entries[2]


def test_an_id_may_be_cut_short_where_it_stays_the_only_one(library: Library) -> None:
    entry = library.entries(library.order())[0]
    assert library.number(entry.id[:6].upper()) == entry.number
    with pytest.raises(UnknownStory, match="no story has the id 'zzzzzzzz9'"):
        library.number("zzzzzzzz9")
    with pytest.raises(UnknownStory):
        library.number("")
    with pytest.raises(UnknownStory):
        library.story(10**9)


def test_copies_and_reports_are_told_from_either_side(library: Library) -> None:
    (group,) = library.groups()
    first, copy = (library.number(id) for id in group.stories)
    assert library.copies(first) == library.copies(copy) == (first, copy)
    assert library.entry(copy).first == first
    assert library.entry(first).copies == 2
    match = library.match(first, copy)
    assert match == library.match(copy, first)
    assert match is not None
    assert match.kind in (MatchKind.IDENTICAL, MatchKind.COPY)
    assert match in library.matches(copy)
    assert match in library.matches()
    other = next(number for number in library.order() if number not in (first, copy))
    assert library.copies(other) == (other,)
    assert library.match(first, other) is None or library.match(first, other) in library.matches(other)
    summary = library.summary()
    assert (summary.stories, summary.files, summary.copies, summary.groups, summary.events) == (6, 5, 1, 1, 1)


def test_counts_of_actors_follow_the_filter_and_zero_is_left_out(library: Library) -> None:
    every = library.actors()
    assert [(c.stories, c.mentions) for c in every] == sorted(((c.stories, c.mentions) for c in every), reverse=True)
    for count in every:
        assert count.stories == len(count.actor.stories) == sum(month[2] for month in count.months)
        assert {library.number(id) for id in count.actor.stories} == library.stories_of(count.actor.id)
    number = library.order()[0]
    inside = library.actors([number])
    assert {count.actor.id for count in inside} == {
        c.actor.id for c in every if number in library.stories_of(c.actor.id)
    }
    mentions = library.mentions(number)
    for count in inside:
        assert count.stories == 1
        assert sum(month[2] for month in count.months) == 1
        assert count.mentions == sum(mention.actor == count.actor.id for mention in mentions)
    assert library.actors([]) == []
    assert library.actor_names([c.actor.id for c in every]) == {c.actor.id: c.actor.name for c in every}
    assert library.actor_names(["nobody"]) == {}
    assert library.actors(limit=3) == every[:3]
    assert library.actors([number], limit=2) == inside[:2]


def test_mentions_stand_where_they_say(library: Library) -> None:
    for number in library.order():
        story = library.story(number)
        for mention in library.mentions(number):
            assert story.blocks[mention.block].text[mention.start : mention.end] == mention.surface
        for quotation in library.quotations(number):
            told = story.blocks[quotation.block].text[quotation.start : quotation.end]
            assert (told[:20], told[-20:]) == (quotation.text[:20], quotation.text[-20:])


def test_who_is_in_the_news_with_whom_and_what_he_said(library: Library) -> None:
    person = next(count.actor for count in library.actors() if count.actor.kind is ActorKind.PERSON)
    assert library.actor(person.id[:7]) == person
    others = library.with_whom(person.id)
    assert person.id not in {count.actor.id for count in others}
    inside = library.stories_of(person.id)
    for count in others:
        assert count.stories == len(library.stories_of(count.actor.id) & inside)
    assert library.with_whom(person.id, limit=2) == others[:2]
    for speaker in library.actors():
        said = library.said_by(speaker.actor.id)
        assert [number for number, _ in said] == library.in_order([n for n, _ in said]) or len(said) > len(
            {n for n, _ in said}
        )
        for number, quotation in said:
            assert quotation in library.quotations(number)
            assert quotation.actor == speaker.actor.id
    with pytest.raises(UnknownActor):
        library.actor("zzzzzzzz")


def test_stories_are_put_in_order_of_time_each_once(library: Library) -> None:
    order = list(library.order())
    assert library.in_order([*reversed(order), order[0], 10**9]) == order
    assert library.in_order(order[4:3:-1]) == [order[4]]


def test_a_newer_question_interrupts_the_older_and_no_other(library: Library) -> None:
    begun, outcome = threading.Event(), []

    def ask(what: str) -> None:
        try:
            with library.reading(what) as connection:
                connection.create_function("begun", 0, begun.set)
                connection.execute(
                    "WITH RECURSIVE n(i) AS (SELECT begun() UNION ALL SELECT 1 FROM n) SELECT count(*) FROM n"
                ).fetchone()
        except Interrupted:
            outcome.append(what)

    thread = threading.Thread(target=ask, args=("search",))
    thread.start()
    begun.wait(20)
    library.interrupt("actors")
    assert not outcome
    while thread.is_alive():
        library.interrupt("search")
        thread.join(0.05)
    assert outcome == ["search"]
    assert library.summary().stories == 6


def test_a_screen_sees_what_a_build_has_written_since(tmp_path: Path) -> None:
    from shelf import FAIR, Shelf  # noqa: PLC0415

    shelf = Shelf(tmp_path, {"fair.txt": FAIR})
    shelf.build()
    with shelf.open() as opened:
        before = opened.generation()
        assert len(opened.order()) == 1
        shelf.write("more.txt", FAIR.replace("spring", "autumn"))
        shelf.build()
        assert opened.generation() > before
        assert len(opened.order()) == len(opened.entries(opened.order())) == 2
