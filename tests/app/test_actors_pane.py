"""The actors on a screen: kinds, counts, finding a name, the filter, and the reader's word on names."""

from __future__ import annotations

import datetime as dt

import pytest
from made_pages import entry
from pane_stage import Stage

from tui.app.actors.page import ActorPage
from tui.app.actors.pane import Actors
from tui.app.actors.rows import KindHeading, Names, actor_rows, span_of, sparkline
from tui.app.actors.told import ActorTold
from tui.library.entries import ActorCount
from tui.model import Actor, ActorKind, Alias, Quotation, Role

PERSON, ORGANISATION, PLACE = ActorKind


def actor(name: str, kind: ActorKind, *aliases: str, role: str = "") -> Actor:
    roles = (Role(role, "story00001", dt.date(2024, 10, 4)),) if role else ()
    written = tuple(Alias(text, 2) for text in (name, *aliases))
    return Actor(name.split(maxsplit=1)[0].lower(), name, kind, written, roles, ("story00001",), 4)


ADA = actor("Ada Thorn", PERSON, "Thorn", role="Minister of the Interior")
BO = actor("Bo Lind", PERSON, "Lind")
SHIELD = actor("Red Shield", ORGANISATION, "RS")
LINDVIK = actor("Lindvik", PLACE)
COUNTS = [
    ActorCount(ADA, 6, 9, ((2024, 10, 2), (2026, 1, 4))),
    ActorCount(LINDVIK, 4, 5, ((2024, 10, 4),)),
    ActorCount(BO, 3, 3, ((2024, 10, 3),)),
    ActorCount(SHIELD, 2, 2, ((2026, 1, 2),)),
]


def pane() -> tuple[Actors, Stage]:
    made = Actors()
    return made, Stage(made)


def test_actors_stand_under_their_kinds_in_the_order_of_their_counts() -> None:
    said = [row.kind if isinstance(row, KindHeading) else row.actor.name for row in actor_rows(COUNTS)]
    assert said == [PERSON, "Ada Thorn", "Bo Lind", ORGANISATION, "Red Shield", PLACE, "Lindvik"]


def test_one_that_the_filter_names_stays_when_nothing_is_left_of_him() -> None:
    found = Names(COUNTS[:1], kept=(BO, ADA)).find("")
    assert [(count.actor.name, count.stories) for count in found] == [("Ada Thorn", 6), ("Bo Lind", 0)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("thorn", True), ("ADA th", True), ("th ad", True), ("horn", False), ("", True), ("adá", True)],
)
def test_a_name_is_found_by_the_beginnings_of_its_words(typed: str, found: bool) -> None:
    assert bool(Names([COUNTS[0]]).find(typed)) is found


def test_those_called_like_what_is_typed_come_before_those_that_only_have_it() -> None:
    assert [count.actor.name for count in Names(COUNTS).find("lin")] == ["Lindvik", "Bo Lind"]


def test_stories_over_time_are_drawn_over_the_span_of_all() -> None:
    span = span_of(COUNTS)
    assert span is not None
    line = sparkline(COUNTS[1].months, span, 8)
    assert line[0] == "█"
    assert line[1:] == " " * 7
    assert sparkline(COUNTS[0].months, span, 8)[-1] == "█"


@pytest.mark.parametrize("size", [(27, 20), (60, 15), (100, 30)])
async def test_names_and_counts_are_seen_at_any_width(size: tuple[int, int]) -> None:
    actors, app = pane()
    async with app.run_test(size=size) as pilot:
        actors.show(COUNTS, 6)
        await pilot.pause()
        lines = app.lines()
        assert all(len(line) <= size[0] for line in lines)
        counts = {line.index(digit) for line in lines for name, digit in (("Ada", "6"), ("Bo", "3")) if name in line}
        assert len(counts) == 1
        assert [line.split()[0] for line in lines if line.isupper() and "█" not in line] == [
            "PEOPLE",
            "ORGANISATIONS",
            "PLACES",
        ]


async def test_typing_a_part_of_a_name_and_enter_goes_to_it() -> None:
    actors, app = pane()
    async with app.run_test(size=(40, 15)) as pilot:
        actors.show(COUNTS, 6)
        await pilot.pause()
        await pilot.press("/", "l", "i", "n")
        assert "Ada Thorn" not in app.text()
        assert "/lin" in app.text()
        await pilot.press("enter")
        assert actors.actor == LINDVIK
        assert "Ada Thorn" in app.text()
        await pilot.press("space")
        assert app.of(Actors.FilterChanged)[0].required == (LINDVIK,)


async def test_giving_up_what_was_typed_goes_back_to_where_one_was() -> None:
    actors, app = pane()
    async with app.run_test(size=(40, 15)) as pilot:
        actors.show(COUNTS, 6)
        await pilot.pause()
        await pilot.press("j", "/", "q", "x")
        assert "no such name" in app.text()
        await pilot.press("escape")
        assert actors.actor == BO
        assert actors.typed is None


