"""The seeds compared through the command: the twins are one copy, the two October reports tell one event."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from changed_world import changed_seeds
from running import command
from world import World, seeds_as_they_are

Compared = Callable[[str, str], dict[str, Any]]


@pytest.fixture(scope="module", params=["as they are", "in a changed world"])
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> World:
    if request.param == "as they are":
        return seeds_as_they_are()
    return changed_seeds(tmp_path_factory.mktemp("changed"))


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def compared(world: World, cache: str, monkeypatch: pytest.MonkeyPatch) -> Compared:
    monkeypatch.setenv("XDG_CACHE_HOME", cache)
    files = {story["key"]: world.folder / story["file"] for story in world.hold["stories"] if story["part"] == 1}

    def compared(left: str, right: str) -> dict[str, Any]:
        done = command("compare", files[left], files[right], world.folder, "--json", "--no-marks")
        assert (done.returncode, done.stderr) == (0, "")
        form: dict[str, Any] = json.loads(done.stdout)
        return form

    return compared


def test_the_twins_are_one_copy_of_which_no_fact_differs(compared: Compared) -> None:
    form = compared("warner-a", "warner-b")
    assert form["kind"] in ("identical", "copy")
    for said in (
        "Same copy. All 480 words of the body agree; no fact differs.",
        "Left adds 2 headlines, 2 standfirsts, 4 key points, pull quote, 5 comments.",
        "Left credits IANS, right nobody.",
        "17 differences are of typography alone.",
    ):
        assert said in form["verdict"]
    assert form["facts"] == []


def test_the_october_reports_share_quotations_and_figures_and_differ_in_others(compared: Compared) -> None:
    form = compared("october-letter-a", "october-letter-b")
    assert form["kind"] == "event"
    assert form["verdict"].startswith("Same event, two reports. They share 2 quotations, 1 figure and 1 date; ")
    shared = {(fact["kind"], fact["left"]) for fact in form["facts"] if fact["same"]}
    assert ("quotation", "counterproductive") in shared
    unlike = [fact for fact in form["facts"] if not fact["same"] and fact["left"] and fact["right"]]
    figures = {(fact["left"], fact["right"]) for fact in unlike if fact["kind"] == "figure"}
    assert {(left[:12], right.partition(" ")[0]) for left, right in figures} == {
        ("More than 60", "Sixty"),
        ("More than 60", "59"),
    }
    alone = {fact["left"] or fact["right"] for fact in form["facts"] if not fact["same"] and fact not in unlike}
    assert {"72", "$300 million"} <= alone
