"""The sample corpus: one pair of copies, one event, and a date for each story that the documents allow."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from changed_world import changed_seeds

from tui.ingest.discover import discover
from tui.ingest.read import read
from tui.model import Basis, MatchKind, Problem, Relations
from tui.relate.finding.features import features
from tui.relate.relate import Item, relate

WARNER, TWIN, NOVEMBER, OCTOBER, UPDATED, GLUED = "000.1", "001.1", "002.1", "003.1", "004.1", "004.2"


@pytest.fixture(scope="module", params=["as they are", "in a changed world"])
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Relations]:
    folder = Path(__file__).parents[2] / "seeds"
    if request.param != "as they are":
        folder = changed_seeds(tmp_path_factory.mktemp("changed")).folder
    stories = [
        story
        for found in discover([str(folder)])
        if not isinstance(found, Problem)
        for reading in read(found)
        for story in reading.stories
    ]
    items = [
        Item(f"{Path(s.document.path).name[:3]}.{s.part}", s.document.path, s.part, s.when, s.outlet, features(s))
        for s in stories
    ]
    return request.param, relate(items)


def test_one_pair_is_the_same_copy(world: tuple[str, Relations]) -> None:
    _, relations = world
    copies = [m for m in relations.matches if m.kind in (MatchKind.IDENTICAL, MatchKind.COPY, MatchKind.PART)]
    assert [{m.left, m.right} for m in copies] == [{WARNER, TWIN}]
    assert [set(group.stories) for group in relations.groups] == [{WARNER, TWIN}]


def test_one_pair_is_the_same_event_and_the_later_letter_is_related(world: tuple[str, Relations]) -> None:
    _, relations = world
    assert [{m.left, m.right} for m in relations.matches if m.kind is MatchKind.EVENT] == [{OCTOBER, UPDATED}]
    related = [{m.left, m.right} for m in relations.matches if m.kind is MatchKind.RELATED]
    assert {NOVEMBER, UPDATED} in related or {NOVEMBER, OCTOBER} in related
    assert [set(event.stories) for event in relations.events] == [{OCTOBER, UPDATED}, {WARNER, TWIN}]


def test_the_undated_report_lies_between_its_weekday_and_two_days_later(world: tuple[str, Relations]) -> None:
    kind, relations = world
    back = dt.timedelta(weeks=52 if kind == "in a changed world" else 0)
    when = relations.placed[OCTOBER]
    assert (when.earliest, when.latest) == (dt.date(2024, 10, 23) - back, dt.date(2024, 10, 25) - back)
    assert when.basis is Basis.EVENT
    day = dt.date(2024, 10, 25) - back
    assert f"{day.day} Oct {day.year}" in when.evidence
    assert "Wednesday" in when.evidence
    assert when.confidence < 0.9


def test_a_year_that_is_not_written_comes_from_the_copy(world: tuple[str, Relations]) -> None:
    kind, relations = world
    back = dt.timedelta(weeks=52 if kind == "in a changed world" else 0)
    assert relations.placed[WARNER].day == dt.date(2026, 1, 24) - back
    assert "copy" in relations.placed[WARNER].evidence


def test_dates_that_documents_give_stay(world: tuple[str, Relations]) -> None:
    kind, relations = world
    back = dt.timedelta(weeks=52 if kind == "in a changed world" else 0)
    assert relations.placed[NOVEMBER].day == dt.date(2024, 11, 16) - back
    assert relations.placed[UPDATED].day == dt.date(2024, 10, 25) - back
    assert relations.placed[GLUED].day == dt.date(2026, 1, 20) - back
