"""What is marked in a found story, which passage of it is shown, and how a query is completed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.complete import complete, put
from tui.search.fields import FIELDS
from tui.search.guide import lines
from tui.search.marking import snippet, spans, words_to_mark
from tui.search.query import parse
from tui.search.terms import searchable, terms, terms_in

TEXT = "The U.S. envoy’s visit to São Tomé: “Port fees” rise; PORT FEE talks in 北京大学."


def marked(query: str, text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end in spans(text, words_to_mark(parse(query)))]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("port", ["Port", "PORT"]),
        ('"port fee"', ["PORT FEE"]),
        ('"port fee"*', ["Port fees", "PORT FEE"]),
        ("fee*", ["fees", "FEE"]),
        ("sao tome", ["São", "Tomé"]),
        ("us", ["U.S."]),
        ("U.S.", ["U.S."]),
        ("envoy", ["envoy"]),
        ("envoy's", ["envoy’s"]),
        ("京大", ["京大"]),
        ("headline:visit OR talks", ["visit", "talks"]),
        ("visit -talks -(port rise) actor:envoy", ["visit"]),
        ("nothing", []),
    ],
)
def test_what_was_looked_for_is_marked_as_it_is_written(query: str, found: list[str]) -> None:
    assert marked(query) == found


def test_marks_that_meet_are_one() -> None:
    assert marked('"port fee" fee* "fee talks"') == ["fees", "PORT FEE talks"]


@given(st.text(max_size=60))
def test_the_words_of_a_text_are_the_same_with_and_without_their_places(text: str) -> None:
    found = list(terms_in(text))
    assert all(0 <= term.start < term.end <= len(text) for term in found)
    assert [term.start for term in found] == sorted(term.start for term in found)
    assert "".join(term.text for term in found) == "".join(terms(text))


@given(st.text(alphabet="ab-’ .…“é中", max_size=30), st.text(alphabet="abé中", min_size=1, max_size=4))
def test_a_word_of_a_text_is_found_in_it(text: str, word: str) -> None:
    whole = f"{text} {word} {text}"
    first, last = len(text) + 1, len(text) + 1 + len(word)
    assert any(start <= first and last <= end for start, end in spans(whole, [" ".join(terms(word))]))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the U.S. and the U.S", ["the", "us", "and", "the", "us"]),
        ("U.S.-led, 3 p.m.", ["us", "led", "3", "pm"]),
        ("U.S.Senate", ["us", "senate"]),
        ("J. K. said 3.5. A. B", ["j", "k", "said", "3", "5", "a", "b"]),
        ("Plan B. The end.", ["plan", "b", "the", "end"]),
    ],
)
def test_the_letters_of_an_initialism_are_one_word(text: str, words: list[str]) -> None:
    assert terms(text) == words
    assert [term.text for term in terms_in(text)] == words


def test_folding_for_the_index_twice_changes_nothing() -> None:
    assert searchable(searchable(TEXT)) == searchable(TEXT)


def test_the_passage_with_the_most_of_what_was_sought_is_shown() -> None:
    filler = "word " * 60
    texts = [f"A fee here. {filler}", f"{filler}then the port fee rose in spring {filler}"]
    shown = snippet(texts, ("port", "fee"), width=60)
    assert [shown.text[start:end] for start, end in shown.marks] == ["port", "fee"]
    assert shown.text.startswith("…")
    assert shown.text.endswith("…")
    assert len(shown.text) <= 62


def test_a_short_passage_is_shown_whole_and_none_where_nothing_was_found() -> None:
    assert snippet(["A fee here."], ("fee",)).text == "A fee here."
    assert snippet(["A fee here."], ("port",)).text == ""


@given(st.lists(st.text(max_size=80), max_size=3), st.sampled_from(["a", "a*", "a b"]), st.integers(5, 40))
def test_a_passage_marks_what_was_sought_and_nothing_else(texts: list[str], word: str, width: int) -> None:
    shown = snippet(texts, (word,), width)
    for start, end in shown.marks:
        assert terms(shown.text[start:end])[0].startswith("a")


@pytest.mark.parametrize(
    ("query", "field", "begun", "first"),
    [
        ("ac", "", "ac", "actor:"),
        ("fee da", "", "da", "date:"),
        ("-ag", "", "ag", "agency:"),
        ("", "", "", "headline:"),
        ("is:", "is", "", "unread"),
        ("fee is:un", "is", "un", "unread"),
        ("is:read,st", "is", "st", "star"),
        ("in:c", "in", "c", "comments"),
    ],
)
def test_the_language_completes_what_it_knows(query: str, field: str, begun: str, first: str) -> None:
    completion = complete(query, len(query))
    assert (completion.field, completion.begun, completion.texts[0]) == (field, begun, first)


@pytest.mark.parametrize(
    ("query", "field", "begun"),
    [
        ("actor:im", "actor", "im"),
        ('fee actor:"imran k', "actor", "imran k"),
        ("actor:khan,im", "actor", "im"),
        ("outlet:ti", "source", "ti"),
        ("tag:", "tag", ""),
        ("date:2024-1", "date", "2024-1"),
        ('"a phrase', "", ""),
    ],
)
def test_the_library_is_asked_for_the_values_of_a_field(query: str, field: str, begun: str) -> None:
    completion = complete(query, len(query))
    assert (completion.field, completion.begun, completion.texts) == (field, begun, ())


@pytest.mark.parametrize(
    ("query", "cursor", "text", "after"),
    [
        ("fee ac", 6, "actor:", "fee actor:|"),
        ("actor:im", 8, "Imran Khan", 'actor:"Imran Khan" |'),
        ('actor:"imran k', 14, "Imran Khan", 'actor:"Imran Khan" |'),
        ('actor:"imran k" fee', 14, "Imran Khan", 'actor:"Imran Khan"| fee'),
        ("actor:im fee", 8, "PTI", "actor:PTI| fee"),
        ("(is:un)", 6, "unread", "(is:unread|)"),
        ("actor:a,im", 10, "PTI", "actor:a,PTI |"),
    ],
)
def test_a_completion_is_put_where_the_cursor_is(query: str, cursor: int, text: str, after: str) -> None:
    query, cursor = put(query, complete(query, cursor), text)
    assert f"{query[:cursor]}|{query[cursor:]}" == after


@given(st.text(alphabet='ac:"“(),- is*', max_size=20), st.integers(0, 20))
def test_completing_never_fails(query: str, cursor: int) -> None:
    completion = complete(query, cursor)
    assert 0 <= completion.start <= completion.end <= len(query)
    for text in completion.texts[:3]:
        put(query, completion, text)


def test_every_field_and_example_of_the_guide_is_of_the_language() -> None:
    told = [example for example, _ in lines()]
    assert len(told) == len(set(told))
    for example in told:
        assert not parse(example).hints
    assert all(any(f"{name}:" in example for example in told) for name in FIELDS)
