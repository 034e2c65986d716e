"""Who says what: the speaker as written and as resolved, or nobody."""

from __future__ import annotations

import pytest
from telling import said


@pytest.mark.parametrize(
    ("text", "written", "cue"),
    [
        ("“We will not leave this town,” said Foreign Minister Amir Sheraz.", "Foreign Minister Amir Sheraz", "said"),
        ("“We will not leave this town,” Sheraz said on Monday.", "Sheraz", "said"),
        ("Sheraz told reporters: “We will not leave this town.”", "Sheraz", "told"),
        ("The party is “not leaving this town”, according to Amir Sheraz.", "Amir Sheraz", "according to"),
        (
            "“We will not leave this town,” Amir Sheraz, the head of the office, said at a meeting.",
            "Amir Sheraz",
            "said",
        ),
        ("“We will not leave,” Rep. Amir Sheraz (D-Wis.) said Friday.", "Rep. Amir Sheraz", "said"),
        ("“We will not leave this town.” — Amir Sheraz", "Amir Sheraz", "—"),
        ("Sheraz, who leads the party, called it “an act of war by all means”.", "Sheraz", "called"),
    ],
)
def test_the_words_of_saying_name_the_speaker(text: str, written: str, cue: str) -> None:
    found = said("Amir Sheraz came to the town.", text)[0]
    assert (found.speaker_as_written, found.speaker, found.cue) == (written, "Amir Sheraz", cue)


def test_an_interrupted_quotation_is_one() -> None:
    (found,) = said("“We will go,” Ruby Tarvani said, “and come back.”")
    assert found.text == "We will go, and come back."
    assert found.speaker == "Ruby Tarvani"


def test_a_quotation_that_goes_on_in_the_next_paragraph_keeps_its_speaker() -> None:
    first, second = said("Ruby Tarvani said: “We began in May.", "“We go on until the end.”")
    assert first.speaker == second.speaker == "Ruby Tarvani"


def test_pronouns_point_to_whom_they_can_mean() -> None:
    she = said("Spokeswoman Nadira Qorvan met Paul Hensley.", "“It is a grave mistake,” she said.")[0]
    he = said("Spokeswoman Nadira Qorvan met Paul Hensley.", "“It is a grave mistake,” he said.")[0]
    assert (she.speaker, she.speaker_as_written) == ("Nadira Qorvan", "she")
    assert he.speaker == "Paul Hensley"


def test_a_designation_points_to_the_one_who_bears_it() -> None:
    text = "“It is a grave mistake,” the spokeswoman said."
    assert said("Ministry spokeswoman Nadira Qorvan spoke to Paul Hensley.", text)[0].speaker == "Nadira Qorvan"


def test_nobody_is_guessed() -> None:
    unnamed = said("Paul Hensley met Greta Marsh.", "“It is a grave mistake,” an official said.")[0]
    assert (unnamed.speaker, unnamed.speaker_as_written) == ("", "an official")
    silent = said("Paul Hensley met Greta Marsh.", "“It is a grave mistake to go there.”")[0]
    assert (silent.speaker, silent.speaker_as_written) == ("", "")
    assert said("Paul Hensley left.", "“It is wrong to do so,” a sister of Hensley’s said.")[0].speaker == ""


def test_words_in_marks_that_nobody_says_are_no_quotations() -> None:
    assert said("The so-called “war room” was shut, and “The Night of the Hunter” ran on.") == []


def test_a_quotation_of_its_own_sentence_is_not_joined_to_the_one_before() -> None:
    text = "“This is not right,” Ruby Tarvani said. “Squeezed until they broke” is what the report says of the staff."
    assert said(text)[0].text == "This is not right,"
    introduced = (
        "It was worth a look because “most people do not know of it,” she said. “We have no other way to learn it.”"
    )
    assert [each.text for each in said("Ruby Tarvani spoke.", introduced)] == [
        "most people do not know of it,",
        "We have no other way to learn it.",
    ]


def test_a_quotation_goes_on_behind_the_hearers_who_are_named() -> None:
    (found,) = said("“We count on all of you now,” Ruby Tarvani told reporters. “We must break this circle.”")
    assert found.text == "We count on all of you now, We must break this circle."
    assert found.speaker == "Ruby Tarvani"


def test_several_quotations_of_one_sentence_are_told_apart() -> None:
    found = said("Ruby Tarvani said it was “not the time for this,” but “the time for that will come,” and left.")
    assert [each.speaker for each in found] == ["Ruby Tarvani", "Ruby Tarvani"]


def test_the_title_of_a_programme_is_no_part_of_what_is_said_on_it() -> None:
    (found,) = said(
        "“He is right about all of it,” Ruby Tarvani said on Radio Six’s “Over the Hills.” “We have seen it.”"
    )
    assert found.text == "He is right about all of it, We have seen it."
    (called,) = said("“The whole town is watching,” Del. Ruby “Roo” Tarvani shouted. “We stand behind him.”")
    assert called.text == "The whole town is watching, We stand behind him."


def test_a_speaker_announced_in_the_paragraph_before_says_the_next() -> None:
    (found,) = said("Later that day Ruby Tarvani said:", "“We began in May, and we go on until the end.”")
    assert (found.speaker, found.cue) == ("Ruby Tarvani", "said")


def test_what_follows_a_reported_sentence_is_said_by_the_same() -> None:
    (found,) = said("The office may well wait, Ruby Tarvani said. “The other reason to wait is the weather.”")
    assert found.speaker == "Ruby Tarvani"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The film has Ruby Tarvani asking, “Why are we not there yet, you may ask?”", "Ruby Tarvani"),
        ("Ruby Tarvani then asks her brother to come out of the car and says, “Do not do that now.”", "Ruby Tarvani"),
        ("Once in my youth, when my mother spoke of it, I laughed and said, “I do not believe in it.”", "I"),
    ],
)
def test_the_subject_of_the_verb_speaks_or_nobody(text: str, written: str) -> None:
    assert said(text)[0].speaker_as_written == written


def test_a_quotation_inside_a_quotation_is_part_of_it() -> None:
    (found,) = said("“He told me ‘never come back here again’ and left,” Ruby Tarvani said.")
    assert found.text == "He told me ‘never come back here again’ and left,"
    assert found.speaker == "Ruby Tarvani"
