"""What a page shows below and within a story, and asks of its readers, is no part of it; what belongs to it stays."""

from __future__ import annotations

import datetime as dt
import textwrap
from pathlib import Path

import pytest
from pages import BRIDGE, page, story, texts

from tui.model import Basis, BlockKind

HEAD = "Cracks close the old bridge over the Tarn"
LONG = [
    *BRIDGE,
    "Lorries have been kept off the old bridge since autumn, and the engineers had asked for a look at the pillars.",
    "The council will meet on Thursday to speak about the northern road, which floods when the Tarn stands high.",
    "Shopkeepers want a ferry until the repairs are done; the mayor said that she would ask the ministry for one.",
    "Pavel Rudd has baked at the foot of the bridge for thirty years, and his father stood in the bakery before him.",
]
TEASERS = [
    ("Bakers win a prize in Lisse", "Three young bakers from Lisse have won the cake cup of the province again."),
    ("School opens without a roof", "Pupils in Harl sat in the gymnasium as their classrooms still lack a roof."),
    ("Goats stop train for hours", "A herd of goats kept the evening express from Osk waiting at the signal box."),
    ("New mayor plays the drums", "Friso Tamm was sworn in on Sunday and gave a concert on the market square."),
]
APPEALS = [
    "Dear reader, we are a small newsroom, and every gift helps us to go on with what we do here each day.",
    "Our journalism is free for all. If you can, support us with a contribution of whatever size you like.",
    "Unterstützen Sie unsere Arbeit mit einem Abonnement, das Sie jederzeit wieder kündigen können, wenn Sie wollen.",
    "Soutenez notre rédaction: abonnez-vous dès aujourd’hui et recevez notre newsletter avec vos articles préférés.",
]


def test_teasers_below_a_story_are_no_part_of_it(tmp_path: Path) -> None:
    below = [piece for head, lead in TEASERS for piece in (head, lead, "12 June 2025")]
    bar = ["Share", "Facebook", "Twitter", "Email", "Print", "From our pages", "Valley", "Sport", "Culture", "Motoring"]
    found = story(page(HEAD, "4 March 2025", *LONG, *bar, *below), tmp_path)
    assert found.paragraphs == tuple(LONG)
    assert {lead for _, lead in TEASERS} <= set(texts(found, BlockKind.FURNITURE))
    assert found.when.day == dt.date(2025, 3, 4)


def test_a_story_goes_on_below_a_list_of_links(tmp_path: Path) -> None:
    links = ["Read more", *(head for head, _ in TEASERS), "Valley", "Sport", "Culture"]
    found = story(page(HEAD, "4 March 2025", *LONG[:4], *links, *LONG[4:]), tmp_path)
    assert found.paragraphs == tuple(LONG)


@pytest.mark.parametrize("appeal", APPEALS)
def test_appeals_to_readers_are_no_part_of_a_story(tmp_path: Path, appeal: str) -> None:
    found = story(page(HEAD, *BRIDGE[:2], appeal, *BRIDGE[2:]), tmp_path)
    assert found.paragraphs == tuple(BRIDGE)
    assert appeal in texts(found, BlockKind.FURNITURE)


@pytest.mark.parametrize(
    "sentence",
    [
        "The union asked its members to support the strikers with a donation and a contribution to their rent fund.",
        "“We ask you to support us with a donation and to subscribe to our newsletter,” the bishop told the crowd.",
    ],
)
def test_news_of_gifts_and_newsletters_stays(tmp_path: Path, sentence: str) -> None:
    assert sentence in story(page(HEAD, *BRIDGE[:2], sentence, *BRIDGE[2:]), tmp_path).paragraphs


def test_a_long_first_paragraph_above_links_belongs_to_the_body(tmp_path: Path) -> None:
    first = f"{BRIDGE[0]} {BRIDGE[1]}"
    links = ["Related articles", "  • Bakers win a prize in Lisse", "  • School opens without a roof"]
    found = story(page(HEAD, "By Jon Aske", "4 March 2025", first, *links, *LONG[2:]), tmp_path)
    assert found.paragraphs == (first, *LONG[2:])


def test_a_day_that_can_be_read_two_ways_is_the_one_before_the_file_was_saved(tmp_path: Path) -> None:
    found = story(page(HEAD, "Published 07/05/2025", *BRIDGE), tmp_path)
    assert (found.when.day, found.when.basis) == (dt.date(2025, 5, 7), Basis.STAMP)
    assert "the file's own time" in found.when.evidence
    open_ = story(page(HEAD, "Published 03/05/2025", *BRIDGE), tmp_path)
    assert (open_.when.day, open_.when.among) == (None, (dt.date(2025, 3, 5), dt.date(2025, 5, 3)))


def test_a_kicker_that_runs_on_into_the_headline_is_part_of_it(tmp_path: Path) -> None:
    found = story(page("The valley", ": Cracks close the old bridge", "4 March 2025", *BRIDGE), tmp_path)
    assert found.headline == "The valley: Cracks close the old bridge"


@pytest.mark.parametrize("columns", [60, 72, 78, 100])
def test_a_page_wrapped_at_any_width_gives_the_same_paragraphs(tmp_path: Path, columns: int) -> None:
    rule = "_" * 300
    whole = page(HEAD, "By Jon Aske", "4 March 2025", rule, *LONG, "https://tarn-courier.example/" + "x" * 120)
    wrapped = "\n".join(
        piece for line in whole.split("\n") for piece in (textwrap.wrap(line, columns, break_long_words=False) or [""])
    )
    assert story(wrapped, tmp_path).paragraphs == story(whole, tmp_path).paragraphs == tuple(LONG)
