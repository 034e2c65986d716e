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
