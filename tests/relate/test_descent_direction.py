"""Direction: which copy came first, which agency it came from, who cut whom, and that nothing is guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from sides import story

from tui.model import Lineage, Story
from tui.relate.descent.direction import lineage

BODY = tuple(
    f"The {what} of the {town} was {done} on {day} by {number} people who came from the valley of {valley}."
    for what, town, done, day, number, valley in (
        ("bridge", "village", "closed", "Monday", 12, "Anda"),
        ("school", "harbour", "opened", "Tuesday", 30, "Bren"),
        ("tower", "quarter", "painted", "Friday", 51, "Corm"),
        ("market", "island", "guarded", "Sunday", 77, "Duna"),
        ("garden", "parish", "flooded", "Thursday", 93, "Esk"),
    )
)


def copy(*lines: str, name: str, day: int | None = 4, at: str = "", zone: str = "", **fields: str) -> Story:
    made = story(*lines, name=name, day=date(2031, 3, day) if day else None, **fields)
    if at:
        made = replace(made, when=replace(made.when, time=time.fromisoformat(at), zone=zone))
    return made


def sources(found: Lineage) -> dict[str, str | None]:
    return {one.story: one.source for one in found.copies}


def test_the_earliest_is_first_and_the_others_were_cut_from_it() -> None:
    found = lineage([copy(*BODY, name="a"), copy(*BODY[:3], name="b", day=6)])
    assert found.first == "a"
    assert "by their dates, 2 days apart" in found.evidence[0]
    assert sources(found) == {"a": None, "b": "a"}
    changed = found.copies[1].changes
    assert changed is not None
    assert (changed.kept, changed.cut, changed.added) == (3, 2, 0)


def test_a_copy_of_a_copy_is_known_by_what_it_took_over() -> None:
    whole = copy(*BODY, name="a")
    cut = copy(*BODY[:2], "The mayor called it the saddest day in the history of the town.", name="b", day=6)
    again = copy(*BODY[:1], "The mayor called it the saddest day in the history of the town.", name="c", day=9)
    found = lineage([whole, cut, again])
    assert sources(found) == {"a": None, "b": "a", "c": "b"}


def test_the_same_day_without_times_tells_no_order() -> None:
    found = lineage([copy(*BODY, name="a"), copy(*BODY[:3], name="b")])
    assert found.first is None
    assert found.evidence == ("same day, order unknown",)
    assert sources(found) == {"a": None, "b": None}
    assert all(one.confidence == 0 for one in found.copies)


def test_times_of_one_day_tell_the_order_across_zones() -> None:
    late = copy(*BODY, name="a", at="10:00", zone="+01:00")
    early = copy(*BODY[:4], name="b", at="09:30", zone="+05:00")
    assert lineage([late, early]).first == "b"
    assert lineage([replace(late, when=replace(late.when, zone="PKT")), early]).first is None


def test_a_story_without_a_date_leaves_the_first_open() -> None:
    found = lineage([copy(*BODY, name="a"), copy(*BODY[:3], name="b", day=None)])
    assert found.first is None
    assert "1 of 2 has no date" in found.evidence[0]


def test_the_agency_that_all_credit_is_named_with_where_it_is_credited() -> None:
    wire = copy(*BODY, "-- (Reuters)", name="a", agency="Reuters")
    paper = copy(": TORSBY (Reuters) -", *BODY, name="b", day=5, agency="Reuters")
    found = lineage([wire, paper])
    assert found.agency == "Reuters"
    assert "2 of 2" in found.agency_evidence[0]
    assert "sign-off" in found.agency_evidence[0]
    assert "dateline" in found.agency_evidence[0]


def test_two_agencies_credited_alike_are_not_chosen_between() -> None:
    found = lineage([copy(*BODY, name="a", agency="AP"), copy(*BODY, name="b", day=5, agency="AFP")])
    assert found.agency == ""
    assert found.agency_confidence == 0


def test_the_agency_s_own_page_is_the_source_of_those_that_credit_it() -> None:
    own = copy(*BODY, name="own", agency="AP", outlet="The Associated Press")
    paper = copy(*BODY[:3], name="paper", agency="AP", outlet="The Post")
    found = lineage([paper, own])
    assert found.first == "own"
    assert sources(found)["paper"] == "own"


def test_of_two_equally_near_sources_none_is_named() -> None:
    found = lineage([copy(*BODY, name="a"), copy(*BODY, name="b", day=6), copy(*BODY[:3], name="c", day=9)])
    assert sources(found)["c"] is None
    assert "equally near" in found.copies[2].evidence[0]
