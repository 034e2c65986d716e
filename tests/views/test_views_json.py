"""What other programs are handed: every field that is promised, plain values only."""

from __future__ import annotations

import datetime as dt
import json

from sides import story

from tui.model import (
    Actor,
    ActorKind,
    Alias,
    Basis,
    Match,
    MatchKind,
    Mention,
    Problem,
    Quotation,
    Role,
    When,
)
from tui.relate.compare import compare
from tui.views.json import actor_json, compare_json, match_json, mention_json, problem_json, story_json

DAY = dt.date(2024, 5, 3)
STORY = story("# Floods", "^ Cellars under water", "* One", "The river rose, Roe said.", "& Ann: Awful", day=DAY)
STORY_FIELDS = (
    "id path member part headline headline_derived date earliest latest date_basis date_confidence date_evidence place "
    "agency byline outlet url language words standfirst key_points paragraphs blocks comments quotations actors group "
    "event"
)


def test_a_story_has_every_field_and_its_body_is_its_paragraphs_alone() -> None:
    form = story_json(
        STORY,
        STORY.when,
        [Mention(3, 16, 19, "Roe", ActorKind.PERSON, "abc"), Mention(3, 16, 19, "Roe", ActorKind.PERSON, "abc")],
        [Quotation(3, 0, 14, "The river rose", "Jane Roe", "Roe", "said", "abc")],
        names={"abc": "Jane Roe"},
        group=None,
        event="zzz",
    )
    assert list(form) == STORY_FIELDS.split()
    assert form["date"] == form["earliest"] == form["latest"] == "2024-05-03"
    assert form["paragraphs"] == ["The river rose, Roe said."]
    assert form["standfirst"] == ["Cellars under water"]
    assert form["key_points"] == ["One"]
    assert form["comments"] == [{"by": "Ann", "text": "Awful"}]
    assert form["blocks"][0] == {"kind": "headline", "text": "Floods", "lines": [1, 1]}
    assert form["actors"] == [{"id": "abc", "name": "Jane Roe", "kind": "person", "mentions": 2}]
    assert form["quotations"][0]["speaker"] == "Jane Roe"
    assert (form["group"], form["event"]) == (None, "zzz")
    json.dumps(form)


def test_a_story_without_a_date_says_null() -> None:
    form = story_json(STORY, When())
    assert form["date"] is form["earliest"] is form["latest"] is None
    assert form["date_basis"] == "none"


def test_an_inferred_date_keeps_its_interval() -> None:
    placed = When(DAY, DAY + dt.timedelta(2), None, Basis.EVENT, 0.6, "why")
    form = story_json(STORY, placed)
    assert (form["date"], form["earliest"], form["latest"]) == (None, "2024-05-03", "2024-05-05")
    assert (form["date_basis"], form["date_confidence"], form["date_evidence"]) == ("event", 0.6, "why")


def test_a_match_gives_its_shares_and_its_evidence() -> None:
    form = match_json(Match("a", "b", MatchKind.COPY, 0.97123456, 0.88))
    assert list(form) == ["left", "right", "kind", "shared_left", "shared_right", "evidence"]
    assert (form["kind"], form["shared_left"]) == ("copy", 0.9712)


def test_the_words_of_compared_rows_are_the_texts_of_both_stories() -> None:
    left, right = story("# Old", "It cost $5, they said."), story("# New", "It cost $6, they say.", "More.")
    form = compare_json(compare(left, right, MatchKind.COPY))
    assert list(form) == ["verdict", "kind", "rows", "facts", "descent"]
    assert form["kind"] == "copy"
    assert {"kind": "figure", "left": "$5", "right": "$6", "same": False, "row": 1} in form["facts"]
    for row in form["rows"]:
        if row["words"]:
            assert "".join(word["left"] for word in row["words"]) == row["left"]
            assert "".join(word["right"] for word in row["words"]) == row["right"]
    assert form["rows"][2] == {"kind": "right", "left": None, "right": "More.", "words": []}
    json.dumps(form)


def test_a_comparison_says_all_of_its_verdict_in_words() -> None:
    left = story("# Old", "It's the same text.", agency="XNA")
    form = compare_json(compare(left, story("It’s the same text."), MatchKind.IDENTICAL))
    assert form["verdict"] == (
        "Same copy. All 4 words of the body agree; no fact differs. Left adds headline. "
        "Left credits XNA, right nobody. 1 difference is of typography alone."
    )


def test_actors_mentions_and_problems() -> None:
    actor = Actor("abc", "Jane Roe", ActorKind.PERSON, (Alias("Roe", 2),), (Role("Minister", "s", DAY),), ("s",), 2)
    assert actor_json(actor) == {
        "id": "abc",
        "name": "Jane Roe",
        "kind": "person",
        "aliases": ["Roe"],
        "roles": [{"role": "Minister", "story": "s", "date": "2024-05-03"}],
        "stories": ["s"],
        "mentions": 2,
    }
    mention = mention_json("s", Mention(3, 16, 19, "Roe", ActorKind.PERSON, "abc"))
    assert list(mention) == ["story", "actor", "kind", "surface", "block", "start", "end"]
    assert problem_json(Problem("/a", "no such file"))["reason"] == "no such file"
