"""What is a name, where it begins and ends, and of which kind it is."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telling import kinds, story, surfaces, told

from tui.actors.recognise import names
from tui.model import BlockKind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He wrote to the US Secretary of State Dario Velasco on Monday.", {"Dario Velasco": "person"}),
        ("The bill was brought in by US Senator Paul Hensley.", {"Paul Hensley": "person"}),
        ("Former Prime Minister Tarek Osmani was there.", {"Tarek Osmani": "person"}),
        ("Talks were led by General Electric in Boston.", {"General Electric": "organisation"}),
        ("It was said by Rudbar Information Minister Jawad Karim Sodhar.", {"Jawad Karim Sodhar": "person"}),
        ("She spoke with Ursula von der Heide in Bonn.", {"Ursula von der Heide": "person"}),
        ("He met Kim Jong-un and Chiang Kai-shek.", {"Kim Jong-un": "person"}),
        ("The report by the University of Helsinki is out.", {"University of Helsinki": "organisation"}),
        ("She denied it, the Election Commission of Varkana said.", {"Election Commission of Varkana": "organisation"}),
        ("They live in Rawalpindi, he said.", {"Rawalpindi": "place"}),
        ("They met in the Tarvani Palace on Monday.", {"Tarvani Palace": "place"}),
        ("The Bridge of Qorvan was shut on Monday.", {"Bridge of Qorvan": "place"}),
        ("The tyres are made by Pirelli and sold here.", {"Pirelli": "organisation"}),
        ("The leading daily, The Guardian, reported it.", {"The Guardian": "organisation"}),
        (
            "It was noted by the United Nations Working Group on Arbitrary Detention in May.",
            {"United Nations Working Group on Arbitrary Detention": "organisation"},
        ),
    ],
)
def test_titles_roles_and_small_words_leave_the_name_whole(text: str, found: dict[str, str]) -> None:
    assert found.items() <= kinds(text).items()


def test_a_title_of_several_words_gives_no_name_of_its_own() -> None:
    assert not {"State", "Prime", "Minister", "Secretary", "State Dario Velasco"} & set(
        surfaces("The Prime Minister met Secretary of State Dario Velasco.")
    )


def test_a_led_party_is_not_one_name_with_its_leader() -> None:
    text = "Supporters of former Prime Minister Tarek Osmani-led Varkana Junbish-e-Adl (VJA) were held."
    found = kinds(text)
    assert found["Tarek Osmani"] == "person"
    assert found["Varkana Junbish-e-Adl"] == "organisation"


def test_the_place_an_envoy_is_sent_to_is_not_his_name() -> None:
    found = kinds(
        "British envoy for Torland Edward Bramley’s visit comes at a bad time for Torland.",
        "Officials of Torland met the envoy, Edward Bramley, in Torland.",
    )
    assert "Edward Bramley" in found
    assert not any("Torland Edward" in name for name in found)


def test_words_that_only_begin_a_sentence_are_no_names() -> None:
    found = surfaces(
        "Among those held are many. Referring to the vote, she left. Sharing the letter, they spoke.",
        "Citing rules, the court closed. Release followed. Follow them. Earlier on Friday it rained.",
    )
    assert found == []


def test_a_title_case_headline_makes_no_name_but_holds_known_ones() -> None:
    headline = (BlockKind.HEADLINE, "Senator Warns Velasco: Human Rights Crisis Demands Action Now")
    assert surfaces(headline, "Nothing was said of it, the ministry told reporters.") == []
    found = surfaces(headline, "The senator wrote to Dario Velasco. Mr Velasco did not answer.")
    assert found[0] == "Velasco"
    assert "Warns Velasco" not in found


def test_a_headline_in_running_case_gives_names() -> None:
    found = kinds((BlockKind.HEADLINE, "Minister says Ruby Tarvani will visit the town next week"), "It rained.")
    assert found == {"Ruby Tarvani": "person"}


@pytest.mark.parametrize(
    "kind", [BlockKind.COMMENT, BlockKind.FURNITURE, BlockKind.STAMP, BlockKind.BYLINE, BlockKind.SIGN_OFF]
)
def test_comments_furniture_stamps_and_bylines_give_no_actors(kind: BlockKind) -> None:
    assert kinds((kind, "Divya Sharma of London said that Paul Hensley is right."), "It rained.") == {}


def test_a_surname_is_a_person_wherever_it_stands() -> None:
    found = told(
        story(
            "Former Prime Minister Tarek Osmani was held. Police in the city kept Osmani for a day.",
            "They ask to release Osmani, in a letter on Osmani’s health. The court in Osmani’s case met.",
        )
    )
    assert [(actor.name, str(actor.kind)) for actor in found.actors] == [("Tarek Osmani", "person")]
    assert sum(mention.surface == "Osmani" for mention in found.mentions["one"]) == 4


def test_names_in_a_row_are_of_one_kind() -> None:
    found = kinds("Representatives Neil Ramos, Tom McAllister and Autumn Park wrote the letter.")
    assert found == {"Neil Ramos": "person", "Tom McAllister": "person", "Autumn Park": "person"}


def test_a_state_nobody_has_heard_of_is_a_place_by_what_stands_around_it() -> None:
    found = kinds(
        "The elections in Varkana were delayed. Prime Minister of Varkana Amir Sheraz met the government of Varkana.",
        "Human rights in Varkana got worse, Varkana’s western provinces said. He has lived in Varkana since May.",
    )
    assert found["Varkana"] == "place"


def test_no_name_runs_over_a_line_break() -> None:
    assert "Paul Hensley London" not in surfaces("The letter was signed by Paul Hensley\nLondon was quiet.")


def test_mentions_are_where_they_say() -> None:
    one = story(
        (BlockKind.DATELINE, "LONDON"), "Mr. Paul Hensley’s letter, and al-Qaeda’s. The U.S. Senate met in L.A. today."
    )
    for mention in told(one).mentions["one"]:
        assert one.blocks[mention.block].text[mention.start : mention.end] == mention.surface


@given(st.text(alphabet="AbcD. -’'\"“”(),é\nXYZ", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    one = story(text, "Paul Hensley left.")
    assert pickle.loads(pickle.dumps(names(one))) == names(one)
    for mention in told(one).mentions["one"]:
        assert 0 <= mention.start < mention.end <= len(one.blocks[mention.block].text)
