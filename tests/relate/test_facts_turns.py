"""Small words that turn a claim between copies, people named without a capital, and names in scripts without case."""

from __future__ import annotations

import pytest
from test_facts_copies import between

from tui.relate.comparing.caseless import caseless_names


def test_who_did_it_is_told_where_another_took_the_place() -> None:
    told = between("The bridge was blown up by the army at dawn.", "The bridge was blown up by the rebels at dawn.")
    assert told == [("name", "the army", "the rebels")]


def test_another_word_for_the_same_people_is_style() -> None:
    assert not between("The bridge was held by the army at dawn.", "The bridge was held by the military at dawn.")
    assert not between("Hundreds of protesters were held.", "Hundreds of demonstrators were held.")


def test_people_who_only_changed_places_in_a_sentence_are_no_difference() -> None:
    assert not between(
        "The police and the army closed the bridge at dawn.", "The army and the police closed the bridge at dawn."
    )


def test_a_word_that_makes_another_of_an_office_is_told() -> None:
    told = between("It was signed by President Anna Berg.", "It was signed by former President Anna Berg.")
    assert ("name", "signed by President Anna", "signed by former President Anna") in told


def test_an_attribution_that_only_moved_is_none() -> None:
    assert not between(
        "“It was a bad day for all of us in the valley, and I am sorry,” he said.",
        "He said: “It was a bad day for all of us in the valley, and I am sorry.”",
    )


def test_a_refusal_is_as_good_as_a_negation() -> None:
    told = between("The owner did not pay for the damage.", "The owner refused to pay for the damage.")
    assert not [fact for fact in told if fact[0] == "negation"]
    assert between("It can be solved with their help.", "It can be solved without their help.")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“We do not give into fear,” he said.", "“We do not give in to fear,” he said."),
        ("“The macro-political change is here,” he said.", "“The macro political change is here,” he said."),
        ("“We will pay [for it] and go,” he said.", "“We will pay and go,” he said."),
        ("He spoke of “low expectations” again.", "He spoke “of low expectations” again."),
        ("Seats went to the Democrats at once.", "Seats went to the Democratic side at once."),
        ("The plant of General Motors Co closed.", "The plant of GM closed."),
        ("The house of Ana Rosselló burned.", "The house of Ana Rossello burned."),
        ("The Berg-Holm talks went on all night.", "The Berg - Holm talks went on all night."),
    ],
)
def test_another_way_of_setting_it_is_no_difference(left: str, right: str) -> None:
    assert not between(left, right)


def test_a_quotation_cut_short_so_that_it_says_the_opposite_is_told() -> None:
    told = between("He was “not guilty of anything” then.", "He was “guilty of anything” then.")
    assert ("quotation", "not guilty of anything", "guilty of anything") in told


def test_a_label_in_capitals_is_no_part_of_a_name() -> None:
    told = between("MUST READ Anna Berg wins it for the town.", "MUST READ Erik Holm wins it for the town.")
    assert told == [("name", "Anna Berg", "Erik Holm")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال الرئيس الأمريكي سامر حداد إن البلاد بخير", ["سامر حداد"]),
        ("וראש הממשלה יצא. הנשיא דוד לוינגר אמר", ["דוד לוינגר"]),
        ("法国总统杜蒙表示，将与国务卿格雷会面。", ["杜蒙", "格雷"]),
        ("高木首相はグレイ大統領と会談した。", ["グレイ", "高木"]),
        ("김하늘 대통령은 이바다 총리와 만났다.", ["김하늘", "이바다"]),
        ("प्रधानमंत्री अमित कपूर ने कहा कि", ["अमित कपूर"]),
        ("A text in Latin letters has its names by their capitals.", []),
    ],
)
def test_a_name_beside_an_office_is_known_without_capitals(text: str, names: list[str]) -> None:
    assert sorted(text[start:end] for start, end in caseless_names(text)) == sorted(names)


def test_another_name_in_a_script_without_case_is_told() -> None:
    told = between("法国总统杜蒙表示，会议将在周一举行。", "法国总统勒克表示，会议将在周一举行。")
    assert ("name", "杜蒙", "勒克") in told
