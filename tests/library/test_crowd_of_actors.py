"""Who is in the stories of a filter, counted from arrays: the same as counted one by one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tui.library.building.build import build
from tui.library.library import Library, open_library

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with closing(open_library([str(SEEDS)], cache=False, marks=False)) as opened:
        build(opened.path, opened.roots, lambda _: None)
        opened.renew()
        yield opened


def counted(library: Library, numbers: list[int] | None) -> set[tuple[str, int, int, tuple[tuple[int, int, int], ...]]]:
    return {(c.actor.id, c.stories, c.mentions, c.months) for c in library.actors(numbers)}


def test_arrays_count_what_the_rows_say_in_any_filter(library: Library) -> None:
    order = list(library.order())
    for numbers in (None, order, order[:2], order[3:], []):
        crowd, total = library.crowd(numbers, 1000)
        assert {(c.actor.id, c.stories, c.mentions, c.months) for c in crowd} == counted(library, numbers)
        assert total == len(crowd)


def test_the_most_named_come_first_and_the_rest_is_counted(library: Library) -> None:
    every, total = library.crowd(None, 1000)
    few, same = library.crowd(None, 5)
    assert same == total > 5
    assert [c.actor.id for c in few] == [c.actor.id for c in every][:5]
    assert [(-c.stories, -c.mentions, c.actor.name) for c in every] == sorted(
        (-c.stories, -c.mentions, c.actor.name) for c in every
    )
    for limit in range(1, total):
        assert [c.actor.id for c in library.crowd(None, limit)[0]] == [c.actor.id for c in every][:limit]


def test_one_who_is_not_among_the_most_named_is_found_by_the_beginning_of_a_name(library: Library) -> None:
    last = library.crowd(None, 1000)[0][-1]
    for numbers, found in ((None, [last]), ([], [])):
        assert library.crowd(numbers, 1, last.actor.name[:-1].upper())[0] == found
    assert library.crowd(None, 5, "nobody at all") == ([], 0)


def test_an_actor_told_in_brief_has_his_names_and_his_last_role(library: Library) -> None:
    for count in library.crowd(None, 1000)[0]:
        whole = library.actor(count.actor.id)
        assert (count.actor.name, count.actor.kind, count.actor.aliases) == (whole.name, whole.kind, whole.aliases)
        dated = [role.role for role in whole.roles if role.date is not None] or [role.role for role in whole.roles]
        assert [role.role for role in count.actor.roles] == dated[-1:]


def test_what_others_say_of_an_actor_is_told_with_the_story(library: Library) -> None:
    heard = [
        (number, quotation)
        for count in library.actors()
        for number, quotation, _ in library.spoken_of(count.actor.id)
        if quotation.actor != count.actor.id
    ]
    assert heard
    assert all(quotation in library.quotations(number) for number, quotation in heard)
