"""Saved web pages: what is the story, what the page says of it, and what else stands on the page."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from email.message import EmailMessage
from html import escape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pages import BRIDGE, ORCHARD, page, problems, stories, texts

from tui.ingest.discover import discover
from tui.ingest.errors import ReadError
from tui.ingest.formats import Source
from tui.ingest.lines import lines
from tui.ingest.looks import like_page, like_page_archive
from tui.ingest.web.body import Inside
from tui.ingest.web.html import lines as page_lines
from tui.ingest.web.html import read as read_page
from tui.model import Basis, BlockKind, Found, Story

HEADLINE = "Old bridge over the Tarn closes for repairs"
STANDFIRST = "Cracks were found in two pillars, and nobody can say when cars may cross again"
DATA = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "The Tarn Courier"},
        {
            "@type": "NewsArticle",
            "headline": HEADLINE,
            "description": STANDFIRST,
            "datePublished": "2024-10-25T09:05:00+02:00",
            "dateModified": "2024-11-02T10:00:00+02:00",
            "author": [{"@type": "Person", "name": "Ida Frome"}, {"@type": "Person", "name": "Jon Slate"}],
            "publisher": {"@type": "Organization", "name": "The Tarn Courier"},
        },
    ],
}
MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
FOOT = "<footer><p>All rights reserved by the Courier company</p></footer>"


def html(body: str, head: str = "", lang: str = "en") -> str:
    """A page with this head and body."""
    return f"<!DOCTYPE html><html lang='{lang}'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def data(value: object) -> str:
    """A script element that holds data."""
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


def paragraphs(texts: list[str]) -> str:
    """Paragraphs in markup."""
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


ARTICLE = (
    f"<article><h1>{HEADLINE}</h1><p class='intro'>{STANDFIRST}</p><p>By Ida Frome</p>"
    "<figure><img src='x.jpg'><figcaption>The bridge in the morning mist</figcaption></figure>"
    f"{paragraphs(BRIDGE[:2])}<h2>Years of waiting</h2>{paragraphs(BRIDGE[2:])}</article>"
)
WHOLE = html(f"{MENU}<main>{ARTICLE}</main>{FOOT}", f"<title>{HEADLINE} | The Tarn Courier</title>{data(DATA)}")


def story(markup: str, folder: Path, name: str = "page.html") -> Story:
    """The only story of a page."""
    (only,) = stories(markup, folder, name)
    return only


def test_the_body_is_the_story_and_nothing_else(tmp_path: Path) -> None:
    assert list(story(WHOLE, tmp_path).paragraphs) == BRIDGE


def test_what_the_page_says_of_itself_is_taken_over(tmp_path: Path) -> None:
    told = story(
        html(ARTICLE, data(DATA) + "<link rel='canonical' href='https://courier.example/tarn/bridge'>"), tmp_path
    )
    assert (told.headline, told.headline_derived) == (HEADLINE, False)
    assert (told.outlet, told.byline, told.language) == ("The Tarn Courier", "Ida Frome, Jon Slate", "en")
    assert told.url == "https://courier.example/tarn/bridge"
    assert told.when.day == dt.date(2024, 10, 25)
    assert (told.when.basis, told.when.time, told.when.zone) == (Basis.METADATA, dt.time(9, 5), "+02:00")
    assert "datePublished" in told.when.evidence
    assert "2024-10-25T09:05:00+02:00" in told.when.evidence


def test_headline_standfirst_subhead_and_caption_are_told_apart(tmp_path: Path) -> None:
    told = story(WHOLE, tmp_path)
    assert texts(told, BlockKind.HEADLINE) == [HEADLINE]
    assert texts(told, BlockKind.STANDFIRST) == [STANDFIRST]
    assert texts(told, BlockKind.SUBHEAD) == ["Years of waiting"]
    assert texts(told, BlockKind.CAPTION) == ["The bridge in the morning mist"]


def test_everything_that_shows_is_kept_and_scripts_are_not(tmp_path: Path) -> None:
    hidden = "<script>var secret = 1</script><style>p {color: red}</style><!-- a remark -->"
    told = story(html(f"{MENU}{hidden}{ARTICLE}{FOOT}"), tmp_path)
    kept = "\n".join(block.text for block in told.blocks)
    for text in ("Home", "Sport", "All rights reserved", HEADLINE, STANDFIRST, *BRIDGE):
        assert text in kept
    assert "Home" in texts(told, BlockKind.FURNITURE)
    assert not any(word in kept for word in ("secret", "color", "remark"))


def test_lines_are_those_of_the_page_as_text(tmp_path: Path) -> None:
    told = story(WHOLE, tmp_path)
    shown = lines(told.document)
    for block in told.blocks:
        assert block.text in " ".join(shown[block.first - 1 : block.last])
    assert f"# {HEADLINE}" in shown
    assert "• Home" in shown


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("<meta property='article:published_time' content='2023-02-03T23:30:00Z'>", dt.date(2023, 2, 3)),
        ("<meta name='dc.date.issued' content='2023-02-03'>", dt.date(2023, 2, 3)),
        ("<meta name='pubdate' content='3 February 2023 11:30'>", dt.date(2023, 2, 3)),
        ("<meta itemprop='datePublished' content='2023-02-03 08:00:00'>", dt.date(2023, 2, 3)),
    ],
)
def test_dates_in_meta_elements_date_a_page(tmp_path: Path, head: str, day: dt.date) -> None:
    when = story(html(ARTICLE, head), tmp_path).when
    assert (when.day, when.basis) == (day, Basis.METADATA)


def test_a_date_that_is_none_is_passed_over(tmp_path: Path) -> None:
    broken = {"@type": "NewsArticle", "headline": HEADLINE, "datePublished": "0000-00-00T99:00"}
    head = data(broken) + "<meta property='article:published_time' content='2023-02-03'>"
    assert story(html(ARTICLE, head), tmp_path).when.day == dt.date(2023, 2, 3)


def test_a_date_after_the_file_was_saved_is_doubted(tmp_path: Path) -> None:
    later = {"@type": "NewsArticle", "headline": HEADLINE, "datePublished": "2031-05-05"}
    when = story(html(ARTICLE, data(later)), tmp_path).when
    assert when.day == dt.date(2031, 5, 5)
    assert when.confidence < 0.5
    assert "doubtful" in when.evidence


@pytest.mark.parametrize(
    "title",
    [
        f"{HEADLINE} | The Tarn Courier",
        f"{HEADLINE} – The Tarn Courier",
        f"The Tarn Courier: news :: {HEADLINE} - Local",
        HEADLINE,
    ],
)
def test_the_headline_is_not_the_name_of_the_site(tmp_path: Path, title: str) -> None:
    body = ARTICLE.replace("<article>", "<h1>The Tarn Courier</h1><article>")
    assert story(html(body, f"<title>{title}</title>"), tmp_path).headline == HEADLINE


def test_a_title_alone_loses_the_name_of_its_site(tmp_path: Path) -> None:
    head = f"<title>{HEADLINE} - Tarn Courier</title><meta property='og:site_name' content='Tarn Courier'>"
    assert story(html(paragraphs(BRIDGE), head), tmp_path).headline == HEADLINE


def test_a_page_without_a_headline_gets_its_first_words(tmp_path: Path) -> None:
    told = story(html(paragraphs(BRIDGE)), tmp_path)
    assert told.headline_derived
    assert told.headline.startswith("Engineers have closed the old bridge")


def test_a_dateline_and_an_agency_are_read_as_in_plain_text(tmp_path: Path) -> None:
    told = story(html(f"<h1>{HEADLINE}</h1><p>LYON (Reuters) — {BRIDGE[0]}</p>{paragraphs(BRIDGE[1:])}"), tmp_path)
    assert (told.place, told.agency) == ("Lyon", "Reuters")
    assert list(told.paragraphs) == BRIDGE


def test_comments_are_kept_apart_with_their_authors(tmp_path: Path) -> None:
    said = [("Orla Finch", "They should have painted it years ago."), ("bob_77", "My grandfather built that bridge.")]
    thread = "".join(
        f"<li class='comment'><b class='fn'>{who}</b> <span class='says'>says:</span>"
        f"<div class='comment-meta'>May 3, 2024 at 9:14 am</div><p>{text}</p><a href='#'>Reply</a></li>"
        for who, text in said
    )
    told = story(html(f"{ARTICLE}<div id='comments'><h3>2 Comments</h3><ol>{thread}</ol></div>{FOOT}"), tmp_path)
    assert [(block.by, block.text) for block in told.of(BlockKind.COMMENT)] == said
    assert list(told.paragraphs) == BRIDGE


def test_comments_without_markup_are_known_by_their_lines(tmp_path: Path) -> None:
    thread = "<div><p>2 Comments</p><p>Orla Finch</p><p>May 3, 2024 at 9:14 am</p><p>They should have painted it.</p>"
    more = "<p>Reply</p><p>Bob Tarn</p><p>May 3, 2024 at 9:20 am</p><p>My grandfather built that bridge.</p></div>"
    article = f"<article><h1>{HEADLINE}</h1>{paragraphs(BRIDGE)}{paragraphs(ORCHARD)}</article>"
    told = story(html(f"{article}{thread}{more}{FOOT}"), tmp_path)
    said = [("Orla Finch", "They should have painted it."), ("Bob Tarn", "My grandfather built that bridge.")]
    assert [(block.by, block.text) for block in told.of(BlockKind.COMMENT)] == said
    assert list(told.paragraphs) == [*BRIDGE, *ORCHARD]


def test_a_story_in_a_place_that_its_page_calls_comments_is_read(tmp_path: Path) -> None:
    told = story(html(f"<div class='article comments'><h1>{HEADLINE}</h1>{paragraphs(BRIDGE)}</div>"), tmp_path)
    assert list(told.paragraphs) == BRIDGE
    assert not told.of(BlockKind.COMMENT)


def test_links_bios_embeds_and_repeats_are_no_body(tmp_path: Path) -> None:
    extra = (
        "<p><a href='/x'>CITY PLANS NEW TUNNEL UNDER THE WESTERN HILL</a></p>"
        "<blockquote class='twitter-tweet'><p>So the bridge is shut again, and nobody told the bakers.</p></blockquote>"
        f"{paragraphs(BRIDGE[2:])}<div class='author-bio'><p>Ida Frome writes about roads and rivers, and has done so"
        " for twenty years.</p></div>"
    )
    told = story(html(f"<article><h1>{HEADLINE}</h1>{paragraphs(BRIDGE[:2])}{extra}</article>"), tmp_path)
    assert list(told.paragraphs) == BRIDGE


def test_a_story_that_only_the_data_of_a_page_hold_is_shown(tmp_path: Path) -> None:
    held = {"@type": "NewsArticle", "headline": HEADLINE, "articleBody": "\n\n".join(BRIDGE)}
    told = story(html("<div id='app'>Loading</div>", data(held)), tmp_path)
    assert list(told.paragraphs) == BRIDGE
    assert lines(told.document)[0] == "Loading"


def test_line_breaks_part_paragraphs(tmp_path: Path) -> None:
    told = story(html(f"<h1>{HEADLINE}</h1><div>{'<br><br>'.join(map(escape, BRIDGE))}</div>"), tmp_path)
    assert list(told.paragraphs) == BRIDGE


@pytest.mark.parametrize("charset", ["windows-1251", "iso-8859-2", "shift_jis"])
def test_the_encoding_that_a_page_names_is_believed(tmp_path: Path, charset: str) -> None:
    word = {"windows-1251": "Мост", "iso-8859-2": "Kładka", "shift_jis": "古い橋"}[charset]
    markup = (
        f"<html><head><meta charset='{charset}'></head><body><h1>{word}</h1>{paragraphs(ORCHARD[:3])}</body></html>"
    )
    path = tmp_path / "page.html"
    path.write_bytes(markup.replace("’", "'").encode(charset))
    (found,) = discover([str(path)])
    assert isinstance(found, Found)
    (reading,) = read_page(Source(found, "", path.read_bytes()))
    assert any(block.text == word for block in reading.stories[0].blocks)


def test_a_web_archive_of_a_page_is_read(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://courier.example/bridge"
    message.set_content("not the page")
    message.make_related()
    message.add_related(WHOLE.encode(), "text", "html", headers=["Content-Location: https://courier.example/bridge"])
    message.add_related(b"\x89PNG", "image", "png")
    path = tmp_path / "saved.mhtml"
    path.write_bytes(message.as_bytes())
    (told,) = stories_of(path)
    assert list(told.paragraphs) == BRIDGE
    assert told.url == "https://courier.example/bridge"
    assert f"# {HEADLINE}" in lines(told.document)


def stories_of(path: Path) -> list[Story]:
    """The stories of the pages under a path."""
    found = [one for one in discover([str(path)]) if isinstance(one, Found)]
    return [
        told
        for one in found
        for reading in read_page(Source(one, "", Path(one.path).read_bytes()))
        for told in reading.stories
    ]


@pytest.mark.parametrize("name", ["page", "page.txt", "page.md"])
def test_a_page_under_the_name_of_a_plain_text_is_known_by_its_look(tmp_path: Path, name: str) -> None:
    told = story(WHOLE, tmp_path, name)
    assert list(told.paragraphs) == BRIDGE
    assert f"# {HEADLINE}" in lines(told.document)


@pytest.mark.parametrize("text", [page(*BRIDGE), "<3 this bridge\n\n" + page(*BRIDGE), "Title: x\nDate: y\n\nwords"])
def test_plain_texts_are_not_taken_for_pages(text: str) -> None:
    assert not like_page(text.encode())
    assert not like_page_archive(text.encode())


def test_the_folder_that_belongs_to_a_saved_page_gives_no_stories(tmp_path: Path) -> None:
    (tmp_path / "bridge.html").write_text(WHOLE, encoding="utf-8")
    for folder in ("bridge_files", "other_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "frame.html").write_text(WHOLE, encoding="utf-8")
    found = [Path(one.path).relative_to(tmp_path) for one in discover([str(tmp_path)])]
    assert found == [Path("bridge.html"), Path("other_files/frame.html")]


BAD = {
    "60,000 nested tags": ("<html><body>" + "<div>" * 60_000 + "words", "nested more than 2,000 deep"),
    "no text": ("<html><body><img src='x'></body></html>", "no text in it"),
    "a script without an end": ("<html>" + "<script>" * 50_000, "no text in it"),
    "a remark without an end": ("<html><!--" + "<!-- " * 50_000, "no text in it"),
    "far too many elements": ("<html><body>" + "<p>a" * 50_000, "more than 40,000 elements"),
    "one endless line": ("<html><body><p>" + "word " * 100_000, "not a story"),
    "white space": (" \n ", "empty"),
    "binary data": ("\x01\x02" * 500, "not text"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_page_is_one_clear_problem(tmp_path: Path, case: str) -> None:
    markup, reason = BAD[case]
    path = tmp_path / "bad.html"
    path.write_text(markup, encoding="utf-8")
    (problem,) = problems(path)
    assert reason in problem.reason


def test_deep_but_sane_pages_are_read(tmp_path: Path) -> None:
    markup = html("<div>" * 600 + f"<h1>{HEADLINE}</h1>{paragraphs(BRIDGE)}" + "</div>" * 600)
    assert BRIDGE[0] in story(markup, tmp_path).paragraphs


def test_a_page_that_breaks_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    told = story(WHOLE[: WHOLE.index(BRIDGE[3][1:20]) + 40], tmp_path)
    assert list(told.paragraphs)[:3] == BRIDGE[:3]


def test_entities_that_a_page_declares_are_not_expanded(tmp_path: Path) -> None:
    bomb = "".join(f"<!ENTITY e{i} '{f'&e{i - 1};' * 20}'>" for i in range(1, 12))
    prologue = f"<?xml version='1.0'?><!DOCTYPE html [<!ENTITY e0 'boom'>{bomb}]>"
    markup = prologue + f"<html><body><h1>{HEADLINE}</h1>{paragraphs(BRIDGE)}<p>&e11;</p></body></html>"
    told = story(markup, tmp_path, "page.xhtml")
    assert list(told.paragraphs)[:4] == BRIDGE
    assert not any("boom" in block.text for block in told.blocks)


@pytest.mark.parametrize(
    "broken",
    [
        *("[" * 100_000, "{'a': 1}", '{"@type": 7, "headline": {}}', "null", '"text"'),
        '{"@type": "NewsArticle", "author": ' + "[" * 900 + "]" * 900 + "}",
        "-->" + " " * 300_000 + "x",
    ],
    ids=range(7),
)
def test_broken_data_cost_nothing_else(tmp_path: Path, broken: str) -> None:
    told = story(html(ARTICLE, f"<script type='application/ld+json'>{broken}</script>"), tmp_path)
    assert (told.headline, list(told.paragraphs)) == (HEADLINE, BRIDGE)


def test_an_archive_without_a_page_says_so(tmp_path: Path) -> None:
    path = tmp_path / "saved.mht"
    path.write_bytes(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--\r\n")
    (problem,) = problems(path)
    assert problem.reason == "a web archive without a page in it"


_TAGS = "<p> </p> <div> </div> <h1> <li> <br> <a> </a> <table> <figcaption> <script> </script> <!-- --> <b> </html>"
_PIECES = st.sampled_from(
    [*_TAGS.split(), "<div class='comments'>", "&amp;", "&#0;", "\u202e", "\x1b[2J", "words. ", BRIDGE[0]]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PIECES, max_size=30).map("".join))
def test_any_markup_gives_a_story_that_holds_every_line_or_is_no_text(markup: str) -> None:
    raw = f"<html><body>{markup}".encode()
    source = Source(Found("/page.html", len(raw), 1_700_000_000_000_000_000), "", raw)
    try:
        shown = page_lines(raw)
    except ReadError:
        with pytest.raises(ReadError, match="no text in it"):
            read_page(source)
        return
    (reading,) = read_page(source)
    (told,) = reading.stories
    held = {number for block in told.blocks for number in range(block.first, block.last + 1)}
    assert held == set(range(1, len(shown) + 1))
    assert all("\x1b" not in block.text and "\u202e" not in block.text for block in told.blocks)


@given(
    st.text("abcdefgh", min_size=80, max_size=120), st.integers(0, 50), st.integers(0, 40), st.text("ab", max_size=30)
)
def test_letters_are_found_wherever_they_stand_in_others(whole: str, first: int, length: int, other: str) -> None:
    held = Inside(whole)
    assert whole[first : first + length] in held
    assert (other in held) is (other in whole)


def test_plain_text_needs_no_library_for_pages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(page(*BRIDGE), encoding="utf-8")
    program = (
        "import sys; from tui.ingest.discover import discover; from tui.ingest.read import read\n"
        f"assert [list(read(found)) for found in discover([{str(tmp_path)!r}])]\n"
        "assert not {'lxml', 'trafilatura', 'htmldate'} & set(sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
