"""Who is who, inside a story and over all of them."""

from __future__ import annotations

import datetime as dt

import pytest
from telling import aliases, by_name, story, told

from tui.model import ActorEdit, ActorKind, Role

LONG = "Senator Paul T. Hensley wrote to London. Paul Hensley is new. Senator Hensley urged it, and Hensley left."


def test_a_person_is_named_by_the_fullest_form_and_found_by_all_others() -> None:
    actor = by_name(told(story(LONG)))["Paul T. Hensley"]
    assert aliases(actor) == {"Paul T. Hensley", "Paul Hensley", "Senator Hensley", "Hensley"}
    assert actor.mentions == 4


def test_a_short_form_spelt_out_in_one_story_is_known_in_all() -> None:
    one = story("The Varkana Junbish-e-Adl (VJA) party won. The VJA is large.", id="one")
    two = story("He left the VJA in May, and the VJA let him go.", id="two")
    actor = by_name(told(one, two))["Varkana Junbish-e-Adl"]
    assert actor.kind is ActorKind.ORGANISATION
    assert actor.stories == ("one", "two")
    assert "VJA" in aliases(actor)


def test_two_people_of_one_surname_stay_two() -> None:
    one = story("Paul Hensley spoke in May. Hensley was right.", id="one")
    two = story("Greta Hensley sang in June. Hensley was tired.", id="two")
    found = by_name(told(one, two))
    assert found["Paul Hensley"].stories == ("one",)
    assert found["Greta Hensley"].stories == ("two",)


def test_a_lone_surname_goes_to_the_one_person_who_bears_it() -> None:
    one = story("Tarek Osmani was held. Osmani denies it.", id="one")
    two = story("Supporters of Osmani met. A letter by Osmani was read.", id="two")
    assert by_name(told(one, two))["Tarek Osmani"].stories == ("one", "two")


def test_middle_names_that_differ_are_two_people() -> None:
    found = by_name(told(story("George H. Marsh spoke.", id="one"), story("George W. Marsh spoke.", id="two")))
    assert {"George H. Marsh", "George W. Marsh"} <= set(found)


def test_one_name_spelt_in_two_ways_is_one_person() -> None:
    one = story("Mohammed Bashari spoke. Mohammed Bashari left.", id="one")
    two = story("Mohammad Bashari spoke to reporters.", id="two")
    assert by_name(told(one, two))["Mohammed Bashari"].stories == ("one", "two")


def test_a_state_has_one_name_and_its_capital_another() -> None:
    one = story("The U.S. and the United States met in Washington. America agreed, he said in the US.")
    found = by_name(told(one))
    assert {"United States", "Washington"} <= set(found)
    assert {"US", "U.S."} <= aliases(found["United States"])


def test_roles_come_with_story_and_date() -> None:
    day = dt.date(2023, 10, 25)
    text = "Foreign Ministry spokeswoman Nadira Qorvan spoke. Nadira Qorvan, head of the press office, left."
    actor = by_name(told(story(text), date=day))["Nadira Qorvan"]
    assert actor.roles == (
        Role("Foreign Ministry spokeswoman", "one", day),
        Role("head of the press office", "one", day),
    )


def test_ids_stay_when_stories_are_added() -> None:
    one = story(LONG, id="one")
    two = story("Greta Marsh met Paul Hensley in Oslo.", id="two")
    alone, both = by_name(told(one)), by_name(told(one, two))
    assert alone["Paul T. Hensley"].id == both["Paul T. Hensley"].id
    assert len(alone["Paul T. Hensley"].id) == 8
    assert len({actor.id for actor in both.values()}) == len(both)


ONE = story("Paul Hensley met Greta Marsh in Oslo. Hensley left, and Marsh stayed in Oslo.", id="one")
TWO = story("P. J. Hensley spoke. Greta Marsh spoke to the Oslo Times.", id="two")


def test_the_reader_merges_and_parts() -> None:
    merge = ActorEdit("merge", ("Paul Hensley", "P. J. Hensley"))
    split = ActorEdit("split", ("Paul Hensley", "P. J. Hensley"))
    assert by_name(told(ONE, TWO, edits=[merge]))["Paul Hensley"].stories == ("one", "two")
    assert by_name(told(ONE, TWO, edits=[merge, split]))["Paul Hensley"].stories == ("one",)
    assert by_name(told(ONE, TWO, edits=[split, merge]))["Paul Hensley"].stories == ("one", "two")


def test_the_reader_parts_what_the_machine_joins() -> None:
    one = story("Senator Paul T. Hensley spoke.", id="one")
    two = story("Paul Hensley sang at the opera.", id="two")
    assert set(by_name(told(one, two))) == {"Paul T. Hensley"}
    split = ActorEdit("split", ("Paul T. Hensley", "Paul Hensley"))
    assert {"Paul T. Hensley", "Paul Hensley"} <= set(by_name(told(one, two, edits=[split])))


def test_the_reader_renames_retypes_and_hides() -> None:
    machine = by_name(told(ONE))
    rename = ActorEdit("rename", ("Greta Marsh", "Margareta Marsh"))
    retype = ActorEdit("kind", ("Oslo",), ActorKind.ORGANISATION)
    hide = ActorEdit("hide", ("Paul Hensley",))
    cast = told(ONE, edits=[rename, retype, hide])
    found = by_name(cast)
    assert found["Margareta Marsh"].id == machine["Greta Marsh"].id
    assert found["Oslo"].kind is ActorKind.ORGANISATION
    assert "Paul Hensley" not in found
    assert {mention.actor for mention in cast.mentions["one"]} == {actor.id for actor in cast.actors}
    assert "Hensley" not in {mention.surface for mention in cast.mentions["one"]}


@pytest.mark.parametrize("edit", [ActorEdit("marry", ("Paul Hensley", "Greta Marsh")), ActorEdit("merge", ("Oslo",))])
def test_an_edit_without_sense_is_refused(edit: ActorEdit) -> None:
    with pytest.raises(ValueError, match=r"marry|missing"):
        told(ONE, edits=[edit])
