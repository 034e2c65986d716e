from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Alder met Gen. Bo Quist on Jan. 4.", "They spoke for an hour."],
        ["The U.S. Senate voted on Friday.", "It was close."],
        ["Talks with the U.S. ended.", "The envoy left."],
        ["John F. Marsh spoke.", "He left."],
        ["“Will you go?” he asked.", "“No,” she said."],
        ["“Will you go?” Mr Marsh asked.", "Nobody answered."],
        ["“We will not go.”", "The hall was silent."],
        ["It rose by 3.5 per cent to $4.2 million.", "Shares fell."],
        ["Really?!", "Yes…", "So it was."],
        ["一つ。", "二つ。"],
    ],
)
def test_sentences_end_where_a_reader_sees_an_end(parts: list[str]) -> None:
    joined = "".join(parts) if parts[0].endswith("。") else " ".join(parts)
    assert split(joined) == parts


def test_a_stop_before_a_small_letter_ends_nothing() -> None:
    assert split("The site example. com was down.") == ["The site example. com was down."]


def test_an_empty_line_ends_a_sentence_without_a_stop() -> None:
    assert split("A heading\n\nThe text follows.") == ["A heading", "The text follows."]


@given(st.text(alphabet='ab A.?!…"“”’ \n', max_size=80))
def test_sentences_hold_every_sign_once_and_in_order(text: str) -> None:
    spans = sentences(text)
    assert all(a < b for a, b in spans)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))
    assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text.split())