async def test_keys_that_are_letters_are_typed_and_do_nothing_else_while_one_types() -> None:
    actors, app = pane()
    async with app.run_test(size=(40, 15)) as pilot:
        actors.show(COUNTS, 6)
        await pilot.pause()
        await pilot.press("/", "x", "m", "space", "exclamation_mark")
        assert actors.typed == "xm !"
        assert not app.of(Actors.FilterChanged)
        assert not app.of(Actors.Hide)


async def test_required_and_excluded_are_told_apart_by_signs_and_taken_back_by_the_same_key() -> None:
    actors, app = pane()
    async with app.run_test(size=(40, 15)) as pilot:
        actors.show(COUNTS, 6)
        await pilot.pause()
        await pilot.press("space", "j", "exclamation_mark", "ampersand")
        assert "+ Ada Thorn" in app.text()
        assert "− Bo Lind" in app.text()
        last = app.of(Actors.FilterChanged)[-1]
        assert (last.required, last.excluded, last.any_of) == ((ADA,), (BO,), True)
        await pilot.press("exclamation_mark", "k", "exclamation_mark")
        last = app.of(Actors.FilterChanged)[-1]
        assert (last.required, last.excluded) == ((), (ADA,))


async def test_counts_that_change_leave_the_cursor_on_its_actor() -> None:
    actors, app = pane()
    async with app.run_test(size=(40, 15)) as pilot:
        actors.show(COUNTS, 6)
        await pilot.pause()
        await pilot.press("G")
        assert actors.actor == LINDVIK
        actors.show([COUNTS[1]], 4)
        await pilot.pause()
        assert actors.actor == LINDVIK
        assert "PEOPLE" not in app.text()


async def test_marked_names_become_one_called_as_the_one_under_the_cursor() -> None:
    actors, app = pane()
    async with app.run_test(size=(40, 15)) as pilot:
        actors.show(COUNTS, 6)
        await pilot.pause()
        await pilot.press("m")
        assert not app.of(Actors.Merge)
        await pilot.press("V", "V")
        assert "2 marked" in app.lines()[0]
        await pilot.press("k", "m")
        assert app.of(Actors.Merge)[0].actors == (BO.id, ADA.id)
        assert "marked" not in app.lines()[0]


async def test_the_rest_is_asked_for() -> None:
    actors, app = pane()
    async with app.run_test(size=(40, 15)) as pilot:
        actors.show(COUNTS, 6)
        await pilot.pause()
        await pilot.press("enter", "t", "M", "x", "i")
        assert app.of(Actors.Opened)[0].actor == ADA.id
        assert app.of(Actors.Retype)[0].kind is ORGANISATION
        assert app.of(Actors.Unmerge)[0].actor == app.of(Actors.Hide)[0].actor == ADA.id
        assert app.of(Actors.Evidence)[0].actor == ADA.id


STORY = entry(1, headline="Minister denies knowing of the flood plan")
TOLD = ActorTold(
    ADA,
    (STORY,),
    (COUNTS[2],),
    ((STORY, Quotation(1, 0, 10, "We did not know", "Ada Thorn", "she", "said")),),
    (
        (STORY, Quotation(2, 0, 10, "Thorn knew", "Bo Lind", "he", "said"), False),
        (STORY, Quotation(3, 0, 10, "You knew", "", "a keeper", "told"), True),
    ),
    {"Thorn": (STORY, "Thorn said the drawer had been locked.")},
)


@pytest.mark.parametrize("size", [(60, 15), (100, 30)])
async def test_the_page_of_an_actor_tells_how_he_is_written_called_and_quoted_and_leads_on(
    size: tuple[int, int],
) -> None:
    page = ActorPage()
    app = Stage(page)
    async with app.run_test(size=size) as pilot:
        page.show(TOLD)
        await pilot.pause()
        seen = app.text()
        await pilot.press("G")
        seen += "\n" + app.text()
        for words in ("“Thorn knew”  Bo Lind said", "“You knew”  a keeper told"):
            assert words in seen or size == (60, 15)
        for words in ("Thorn said the drawer", "Minister of the Interior", "“We did not know”  she said", "Bo Lind"):
            assert words in seen
        await pilot.press("enter", "k", "enter", "space", "h")
        assert app.of(ActorPage.ActorOpened)[0].actor == BO.id
        assert app.of(ActorPage.StoryOpened)[0].number == 1
        assert app.of(ActorPage.Required)[0].actor == ADA


async def test_a_way_of_writing_is_told_apart_on_the_page_and_the_actor_called_otherwise() -> None:
    page = ActorPage()
    app = Stage(page)
    async with app.run_test(size=(100, 30)) as pilot:
        page.show(TOLD)
        await pilot.pause()
        other = next(alias.text for alias in ADA.aliases if alias.text != ADA.name)
        while page.passage is None or not page.passage.lead.startswith(other + " "):
            at = page.cursor
            await pilot.press("j")
            assert page.cursor != at
        await pilot.press("minus", "r")
        [parted] = app.of(ActorPage.Parted)
        assert (parted.name, parted.other) == (ADA.name, other)
        assert app.of(ActorPage.Rename)[0].name == ADA.name
