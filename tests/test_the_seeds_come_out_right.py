"""All that is in the seed documents comes out right through the command, and so does the same in a changed world:
other people, parties and places, every date a year (52 weeks) earlier, and other line ends."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from changed_world import changed_seeds
from world import World, records, seeds_as_they_are


@pytest.fixture(scope="module", params=["as they are", "in a changed world"])
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> World:
    if request.param == "as they are":
        return seeds_as_they_are()
    return changed_seeds(tmp_path_factory.mktemp("changed"))


def each(world: World) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """What is held of each story, beside what the command says of it."""
    return [(held, world.by_key[held["key"]]) for held in world.hold["stories"]]


def test_six_stories_stand_in_order_of_time(world: World) -> None:
    assert [world.key_of[story["id"]] for story in world.stories] == world.hold["order"]


def test_headlines_are_found_and_derived_ones_are_marked(world: World) -> None:
    for held, story in each(world):
        titles = world.lines(held["file"], held["headline_lines"])
        assert story["headline_derived"] is (not titles), held["key"]
        if titles:
            assert story["headline"] in titles
        else:
            assert story["paragraphs"][0].startswith(story["headline"].rstrip("… ").rstrip())


def test_the_body_holds_its_paragraphs_and_nothing_else(world: World) -> None:
    for held, story in each(world):
        lines = world.lines(held["file"], held["body_lines"])
        assert len(story["paragraphs"]) == len(lines), held["key"]
        for paragraph, line in zip(story["paragraphs"], lines, strict=True):
            assert line.endswith(paragraph), held["key"]
        for paragraph, line in list(zip(story["paragraphs"], lines, strict=True))[1:]:
            assert paragraph == line


@pytest.mark.parametrize(
    ("named", "kind"),
    [
        ("standfirst_lines", "standfirst"),
        ("key_point_lines", "key point"),
        ("pull_quote_lines", "pull quote"),
        ("caption_lines", "caption"),
        ("subhead_lines", "subhead"),
    ],
)
def test_every_other_line_is_labelled_for_what_it_is(world: World, named: str, kind: str) -> None:
    for held, story in each(world):
        found = [block["text"] for block in story["blocks"] if block["kind"] == kind]
        assert found == world.lines(held["file"], held.get(named, [])), held["key"]


def test_furniture_is_kept_apart(world: World) -> None:
    for held, story in each(world):
        apart = " ".join(b["text"] for b in story["blocks"] if b["kind"] in ("furniture", "stamp"))
        for line in world.lines(held["file"], held.get("furniture_lines", [])):
            assert line in apart, held["key"]


def test_comments_keep_their_authors(world: World) -> None:
    for held, story in each(world):
        expected = [(by, world.lines(held["file"], [line])[0]) for by, line in held.get("comments", [])]
        assert [(c["by"], c["text"]) for c in story["comments"]] == expected


def test_dates_are_what_the_documents_say_or_an_inferred_interval(world: World) -> None:
    for held, story in each(world):
        if held["date"]:
            assert story["date"] == held["date"], held["key"]
        else:
            assert [story["earliest"], story["latest"]] == held["date_between"]
            assert story["date_basis"] in ("event", "text")
            assert story["date_evidence"]
            assert story["date_confidence"] < 0.9


def test_the_dateline_gives_place_and_agency(world: World) -> None:
    for held, story in each(world):
        assert story["place"] == held.get("place", ""), held["key"]
        assert story["agency"] == held.get("agency", ""), held["key"]


def test_one_pair_is_the_same_copy_and_one_pair_the_same_event(world: World) -> None:
    pairs: dict[str, list[set[str]]] = {"copies": [], "events": []}
    for match in records("copies", world.folder):
        which = "events" if match["kind"] == "event" else "copies"
        pairs[which].append({world.key_of[match["left"]], world.key_of[match["right"]]})
        assert match["evidence"]
    assert pairs == {
        "copies": [set(pair) for pair in world.hold["copies"]],
        "events": [set(pair) for pair in world.hold["events"]],
    }


def test_the_later_letter_is_related_and_no_more(world: World) -> None:
    related = [
        {world.key_of[m["left"]], world.key_of[m["right"]]}
        for m in records("copies", world.folder, "--related")
        if m["kind"] == "related"
    ]
    assert any("november-letter" in pair for pair in related)


def test_every_actor_has_its_kind_its_aliases_and_its_stories(world: World) -> None:
    found = {actor["name"]: actor for actor in records("actors", world.folder)}
    for name, held in world.hold["actors"].items():
        assert name in found
        actor = found[name]
        assert actor["kind"] == held["kind"], name
        assert set(held.get("aliases", [])) <= {alias_text(a) for a in actor["aliases"]}, name
        assert {world.key_of[story] for story in actor["stories"]} == set(held["in"]), name


def test_comments_furniture_and_headline_words_give_no_actors(world: World) -> None:
    said = {
        text
        for actor in records("actors", world.folder)
        for text in (actor["name"], *(alias_text(a) for a in actor["aliases"]))
    }
    assert not said & set(world.hold["never_actors"])


def test_the_same_days_differ_by_no_more_than_the_calendar(world: World) -> None:
    days = [date.fromisoformat(story["date"] or story["earliest"]) for story in world.stories]
    assert days == sorted(days)


def alias_text(alias: Any) -> str:
    return alias if isinstance(alias, str) else alias["text"]
