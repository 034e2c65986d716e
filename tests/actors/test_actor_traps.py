"""Names in prose of many sorts: nicknames, owners, datelines in capitals, names from many languages, events, towns."""

from __future__ import annotations

import pytest
from memory_tables import Memory
from telling import kinds, story, surfaces, told

from tui.actors.telling.across import Circles
from tui.actors.telling.edits import wishes
from tui.actors.telling.within import ORGANISATION, PLACE


@pytest.mark.parametrize(
    "listed",
    [
        "Maria Lopez, Ahmed al-Rashidi, Jean-Luc Marchetti, Ngozi Okafor, Li Wei, Bjørn Ødegård",
        "Ursula von der Leyten, Charles de Gaulin, Ludwig van Beeth, Oscar de la Renza",
        "Xi Jinpeng, Kim Yo-jong, Nguyen Phu Trong, Park Geun-hye",
        "Muhammad bin Salman bin Abdulaziz Al Saud, Abu Bakr al-Baghdadi, Gul Agha Sherzani",
    ],
)
def test_names_of_many_languages_stay_whole(listed: str) -> None:
    assert surfaces(f"Present were {listed}.") == listed.split(", ")


def test_what_is_led_or_backed_is_not_part_of_the_name() -> None:
    assert surfaces("The Saudi-led coalition and the Moscow-backed rebels denied it.") == ["Saudi", "Moscow"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('They held Vincent "The Chin" Gigliotti in May.', "Vincent “The Chin” Gigliotti"),
        ("A letter by Luis Gerardo ‘Jerry’ Ortega came.", "Luis Gerardo ‘Jerry’ Ortega"),
        ("Friends of Roberto “Hands of Stone” Durano wept.", "Roberto “Hands of Stone” Durano"),
    ],
)
def test_a_nickname_does_not_part_a_name(text: str, name: str) -> None:
    given, *_, surname = name.split()
    found = told(story(text, f"{surname} was not there, and {given} {surname} knew."))
    assert len(found.actors) == 1
    assert {mention.surface.translate(_PLAIN) for mention in found.mentions["one"]} >= {name.translate(_PLAIN)}


_PLAIN = str.maketrans("“”‘’", "\"\"''")


def test_what_stands_in_quotation_marks_is_no_nickname_of_what_begins_a_sentence() -> None:
    found = surfaces("In “Sea Wolves” Harker plays a pilot. The “Midday” Programme is on the Torland Channel.")
    assert not any("Harker" in name and name != "Harker" for name in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Varkana People's Party won the vote on Monday.", "Varkana People's Party"),
        ("The Varkana People’s Party won the vote on Monday.", "Varkana People’s Party"),
        ("She studied at King's College London in May.", "King's College London"),
        ("The Sunday Times had the letter on Friday.", "Sunday Times"),
    ],
)
def test_an_owner_or_a_day_may_be_part_of_a_name(text: str, name: str) -> None:
    assert any(surface.removeprefix("The ") == name for surface in surfaces(text))


def test_a_possessive_before_a_person_is_not_part_of_his_name() -> None:
    assert {"Varko", "Jane Rowland"} <= set(surfaces("Varko's Jane Rowland met the women's team."))


def test_a_day_in_capitals_is_no_name() -> None:
    assert "MONDAY" not in surfaces("THE WHITE HOUSE SAID ON MONDAY that the talks would go on for a week.")


def test_a_town_in_capitals_is_a_place() -> None:
    assert kinds("KARACHI: The court met again and heard the case of the workers.") == {"KARACHI": "place"}


def test_a_suffix_set_apart_is_no_name() -> None:
    assert surfaces("He was followed by Sammy Davison, Jr., who sang.") == ["Sammy Davison"]


def test_movements_joined_by_small_words_are_bodies_even_in_a_row() -> None:
    found = kinds("The Jamiat Ulema-e-Varkana, Lashkar-e-Sahra and Hizb-ut-Tahsil were named by the court.")
    assert found == {
        "Jamiat Ulema-e-Varkana": "organisation",
        "Lashkar-e-Sahra": "organisation",
        "Hizb-ut-Tahsil": "organisation",
    }


@pytest.mark.parametrize("honorific", ["Maulana", "Mufti", "Sheikh", "Ayatollah", "Mr.", "Mrs.", "Dr.", "Ms"])
def test_an_honorific_is_not_part_of_a_name(honorific: str) -> None:
    assert surfaces(f"They met {honorific} Abdul Qasimi at home.") == ["Abdul Qasimi"]


def test_a_listed_place_of_several_words_is_not_parted() -> None:
    assert "Khyber Pakhtunkhwa" in surfaces("Khyber Pakhtunkhwa Chief Minister Amin Gandar came home.")


@pytest.mark.parametrize("of", ["city", "town", "port", "province", "outskirts", "suburb"])
def test_a_town_nobody_has_heard_of_is_a_place_by_what_is_said_of_it(of: str) -> None:
    assert kinds(f"Troops entered the northern {of} of Qorvanak on Monday, witnesses said.")["Qorvanak"] == "place"


@pytest.mark.parametrize(
    "event",
    [
        "Torland Open",
        "Varko Cup",
        "Treaty of Tordal",
        "Hurricane Lena",
        "Qorvan Film Festival",
        "Tordal Clean Water Act",
    ],
)
def test_events_laws_and_prizes_are_no_actors(event: str) -> None:
    assert kinds(f"The {event} was much spoken of in the papers of the day.").keys().isdisjoint({event})


def test_peoples_are_no_actors() -> None:
    assert surfaces("Most of them were Afrikaners, Kurds and Tutsis, but Sikhs came too.") == []


def test_a_company_is_known_by_its_first_word() -> None:
    found = told(
        story(
            "Boatwells Varko Inc fell on Monday. Boatwells had no comment.",
            "Traders liked Boatwells more than banks.",
        )
    )
    assert {str(actor.kind) for actor in found.actors} == {"organisation"}


def test_a_name_of_two_kinds_is_of_the_kind_that_more_mentions_give_it() -> None:
    tables = Memory()
    for kind, stories, mentions in ((ORGANISATION, 3, 3), (PLACE, 2, 9)):
        bearing = tables.change((kind, "qorvanak"))
        bearing.stories, bearing.mentions = stories, mentions
    (circle,) = Circles(tables, wishes(())).around([(ORGANISATION, "qorvanak")])
    assert circle == [((PLACE, "qorvanak"), [(ORGANISATION, "qorvanak"), (PLACE, "qorvanak")])]


def test_a_surname_that_many_stories_know_is_a_persons_even_where_a_sentence_says_otherwise() -> None:
    full = [story("In the town they met Tarek Harkon of the party.", id=f"full {number}") for number in range(4)]
    lone = story(
        "Officials at the Harkon administration denied it. Workers at the Harkon offices said the Harkon team left.",
        id="lone",
    )
    assert {str(actor.kind) for actor in told(lone).actors} == {"organisation"}
    found = told(*full, lone)
    (person,) = (actor for actor in found.actors if actor.name == "Tarek Harkon")
    assert {mention.actor for mention in found.mentions["lone"]} == {person.id}
