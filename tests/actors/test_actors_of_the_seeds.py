"""The actors of the sample corpus, as it is and in a changed world."""

from __future__ import annotations

from pathlib import Path

import pytest
from changed_world import changed_seeds
from plain_cast import cast
from world import World, seeds_as_they_are

from tui.actors.recognise import names
from tui.ingest.discover import discover
from tui.ingest.read import read
from tui.model import Cast, Found, Story


@pytest.fixture(scope="module", params=["as they are", "in a changed world"])
def told_world(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[World, Cast, dict[str, str]]:
    changed = request.param == "in a changed world"
    world = changed_seeds(tmp_path_factory.mktemp("changed")) if changed else seeds_as_they_are()
    files = [found for found in discover([str(world.folder)]) if isinstance(found, Found)]
    stories: list[Story] = [story for found in files for reading in read(found) for story in reading.stories]
    keys = {(each["file"], each["part"]): each["key"] for each in world.hold["stories"]}
    found = cast({story.id: names(story) for story in stories}, {story.id: story.when.day for story in stories})
    return world, found, {story.id: keys[Path(story.document.path).name, story.part] for story in stories}


def test_all_expected_actors_stand_in_exactly_their_stories(told_world: tuple[World, Cast, dict[str, str]]) -> None:
    world, found, keys = told_world
    actors = {actor.name: actor for actor in found.actors}
    for name, held in world.hold["actors"].items():
        actor = actors[name]
        assert (str(actor.kind), {keys[story] for story in actor.stories}) == (held["kind"], set(held["in"])), name
        assert set(held.get("aliases", ())) <= {alias.text for alias in actor.aliases}, name


def test_none_of_the_words_that_only_look_like_names(told_world: tuple[World, Cast, dict[str, str]]) -> None:
    world, found, _ = told_world
    called = {text for actor in found.actors for text in (actor.name, *(alias.text for alias in actor.aliases))}
    assert not called & set(world.hold["never_actors"])
