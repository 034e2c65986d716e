"""Versions of one story: what links them, what changed with each, and that nothing else is taken for one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from sides import story

from tui.model import Changes, SameStory, Story
from tui.relate.descent.address import plain_address
from tui.relate.descent.changes import changes
from tui.relate.descent.notes import is_note
from tui.relate.descent.versions import versions

BODY = (
    "The harbour of Grenvik was closed on Tuesday after a tanker ran aground, the coast guard said.",
    "At least 12 people were taken to hospital and 40 others were treated on the quay, officials said.",
    "The tanker had left the port of Torsby on Monday with 900 tonnes of heating oil on board.",
    "Booms were laid out across the mouth of the fjord by the evening, the ministry told reporters.",
)
NOTE = "Correction: an earlier version of this story gave the wrong number of people in hospital."
ADDRESS = "https://www.news.example/world/tanker"


def version(*lines: str, name: str, day: int = 4, at: time | None = None, url: str = "", outlet: str = "") -> Story:
    made = story(*lines, name=name, day=date(2031, 3, day), url=url, outlet=outlet)
    return replace(made, when=replace(made.when, time=at)) if at else made


def test_one_address_over_time_is_a_chain_that_says_what_changed() -> None:
    old = version("# Tanker runs aground", *BODY, name="old", url=ADDRESS)
    new = version(
        "# Tanker runs aground, 15 hurt",
        BODY[0],
        BODY[1].replace("12", "15"),
        *BODY[2:],
        "The owner said that it would pay for all of the damage.",
        NOTE,
        name="new",
        day=5,
        url=f"{ADDRESS}/?utm_source=mail",
    )
    (chain,) = versions([new, old])
    assert chain.basis is SameStory.ADDRESS
    assert [one.story for one in chain.versions] == ["old", "new"]
    changed = chain.versions[1].changes
    assert changed is not None
    assert changed.headline == ("Tanker runs aground", "Tanker runs aground, 15 hurt")
    assert changed.notes == (NOTE,)
    assert (changed.kept, changed.edited, changed.added, changed.cut) == (3, 1, 1, 0)
    assert [(fact.left, fact.right) for fact in changed.facts] == [("At least 12 people", "At least 15 people")]
    assert chain.versions[1].after == "by their dates, 1 day apart"


def test_a_silent_edit_on_the_same_day_is_put_behind_by_its_note() -> None:
    silent = version("# Tanker runs aground today", *BODY, name="first", url=ADDRESS)
    corrected = version("# Tanker runs aground today", *BODY, NOTE, name="second", url=ADDRESS)
    (chain,) = versions([corrected, silent])
    assert [one.story for one in chain.versions] == ["first", "second"]
    assert "note" in chain.versions[1].after


def test_where_nothing_tells_the_order_it_is_not_made_up() -> None:
    one = version("# Tanker runs aground today", *BODY, name="one", url=ADDRESS)
    two = version("# Tanker runs aground today", *BODY[:3], name="two", url=ADDRESS)
    (chain,) = versions([one, two])
    assert chain.versions[1].after == ""


def test_outlet_and_headline_make_versions_only_of_one_text() -> None:
    monday = version("# Your morning briefing in brief", *BODY, name="a", outlet="The Post")
    later = version("# Your morning briefing in brief", *BODY[:3], name="b", day=5, outlet="The Post")
    other = version("# Your morning briefing in brief", "Something else was told.", name="c", day=6, outlet="The Post")
    elsewhere = version("# Your morning briefing in brief", *BODY, name="d", outlet="The Times")
    (chain,) = versions([monday, later, other, elsewhere])
    assert [one.story for one in chain.versions] == ["a", "b"]
    assert chain.basis is SameStory.HEADLINE


def test_a_headline_that_the_program_made_up_links_nothing() -> None:
    one = replace(version(*BODY, name="a", outlet="The Post"), headline_derived=True)
    two = replace(version(*BODY, name="b", outlet="The Post"), headline_derived=True)
    assert not versions([one, two])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.x.example/a/b/", "http://x.example/a/b#top"),
        ("https://m.x.example/a?utm_medium=mail&id=7", "https://x.example/a?id=7"),
        ("https://x.example/a/amp", "https://x.example/a"),
    ],
)
def test_an_address_is_the_same_however_one_came_to_it(one: str, other: str) -> None:
    assert plain_address(one) == plain_address(other) != ""


@pytest.mark.parametrize("url", ["", "https://x.example/", "https://x.example", "mailto:", "http://[broken/a"])
def test_a_first_page_and_no_address_link_nothing(url: str) -> None:
    assert plain_address(url) == ""


def test_two_stories_of_one_address_that_share_no_text_are_no_versions() -> None:
    other = version("# Weather", "Rain is expected in the north until the end of the week.", name="b", url=ADDRESS)
    assert not versions([version("# Tanker", *BODY, name="a", url=ADDRESS), other])


@pytest.mark.parametrize(
    "text",
    [
        NOTE,
        "CORRECTION — The minister’s name was misspelt.",
        "Editor’s note: this story has been updated throughout.",
        "This article was amended on 4 March to give the right figure.",
        "Korrektur: Der Name des Ministers war falsch geschrieben.",
        "In einer früheren Version hieß es, der Hafen sei offen.",
        "Una versión anterior de este artículo decía otra cosa.",
        "(This version of the story corrects the spelling of a name in the second paragraph)",
        "(Adds comment by the harbour master)",
        "Update at 4:30 p.m. ET. The harbour is open:",
        "UPDATED to add comment from the harbour master.",
        "Due to an editing error, an earlier version of this article misspelled the name.",
        "The original version of this story misidentified the minister.",
        "We have corrected this story.",
        "Note: this post has been updated with the count.",
        "Dieser Artikel wurde nachträglich korrigiert.",
    ],
)
def test_a_story_that_says_that_it_was_changed_is_heard(text: str) -> None:
    assert is_note(text)


@pytest.mark.parametrize(
    "text",
    [
        "Corrections officers at the prison said that nobody had escaped.",
        "Updates to the law will be debated in spring.",
        "The story of the harbour is a long one.",
        "Earlier versions of the treaty were rejected.",
        "An earlier version of the treaty passed the council in May.",
        "The story was changed by its director before it was filmed.",
        "Updated figures show that trade through the harbour fell.",
        "Adds up: why the harbour costs more than it seems.",
        "Editor’s note: Jonas Holm is a columnist of this paper.",
    ],
)
def test_other_sentences_are_no_notes(text: str) -> None:
    assert not is_note(text)


def test_a_story_against_itself_has_not_changed() -> None:
    same = version("# Tanker", *BODY, name="a")
    assert changes(same, same) == Changes(kept=len(BODY))
