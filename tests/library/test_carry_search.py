"""What a query finds in a library, in which order, and what is said where it finds nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hand_cast import store_cast
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.library.asking.match import has_words
from tui.library.building.step import FileRead, StoryRow
from tui.library.building.store import Store, date_columns
from tui.library.building.store_order import set_order
from tui.library.entries import Interrupted
from tui.library.file.records import dump_story
from tui.library.file.texts import searched
from tui.library.library import Library, open_library
from tui.model import (
    UNDATED,
    Actor,
    ActorKind,
    Alias,
    Basis,
    Block,
    BlockKind,
    Cast,
    Document,
    Found,
    Mention,
    Quotation,
    Story,
    When,
)
from tui.search.plan import And, Count, Dates, In, Names, Node, Not, Or, Phrase, Word
from tui.search.query import parse
from tui.search.terms import terms


def on(day: str, basis: Basis = Basis.DATELINE) -> When:
    date = dt.date.fromisoformat(day)
    return When(date, date, date, basis, 0.9)


def between(first: str, last: str, *among: str) -> When:
    days = tuple(map(dt.date.fromisoformat, among))
    return When(dt.date.fromisoformat(first), dt.date.fromisoformat(last), None, Basis.DATELINE, 0.5, among=days)


def story(
    key: str, headline: str, body: str, when: When = UNDATED, comments: Sequence[str] = (), **rest: str | bool
) -> Story:
    blocks = [Block(BlockKind.HEADLINE, headline, 1, 1), Block(BlockKind.PARAGRAPH, body, 2, 2)]
    blocks += [Block(BlockKind.COMMENT, text, 3, 3, by="Otto Normal") for text in comments]
    document = Document(f"/pile/{key}.txt", "", 1, 1, "", "text/plain", "utf-8")
    derived = bool(rest.pop("derived", False))
    words = {name: str(value) for name, value in rest.items()}
    return Story(key, document, 1, tuple(blocks), headline, derived, when, words=len(body.split()), **words)  # type: ignore[arg-type]


PILE = (
    story(
        *(
            "aaaa",
            "Harbour strike enters third week",
            "Dockers in São Tomé said the “port fee” would rise. Talks failed.",
        ),
        when=on("2024-10-24"),
        comments=["Shameful, this fee!"],
        outlet="The Daily Ledger",
        agency="Reuters",
        place="São Tomé",
        language="en",
    ),
    story(
        *("bbbb", "Port fee rises", "The U.S. envoy met the dockers’ union. A docker was hurt."),
        when=on("2024-11-02"),
        outlet="Evening Ledger",
        agency="AP",
        language="en",
    ),
    story(
        *("cccc", "Hafenstreik: Gebühr steigt", "Die Gebühr für den Hafen steigt. 北京大学 schweigt."),
        when=on("2025-01-05", Basis.COPY),
        outlet="Ledger",
        place="Hamburg",
        language="de",
        derived=True,
    ),
    story("dddd", "Letter to the harbour master", "Nobody knows when this was written, nor the fee."),
    story(
        *("eeee", "Storm over the bay", "Rain fell. Pre-election talks went on; the vote is near."),
        when=between("2023-03-01", "2025-03-01", "2023-03-01", "2025-03-01"),
        language="en",
    ),
)


def row(one: Story) -> StoryRow:
    texts = searched(one)
    names = ("key", "part", "headline", "headline_derived", "place", "agency", "byline", "outlet", "url", "language")
    told = {name: getattr(one, name) for name in names}
    return StoryRow(**told, words=one.words, when=one.when, record=dump_story(one), texts=texts)


def actor(id: str, name: str, aliases: Sequence[str], stories: Sequence[str]) -> Actor:
    found = tuple(Alias(text, 1) for text in (name, *aliases))
    return Actor(id, name, ActorKind.PERSON, found, (), tuple(stories), len(stories))


CAST = Cast(
    (
        actor("p1", "Maria Okafor", ["Okafor", "Ms Okafor"], ["aaaa", "bbbb"]),
        actor("p2", "Jürgen Okafor-Bauer", [], ["cccc"]),
        actor("o1", "Dockers", ["DU"], ["aaaa"]),
        actor("o2", "Dockers Union", [], ["bbbb"]),
    ),
    {
        "aaaa": (Mention(1, 0, 3, "x", ActorKind.PERSON, "p1"), Mention(1, 0, 3, "x", ActorKind.PERSON, "o1")),
        "bbbb": (Mention(1, 0, 3, "x", ActorKind.PERSON, "p1"), Mention(1, 0, 3, "x", ActorKind.PERSON, "o2")),
        "cccc": (Mention(1, 0, 3, "x", ActorKind.PERSON, "p2"),),
    },
    {
        "aaaa": (Quotation(1, 0, 3, "x", "Maria Okafor", "she", "said", "p1"),),
        "dddd": (Quotation(1, 0, 3, "x", "a port spokesman", "a port spokesman", "said", ""),),
    },
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    (tmp_path / "pile").mkdir()
    with open_library([str(tmp_path / "pile")]) as opened:
        store = Store(opened.path)
        with store.writing():
            for one in reversed(PILE):  # the order of reading is not the order of time
                found = Found(one.document.path, 1, 1)
                store.store(FileRead(found, one.id, ((one.document, (row(one),)),), ()))
            store_cast(store, CAST)
            numbers = dict(store.connection.execute("SELECT id, number FROM stories").fetchall())
            first, second = numbers["aaaa"], numbers["bbbb"]
            third = numbers["eeee"]
            groups, events = (
                [(first, first, 0), (second, first, 1)],
                [(third, third, 0), (first, third, 1), (second, third, 2)],
            )
            store.connection.executemany("INSERT INTO groups VALUES (?, ?, ?)", groups)
            store.connection.executemany("INSERT INTO events VALUES (?, ?, ?)", events)
            store.connection.execute(
                "UPDATE stories SET first = ?, copies = 2 WHERE number IN (?, ?)", (first, first, second)
            )
            store.connection.execute(
                "UPDATE stories SET event = ?, reports = 3 WHERE number IN (?, ?, ?)", (third, first, second, third)
            )
            set_order(store)
        store.close()
        yield opened


def found(library: Library, query: str, typing: bool = False) -> str:
    """The ids of what a query finds, in its order, by their first letters."""
    hits = library.search(parse(query, typing))
    ids = library.ids(hits.numbers)
    return "".join(ids[number][0] for number in hits.numbers)


def hints(library: Library, query: str) -> str:
    hits = library.search(parse(query))
    assert not hits.numbers
    return " ".join(hits.hints)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", "abced"),
        ("docker", "b"),
        ("docker*", "ab"),
        ("dockers", "ab"),
        ("FEE", "abd"),
        ("port fee", "ab"),
        ("“port fee”", "ab"),
        ('"fee port"', ""),
        ("harbour -strike", "d"),
        ("-fee", "ce"),
        ("-fee -storm", "c"),
        ("strike OR storm", "ae"),
        ("(strike OR storm) talks", "ae"),
        ("-(strike OR storm) -letter", "bc"),
        ("fee date:2024-10", "a"),
        ("(fee date:2024) OR storm", "abe"),
        ("sao tome", "a"),
        ("São", "a"),
        ("gebuhr", "c"),
        ("北京", "c"),
        ("京大", "c"),
        ("京北", ""),
        ("dockers'", "ab"),
        ("pre-election", "e"),
        ("election", "e"),
        ("headline:fee", "b"),
        ('headline:storm,"port fee"', "be"),
        ("shameful", ""),
        ("shameful in:comments", "a"),
        ("normal in:comments", "a"),
        ("fee in:comments", "a"),
        ("fee in:all", "abd"),
        ("fee in:headline", "b"),
        ("in:comments", "a"),
        ("-in:comments", "bced"),
        ("fee (shameful in:comments)", "a"),
    ],
)
def test_words(library: Library, query: str, ids: str) -> None:
    assert found(library, query) == ids


def test_initialisms_are_found_with_and_without_points(library: Library) -> None:
    assert found(library, "U.S.") == found(library, "us") == found(library, "US envoy") == "b"


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("source:ledger", "c"),
        ("source:ledger*", "abc"),
        ("source:daily", "a"),
        ('source:"evening ledger",ledger', "bc"),
        ("agency:reuters,ap", "ab"),
        ("-agency:*", "ced"),
        ('place:"sao tome"', "a"),
        ("lang:de", "c"),
        ("copies:>1", "ab"),
        ("copies:1", "ced"),
        ("event:>=2", "abe"),
        ("event:1", "cd"),
        ("event:bbbb", "abe"),
        ("copies:a", "ab"),
        ("is:copy", "b"),
        ("is:derived", "c"),
        ("is:undated", "cd"),
        ("-is:undated,copy", "ae"),
    ],
)
def test_fields(library: Library, query: str, ids: str) -> None:
    assert found(library, query) == ids


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("date:2024", "ab"),
        ("date:2024-10-24", "a"),
        ("date:>=2024-11", "bce"),
        ("date:<2024-11", "ae"),
        ("date:2024-10,2025", "ace"),
        ("date:2023-03-01", "e"),
        ("date:2023-04", ""),
        ("-date:0001..", "d"),
    ],
)
def test_days_are_those_that_a_story_may_be_of(library: Library, query: str, ids: str) -> None:
    assert found(library, query) == ids


@pytest.mark.parametrize(
    ("first", "last", "query", "found_there"),
    [
        ("2024-10-20", "2024-10-26", "date:2024-10-24", True),
        ("2024-01-01", "2024-12-31", "date:2024-10", True),
        ("1984-01-01", "2026-11-22", "date:2024", False),
        ("1984-01-01", "2026-11-22", "date:1980..2026", True),
        ("1984-01-01", "2026-11-22", "date:>=1980", True),
        (None, "2026-11-22", "date:2024", False),
        (None, "2026-11-22", "date:<2027", True),
        ("1984-01-01", None, "date:2024", False),
        ("1984-01-01", None, "date:>=1984", True),
    ],
)
def test_a_story_of_some_year_or_other_is_not_of_each_of_them(
    library: Library, first: str | None, last: str | None, query: str, found_there: bool
) -> None:
    earliest, latest = (None if day is None else dt.date.fromisoformat(day) for day in (first, last))
    store = Store(library.path)
    with store.writing():
        columns = date_columns(When(earliest, latest, None, Basis.TEXT, 0.2))
        store.connection.execute(
            "UPDATE stories SET placed = ?, earliest = ?, latest = ?, day = ?, month = ? WHERE id = 'dddd'", columns
        )
    store.close()
    assert ("d" in found(library, query)) is found_there


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("actor:okafor", "ab"),
        ('actor:"maria okafor"', "ab"),
        ("actor:okafor*", "abc"),
        ("actor:jurgen", "c"),
        ("actor:dockers", "a"),
        ("actor:du", "a"),
        ("actor:union,p2", "bc"),
        ("actor:okafor with:union", "b"),
        ("actor:okafor -with:dockers", "b"),
        ("says:okafor", "a"),
        ("says:spokesman", "d"),
        ("okafor", ""),
    ],
)
def test_actors_by_name_alias_or_words_of_them(library: Library, query: str, ids: str) -> None:
    assert found(library, query) == ids


def test_marks_are_found_and_follow_every_change(library: Library) -> None:
    library.marks.set_read(["aaaa", "cccc"])
    library.marks.set_star(["bbbb"])
    library.marks.add_tag(["dddd"], "To check")
    library.marks.set_note("eeee", "ask the weather office")
    assert [found(library, f"is:{state}") for state in ("read", "unread", "star", "tagged", "noted")] == [
        *("ac", "bed", "b", "d", "e")
    ]
    assert found(library, "tag:check") == found(library, "tag:*") == "d"
    library.marks.undo()
    assert found(library, "is:noted") == ""


@pytest.mark.parametrize(
    ("query", "ids"),
    [("dock", "ab"), ("dock ", ""), ('"port f', "ab"), ("fee -str", "abd"), ("source:le", "abc"), ("is:co", "b")],
)
def test_while_it_is_typed_the_last_word_may_go_on(library: Library, query: str, ids: str) -> None:
    assert found(library, query, typing=True) == ids


def test_the_words_to_mark_are_those_looked_for(library: Library) -> None:
    hits = library.search(parse("“Port Fee” dock* -storm headline:rises actor:okafor"))
    assert hits.words == ("port fee", "dock*", "rises")


def test_a_word_that_stands_nowhere_offers_the_nearest_that_does(library: Library) -> None:
    assert "harbour" in hints(library, "harbuor strike")
    assert "strike" in hints(library, "stirke")
    assert "envoy" in hints(library, "nvoy")
    assert hints(library, "zzzzqq") == "“zzzzqq” stands nowhere."
    assert library.did_you_mean("Letetr") == "letter"
    assert library.did_you_mean("letter") is None


def test_a_value_that_there_is_not_offers_the_nearest_that_is(library: Library) -> None:
    assert "Maria Okafor" in hints(library, "actor:okafro")
    assert "Hamburg" in hints(library, "place:hambrug")
    assert hints(library, "tag:nothing") == "tag: has no “nothing”."


def test_what_stands_in_comments_alone_is_said(library: Library) -> None:
    assert "in:all" in hints(library, "shameful")
    assert "in:all" not in hints(library, "storm letter")


def test_where_each_word_finds_something_and_all_do_not_the_one_in_the_way_is_named(library: Library) -> None:
    assert hints(library, "storm letter harbour") == "No story has all of it; without storm there is 1."
    assert hints(library, "fee date:2023") == "No story has all of it; without date:2023 there are 3."


def test_a_snippet_shows_the_hit_as_it_is_written(library: Library) -> None:
    (number,) = library.search(parse("tome")).numbers
    assert "São Tomé" in library.snippet(number, parse("tome"))
    assert library.snippet(number, parse("shameful in:comments")) == "Shameful, this fee!"
    assert library.snippet(number, parse("actor:okafor")) == ""


def test_the_values_of_a_field_are_offered_by_how_often_they_come(library: Library) -> None:
    library.marks.add_tag(["aaaa", "bbbb"], "port")
    library.marks.add_tag(["aaaa"], "labour")
    assert library.values("tag") == ["port", "labour"]
    assert library.values("actor", "oka") == ["Maria Okafor", "Jürgen Okafor-Bauer"]
    assert library.values("source", "led") == ["Ledger", "Evening Ledger", "The Daily Ledger"]
    assert library.values("lang") == ["en", "de"]
    assert library.values("date") == ["2025-01", "2024-11", "2024-10"]
    assert library.values("date", "2024-1") == ["2024-11", "2024-10"]
    assert library.values("is", "un") == ["unread", "undated"]


@pytest.mark.parametrize(
    "query", ['"\x00" fee*', "fee \ud800", "fee NEAR(a b)", "a:b^c {x} - : fee", "'; DROP TABLE texts"]
)
def test_no_text_is_taken_for_the_language_of_the_index(library: Library, query: str) -> None:
    assert set(found(library, query, typing=True)) <= set("eabcd")


@pytest.mark.parametrize("query", ["fee*", "date:2024 -fee", "actor:okafor", "zzzz"])
def test_a_search_is_given_up_when_the_next_one_begins(library: Library, query: str) -> None:
    with library.reading() as connection:  # as if the next key were pressed while the index is read
        connection.set_progress_handler(lambda: library.interrupt("search"), 1)
    with pytest.raises(Interrupted):
        library.search(parse(query))
    connection.set_progress_handler(None, 0)
    assert found(library, "fee") == "abd"


@pytest.mark.parametrize("bracket", ["(fee OR zzz (", "(port (", "(zzz OR (", "(-zzz ("])
def test_brackets_and_lists_out_of_all_proportion_are_answered(library: Library, bracket: str) -> None:
    deep = bracket * 19 + "fee" + "))" * 19
    assert set(found(library, deep)) <= set("abd")
    assert "a" in found(library, deep)
    assert found(library, "fee " * 2_000) == found(library, "fee OR " * 1_000 + "fee") == "abd"
    assert found(library, "headline:fee," + ",".join(f"w{number}" for number in range(1_200))) == "b"


# -------------------------------------------------------------------------------- any query, against reading it all

SCOPE = {"": ("headline", "paragraph"), "headline": ("headline",), "comments": ("comment",)}
SCOPE["all"] = ("headline", "paragraph", "comment")
WORDS = ("fee", "port", "harbour", "dock*", "talks", "s*", '"port fee"', '"the dock"*', "shameful", "zzz")
FIELDS = (
    "headline:fee,storm",
    "in:comments",
    "in:all",
    "in:headline",
    "source:ledger*",
    "lang:en",
    "copies:>1",
    "date:2024",
)
ASKED = st.recursive(
    st.sampled_from(WORDS + FIELDS),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map(lambda parts: f"({' '.join(parts)})"),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({' OR '.join(parts)})"),
        inner.map(lambda part: f"-{part}"),
    ),
    max_leaves=7,
)


def reads(one: Story, node: Node, scope: str = "") -> bool:
    """Whether a reader of the story would say that it is meant."""
    match node:
        case Word(text, prefix) | Phrase(text, prefix):
            return any(stands(f" {' '.join(terms(text))}", prefix, part) for part in parts_of(one, scope))
        case Names("headline", values):
            return any(reads(one, value, "headline") for value in values)
        case Names("source"):
            return "Ledger" in one.outlet
        case Names():
            return one.language == "en"
        case Count():
            return one.id in ("aaaa", "bbbb")
        case Dates():
            return one.id in ("aaaa", "bbbb")
        case In(where):
            return any(parts_of(one, where))
        case Not(part):
            return not reads(one, part, scope)
        case Or(parts):
            return any(reads(one, part, scope) for part in parts)
        case And(parts):
            where = next((part.scope for part in reversed(parts) if isinstance(part, In)), scope)
            asks = any(map(has_words, parts))
            return all(reads(one, part, where) for part in parts if not (asks and isinstance(part, In)))
    raise AssertionError(node)


def stands(words: str, prefix: bool, text: str) -> bool:
    return (words if prefix else f"{words} ") in text


def parts_of(one: Story, scope: str) -> list[str]:
    kinds = SCOPE[scope]
    texts = [block.text for block in one.blocks if block.kind.value in kinds]
    texts += [block.by for block in one.blocks if block.by and "comment" in kinds]
    return [f" {' '.join(terms(text))} " for text in texts]


def test_any_query_finds_what_a_reader_of_every_story_finds(library: Library) -> None:
    @settings(max_examples=150)
    @given(ASKED)
    def check(query: str) -> None:
        root = parse(query).root
        assert root is not None
        meant = {one.id[0] for one in PILE if reads(one, root)}
        assert set(found(library, query)) == meant

    check()
