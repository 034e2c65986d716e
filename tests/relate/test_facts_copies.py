"""Facts of two copies: what changed inside a sentence, what one side alone tells, and what is no fact at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sides import story

from tui.model import Fact, FactKind, MatchKind, Story
from tui.relate.comparing.align import align
from tui.relate.comparing.facts import facts

BODY = (
    "The minister of transport said on Tuesday that the bridge would close for repairs in the spring of next year.",
    "Residents of the northern districts had complained for months about the noise and about the heavy lorries.",
)


def between(left: str, right: str, kind: MatchKind = MatchKind.COPY) -> list[tuple[str, str, str]]:
    """The facts of two copies that differ in one sentence, as kind, left, right."""
    return [(f.kind.value, f.left, f.right) for f in found(story(*BODY, left), story(*BODY, right), kind)]


def found(left: Story, right: Story, kind: MatchKind = MatchKind.COPY) -> tuple[Fact, ...]:
    return facts(left, right, align(left, right), kind)


def test_a_changed_figure_is_set_against_the_old_one_with_what_it_counts() -> None:
    assert between(
        "The blast at the depot killed 12 people and wounded 40 others, officials in Kabul said.",
        "The blast at the depot killed 15 people and wounded 40 others, officials in Kabul said.",
    ) == [("figure", "12 people", "15 people")]


def test_the_same_figure_in_words_and_in_digits_is_no_difference() -> None:
    assert not between("More than 60 lawmakers wrote to the president.", "Over sixty lawmakers wrote to the president.")


def test_a_bound_that_comes_in_is_a_difference() -> None:
    told = between("Some 200 homes were lost in the fire.", "More than 200 homes were lost in the fire.")
    assert told == [("figure", "Some 200 homes", "More than 200 homes")]


def test_a_name_that_took_the_place_of_another_is_told() -> None:
    told = between(
        "The talks were led by Foreign Secretary Anna Berg in the afternoon.",
        "The talks were led by Foreign Secretary Erik Holm in the afternoon.",
    )
    assert told == [("name", "Foreign Secretary Anna Berg", "Foreign Secretary Erik Holm")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The talks were led by Anna Berg in the end.", "The talks were led by Anna Maria Berg in the end."),
        ("The troops of the United States left at once.", "The troops of the U.S. left at once."),
        ("A group of Iranian officials left at once.", "A group of Iran officials left at once."),
    ],
)
def test_another_form_of_a_name_is_no_difference(left: str, right: str) -> None:
    assert not between(left, right)


def test_two_countries_are_never_taken_for_one() -> None:
    told = between(
        "The delegation of Austria left the hall at once.", "The delegation of Australia left the hall at once."
    )
    assert told == [("name", "Austria", "Australia")]


def test_a_changed_date_is_told() -> None:
    told = between(
        "The court will rule on 3 March 2024 on the appeal.", "The court will rule on 5 March 2024 on the appeal."
    )
    assert told == [("date", "3 March 2024", "5 March 2024")]


def test_a_date_told_shorter_is_no_difference() -> None:
    assert not between(
        "The court will rule on March 3 on the appeal.", "The court will rule on March 3, 2024 on the appeal."
    )


def test_a_negation_that_came_in_turns_the_claim() -> None:
    told = between("The company did agree to pay for the damage.", "The company did not agree to pay for the damage.")
    assert told == [("negation", "company did agree to", "company did not agree to")]


def test_a_negation_in_another_form_is_none() -> None:
    assert not between("The company did not agree to pay.", "The company didn’t agree to pay.")


def test_another_verb_of_saying_is_another_attribution() -> None:
    told = between("The army claimed that the town had fallen.", "The army said that the town had fallen.")
    assert told == [("attribution", "The army claimed that the", "The army said that the")]
    assert not between("The army says that the town had fallen.", "The army said that the town had fallen.")


def test_a_dropped_attribution_is_told() -> None:
    told = between("The attack was allegedly planned abroad last year.", "The attack was planned abroad last year.")
    assert told == [("attribution", "attack was allegedly planned abroad", "attack was planned abroad")]


def test_a_reworded_quotation_is_set_against_the_old_one() -> None:
    told = between(
        "“We will never leave the valley,” the old farmer told reporters.",
        "“We will not leave the valley,” the old farmer told reporters.",
    )
    assert ("quotation", "We will never leave the valley", "We will not leave the valley") in told


def test_a_quotation_whose_marks_alone_changed_is_no_difference() -> None:
    assert not between("He called the plan “a disgrace” at once.", "He called the plan 'a disgrace' at once.")


def test_what_a_whole_paragraph_adds_is_told_alone_unless_the_other_side_has_it_elsewhere() -> None:
    left = story(*BODY)
    right = story(*BODY, "On Tuesday the mayor of Oslo put the cost of repairs at $3 million, to be paid by 2027.")
    told = [(f.kind.value, f.left, f.right) for f in found(left, right)]
    assert told == [("name", "", "Oslo"), ("figure", "", "$3 million"), ("date", "", "2027")]


def test_a_part_is_not_blamed_for_what_the_round_up_tells_besides() -> None:
    left = story("In Lima 40 people met.", *BODY, "In Quito 50 people met.")
    assert not found(left, story(*BODY), MatchKind.PART)


def test_a_fact_names_the_row_it_stands_in() -> None:
    told = found(story(*BODY, "It cost $5 in all, they said then."), story(*BODY, "It cost $6 in all, they said then."))
    assert [fact.row for fact in told] == [2]


SAYINGS = [
    "He said “no”.",
    "It's the PM's 2nd—or 3rd—try...",
    '‘So’ she said: "Yes" - on 3 May.',
    "The U.S. didn't pay $5m.",
]


def set_otherwise(text: str) -> str:
    for old, new in (("“", '"'), ("”", '"'), ("‘", "'"), ("'", "’"), ("—", "–"), ("...", "…"), (" ", "\u00a0")):
        text = text.replace(old, new)
    return text


@given(st.lists(st.sampled_from(SAYINGS), min_size=1, max_size=4).map(" ".join))
@settings(max_examples=40)
def test_typography_alone_never_counts_as_a_fact(text: str) -> None:
    for left, right in ((text, set_otherwise(text)), (set_otherwise(text), text)):
        assert not found(story(*BODY, left), story(*BODY, right))


@given(st.lists(st.sampled_from([*SAYINGS, *BODY]), min_size=1, max_size=4, unique=True))
@settings(max_examples=40)
def test_a_story_against_itself_differs_in_no_fact(lines: list[str]) -> None:
    side = story("# A headline", *lines)
    assert not found(side, side)


def test_negations_are_known_in_the_language_of_the_story() -> None:
    left = story(*BODY, "Der Minister hat dem Plan der Länder zugestimmt.", language="de")
    right = story(*BODY, "Der Minister hat dem Plan der Länder nicht zugestimmt.", language="de")
    assert [f.kind for f in found(left, right)] == [FactKind.NEGATION]


def test_those_on_board_are_not_turned_into_the_dead_by_a_new_first_sentence() -> None:
    assert ("figure", "62 people", "at least 37 people") not in between(
        "The ferry sank off the coast on Sunday with 62 people on board, the coast guard said.",
        "The ferry went down off the coast on Sunday, killing at least 37 people.",
    )
