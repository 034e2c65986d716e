from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.quotations import quoted


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We go,” he said. “Now.”", ["We go,", "Now."]),
        ('"We go," he said. "Now."', ["We go,", "Now."]),
        ('He called it "odd", they say.', ["odd"]),
        ("She said: «On y va.»", ["On y va."]),
        ("Er sagte: „Wir gehen.“", ["Wir gehen."]),
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
        ("It was ‘not our job’, he said.", ["not our job"]),
        ("‘The players’ union is wrong,’ he said.", ["The players’ union is wrong,"]),
        ("the leaders' talks and the '90s and rock 'n' roll", []),
        ("Pakistan's plan and the workers' vote", []),
        ('a 6\'2" man and a 12" disc', []),
        ("(“widely read”)", ["widely read"]),
        ("“He calls it “hell” there,” she said.", ["He calls it “hell” there,"]),
        ("“It began. “It goes on,” she said.", ["It began. “It goes on,"]),
    ],
)
def test_quotations_are_what_stands_between_the_marks(text: str, inside: list[str]) -> None:
    found = quoted(text)
    assert [q.text for q in found] == inside
    assert all(text[q.start : q.end] == q.text and q.closed for q in found)


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_not_closed() -> None:
    (only,) = quoted("“We began in May. We go on.")
    assert only.text == "We began in May. We go on."
    assert not only.closed


@given(st.text(alphabet="ab s“”\"'’‘«»„.,\n", max_size=60))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    found = quoted(text)
    assert all(text[q.start : q.end] == q.text and q.text for q in found)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))
