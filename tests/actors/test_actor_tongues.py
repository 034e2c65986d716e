"""Names in other languages: what stands there only because of the language's own capitals is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from telling import story, told

from tui.actors import lists

_GERMAN = (
    "Die Regierung hat die Entscheidung aus Moskau am Freitag kritisiert. Bundeskanzler Karsten Wolff sagte, "
    "Deutschland werde sich nicht erpressen lassen. Rund 30 Millionen Euro stehen im Haushalt.",
    "Wolff hatte zuvor mit Ursula von der Heide und Regierungssprecher Ali Demir telefoniert. Ende April reist er nach "
    "Großbritannien. Die Deutsche Bank und die CDU wollten sich nicht äußern.",
    "Nach Angaben der Opposition sank der Verbrauch. Der Stadtrat von Nordheim tagt nicht.",
)
_SPANISH = (
    "El Consejo de Ministros aprobó la reforma. La ministra de Trabajo, Lucía Herrero, habló en Madrid.",
    "Ayer, el líder de la oposición, Pablo Quiroga, anunció su voto. Según Quiroga, el Gobierno castiga a Alemania.",
    "El Banco de España y la empresa Telefónica no comentaron la noticia.",
)
_ITALIAN = (
    "Il ministro degli Esteri Luca Moretti ha incontrato il presidente del Consiglio a Palazzo Chigi.",
    "Ieri Moretti ha parlato della Germania. Secondo la Procura non ci sono indagati.",
)


def _found(language: str, paragraphs: tuple[str, ...]) -> dict[str, str]:
    told_of = told(replace(story(*paragraphs), language=language))
    return {actor.name: str(actor.kind) for actor in told_of.actors}


def test_german_nouns_are_no_actors() -> None:
    assert _found("de", _GERMAN) == {
        "Karsten Wolff": "person",
        "Ursula von der Heide": "person",
        "Ali Demir": "person",
        "Deutsche Bank": "organisation",
        "CDU": "organisation",
        "Moskau": "place",
        "Deutschland": "place",
        "Großbritannien": "place",
    }


def test_a_surname_that_is_a_word_for_an_office_is_a_surname() -> None:
    text = "Das Museum zeigt Bilder von Gerhard Richter. Die Richterin Eva Kanzler sprach zur Eröffnung."
    assert _found("de", (text,)) == {"Gerhard Richter": "person", "Eva Kanzler": "person"}


def test_what_stands_behind_an_article_or_begins_a_sentence_is_no_spanish_actor() -> None:
    found = _found("es", _SPANISH)
    assert found == {
        "Lucía Herrero": "person",
        "Pablo Quiroga": "person",
        "Consejo de Ministros": "organisation",
        "Banco de España": "organisation",
        "Telefónica": "organisation",
        "Madrid": "place",
        "Alemania": "place",
    }


def test_an_italian_office_is_not_part_of_the_name() -> None:
    found = _found("it", _ITALIAN)
    assert found == {"Luca Moretti": "person", "Palazzo Chigi": "place", "Germania": "place"}


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    (wolff,) = (each for each in told(replace(story(*_GERMAN), language="de")).actors if each.name == "Karsten Wolff")
    assert {alias.text: alias.count for alias in wolff.aliases} == {"Karsten Wolff": 1, "Wolff": 1}
    assert [role.role for role in wolff.roles] == ["Bundeskanzler"]


@pytest.mark.parametrize(
    ("abroad", "text"),
    [("Deutschland", "Die Grenze zu Deutschland bleibt offen."), ("Moskau", "Er flog aus Moskau ab.")],
)
def test_a_place_is_one_actor_in_all_languages(abroad: str, text: str) -> None:
    usual = lists.abroad()[abroad]
    german = replace(story(text, id="two"), language="de")
    found = told(story(f"They flew back from {usual} on Monday.", id="one"), german)
    (place,) = found.actors
    assert place.name == usual
    assert {alias.text for alias in place.aliases} == {abroad, usual}


def test_other_languages_take_no_word_from_english() -> None:
    ours = {state.name for state in lists.states()}
    for name, usual in lists.abroad().items():
        assert name not in ours
        assert usual in ours or usual in lists.cities() or usual in lists.regions()


@pytest.mark.parametrize(
    ("language", "text", "speaker", "cue"),
    [
        (
            "de",
            "„Das ist kein guter Tag für uns“, sagte Fraktionschef Peter Lindt am Mittwoch.",
            "Peter Lindt",
            "sagte",
        ),
        ("de", "»Wir werden bald klagen«, sagte Peter Lindt der Zeitung.", "Peter Lindt", "sagte"),
        ("fr", "« C'est une mesure », a déclaré la ministre du Travail, Claire Dubosc.", "Claire Dubosc", "déclaré"),
        ("es", '"Es un gran acuerdo", dijo la ministra de Trabajo, Lucía Herrero, ayer.', "Lucía Herrero", "dijo"),
        ("it", "«Abbiamo parlato», ha detto il ministro degli Esteri Luca Moretti.", "Luca Moretti", "detto"),
        ("nl", '"Dat kan zo niet langer", zei minister Jan de Haan.', "Jan de Haan", "zei"),
        ("pt", '"Vamos trabalhar muito", disse o presidente, João Pereira.', "João Pereira", "disse"),
    ],
)
def test_a_verb_of_saying_behind_a_quotation_names_its_speaker(
    language: str, text: str, speaker: str, cue: str
) -> None:
    (found,) = told(replace(story(text), language=language)).quotations["one"]
    assert (found.speaker, found.cue) == (speaker, cue)
    assert found.text == found.text.strip()
    assert text[found.start : found.end] == found.text


def test_who_is_only_described_is_nobody() -> None:
    (found,) = told(
        replace(story("„Das dauert noch lange“, sagte die Sprecherin am Montag."), language="de")
    ).quotations["one"]
    assert (found.speaker, found.speaker_as_written) == ("", "die Sprecherin")
