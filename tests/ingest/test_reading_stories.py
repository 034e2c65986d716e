"""A saved page becomes a story: its parts labelled, nothing of it lost, its fields filled."""

from __future__ import annotations

import datetime as dt
import textwrap
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pages import BRIDGE, ORCHARD, page, stories, story, texts

from tui.ingest.discover import discover
from tui.ingest.lines import lines
from tui.ingest.plain import stories as stories_of_lines
from tui.ingest.read import read
from tui.model import Basis, BlockKind, Document, Found, Story
from tui.text.clean import printable

HEAD = "Cracks close the old bridge over the Tarn"
SEEDS = Path(__file__).parents[2] / "seeds"


def test_headline_standfirst_byline_and_stamp_stand_apart_from_the_body(tmp_path: Path) -> None:
    found = story(
        page(
            "Local news",
            HEAD,
            "Traffic must go by the northern road for two years.",
            "By Jon Aske",
            "Published 4 March 2025, 14:30",
            *BRIDGE,
        ),
        tmp_path,
    )
    assert found.headline == HEAD
    assert not found.headline_derived
    assert found.paragraphs == tuple(BRIDGE)
    assert texts(found, BlockKind.STANDFIRST) == ["Traffic must go by the northern road for two years."]
    assert found.byline == "Jon Aske"
    assert (found.when.day, found.when.basis, found.when.time) == (dt.date(2025, 3, 4), Basis.STAMP, dt.time(14, 30))
    assert "Published 4 March 2025" in found.when.evidence


def test_a_story_without_a_headline_gets_one_of_its_first_words_and_it_is_marked(tmp_path: Path) -> None:
    found = story(page(*BRIDGE), tmp_path)
    assert found.headline_derived
    assert BRIDGE[0].startswith(found.headline.removesuffix("…"))
    assert found.headline.endswith("…")
    assert found.paragraphs == tuple(BRIDGE)


def test_a_section_that_ran_into_the_headline_is_left_out_where_the_headline_stands_alone_too(tmp_path: Path) -> None:
    found = story(page("Valley" + HEAD, HEAD, "Updated 4 March 2025", *BRIDGE), tmp_path)
    assert found.headline == HEAD
    kicker = story(page("Traffic: " + HEAD, "Updated 4 March 2025", *BRIDGE), tmp_path)
    assert kicker.headline == "Traffic: " + HEAD


def test_a_headline_that_stands_twice_is_in_the_body_neither_time(tmp_path: Path) -> None:
    found = story(page(HEAD, "Updated 4 March 2025", "Follow", HEAD, *BRIDGE), tmp_path)
    assert texts(found, BlockKind.HEADLINE) == [HEAD, HEAD]
    assert found.paragraphs == tuple(BRIDGE)


@pytest.mark.parametrize(
    "said",
    [
        "Links that are marked with a star are affiliate links, for which we are paid when something is bought.",
        "By clicking on the button you agree to our rules for all of those who read and write here.",
        "We use cookies and other tracking, with your consent, so that we can show you more of what you like.",
        "We are sorry, but this video has failed to load.",
        "This advertisement has not loaded yet, but your article goes on below.",
        "Plus hundreds of premium articles that you can read with your account, free of charge, in every week.",
        "If you cannot see the map on your phone, please enable JavaScript in the settings and come back to us.",
    ],
)
def test_sentences_in_which_the_page_speaks_to_its_users_are_no_part_of_the_story(tmp_path: Path, said: str) -> None:
    found = story(page(HEAD, *BRIDGE[:2], said, *BRIDGE[2:]), tmp_path)
    assert found.paragraphs == tuple(BRIDGE)
    assert said in texts(found, BlockKind.FURNITURE)


def test_a_photographer_and_his_agency_in_brackets_make_a_caption(tmp_path: Path) -> None:
    caption = "Pavel Rudd says that his bakery will not live through a summer without the bridge. (Ida Holt/VBS)"
    found = story(page(HEAD, *BRIDGE[:2], caption, *BRIDGE[2:]), tmp_path)
    assert found.paragraphs == tuple(BRIDGE)
    assert texts(found, BlockKind.CAPTION) == [caption]


def test_a_short_last_sentence_belongs_to_the_story(tmp_path: Path) -> None:
    found = story(page(HEAD, "Share", *BRIDGE, "He named no day.", "Tags: bridges, Tarn", "Share"), tmp_path)
    assert found.paragraphs == (*BRIDGE, "He named no day.")


