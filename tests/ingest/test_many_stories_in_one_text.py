"""A plain file of many stories comes apart where its separators say so, and nowhere else."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from pages import BRIDGE, ORCHARD, page, stories, story, texts

from tui.model import Basis, BlockKind

FERRY = [
    "The ferry at Aldmoor will sail every half an hour from Monday, the harbour office said after a night of talks.",
    "Two crews that were sent home in autumn have been called back, and a third is being trained on the larger boat.",
    "Passengers had queued on the quay for hours since lorries were told to keep away from the road along the shore.",
    "Fares stay as they are until the end of summer; after that they are to rise by a tenth, said Ilse Brandt.",
]
HEADS = ["Cracks close the old bridge over the Tarn", "Frost destroys the cherry blossom", "More ferries for Aldmoor"]
BODIES = [BRIDGE, ORCHARD, FERRY]
DAYS = [dt.date(2025, 3, 4), dt.date(2025, 5, 3), dt.date(2025, 3, 17)]
BYLINES = ["By Jon Aske", "By Mia Kern", "By Ole Rast"]


def told(number: int) -> str:
    return page(HEADS[number], BYLINES[number], *BODIES[number])


def check(text: str, folder: Path) -> None:
    found = stories(text, folder)
    assert [item.headline for item in found] == HEADS
    assert [item.paragraphs for item in found] == [tuple(body) for body in BODIES]
    assert [item.part for item in found] == [1, 2, 3]


@pytest.mark.parametrize("rule", ["_" * 40, "-----", "=" * 72, "* * *", "***", "~~~~~~"])
def test_rules_part_the_stories_of_a_file(tmp_path: Path, rule: str) -> None:
    check(f"\n{rule}\n\n".join(map(told, range(3))), tmp_path)


@pytest.mark.parametrize("form", ["Document {n} of 3", "{n} of 3 DOCUMENTS", "Story {n}", "Dokument {n} von 3"])
def test_counters_part_the_stories_of_a_file(tmp_path: Path, form: str) -> None:
    check("\n".join(f"{form.format(n=n + 1)}\n\n{told(n)}" for n in range(3)), tmp_path)


def test_counters_may_close_their_stories(tmp_path: Path) -> None:
    check("\n".join(f"{told(n)}\nDocument {n + 1} of 3\n" for n in range(3)), tmp_path)


def test_front_matter_begins_each_story_of_a_file(tmp_path: Path) -> None:
    text = "\n\n".join(
        f"Title: {head}\nDate: {day}\nSource: Tarn Courier\nAuthor: Jon Aske\n\n{page(*body)}"
        for head, day, body in zip(HEADS, DAYS, BODIES, strict=True)
    )
    check(text, tmp_path)
    assert [item.when.day for item in stories(text, tmp_path)] == DAYS


def test_a_rule_between_scenes_parts_no_story(tmp_path: Path) -> None:
    text = f"{HEADS[0]}\n\n{page(*BRIDGE)}\n***\n\n{page(*ORCHARD)}"
    assert len(stories(text, tmp_path)) == 1


def test_rules_on_a_page_part_no_story(tmp_path: Path) -> None:
    bar = "Home\n\nSearch\n\nSubscribe\n\nLog in\n\nShare\n\nFacebook"
    text = (
        f"{bar}\n\n{'_' * 60}\n\n{told(0)}\n{'_' * 60}\n\nMost read\n\nFerry fares to rise\n\n{'_' * 60}\n\nImpressum"
    )
    assert story(text, tmp_path).paragraphs == tuple(BRIDGE)


def test_stories_glued_under_one_another_come_apart_however_many(tmp_path: Path) -> None:
    text = "\n\n".join(
        page(head, byline, f"Updated {day:%d %B %Y}", *body)
        for head, byline, day, body in zip(HEADS, BYLINES, DAYS, BODIES, strict=True)
    )
    check(text, tmp_path)


@pytest.mark.parametrize("fence", ["", "---\n"])
def test_front_matter_gives_the_fields(tmp_path: Path, fence: str) -> None:
    front = (
        f"{fence}Title: {HEADS[0]}\nDate: 2025-03-04\nSource: Tarn Courier\nAuthor: Jon Aske\n"
        f"URL: https://tarn-courier.example/bridge\nTags: bridges, Tarn\n{fence}"
    )
    found = story(f"{front}\n{page(*BRIDGE)}", tmp_path)
    assert (found.headline, found.headline_derived) == (HEADS[0], False)
    assert (found.when.day, found.when.basis) == (dt.date(2025, 3, 4), Basis.HEADER)
    assert (found.outlet, found.byline) == ("Tarn Courier", "Jon Aske")
    assert found.url == "https://tarn-courier.example/bridge"
    assert found.paragraphs == tuple(BRIDGE)


def test_front_matter_and_the_headline_once_more_below_it(tmp_path: Path) -> None:
    found = story(f'---\ntitle: "{HEADS[0]}"\ndate: 4 March 2025\n---\n\n# {HEADS[0]}\n\n{page(*BRIDGE)}', tmp_path)
    assert found.headline == HEADS[0]
    assert texts(found, BlockKind.HEADLINE) == [HEADS[0], HEADS[0]]
    assert found.when.day == dt.date(2025, 3, 4)
    assert found.paragraphs == tuple(BRIDGE)


def test_a_date_of_front_matter_that_can_be_read_two_ways_stays_an_interval(tmp_path: Path) -> None:
    found = story(f"Title: {HEADS[0]}\nDate: 03/04/2025\n\n{page(*BRIDGE)}", tmp_path)
    assert found.when.day is None
    assert found.when.among == (dt.date(2025, 3, 4), dt.date(2025, 4, 3))


def test_a_colon_in_the_first_line_is_no_front_matter(tmp_path: Path) -> None:
    found = story(page("Source: ministry knew of the cracks", *BRIDGE), tmp_path)
    assert found.paragraphs == tuple(BRIDGE)
    assert found.outlet == ""
