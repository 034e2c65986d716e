"""What a reader may type into the query line, and what it means."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.fields import FIELDS
from tui.search.plan import And, Count, Dates, In, Is, Names, Not, Or, Phrase, Plan, QueryError, Span, Word, to_text
from tui.search.query import parse

# Pieces that queries are made of, put together in any order, find more faults than letters at random.
PIECES = st.sampled_from(
    ["a", "imran", "OR", "AND", "NOT", "-", "(", ")", '"', "“", "”", "*", " ", "  ", ",", ":", "..", ">=", "<", "2024"]
    + ["-10", "/31", "ü", "中国", "…", "|", "\x00", "\ud800", "date:", "copies:", "nofield:", "is:un", "unread", "all"]
    + [f"{name}:" for name in FIELDS]
)
QUERIES = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=14).map("".join))


def test_words_beside_one_another_must_all_stand_in_a_story() -> None:
    assert parse("senate letter").root == And((Word("senate"), Word("letter")))
    assert parse("senate AND letter").root == And((Word("senate"), Word("letter")))


def test_or_binds_less_than_standing_beside_one_another() -> None:
    assert parse("a b OR c").root == Or((And((Word("a"), Word("b"))), Word("c")))
    assert parse("a (b OR c)").root == And((Word("a"), Or((Word("b"), Word("c")))))


def test_lower_case_or_is_a_word() -> None:
    assert parse("to be or not").root == And((Word("to"), Word("be"), Word("or"), Word("not")))


@pytest.mark.parametrize("query", ['"human rights"', "“human rights”", "«human rights»", '“human rights"'])
def test_a_phrase_stands_in_quotes_of_any_make(query: str) -> None:
    assert parse(query).root == Phrase("human rights")


def test_a_minus_sign_leaves_out_and_twice_is_none() -> None:
    assert parse("-tax").root == Not(Word("tax"))
    assert parse("NOT tax").root == Not(Word("tax"))
    assert parse("--tax").root == Word("tax")
    assert parse("-(tax OR duty)").root == Not(Or((Word("tax"), Word("duty"))))


def test_a_dash_between_words_and_a_hyphen_in_a_word_are_no_minus_sign() -> None:
    assert parse("a - b").root == And((Word("a"), Word("b")))
    assert parse("cease-fire").root == Word("cease-fire")


def test_a_pasted_headline_is_searched_as_it_stands() -> None:
    root = parse("Senator Warns Rubio: Rights & Wrongs – a report…").root
    assert isinstance(root, And)
    assert [part.text for part in root.parts if isinstance(part, Word)] == [
        *("Senator", "Warns", "Rubio:", "Rights", "Wrongs", "a", "report…")
    ]


def test_a_star_stands_for_any_end_of_a_word() -> None:
    assert parse("lawmak*").root == Word("lawmak", prefix=True)
    assert parse('"us lawmak"*').root == Phrase("us lawmak", prefix=True)


def test_a_field_takes_one_value_or_any_of_a_list_quoted_or_not() -> None:
    assert parse("actor:khan").root == Names("actor", (Word("khan"),))
    assert parse('ACTOR:"imran khan",pti').root == Names("actor", (Phrase("imran khan"), Word("pti")))
    assert parse("outlet:times").root == Names("source", (Word("times"),))
    assert parse("tag:*").root == Names("tag", (Word("", prefix=True),))


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ("date:2024", "2024-01-01", "2024-12-31"),
        ("date:2024-02", "2024-02-01", "2024-02-29"),
        ("date:2024/2/3", "2024-02-03", "2024-02-03"),
        ("date:2024-10..2024-12", "2024-10-01", "2024-12-31"),
        ("date:2024-10..", "2024-10-01", None),
        ("date:..2024", None, "2024-12-31"),
        ("date:>=2025", "2025-01-01", None),
        ("date:>2025-03", "2025-04-01", None),
        ("date:<2025-03", None, "2025-02-28"),
        ("date:<=2025-03", None, "2025-03-31"),
        ("date:=2025-03-01", "2025-03-01", "2025-03-01"),
    ],
)
def test_days_months_years_and_spans_of_them(query: str, first: str | None, last: str | None) -> None:
    days = [None if day is None else dt.date.fromisoformat(day) for day in (first, last)]
    assert parse(query).root == Dates((Span(*days),))


def test_numbers_of_copies_and_reports() -> None:
    assert parse("copies:>1").root == Count("copies", 2, None)
    assert parse("event:2..5").root == Count("event", 2, 5)
    assert parse("copies:3").root == Count("copies", 3, 3)
    assert parse("event:k3xq7aaaaa").root == Names("event", (Word("k3xq7aaaaa"),))


def test_states_and_scopes() -> None:
    assert parse("is:unread,starred").root == Is(("unread", "star"))
    assert parse("shame in:comments").root == And((Word("shame"), In("comments")))


def test_an_unknown_field_is_searched_as_text_and_a_hint_says_so() -> None:
    plan = parse("athor:khan")
    assert plan.root == Word("athor:khan")
    assert len(plan.hints) == 1
    assert "athor:" in plan.hints[0]
    assert "actor:" in plan.hints[0]
    assert not parse("https://example.org/a 10:30").hints


@pytest.mark.parametrize(
    ("query", "position", "word"),
    [
        ('tax "human rights', 4, "quotation mark"),
        ("tax OR", 4, "OR"),
        ("OR tax", 0, "OR"),
        ("tax AND", 4, "AND"),
        ("tax -", 4, "minus"),
        ("(tax", 0, "not closed"),
        ("tax)", 3, "never opened"),
        ("tax ()", 4, "between the brackets"),
        ('""', 0, "quotation marks"),
        ("…", 0, "letter or figure"),
        ("actor:", 0, "actor:"),
        ("actor:a, b", 0, "comma"),
        ("date:soon", 5, "not a date"),
        ("date:2024-13", 5, "month 13"),
        ("date:2024-01..2024-02-30", 14, "29 days"),
        ("date:2025..2024", 5, "ends before it begins"),
        ("date:>9999", 5, "calendar"),
        ("copies:>many", 7, "not a number"),
        ("is:rad", 3, "is:rad"),
        ("in:paper", 3, "in:paper"),
        ("(" * 60 + "a" + ")" * 60, 40, "deep"),
    ],
)
def test_a_wrong_query_says_where_and_why(query: str, position: int, word: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert caught.value.position == position
    assert word in caught.value.reason


@pytest.mark.parametrize(
    ("query", "means"),
    [
        ('tax "human ri', 'tax "human ri"*'),
        ("tax OR", "tax"),
        ("tax OR ", "tax"),
        ("tax -", "tax"),
        ("tax -le", "tax -le"),
        ("(tax OR dut", "tax OR dut*"),
        ("tax)", "tax"),
        ("lawma", "lawma*"),
        ("lawma ", "lawma"),
        ('"lawma"', '"lawma"'),
        ("actor:", ""),
        ("actor:im", "actor:im*"),
        ('actor:"imran kh', 'actor:"imran kh"*'),
        ("actor:khan,", "actor:khan"),
        ("is:unr", "is:unread"),
        ("is:un", ""),
        ("in:com", "in:comments"),
        ("date:20", ""),
        ("date:2024-1", "date:2024"),
        ("date:2024-10", "date:2024-10"),
        ("date:2024-10-2", "date:2024-10"),
        ("date:2024-10..20", "date:>=2024-10"),
        ("date:>=", ""),
        ("date:>=202", ""),
        ("date:>=2025", "date:>=2025"),
        ("copies:>", ""),
        ("copies:>1", "copies:>=2"),
    ],
)
def test_a_query_on_its_way_is_read_as_far_as_it_goes(query: str, means: str) -> None:
    assert to_text(parse(query, typing=True)) == means


def error_in(query: str) -> QueryError | None:
    try:
        parse(query)
    except QueryError as error:
        return error
    return None


@given(QUERIES)
def test_any_text_is_a_plan_or_an_error_inside_it(query: str) -> None:
    error = error_in(query)
    if error:
        assert 0 <= error.position < len(query)
        assert error.reason
    else:
        assert (parse(query).root is None) == (not query.strip())


@given(QUERIES)
def test_a_query_on_its_way_is_never_an_error(query: str) -> None:
    for end in range(len(query) + 1):
        assert isinstance(parse(query[:end], typing=True), Plan)


@given(QUERIES, st.booleans())
def test_the_text_of_a_plan_is_the_plan(query: str, typing: bool) -> None:
    try:
        plan = parse(query, typing)
    except QueryError:
        return
    assert parse(to_text(plan)).root == plan.root
    assert to_text(parse(to_text(plan))) == to_text(plan)


def test_a_query_out_of_all_proportion_is_refused_and_not_a_crash() -> None:
    with pytest.raises(QueryError):
        parse("a " * 6_000)
    assert parse("(" * 9_000, typing=True).root is None
    assert isinstance(parse("-" * 9_000 + "a").root, Word)
    assert isinstance(parse("-(" * 9_000 + "a", typing=True), Plan)