def test_share_bars_reading_times_and_advertisements_are_furniture(tmp_path: Path) -> None:
    bar = "Facebook\nTwitter\nCopy link\n3 min read\nTeilen\nPartager"
    found = story(page(HEAD, bar, *BRIDGE[:2], "Advertisement", *BRIDGE[2:], "Share this article:"), tmp_path)
    assert found.paragraphs == tuple(BRIDGE)
    assert {"Facebook", "3 min read", "Teilen", "Advertisement", "Share this article:"} <= set(
        texts(found, BlockKind.FURNITURE)
    )


def test_a_sentence_that_holds_furniture_words_stays_in_the_body(tmp_path: Path) -> None:
    sentence = (
        "Shopkeepers who share the northern road follow the advertisement dispute with little comment, they said."
    )
    assert sentence in story(page(HEAD, *BRIDGE, sentence), tmp_path).paragraphs


def test_key_points_captions_subheads_and_pull_quotes_are_told_apart(tmp_path: Path) -> None:
    caption = "Cracks in a pillar of the old bridge, seen from the southern bank on 2 May 2021. (AFP/File)"
    points = "  • Two pillars of the bridge show cracks\n  • Repairs may take two years"
    quote = "“We have waited long enough for this to be looked at” – Pavel Rudd"
    found = story(
        page(HEAD, caption, points, BRIDGE[0], BRIDGE[1], "A road too narrow", BRIDGE[2], quote, BRIDGE[3]), tmp_path
    )
    assert texts(found, BlockKind.CAPTION) == [caption]
    assert texts(found, BlockKind.KEY_POINT) == ["Two pillars of the bridge show cracks", "Repairs may take two years"]
    assert texts(found, BlockKind.SUBHEAD) == ["A road too narrow"]
    assert texts(found, BlockKind.PULL_QUOTE) == [quote]
    assert found.paragraphs == tuple(BRIDGE)


def test_a_list_that_a_colon_announces_belongs_to_the_body(tmp_path: Path) -> None:
    items = ["The northern road", "The ferry at Aldmoor", "The railway bridge"]
    found = story(
        page(HEAD, *BRIDGE, "Drivers have three ways to choose from:", *items, BRIDGE[0].replace("two", "three")),
        tmp_path,
    )
    assert [text for text in found.paragraphs if text in items] == items


def test_an_address_above_the_body_names_the_outlet_and_one_below_does_not(tmp_path: Path) -> None:
    found = story(page("https://www.tarn-courier.example/2025/03/04/bridge", HEAD, *BRIDGE), tmp_path)
    assert (found.url, found.outlet) == ("https://www.tarn-courier.example/2025/03/04/bridge", "tarn-courier.example")
    assert (found.when.day, found.when.basis) == (dt.date(2025, 3, 4), Basis.URL)
    assert story(page(HEAD, *BRIDGE, "https://elsewhere.example/2024/01/02/ferry"), tmp_path).url == ""


def test_an_agency_signs_off(tmp_path: Path) -> None:
    found = story(page(HEAD, *BRIDGE, "- Reuters"), tmp_path)
    assert found.agency == "Reuters"
    assert texts(found, BlockKind.SIGN_OFF) == ["Reuters"]
    assert found.paragraphs == tuple(BRIDGE)


def test_what_the_page_says_to_its_users_is_no_part_of_the_story(tmp_path: Path) -> None:
    consent = "By entering your email you are agreeing to our Terms of Use and Privacy Policy, now and later."
    bio = "Jon Aske is a senior reporter for the county desk. Follow him on Twitter at any hour of the day."
    assert story(page(HEAD, BRIDGE[0], consent, *BRIDGE[1:], bio), tmp_path).paragraphs == tuple(BRIDGE)


def test_lists_of_other_stories_are_no_part_of_the_story(tmp_path: Path) -> None:
    others = [
        "Most read",
        "Ferry fares to rise in May",
        "Bakery wins prize for the third time",
        "Mayor opens a new school",
    ]
    assert story(page(HEAD, *BRIDGE, *others), tmp_path).paragraphs == tuple(BRIDGE)


@pytest.mark.parametrize("columns", [0, 72])
def test_two_stories_in_one_document_are_two(tmp_path: Path, columns: int) -> None:
    second = "Frost destroys the valley’s cherry blossom"
    text = page(HEAD, "Updated 4 March 2025", *BRIDGE) + "\n\n" + page(second, "Updated 3 May 2025", "Follow", *ORCHARD)
    if columns:
        text = "\n".join(wrap(text, columns))
    bridge, orchard = stories(text, tmp_path)
    assert (bridge.headline, bridge.part, bridge.paragraphs) == (HEAD, 1, tuple(BRIDGE))
    assert (orchard.headline, orchard.part, orchard.paragraphs) == (second, 2, tuple(ORCHARD))
    assert (bridge.when.day, orchard.when.day) == (dt.date(2025, 3, 4), dt.date(2025, 5, 3))
    assert bridge.id != orchard.id


def wrap(text: str, columns: int) -> list[str]:
    return [piece for line in text.split("\n") for piece in (textwrap.wrap(line, columns) or [""])]


def test_a_story_is_not_split_at_its_subheads(tmp_path: Path) -> None:
    pieces = [
        piece
        for i, text in enumerate(BRIDGE * 3)
        for piece in (f"What the council said on day {i}", f"{text[:-1]}, again ({i}).")
    ]
    assert len(stories(page(HEAD, *BRIDGE, *pieces), tmp_path)) == 1


def test_the_id_of_a_story_rests_on_its_own_lines_alone(tmp_path: Path) -> None:
    text = page(HEAD, *BRIDGE)
    alone = story(text, tmp_path).id
    (renamed,) = stories(text, tmp_path, "another name.txt")
    windows = stories(text.replace("\n", "\r\n"), tmp_path, "windows.txt")[0]
    appended = stories(
        text + "\n\n" + page("Frost destroys the valley’s blossom", "Updated 3 May 2025", "Follow", *ORCHARD), tmp_path
    )[0]
    assert {alone, renamed.id, windows.id, appended.id} == {alone}
    assert len(alone) == 10
    assert stories(text.replace("Tarn", "Tees"), tmp_path)[0].id != alone


def check_nothing_is_lost(found: tuple[Story, ...], written: list[str]) -> None:
    held = [number for item in found for block in item.blocks for number in range(block.first, block.last + 1)]
    assert {number for number, line in enumerate(written, 1) if line.strip()} <= set(held)
    assert all(block.first <= block.last for item in found for block in item.blocks)
    starts = [item.blocks[0].first for item in found]
    assert starts == sorted(starts)


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name)
def test_every_line_of_a_document_is_in_a_block_and_its_words_too(path: Path) -> None:
    (found,) = [item for item in discover([str(path)]) if isinstance(item, Found)]
    (reading,) = read(found)
    assert reading.document is not None
    written = lines(reading.document)
    check_nothing_is_lost(reading.stories, written)
    words = {word for item in reading.stories for block in item.blocks for word in f"{block.by} {block.text}".split()}
    initials = {line.strip() for line in written if len(line.strip()) == 1}
    assert {word for line in written for word in line.split()} - words <= initials | {"•", "-"}


LINE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            *BRIDGE, *ORCHARD, HEAD, "", "", "Comments", "Reply", "P", "Paul B says:", "By Jon Aske", "4 March 2025",
            "  • a point of some words", "# A heading", "LONDON, March 4 (Reuters) - ", "Related", "Most read",
            "Photo: AFP", " date 2025-01-01 x", "Share",
            "\x1b[31mred\x1b[0m", "[b]x[/b]", "\u202egnp.exe", "\x00", "١٢٣", "大臣は会議に出席しないと述べた。",
        ]
    ),
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(LINE, min_size=1, max_size=40))
def test_hostile_text_never_raises_and_nothing_of_it_is_lost(pieces: list[str]) -> None:
    written = "\n".join(pieces).split("\n")
    document = Document("/x.txt", "", 1, 1_750_000_000_000_000_000, "", "text/plain", "utf-8")
    legible = {number for number, line in enumerate(written, 1) if any(sign.isalnum() for sign in printable(line))}
    if not legible:
        return
    found = stories_of_lines(document, written)
    held = {number for item in found for block in item.blocks for number in range(block.first, block.last + 1)}
    assert legible <= held
    assert not any("\x1b" in block.text or "\u202e" in block.text for item in found for block in item.blocks)
    assert all(item.headline or not any(block.text for block in item.blocks) for item in found)
